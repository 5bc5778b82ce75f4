"""Pin which paragraphs answer each other, take pins back, and list them.

A pin is a decision of a person with a reason. It is recorded as an event, with the alignment of the
two versions as the pin leaves it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.aligner.pinning import constraints_of
from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.alignment import Pin
from provtrack.model.history import Act
from provtrack.recording.acts import Recorded, checked_reason, record_on_newest
from provtrack.recording.numbered_pins import NumberedPin, numbered_now, numbered_then
from provtrack.recording.pinned_pairs import OpenedPair, open_pair
from provtrack.store import Holdings, Store, VersionName, holdings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedPair:
    """The pins of two versions, base and witness as the caller named them.

    Attributes:
        honoured: Each pin with what it decides, by the paragraph numbers of today.
        orphans: Those whose paragraphs are not found, by the numbers of the time.
    """

    honoured: tuple[tuple[NumberedPin, Pin], ...]
    orphans: tuple[tuple[NumberedPin, Pin], ...]


def pin(
    store: Store,
    pair: tuple[VersionName, VersionName],
    numbered: Sequence[NumberedPin],
    *,
    reason: str,
    by: str,
    when: str,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Pin paragraphs of two versions, all in one event; what they touch is aligned again.

    Args:
        pair: Base and witness, versions of one document.
        lexicons: What is known of two languages helps to align; None: nothing is used.

    Raises:
        NotInStoreError: No such version.
        UsageError: No reason; no such paragraph; the versions cannot be aligned; a pin contradicts
            another one, or (AlreadyHeldError) is there already.
    """
    reason = checked_reason(reason)
    if not numbered:
        raise UsageError("say what to pin: --link, --forbid or --lock.")

    def prepare(holdings: Holdings) -> Act:
        opened = open_pair(holdings, pair)
        made = tuple(dict.fromkeys(opened.as_stored(one) for one in numbered))
        new = tuple(opened.pin_of(one, by=by, when=when, reason=reason) for one in made)
        honoured, _ = opened.settled()
        for one in honoured:
            if numbered_now(one) in made and one.pin.by == by:
                raise AlreadyHeldError(f"pinned already: {one}, on {one.pin.when}.")
        constraints_of([*(one.pin for one in honoured), *new], *opened.paragraphs)
        aligned = opened.with_pins((*opened.pins, *new), lexicons)
        return opened.act(aligned, by=by, when=when, reason=reason)

    return record_on_newest(store, pair[0].document, prepare, lexicons)


def unpin(
    store: Store,
    pair: tuple[VersionName, VersionName],
    numbered: Sequence[NumberedPin] | None,
    *,
    reason: str,
    by: str,
    when: str,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Take pins of two versions back, all in one event.

    The alignment becomes again what it was before them if only pins followed; else what they
    touched is aligned again.

    Args:
        numbered: What was pinned, by the numbers `pins_of` gives; None: everything.
        lexicons: As for `pin`.

    Raises:
        NotInStoreError: No such version.
        UsageError: No reason; or nothing is pinned so.
    """
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        opened = open_pair(holdings, pair)
        gone = _named(opened, numbered)
        left = tuple(one for one in opened.pins if one not in gone)
        aligned = opened.with_pins(left, lexicons)
        return opened.act(aligned, by=by, when=when, reason=reason)

    return record_on_newest(store, pair[0].document, prepare, lexicons)


def _named(opened: "OpenedPair", numbered: Sequence[NumberedPin] | None) -> list[Pin]:
    """Find the pins that numbered ones name; None names all."""
    listed = opened.listed()
    if numbered is None and not opened.pins:
        raise UsageError("nothing is pinned between these versions.")
    if numbered is None:
        return list(opened.pins)
    gone = []
    for named in numbered:
        found = [one for said, one in listed if said == opened.as_stored(named)]
        if not found:
            raise UsageError(f"there is no pin {named}; provtrack pin BASE WITNESS lists them.")
        gone += found
    return gone


def pins_of(store: Store, pair: tuple[VersionName, VersionName]) -> PinnedPair:
    """List the pins of two versions.

    Raises:
        NotInStoreError: No such version.
        UsageError: The versions cannot be aligned.
    """
    opened = open_pair(holdings_of(store, pair[0].document), pair)
    honoured, orphans = opened.settled()
    return PinnedPair(
        honoured=tuple((opened.as_named(numbered_now(one)), one.pin) for one in honoured),
        orphans=tuple((opened.as_named(numbered_then(one)), one) for one in orphans),
    )
