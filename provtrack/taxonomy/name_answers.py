"""Which names of one side of a comparison have no answer on the other.

A name is answered by what sounds like it (`name_likeness`), and by the word that stands in the same
beads elsewhere. Entry points: `both_sides`, `Lacking`.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from provtrack.model.alignment import Bead
from provtrack.taxonomy.name_sides import Found, Side, add_learned, read_side
from provtrack.text.name_sounds import translated

_FEWEST_MET = 3  # beads in which two words have to meet before one is taken for the other
_MEET = 0.6  # share of the beads of each in which they meet
_FEWEST_ANSWERED = 3  # beads in which a name is answered before its absence is asked about
_SURELY = 0.85  # likeness that answers a name which otherwise has another answer
_WORSE = 0.15  # a word that is liker to another name by more than this answers that one
_SOMETIMES = 0.3  # share of its beads below which a name that never meets its like is translated
_ONCE, _MOSTLY = 1, 0.7  # beads, and their share, in which a name is answered that can be checked
_LEAST_LETTERS = 4  # of a word that is a name here because it is one on the other side
_ALWAYS = 0.9  # share of its beads in which a name must be answered to be missed elsewhere
_FEWEST_NAMES = 5  # names that must be answered before it is known that names usually are


def both_sides(
    beads: Sequence[Bead], texts: tuple[Sequence[str], Sequence[str]], languages: tuple[str, str]
) -> tuple["Lacking", "Lacking"]:
    """Read both sides, first the names that capitals tell, then those that their answers tell."""
    both = [bool(bead.base and bead.witness) for bead in beads]
    ours = read_side([bead.base for bead in beads], texts[0], languages[0])
    theirs = read_side([bead.witness for bead in beads], texts[1], languages[1])
    for side, other in ((ours, theirs), (theirs, ours)):
        if not side.naming.knows_names and not side.naming.writes_no_vowels:
            spelled = {key for names in other.names for found in names for key in found.keys}
            long = {key for key in spelled if len(key) >= _LEAST_LETTERS}
            add_learned(side, {*learned_of(other, side, both).values(), *long})
    return Lacking(ours, theirs, both), Lacking(theirs, ours, both)


class Lacking:
    """The names of one side that have no answer on the other."""

    def __init__(self, side: Side, other: Side, both: Sequence[bool]) -> None:
        self.side = side
        self.learned = learned_of(side, other, both)
        self.answered: Counter[str] = Counter()
        self.own: set[str] = set()
        self.met: Counter[str] = Counter()
        by_bead: list[list[Found]] = []
        for number, names in enumerate(side.names):
            answered = _answered(names, other, number, self.learned) if both[number] else []
            pairs = list(zip(names, [is_one for is_one, _ in answered], strict=False))
            for found, (_, is_own) in zip(names, answered, strict=False):
                self.own.update(found.keys if is_own else ())
            self.met.update({key for found, _ in pairs for key in found.keys})
            self.answered.update({key for found, is_one in pairs if is_one for key in found.keys})
            by_bead.append([found for found, is_answered in pairs if not is_answered])
        self.by_bead = [[one for one in names if not self._is_translated(one)] for names in by_bead]

    def _is_translated(self, found: Found) -> bool:
        """Tell whether a name stands in several beads and hardly ever has an answer: Gentiles."""
        return all(
            self.met[key] > 1 and self.answered[key] < _SOMETIMES * self.met[key]
            for key in found.keys
        )

    def is_checkable(self, found: Found) -> bool:
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

    def has_learned(self, found: Found) -> bool:
        """Tell whether it is known what else answers a name."""
        return all(key in self.learned for key in found.keys)

    def has_own_answer(self, found: Found) -> bool:
        """Tell whether a name is answered elsewhere by a word that surely is this name."""
        return any(key in self.own for key in found.keys)

    def is_known(self, found: Found) -> bool:
        """Tell whether a name is nearly always answered elsewhere."""
        return any(
            self.answered[key] >= _FEWEST_ANSWERED
            and self.answered[key] >= _ALWAYS * (self.met[key] - 1)
            for key in found.keys
        )


def _answered(
    names: Sequence[Found], other: Side, number: int, learned: dict[str, str]
) -> list[tuple[bool, bool]]:
    """Tell of each name of a bead whether it has an answer, and whether one that is surely it.

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
        result.append((has, max(likely.values(), default=0.0) >= _SURELY))
    return result


def learned_of(side: Side, other: Side, both: Sequence[bool]) -> dict[str, str]:
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
            meets.items(),
            key=lambda item: (item[1] / (spread[item[0]] + len(beads)), item),
            default=("", 0),
        )
        if count >= max(_FEWEST_MET, _MEET * len(beads)) and count >= _MEET * spread[term]:
            learned[key] = term
    return learned
