"""What ``provtrack audit`` searches: kept indexes; earlier revisions last."""

import json

import pytest

OLD = "The envoy did not sign the paper on the ferry.\n\nHe left Breslau on 2 May with the pilot.\n"
NEW = OLD.replace("did not sign", "refused to sign").replace("2 May", "7 May")
NOTHING = ("--format", "json")


@pytest.fixture
def letter(run, tmp_path):
    """Make a store with a letter that was corrected once."""
    run("init", ".", "--by", "Anna Petrova")
    (tmp_path / "e1.txt").write_text(OLD, "utf-8")
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    named = ("--document", "oder-1962", "--siglum", "E1", "--kind", "translation")
    assert run("record", "e1.txt", *named, "--language", "en", "--title", "Letter").code == 0
    assert run("correct", "oder-1962:E1", "new.txt", "--reason", "misread").code == 0
    return tmp_path


@pytest.fixture
def audited(run, tmp_path):
    """Audit one sentence; give what is judged of its only quotation, the findings and the run."""

    def audit(words, *options):
        (tmp_path / "chapter.md").write_text(f"He wrote: “{words}”. It was late.\n", "utf-8")
        ran = run("audit", "chapter.md", *options, *NOTHING)
        report = json.loads(ran.out)
        return report["quotations"][0], report["findings"], ran

    return audit


def places(quotation):
    return [(one["document"], one["siglum"], one["revision"]) for one in quotation["passages"]]


def test_words_that_were_corrected_since_are_those_of_another_version(letter, audited):
    quotation, findings, _ = audited("He left Breslau on 2 May with the pilot")
    assert (quotation["verdict"], places(quotation)) == ("other_version", [("oder-1962", "E1", 1)])
    (said,) = [one["message"] for one in findings if one["code"] == "AUD109"]
    assert "oder-1962:E1 in its revision 1" in said
    assert "revision 2 reads differently" in said
    assert "7" in said


def test_words_that_both_revisions_have_are_those_of_the_newest(letter, audited):
    quotation, _, _ = audited("He left Breslau")
    assert (quotation["verdict"], places(quotation)) == ("exact", [("oder-1962", "E1", 2)])
    assert quotation["also_at"] == []


def test_words_that_no_revision_has_are_judged_by_the_newest(letter, audited):
    quotation, _, _ = audited("He left Breslau on 9 May with the pilot")
    assert (quotation["verdict"], places(quotation)) == ("distorted", [("oder-1962", "E1", 2)])


def test_words_of_a_retracted_version_are_said_to_be(run, letter, audited):
    assert run("retract", "oder-1962:E1", "--reason", "a forgery").code == 0
    quotation, findings, _ = audited("He left Breslau on 7 May with the pilot")
    assert quotation["verdict"] == "other_version"
    assert "AUD112" in {one["code"] for one in findings}


def test_every_revision_that_is_searched_is_listed(run, letter, audited):
    ran = audited("He left Breslau")[2]
    sources = json.loads(ran.out)["sources"]
    assert [(one["siglum"], one["revision"]) for one in sources] == [("E1", 2), ("E1", 1)]


def test_the_index_of_the_store_is_kept_and_used_again(letter, audited):
    first = audited("He left Breslau")[0]
    kept = letter / ".provtrack" / "search" / "versions"
    before = {path: path.stat().st_mtime_ns for path in kept.iterdir()}
    assert audited("He left Breslau")[0] == first
    assert {path: path.stat().st_mtime_ns for path in kept.iterdir()} == before
    assert {"documents.json", "index.json"} <= {path.name for path in before}


def test_a_damaged_index_is_made_anew_and_said_so(letter, audited):
    audited("He left Breslau")
    for path in (letter / ".provtrack" / "search" / "versions").glob("*.part"):
        path.write_bytes(path.read_bytes()[:-9])
    quotation, _, ran = audited("He left Breslau")
    assert "The index was made anew" in ran.err
    assert quotation["verdict"] == "exact"


@pytest.mark.parametrize("content", ["", "{}", '{"format": 99}', "[1"])
def test_a_damaged_register_is_made_anew(letter, audited, content):
    audited("He left Breslau")
    register = letter / ".provtrack" / "search" / "versions" / "documents.json"
    register.write_text(content, "utf-8")
    assert audited("He left Breslau")[0]["verdict"] == "exact"
    assert "oder-1962" in register.read_text("utf-8")


