"""One quotation and the places where it may stand -> a judgement, by the worst edit.

Each place is assessed by itself; the one with the least grave departures is where the quotation
stands, the cited one first among equals. If no place holds it all, several may hold its parts.
Method: DESIGN §5, §6; a score is never consulted, since a sentence and its negation are 99 % alike.
Entry points: `judge`, `SURE_OF_STOCK`, `FEW_TEXTS`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from provtrack.auditing.assessing import Assessment, assess
from provtrack.auditing.partly import found_part, of_part, part_of
from provtrack.auditing.places import VERDICTS, Candidate, Cited, Standing, rank_of, standing_of
from provtrack.auditing.quoted import GAP, Quoted, read_quoted, with_told
from provtrack.auditing.seeking import with_signs
from provtrack.auditing.sides import KnowsWord
from provtrack.auditing.weighed import Weighed
from provtrack.model.names import ACCIDENTAL_NATURES, Significance, VersionKind
from provtrack.model.quotation import (
    Difference,
    Judgement,
    Passage,
    Quotation,
    Verdict,
)
from provtrack.model.text import Span
from provtrack.text.language_rules import rules_of

_WHOLE = 0.7  # share of the words that one place must hold to be the only one
_LEAST = 0.5  # share below which a quotation does not stand anywhere
_STANDS = 8  # words in a row that stand somewhere, whatever is put beside them
_PART = 3  # words a further place must add
_CHARACTERS = 6  # the same of a script that does not divide words
_TELLING = 2  # of them longer than others
FEW_TEXTS = 20  # among which a stock phrase would hardly stand by chance
_STOCK = 3  # longer words that stand somewhere by chance, in a document that nothing names
_LIGHT = 3  # letters of a word that stands in any text
_LONG_ROW = 6  # words in a row at another place
_MOST_PLACES = 4
_ORDER = {verdict: number for number, verdict in enumerate(Verdict)}
_FAITHFUL = (Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.EDITORIAL)
_SURE_OF_ABSENCE = 0.9
_SURE_OF_SEAM = 0.85
_SURE_OF_CUT = 0.8
SURE_OF_STOCK = 0.5  # that a stock phrase is from where it stands, if no note names a document


def judge(
    quotation: Quotation,
    candidates: Sequence[Candidate],
    *,
    cited: Cited | None = None,
    setting: tuple[str, str] = ("", ""),
    knows: KnowsWord | None = None,
    searched: int = 1,
) -> Judgement:
    """Judge how faithful a quotation is to the places where it may stand.

    Args:
        candidates: In any order; the judgement does not depend on it.
        cited: What the note resolves to; None where nothing is cited or nothing could be resolved.
        setting: The author's own words in the sentence before and after the quotation. What they
            say is not lost by a cut.
        knows: Tells whether a casefolded word is known to be a word of a language, say because the
            archive has it; without it the words of the source and of the language's lists are.
        searched: In how many texts the places were looked for.
    """
    ordered = sorted(candidates, key=_place)
    quotation = with_told(quotation, [_words_at(candidate) for candidate in ordered])
    read = {c.language: read_quoted(quotation, rules_of(c.language)) for c in ordered}
    assessed = [
        assess(quotation, read[c.language], c, setting=setting, knows=knows) for c in ordered
    ]
    if not assessed:
        return Judgement(verdict=Verdict.NOT_FOUND, confidence=_SURE_OF_ABSENCE)
    quoted = read[assessed[0].candidate.language]
    needed = {n for n, word in enumerate(quoted.words) if word.key != GAP and not word.is_inserted}
    best = min(assessed, key=lambda one: _preference(one, needed, cited))
    own = read[best.candidate.language]
    is_chance = searched > FEW_TEXTS and _is_chance(best, own, cited)
    if is_chance and best.weight in (Verdict.DISTORTED, Verdict.ALTERED):
        return Judgement(verdict=Verdict.NOT_FOUND, confidence=_SURE_OF_SEAM)
    telling = _STOCK + 1 if cited is None and searched > FEW_TEXTS else _TELLING
    parts = _parts(assessed, needed, best, (_light(own, best.candidate.language), telling))
    if len(parts) > 1 and _share(frozenset().union(*(p.held for p in parts)), needed) >= _WHOLE:
        return _of_several(parts, cited)
    part = found_part(own, best, needed)
    if part:
        held, start = part_of(quotation, own, part)
        alone = judge(held, [_at(best, held)], cited=cited, setting=setting, knows=knows)
        return of_part(quotation, alone, Span(start, start + len(held.text)))
    if _share(best.held, needed) >= _WHOLE or best.weight is Verdict.STITCHED:
        found = _of_one(quotation, own, best, cited, [one.passage for one in assessed])
        return replace(found, confidence=SURE_OF_STOCK) if is_chance else found
    if _share(best.held, needed) >= _LEAST or _longest_row(best.held) >= _STANDS:
        return _of_one(quotation, own, best, cited, [])
    return Judgement(verdict=Verdict.NOT_FOUND, confidence=_SURE_OF_ABSENCE)


def _words_at(candidate: Candidate) -> str:
    span = candidate.passage.span
    return candidate.text[span.start : span.end]


def _at(best: Assessment, held: Quotation) -> Candidate:
    """Give the place where a part of a quotation stands, with the signs the part ends with."""
    place = with_signs(best.passage, best.candidate.text, held.text)
    return replace(best.candidate, passage=place)


def _is_chance(best: Assessment, quoted: Quoted, cited: Cited | None) -> bool:
    """Tell a stock phrase, which stands in some document, from a quotation of that document.

    Three longer words that agree are little where no note names the document.
    """
    rules = rules_of(best.candidate.language)
    if cited is not None and standing_of(best.candidate, cited) is Standing.CITED:
        return False
    departing = [
        one.quoted for one in best.weighed if one.weight in (Verdict.DISTORTED, Verdict.ALTERED)
    ]
    agreeing = {
        word.key
        for number, word in enumerate(quoted.words)
        if number in best.held
        and word.key != GAP
        and not any(start < word.end and word.start < end for start, end in departing)
    }
    if rules.words:
        return len(agreeing) <= _CHARACTERS
    return sum(len(key) > _LIGHT and key not in rules.function_words for key in agreeing) <= _STOCK


def _place(candidate: Candidate) -> tuple[str, str, int, int, int]:
    passage = candidate.passage
    return (
        passage.document, passage.siglum, -passage.revision, passage.span.start, passage.span.end,
    )  # fmt: skip


def _share(held: frozenset[int], needed: set[int]) -> float:
    return len(held & needed) / len(needed) if needed else 1.0


def _preference(
    one: Assessment, needed: set[int], cited: Cited | None
) -> tuple[bool, int, tuple[bool, bool, int], bool, int, float, int]:
    """Order places: the whole before parts, faithful before not, the cited before others.

    An abstract comes after all versions of its document that have the words, unless it is cited.
    """
    share = _share(one.held, needed)
    weight = Verdict.EXACT if one.weight in _FAITHFUL else one.weight
    candidate, lost = one.candidate, bool(one.lost or one.speaker)
    standing = standing_of(candidate, cited)
    is_cited = cited is not None and cited.siglum == candidate.passage.siglum
    is_abstract = candidate.kind is VersionKind.ABSTRACT and not is_cited
    where = standing is Standing.ELSEWHERE, is_abstract, list(Standing).index(standing)
    rank = rank_of(candidate.kind)
    return share < _WHOLE, -_ORDER[weight], where, lost, -_ORDER[one.weight], -share, rank


def _of_one(
    quotation: Quotation,
    quoted: Quoted,
    one: Assessment,
    cited: Cited | None,
    others: Iterable[Passage],
) -> Judgement:
    """Judge a quotation that stands at one place."""
    holding = {weighed.weight for weighed in one.weighed}
    if one.lost:
        holding.add(Verdict.TRUNCATED)
    standing = standing_of(one.candidate, cited)
    if standing in VERDICTS:
        holding.add(VERDICTS[standing])
    if one.speaker:
        holding.add(Verdict.MISATTRIBUTED)
    verdicts = sorted(holding or {Verdict.EXACT}, key=_ORDER.__getitem__)
    return Judgement(
        verdict=verdicts[0],
        confidence=_confidence(verdicts[0], one),
        also=tuple(verdicts[1:]),
        passages=(one.passage,),
        also_at=tuple(place for place in others if place is not one.passage),
        differences=tuple(_difference(w, quotation, quoted, one) for w in one.weighed),
        lost=one.lost,
        is_only_qualified=one.is_only_qualified and one.weight is not Verdict.TRUNCATED,
        speaker=one.speaker,
    )


def _confidence(verdict: Verdict, one: Assessment) -> float:
    """Give how sure the verdict is: as sure as the surest departure that led to it."""
    sure = [weighed.confidence for weighed in one.weighed if weighed.weight is verdict]
    if sure:
        return round(max(sure), 4)
    return _SURE_OF_CUT if verdict is Verdict.TRUNCATED else 0.95


def _difference(
    weighed: Weighed, quotation: Quotation, quoted: Quoted, one: Assessment
) -> Difference:
    """Make the value: spans in the quotation's text and in the recorded text."""
    first, last = (quoted.origins[at] for at in weighed.quoted)
    first, last = _without_brackets(quotation.text, min(first, last), max(first, last))
    source = Span(*weighed.source)
    is_form = weighed.nature in ACCIDENTAL_NATURES
    return Difference(
        nature=weighed.nature,
        significance=Significance.ACCIDENTAL if is_form else Significance.SUBSTANTIVE,
        quoted=Span(first, last),
        quoted_words=quotation.text[first:last],
        source=source,
        source_words=one.candidate.text[source.start : source.end],
        explanation=weighed.explanation,
        weight=weighed.weight,
        is_declared=weighed.is_declared,
    )


