"""provtrack cite: one sentence on stdout, or one item of CSL-JSON."""

import json


def test_cite_prints_one_line_and_names_version_and_head(run, project):
    ran = run("cite", "oder-1962:E1", "--paragraph", "2")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "paragraph 2" in ran.out
    assert "Translated by Ivo Kern. " in ran.out
    assert "Version E1@1 (English translation), document head " in ran.out


def test_cite_as_json_is_a_list_of_one_item(run, project):
    (item,) = json.loads(run("cite", "oder-1962:E1", "--format", "json").out)
    assert item["id"] == "oder-1962:E1@1"


def test_cite_tells_of_a_damaged_reference_on_stderr(run, project):
    damaged = "AVPRF, f. 071, op. 3, p. 12, d. 9, ll. 140-14"
    run("describe", "oder-1962", "--reference", damaged, "--reason", "found")
    ran = run("cite", "oder-1962:R", "--style", "gost")
    assert f"// {damaged} [так в записи: REF101]" in ran.out
    assert "REF101" in ran.err


def test_cite_of_a_paragraph_that_is_not_there_says_how_many_there_are(run, project):
    ran = run("cite", "oder-1962:E1", "--paragraph", "3")
    assert (ran.code, ran.err) == (
        2, "provtrack: oder-1962:E1 has 2 paragraphs; there is no paragraph 3.\n",
    )  # fmt: skip


def test_cite_needs_a_version(run, project):
    assert run("cite", "oder-1962").err.startswith("provtrack: not a version: 'oder-1962'.")
