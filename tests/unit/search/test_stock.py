"""Stock phrases: what many documents have and continue otherwise is no sign of a quotation."""

import pytest

from provtrack.search import MemoryIndex, locate
from tests.unit.search.texts import TEXTS, index_of

PHRASE = "it has been the firm view of this office that"
ONCE = TEXTS | {"note": f"{PHRASE} winches rust. So ends the note."}
OFTEN = ONCE | {"reply": f"We repeat: {PHRASE} barges float. Nothing follows from it."}
REPRINTED = ONCE | {"print": f"Printed again. {PHRASE} winches rust."}
ASKED = f"{PHRASE} ducks"


def documents(words: str, index: MemoryIndex, first: tuple[str, ...] = ()) -> list[str]:
    return [one.passages[0].document for one in locate(words, index, first=first)]


def test_a_row_of_one_document_with_another_end_is_found():
    assert documents(ASKED, index_of(ONCE)) == ["note"]


def test_a_row_that_goes_on_otherwise_in_two_documents_is_a_phrase():
    assert documents(ASKED, index_of(OFTEN)) == []


def test_a_row_that_goes_on_alike_in_two_documents_is_found():
    assert documents(ASKED, index_of(REPRINTED)) == ["note", "print"]


def test_a_phrase_is_found_in_the_document_that_is_named():
    assert documents(ASKED, index_of(OFTEN), first=("reply",)) == ["reply"]


def test_a_row_put_together_of_two_phrases_is_a_phrase():
    pieces = {
        "one": "In the year before, it has been the firm view of all.",
        "two": "By then the firm view of this office that counted was another.",
    }
    assert documents(ASKED, index_of(ONCE | pieces)) == []


@pytest.mark.parametrize(
    "words",
    [
        f"{PHRASE} vvinches rusf",  # misread, not other words
        f"{PHRASE[:20]} indeed {PHRASE[21:]}",  # a word put in
    ],
)
def test_words_with_other_evidence_are_found(words):
    assert "note" in documents(words, index_of(OFTEN))


def test_numbers_in_a_pattern_that_several_documents_have_are_a_phrase():
    pattern = "see the printed records of the commission, volume {}, pages one to"
    texts = TEXTS | {name: f"{name}: {pattern.format(name)} six." for name in ("four", "five")}
    assert documents(pattern.format("ninety"), index_of(texts)) == []


def test_a_long_row_is_found_in_every_document_that_has_it():
    long = f"{PHRASE} never once was changed"
    texts = {"one": f"{long} by winches at all.", "two": f"{long} by barges or so."}
    assert documents(f"{long} by ducks", index_of(TEXTS | texts)) == ["one", "two"]
