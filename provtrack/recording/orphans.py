"""Report pins that have no effect on the texts as they are now."""

from collections.abc import Sequence

from provtrack.aligner.binding import BoundPin, bind, pinned_paragraph
from provtrack.aligner.pinning import contradiction, settled
from provtrack.model.alignment import Pin
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.recording.alignments import AlignedText
from provtrack.recording.numbered_pins import numbered_now, numbered_then


def orphan_findings(
    base: AlignedText, witness: AlignedText, pins: Sequence[Pin]
) -> tuple[Finding, ...]:
    """Report the pins that have no effect on two texts, each with its cause."""
    sides = base, witness
    bound, _ = bind(pins, base.paragraphs, witness.paragraphs)
    honoured, orphans = settled(pins, base.paragraphs, witness.paragraphs)
    contradicted = {one.pin: _contradicting(one, honoured) for one in bound if one not in honoured}
    return tuple(
        Finding(
            code="PIN101",
            severity=Severity.WARNING,
            message=(
                f"the pin {numbered_then(pin)} by {pin.by} has no effect any more: "
                f"{contradicted.get(pin) or _lost(pin, sides)}. It stays on record; pin anew, or "
                "take it back with provtrack unpin."
            ),
            place=f"{base.version.siglum} {witness.version.siglum}",
        )
        for pin in orphans
    )


def _contradicting(one: BoundPin, honoured: Sequence[BoundPin]) -> str:
    """Name the later pin that says otherwise."""
    others = [other for other in honoured if contradiction([one, other])]
    named = f"{numbered_now(others[0])} by {others[0].pin.by}" if others else "a later pin"
    return f"{named} says otherwise"


def _lost(pin: Pin, sides: tuple[AlignedText, AlignedText]) -> str:
    """Quote what is found no more, and say in which version."""
    missing = []
    for side, pinned in zip(sides, (pin.base, pin.witness), strict=True):
        places = range(len(side.paragraphs))
        held = {pinned_paragraph(side.paragraphs, place).sha256 for place in places}
        gone = [f"“{one.words}”" for one in pinned if one.sha256 not in held]
        if gone:
            missing.append(f"{' and '.join(gone)} {_is(gone)} not found in {side.name}")
    return ", ".join(missing) or "what it names stands fewer times in the text than it is pinned"


def _is(things: Sequence[str]) -> str:
    return "is" if len(things) == 1 else "are"
