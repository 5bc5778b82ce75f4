"""What is odd in ranges of leaves, whatever the grammar. Entry point: `lint_ranges`."""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.finding import Finding
from provtrack.references.grammar import LeafRange, error, note, warning

_NEVER_ABBREVIATED = 2  # figures (Chicago Manual of Style, 17th ed., 9.61)
_FIGURES = re.compile(r"\d+")


def lint_ranges(leaves: Sequence[LeafRange]) -> Iterator[Finding]:
    """Say which ranges run backwards, are abbreviated (138–39), or may be cut short (94-9)."""
    for leaf in leaves:
        if leaf.last is not None:
            yield from _range(leaf, leaf.last)


def _range(leaf: LeafRange, last_leaf: str) -> Iterator[Finding]:
    figures = _FIGURES.match(leaf.first), _FIGURES.match(last_leaf)
    if not (figures[0] and figures[1]):
        return
    first, last = figures[0][0], figures[1][0]
    if int(last) >= int(first):
        return
    at = (leaf.start, leaf.end)
    completed = first[: len(first) - len(last)] + last
    if len(last) < len(first) and int(completed) > int(first):
        # An end that repeats the first figures of the beginning looks cut, not abbreviated:
        # "103-10" for 103-106; and below 100 hardly a style abbreviates at all: "94-9", "87-9".
        if first.startswith(last) or len(first) <= _NEVER_ABBREVIATED:
            message = (
                f"The range “{first}-{last}” may be abbreviated ({first}-{completed}) or cut "
                f"short ({first}-{last}…). Nothing was changed."
            )
            offered = dict.fromkeys((f"{first}-{completed}", *_possible_ranges(first, last)))
            yield warning("REF102", message, at=at, suggestions=tuple(offered))
            return
        message = f"The range “{first}-{last}” is abbreviated; in full: {first}-{completed}."
        yield note("REF102", message, at=at, suggestions=(f"{first}-{completed}",))
        return
    message = (
        f"The range of leaves descends from {first} to {last}: its end may be cut short, or its "
        "ends exchanged. Nothing was changed."
    )
    yield error("REF101", message, at=at, suggestions=_possible_ranges(first, last))


def _possible_ranges(first: str, last: str) -> tuple[str, ...]:
    """Offer what may have been meant: a last figure that is lost, or the ends exchanged."""
    lost = [f"{last}{figure}" for figure in range(10) if int(f"{last}{figure}") > int(first)]
    completions = [f"{first}-{end}" for end in lost] if len(last) < len(first) else []
    return (*completions, f"{last}-{first}")
