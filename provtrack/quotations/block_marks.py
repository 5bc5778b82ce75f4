"""Marks that a block quotation of several paragraphs has of its own: one opens each paragraph.

English, German and Russian open every paragraph again and close the last one; French also repeats
the closing mark; some close each paragraph. None of these marks is of the source's words.
Entry point: `led_by_marks`.
"""

from collections.abc import Sequence

from provtrack.quotations.marks import Mark
from provtrack.quotations.running import Quote

Part = tuple[int, int]  # start and end of a paragraph, without white space


def led_by_marks(paragraphs: Sequence[Part], marks: Sequence[Sequence[Mark]]) -> Quote | None:
    """Read a block without its marks, if each of its paragraphs begins with one.

    Args:
        paragraphs: Of the block, in order.
        marks: Of each of them.

    Returns:
        None if there is but one paragraph, or if one begins with a word or another kind of mark.
    """
    leading = [own[0] for own in marks if own]
    begins = [one.start for one in leading] == [start for start, _ in paragraphs]
    if len(paragraphs) < 2 or not begins or len({one.family for one in leading}) > 1:
        return None
    borders = [leading[0].end]
    for number, (_, end) in enumerate(paragraphs):
        borders.append(_end_of_words(end, marks[number]))
        if number + 1 < len(paragraphs):
            borders.append(leading[number + 1].end)
    return Quote(
        borders[0],
        borders[-1],
        paragraphs[0][0],
        paragraphs[-1][1],
        sign=leading[0].sign,
        reopened=tuple(zip(borders[1:-1:2], borders[2:-1:2], strict=True)),
    )


def _end_of_words(end: int, marks: Sequence[Mark]) -> int:
    """Where the words of a paragraph end that its first mark opens: before the one that closes it.

    With an odd number of such marks the last one closes words inside.
    """
    alike = [one for one in marks if one.family is marks[0].family]
    is_closed = alike[-1].end == end and len(alike) % 2 == 0
    return alike[-1].start if is_closed else end
