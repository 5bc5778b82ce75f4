"""Ask about names that one side of a bead has and nothing on the other side answers.

Names are compared by their sounds (`name_likeness`), and by what answers them elsewhere in the same
two versions. Translators turn names into pronouns and pronouns into names, so little is asked:
where each side has one name that the other lacks; where a name that is otherwise always answered,
or the full name of a person, has no answer. Entry point: `name_queries`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from provtrack.model.alignment import Bead
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.name_likeness import NEAR, VERY_NEAR, Heard, come_near
from provtrack.text.name_sounds import translated
from provtrack.text.naming import Name, Naming, name_stem, names_in_characters

TOPIC = "name"
_CHARACTERS = "\u3400-\u9fff"
_FEWEST_MET = 3  # beads in which two words have to meet before one is taken for the other
_MEET = 0.6  # share of the beads of each in which they meet
_FEWEST_ANSWERED = 3  # beads in which a name is answered before its absence is asked about
_SURELY = 0.85  # likeness that answers a name which otherwise has another answer
_WORSE = 0.15  # a word that is liker to another name by more than this answers that one
_SOMETIMES = 0.3
_ONCE, _MOSTLY = 1, 0.7  # ... before it is set against another name
_ALWAYS = 0.9  # share of its beads in which a name must be answered
_USUALLY = 0.9  # share of all names that must be answered before one-sided names are asked about
_FEW, _SELDOM = 2, 0.03  # one-sided names, in all or for each bead; if there are more, the
# translator supplies or drops names as a habit, and no single one is worth a question
_MOST_LONE = 2  # names without an answer in a bead; where there are more, it is a list
_FEWEST_NAMES = 5  # before two names met only once are set against each other
_APART = 0.34  # how far apart in their texts two names may stand that are asked about together


@dataclass(frozen=True, slots=True)
class _Found:
    """A name in its bead; `at` is its place in the text of its side, 0.0 to 1.0."""

    name: Name
    paragraph: int
    text: str
    at: float

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(name_stem(word) for word in self.name.words)


@dataclass(slots=True)
class _Side:
    """All beads of one side: names, and what can answer names of the other."""

    naming: Naming
    names: list[list[_Found]] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    terms: list[frozenset[str]] = field(default_factory=list)
    stretches: list[list[tuple[int, str, int, int]]] = field(default_factory=list)


def name_queries(
    beads: Sequence[Bead],
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
) -> list[tuple[Query, ...]]:
    """Ask of every bead, knowing all of them.

    Args:
        beads: In any order; those with one side are not asked about.
        base, witness: All paragraphs of both versions.
        base_language, witness_language: BCP 47.

    Returns:
        The queries of each bead.
    """
    both = [bool(bead.base and bead.witness) for bead in beads]
    lacking = _both_sides(beads, (base, witness), (base_language, witness_language))
    replaced, only = [], []
    for number in range(len(beads)):
        pairs, rest = _paired(lacking, number)
        replaced.append([_replaced(*pair) for pair in pairs])
        only.append([_only(side, found) for side, found in rest])
    is_rule = sum(map(len, only)) <= max(_FEW, _SELDOM * sum(both))
    return [
        (*pairs, *(rest if is_rule else ())) for pairs, rest in zip(replaced, only, strict=True)
    ]


def _both_sides(
    beads: Sequence[Bead], texts: tuple[Sequence[str], Sequence[str]], languages: tuple[str, str]
) -> tuple["_Lacking", "_Lacking"]:
    """Read both sides, first the names that capitals tell, then those that their answers tell."""
    both = [bool(bead.base and bead.witness) for bead in beads]
    ours = _side([bead.base for bead in beads], texts[0], languages[0])
    theirs = _side([bead.witness for bead in beads], texts[1], languages[1])
    for side, other in ((ours, theirs), (theirs, ours)):
        if not side.naming.knows_names and not side.naming.writes_no_vowels:
            _add_learned(side, set(_learned(other, side, both).values()))
    return _Lacking(ours, theirs, both), _Lacking(theirs, ours, both)


def _add_learned(side: _Side, terms: set[str]) -> None:
    """Find where capitals tell nothing what answers a name elsewhere, or stands in names.toml."""
    for names, stretches, here in zip(side.names, side.stretches, side.terms, strict=True):
        for position, text, before, whole in stretches:
            for name in names_in_characters(text, side.naming.rules):
                names.append(_Found(name, position, text, (before + name.start) / whole))
        taken = {found.name.words[0] for found in names}
        terms_here = (term for term in here if term in terms or translated(term.title()))
        for term in sorted(term for term in terms_here if term not in taken):
            for position, text, before, whole in stretches:
                for match in re.finditer(rf"(?i)(?<![^\W{_CHARACTERS}]){re.escape(term)}", text):
                    word = _whole_word(text, match.start(), len(term))
                    name = Name((word,), match.start(), match.start() + len(word))
                    at = (before + match.start()) / whole
                    names.append(_Found(name, position, text, at))


def _whole_word(text: str, start: int, length: int) -> str:
    """Give the word of which the first letters stand at a place; characters stay as they are."""
    end = start + length
    while end < len(text) and text[end].isalpha() and not _is_character(text[end]):
        end += 1
    return text[start : end if not _is_character(text[start]) else start + length]


def _is_character(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"


def _side(places: Sequence[tuple[int, ...]], texts: Sequence[str], language: str) -> _Side:
    naming = Naming(texts, language)
    side = _Side(naming)
    for positions in places:
        whole = sum(len(texts[position]) for position in positions) or 1
        before, found, stretches = 0, [], []
        for position in positions:
            text = texts[position]
            stretches.append((position, text, before, whole))
            for name in naming.names(text):
                found.append(_Found(name, position, text, (before + name.start) / whole))
            before += len(text)
        side.names.append(found)
        heard = Heard("\n".join(texts[position] for position in positions), naming)
        side.heard.append(heard)
        side.stretches.append(stretches)
        side.terms.append(_terms(heard))
    return side


def _terms(heard: Heard) -> frozenset[str]:
    """List what may answer a name regularly: capitalised words, words without case, characters."""
    words = {name_stem(word) for word in heard.words if not word[0].islower()}
    han = heard.han
    return frozenset(words) | {han[k : k + n] for n in (2, 3, 4) for k in range(len(han) - n + 1)}


class _Lacking:
    """The names of one side that have no answer on the other."""

    def __init__(self, side: _Side, other: _Side, both: Sequence[bool]) -> None:
        self.side = side
        self.learned = _learned(side, other, both)
        self.answered: Counter[str] = Counter()
        self.met: Counter[str] = Counter()
        by_bead: list[list[_Found]] = []
        for number, names in enumerate(side.names):
            answered = _answered(names, other, number, self.learned) if both[number] else []
            pairs = list(zip(names, answered, strict=False))
            self.met.update({key for found, _ in pairs for key in found.keys})
            self.answered.update({key for found, is_one in pairs if is_one for key in found.keys})
            by_bead.append([found for found, is_answered in pairs if not is_answered])
        self.by_bead = [[one for one in names if not self._is_translated(one)] for names in by_bead]

    def _is_translated(self, found: _Found) -> bool:
        """Tell whether a name stands in several beads and hardly ever has an answer: Gentiles."""
        return all(
            self.met[key] > 1 and self.answered[key] < _SOMETIMES * self.met[key]
            for key in found.keys
        )

    def is_checkable(self, found: _Found) -> bool:
        """Tell whether a name is one that should have an answer: a person's, or answered before."""
        return (
            found.name.is_full
            or any(translated(word) for word in found.name.words)
            or any(
                self.answered[key] >= _ONCE and self.answered[key] >= _MOSTLY * (self.met[key] - 1)
                for key in found.keys
            )
        )

    @property
    def usual(self) -> float:
        """The share of names that have an answer."""
        return self.answered.total() / (self.met.total() or 1)

    def usual_without(self, few: int) -> float:
        """The share of names that have an answer, some left out; 0.0 if hardly any are left."""
        met = self.met.total() - few
        return self.answered.total() / met if met >= _FEWEST_NAMES else 0.0

    def has_learned(self, found: _Found) -> bool:
        """Tell whether it is known what else answers a name."""
        return all(key in self.learned for key in found.keys)

    def is_known(self, found: _Found) -> bool:
        """Tell whether a name is nearly always answered elsewhere."""
        return any(
            self.answered[key] >= _FEWEST_ANSWERED
            and self.answered[key] >= _ALWAYS * (self.met[key] - 1)
            for key in found.keys
        )


