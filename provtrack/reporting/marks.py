"""Turn the changes and queries of a row into marks in the paragraphs of its versions.

Keys of the results are paragraph positions from 0. In the base, words the witness lacks are
marked; in the witness, words the base lacks, and the base's words are put before them for the
in-line view. Two versions have no direction: "only in A", "only in B".
"""

from collections.abc import Sequence

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import ChangeKind
from provtrack.reporting.apparatus import NumberedChange
from provtrack.reporting.running_text import Mark
from provtrack.reporting.sides import Side
from provtrack.taxonomy import ADDITION, OMISSION

Marks = dict[int, list[Mark]]


def base_marks(
    changes: Sequence[NumberedChange], sides: Sequence[Side], *, names_witness: bool
) -> Marks:
    """Mark the lemmas of all witnesses' changes in the base.

    Args:
        names_witness: Each sign says which witness differs, as there are several.
    """
    marks: Marks = {}
    for item in changes:
        style = item.style
        start, end = _inked(item.change.base)
        words, goes_on = _break(item, sides, at_base=True) if style.is_break else ("", False)
        sign = f"{style.sign} {sides[item.column].siglum}" if names_witness else style.sign
        marks.setdefault(item.change.base.paragraph, []).append(
            Mark(
                start=start,
                end=end,
                tag="span" if style.is_moved else "del",
                css=style.css,
                number=item.number,
                sign=sign if style.sign else "",
                sign_label=style.label,
                break_words=words,
                goes_on=goes_on,
            )
        )
    return marks


def witness_marks(changes: Sequence[NumberedChange], sides: Sequence[Side]) -> Marks:
    """Mark the readings of one witness, with the lemma before each."""
    marks: Marks = {}
    for item in changes:
        style = item.style
        start, end = _inked(item.change.witness)
        words, goes_on = _break(item, sides, at_base=False) if style.is_break else ("", False)
        marks.setdefault(item.change.witness.paragraph, []).append(
            Mark(
                start=start,
                end=end,
                tag="span" if style.is_moved else "ins",
                css=style.css,
                number=item.number,
                gone="" if style.is_moved or style.is_break else item.change.base.text.strip(),
                sign=style.sign,
                sign_label=style.label,
                break_words=words,
                goes_on=goes_on,
            )
        )
    return marks


def query_marks(queries: Sequence[Query], side: str, lacking: str = "") -> Marks:
    """Mark the words that queries speak of, on one side ("base" or "witness").

    Args:
        lacking: Siglum of the version that may lack sentences; said where a query asks that.
    """
    marks: Marks = {}
    for query in queries:
        reading = query.base if side == "base" else query.witness
        if reading is not None and reading.end > reading.start:
            start, end = _inked(reading)
            asks = lacking and query.topic in (OMISSION, ADDITION)
            sign = f"not in {lacking}" if asks else ""
            marks.setdefault(reading.paragraph, []).append(
                Mark(start=start, end=end, tag="mark", css="dv", sign=sign)
            )
    return marks


def merged(first: Marks, second: Marks) -> Marks:
    """Put two sets of marks together."""
    if not second:
        return first
    marks = {position: list(found) for position, found in first.items()}
    for position, found in second.items():
        marks.setdefault(position, []).extend(found)
    return marks


def _inked(reading: Reading) -> tuple[int, int]:
    """Leave white space around a reading out of its mark; the text itself stays as it is."""
    text = reading.text
    words = text.strip()
    if not words or len(words) == len(text):
        return reading.start, reading.end
    start = reading.start + text.index(words[0])
    return start, start + len(words)


def _break(item: NumberedChange, sides: Sequence[Side], *, at_base: bool) -> tuple[str, bool]:
    """Say in which version alone a paragraph ends here, and whether it is the other one."""
    ends_in_base = item.change.kind is ChangeKind.OMISSION
    siglum = sides[0 if ends_in_base else item.column].siglum
    return f"paragraph ends here only in {siglum}", ends_in_base is not at_base
