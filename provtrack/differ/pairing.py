"""Words of a substitution that answer each other: centre, center; could, should; about, exactly.

A substitution is cut at such pairs, so that each change is shown, and judged, by itself: at all of
them if they make up half of it, else at those between which both sides have words, or neither.
Entry points: `pair`, `answering_words`.
"""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from provtrack.differ.columns import PLAIN, Column
from provtrack.differ.joined_words import first_run
from provtrack.differ.sequences import Side
from provtrack.differ.weights import Weights

SENTENCE_ENDS = frozenset(".!?…。！？।؟;")
CLAUSE_ENDS = frozenset(",;:—–、，；：،")
STOPS = SENTENCE_ENDS | CLAUSE_ENDS
MOST_CELLS = 600  # of a substitution that is searched for pairs
_BRACKETS = frozenset("[]")
_LEAST_ALIKE = 0.6  # similarity of letters from which two words answer each other
_MOST_ALIKE = 0.8  # ... even if only one of them is in a list: willing, unwilling
_LONGEST_ROW = 8  # tokens of a substitution that is cut where few of its words answer each other


def pair(columns: Sequence[Column], base: Side, witness: Side, weights: Weights) -> list[Column]:
    """Cut substitutions into the words that answer each other and the rest."""
    result: list[Column] = []
    for column in columns:
        height, width = column.b1 - column.b0, column.w1 - column.w0
        is_one_word = max(height, width) == 1
        if column.mark == PLAIN and not is_one_word and 0 < height * width <= MOST_CELLS:
            result += _paired(column, base.tokens, witness.tokens, weights)
        else:
            result.append(column)
    return result


def _paired(
    column: Column, base: Sequence[str], witness: Sequence[str], weights: Weights
) -> list[Column]:
    """Cut one substitution at all pairs if they make up half of it, else at those that part it.

    Words that are only written together on one side are cut out first.
    """
    run = first_run(column, base, witness)
    if run:
        first = Column(column.b0, run.b0, column.w0, run.w0)
        last_one = Column(run.b1, column.b1, run.w1, column.w1)
        parts = (
            _rest(first, base, witness, weights),
            [run],
            _rest(last_one, base, witness, weights),
        )
        return [part for row in parts for part in row]
    last = column.b1 - 1, column.w1 - 1
    if _is_other_case(base[last[0]], witness[last[1]]):
        rest = column._replace(b1=last[0], w1=last[1])
        is_two_sided = rest.b0 < rest.b1 and rest.w0 < rest.w1
        before = _paired(rest, base, witness, weights) if is_two_sided else [rest]
        return [*before, Column(last[0], last[0] + 1, last[1], last[1] + 1)]
    pairs = answering_words(base[column.b0 : column.b1], witness[column.w0 : column.w1], weights)
    length = max(column.b1 - column.b0, column.w1 - column.w0)
    if 2 * len(pairs) < length:
        pairs = _parting(pairs, column, (base, witness), weights) if length <= _LONGEST_ROW else []
    if not pairs:
        return [column]
    cut: list[Column] = []
    b, w = column.b0, column.w0
    for row, place in [*pairs, (column.b1 - column.b0, column.w1 - column.w0)]:
        b1, w1 = column.b0 + row, column.w0 + place
        if b1 > b or w1 > w:
            cut.append(Column(b, b1, w, w1))
        if b1 < column.b1 or w1 < column.w1:
            if base[b1] != witness[w1]:
                cut.append(Column(b1, b1 + 1, w1, w1 + 1))
            b, w = b1 + 1, w1 + 1
    return _with_light_words(cut, base, witness, weights)


def _rest(
    column: Column, base: Sequence[str], witness: Sequence[str], weights: Weights
) -> list[Column]:
    """Cut what stands beside words written together, if anything does."""
    if column.b0 < column.b1 and column.w0 < column.w1:
        return _paired(column, base, witness, weights)
    return [column] if column.b0 < column.b1 or column.w0 < column.w1 else []


