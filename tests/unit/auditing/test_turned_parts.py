"""Where a quotation stands that turns, adds or leaves out words at its ends."""

from provtrack.auditing import Candidate, judge
from provtrack.model.quotation import Judgement, Passage, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span

LETTER = (
    "The ferry was late. The mayor said that the bridge was closed; the boats were full "
    "again that spring. The baker went home early."
)


def judged(words: str, text: str = LETTER, *, language: str = "en") -> Judgement:
    """Judge words against the sentences that the search would find of a letter."""
    passage = Passage(document="letter", siglum="E1", file="e1.txt", span=Span(0, len(text)))
    quotation = Quotation(span=Span(0, len(words)), text=words, place=QuotationPlace.INLINE)
    return judge(quotation, [Candidate(passage=passage, text=text, language=language)])


def quoted_from(found: Judgement, text: str = LETTER) -> list[str]:
    return [text[one.span.start : one.span.end].rstrip(".。") for one in found.passages]


def test_parts_in_turned_order_stand_where_both_are():
    found = judged(
        "The boats were full again that spring; the mayor said that the bridge was closed."
    )
    assert found.verdict is Verdict.DISTORTED
    assert quoted_from(found) == [LETTER[20:100]]


def test_words_added_behind_the_end_of_a_sentence_answer_nothing_of_the_next():
    found = judged("The boats were full again that spring, whatever they had promised.")
    assert found.verdict is Verdict.DISTORTED
    assert quoted_from(found) == ["the boats were full again that spring"]


def test_two_words_in_a_row_stay_at_an_end_from_which_others_were_dropped():
    text = "Heavy debts, which nobody had counted until then, kept the bakers awake in winter."
    found = judged("Heavy debts, kept the bakers awake in winter.", text)
    assert quoted_from(found, text) == [text[:-1]]


def test_chinese_words_added_at_an_end_answer_nothing_of_the_next_sentence():
    text = "市长说桥已经关闭了。船夫们在河边等了三天。面包师每天早晨开门。"
    found = judged("船夫们在河边等了三天，违背一切诺言。", text, language="zh")
    assert quoted_from(found, text) == ["船夫们在河边等了三天"]


def test_a_negation_put_before_a_sentence_is_no_word_of_the_one_before():
    text = "市长说桥已经关闭了。船夫们在河边等了三天。面包师每天早晨开门。"
    found = judged("不船夫们在河边等了三天。", text, language="zh")
    assert found.verdict is Verdict.DISTORTED
    assert quoted_from(found, text) == ["船夫们在河边等了三天"]
