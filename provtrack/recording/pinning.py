"""Pin which paragraphs answer each other, take pins back, and list them.

A pin is a decision of a person with a reason. It is recorded as an event, and the alignment of the
two versions is made again to honour it. There is one stored alignment for two versions, whichever
is named first; versions of which neither derives from the other get one when they are pinned.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.aligner.binding import BoundPin, pinned_paragraph
from provtrack.aligner.pinning import constraints_of, settled
from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.alignment import Pin, StoredAlignment
from provtrack.model.finding import Finding
from provtrack.model.history import Act
from provtrack.model.names import EventKind, PinKind, Severity, SideName, VersionKind
from provtrack.model.stored import dump
from provtrack.recording.acts import Recorded, checked_reason, newest_version, record_on_newest
from provtrack.recording.alignments import (
    AlignedText,
    derived_pairs,
    lexicon_for,
    stored_alignment,
)
from provtrack.store import Holdings, Store, VersionName, holdings_of
from provtrack.store.layout import alignment_path

MOST_PARAGRAPHS = 1000  # that one pin may name on one side


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is to be pinned, by the numbers readers see.

    Attributes:
        base, witness: Paragraph numbers, ascending, counted from 1; empty for a locked side.
        locked: The side whose paragraphing is kept, for a locked pin.
    """

    kind: PinKind
    base: tuple[int, ...] = ()
    witness: tuple[int, ...] = ()
    locked: SideName | None = None

    def __str__(self) -> str:
        if self.locked:
            return f"{self.kind} {self.locked}"
        base, witness = (",".join(map(str, side)) for side in (self.base, self.witness))
        return f"{self.kind} {base}:{witness}"

    def mirrored(self) -> "Decision":
        """The same decision with base and witness exchanged."""
        other = {SideName.BASE: SideName.WITNESS, SideName.WITNESS: SideName.BASE}
        locked = other[self.locked] if self.locked else None
        return Decision(kind=self.kind, base=self.witness, witness=self.base, locked=locked)


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedPair:
    """The pins of two versions, base and witness as the caller named them.

    Attributes:
        honoured: Each pin with what it decides, by the paragraph numbers of today.
        orphans: Those whose paragraphs are not found, by the numbers of the time.
    """

    honoured: tuple[tuple[Decision, Pin], ...]
    orphans: tuple[tuple[Decision, Pin], ...]


def read_decisions(kind: PinKind, words: str) -> tuple[Decision, ...]:
    """Read ``3:4,5`` or ``3-5:4``: base paragraphs, a colon, witness paragraphs, from 1.

    ``3:`` says of a must-link that nothing answers paragraph 3; ``3,4:`` makes two of it.

    Raises:
        UsageError: Not such words; says what they look like.
    """
    number = r"[1-9]\d{0,6}(?:-[1-9]\d{0,6})?"
    side = rf"(?:{number}(?:,{number})*)?"
    match = re.fullmatch(rf"({side}):({side})", re.sub(r"\s+", "", words))
    if not match or not any(match.groups()):
        raise UsageError(
            f"not a pin: {words!r}. Name paragraphs of the base, a colon, and paragraphs of the "
            'witness, counted from 1, for example "3:4,5"; "3:" if nothing answers paragraph 3.'
        )
    base, witness = (_numbers(part, words) for part in match.groups())
    if base and witness:
        return (Decision(kind=kind, base=base, witness=witness),)
    if kind is PinKind.CANNOT_LINK:
        raise UsageError(
            f"{words!r} names one side only; say which paragraphs must not answer each other, "
            'for example "3:9".'
        )
    return (
        *(Decision(kind=kind, base=(n,)) for n in base),
        *(Decision(kind=kind, witness=(n,)) for n in witness),
    )


def _numbers(part: str, words: str) -> tuple[int, ...]:
    """Read one side of a pin: ``4,5`` or ``4-6``."""
    numbers: set[int] = set()
    for piece in filter(None, part.split(",")):
        first, _, last = piece.partition("-")
        if int(last or first) < int(first):
            raise UsageError(
                f"{piece} in {words!r} runs backwards; write the smaller number first."
            )
        if int(last or first) - int(first) >= MOST_PARAGRAPHS:
            raise UsageError(f"{piece} in {words!r} is more than {MOST_PARAGRAPHS} paragraphs.")
        numbers.update(range(int(first), int(last or first) + 1))
    return tuple(sorted(numbers))


