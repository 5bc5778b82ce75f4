"""A question that the source reports may be quoted as one; a statement may not."""

import pytest

from provtrack.model.quotation import Verdict
from tests.unit.auditing.judging import judged_beside


def verdict(source: str, words: str, language: str, before: str = "") -> Verdict:
    """Judge words as a quotation of the part of a source that has their letters."""
    start = source.index(words.rstrip("?."))
    place = start, start + len(words) - 1
    return judged_beside(words, source, language, place=place, before=before).verdict


@pytest.mark.parametrize(
    ("language", "source", "words"),
    [
        ("en", "He asked whether the ferry had been repaired in spring.", "the ferry had been?"),
        ("de", "Er fragte, ob die alte Fähre im Frühjahr repariert werde.", "die alte Fähre im?"),
        ("fr", "Il demanda si le bac avait été réparé au printemps.", "le bac avait été?"),
    ],
)
def test_the_mark_of_a_reported_question_is_a_matter_of_print(language, source, words):
    whole = source[source.index(words.rstrip("?")) : -1] + "?"
    assert verdict(source, whole, language) is Verdict.TYPOGRAPHIC


@pytest.mark.parametrize(
    "source",
    [
        "He said that the ferry had been repaired in spring.",
        "He would go whether the ferry had been repaired in spring.",
        "He asked us to wait until the ferry had been repaired in spring.",
        "He asked for ten crowns if the ferry had been repaired in spring.",
        "He asked the council to pay nothing unless the ferry had been repaired in spring.",
        "The council, which had been asked, would pay if the ferry had been repaired in spring.",
    ],
)
def test_a_statement_quoted_as_a_question_is_distorted(source):
    assert verdict(source, "the ferry had been repaired in spring?", "en") is Verdict.DISTORTED


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("The captain asked whether", Verdict.TYPOGRAPHIC),
        ("The captain said that", Verdict.DISTORTED),
    ],
)
def test_a_question_behind_asked_whether_may_end_with_a_stop(before, expected):
    source = "So the ferry had been repaired in spring? Nobody knew."
    assert verdict(source, "the ferry had been repaired in spring.", "en", before) is expected