def _without_brackets(text: str, first: int, last: int) -> tuple[int, int]:
    """Leave a bracket out of a span in which its other half does not stand: not], [sic."""
    words = text[first:last]
    if words.endswith("]") and "[" not in words:
        return first, last - 1
    return (first + 1, last) if words.startswith("[") and "]" not in words else (first, last)


def _parts(
    assessed: Sequence[Assessment],
    needed: set[int],
    best: Assessment,
    telling: tuple[set[int] | None, int],
) -> list[Assessment]:
    """Choose places that together hold the quotation, the one that adds most first.

    Args:
        telling: Words that stand in any text, and how many others a place must add; None for the
            words where characters stand for words, and many of them in a row tell.
    """
    chosen = [best]
    light, many = telling
    least = _PART if light is not None else _CHARACTERS
    light = light or set()
    open_words = needed - best.held
    if best.weight in (Verdict.DISTORTED, Verdict.STITCHED):
        open_words |= _elsewhere(assessed, needed, best)
    while open_words and len(chosen) < _MOST_PLACES:
        further = max(assessed, key=lambda one: len(_runs(one.held & open_words, least)))
        added = _runs(further.held & open_words, least)
        if len(added) < least or len(added - light) < many:
            break
        chosen.append(further)
        open_words -= added
    return sorted(chosen, key=lambda one: min(one.held & needed, default=0))


