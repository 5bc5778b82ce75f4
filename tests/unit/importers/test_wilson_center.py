"""Wilson Center pages of all sorts: text, abstract, chain and what is missing.

All pages are invented; they lie beside this file in ``pages/``.
"""

from pathlib import Path

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read, read_content
from provtrack.model.imported import Imported
from tests.unit.importers.packages import PAGE

PAGES = Path(__file__).parent / "pages"
FIELDS = "Document Information\n\nSource\n\nArchive, f. 1. {}\n\nRecord ID\n\n7\n"


def page(name: str) -> Imported:
    """Read one of the pages."""
    return read(PAGES / name)


def page_with(body: str, fields: str = FIELDS) -> Imported:
    """Read a page made around a body."""
    head = "Skip to content\n\nMay 5, 1969\n\nNote of Envoy Ravel on the Grain\n\n"
    return read_content(f"{head}{body}\n\n{fields}".encode(), "page.txt")


def sigla(imported: Imported) -> list[tuple[str | None, str | None]]:
    """Siglum and kind of each version."""
    return [(one.siglum, one.kind) for one in imported.versions]


def fields(imported: Imported) -> dict[str, str | None]:
    """The printed fields by name."""
    return {one.name: one.value for one in imported.printed_fields}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("no-abstract.txt", [("en-quill", "translation")]),
        ("several-obtained.txt", [("en-quill-hus", "translation"), ("en-abstract", "abstract")]),
        ("contributed.txt", [("en-bin", "translation"), ("en-abstract", "abstract")]),
        ("russian-original.txt", [("ru", "transcription"), ("en-abstract", "abstract")]),
        ("headings-lost.txt", [("en", "transcription")]),
        ("undated.txt", [("en-stein", "translation")]),
        (
            "saved-page.html",
            [("en-quill", "translation"), ("ru", "transcription"), ("en-abstract", "abstract")],
        ),
        ("plain-divs.html", [("en", "transcription"), ("en-abstract", "abstract")]),
    ],
)
def test_versions_are_told_apart_and_named(name, expected):
    assert sigla(page(name)) == expected


@pytest.mark.parametrize(
    ("name", "edtf", "words"),
    [
        ("no-abstract.txt", "1962-10", "October, 1962"),
        ("several-obtained.txt", "1951-03-01", "1 March 1951"),
        ("russian-original.txt", "1950-11-02", "2 ноября 1950"),
        ("headings-lost.txt", "1948", "1948"),
        ("saved-page.html", "1962-10-28", "October 28, 1962"),
    ],
)
def test_date_is_read_and_its_words_kept(name, edtf, words):
    date = page(name).date
    assert (date.edtf, date.verbatim) == (edtf, words)


def test_undated_page_says_so():
    imported = page("undated.txt")
    assert imported.date is None
    assert "date" in [one.place for one in imported.findings if one.code == "IMP302"]


def test_body_keeps_its_paragraphs_and_no_line_of_the_page():
    text = page("several-obtained.txt").versions[0].text
    assert text.split("\n\n")[0] == "[…]"
    assert len(text.split("\n\n")) == 4
    assert "made possible" not in text


def test_abstract_after_a_wider_gap_is_no_part_of_the_text():
    imported = page("several-obtained.txt")
    assert imported.versions[1].text.startswith("Deputy Minister Arlov reports")
    assert imported.versions[0].text.endswith("be reported...")


def test_abstract_in_another_language_is_no_part_of_the_text():
    assert page("russian-original.txt").versions[0].text.endswith("Советник В. Арлов")


def test_last_paragraph_of_a_page_without_abstract_stays_in_the_text():
    assert page("no-abstract.txt").versions[0].text.endswith("28.X.62 TRENKOV")


def test_numbered_paragraph_after_a_wider_gap_is_text():
    body = "1. We met the envoy on Monday and talked of grain.\n\n\n\n2. " + "He asked. " * 9
    assert len(page_with(body).versions) == 1


def test_reference_is_kept_whole_with_its_credits():
    assert page("several-obtained.txt").references == (
        "AVPO, fond 0102, opis 7, papka 25, delo 47, listy 110-120. Obtained by Irena Voss and "
        "Paul Merrow. Translated by Mary Quill and Jan Hus.",
    )


