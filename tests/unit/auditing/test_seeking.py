"""What of a quotation is looked for, and what is said where only a part of it stands."""

import pytest

from provtrack.auditing import Candidate, judge
from provtrack.auditing.seeking import places_in, segments_of
from provtrack.model.quotation import Judgement, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span
from provtrack.search import IndexedText, MemoryIndex

HARBOUR = (
    "The harbour was closed on Monday. I told the pilots to wait in the outer roads until dawn. "
    "They were paid 150,000 crowns for the delay."
)
CHINESE = "前文如此。港口在星期一关闭了,领航员都在外面等到天亮才进来。后文如此。"


def judged(words: str, text: str, language: str) -> Judgement:
    quotation = Quotation(span=Span(0, len(words)), text=words, place=QuotationPlace.INLINE)
    index = MemoryIndex([(IndexedText(document="a", file="a.txt"), text)])
    found = places_in(segments_of(quotation, language), index, first=("a",))
    return judge(quotation, [Candidate(passage=p, text=text, language=language) for p in found])


def test_chinese_words_are_looked_for_as_they_are_written() -> None:
    words = "港口在星期一关闭了,领航员都在里面等到天亮才进来。"
    assert judged(words, CHINESE, "zh").verdict is Verdict.DISTORTED


def test_invented_sentence_leaves_the_true_one_located() -> None:
    words = (
        "I told the pilots to wait in the outer roads until dawn. Nobody thanked us for the soup, "
        "and the herring barrels were rolled ashore empty."
    )
    judgement = judged(words, HARBOUR, "en")
    assert judgement.verdict is Verdict.DISTORTED
    assert "herring" in judgement.differences[0].quoted_words


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("[i] told the pilots to wait in the outer roads until dawn", Verdict.TYPOGRAPHIC),
        ("They were paid 150.000 crowns for the delay.", Verdict.ALTERED),
        ("They were paid 150 000 crowns for the delay.", Verdict.ALTERED),
        ("They were paid 15,000 crowns for the delay.", Verdict.DISTORTED),
        ("I told the pilots towait in the outer roads until dawn.", Verdict.ALTERED),
    ],
)
def test_small_departures_are_weighed_by_what_they_are(words: str, verdict: Verdict) -> None:
    assert judged(words, HARBOUR, "en").verdict is verdict


def test_few_words_that_stand_by_chance_are_no_place() -> None:
    index = MemoryIndex([(IndexedText(document="a", file="a.txt"), HARBOUR)])
    words = ["Nobody had foreseen this but they were to wait in the outer roads"]
    assert not places_in(words, index)


LETTER = (
    "Sir, the bridge is to be rebuilt by the guild before the harvest. "
    "Nobody asked who would pay for the timber, and the clerk wrote nothing down."
)


def test_where_most_of_a_quotation_stands_nowhere_it_is_not_found_but_for_a_part() -> None:
    words = (
        "The guild met at noon in the chapel. It rained on the silver roofs. Seven masters spoke "
        "against the tax. The bridge is to be rebuilt by the guild before the harvest."
    )
    judgement = judged(words, LETTER, "en")
    assert (judgement.verdict, judgement.passages) == (Verdict.NOT_FOUND, ())
    (place,) = judgement.also_at
    assert LETTER[place.span.start : place.span.end].startswith("the bridge is to be rebuilt")


def test_the_words_that_stand_nowhere_are_told_from_those_that_are_changed() -> None:
    words = (
        "Seven masters spoke against the tax. The bridge is to be rebuilt by the crown "
        "before the harvest."
    )
    weights = [one.weight for one in judged(words, LETTER, "en").differences]
    assert [weights[0], weights[-1]] == [Verdict.NOT_FOUND, Verdict.DISTORTED]
