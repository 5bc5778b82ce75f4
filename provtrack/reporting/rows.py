"""Prepare the rows of the report: cells, likeness, queries and apparatus of each group of beads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from provtrack.model.comparison import ComparedBead, Query
from provtrack.reporting.apparatus import NumberedChange, apparatus_of, number_change
from provtrack.reporting.clauses import AbstractColumn
from provtrack.reporting.decided import query_on, query_view
from provtrack.reporting.grouping import RowGroup
from provtrack.reporting.likeness import doubt_words, least_sure, likeness_words
from provtrack.reporting.marks import Marks, base_marks, merged, query_marks, witness_marks
from provtrack.reporting.running_text import Mark, gone_text, keeps_lines, running_text
from provtrack.reporting.sides import Side
from provtrack.reporting.tallies import tally_of
from provtrack.reporting.views import Cell, Likeness, ParagraphView, Part, QueryView, RowView
from provtrack.reporting.wording import (
    paragraph_label,
    style_of,
)

MANY_CHANGES = 12  # in a row: beyond this only signs of what can reverse the sense are shown
KEPT_LINES = Markup(' class="lines"')
GONE = Markup(' class="gp"')
LEFT_OUT = Markup(' class="gp out"')


@dataclass(kw_only=True)
class RowMaker:
    """Makes rows one after the other; changes are numbered from 1 in the order of the rows."""

    sides: Sequence[Side]
    abstracts: Mapping[int, AbstractColumn]
    number: int = 0
    anchors: set[str] = field(default_factory=set)
    has_several: bool = field(init=False)

    def __post_init__(self) -> None:
        self.has_several = sum(side.is_compared for side in self.sides) > 1

    def row(self, group: RowGroup) -> RowView:
        """Prepare one row."""
        changes = tuple(self._numbered(group))
        asked = self._asked(group)
        queries = (
            *self._editors_queries(changes),
            *(_query_view(query, siglum) for siglum, query in asked),
        )
        return RowView(
            id=row_id(group),
            anchors=tuple(f"p{position + 1}" for position in group.base[1:]),
            label=row_label(group, self.sides),
            css=_row_css(group, changes, has_queries=bool(queries)),
            tally=tally_of((item.style for item in changes), _lacking_beads(group)),
            likenesses=tuple(self._likenesses(group)) if group.base else (),
            cells=tuple(self._cells(group, changes)),
            queries=queries,
            apparatus=apparatus_of(changes, self.sides),
            evidence=tuple(self._evidence(group)),
        )

    def _numbered(self, group: RowGroup) -> Iterator[NumberedChange]:
        """Number the changes of a row, witness by witness."""
        for column, beads in enumerate(group.beads, start=1):
            for bead in beads:
                for change in bead.changes:
                    self.number += 1
                    anchor = "" if change.id in self.anchors else change.id
                    self.anchors.add(anchor)
                    yield number_change(change, self.number, column, anchor)

    def _editors_queries(self, changes: Sequence[NumberedChange]) -> Iterator[QueryView]:
        """Prepare what editors ask of the changes of a row."""
        for item in changes:
            if decision := query_on(item.change):
                siglum = self.sides[item.column].siglum if len(self.sides) > 2 else ""
                yield query_view(item.change, decision, siglum)

    def _asked(self, group: RowGroup) -> Iterator[tuple[str, Query]]:
        """List the queries of a row, each with the siglum of its witness if there are several."""
        has_several = len(self.sides) > 2
        for side, beads in zip(self.sides[1:], group.beads, strict=True):
            for bead in beads:
                for query in bead.queries:
                    yield side.siglum if has_several else "", query
        for column in self.abstracts.values():
            for query in column.queries_at(group.base):
                yield column.side.siglum if has_several else "", query

    def _likenesses(self, group: RowGroup) -> Iterator[Likeness]:
        """Say of each aligned witness how it answers the base here."""
        aligned = [side for side in self.sides[1:] if not side.is_abstract]
        for side in aligned:
            beads = group.beads[side.column - 1]
            siglum = side.siglum if len(aligned) > 1 else ""
            words = tuple(likeness_words(side, beads))
            doubt = doubt_words(least_sure(side, beads), siglum)
            styles = [style_of(change) for b in beads if b.witness for change in b.changes]
            substantive = sum(style.is_substantive for style in styles)
            accidental = len(styles) - substantive
            if words or styles or doubt:
                yield Likeness(
                    siglum=siglum,
                    words=words,
                    substantive=f"{substantive} substantive" if substantive else "",
                    accidental=f"{accidental} accidental" if accidental else "",
                    tally=tally_of(styles),
                    doubt=doubt,
                )

    def _cells(self, group: RowGroup, changes: Sequence[NumberedChange]) -> Iterator[Cell]:
        """Prepare the cell of the base, then of each witness."""
        base = self.sides[0]
        lacking = self._lacking(group, changes)
        marked = [item for item in changes if item.number not in lacking]
        marks = merged(
            base_marks(marked, self.sides, names_witness=self.has_several),
            self._base_query_marks(group),
        )
        remark = () if group.base else (Part(text=f"Not in {base.siglum}."),)
        yield Cell(
            css=base.css,
            paragraphs=_paragraphs(base, group.base, marks, row=group.base),
            remark=remark,
        )
        for side, beads in zip(self.sides[1:], group.beads, strict=True):
            if side.is_abstract:
                yield self.abstracts[side.column].cell(group.base)
            else:
                own = [item for item in changes if item.column == side.column]
                yield self._witness_cell(side, beads, group, own)

    def _base_query_marks(self, group: RowGroup) -> Marks:
        """Mark in the base what the queries of all witnesses speak of."""
        marks: Marks = {}
        for side, beads in zip(self.sides[1:], group.beads, strict=True):
            asked = [query for bead in beads for query in bead.queries]
            marks = merged(marks, query_marks(asked, "base", side.siglum))
        for column in self.abstracts.values():
            marks = merged(marks, query_marks(column.queries_at(group.base), "base"))
        return marks

    def _lacking(self, group: RowGroup, changes: Sequence[NumberedChange]) -> set[int]:
        """Number the changes that say only that a witness lacks these paragraphs.

        Beside other witnesses they would paint over what differs in those, and an excerpt is
        meant to lack them; a remark says it.
        """
        quiet = {
            side.column
            for side, beads in zip(self.sides[1:], group.beads, strict=True)
            if beads and (self.has_several or side.is_excerpt) and not any(b.witness for b in beads)
        }
        return {item.number for item in changes if item.column in quiet} if quiet else set()

    def _witness_cell(
        self,
        side: Side,
        beads: Sequence[ComparedBead],
        group: RowGroup,
        changes: Sequence[NumberedChange],
    ) -> Cell:
        """Prepare what a witness has in a row, with the base's words for the in-line view."""
        positions = [position for bead in beads for position in bead.witness]
        asked = [query for bead in beads for query in bead.queries]
        base = self.sides[0].siglum
        marks = merged(witness_marks(changes, self.sides), query_marks(asked, "witness", base))
        paragraphs = _paragraphs(side, positions, marks, row=group.base)
        if side.shares_language:
            paragraphs += tuple(_gone(self.sides[0], side, beads, changes))
        remark = tuple(_witness_remark(side, beads, group, self.sides[0]))
        return Cell(css=side.css, paragraphs=paragraphs, remark=remark)

    def _evidence(self, group: RowGroup) -> Iterator[str]:
        """List why paragraphs were taken to answer each other."""
        for side, beads in zip(self.sides[1:], group.beads, strict=True):
            prefix = f"{side.siglum}: " if len(self.sides) > 2 else ""
            for bead in beads:
                for words in bead.evidence:
                    yield prefix + words