def _answered(
    names: Sequence[_Found], other: _Side, number: int, learned: dict[str, str]
) -> list[bool]:
    """Tell of each name of a bead whether it has an answer.

    A word that answers one name well is no answer to another that it only resembles.
    """
    heard, terms = other.heard[number], other.terms[number]
    answers = [heard.answers(found.name.words) for found in names]
    best: dict[str, float] = {}
    for likely in answers:
        for word, likeness in likely.items():
            best[word] = max(best.get(word, 0.0), likeness)
    result = []
    for found, likely in zip(names, answers, strict=True):
        usual = {learned[key] for key in found.keys if key in learned}
        least = _SURELY if usual else 0.0
        alike = any(
            likeness >= max(least, best[word] - _WORSE) for word, likeness in likely.items()
        )
        has = alike or bool(usual & terms) or heard.has_in_characters(found.name.words)
        result.append(has)
    return result


def _learned(side: _Side, other: _Side, both: Sequence[bool]) -> dict[str, str]:
    """Find for each name the word of the other side that stands in the same beads."""
    places: dict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(side.names):
        if both[number]:
            for found in names:
                for key in found.keys:
                    places[key].add(number)
    spread = Counter(term for terms in other.terms for term in terms)
    learned = {}
    for key, beads in places.items():
        if len(beads) < _FEWEST_MET:
            continue
        meets = Counter(term for number in beads for term in other.terms[number])
        term, count = max(
            meets.items(), key=lambda item: (item[1] / (spread[item[0]] + len(beads)), item)
        , default=("", 0))
        if count >= max(_FEWEST_MET, _MEET * len(beads)) and count >= _MEET * spread[term]:
            learned[key] = term
    return learned


