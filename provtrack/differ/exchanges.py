"""Names and figures that stand in exchanged places: "Weller misled Harding", the other way round.

The longest common subsequence keeps one of the two and shows the other as gone and come, or as
moved. Here a stretch of one sentence is seen without its names and figures: where it is the same
sentence then, they answer each other place by place. What only stands in another order, a list or
whole clauses, is left to moves. Entry point: `exchanged`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from provtrack.differ.hunks import Hunk, hunks_of
from provtrack.differ.sequences import BREAK, Side
from provtrack.differ.weights import Weights
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules

_LONGEST = 120  # tokens of a stretch that is searched
_LEAST_KEPT = 0.5  # of its other words
_SENTENCE_ENDS = frozenset(".!?…。！？।؟;；")
_CLAUSE_ENDS = frozenset(",，、:：—–;；")
_OPENERS = frozenset("\"“„«‘'([")


class _Stretch(NamedTuple):
    """Tokens [b0, b1) and [w0, w1) of one sentence."""

    b0: int
    b1: int
    w0: int
    w1: int


class _Unit(NamedTuple):
    """A name or figure: its tokens [start, end), its sort, and its words without their case."""

    start: int
    end: int
    sort: str
    key: tuple[str, ...]


def exchanged(
    hunks: Sequence[Hunk], sides: tuple[Side, Side], weights: Weights, rules: LanguageRules
) -> tuple[tuple[Sequence[str], Sequence[str]], frozenset[int]]:
    """Find the exchanged names and figures of a bead.

    Returns:
        The keys of both sides, by which exchanged words answer none but those opposite them, and
        where in the base such words begin.
    """
    taken: list[tuple[list[_Unit], list[_Unit]]] = []
    if len(hunks) > 1 and _crossing(hunks, sides, weights):
        for group in _by_sentence(hunks, sides[0].tokens, sides[1].tokens):
            crossing = _crossing(group, sides, weights)
            stretch = _stretch(group, crossing, sides) if crossing else None
            answering = _answering(stretch, sides, weights, rules) if stretch else None
            if answering:
                taken.append(answering)
    if not taken:
        return (sides[0].keys, sides[1].keys), frozenset()
    keys = list(sides[0].keys), list(sides[1].keys)
    places: set[int] = set()
    for number, both in enumerate(taken):
        for side, found in enumerate(both):
            for unit in found:
                for at in range(unit.start, unit.end):
                    keys[side][at] = f"{BREAK * (side + 1)}{number}.{at}"
        places.update(unit.start for unit in both[0])
    return keys, frozenset(places)


def _crossing(hunks: Sequence[Hunk], sides: tuple[Side, Side], weights: Weights) -> frozenset[str]:
    """Name what one hunk lacks and another has, of words that can be names or figures."""
    base, witness = sides
    lost: dict[str, int] = {}
    for number, hunk in enumerate(hunks):
        for at in range(hunk.b0, hunk.b1):
            token = base.tokens[at]
            if (
                token != base.folded[at]
                or weights.is_place(token)
                or weights.group(token) == "figure"
            ):
                lost.setdefault(base.folded[at], number)
    if not lost:
        return frozenset()
    return frozenset(
        witness.folded[at]
        for number, hunk in enumerate(hunks)
        for at in range(hunk.w0, hunk.w1)
        if lost.get(witness.folded[at], number) != number
    )


def _by_sentence(
    hunks: Sequence[Hunk], base: Sequence[str], witness: Sequence[str]
) -> Iterator[list[Hunk]]:
    """Put together the hunks between which, and in which, no sentence ends."""
    group: list[Hunk] = []
    for hunk in hunks:
        before = group[-1].b1 if group else hunk.b0
        if group and _ends_sentence(base, before, hunk.b0):
            yield group
            group = []
        if _ends_sentence(base, hunk.b0, hunk.b1) or _ends_sentence(witness, hunk.w0, hunk.w1):
            if group:
                yield group
            group = []
            continue
        group.append(hunk)
    if group:
        yield group


def _ends_sentence(tokens: Sequence[str], start: int, end: int) -> bool:
    return any(
        tokens[at] in _SENTENCE_ENDS and not (at and tokens[at - 1].casefold() in TITLES)
        for at in range(start, end)
    )


def _stretch(
    group: Sequence[Hunk], crossing: frozenset[str], sides: tuple[Side, Side]
) -> _Stretch | None:
    """Reach from the first to the last hunk with a crossing word, and on to the clause's edges."""
    base, witness = sides
    holding = [
        hunk
        for hunk in group
        if not crossing.isdisjoint(base.folded[hunk.b0 : hunk.b1])
        or not crossing.isdisjoint(witness.folded[hunk.w0 : hunk.w1])
    ]
    first, last = holding[0], holding[-1]
    b0, w0, b1, w1 = first.b0, first.w0, last.b1, last.w1
    if max(b1 - b0, w1 - w0) > _LONGEST or base.breaks_in(base.start(b0), base.start(b1)):
        return None
    if witness.breaks_in(witness.start(w0), witness.start(w1)):
        return None
    edges = _SENTENCE_ENDS | _CLAUSE_ENDS
    while b0 and w0 and base.keys[b0 - 1] == witness.keys[w0 - 1] not in edges:
        b0, w0 = b0 - 1, w0 - 1
    ends = len(base.keys), len(witness.keys)
    while b1 < ends[0] and w1 < ends[1] and base.keys[b1] == witness.keys[w1] not in edges:
        b1, w1 = b1 + 1, w1 + 1
    return _Stretch(b0, b1, w0, w1)


