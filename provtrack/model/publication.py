"""A publication under audit: its text, where each part of it stands in the file, and what it marks.

Everything counts code points of `Publication.text`, from 0. For plain text, Markdown, LaTeX and
HTML that is the decoded file; for container formats it is what the reader yields (DESIGN §5).
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum

from provtrack.model.text import Span

NAMED_APART = ("endnote ", "comment ", "source ")  # labels that say themselves what they are of


def note_name(label: str) -> str:
    """Call a note as an author does, by its label: "note 3", "endnote 3"."""
    return label if label.startswith(NAMED_APART) else f"note {label}"


class RegionKind(StrEnum):
    """What a part of a publication is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BLOCK_QUOTE = "block-quote"
    NOTE = "note"
    COMMENT = "comment"
    QUOTED = "quoted"
    CODE = "code"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of a publication. Regions may lie in each other, and never cross.

    Attributes:
        span: Without its marks or tags; in Markdown a hard-wrapped block quote holds its ``> ``.
        label: Of a note the number or name it is called by; else empty.
        source: What the markup says it is taken from (``cite``, ``source``), as written, or ``#3``
            for the note that is labelled ``source 3``; or empty.
        language: BCP 47, where the markup names one; or empty.
        anchor: Of a word processor's comment, the position in the text it is tied to; else None.
    """

    kind: RegionKind
    span: Span
    label: str = ""
    source: str = ""
    language: str = ""
    anchor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """The place in the text where a note is called; `label` is that of the note's region."""

    position: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Locus:
    """Where something stands in the file, as a person would look it up.

    Attributes:
        start: Code point of the publication's text from which this holds.
        paragraph: Counted from 1 in the body or in the note.
        line, column: In a text file, counted from 1; 0 in a container, whose format may know lines.
        page: Of a PDF, counted from 1; 0 elsewhere.
        run: Of a container format, what leads to the piece, such as ``w:p[12]/w:r[3]``; or empty.
        offset: Of a container format, code points of the piece before it.
        note: Label of the note or comment it stands in; or empty.
    """

    start: int
    paragraph: int = 0
    line: int = 0
    column: int = 0
    page: int = 0
    run: str = ""
    offset: int = 0
    note: str = ""

    def in_words(self) -> str:
        """Say where it is, as an author looks it up: "note 3, line 12"; empty if nothing tells."""
        parts = [note_name(self.note)] if self.note else []
        if self.page:
            parts.append(f"page {self.page}")
        if self.line:
            parts.append(f"line {self.line}")
        elif self.paragraph:
            parts.append(f"paragraph {self.paragraph}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Signs of the file that stand for other ones: ``&ldquo;``, ``\\&``, ``\\ldots``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The text under audit.

    Attributes:
        name: File name.
        text: What all positions count in.
        text_sha256: Of `text` in UTF-8.
        language: BCP 47; "und" if unknown.
        regions: In order of their start, outer ones first.
        note_marks: In order of position.
        loci: In order of `start`, the first at 0.
        skipped: Spans inside regions that are markup, not words (``> ``, ``**``, tags), in order.
        replaced: Spans that a reader sees as other signs (entities, commands), in order; none
            lies in `skipped`.
        remarks: What the reader should be told, in sentences (uncertain reading order, changes
            read as accepted).
    """

    name: str
    text: str
    text_sha256: str
    language: str = "und"
    regions: tuple[Region, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    loci: tuple[Locus, ...] = (Locus(start=0),)
    skipped: tuple[Span, ...] = ()
    replaced: tuple[Replacement, ...] = ()
    remarks: tuple[str, ...] = ()

    def cuts(self) -> list[tuple[int, int, str]]:
        """List start and end of what a reader does not see as it stands, with what he sees there.

        Returns:
            In order; the words are empty for markup.
        """
        cuts = [(one.start, one.end, "") for one in self.skipped]
        cuts += [(one.span.start, one.span.end, one.text) for one in self.replaced]
        return sorted(cuts)

    def locus(self, position: int) -> Locus:
        """Say where a position stands in the file."""
        place = bisect_right(self.loci, position, key=lambda locus: locus.start) - 1
        found = self.loci[max(place, 0)]
        inside = position - found.start
        if found.column:
            return replace(found, start=position, column=found.column + inside)
        return replace(found, start=position, offset=inside) if found.run else found
