"""From the changes of a bead and one of its sides to the other side, character by character.

This is the law that a comparison shows every difference: rejecting all changes of the witness
gives the base, accepting all gives the witness. Entry points: `accept` and `reject`.
"""

from collections.abc import Sequence

from provtrack.model.comparison import Change, Reading
from provtrack.model.names import ChangeKind, Nature

_END = None  # stands for the end of a paragraph in a stream of characters


def accept(
    base: Sequence[str],
    changes: Sequence[Change],
    *,
    positions: tuple[Sequence[int], Sequence[int]],
) -> tuple[str, ...]:
    """Give the witness's paragraphs of a bead from the base's paragraphs and the changes.

    Args:
        base: The paragraphs of the bead in the base.
        positions: Paragraph positions of the bead in the base and in the witness.
    """
    pairs = [(change.base, change.witness, _ends(change)) for change in changes]
    return _apply(base, pairs, positions)


def reject(
    witness: Sequence[str],
    changes: Sequence[Change],
    *,
    positions: tuple[Sequence[int], Sequence[int]],
) -> tuple[str, ...]:
    """Give the base's paragraphs of a bead from the witness's paragraphs and the changes."""
    pairs = []
    for change in changes:
        source_ends, result_ends = _ends(change)
        pairs.append((change.witness, change.base, (result_ends, source_ends)))
    return _apply(witness, pairs, (positions[1], positions[0]))


def _ends(change: Change) -> tuple[bool, bool]:
    """Tell whether a paragraph ends in the base only, or in the witness only."""
    if change.nature is not Nature.PARAGRAPH_BREAK:
        return False, False
    in_witness = bool(change.base.text) or change.kind is ChangeKind.ADDITION
    return not in_witness, in_witness


def _apply(
    source: Sequence[str],
    pairs: Sequence[tuple[Reading, Reading, tuple[bool, bool]]],
    positions: tuple[Sequence[int], Sequence[int]],
) -> tuple[str, ...]:
    """Take what the changes lift out of the source, and put in what they bring."""
    kept = iter(_kept(source, pairs, positions[0]))
    paragraphs: list[list[str]] = [[]]
    places = {position: number for number, position in enumerate(positions[1])}
    # of several that arrive at one place those without words come first
    arriving = [
        (places[new.paragraph], new.start, new.end, ends, number)
        for number, (_, new, (_, ends)) in enumerate(pairs)
    ]
    for paragraph, start, _, ends, number in sorted(arriving):
        _, new, _ = pairs[number]
        while (len(paragraphs) - 1, len(paragraphs[-1])) != (paragraph, start):
            _put(paragraphs, next(kept, _END))
            if len(paragraphs) > len(places):
                raise ValueError("the changes do not account for every difference")
        paragraphs[-1].extend(new.text)
        if ends:
            paragraphs.append([])
    for character in kept:
        _put(paragraphs, character)
    return tuple("".join(characters) for characters in paragraphs) if positions[1] else ()


def _put(paragraphs: list[list[str]], character: str | None) -> None:
    if character is _END:
        paragraphs.append([])
    else:
        paragraphs[-1].append(character)


def _kept(
    source: Sequence[str],
    pairs: Sequence[tuple[Reading, Reading, tuple[bool, bool]]],
    positions: Sequence[int],
) -> list[str | None]:
    """List the characters and paragraph ends of the source that no change lifts out."""
    stream: list[str | None] = []
    for number, (position, text) in enumerate(zip(positions, source, strict=True)):
        here = [(old, ends) for old, _, (ends, _) in pairs if old.paragraph == position]
        lifted = {at for old, _ in here for at in range(old.start, old.end)}
        stream += [character for at, character in enumerate(text) if at not in lifted]
        if number + 1 < len(source) and not any(ends for _, ends in here):
            stream.append(_END)
    return stream