def _paired(
    lacking: tuple["_Lacking", "_Lacking"], number: int
) -> tuple[list[tuple[_Found, _Found]], list[tuple[str, _Found]]]:
    """Set lone names of a bead against each other; list those that stay alone and are sure."""
    ours, theirs = lacking
    pairs, rest, others = [], [], list(theirs.by_bead[number])
    if any(len({found.keys for found in side.by_bead[number]}) > _MOST_LONE for side in lacking):
        return [], []
    are_only = len(ours.by_bead[number]) == len(others) == 1
    for found in ours.by_bead[number]:
        near = [one for one in others if are_only or abs(found.at - one.at) <= _APART]
        if not near:
            rest.append(("base", found))
            continue
        other = min(near, key=lambda one: abs(found.at - one.at))
        others.remove(other)
        if _are_two(lacking, found, other, are_only=are_only):
            pairs.append((found, other))
    rest += [("witness", other) for other in others]
    return pairs, [(side, one) for side, one in rest if _is_sure(lacking, side, one)]


def _are_two(
    lacking: tuple["_Lacking", "_Lacking"], found: _Found, other: _Found, *, are_only: bool
) -> bool:
    """Tell whether two names without an answer, at one place, are surely not one name."""
    ours, theirs = lacking
    is_usual = min(side.usual_without(1) for side in lacking) >= _USUALLY
    is_checkable = ours.is_checkable(found) or theirs.is_checkable(other)
    both_learned = ours.has_learned(found) and theirs.has_learned(other)
    least = VERY_NEAR if both_learned else NEAR
    return (is_checkable or (are_only and is_usual)) and not _near(found, other, least)


def _near(found: _Found, other: _Found, least: float) -> bool:
    """Tell whether two names might be one after all."""
    words = product(found.name.words, other.name.words)
    return any(come_near(one, two, least) for one, two in words)


def _is_sure(lacking: tuple["_Lacking", "_Lacking"], side: str, found: _Found) -> bool:
    """Tell whether a name that stands alone should have had an answer."""
    if min(names.usual for names in lacking) < _USUALLY:
        return False
    return lacking[side == "witness"].is_known(found) or found.name.is_full


def _replaced(found: _Found, other: _Found) -> Query:
    return Query(
        topic=TOPIC,
        severity=Severity.WARNING,
        sentence=f"Only the base has the name “{_shown(found)}” here, "
        f"and only the witness “{_shown(other)}”.",
        base=_reading(found),
        witness=_reading(other),
    )


def _only(side: str, found: _Found) -> Query:
    reading = _reading(found)
    return Query(
        topic=TOPIC,
        severity=Severity.WARNING,
        sentence=f"Only the {side} has the name “{_shown(found)}” here.",
        base=reading if side == "base" else None,
        witness=reading if side == "witness" else None,
    )


def _shown(found: _Found) -> str:
    return " ".join(found.text[found.name.start : found.name.end].split())


def _reading(found: _Found) -> Reading:
    start, end = found.name.start, found.name.end
    return Reading(
        paragraph=found.paragraph, start=start, end=end, text=found.text[start:end]
    )