def _parting(
    pairs: Sequence[tuple[int, int]],
    column: Column,
    sides: tuple[Sequence[str], Sequence[str]],
    weights: Weights,
) -> list[tuple[int, int]]:
    """Keep the pairs between which both sides have words, or neither: about 200, exactly ten."""
    base, witness = sides

    def is_even(start: tuple[int, int], end: tuple[int, int]) -> bool:
        rest = Column(column.b0 + start[0], column.b0 + end[0],
                      column.w0 + start[1], column.w0 + end[1])  # fmt: skip
        is_one_sided = (rest.b0 < rest.b1) != (rest.w0 < rest.w1)
        return not is_one_sided or _is_one_sided_and_light(rest, base, witness, weights)

    kept: list[tuple[int, int]] = []
    at = (0, 0)
    for row, place in pairs:
        words = base[column.b0 + row], witness[column.w0 + place]
        are_free = _is_free(base, column.b0 + row) and _is_free(witness, column.w0 + place)
        parts = are_free and (_are_years(*words) or weights.group(words[0]) != "figure")
        if parts and is_even(at, (row, place)):
            kept.append((row, place))
            at = (row + 1, place + 1)
    while kept and not is_even(at, (column.b1 - column.b0, column.w1 - column.w0)):
        kept.pop()
        at = (kept[-1][0] + 1, kept[-1][1] + 1) if kept else (0, 0)
    return kept


def _is_free(tokens: Sequence[str], at: int) -> bool:
    """Tell whether a token is no part of an ellipsis ". . ." and of no word with [b]rackets."""
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    is_repeated = tokens[at] in STOPS and tokens[at] in beside
    return not is_repeated and _BRACKETS.isdisjoint(beside)


def _are_years(word: str, other: str) -> bool:
    """Tell years, which stand alone, from figures that go on in the next word."""
    return all(len(token) == len("1889") and token.isdecimal() for token in (word, other))


def _is_other_case(word: str, other: str) -> bool:
    return word.casefold() == other.casefold() and word[0].isalpha()


def _with_light_words(
    columns: Sequence[Column], base: Sequence[str], witness: Sequence[str], weights: Weights
) -> list[Column]:
    """Join light words that only one side has to the pair beside them: ought to, must."""
    joined: list[Column] = []
    for column in columns:
        last = joined[-1] if joined else None
        touches = last and last.b1 == column.b0 and last.w1 == column.w0
        if (
            last
            and touches
            and any(
                _is_one_sided_and_light(part, base, witness, weights) for part in (last, column)
            )
        ):
            joined[-1] = Column(last.b0, column.b1, last.w0, column.w1)
        else:
            joined.append(column)
    return joined


def _is_one_sided_and_light(
    column: Column, base: Sequence[str], witness: Sequence[str], weights: Weights
) -> bool:
    if column.b0 < column.b1 and column.w0 < column.w1:
        return False
    tokens = (*base[column.b0 : column.b1], *witness[column.w0 : column.w1])
    return all(token[0].isalpha() and weights.is_light(token) for token in tokens)


def answering_words(
    old: Sequence[str], new: Sequence[str], weights: Weights
) -> list[tuple[int, int]]:
    """Find the heaviest row of pairs in order; the earlier pair wins a tie."""
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_likeness(word, other, weights) for other in new] for word in old]
    for row in range(len(old) - 1, -1, -1):
        for place in range(len(new) - 1, -1, -1):
            joined = alike[row][place] and best[row + 1][place + 1] + alike[row][place]
            best[row][place] = max(best[row + 1][place], best[row][place + 1], joined)
    pairs, row, place = [], 0, 0
    while row < len(old) and place < len(new):
        weight = alike[row][place]
        if weight and best[row][place] == best[row + 1][place + 1] + weight:
            pairs.append((row, place))
            row, place = row + 1, place + 1
        elif best[row][place] == best[row + 1][place]:
            row += 1
        else:
            place += 1
    return pairs


def _likeness(word: str, other: str, weights: Weights) -> int:
    """Weigh how well two tokens answer each other, 0 to 100; 0 where they do not."""
    group, second = weights.group(word), weights.group(other)
    if group and group == second:
        return 80
    if word in STOPS and other in STOPS:
        return 40
    is_word = word[0].isalpha() and other[0].isalpha() and min(len(word), len(other)) > 1
    if not is_word or (group and second):
        return 0
    alike = Indel.normalized_similarity(word.casefold(), other.casefold())
    least = _MOST_ALIKE if group or second else _LEAST_ALIKE
    return round(100 * alike) if alike >= least else 0
