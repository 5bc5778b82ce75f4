"""Marks beside a value that say it is not whole or not sure, whatever the grammar.

"ll. 88–" has lost the end of its range, "ll. –88" its beginning; "d. 1?1" and "л. [12?]" are read
with doubt. Dashes that part the levels of a reference (GOST: "Ф. 1. – Оп. 2") are none of these.
Entry point: `lint_marks`.
"""

import re
from collections.abc import Iterator

from provtrack.model.finding import Finding
from provtrack.references.grammar import Reading, error, warning

# A dash after the last leaf with nothing to end it: no figure, no next level.
_NO_END = re.compile(r"\s?[-–—]\s*(?=\.?\s*$|[,;)])")
_DOUBT = re.compile(r"[?…]+\]?\w*|\[[?…]+\]\w*|\.{3}\]?\w*")


def lint_marks(text: str, reading: Reading) -> Iterator[Finding]:
    """Say where a range has only one end, and where a mark of doubt stands at a value."""
    for leaf in reading.leaves:
        if leaf.last is None and (dash := _NO_END.match(text, leaf.end)):
            at = (leaf.start, dash.end())
            message = f"The range “{text[slice(*at)].strip()}” has no end."
            yield error("REF106", message, at=at)
    places = [(part.start, part.end) for part in reading.parts]
    places += [(leaf.start, leaf.end) for leaf in reading.leaves]
    for start, end in places:
        doubt = _DOUBT.search(text, start, end) or _DOUBT.match(text, end)
        if doubt and any(sign.isdigit() for sign in text[start:end]):
            end = max(end, doubt.end())
            printed = text[start:end]
            message = f"“{printed}” has a mark of doubt: a figure was not read, or not surely."
            yield warning("REF122", message, at=(start, end))