def row_id(group: RowGroup) -> str:
    """Name a row for links: ``p3`` for the base, ``w1-p5`` for a witness's own paragraphs."""
    if group.base:
        return f"p{group.base[0] + 1}"
    column = (group.owner or 0) + 1
    return f"w{column}-p{group.beads[column - 1][0].witness[0] + 1}"


def row_label(group: RowGroup, sides: Sequence[Side]) -> str:
    """Name a row for readers: "§ 3"; "B § 5" for paragraphs that only B has."""
    if group.base:
        return paragraph_label(group.base)
    column = (group.owner or 0) + 1
    return f"{sides[column].siglum} {paragraph_label(group.beads[column - 1][0].witness)}"


def _row_css(group: RowGroup, changes: Sequence[NumberedChange], *, has_queries: bool) -> str:
    """Class a row: "sub", "acc" or "same"; "qu" with queries; "dense" where much differs.

    "moved" says that it differs by its place, which no filter hides.
    """
    beads = [bead for found in group.beads for bead in found]
    one_sided = not group.base or not all(bead.witness for bead in beads)
    substantive = sum(item.style.is_substantive for item in changes)
    if one_sided or substantive or any(bead.transposed for bead in beads):
        css = "sub"
    else:
        css = "acc" if changes else "same"
    if any(bead.transposed for bead in beads):
        css += " moved"
    if substantive > MANY_CHANGES:
        css += " dense"
    return f"{css} qu" if has_queries else css