def test_chain_says_what_is_not_held():
    imported = page("several-obtained.txt")
    copy = imported.versions[0].derived_from[0].unheld
    assert copy.description == "copy, form not stated"
    assert [(one.name, one.role) for one in copy.agents] == [
        ("Irena Voss", "obtained"),
        ("Paul Merrow", "obtained"),
    ]
    original = copy.derived_from[0]
    assert (original.description, original.reference) == ("original", imported.references[0])


def test_without_obtainer_the_translation_comes_from_the_original():
    unheld = page("no-abstract.txt").versions[0].derived_from[0].unheld
    assert (unheld.description, unheld.agents) == ("original", ())


def test_abstract_derives_from_the_text_by_inference():
    (derivation,) = page("contributed.txt").versions[1].derived_from
    assert (derivation.version, derivation.certainty) == ("en-bin", "inferred")


def test_contributor_obtained_and_translator_translated():
    version = page("contributed.txt").versions[0]
    assert [(one.name, one.role) for one in version.agents] == [("Zhou Bin", "translated")]
    assert version.derived_from[0].unheld.agents[0].name == "Shen Ning"


@pytest.mark.parametrize(
    ("name", "heading", "value"),
    [
        ("no-abstract.txt", "Original Uploaded Date", "2012-06-14"),
        ("no-abstract.txt", "Record ID", "110999"),
        ("no-abstract.txt", "Donors", "Quill Family Fund"),
        ("no-abstract.txt", "Original Archive", "Central State Archive of Ostravia"),
        ("several-obtained.txt", "Original Uploaded Date", None),
        ("several-obtained.txt", "Language", None),
        ("several-obtained.txt", "Record ID", "9-114"),
        (
            "several-obtained.txt",
            "Subjects Discussed",
            "Ostravia--Foreign relations--Peralta | Grain trade",
        ),
        ("contributed.txt", "Record ID", None),
        ("headings-lost.txt", "Original Uploaded Date", None),
        ("headings-lost.txt", "Language", "English"),
        ("saved-page.html", "Associated Places", "Ostravia | Peralta"),
        ("saved-page.html", "Original Uploaded Date", None),
        ("plain-divs.html", "Record ID", None),
    ],
)
def test_heading_takes_its_value_and_never_the_next_line(name, heading, value):
    assert fields(page(name))[heading] == value


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("no-abstract.txt", "Telegram"),
        ("several-obtained.txt", "Memorandum of Conversation"),
        ("headings-lost.txt", "Minutes of Meeting"),
        ("contributed.txt", None),
    ],
)
def test_type_is_read_with_or_without_its_heading(name, kind):
    assert page(name).type == kind


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_rights_are_kept_and_enquiries_dropped(path):
    words = " ".join(one.text for one in read(path).rights)
    assert "enquire" not in words
    assert "email" not in words


@pytest.mark.parametrize(
    ("body", "extent"),
    [
        ('We met. He said: "We shall not go."...', "partial"),
        ("We met. “We shall not go.” […]", "partial"),
        ("[...] We met again.", "partial"),
        ("We met. He fell silent...", "unknown"),
        ("We met. We shall not go.", "unknown"),
    ],
)
def test_extent_is_partial_where_the_text_shows_it(body, extent):
    assert page_with(body).versions[0].extent == extent


@pytest.mark.parametrize(
    ("credit", "agents"),
    [
        ("Translated by Ann Lee.", ["Ann Lee"]),
        ("Obtained and translated by Ann Lee.", ["Ann Lee"]),
        ("Translated for CWIHP by Béla Révész.", ["Béla Révész"]),
        ("Obtained by Bo Ray. Translated by Ann Lee and Cy Day.", ["Ann Lee", "Cy Day"]),
        ("", []),
    ],
)
def test_translators_are_agents_of_the_version(credit, agents):
    version = page_with("We met on Monday.", FIELDS.format(credit)).versions[0]
    assert [one.name for one in version.agents] == agents


def test_siglum_is_ascii():
    version = page_with("We met on Monday.", FIELDS.format("Translated by Béla Révész.")).versions[
        0
    ]
    assert version.siglum.endswith("-revesz")


