"""One quotation beside one place: the departures, what is lost, how much of it stands there.

Entry points: `Assessment`, `assess`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import takewhile

from provtrack.auditing.cuts import lost_after, lost_before
from provtrack.auditing.marks import weigh_marks
from provtrack.auditing.matching import Match, match
from provtrack.auditing.pairing import Stretch
from provtrack.auditing.places import Candidate
from provtrack.auditing.qualifying import only_holds, only_qualifies
from provtrack.auditing.quoted import GAP, Quoted, Word, without_own, words_of
from provtrack.auditing.sides import KnowsWord, Sides
from provtrack.auditing.swallowed import lost_within
from provtrack.auditing.weighed import Weighed
from provtrack.auditing.weighing import weigh
from provtrack.model.names import Nature
from provtrack.model.quotation import Passage, Quotation, Verdict
from provtrack.model.text import Span
from provtrack.taxonomy.recognition import distance
from provtrack.taxonomy.speakers import is_another_speaker
from provtrack.text.language_rules import LanguageRules, rules_of

_MARGIN = 200  # code points beside a passage in which missing end words are looked for
_MARKS = 4  # code points after a passage that may be its closing marks
_SURELY = 0.5  # share of the missing end words that must stand beside the passage
_WORTH = 0.2  # share of the words that stand in a passage beside which others are looked for
_TEXTS = 64
_STOPS = frozenset(".!?…。！？")
_FAR = 14  # words left out without a sign that make two places of one
_FAR_ACROSS = 6  # the same where a sentence ends among them
_PART = 3  # words on each side of it, at least
_LONGEST = 60  # letters of a stretch that may be a misread one
_LIKE = 0.45  # share of wrong letters up to which two stretches still answer each other


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is found of a quotation at one place.

    Attributes:
        weighed: Departures; source spans count code points of the recorded text.
        held: Positions, in `Quoted.words`, of the words that stand here.
        lost: What the cut left out, in the words of the source; or empty.
        is_only_qualified: What is lost is a clause of its own, and nothing else is.
        speaker: Who speaks here, if another than the publication says; or empty.
    """

    candidate: Candidate
    passage: Passage
    weighed: tuple[Weighed, ...]
    held: frozenset[int]
    lost: str = ""
    is_only_qualified: bool = False
    speaker: str = ""

    @property
    def weight(self) -> Verdict:
        """The gravest verdict that the words themselves deserve."""
        weights = [one.weight for one in self.weighed]
        return min(weights, key=list(Verdict).index, default=Verdict.EXACT)


def assess(
    quotation: Quotation,
    quoted: Quoted,
    candidate: Candidate,
    *,
    setting: tuple[str, str] = ("", ""),
    knows: KnowsWord | None = None,
) -> Assessment:
    """Compare a quotation with one place where it may stand."""
    rules = rules_of(candidate.language)
    if not rules.words:
        candidate = _with_whole_words(candidate)
    span, text = candidate.passage.span, candidate.text
    if quotation.text == text[span.start : span.end] and not quoted.has_emphasis:
        passage, weighed = candidate.passage, []
        held = frozenset(range(len(quoted.words)))
    else:
        offset, sides, found = _aligned(quoted, candidate, rules, knows)
        weighed = _departures(found, sides)
        held = _held(found, sides)
        weighed = [
            replace(one, source=(one.source[0] + offset, one.source[1] + offset)) for one in weighed
        ]
        passage = _where(found, sides, offset, candidate.passage, quoted)
    start, end = passage.span.start, passage.span.end
    before = lost_before(text, start, end, rules=rules, setting=setting[0])
    if before and any(_begins_otherwise(one, start) for one in weighed):
        passage, weighed = _with_lead(passage, weighed, text.rindex(before, 0, start))
        start, before = passage.span.start, ""
    lost = [
        before,
        lost_after(text, start, end, rules=rules, setting=setting[1]),
    ]
    return Assessment(
        candidate,
        passage,
        tuple(weighed),
        held,
        " … ".join(filter(None, lost)),
        any(lost)
        and (not lost[0] or only_holds(lost[0], rules))
        and (not lost[1] or only_qualifies(lost[1], text, (start, end), rules)),
        is_another_speaker(quotation.speaker, text, start, rules),
    )


def _begins_otherwise(one: Weighed, start: int) -> bool:
    """Tell whether the first word of a passage stands in the quotation as another."""
    is_word = one.source[0] == start < one.source[1] and one.quoted[0] < one.quoted[1]
    return is_word and one.weight is Verdict.DISTORTED and not one.is_declared


