"""Turn the changes and queries of a row into marks in the paragraphs of its versions.

Keys of the results are paragraph positions from 0. In the base, words the witness lacks are
marked; in the witness, words the base lacks, and the base's words are put before them for the
in-line view. Two versions have no direction: "only in A", "only in B".
"""

from collections.abc import Sequence

from provtrack.model.comparison import Query
from provtrack.model.names import ChangeKind, Nature
from provtrack.reporting.apparatus import NumberedChange
from provtrack.reporting.sides import Side
from provtrack.reporting.streams import Mark
from provtrack.reporting.wording import is_substantive, mark_name, nature_of

Marks = dict[int, list[Mark]]


def base_marks(changes: Sequence[NumberedChange], sides: Sequence[Side]) -> Marks:
    """Mark the lemmas of all witnesses' changes in the base."""
    marks: Marks = {}
    for item in changes:
        reading = item.change.base
        # The sign names the witness only where there are several to tell apart.
        witness = sides[item.column].siglum if len(sides) > 2 else ""
        marks.setdefault(reading.paragraph, []).append(
            Mark(
                start=reading.start,
                end=reading.end,
                tag="span" if item.is_moved else "del",
                css=item.css,
                number=str(item.number),
                owner=sides[0].siglum,
                sign=" ".join(filter(None, (_sign(item), witness if _sign(item) else ""))),
                sign_label=item.label,
                break_words=_break_words(item, sides[0].siglum, at_base=True),
            )
        )
    return marks


def witness_marks(changes: Sequence[NumberedChange], sides: Sequence[Side]) -> Marks:
    """Mark the readings of one witness, with the lemma before each."""
    marks: Marks = {}
    for item in changes:
        reading = item.change.witness
        siglum = sides[item.column].siglum
        marks.setdefault(reading.paragraph, []).append(
            Mark(
                start=reading.start,
                end=reading.end,
                tag="span" if item.is_moved else "ins",
                css=item.css,
                number=str(item.number),
                owner=siglum,
                gone="" if item.is_moved or item.is_break else item.change.base.text,
                gone_owner=sides[0].siglum,
                sign=_sign(item),
                sign_label=item.label,
                break_words=_break_words(item, siglum, at_base=False),
            )
        )
    return marks


def query_marks(queries: Sequence[Query], side: str) -> Marks:
    """Mark the words that queries speak of, on one side ("base" or "witness")."""
    marks: Marks = {}
    for query in queries:
        reading = query.base if side == "base" else query.witness
        if reading is not None and reading.end > reading.start:
            marks.setdefault(reading.paragraph, []).append(
                Mark(start=reading.start, end=reading.end, tag="mark", css="dv")
            )
    return marks


def merged(first: Marks, second: Marks) -> Marks:
    """Put two sets of marks together."""
    marks = {position: list(found) for position, found in first.items()}
    for position, found in second.items():
        marks.setdefault(position, []).extend(found)
    return marks


def _sign(item: NumberedChange) -> str:
    """The abbreviation set beside a change: only where it can affect the sense."""
    return mark_name(item.change).sign if is_substantive(item.change) else ""


def _break_words(item: NumberedChange, siglum: str, *, at_base: bool) -> str:
    """Say that a paragraph ends here in one version only."""
    if nature_of(item.change) is not Nature.PARAGRAPH_BREAK:
        return ""
    has_break = (item.change.kind is ChangeKind.OMISSION) is at_base
    return f"paragraph ends here in {siglum}" if has_break else "no new paragraph here"
