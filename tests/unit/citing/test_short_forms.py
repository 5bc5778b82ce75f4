"""Works named by author and year, in notes, in parentheses, and through a bibliography."""

import pytest

from provtrack.citing import DocumentWords, KnownDocuments, catalogued, cited_works, resolve
from provtrack.importers import read_publication_content
from provtrack.model.citation import Citation

HELD = [
    catalogued(DocumentWords(id="ferry", titles=["The Winter Ferry"], dates=["1862"])),
    catalogued(
        DocumentWords(
            id="memcon",
            titles=["Memorandum of Conversation, President Holm and Minister Orlev"],
            dates=["1961-11-07"],
        )
    ),
]
FULL = "Lugin, I. S. *The Winter Ferry*. 1862."
LISTED = f"\n\n# Works Cited\n\n{FULL}\n\nWeller, A. *Fords*. 1990.\n"


def resolved(text: str) -> list[Citation]:
    publication = read_publication_content(text.encode(), "a.md")
    return list(resolve(cited_works(publication), KnownDocuments.of(HELD)))


def noted(*notes: str) -> str:
    lines = [f"Word.[^{number}]" for number in range(1, len(notes) + 1)]
    lines += [f"[^{number}]: {note}" for number, note in enumerate(notes, 1)]
    return "\n\n".join(lines)


@pytest.mark.parametrize(
    "note", ["Lugin 14.", "Lugin (1862), p. 14.", "See Lugin, 1862, ch. 2.", "Lugin, *Ferry*, 14."]
)
def test_author_and_year_go_back_to_the_work_before(note: str):
    assert resolved(noted(FULL, note))[-1].document == "ferry"


@pytest.mark.parametrize(
    "note", ["Lugin (1870), p. 14.", "Lugin, *Letters*, 14.", "Weller, 14.", "Lugin."]
)
def test_another_year_title_or_author_is_another_work(note: str):
    assert resolved(noted(FULL, note))[-1].document is None


def test_an_author_of_two_works_is_left_open():
    assert resolved(noted(FULL, "Lugin, *Letters*, 1862, 4.", "Lugin 14."))[-1].document is None


def test_initials_of_a_person_are_no_short_form():
    notes = ("I. M. Masky, *Diary*, 4.", "A. A. Gromov, *Mills*, 5.", "C. D. Jarrow, *Dams*, 6.")
    assert [one.document for one in resolved(noted(FULL, *notes))[1:]] == [None, None, None]


def test_small_letters_are_a_short_form():
    assert resolved(noted(FULL, "A. a. O., S. 5.", "Lugin, a.a.O., S. 6."))[-1].document == "ferry"


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("“The ice held” (Lugin 1862, 14).", "ferry"),
        ("“The ice held” (Lugin, 1862, p. 14), he wrote.", "ferry"),
        ("“The ice held” (Memcon Holm–Orlev, 7 November 1961).", "memcon"),
    ],
)
def test_parentheses_go_back_to_the_bibliography_or_name_a_day(text: str, document: str):
    assert resolved(text + LISTED)[-1].document == document


def test_what_parentheses_and_bibliography_name_is_not_told_to_be_missing():
    found = resolved("“The ice held” (Weller 1990, 14) and “no” (see p. 14)." + LISTED)
    assert [one.document for one in found] == ["ferry"]


def test_ibid_does_not_go_back_to_the_bibliography():
    assert resolved("Word.[^1]\n\n[^1]: Ibid." + LISTED)[-1].document is None


@pytest.mark.parametrize("heading", ["Works Cited", "Bibliography", "References"])
def test_notes_below_the_heading_of_a_bibliography_are_no_entries_of_it(heading: str):
    word, notes = "Word.[^1] Word.[^2]", f"[^1]: {FULL}\n[^2]: Lugin 1862, 14."
    found = resolved(f"{word}\n\n# {heading}\n\n{notes}\n")
    assert [(one.work.note, one.document) for one in found] == [("1", "ferry"), ("2", "ferry")]


def test_entries_beside_notes_below_one_heading_are_read():
    note = "[^1]: Weller, A. *Fords*. 1990."
    found = resolved(f"“The ice held” (Lugin 1862, 14), a word.[^1]{LISTED}\n{note}\n")
    assert [one.document for one in found] == ["ferry", None, "ferry"]
