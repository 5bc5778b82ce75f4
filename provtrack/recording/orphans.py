"""Report pins that have no effect on the texts as they are now."""

from collections.abc import Sequence

from provtrack.aligner.pinning import settled
from provtrack.model.alignment import Pin
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.recording.alignments import AlignedText
from provtrack.recording.decisions import decision_then


def orphan_findings(
    base: AlignedText, witness: AlignedText, pins: Sequence[Pin]
) -> tuple[Finding, ...]:
    """Report the pins that have no effect on two texts."""
    _, orphans = settled(pins, base.paragraphs, witness.paragraphs)
    names = f"{base.version.siglum} {witness.version.siglum}"
    return tuple(
        Finding(
            code="PIN101",
            severity=Severity.WARNING,
            message=(
                f"the pin {decision_then(one)} by {one.by} has no effect any more: {_lost(one)} "
                "or a later pin says otherwise. It stays on record; pin anew, or take it back with "
                "provtrack unpin."
            ),
            place=names,
        )
        for one in orphans
    )


def _lost(pin: Pin) -> str:
    """Quote the first words of what was pinned."""
    words = ", ".join(f"“{one.words}”" for one in (*pin.base, *pin.witness))
    return f"a paragraph of {words} is not found,"