def _elsewhere(assessed: Sequence[Assessment], needed: set[int], best: Assessment) -> set[int]:
    """List words that agree with the best place one by one, and with another in a long row."""
    scattered = (needed & best.held) - _runs(best.held)
    found: set[int] = set()
    for one in assessed:
        gained = (needed & one.held) - _runs(best.held)
        rows = _runs(gained)
        if one is not best and len(rows) >= _LONG_ROW and rows & scattered:
            found |= rows & scattered
    return found


def _light(quoted: Quoted, language: str) -> set[int] | None:
    """List the words that stand in any text, by their length; None in a script without blanks."""
    if rules_of(language).words:
        return None
    return {n for n, word in enumerate(quoted.words) if len(word.key) <= _LIGHT}


def _runs(held: Iterable[int], least: int = _PART) -> set[int]:
    """Keep words that stand in a row of at least so many; lone ones agree by chance."""
    kept: set[int] = set()
    row: list[int] = []
    for number in sorted(held):
        if row and number != row[-1] + 1:
            kept |= set(row) if len(row) >= least else set()
            row = []
        row.append(number)
    return kept | (set(row) if len(row) >= least else set())


def _longest_row(held: Iterable[int]) -> int:
    """Count the words of the longest row."""
    longest = row = 0
    last = None
    for number in sorted(held):
        row = row + 1 if last is not None and number == last + 1 else 1
        longest, last = max(longest, row), number
    return longest


def _of_several(parts: Sequence[Assessment], cited: Cited | None) -> Judgement:
    """Judge a quotation that is put together of several places."""
    holding = {
        VERDICTS[standing]
        for one in parts
        for standing in (standing_of(one.candidate, cited),)
        if standing in VERDICTS
    }
    return Judgement(
        verdict=Verdict.STITCHED,
        confidence=_SURE_OF_SEAM,
        also=tuple(sorted(holding, key=_ORDER.__getitem__)),
        passages=tuple(one.passage for one in parts),
    )