def test_page_that_does_not_tell_its_kind_says_so():
    imported = read_content(PAGE.encode(), "page.txt")
    assert imported.versions[0].kind is None
    assert "kind" in [one.place for one in imported.findings]


def test_page_without_a_text_is_one_sentence():
    with pytest.raises(FormatError, match="there is no text between its title and its fields"):
        read_content(PAGE.split("The Minister")[0].encode() + FIELDS.encode(), "page.txt")


def test_saved_page_names_its_address_and_sponsor():
    imported = page("saved-page.html")
    assert imported.versions[0].origin == "https://archive.example/document/telegram-trenkov"
    assert "Quill Family Fund" in fields(imported)["Support"]


def test_tabs_of_a_saved_page_are_versions_of_their_own():
    first, second, _ = page("saved-page.html").versions
    assert first.text.startswith("Yesterday I was received by Minister Halloran.\nHe said")
    assert second.text.startswith("Вчера меня принял министр Галлоран.")


def test_crlf_page_reads_like_one_with_lf():
    content = (PAGES / "several-obtained.txt").read_bytes()
    imported = read_content(content.replace(b"\n", b"\r\n"), "page.txt")
    assert imported == page("several-obtained.txt")


def test_title_may_stand_before_the_date():
    body = "The Minister asked for tea and for a little more time than he had been given.\n\n"
    content = f"Note of Envoy Ravel\n\nMay 5, 1969\n\n{body}He was given both.\n\n{FIELDS}"
    imported = read_content(content.encode(), "page.txt")
    assert imported.titles[0].text == "Note of Envoy Ravel"
    assert imported.versions[0].text.startswith("The Minister asked")


def test_gap_before_a_signature_does_not_hide_the_abstract():
    body = (
        "We met the envoy on Monday and talked at some length of the grain he wants.\n\n"
        "He asked twice whether it would be sent before the spring, and I said it would.\n\n\n\n"
        "RAVEL\n\n\nEnvoy Ravel reports a talk about grain, which he promises to send before "
        "the spring."
    )
    assert [one.kind for one in page_with(body).versions][-1] == "abstract"


def test_page_whose_lines_are_paragraphs_is_read_line_by_line():
    content = (
        "May 5, 1969\nNote of Envoy Ravel\n[…]\nWe met on Monday.\nHe asked for grain.\n"
        "Document Information\nSource\nArchive, f. 1. Translated by Ann Lee.\nRecord ID\n"
    )
    imported = read_content(content.encode(), "page.txt")
    assert imported.titles[0].text == "Note of Envoy Ravel"
    assert imported.versions[0].text == "[…]\n\nWe met on Monday.\n\nHe asked for grain."
    assert imported.references == ("Archive, f. 1. Translated by Ann Lee.",)


def test_abstract_written_by_a_program_says_so():
    abstract = "Ravel reports a talk about grain with the envoy of Peralta, who wants it soon."
    note = (
        "This document summary was generated by an artificial intelligence language model and "
        "was reviewed by a staff member."
    )
    imported = page_with(f"We met on Monday.\n\nHe asked for grain.\n\n{abstract}\n\n{note}")
    agent = imported.versions[1].agents[0]
    assert imported.versions[1].text == abstract
    assert (agent.name, agent.role, agent.kind, agent.words) == (
        "artificial intelligence language model",
        "abstracted",
        "program",
        note,
    )


def test_last_paragraph_that_may_be_an_abstract_is_a_finding():
    last = "Ravel reports a talk about grain with the envoy of Peralta, who wants it very soon."
    before = "We met the envoy on Monday and talked at length of the grain that he has asked for."
    imported = page_with(f"{before}\n\n{last}")
    assert len(imported.versions) == 1
    assert "IMP306" in [one.code for one in imported.findings]


def test_a_page_that_does_not_name_the_archive_is_not_said_to_be_published_there():
    fields = (
        "\n\nDocument Information\n\nSource\n\nA, f. 1.\n\nRights\n\nFree.\n\nRecord ID\n\n12\n"
    )
    page = "May 2, 1962\n\nA letter\n\nThe envoy came in May and left again in June." + fields
    imported = read_content(page.encode(), "page.txt", format="wilson-center")
    assert [version.published_in for version in imported.versions] == [()]
    assert "IMP307" in [finding.code for finding in imported.findings]
