"""Numbers without a series, or without a word, count only where one document can be meant."""

import pytest

from provtrack.citing import DocumentWords, KnownDocuments, catalogued, cited_works, resolve
from provtrack.importers import read_publication_content
from provtrack.model.citation import Citation

MEMO, LETTER, OLDER = (
    DocumentWords(id=name, titles=[title], dates=[date], published=[("", form)])
    for name, title, date, form in (
        (
            "memo",
            "Memorandum From Vance to Holm",
            "1961-04-02",
            "FRUS, 1961–1963, vol. XI, doc. 41",
        ),
        ("letter", "Letter From Holm to Orlev", "1962-09-28", "FRUS, 1961–1963, vol. VI, doc. 56"),
        ("older", "Minutes of the Council", "1958-02-01", "FRUS, 1958–1960, vol. VI, doc. 56"),
    )
)


def resolved(*notes: str, held: tuple[DocumentWords, ...] = (MEMO, LETTER)) -> list[Citation]:
    lines = [f"Word.[^{number}]" for number in range(1, len(notes) + 1)]
    lines += [f"[^{number}]: {note}" for number, note in enumerate(notes, 1)]
    publication = read_publication_content("\n\n".join(lines).encode(), "a.md")
    known = KnownDocuments.of([catalogued(one) for one in held])
    return list(resolve(cited_works(publication), known))


def last(*notes: str, held: tuple[DocumentWords, ...] = (MEMO, LETTER)) -> str | None:
    return resolved(*notes, held=held)[-1].document


@pytest.mark.parametrize(
    "note",
    ["Volume VI, Document 56.", "Vol. 6, doc. 56, p. 3.", "Holm to Orlev, vol. VI, doc. 56."],
)
def test_a_volume_goes_to_the_series_that_the_publication_cites(note: str):
    assert last("FRUS, 1961–1963, vol. XI, Document 41.", note) == "letter"


def test_a_number_alone_goes_to_the_volume_before_it():
    assert last("FRUS, 1961–1963, vol. XI, Document 99.", "See Document 41.") == "memo"


def test_a_volume_of_the_only_series_held_needs_no_series():
    assert last("Volume VI, Document 56.") == "letter"


def test_between_two_series_none_is_chosen():
    notes = (
        "FRUS, 1961–1963, vol. XI, doc. 1.",
        "FRUS, 1958–1960, vol. V, doc. 1.",
        "Vol. VI, doc. 56.",
    )
    assert last(*notes, held=(MEMO, LETTER, OLDER)) is None
    assert last("Vol. VI, doc. 56.", held=(LETTER, OLDER)) is None


@pytest.mark.parametrize("note", ["Tomlin, *Rivers*, vol. VI, doc. 56.", "“Mills,” doc. 41."])
def test_another_work_with_such_a_number_is_not_the_series(note: str):
    assert last("FRUS, 1961–1963, vol. XI, Document 41.", note) is None


@pytest.mark.parametrize(
    "note",
    [
        "FRUS, 1961–63, XI, 41.",
        "FRUS 1961–63, 11:41.",
        "FRUS 1961–1963, 11, 41.",
        "*FRUS*, 1961–63, vol. XI, 41.",
    ],
)
def test_a_number_without_a_word_may_be_a_page_and_is_only_named(note: str):
    (found,) = resolved(note)
    assert (found.document, found.others) == (None, ("memo",))


def test_a_date_that_agrees_tells_that_numbers_are_those_of_documents():
    notes = (
        "Holm to Orlev, 28 September 1962, FRUS, 1961–63, VI, 56.",
        "FRUS, 1961–63, XI, 41.",
        "Ibid.",
    )
    assert [one.document for one in resolved(*notes)] == ["letter", "memo", "memo"]


def test_a_date_that_disagrees_tells_nothing_of_others():
    notes = ("Holm to Orlev, 2 May 1962, FRUS, 1961–63, VI, 56.", "FRUS, 1961–63, XI, 41.")
    assert [one.document for one in resolved(*notes)] == [None, None]


@pytest.mark.parametrize(
    "note",
    ["FRUS, 1961–63, XI, 41–43.", "FRUS, 1961–63, XI, pp. 41.", "FRUS, 1961–63, XI, 2 April 1961."],
)
def test_pages_and_days_are_no_numbers_of_documents(note: str):
    assert [one.others for one in resolved(note)] == [()]
