"""Join the parts of a sentence that a reporting clause interrupts: “The road,” he wrote, “is shut.”

Parts are joined if nothing but such a clause stands between them, no note is called there, and the
second goes on in the middle of the sentence: with a small letter, or, as German nouns and names do,
with a capital where one verb between commas is all that interrupts. Entry point: `joined`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from provtrack.quotations.flows import Flow
from provtrack.quotations.marks import SIGNS
from provtrack.quotations.running import Quote
from provtrack.quotations.surroundings import WORD
from provtrack.quotations.words import says, says_misread

MAX_CLAUSE = 90  # signs
MAX_WORDS = 10
MAX_TERM = 2  # words of a term that is put between marks
PAUSES = (",", "—", "–", "-", "，")
COMMAS = (",", "，")
AND = frozenset("and und et и och y e i a but aber mais но".split())  # noqa: SIM905


def joined(flow: Flow, quotes: Sequence[Quote]) -> list[Quote]:
    """Join parts of one sentence.

    Args:
        quotes: Those that lie in no other, in order.
    """
    whole: list[Quote] = []
    for quote in quotes:
        if whole and _is_rest(flow, whole[-1], quote):
            first = whole[-1]
            clause = (first.end, quote.start)
            whole[-1] = replace(
                first,
                end=quote.end,
                whole_end=quote.whole_end,
                reopened=first.reopened + quote.reopened,
                interruptions=(*first.interruptions, clause),
            )
        else:
            whole.append(quote)
    return whole


def _is_rest(flow: Flow, first: Quote, second: Quote) -> bool:
    """Whether the second goes on with the sentence of the first."""
    between = flow.text[first.whole_end : second.whole_start]
    if len(between) > MAX_CLAUSE or not _are_alike(first.sign, second.sign):
        return False
    before, clause = flow.text[first.start : first.end].rstrip(), between.strip()
    pauses_before = before.endswith(PAUSES) or clause.startswith(PAUSES)
    if not pauses_before or not clause.endswith(PAUSES) or "\n\n" in between:
        return False
    if _is_term(flow, first):
        return False
    words = [word.casefold() for word in WORD.findall(clause)]
    spoken = sum(map(says, words)) or any(map(says_misread, words))
    if len(words) > MAX_WORDS or not spoken or _has_call(flow, first.start, second.start):
        return False
    begins = next((sign for sign in flow.text[second.start : second.end] if sign.isalpha()), "")
    is_aside = spoken == 1 and before.endswith(COMMAS) and AND.isdisjoint(words)
    return not begins.isupper() or is_aside


def _is_term(flow: Flow, first: Quote) -> bool:
    """Whether a part is a word or two in the midst of the author's own: the “sectarians,” he said.

    What begins a quotation begins the sentence, or stands behind a pause or a verb of saying.
    """
    words = WORD.findall(flow.text[first.start : first.end])
    before = flow.text[max(0, first.whole_start - MAX_CLAUSE) : first.whole_start]
    own = WORD.findall(before.rpartition("\n")[2])
    is_amid = before[-1:] == " " and before.rstrip()[-1:].isalpha() and bool(own)
    return len(words) <= MAX_TERM and is_amid and not says(own[-1].casefold())


def _are_alike(sign: str, other: str) -> bool:
    """Whether two opening marks are of one family; recognition may have misread one of them."""
    return bool(sign and other) and SIGNS[sign][0] is SIGNS[other][0]


def _has_call(flow: Flow, start: int, end: int) -> bool:
    place = bisect_left(flow.note_marks, start, key=lambda call: call.position)
    return place < len(flow.note_marks) and flow.note_marks[place].position < end
