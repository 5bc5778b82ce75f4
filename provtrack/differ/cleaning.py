"""Hunks as an editor would draw them.

- A one-sided hunk that can slide is moved to the edge of a sentence or clause.
- Two hunks parted only by light words (articles, prepositions, a comma; one Chinese character) are
  joined where the hunks outweigh what parts them.
- A sentence of which little is kept is shown whole, as recast.

The ideas of joining and sliding are those of diff-match-patch's semantic clean-up (N. Fraser), here
on tokens instead of characters. Entry points: `slide`, `recast`, `with_forms`, `join`.
"""

from collections.abc import Iterator, Sequence

from provtrack.differ.columns import PLAIN, RECAST, Column
from provtrack.differ.hunks import Hunk
from provtrack.differ.joined_words import is_run
from provtrack.differ.pairing import CLAUSE_ENDS, MOST_CELLS, SENTENCE_ENDS, answering_words
from provtrack.differ.sequences import Side
from provtrack.differ.weights import Weights

_LONGEST_LIGHT_RUN = 2
_LONGEST_SWAP = 2  # words that change places
_LEAST_KEPT = 0.35  # of the content words of a sentence; below it the sentence is recast
_LEAST_RUN = 3  # kept words in a row that show a sentence is no recast
_LEAST_RECAST = 5  # content words; shorter sentences are shown word by word


def slide(hunks: Sequence[Hunk], base: Sequence[str], witness: Sequence[str]) -> list[Hunk]:
    """Move one-sided hunks to the best edge they can reach over equal tokens."""
    slid: list[Hunk] = []
    for number, hunk in enumerate(hunks):
        floor = slid[-1] if slid else Hunk(0, 0, 0, 0)
        ceiling = hunks[number + 1] if number + 1 < len(hunks) else None
        if hunk.w0 == hunk.w1:
            end = ceiling.b0 if ceiling else len(base)
            shift = _best_shift(base, hunk.b0, hunk.b1, floor.b1, end)
        elif hunk.b0 == hunk.b1:
            end = ceiling.w0 if ceiling else len(witness)
            shift = _best_shift(witness, hunk.w0, hunk.w1, floor.w1, end)
        else:
            shift = 0
        slid.append(Hunk(*(place + shift for place in hunk)) if shift else hunk)
    return slid


def _best_shift(tokens: Sequence[str], start: int, end: int, floor: int, ceiling: int) -> int:
    """Find how far to move [start, end) between floor and ceiling; 0 wins a tie."""
    best, best_weight = 0, _edge(tokens, start, end)
    shift = 0
    while start + shift > floor + 1 and tokens[start + shift - 1] == tokens[end + shift - 1]:
        shift -= 1
        weight = _edge(tokens, start + shift, end + shift)
        if weight > best_weight:
            best, best_weight = shift, weight
    shift = 0
    while end + shift < ceiling - 1 and tokens[start + shift] == tokens[end + shift]:
        shift += 1
        weight = _edge(tokens, start + shift, end + shift)
        if weight > best_weight:
            best, best_weight = shift, weight
    return best


def _edge(tokens: Sequence[str], start: int, end: int) -> int:
    """Weigh how well a stretch stands between edges of sentences and clauses."""
    before = tokens[start - 1] if start else "."
    last = tokens[end - 1]
    if before in SENTENCE_ENDS and last in SENTENCE_ENDS:
        return 4
    if before in CLAUSE_ENDS and last in CLAUSE_ENDS:
        return 2
    following = tokens[end] if end < len(tokens) else "."
    if tokens[start] in CLAUSE_ENDS and (following in CLAUSE_ENDS or following in SENTENCE_ENDS):
        return 3
    return 0


def join(columns: Sequence[Column], base: Side, witness: Side, weights: Weights) -> list[Column]:
    """Join neighbours that only light words part, and words that stand in another order."""
    joined: list[Column] = []
    for column in columns:
        last = joined[-1] if joined else None
        if last and (
            (
                _is_joined(last, column, base, weights)
                and not any(is_run(one, base.tokens, witness.tokens) for one in (last, column))
            )
            or _is_swapped(last, column, base, witness)
        ):
            joined[-1] = Column(last.b0, column.b1, last.w0, column.w1)
        else:
            joined.append(column)
    return joined


def _is_joined(last: Column, column: Column, base: Side, weights: Weights) -> bool:
    run = column.b0 - last.b1
    if last.mark != PLAIN or column.mark != PLAIN or not 0 < run <= _LONGEST_LIGHT_RUN:
        return False
    if min(last.b1 - last.b0, last.w1 - last.w0, column.b1 - column.b0, column.w1 - column.w0) < 1:
        return False
    if min(_size(last), _size(column)) <= run:
        return False
    return all(weights.is_light(token) for token in base.tokens[last.b1 : column.b0])


def _is_swapped(last: Column, column: Column, base: Side, witness: Side) -> bool:
    """Tell whether a word or two changed places with those beside them: the River Sarva."""
    if last.mark != PLAIN or column.mark != PLAIN or not 0 < column.b0 - last.b1 <= _LONGEST_SWAP:
        return False
    old = base.tokens[last.b0 : last.b1] or base.tokens[column.b0 : column.b1]
    new = witness.tokens[last.w0 : last.w1] or witness.tokens[column.w0 : column.w1]
    kept = base.tokens[last.b1 : column.b0]
    return (
        _one_sided(last)
        and _one_sided(column)
        and (last.b0 < last.b1) != (column.b0 < column.b1)
        and len(old) <= _LONGEST_SWAP
        and [token.casefold() for token in old] == [token.casefold() for token in new]
        and all(any(map(str.isalnum, token)) for token in (*old, *kept))
    )


