"""Align again after one pin was made or taken back: only the rectangle the pin touches.

The beads that hold a pinned paragraph are opened, and so are doubtful neighbours in reading order;
all others stay as they are, to the last figure. Some of those around the rectangle are given to
the aligner as they stand, so that it learns from them which words answer each other. A pin between
places far apart touches two rectangles, which are solved together. Entry point: `realign`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provtrack.aligner.binding import BoundPin, bind
from provtrack.aligner.engine import align_within
from provtrack.aligner.joints import Piece
from provtrack.aligner.mirroring import PINNED_BY, in_reading_order
from provtrack.aligner.moves import crossing
from provtrack.aligner.pinning import Constraints, constraints_of
from provtrack.model.alignment import Alignment, Bead, Pin
from provtrack.model.lexicon import Lexicon
from provtrack.model.names import PinKind

OPENED = 1  # doubtful beads opened before and after those a pin touches
SURE = 0.7  # confidence from which a neighbour stays as it is
AROUND = 6  # beads before and after the opened ones that are learned from


def realign(
    alignment: Alignment,
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
    pins: Sequence[Pin],
    changed: Pin,
    lexicon: Lexicon | None = None,
) -> Alignment:
    """Align two versions again after one pin has changed.

    Args:
        alignment: Of the two versions, made without the change.
        pins: All that hold now.
        changed: The one that was made or taken back. A locked side touches every bead, so that the
            versions are aligned anew.
        lexicon: What is known of the two languages, as `align` takes it.

    Returns:
        The alignment with new beads where the pin touches it; the other beads are the same. Time
        does not grow with the length of the texts, except to find the pinned paragraphs.

    Raises:
        UsageError: Two pins contradict each other.
    """
    constraints = constraints_of(pins, base, witness)
    languages = base_language, witness_language
    if changed.kind is PinKind.LOCKED:
        return align_within(
            base, witness, languages=languages, constraints=constraints, lexicon=lexicon
        )
    bound, _ = bind([changed], base, witness)
    if not bound:
        return alignment
    if changed in pins and _is_apart(alignment, bound[0]):
        return alignment
    beads = _marked(alignment.beads, bound[0], constraints) if changed in pins else None
    if beads:
        return replace(alignment, beads=beads)
    asked = _Asked(
        beads=alignment.beads,
        texts=(base, witness),
        languages=languages,
        constraints=constraints,
        touched=(bound[0].base, bound[0].witness),
        lexicon=lexicon,
    )
    return replace(alignment, beads=in_reading_order(_realigned(asked)))


def _marked(
    beads: Sequence[Bead], changed: BoundPin, constraints: Constraints
) -> tuple[Bead, ...] | None:
    """Mark the bead that a must-link asks for, if it is there already; None if it is not."""
    wanted = changed.base, changed.witness
    if wanted not in constraints.linked or all((b.base, b.witness) != wanted for b in beads):
        return None
    names = constraints.pinned_by[constraints.linked.index(wanted)]
    pinned = tuple(PINNED_BY + name for name in names)

    def marked(bead: Bead) -> Bead:
        known = tuple(words for words in bead.evidence if not words.startswith(PINNED_BY))
        return replace(bead, confidence=1.0, evidence=(*pinned, *known))

    return tuple(marked(b) if (b.base, b.witness) == wanted else b for b in beads)


def _is_apart(alignment: Alignment, changed: BoundPin) -> bool:
    """Tell whether a cannot-link asks for what is so already."""
    base, witness = set(changed.base), set(changed.witness)
    return changed.pin.kind is PinKind.CANNOT_LINK and not any(
        base & set(bead.base) and witness & set(bead.witness) for bead in alignment.beads
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What is to be aligned again: `touched` are the paragraphs of the pin that changed."""

    beads: Sequence[Bead]
    texts: tuple[Sequence[str], Sequence[str]]
    languages: tuple[str, str]
    constraints: Constraints
    touched: Piece
    lexicon: Lexicon | None


