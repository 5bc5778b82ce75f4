"""The difference inside the quotation."""

from provtrack.auditing.woven import PieceKind, woven
from provtrack.model.names import Nature, Significance
from provtrack.model.quotation import Difference, Verdict
from provtrack.model.text import Span

TEXT = "the talks did end in 1962"


def difference(quoted: str, source: str, *, at: int | None = None, **more: object) -> Difference:
    start = TEXT.index(quoted) if at is None else at
    known = {"nature": Nature.WORDING, "significance": Significance.ACCIDENTAL} | more
    return Difference(
        quoted=Span(start, start + len(quoted)),
        quoted_words=quoted,
        source=Span(0, len(source)),
        source_words=source,
        explanation="",
        weight=Verdict.ALTERED,
        **known,
    )


def shown(*differences: Difference) -> str:
    marks = {PieceKind.BOTH: "{}", PieceKind.SOURCE: "[{}]", PieceKind.QUOTED: "<{}>"}
    return "".join(marks[one.kind].format(one.text) for one in woven(TEXT, differences))


def test_words_of_the_source_stand_before_those_of_the_quotation():
    assert shown(difference("1962", "1961")) == "the talks did end in [1961]<1962>"


def test_words_left_out_stand_apart_from_their_neighbours():
    assert shown(difference("", "not", at=14)) == "the talks did [not ]end in 1962"


def test_differences_are_shown_in_the_order_of_the_quotation():
    told = shown(difference("1962", "1961"), difference("talks", "meetings"))
    assert told == "the [meetings]<talks> did end in [1961]<1962>"


def test_a_declared_edit_is_left_as_it_is_written():
    assert shown(difference("did", "did not", is_declared=True)) == TEXT


def test_a_declared_edit_that_touches_the_sense_is_shown():
    grave = difference("did", "not", is_declared=True, significance=Significance.SUBSTANTIVE)
    assert shown(grave) == "the talks [not]<did> end in 1962"


def test_of_two_that_share_words_the_first_is_shown():
    told = shown(difference("talks did", "meetings"), difference("did", "would"))
    assert told == "the [meetings]<talks did> end in 1962"
