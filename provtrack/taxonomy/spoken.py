"""Where in a paragraph quotation marks are open: what stands there is spoken.

Entry points: `marks_in`, `is_inside`, `begins_spoken`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

_PAIRS = {"“": "”", "«": "»", "「": "」", "„": "“"}
_SIGNS = frozenset('"').union(_PAIRS.keys(), _PAIRS.values())
_BEGINS = re.compile(r"\s*(?:\d{1,3}[.)]\s+)?([“\"«「„])")


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the quotation marks of a paragraph stand, in order.

    Attributes:
        straight: Those that open and close alike.
        pairs: Opening ones and closing ones, for each kind.
    """

    straight: Sequence[int]
    pairs: Sequence[tuple[Sequence[int], Sequence[int]]]

    def are_open(self, at: int) -> bool:
        """Tell whether a place stands between marks."""
        if bisect_left(self.straight, at) % 2:
            return True
        return any(_last(starts, at) > _last(ends, at) for starts, ends in self.pairs)


def marks_in(text: str) -> Marks:
    """List the quotation marks of a paragraph."""
    pairs = {"„": "“"} if "„" in text else {}
    pairs |= {start: end for start, end in _PAIRS.items() if start not in pairs.values()}
    places = {sign: [one.start() for one in re.finditer(sign, text)] for sign in _SIGNS}
    return Marks(places['"'], [(places[start], places[end]) for start, end in pairs.items()])


def is_inside(text: str, at: int) -> bool:
    """Tell whether a place of a paragraph stands between quotation marks."""
    return marks_in(text).are_open(at)


def _last(places: Sequence[int], at: int) -> int:
    before = bisect_left(places, at)
    return places[before - 1] if before else -1


def begins_spoken(sentence: str) -> bool:
    """Tell whether a sentence begins with an opening mark; a number may stand before it."""
    return _BEGINS.match(sentence) is not None
