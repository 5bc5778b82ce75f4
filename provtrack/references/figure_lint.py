"""Letters where figures are expected, in the values of the smaller grammars.

"Box l2", "dosar 2O45", "a.j. 6S": a letter between two figures, or one that looks like a figure
beside some. A customary suffix ("17a", "12B") is not told from a misreading and is left alone.
Entry point: `lint_figures`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.finding import Finding
from provtrack.references.grammar import Part, error

_ODD = re.compile(
    r"(?<=\d)(?:[^\W\d_]|\|)(?=\d)"  # 3B8
    r"|(?<=\d)[OОlIІS|]+(?![^\W_])"  # 6l, 6S
    r"|(?<![^\W_])[OОoоlIІ|]+(?=\d)"  # l09
)


def lint_figures(parts: Sequence[Part]) -> Iterator[Finding]:
    """Say which of these parts, whose values are numbers, have letters for figures."""
    for part in parts:
        for letter in _ODD.finditer(part.value):
            place = part.start + letter.start()
            message = f"“{part.value}” has “{letter[0]}” where a figure is expected."
            yield error("REF120", message, at=(place, place + len(letter[0])))
