"""Two versions of a document that are pinned, with their recorded alignment.

There is one stored alignment for two versions, whichever is named first; versions of which neither
derives from the other get one when they are pinned. Entry point: `open_pair`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.aligner.binding import BoundPin, pinned_paragraph
from provtrack.aligner.pinning import settled
from provtrack.errors import UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.alignment import Pin, StoredAlignment
from provtrack.model.history import Act
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump
from provtrack.recording.acts import newest_version
from provtrack.recording.alignments import (
    AlignedText,
    derived_pairs,
    lexicon_for,
    stored_alignment,
)
from provtrack.recording.decisions import Decision, decision_of, decision_then
from provtrack.store import Holdings, VersionName
from provtrack.store.layout import alignment_path


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPair:
    """Two versions ready to be pinned, in the order in which their alignment is stored."""

    document: str
    base: AlignedText
    witness: AlignedText
    pins: tuple[Pin, ...]
    is_reversed: bool
    is_derived: bool
    is_stored: bool

    @property
    def paragraphs(self) -> tuple[Sequence[str], Sequence[str]]:
        """Of base and witness."""
        return self.base.paragraphs, self.witness.paragraphs

    def as_stored(self, decision: Decision) -> Decision:
        """Turn a decision to the order of the stored alignment."""
        return decision.mirrored() if self.is_reversed else decision

    as_named = as_stored

    def settled(self) -> tuple[tuple[BoundPin, ...], tuple[Pin, ...]]:
        """The pins that are honoured, and the orphans."""
        return settled(self.pins, *self.paragraphs)

    def listed(self) -> list[tuple[Decision, Pin]]:
        """What each pin decides: by the numbers of today, of orphans by those of the time."""
        honoured, orphans = self.settled()
        return [(decision_of(one), one.pin) for one in honoured] + [
            (decision_then(one), one) for one in orphans
        ]

    def pin_of(self, decision: Decision, *, by: str, when: str, reason: str) -> Pin:
        """Make the pin of a decision."""
        base, witness = (
            tuple(pinned_paragraph(side.paragraphs, k) for k in _positions(side, numbers))
            for side, numbers in ((self.base, decision.base), (self.witness, decision.witness))
        )
        return Pin(
            kind=decision.kind,
            base=base,
            witness=witness,
            locked=decision.locked,
            by=by,
            when=when,
            reason=reason,
        )

    def act(
        self,
        pins: tuple[Pin, ...],
        lexicons: Lexicons | None,
        *,
        by: str,
        when: str,
        reason: str,
    ) -> Act:
        """Store the alignment with other pins; without any, only where one version derives."""
        path = alignment_path(self.base.version.siglum, self.witness.version.siglum)
        is_needed = pins or self.is_derived or not self.is_stored
        made = dump(self._aligned(pins, lexicons)) if is_needed else None
        return Act(
            kind=EventKind.ALIGN,
            by=by,
            when=when,
            reason=reason,
            versions=(self.base.name, self.witness.name),
            files={path: made},
        )

    def _aligned(self, pins: tuple[Pin, ...], lexicons: Lexicons | None) -> StoredAlignment:
        versions = self.base.version, self.witness.version
        lexicon = lexicon_for(lexicons, self.document, versions)
        return stored_alignment(self.base, self.witness, pins, lexicon=lexicon)


def open_pair(holdings: Holdings, pair: tuple[VersionName, VersionName]) -> OpenedPair:
    """Find two versions and what is pinned between them."""
    if pair[0].document != pair[1].document:
        raise UsageError(
            f"{pair[0]} and {pair[1]} are of two documents; only versions of one can be pinned."
        )
    base, witness = (newest_version(holdings, name) for name in pair)
    for name, version in zip(pair, (base, witness), strict=True):
        if version.kind is VersionKind.ABSTRACT:
            raise UsageError(f"{name} is an abstract; it is covered, not aligned, and has no pins.")
    if base.siglum == witness.siglum:
        raise UsageError(f"{pair[0]} is named twice; name two versions.")
    stored = {
        (one.base.partition("@")[0], one.witness.partition("@")[0]): one
        for one in holdings.alignments
    }
    there, back = (base.siglum, witness.siglum), (witness.siglum, base.siglum)
    derived = {*derived_pairs(base, holdings.versions), *derived_pairs(witness, holdings.versions)}
    is_reversed = there not in stored and (back in stored or back in derived)
    found = stored.get(back if is_reversed else there)
    texts = [
        AlignedText(version=version, text=holdings.text(version.siglum))
        for version in ((witness, base) if is_reversed else (base, witness))
    ]
    return OpenedPair(
        document=holdings.document.id,
        base=texts[0],
        witness=texts[1],
        pins=found.pins if found else (),
        is_reversed=is_reversed,
        is_derived=bool({there, back} & derived),
        is_stored=found is not None,
    )


def _positions(side: AlignedText, numbers: Sequence[int]) -> list[int]:
    """Turn paragraph numbers (from 1) into positions (from 0)."""
    count = len(side.paragraphs)
    if numbers and numbers[-1] > count:
        raise UsageError(
            f"{side.name} has {count} paragraph{'s' * (count != 1)}; there is no {numbers[-1]}."
        )
    return [number - 1 for number in numbers]
