"""Pins by the paragraph numbers that readers see: counted from 1, as in reports."""

import re
from dataclasses import dataclass

from provtrack.aligner.binding import BoundPin
from provtrack.errors import UsageError
from provtrack.model.alignment import Pin
from provtrack.model.names import PinKind, SideName

MOST_PARAGRAPHS = 1000  # that one pin may name on one side


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedPin:
    """A pin, or what is to be pinned, by the numbers readers see.

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

    def mirrored(self) -> "NumberedPin":
        """The same pin with base and witness exchanged."""
        other = {SideName.BASE: SideName.WITNESS, SideName.WITNESS: SideName.BASE}
        locked = other[self.locked] if self.locked else None
        return NumberedPin(kind=self.kind, base=self.witness, witness=self.base, locked=locked)


def read_pins(kind: PinKind, words: str) -> tuple[NumberedPin, ...]:
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
        return (NumberedPin(kind=kind, base=base, witness=witness),)
    if kind is PinKind.CANNOT_LINK:
        raise UsageError(
            f"{words!r} names one side only; say which paragraphs must not answer each other, "
            'for example "3:9".'
        )
    return (
        *(NumberedPin(kind=kind, base=(n,)) for n in base),
        *(NumberedPin(kind=kind, witness=(n,)) for n in witness),
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


def numbered_now(bound: BoundPin) -> NumberedPin:
    """Name a pin by the numbers of today."""
    base, witness = (tuple(k + 1 for k in rows) for rows in (bound.base, bound.witness))
    return NumberedPin(kind=bound.pin.kind, base=base, witness=witness, locked=bound.pin.locked)


def numbered_then(pin: Pin) -> NumberedPin:
    """Name a pin by the numbers at the time."""
    base, witness = (
        tuple(sorted(p.position + 1 for p in side)) for side in (pin.base, pin.witness)
    )
    return NumberedPin(kind=pin.kind, base=base, witness=witness, locked=pin.locked)