def _with_lead(
    passage: Passage, weighed: Sequence[Weighed], lead: int
) -> tuple[Passage, list[Weighed]]:
    """Let what bears on the first word belong to what is quoted otherwise: everybody for nobody."""
    start = passage.span.start
    moved = [
        replace(one, source=(lead, one.source[1])) if _begins_otherwise(one, start) else one
        for one in weighed
    ]
    return replace(passage, span=Span(lead, passage.span.end)), moved


def _with_whole_words(candidate: Candidate) -> Candidate:
    """Let a passage begin and end where words do: "able" is not what "unable" says."""
    text, start, end = candidate.text, candidate.passage.span.start, candidate.passage.span.end
    while start and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while text[end - 1 : end].isalnum() and text[end : end + 1].isalnum():
        end += 1
    if Span(start, end) == candidate.passage.span:
        return candidate
    return replace(candidate, passage=replace(candidate.passage, span=Span(start, end)))


def _aligned(
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
        count = len(found.pairs) + found.moved
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


def _departures(found: Match, sides: Sides) -> list[Weighed]:
    """Weigh everything in which a quotation departs from a passage."""
    weighed = [*weigh(found, sides), *weigh_marks(found, sides)]
    for part in found.stretches:
        if part.is_swallowed:
            weighed.append(_swallowed(part, sides))
        elif _is_seam(part, found, sides):
            said, spans = "two places joined into one", sides.spans(part)
            weighed = [one for one in weighed if (one.source, one.quoted) != spans]
            weighed.append(Weighed(Nature.RECAST, Verdict.STITCHED, 0.85, said, *spans))
    words = sides.quoted.words
    ends = [number for number in (0, len(words) - 1) if words and words[number].key == GAP]
    for number in ends:
        spans = (0, 0), (words[number].start, words[number].end)
        said = "cut, as an ellipsis says"
        weighed.append(Weighed(Nature.CONTENT, Verdict.EDITORIAL, 0.95, said, *spans, True))
    if sides.quoted.has_sic:
        weighed.append(
            Weighed(Nature.BRACKET, Verdict.EDITORIAL, 0.95, "sic", (0, 0), (0, 0), True)
        )
    if sides.quoted.has_emphasis:
        said = "emphasis added"
        weighed.append(Weighed(Nature.CASE, Verdict.TYPOGRAPHIC, 0.9, said, (0, 0), (0, 0), True))
    return weighed


def _swallowed(part: Stretch, sides: Sides) -> Weighed:
    """Read what an ellipsis stands for."""
    words = sides.source[part.s0 : part.s1]
    spans = sides.spans(part)
    lost = lost_within(words, sides.text, rules=sides.rules)
    if lost is None:
        said = "left out, as an ellipsis says"
        weight = Verdict.EDITORIAL if words else Verdict.TYPOGRAPHIC
        return Weighed(Nature.CONTENT, weight, 0.95, said, *spans, is_declared=True)
    weight, word = lost
    nature = Nature.NEGATION if weight is Verdict.DISTORTED else Nature.MODALITY
    return Weighed(nature, weight, 0.8, f"the ellipsis swallows “{word}”", *spans, is_declared=True)


def _is_seam(part: Stretch, found: Match, sides: Sides) -> bool:
    """Tell two places joined as one from words left out."""
    left_out = part.s1 - part.s0
    if part.q1 - part.q0 > left_out // 3 or left_out < _FAR_ACROSS:
        return False
    (start, end), _ = sides.spans(part)
    has_stop = any(mark in sides.text[start - 1 : end + 1] for mark in ".!?;。！？")
    if not has_stop and left_out < _FAR:
        return False
    before = sum(q < part.q0 for _, q in found.pairs)
    return before >= _PART and len(found.pairs) - before >= _PART


def _held(found: Match, sides: Sides) -> frozenset[int]:
    """List the quoted words that stand here, also misread ones; lone ones do not count."""
    held = {q for _, q in found.pairs} | set(range(found.moved))
    for part in found.stretches:
        old = "".join(word.key for word in sides.source[part.s0 : part.s1])
        new = "".join(word.key for word in sides.quoted.words[part.q0 : part.q1])
        longest = max(len(old), len(new))
        if old and new and longest < _LONGEST and distance(old, new) <= _LIKE * longest:
            held |= set(range(part.q0, part.q1))
    return frozenset(held)


def _where(found: Match, sides: Sides, offset: int, passage: Passage, quoted: Quoted) -> Passage:
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