def _answering(
    stretch: _Stretch, sides: tuple[Side, Side], weights: Weights, rules: LanguageRules
) -> tuple[list[_Unit], list[_Unit]] | None:
    """Find the units of a stretch that differ place by place, if it is an exchange."""
    base, witness = sides
    names = _names(base, stretch.b0, stretch.b1, weights, rules) | _names(
        witness, stretch.w0, stretch.w1, weights, rules
    )
    old = _units(base, stretch.b0, stretch.b1, names, (weights, rules))
    new = _units(witness, stretch.w0, stretch.w1, names, (weights, rules))
    frames = _frame(base, stretch.b0, stretch.b1, old), _frame(witness, stretch.w0, stretch.w1, new)
    pairs = _differing(frames, old, new, rules)
    if pairs is None or Counter(a.key for a, _ in pairs) != Counter(b.key for _, b in pairs):
        return None
    if len(pairs) < 2 or _is_list(base, [a for a, _ in pairs], rules, names):
        return None
    clauses = (
        _clauses(base.folded[stretch.b0 : stretch.b1], rules),
        _clauses(witness.folded[stretch.w0 : stretch.w1], rules),
    )
    if clauses[0] == clauses[1]:
        return None
    return [a for a, _ in pairs], [b for _, b in pairs]


def _names(
    side: Side, start: int, end: int, weights: Weights, rules: LanguageRules
) -> frozenset[str]:
    """List the words with a capital that stand inside a sentence, and the places known by lists."""
    light = rules.function_words | rules.negations
    return frozenset(
        _key(side, at, rules)
        for at in range(start, end)
        if weights.is_place(side.tokens[at])
        or (
            _has_capital(side, at, rules)
            and side.folded[at] not in light
            and not _opens_sentence(side, at)
        )
    )


def _key(side: Side, at: int, rules: LanguageRules) -> str:
    """Give a token without its case and the article written together with it (l'Autriche)."""
    key = side.folded[at]
    return key.removeprefix(next((e for e in rules.elisions if key.startswith(e)), ""))


def _has_capital(side: Side, at: int, rules: LanguageRules) -> bool:
    return side.tokens[at][-len(_key(side, at, rules)) :][:1].isupper()


def _opens_sentence(side: Side, at: int) -> bool:
    before = [token for token in side.tokens[max(0, at - 2) : at] if token[0] not in _OPENERS]
    if not before or before[-1] not in _SENTENCE_ENDS:
        return not before
    return at < 2 or side.folded[at - 2] not in TITLES


def _units(
    side: Side,
    start: int,
    end: int,
    names: frozenset[str],
    language: tuple[Weights, LanguageRules],
) -> list[_Unit]:
    """Find rows of names, and figures; an article written together with a name does not count."""
    weights, rules = language
    units: list[_Unit] = []
    for at in range(start, end):
        token, key = side.tokens[at], _key(side, at, rules)
        is_name = key in names and (_has_capital(side, at, rules) or weights.is_place(token))
        sort = "name" if is_name else "figure" if weights.group(token) == "figure" else ""
        if not sort:
            continue
        last = units[-1] if units else None
        if last and last.end == at and last.sort == sort:
            units[-1] = _Unit(last.start, at + 1, sort, (*last.key, key))
        else:
            units.append(_Unit(at, at + 1, sort, (key,)))
    return units


def _frame(side: Side, start: int, end: int, units: Sequence[_Unit]) -> list[tuple[str, int]]:
    """Give a stretch with one sign for each unit, and the place of each part of it."""
    starts = {unit.start: unit for unit in units}
    frame: list[tuple[str, int]] = []
    at = start
    while at < end:
        unit = starts.get(at)
        frame.append((BREAK + unit.sort if unit else side.folded[at], at))
        at = unit.end if unit else at + 1
    return frame


def _differing(
    frames: tuple[list[tuple[str, int]], list[tuple[str, int]]],
    old: Sequence[_Unit],
    new: Sequence[_Unit],
    rules: LanguageRules,
) -> list[tuple[_Unit, _Unit]] | None:
    """Lay two frames against each other and pair the units that differ; None if they are unlike.

    They are where a unit is left over, or a word of tense or voice: who was misled by whom is
    told by a passive with the names the other way round.
    """
    words, others = ([word for word, _ in frame] for frame in frames)
    hunks = hunks_of(words, others)
    left = [
        word for hunk in hunks for word in (*words[hunk.b0 : hunk.b1], *others[hunk.w0 : hunk.w1])
    ]
    if any(word.startswith(BREAK) or word in rules.auxiliaries for word in left):
        return None
    if len(left) > 2 * (1 - _LEAST_KEPT) * min(len(words), len(others)):
        return None
    if [unit.sort for unit in old] != [unit.sort for unit in new]:
        return None
    return [(a, b) for a, b in zip(old, new, strict=True) if a.key != b.key]


def _is_list(
    base: Side, units: Sequence[_Unit], rules: LanguageRules, names: frozenset[str]
) -> bool:
    """Tell whether the units only stand in another order: between Weller and Harding."""
    between = {
        token
        for unit, following in pairwise(units)
        for token in base.folded[unit.end : following.start]
    }
    light = rules.joins | rules.determiners | _CLAUSE_ENDS | names | {"the"}
    return between <= light


def _clauses(words: Sequence[str], rules: LanguageRules) -> Counter[tuple[str, ...]]:
    """Count the clauses of a stretch, as they are between commas and words that join."""
    clauses: Counter[tuple[str, ...]] = Counter()
    clause: list[str] = []
    for word in (*words, ","):
        if word in _CLAUSE_ENDS or word in rules.joins or word in rules.adversatives:
            clauses[tuple(clause)] += bool(clause)
            clause = []
        else:
            clause.append(word)
    return clauses