def _lacking_beads(group: RowGroup) -> int:
    """Count beads with paragraphs on one side only that no change speaks of."""
    return sum(
        not bead.changes and not (bead.base and bead.witness)
        for beads in group.beads
        for bead in beads
    )


def _paragraphs(
    side: Side, positions: Sequence[int], marks: Mapping[int, list[Mark]], *, row: Sequence[int]
) -> tuple[ParagraphView, ...]:
    """Show paragraphs, each with its number where the row's label does not give it."""
    needs_label = len(positions) > 1 or tuple(positions) != tuple(row)
    texts = side.version.paragraphs
    plain = side.attributes
    return tuple(
        ParagraphView(
            attributes=plain + KEPT_LINES if keeps_lines(texts[position]) else plain,
            text=running_text(texts[position], marks.get(position, ())),
            label=paragraph_label((position,)) if needs_label else "",
        )
        for position in positions
    )


def _gone(
    base: Side, side: Side, beads: Sequence[ComparedBead], changes: Sequence[NumberedChange]
) -> Iterator[ParagraphView]:
    """Show base paragraphs that a witness lacks in its own column, for the in-line view."""
    shown = LEFT_OUT if side.is_excerpt else GONE
    for bead in beads:
        for position in bead.base if not bead.witness else ():
            whole = next((i for i in changes if i.change.base.paragraph == position), None)
            css, number = (whole.style.css, whole.number) if whole else ("s", 0)
            yield ParagraphView(
                attributes=base.attributes + shown,
                text=gone_text(base.version.paragraphs[position], css, number),
            )


def _witness_remark(
    side: Side, beads: Sequence[ComparedBead], group: RowGroup, base: Side
) -> Iterator[Part]:
    """Say what a reader must know before the text of a witness."""
    if not any(bead.witness for bead in beads):
        if group.base:
            yield Part(text=f"Not in {side.siglum}.")
        return
    moved = [position for bead in beads if bead.transposed for position in bead.witness]
    if moved:
        where = paragraph_label(sorted(moved))
        yield Part(
            text=f"Moved: stands as {where} in {side.siglum}, out of the order of {base.siglum}."
        )


def _query_view(query: Query, siglum: str) -> QueryView:
    """Prepare a query; `siglum` of the witness it is about, empty if there is only one."""
    whose = f" on {siglum}" if siglum else ""
    return QueryView(
        css=query.severity.value,
        heading=f"Query{whose}: {query.topic.replace('-', ' ')}",
        sentence=query.sentence,
    )
