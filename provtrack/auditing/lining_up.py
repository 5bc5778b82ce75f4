"""A quotation lined up with a passage word by word, and with what is beside it.

Entry points: `with_whole_words`, `lined_up`, `place_of`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import takewhile

from provtrack.auditing.matching import Match, match
from provtrack.auditing.pairing import answer_each_other
from provtrack.auditing.places import Candidate
from provtrack.auditing.quoted import GAP, Quoted, Word, without_own, words_of
from provtrack.auditing.sides import KnowsWord, Sides
from provtrack.model.quotation import Passage
from provtrack.model.text import Span
from provtrack.text.language_rules import LanguageRules, rules_of

_MARGIN = 200  # code points beside a passage in which missing end words are looked for
_MARKS = 4  # code points after a passage that may be its closing marks
_SURELY = 0.5  # share of the missing end words that must stand beside the passage
_WORTH = 0.2  # share of the words that stand in a passage beside which others are looked for
_TEXTS = 64
_STOPS = frozenset(".!?…。！？")


def with_whole_words(candidate: Candidate) -> Candidate:
    """Let a passage begin and end where words do: "able" is not what "unable" says."""
    text, start, end = candidate.text, candidate.passage.span.start, candidate.passage.span.end
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
        end += 1
    if Span(start, end) == candidate.passage.span:
        return candidate
    return replace(candidate, passage=replace(candidate.passage, span=Span(start, end)))


def lined_up(
    quoted: Quoted, candidate: Candidate, rules: LanguageRules, knows: KnowsWord | None
) -> tuple[int, Sides, Match]:
    """Line a quotation up with its passage, and with what is beside it if its ends stand there."""
    text, span = candidate.text, candidate.passage.span
    own = _words_in(text, rules.language)

    def known(word: str) -> bool:
        return word in own or (knows is not None and knows(word, rules.language))

    best: tuple[int, int, Sides, Match] | None = None
    for before, after in ((0, 0), (_MARGIN, 0), (0, _MARGIN), (_MARGIN, _MARGIN)):
        first, last = _widened(text, span, before, after)
        window = text[first:last]
        source = words_of(window, rules)
        quoted = without_own(quoted, window)
        found = match(source, quoted.words, is_end=partial(_is_end, source, window, quoted, rules))
        count = len(found.pairs) + found.moved + _answered(found, source, quoted)
        if best is None or count >= best[0] + max(1, _SURELY * _open_ends(best[3], quoted)):
            sides = Sides(window, source, quoted, rules, known)
            best = count, first, sides, found
        if not before and not after and not _may_go_on(found, quoted):
            break
    if best is None:
        raise AssertionError("the first window is always tried")
    return best[1:]


def _is_end(
    source: Sequence[Word], text: str, quoted: Quoted, rules: LanguageRules, s: int, q: int
) -> bool:
    """Tell whether a sentence ends before a word of the passage, and none before the quoted one."""
    if not 0 < s < len(source) or not 0 < q < len(quoted.words):
        return False
    between = text[source[s - 1].end : source[s].start]
    own = quoted.text[quoted.words[q - 1].end : quoted.words[q].start]
    if text[source[s].start].islower() or source[s - 1].key.rstrip(".") in rules.abbreviations:
        return False  # a stop of an abbreviation
    return bool(_STOPS.intersection(between)) and not _STOPS.intersection(own)


def _may_go_on(found: Match, quoted: Quoted) -> bool:
    """Tell whether words at an end may stand beside the passage: most others stand in it."""
    return len(found.pairs) >= _WORTH * len(quoted.words) and bool(_open_ends(found, quoted))


def _open_ends(found: Match, quoted: Quoted) -> int:
    """Count the words of the quotation before the first and after the last that agrees."""
    plain = [n for n, word in enumerate(quoted.words) if word.key != GAP and not word.is_inserted]
    if found.moved:
        return 0
    if not found.pairs:
        return len(plain)
    first, last = found.pairs[0][1], found.pairs[-1][1]
    return sum(not first <= number <= last for number in plain)


def _answered(found: Match, source: Sequence[Word], quoted: Quoted) -> int:
    """Count the words at the ends that stand there in other letters: 7% for 7 percent."""
    ends = [one for one in found.stretches if one.q0 == 0 or one.q1 == len(quoted.words)]
    alike = (one for one in ends if answer_each_other(one, source, quoted.words))
    return sum(one.q1 - one.q0 for one in alike)


def _widened(text: str, span: Span, before: int, after: int) -> tuple[int, int]:
    """Take in what stands beside a passage, by whole words."""
    first, last = span.start, span.end
    if before:
        far = max(0, first - before)
        first = (text.find(" ", far, first) + 1 or first) if far else 0
    if after:
        return first, max(text.rfind(" ", last, last + after), last)
    marks = takewhile(lambda sign: not sign.isalnum() and sign != "\n", text[last : last + _MARKS])
    return first, last + sum(1 for _ in marks)


@lru_cache(maxsize=_TEXTS)
def _words_in(text: str, language: str) -> frozenset[str]:
    """List the words of a text: those are words, whatever they look like."""
    return frozenset(word.key for word in words_of(text, rules_of(language)))


def place_of(found: Match, sides: Sides, offset: int, passage: Passage, quoted: Quoted) -> Passage:
    """Give the passage from the first to the last word that is quoted."""
    if found.first >= found.last:
        return passage
    source = sides.source
    start, end = source[found.first].start, source[found.last - 1].end
    stop = passage.span.end - offset
    if stop > end and not any(end < word.end <= stop for word in source):
        end = stop  # the closing mark belongs to the place
    end += _agreeing(sides.text[end:], quoted.text[quoted.words[-1].end :].rstrip())
    head = quoted.text[: quoted.words[0].start].lstrip()
    start -= _agreeing(sides.text[:start][::-1], head[::-1])
    lead = passage.span.start - offset
    if 0 <= lead < start and not any(lead <= word.start < start for word in source):
        start = lead
    return replace(passage, span=Span(offset + start, offset + end))


def _agreeing(source: str, quoted: str) -> int:
    """Count the code points with which both go on alike: a closing stop, an opening mark."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(source, quoted, strict=False))
    return sum(1 for _ in pairs)