def test_a_recorded_text_that_is_damaged_is_said_and_not_searched(letter, audited):
    for path in (letter / "versions" / "oder-1962").rglob("text.txt"):
        path.write_text("Other words.", "utf-8")
    quotation, _, ran = audited("He left Breslau")
    assert quotation["verdict"] == "not_found"
    assert "gone or damaged" in ran.err


def test_one_document_is_audited_against_without_keeping_an_index(letter, audited):
    quotation, _, _ = audited("He left Breslau on 2 May with the pilot", "--against", "oder-1962")
    assert quotation["verdict"] == "other_version"
    assert not (letter / ".provtrack" / "search").exists()


def test_a_list_names_the_files_of_an_index_that_is_kept(run, letter, audited):
    (letter / "texts").mkdir()
    (letter / "texts" / "a.txt").write_text(OLD, "utf-8")
    (letter / "list.csv").write_text("file,document,siglum\na.txt,journal,E7\n", "utf-8")
    bare = audited("He left Breslau", "--against", "texts")[0]
    named = audited("He left Breslau", "--against", "texts", "--catalogue", "list.csv")[0]
    assert (places(bare), places(named)) == ([("a", "", 1)], [("journal", "E7", 1)])


def test_nothing_is_written_without_a_project(run, audited, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(OLD, "utf-8")
    assert audited("He left Breslau", "--against", "texts")[0]["verdict"] == "exact"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chapter.md", "texts"]


def test_store_and_folder_are_searched_together(run, letter, audited):
    (letter / "texts").mkdir()
    (letter / "texts" / "a.txt").write_text("The winch came down the river at noon.", "utf-8")
    both = ("--against", "texts", "--against", "oder-1962")
    assert places(audited("The winch came down the river", *both)[0]) == [("a", "", 1)]
    assert places(audited("He left Breslau", *both)[0]) == [("oder-1962", "E1", 2)]


def test_words_of_an_abstract_are_said_to_be_no_words_of_the_document(letter, audited, run):
    (letter / "a.txt").write_text("The envoy supported the paper and left for the Oder.\n", "utf-8")
    named = ("--document", "oder-1962", "--siglum", "A", "--kind", "abstract", "--language", "en")
    assert run("record", "a.txt", *named).code == 0

    quotation, findings, _ = audited("supported the paper and left")
    assert (quotation["verdict"], places(quotation)) == ("exact", [("oder-1962", "A", 1)])
    assert "AUD113" in [one["code"] for one in findings]

    _, findings, _ = audited("He left Breslau")
    assert "AUD113" not in [one["code"] for one in findings]


def damaged(folder, name):
    for path in (folder / "versions" / "oder-1962").rglob(name):
        path.write_text("{", "utf-8")


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_document_with_a_damaged_inventory_is_said_once_not_to_be_searched(
    letter, audited, is_kept
):
    if is_kept:
        audited("He left Breslau")
    damaged(letter, "inventory.json")
    quotation, _, ran = audited("He left Breslau")
    assert quotation["verdict"] == "not_found"
    assert ran.err.count("oder-1962 was not searched") == 1
    assert any("oder-1962 was not searched" in one for one in json.loads(ran.out)["remarks"])


def test_an_audit_goes_on_where_the_way_back_of_a_document_is_damaged(letter, audited):
    audited("He left Breslau")
    damaged(letter, "version.json")
    quotation, _, ran = audited("He left Breslau")
    assert quotation["verdict"] == "exact"
    assert "Where oder-1962 comes from cannot be told" in ran.err


def test_a_text_that_vanished_is_named_with_its_version(letter, audited):
    audited("He left Breslau")
    for path in (letter / "versions" / "oder-1962").rglob("text.txt"):
        path.unlink()
    assert "oder-1962:E1 (new.txt) vanished or changed" in audited("He left Breslau")[2].err


def test_a_search_says_which_document_is_damaged(run, letter):
    damaged(letter, "inventory.json")
    assert "oder-1962 could not be read and is not searched" in run("search", "Breslau").err
