"""``provtrack search``: over the store, a folder, a document; as text and as JSON."""

import json

import pytest

ESSAY = "The ferry has not crossed since the ice broke.\n\nForty-two passengers wait.\n"


@pytest.fixture
def folder(tmp_path):
    """Make a folder with files of several kinds."""
    texts = tmp_path / "texts"
    (texts / "deeper").mkdir(parents=True)
    (texts / "a.txt").write_text(ESSAY, "utf-8")
    (texts / "deeper" / "b.txt").write_bytes("Паром не ходит.\r\n".encode("utf-16"))
    (texts / "c.html").write_text("<p>The cable is frayed.</p>", "utf-8")
    (texts / "picture.png").write_bytes(b"\x89PNG")
    return texts


def found(ran):
    return [
        (passage["document"], passage["siglum"], passage["start"], passage["text"])
        for one in json.loads(ran.out)["found"]
        for passage in one["passages"]
    ]


def test_the_versions_of_the_store_are_searched(run, project):
    ran = run("search", "envoy did not sign", "--format", "json")
    assert found(ran) == [("oder-1962", "E1", 4, "envoy did not sign")]


def test_every_language_is_searched(run, project):
    assert found(run("search", "посол не подписал", "--format", "json"))[0][1] == "R"


def test_an_earlier_revision_is_found_too(run, project, tmp_path):
    (tmp_path / "e2.txt").write_text("The envoy refused to sign.\n\nHe left on 2 May.\n", "utf-8")
    assert run("search", "He left on").code == 0
    assert run("correct", "oder-1962:E1", "e2.txt", "--reason", "misread").code == 0
    ran = run("search", "He left on 2 May", "--format", "json")
    places = json.loads(ran.out)["found"]
    assert [one["passages"][0]["revision"] for one in places] == [2, 1]


def test_a_retracted_version_is_not_searched(run, project):
    assert run("retract", "oder-1962:E1", "--reason", "not a translation of it").code == 0
    assert found(run("search", "envoy did not sign", "--format", "json")) == []


def test_passages_are_printed_with_place_and_context(run, project):
    ran = run("search", "did not sign")
    assert ran.out.splitlines() == [
        "oder-1962:E1  10-22",
        "  The envoy did not sign.  He left on 2 May. ",
    ]


def test_a_folder_is_searched_without_a_store(run, folder):
    ran = run("search", "since the ice broke", "--against", "texts", "--format", "json")
    assert found(ran) == [("a", "", 26, "since the ice broke")]


def test_nothing_is_written_without_a_store(run, folder, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    run("search", "since the ice broke", "--against", "texts")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("words", "name"), [("паром не ходит", "deeper/b"), ("cable", "c.html")])
def test_files_of_every_kind_are_searched(run, folder, words, name):
    assert found(run("search", words, "--against", "texts", "--format", "json"))[0][0] == name


def test_the_index_of_a_folder_is_kept_in_the_project(run, project, folder):
    run("search", "since the ice broke", "--against", "texts")
    assert list((project / ".provtrack" / "search").glob("*/index.json"))


def test_a_changed_file_is_searched_as_it_is_now(run, project, folder):
    run("search", "since the ice broke", "--against", "texts")
    (folder / "a.txt").write_text("Since then the winch has arrived.", "utf-8")
    ran = run("search", "the winch has arrived", "--against", "texts", "--format", "json")
    assert found(ran) == [("a", "", 11, "the winch has arrived")]


def test_a_damaged_index_is_made_anew_and_said_so(run, project):
    run("search", "did not sign")
    for path in (project / ".provtrack" / "search").glob("*/*.part"):
        path.write_bytes(b"x")
    ran = run("search", "did not sign")
    assert "made anew" in ran.err
    assert "oder-1962:E1" in ran.out


def test_an_ellipsis_stands_for_anything(run, folder):
    ran = run("search", "ferry has", "...", "ice broke", "--against", "texts", "--format", "json")
    assert found(ran)[0][3] == "ferry has not crossed since the ice broke"


def test_one_document_is_searched(run, project):
    ran = run("search", "did not sign", "--against", "oder-1962", "--format", "json")
    assert found(ran)[0][0] == "oder-1962"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "..."), "nothing to search for"),
        (("search", "x", "--against", "nowhere"), "no document 'nowhere'"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(run, project, words, said):
    ran = run(*words)
    assert (ran.code, said in ran.err) == (2, True)


def test_words_that_stand_nowhere_are_said_to(run, project):
    ran = run("search", "zzz")
    assert (ran.code, ran.out, "none of the 2 texts" in ran.err) == (0, "", True)


def test_a_file_that_cannot_be_read_is_said(run, folder):
    (folder / "bad.docx").write_bytes(b"no document")
    assert "bad.docx could not be read" in run("search", "zzz", "--against", "texts").err


def test_that_an_empty_folder_has_no_text_is_said(run, tmp_path):
    (tmp_path / "texts").mkdir()
    assert "There is no text to search." in run("search", "zzz", "--against", "texts").err
