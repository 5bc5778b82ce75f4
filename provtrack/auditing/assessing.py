"""One quotation beside one place: the departures, what is lost, how much of it stands there.

Entry points: `Assessment`, `assess`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provtrack.auditing.cuts import lost_after, lost_before
from provtrack.auditing.cuts_unread import lost_beside
from provtrack.auditing.lining_up import lined_up, place_of, with_whole_words
from provtrack.auditing.marks import weigh_marks
from provtrack.auditing.matching import Match
from provtrack.auditing.pairing import Stretch
from provtrack.auditing.partial import of_whole, part_before
from provtrack.auditing.places import Candidate
from provtrack.auditing.qualifying import only_holds, only_qualifies
from provtrack.auditing.quoted import GAP, Quoted
from provtrack.auditing.reported_questions import (
    as_reported,
    is_reported_question,
    reports_question,
)
from provtrack.auditing.sides import KnowsWord, Sides
from provtrack.auditing.subjects import another_subject, of_another
from provtrack.auditing.swallowed import lost_within
from provtrack.auditing.weighed import Weighed
from provtrack.auditing.weighing import weigh
from provtrack.model.names import Nature
from provtrack.model.quotation import Passage, Quotation, Verdict
from provtrack.model.text import Span
from provtrack.taxonomy.recognition import distance
from provtrack.taxonomy.speakers import is_another_speaker
from provtrack.text.language_rules import LanguageRules, rules_of

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
        candidate = with_whole_words(candidate)
    span, text = candidate.passage.span, candidate.text
    if quotation.text == text[span.start : span.end] and not quoted.has_emphasis:
        passage, weighed = candidate.passage, []
        held = frozenset(range(len(quoted.words)))
    else:
        offset, sides, found = lined_up(quoted, candidate, rules, knows)
        weighed = _departures(found, sides)
        held = _held(found, sides)
        weighed = [
            replace(one, source=(one.source[0] + offset, one.source[1] + offset)) for one in weighed
        ]
        passage = place_of(found, sides, offset, candidate.passage, quoted)
    start, end = passage.span.start, passage.span.end
    is_asked_again = is_reported_question(quotation.text, text, start, rules)
    if is_asked_again or reports_question(setting[0], rules):
        weighed = list(map(as_reported, weighed))
    before = ""
    if not is_asked_again:
        before = lost_before(text, start, end, rules=rules, setting=setting[0])
    if before and any(_begins_otherwise(one, start) for one in weighed):
        passage, weighed = _with_lead(passage, weighed, text.rindex(before, 0, start))
        start, before = passage.span.start, ""
    left_out, speaker = _before_passage(quotation, text, (start, end), rules, setting=setting[0])
    weighed = [*weighed, *left_out]
    after = lost_after(text, start, end, rules=rules, setting=setting[1])
    beside = lost_beside(text, start, end, language=candidate.language, setting=setting)
    lost = [before or beside[0], after or beside[1]]
    return Assessment(
        candidate,
        passage,
        tuple(weighed),
        held,
        " … ".join(filter(None, lost)),
        any(lost)
        and (not lost[0] or only_holds(lost[0], rules))
        and (not lost[1] or only_qualifies(lost[1], text, (start, end), rules)),
        speaker,
    )


def _before_passage(
    quotation: Quotation, text: str, place: tuple[int, int], rules: LanguageRules, *, setting: str
) -> tuple[list[Weighed], str]:
    """Weigh what right before a passage is not as the publication has it, and name who speaks.

    It is whoever acts, or the part of which only the whole is quoted.
    """
    start, end = place
    another = another_subject(quotation, text, start, rules)
    part = part_before(text, start, end, rules=rules, quoted=quotation.text, setting=setting)
    weighed = [of_whole(part, start)] if part else []
    if another and another.is_saying:
        return weighed, another.name
    if another:
        weighed.append(of_another(another.name, quotation.subject, start))
    return weighed, is_another_speaker(quotation.speaker, text, start, rules)


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
