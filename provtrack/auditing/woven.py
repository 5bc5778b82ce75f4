"""The difference inside the quotation: its words with those of the source woven in.

Reports, terminals and mails show the same pieces in their own ways. Entry point: `woven`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from provtrack.model.names import Significance
from provtrack.model.quotation import Difference


class PieceKind(StrEnum):
    """Where the words of a piece stand."""

    BOTH = "both"
    QUOTED = "quoted"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a quotation, or words of its source that it lacks.

    Attributes:
        kind: `QUOTED` and `SOURCE` words are not in the other.
        significance: Of the difference; None for what stands in both.
    """

    kind: PieceKind
    text: str
    significance: Significance | None = None


def woven(text: str, differences: Sequence[Difference]) -> tuple[Piece, ...]:
    """Weave what the source has otherwise into the words of a quotation.

    Args:
        text: Of the quotation; `Difference.quoted` counts in it.
        differences: In any order. Declared ones are left as they are written, unless they touch
            the sense; of two that share words the first is shown.

    Returns:
        Pieces in reading order, the source's words before the quotation's. Those that are not of
        the source alone give `text`.
    """
    return tuple(_pieces(text, [one for one in differences if _is_told(one)]))


def _is_told(one: Difference) -> bool:
    return not one.is_declared or one.significance is Significance.SUBSTANTIVE


def _pieces(text: str, differences: Sequence[Difference]) -> Iterator[Piece]:
    place = 0
    for one in sorted(differences, key=lambda one: (one.quoted.start, one.quoted.end)):
        start, end = one.quoted.start, one.quoted.end
        if start < place or end > len(text):
            continue
        if start > place:
            yield Piece(kind=PieceKind.BOTH, text=text[place:start])
        if one.source_words.strip():
            words = one.source_words
            if start == end:
                words = _apart(words, text[:start], text[end:])
            yield Piece(kind=PieceKind.SOURCE, text=words, significance=one.significance)
        if end > start:
            quoted = text[start:end]
            yield Piece(kind=PieceKind.QUOTED, text=quoted, significance=one.significance)
        place = end
    if place < len(text):
        yield Piece(kind=PieceKind.BOTH, text=text[place:])


def _apart(words: str, before: str, after: str) -> str:
    """Keep words put in by themselves a blank away from the words beside them."""
    head = " " if before[-1:].isalnum() and words[:1].isalnum() else ""
    tail = " " if after[:1].isalnum() and words[-1:].isalnum() else ""
    return f"{head}{words}{tail}"