def _realigned(asked: _Asked) -> list[Bead]:
    """Solve the rectangle, and put it between the beads that stay."""
    beads = asked.beads
    opened, given = _rectangle(asked)
    part = sorted(opened | given)
    rows = sorted(k for n in part for k in beads[n].base)
    columns = sorted(k for n in part for k in beads[n].witness)
    free = _paragraphs_of(beads[n] for n in opened)
    found = align_within(
        [asked.texts[0][k] for k in rows],
        [asked.texts[1][k] for k in columns],
        languages=asked.languages,
        constraints=_part_of(asked.constraints, (rows, columns), [beads[n] for n in given]),
        lexicon=asked.lexicon,
    )
    placed = [
        replace(
            bead,
            base=tuple(rows[k] for k in bead.base),
            witness=tuple(columns[k] for k in bead.witness),
        )
        for bead in found.beads
    ]
    new = [bead for bead in placed if free[0] & set(bead.base) or free[1] & set(bead.witness)]
    return [*(bead for n, bead in enumerate(beads) if n not in opened), *new]


def _paragraphs_of(beads: Iterable[Bead]) -> tuple[set[int], set[int]]:
    base: set[int] = set()
    witness: set[int] = set()
    for bead in beads:
        base.update(bead.base)
        witness.update(bead.witness)
    return base, witness


def _rectangle(asked: _Asked) -> tuple[set[int], set[int]]:
    """Number the beads to open, and those around them that are given."""
    beads = asked.beads
    standing = _standing(beads)
    touched = {
        n
        for n, bead in enumerate(beads)
        if not (
            set(asked.touched[0]).isdisjoint(bead.base)
            and set(asked.touched[1]).isdisjoint(bead.witness)
        )
    }
    heights = {height for n in touched for height in standing[n]}
    near = {h for height in heights for h in range(height - OPENED, height + OPENED + 1)}
    around = {h for height in near for h in range(height - AROUND, height + AROUND + 1)}
    pinned = set(asked.constraints.linked)
    opened = touched | {
        n
        for n, bead in enumerate(beads)
        if near.issuperset(standing[n])
        and (bead.base, bead.witness) not in pinned
        and (bead.confidence < SURE or not (bead.base and bead.witness))
    }
    given = {n for n in range(len(beads)) if not around.isdisjoint(standing[n])}
    return opened, given - opened


def _standing(beads: Sequence[Bead]) -> list[set[int]]:
    """Say where beads stand: the number of the last bead in reading order not after them."""
    pieces = [(bead.base, bead.witness) for bead in beads]
    pairs = [piece for piece in pieces if all(piece)]
    crossed = crossing(pairs)
    # of two that cross with equal weight either may be taken: neither, whichever side is the base
    crossed |= {(b, w) for w, b in crossing([(w, b) for b, w in pairs])}
    chain = sorted(piece for piece in pairs if piece not in crossed)
    firsts = [base[0] for base, _ in chain], [witness[0] for _, witness in chain]
    return [
        {
            bisect_right(first, k) - 1
            for first, rows in zip(firsts, piece, strict=True)
            for k in rows[:1]
        }
        for piece in pieces
    ]


def _part_of(
    constraints: Constraints, part: tuple[Sequence[int], Sequence[int]], given: Sequence[Bead]
) -> Constraints:
    """Give what is asked of some paragraphs only, by their places among these."""
    rows, columns = ({k: n for n, k in enumerate(side)} for side in part)
    linked: dict[Piece, tuple[str, ...]] = {(bead.base, bead.witness): () for bead in given}
    for piece, names in zip(constraints.linked, constraints.pinned_by, strict=True):
        if rows.keys() >= set(piece[0]) and columns.keys() >= set(piece[1]):
            linked[piece] = names
    placed = sorted(
        ((tuple(rows[k] for k in base), tuple(columns[k] for k in witness)), names)
        for (base, witness), names in linked.items()
    )
    return Constraints(
        linked=tuple(piece for piece, _ in placed),
        pinned_by=tuple(names for _, names in placed),
        apart=tuple(
            (rows[i], columns[j]) for i, j in constraints.apart if i in rows and j in columns
        ),
        locked=constraints.locked,
    )
