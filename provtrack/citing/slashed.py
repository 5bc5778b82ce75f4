"""References whose levels are told by their order: "AVPRF, 0191/12/33/7, 44".

Read alone, the fourth number is a leaf; where the archive counts papki it is the delo. Entry point:
`with_papka`.
"""

from dataclasses import replace

from provtrack.model.reference import ArchivalReference
from provtrack.model.text import Span

BY_ORDER = "REF121"
_LEVELS = ("fond", "opis", "delo")


def with_papka(reference: ArchivalReference) -> ArchivalReference | None:
    """Read fond, opis, papka and delo of four numbers; None if there are fewer, or labels."""
    names = tuple(name for name, _ in reference.parts)
    is_by_order = any(one.code == BY_ORDER for one in reference.findings)
    if not is_by_order or names != _LEVELS or not reference.leaves:
        return None
    (fond, opis, (_, papka)), (first, *leaves) = reference.parts, reference.leaves
    start = reference.verbatim.find(first.start, reference.places[-1].end)
    if first.end is not None or start < 0:
        return None
    return replace(
        reference,
        parts=(fond, opis, ("papka", papka), ("delo", first.start)),
        places=(*reference.places, Span(start, start + len(first.start))),
        leaves=tuple(leaves),
    )
