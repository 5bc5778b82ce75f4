"""Two versions of a document that are pinned, with their recorded alignment.

There is one stored alignment for two versions, whichever is named first; versions of which neither
derives from the other get one when they are pinned. A pin continues what is recorded; pins that are
taken back give back what stood before them, where only pins came after. Entry point: `open_pair`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.aligner.binding import BoundPin, pinned_paragraph
from provtrack.aligner.pinning import settled
from provtrack.errors import UsageError
from provtrack.lexicons import Lexicons, lexicon_for
from provtrack.model.alignment import Pin, StoredAlignment
from provtrack.model.history import Act, ChangedPath
from provtrack.model.lexicon import Lexicon
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump, load
from provtrack.recording.acts import newest_version
from provtrack.recording.alignments import (
    CONTINUED,
    AlignedText,
    can_be_continued,
    continued_alignment,
    derived_pairs,
    stored_alignment,
)
from provtrack.recording.numbered_pins import NumberedPin, numbered_now, numbered_then
from provtrack.store import Holdings, VersionName
from provtrack.store.inventory import digest_of
from provtrack.store.layout import alignment_path


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPair:
    """Two versions ready to be pinned, in the order in which their alignment is stored."""

    holdings: Holdings
    base: AlignedText
    witness: AlignedText
    former: StoredAlignment | None
    is_reversed: bool
    is_derived: bool

    @property
    def pins(self) -> tuple[Pin, ...]:
        """All that are recorded of the two, in the order in which they were made."""
        return self.former.pins if self.former else ()

    @property
    def path(self) -> str:
        """Where the alignment is stored in the document."""
        return alignment_path(self.base.version.siglum, self.witness.version.siglum)

    @property
    def paragraphs(self) -> tuple[Sequence[str], Sequence[str]]:
        """Of base and witness."""
        return self.base.paragraphs, self.witness.paragraphs

    def as_stored(self, numbered: NumberedPin) -> NumberedPin:
        """Turn a pin to the order of the stored alignment."""
        return numbered.mirrored() if self.is_reversed else numbered

    as_named = as_stored

    def settled(self) -> tuple[tuple[BoundPin, ...], tuple[Pin, ...]]:
        """The pins that are honoured, and the orphans."""
        return settled(self.pins, *self.paragraphs)

    def listed(self) -> list[tuple[NumberedPin, Pin]]:
        """What each pin decides: by the numbers of today, of orphans by those of the time."""
        honoured, orphans = self.settled()
        return [(numbered_now(one), one.pin) for one in honoured] + [
            (numbered_then(one), one) for one in orphans
        ]

    def pin_of(self, numbered: NumberedPin, *, by: str, when: str, reason: str) -> Pin:
        """Make the stored pin of a numbered one."""
        base, witness = (
            tuple(pinned_paragraph(side.paragraphs, k) for k in _positions(side, numbers))
            for side, numbers in ((self.base, numbered.base), (self.witness, numbered.witness))
        )
        return Pin(
            kind=numbered.kind,
            base=base,
            witness=witness,
            locked=numbered.locked,
            by=by,
            when=when,
            reason=reason,
        )

    def with_pins(self, pins: tuple[Pin, ...], lexicons: Lexicons | None) -> StoredAlignment | None:
        """Align with other pins; None if no alignment of the two is to be stored any more."""
        if self.former and not pins and not self.is_derived:
            return None
        before = self._as_before(pins)
        if before:
            return before
        pair = self.base, self.witness
        if self.former is None or not can_be_continued(self.former, *pair, pins):
            return self.aligned_whole(pins, lexicons)
        digest = digest_of(self.holdings.history.files[self.path])
        lexicon = self._lexicon(lexicons)
        return continued_alignment(self.former, pair, pins, digest=digest, lexicon=lexicon)

    def aligned_whole(self, pins: tuple[Pin, ...], lexicons: Lexicons | None) -> StoredAlignment:
        """Align the two versions anew."""
        return stored_alignment(self.base, self.witness, pins, lexicon=self._lexicon(lexicons))

    def _lexicon(self, lexicons: Lexicons | None) -> Lexicon | None:
        versions = self.base.version, self.witness.version
        return lexicon_for(lexicons, self.holdings.document.id, versions)

    def _as_before(self, pins: tuple[Pin, ...]) -> StoredAlignment | None:
        """Find the alignment with just these pins that the present one continues, at any remove."""
        found = self.former
        while found and set(pins) < set(found.pins):
            digest = dict(found.alignment.settings).get(CONTINUED)
            found = self._recorded(digest) if digest else None
        return found if found and found.pins == pins and found != self.former else None

    def _recorded(self, digest: str) -> StoredAlignment | None:
        """Read an earlier alignment of the two from the history, by the sha512 of its file."""
        history = self.holdings.history
        wanted = ChangedPath(path=self.path, sha512=digest)
        numbers = [event.number for event in history.events if wanted in event.changed]
        if not numbers:
            return None
        files = self.holdings.store.history(history.document, number=numbers[-1]).files
        return load(StoredAlignment, files[self.path], place=self.path)

    def act(self, made: StoredAlignment | None, *, by: str, when: str, reason: str) -> Act:
        """Record an alignment of the two; None removes the one that is recorded."""
        return Act(
            kind=EventKind.ALIGN,
            by=by,
            when=when,
            reason=reason,
            versions=(self.base.name, self.witness.name),
            files={self.path: dump(made) if made else None},
        )


def open_pair(holdings: Holdings, pair: tuple[VersionName, VersionName]) -> OpenedPair:
    """Find two versions and what is pinned between them."""
    if pair[0].document != pair[1].document:
        raise UsageError(
            f"{pair[0]} and {pair[1]} are of two documents; name two versions of one document."
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
        holdings=holdings,
        base=texts[0],
        witness=texts[1],
        former=found,
        is_reversed=is_reversed,
        is_derived=bool({there, back} & derived),
    )


def _positions(side: AlignedText, numbers: Sequence[int]) -> list[int]:
    """Turn paragraph numbers (from 1) into positions (from 0)."""
    count = len(side.paragraphs)
    if numbers and numbers[-1] > count:
        raise UsageError(
            f"{side.name} has {count} paragraph{'s' * (count != 1)}; there is no {numbers[-1]}."
        )
    return [number - 1 for number in numbers]