def pin(
    store: Store,
    pair: tuple[VersionName, VersionName],
    decisions: Sequence[Decision],
    *,
    reason: str,
    by: str,
    when: str,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Pin paragraphs of two versions, all in one event, and align the versions again.

    Args:
        pair: Base and witness, versions of one document.
        lexicons: What is known of two languages helps to align; None: nothing is used.

    Raises:
        NotInStoreError: No such version.
        UsageError: No reason; no such paragraph; the versions cannot be aligned; a pin contradicts
            another one, or (AlreadyHeldError) is there already.
    """
    reason = checked_reason(reason)
    if not decisions:
        raise UsageError("say what to pin: --link, --forbid or --lock.")

    def prepare(holdings: Holdings) -> Act:
        opened = _open(holdings, pair)
        made = tuple(dict.fromkeys(opened.as_stored(one) for one in decisions))
        new = tuple(opened.pin_of(one, by=by, when=when, reason=reason) for one in made)
        honoured, _ = opened.settled()
        for one in honoured:
            if _decision_of(one) in made and one.pin.by == by:
                raise AlreadyHeldError(f"pinned already: {one}, on {one.pin.when}.")
        constraints_of([*(one.pin for one in honoured), *new], *opened.paragraphs)
        return opened.act((*opened.pins, *new), lexicons, by=by, when=when, reason=reason)

    return record_on_newest(store, pair[0].document, prepare, lexicons)


def unpin(
    store: Store,
    pair: tuple[VersionName, VersionName],
    decisions: Sequence[Decision] | None,
    *,
    reason: str,
    by: str,
    when: str,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Take pins of two versions back, all in one event, and align the versions again.

    Args:
        decisions: What was pinned, by the numbers `pins_of` gives; None: everything.
        lexicons: As for `pin`.

    Raises:
        NotInStoreError: No such version.
        UsageError: No reason; or nothing is pinned so.
    """
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        opened = _open(holdings, pair)
        gone = _named(opened, decisions)
        left = tuple(one for one in opened.pins if one not in gone)
        return opened.act(left, lexicons, by=by, when=when, reason=reason)

    return record_on_newest(store, pair[0].document, prepare, lexicons)


def _named(opened: "_Opened", decisions: Sequence[Decision] | None) -> list[Pin]:
    """Find the pins that decisions name; None names all."""
    listed = opened.listed()
    if decisions is None and not opened.pins:
        raise UsageError("nothing is pinned between these versions.")
    if decisions is None:
        return list(opened.pins)
    gone = []
    for decision in decisions:
        found = [one for said, one in listed if said == opened.as_stored(decision)]
        if not found:
            raise UsageError(f"there is no pin {decision}; provtrack pin BASE WITNESS lists them.")
        gone += found
    return gone


def pins_of(store: Store, pair: tuple[VersionName, VersionName]) -> PinnedPair:
    """List the pins of two versions.

    Raises:
        NotInStoreError: No such version.
        UsageError: The versions cannot be aligned.
    """
    opened = _open(holdings_of(store, pair[0].document), pair)
    honoured, orphans = opened.settled()
    return PinnedPair(
        honoured=tuple((opened.as_named(_decision_of(one)), one.pin) for one in honoured),
        orphans=tuple((opened.as_named(_decision_then(one)), one) for one in orphans),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
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
        return [(_decision_of(one), one.pin) for one in honoured] + [
            (_decision_then(one), one) for one in orphans
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


def _open(holdings: Holdings, pair: tuple[VersionName, VersionName]) -> _Opened:
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
    return _Opened(
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


def _decision_of(bound: BoundPin) -> Decision:
    """Say what a pin decides, by the numbers of today."""
    base, witness = (tuple(k + 1 for k in rows) for rows in (bound.base, bound.witness))
    return Decision(kind=bound.pin.kind, base=base, witness=witness, locked=bound.pin.locked)


def _decision_then(pin: Pin) -> Decision:
    """Say what a pin decides, by the numbers at the time."""
    base, witness = (
        tuple(sorted(p.position + 1 for p in side)) for side in (pin.base, pin.witness)
    )
    return Decision(kind=pin.kind, base=base, witness=witness, locked=pin.locked)


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
                f"the pin {_decision_then(one)} by {one.by} has no effect any more: {_lost(one)} "
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
