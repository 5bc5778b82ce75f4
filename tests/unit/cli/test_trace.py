"""provtrack trace and export: the chain in words, as a picture, in W3C PROV."""

import json

from lxml import etree
from prov.model import ProvDocument

from provtrack.importers.content import Content
from provtrack.importers.prov_json import read_prov_json
from provtrack.provenance.constraints import check_statements


def test_trace_tells_each_step_with_who_made_it(run, project):
    lines = run("trace", "oder-1962").out.splitlines()
    assert any("-> translated by Ivo Kern: E1 English translation" in line for line in lines)


def test_trace_of_a_version_leaves_out_what_it_does_not_come_from(run, project):
    ran = run("trace", "oder-1962:R", "--format", "json")
    assert [link["siglum"] for link in json.loads(ran.out)["chain"]["links"]] == [None, "R"]


def test_trace_as_svg_is_one_picture_with_the_names_of_the_versions(run, project):
    root = etree.fromstring(run("trace", "oder-1962", "--format", "svg").out.encode())
    texts = "".join(root.itertext())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "E1 English translation" in texts


def test_trace_as_prov_n_is_a_document(run, project):
    assert run("trace", "oder-1962:E1", "--format", "prov-n").out.startswith("document\n")


def test_trace_of_a_version_that_is_not_there_says_what_there_is(run, project):
    ran = run("trace", "oder-1962:X")
    assert (ran.code, ran.err) == (
        2, "provtrack: oder-1962 has no version 'X'; it has E1, R.\n",
    )  # fmt: skip


def test_exported_prov_json_agrees_with_the_constraints(run, project):
    assert run("export", "oder-1962", "--format", "prov-json", "--output", "o.json").code == 0
    data = (project / "o.json").read_bytes()
    document = read_prov_json(Content(name="o.json", data=data))
    assert check_statements(document) == ()
    assert [str(bundle.id) for bundle in document.bundles] == [
        f"doc:event/{number}" for number in range(1, len(document.bundles) + 1)
    ]


def test_all_three_exports_say_the_same(run, project):
    written = {
        name: run("export", "oder-1962", "--format", f"prov-{name}").out
        for name in ("json", "xml", "n")
    }
    from_json = ProvDocument.deserialize(content=written["json"], format="json")
    from_xml = ProvDocument.deserialize(content=written["xml"], format="xml")
    assert from_json == from_xml
    assert from_json.get_provn() == written["n"].rstrip("\n")


def test_export_twice_gives_the_same_bytes(run, project):
    words = ("export", "oder-1962", "--format", "prov-xml")
    assert run(*words).out == run(*words).out


def test_export_replaces_no_other_file(run, project):
    (project / "o.json").write_text("mine", "utf-8")
    ran = run("export", "oder-1962", "--format", "prov-json", "--output", "o.json")
    assert ran.code == 2
    assert (project / "o.json").read_text("utf-8") == "mine"


def test_a_chain_stated_on_the_command_line_is_traced_whole(run, project):
    (project / "x.txt").write_text("The envoy would not sign.\n\nHe left.\n", "utf-8")
    assert run(
        "record", "x.txt", "--document", "oder-1962", "--siglum", "X", "--kind", "translation",
        "--language", "en", "--derived-from", "R", "--derived-from-unheld",
        "second copy: RGANI, f. 5, op. 3, d. 9", "--certainty", "inferred", "--derived-words",
        "after the copy in Moscow", "--agent", "translated=program: Lingua (2.1, beam 5)",
        "--rights", "https://example.org/rights",
    ).code == 0  # fmt: skip
    chain = json.loads(run("trace", "oder-1962:X", "--format", "json").out)["chain"]
    steps = [step for step in chain["steps"] if step["result"] == "X"]
    assert {step["certainty"] for step in steps} == {"inferred"}
    assert {step["words"] for step in steps} == {"after the copy in Moscow"}
    (agent,) = steps[0]["agents"]
    assert (agent["kind"], agent["program_version"]) == ("program", "2.1, beam 5")
    assert ["RGANI, f. 5, op. 3, d. 9"] in [link["details"] for link in chain["links"]]
    assert "PRV107" in {flag["code"] for flag in chain["flags"]}