def _one_sided(column: Column) -> bool:
    return (column.b0 < column.b1) != (column.w0 < column.w1)


def _size(column: Column) -> int:
    return max(column.b1 - column.b0, column.w1 - column.w0)


def recast(
    columns: Sequence[Column],
    base: Side,
    witness: Side,
    weights: Weights,
    *,
    exchanged: frozenset[int] = frozenset(),
) -> list[Column]:
    """Show a sentence whole of which too little is kept to be read word by word.

    Args:
        exchanged: Where in the base words begin that stand in exchanged places: never recast.
    """
    sentences: list[tuple[Column, list[Column]]] = []
    are_recast: list[bool] = []
    for start, end, inside in _sentences(columns, base, witness):
        whole = Column(start[0], end[0], start[1], end[1], RECAST)
        is_shown_whole = len(inside) == 1 and inside[0][:4] != whole[:4]
        is_shown_whole |= any(column.b0 in exchanged for column in inside)
        sentences.append((whole, inside))
        are_recast.append(not is_shown_whole and _is_recast(whole, inside, base, witness, weights))
    result: list[Column] = []
    for k, (whole, inside) in enumerate(sentences):
        among = are_recast[max(k - 1, 0) : k] + are_recast[k + 1 : k + 2]
        if are_recast[k] or (any(among) and _keeps_nothing(whole, inside, base, witness, weights)):
            result.append(whole)
        else:
            result += inside
    return result


def _keeps_nothing(
    whole: Column, inside: Sequence[Column], base: Side, witness: Side, weights: Weights
) -> bool:
    """Tell whether a sentence beside a recast one, too short to be judged alone, keeps no word."""
    if any(column.mark != PLAIN for column in inside):
        return False
    at = whole.b0
    for column in (*inside, Column(whole.b1, whole.b1, 0, 0)):
        if weights.count(base.tokens[at : column.b0]):
            return False
        if _answering(column, base, witness, weights):
            return False
        at = column.b1
    return whole.b0 < whole.b1 and whole.w0 < whole.w1


def _sentences(
    columns: Sequence[Column], base: Side, witness: Side
) -> Iterator[tuple[tuple[int, int], tuple[int, int], list[Column]]]:
    """Cut both sides at kept ends of sentences; only stretches with columns are given."""
    start, here, inside = (0, 0), (0, 0), list[Column]()
    for column in (*columns, Column(len(base.tokens), 0, len(witness.tokens), 0)):
        for step in range(column.b0 - here[0]):
            if base.tokens[here[0] + step] in SENTENCE_ENDS:
                cut = (here[0] + step, here[1] + step)
                if inside:
                    yield start, cut, inside
                    inside = []
                start = (cut[0] + 1, cut[1] + 1)
        if column.b1 or column.b0 < len(base.tokens) or column.w1:
            inside.append(column)
            here = (column.b1, column.w1)
    if inside:
        yield start, (len(base.tokens), len(witness.tokens)), inside


def _is_recast(
    whole: Column, inside: Sequence[Column], base: Side, witness: Side, weights: Weights
) -> bool:
    """Weigh what a sentence keeps: its share of content words and its longest run."""
    if any(column.mark != PLAIN for column in inside):
        return False
    old = weights.count(base.tokens[whole.b0 : whole.b1])
    new = weights.count(witness.tokens[whole.w0 : whole.w1])
    if min(old, new) < _LEAST_RECAST or min(old, new) < _LEAST_KEPT * max(old, new):
        return False
    kept, at = 0, whole.b0
    for column in (*inside, Column(whole.b1, whole.b1, 0, 0)):
        run = weights.count(base.tokens[at : column.b0])
        if run >= _LEAST_RUN:
            return False
        kept, at = kept + run + _answering(column, base, witness, weights), column.b1
    return kept < _LEAST_KEPT * max(old, new)


def _answering(column: Column, base: Side, witness: Side, weights: Weights) -> int:
    """Count the words of a column that answer each other: other values, other spellings."""
    old, new = base.tokens[column.b0 : column.b1], witness.tokens[column.w0 : column.w1]
    if not 0 < len(old) * len(new) <= MOST_CELLS:
        return 0
    return weights.count(old[row] for row, _ in answering_words(old, new, weights))


def with_forms(columns: Sequence[Column], base: Side, witness: Side) -> list[Column]:
    """Make a column of each word that is kept in other letters: a long s, a word with points."""
    if base.keys is base.tokens and witness.keys is witness.tokens:
        return list(columns)
    result: list[Column] = []
    b = w = 0
    for column in (*columns, Column(len(base.tokens), len(base.tokens), 0, 0)):
        for step in range(column.b0 - b):
            if base.tokens[b + step] != witness.tokens[w + step]:
                result.append(Column(b + step, b + step + 1, w + step, w + step + 1))
        result.append(column)
        b, w = column.b1, column.w1
    return result[:-1]
