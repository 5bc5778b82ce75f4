"""Words that one side writes together and the other apart: cannot, can not; forty-odd, forty odd.

They are one change, whatever their parts would answer. Entry points: `first_run`, `is_run`.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from provtrack.differ.columns import Column

_HYPHENS = str.maketrans("", "", "-\u00ad\u2010\u2011")


def first_run(column: Column, base: Sequence[str], witness: Sequence[str]) -> Column | None:
    """Find the first place in a substitution where unlike words have the same letters in a row."""
    for b in range(column.b0, column.b1):
        for w in range(column.w0, column.w1):
            run = _run_from(Column(b, column.b1, w, column.w1), base, witness)
            if run:
                return run
    return None


def is_run(column: Column, base: Sequence[str], witness: Sequence[str]) -> bool:
    """Tell whether a substitution is just words written together or apart."""
    is_two_sided = column.b0 < column.b1 and column.w0 < column.w1
    return is_two_sided and _run_from(column, base, witness) == column


def _run_from(rest: Column, base: Sequence[str], witness: Sequence[str]) -> Column | None:
    """Read on both sides, on the shorter one first, until the letters are the same."""
    b, w = rest.b0 + 1, rest.w0 + 1
    old, new = _letters(base[rest.b0]), _letters(witness[rest.w0])
    while old and new and (old.startswith(new) or new.startswith(old)):
        if old == new:
            is_run = (b - rest.b0, w - rest.w0) != (1, 1)
            return Column(rest.b0, b, rest.w0, w) if is_run else None
        if len(old) < len(new) and b < rest.b1 and _letters(base[b]):
            old, b = _joined(old, base[b]), b + 1
        elif len(new) < len(old) and w < rest.w1 and _letters(witness[w]):
            new, w = _joined(new, witness[w]), w + 1
        else:
            return None
    return None


def _joined(letters: str, token: str) -> str:
    """Add a word; a letter on both sides of the joint is written once: altogether."""
    more = _letters(token)
    return letters + more.removeprefix(letters[-1])


@lru_cache(maxsize=8_192)
def _letters(token: str) -> str:
    """Give the letters of a word, no hyphens, no letter twice; nothing of a mark or a figure."""
    letters = token.casefold().translate(_HYPHENS) if token[0].isalpha() else ""
    return "".join(map(itemgetter(0), groupby(letters)))
