"""Ask where a sentence of one side negates and what answers it on the other side does not.

What counts is that a sentence negates at all, not how often: languages double their negations. A
negation is answered by any other, also by a word that only implies one ("refuse", "without"); one
in a question, or beside a word that implies another ("not without"), may turn into its opposite and
is not asked about. Where a version often negates alone, only its sentences that negate more than
once are asked about. Entry point: `negation_queries`.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from provtrack.model.alignment import Sentence, SentenceBead
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.text.language_rules import rules_of
from provtrack.text.negating import Negation, negations_in

TOPIC = "negation"
_CLAUSE_ENDS = re.compile(r"[,;:—.!?()，；：。！？、\n]+")
_SENTENCE_END = re.compile(r"[.!?;。！？；؟]")
_ASKING = "?？؟"
_BESIDE = 12  # code points within which a word is near enough to take a negation back
_LEAST_SURE = 0.9  # confidence of the sentences' alignment, before they are compared
_LEAST_SURE_ALONE = 0.6  # where each paragraph is one sentence: no other one could answer it
_LONGEST_SHOWN = 40  # code points after a negation that may be quoted with it
_FEW, _SELDOM = 2, 0.1  # unanswered negations of a side, in all or for each: a habit above it
_OFTEN = 2  # clauses that negate, from which a sentence is asked about even then


@dataclass(frozen=True, slots=True)
class _Said:
    """What one side of a bead of sentences says no to.

    Attributes:
        firm: Readings of the negations that need an answer, one a clause.
        negates: Anything here can answer a negation.
    """

    firm: tuple[Reading, ...]
    negates: bool


@dataclass(frozen=True, slots=True)
class _Unit:
    """Both sides of a bead of sentences, base first; `is_sure` where they may be compared."""

    sides: tuple[_Said, _Said]
    is_sure: bool

    def surplus(self, side: int) -> int:
        """Tell how many more clauses of a side negate firmly than of the other."""
        return len(self.sides[side].firm) - len(self.sides[1 - side].firm)


def negation_queries(
    inside: Sequence[Sequence[SentenceBead]],
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
) -> list[tuple[Query, ...]]:
    """Ask of every bead, knowing all of them.

    Args:
        inside: The beads of sentences of each bead of an alignment.
        base, witness: All paragraphs of both versions.
        base_language, witness_language: BCP 47; without a list of negations nothing is asked.

    Returns:
        The queries of each bead, in reading order.
    """
    languages = base_language, witness_language
    units = [
        [_unit(one, (base, witness), languages, is_alone=len(beads) == 1) for one in beads]
        for beads in inside
    ]
    if not all(rules_of(one).negations for one in languages):
        return [() for _ in inside]
    sides = [side for beads in units for unit in beads for side in unit.sides]
    asked = [list(_unanswered(beads)) for beads in units]
    least = [_least(side, asked, sides[side::2]) for side in (0, 1)]
    return [
        tuple(_query(side, firm) for side, firm in found if len(firm) >= least[side])
        for found in asked
    ]


def _least(
    side: int, asked: Sequence[Sequence[tuple[int, tuple[Reading, ...]]]], said: Sequence[_Said]
) -> int:
    """Tell how many clauses of a side have to negate before it is asked about."""
    unanswered = sum(place == side for found in asked for place, _ in found)
    is_habit = unanswered > max(_FEW, _SELDOM * sum(bool(one.firm) for one in said))
    return _OFTEN if is_habit else 1


def _unit(
    one: SentenceBead,
    texts: tuple[Sequence[str], Sequence[str]],
    languages: tuple[str, str],
    *,
    is_alone: bool,
) -> _Unit:
    """Read both sides of a bead of sentences; `is_alone` if its paragraphs have no other."""
    base, witness = (
        _said(sentences, texts[side], languages[side])
        for side, sentences in enumerate((one.base, one.witness))
    )
    is_single = is_alone and len(one.base) == len(one.witness) == 1
    least = _LEAST_SURE_ALONE if is_single else _LEAST_SURE
    is_sure = bool(one.base and one.witness) and one.confidence >= least
    return _Unit((base, witness), is_sure)


def _said(sentences: Sequence[Sentence], texts: Sequence[str], language: str) -> _Said:
    """Read the negations of neighbouring sentences."""
    firm: list[Reading] = []
    negates = False
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        text = texts[sentence.paragraph][start:end]
        found = negations_in(text, language)
        negates = negates or bool(found)
        for first, last in _firm(text, found):
            place = {"start": start + first, "end": start + last}
            firm.append(Reading(paragraph=sentence.paragraph, text=text[first:last], **place))
    return _Said(tuple(firm), negates)


def _firm(text: str, found: Sequence[Negation]) -> Iterator[tuple[int, int]]:
    """Give the places of the first negation of each clause that negates firmly."""
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(text)] if found else []
    firm = [one for one in found if one.is_firm and not _is_taken_back(text, one, found)]
    for number, clause in groupby(firm, key=lambda one: bisect(ends, one.start)):
        sign = next(clause)
        end = ends[number] if number < len(ends) else len(text)
        yield sign.start, _shown_until(text, sign.end, end)


def _is_taken_back(text: str, sign: Negation, found: Sequence[Negation]) -> bool:
    """Tell whether a negation may mean yes: it stands in a question, or "not unwilling"."""
    end = _SENTENCE_END.search(text, sign.end)
    return bool(end and end[0] in _ASKING) or any(
        other.is_implied and 0 <= other.start - sign.end <= _BESIDE for other in found
    )


def _shown_until(text: str, start: int, end: int) -> int:
    """Find where the words end that are quoted with a negation."""
    if end - start <= _LONGEST_SHOWN:
        return start + len(text[start:end].rstrip())
    cut = text.rfind(" ", start, start + _LONGEST_SHOWN)
    return cut if cut > start else start + _LONGEST_SHOWN


def _unanswered(units: Sequence[_Unit]) -> Iterator[tuple[int, tuple[Reading, ...]]]:
    """Find the sides of sentences that negate where nothing on the other side does.

    What a neighbour has too much may belong here: sentences are not always divided alike.
    """
    for place, unit in enumerate(units):
        near = (*units[max(0, place - 1) : place], *units[place + 1 : place + 2])
        for side, said in enumerate(unit.sides):
            is_answered = unit.sides[1 - side].negates or any(
                one.surplus(1 - side) > 0 for one in near
            )
            if unit.is_sure and said.firm and not is_answered:
                yield side, said.firm


def _query(side: int, firm: Sequence[Reading]) -> Query:
    """Ask, with the first words of each negation quoted."""
    has, lacks = ("base", "witness") if side == 0 else ("witness", "base")
    words = " ".join(firm[0].text.split())
    more = f" and {len(firm) - 1} more" if len(firm) > 1 else ""
    return Query(
        topic=TOPIC,
        severity=Severity.NOTE,
        sentence=f"Does anything in the {lacks} answer the negation of the {has}: “{words}”{more}?",
        base=firm[0] if side == 0 else None,
        witness=firm[0] if side == 1 else None,
    )
