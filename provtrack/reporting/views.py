"""What the templates of the report are given: frozen views, every word and number decided.

A template computes nothing (CONVENTIONS §13): it walks these values and writes tags. The view of
a running text is a sequence of `Piece` tuples, not of dataclasses: a report of 10,000 paragraphs
has a million of them, and a template unpacks a tuple without looking up attributes.
"""

from collections.abc import Iterable
from dataclasses import dataclass

# (kind, text, css, number, owner): one step of writing a running text.
#   "text"  characters of the recorded text
#   "open"  a mark opens: tag in `text`; css, change number, siglum of the only version with it
#   "close" the innermost mark closes: tag in `text`
#   "gone"  words of the base that the witness lacks, shown in line and to screen readers
#   "sign"  abbreviation of a nature beside a substantive change; its label in `owner`
#   "caret" nothing stands here
#   "break" a paragraph begins or ends in one version only; the words in `text`
#   "shown" a control character made visible
Piece = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a sentence: plain, strong, or a link inside the page."""

    text: str
    href: str | None = None
    strong: bool = False


Sentence = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A warning word on a version card; `tone` is "query" or "plain"."""

    text: str
    tone: str = "query"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionCard:
    """One version at the head of the report."""

    siglum: str
    css: str
    name: str
    lines: tuple[str, ...]
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHead:
    """Heading of a column of the rows; siglum apart, so that views can hide it."""

    siglum: str
    css: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """One paragraph in a cell; `label` only where its number differs from its row's.

    `is_gone`: one of the base, shown in a witness's cell by the in-line view alone.
    """

    label: str
    pieces: tuple[Piece, ...]
    keeps_lines: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A clause of an abstract in the row of the base paragraph it rests on."""

    pieces: tuple[Piece, ...]
    css: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one version has in a row.

    Attributes:
        css: Its column: "ca" for the base, "cw" for a witness, "cc" for an abstract.
        remark: Said in place of, or above, the text: "Nothing in C answers to this paragraph."
    """

    siglum: str
    css: str
    language: str
    direction: str
    paragraphs: tuple[ParagraphView, ...] = ()
    clauses: tuple[ClauseView, ...] = ()
    remark: Sentence = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingView:
    """A reading of the apparatus with the sigla that have it."""

    text: str
    sigla: str
    is_words: bool
    language: str
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApparatusEntry:
    """Lemma, readings and what the change touches."""

    ids: tuple[str, ...]
    css: str
    label: str
    lemma: ReadingView
    readings: tuple[ReadingView, ...]
    explanation: str
    decision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView:
    """A question put to the reader."""

    css: str
    heading: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How one witness answers the base in a row, in words."""

    siglum: str
    words: tuple[str, ...]
    substantive: int
    accidental: int
    is_doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One group of paragraphs that answer each other, across all versions."""

    id: str
    label: str
    css: str
    likenesses: tuple[Likeness, ...]
    cells: tuple[Cell, ...]
    queries: tuple[QueryView, ...]
    apparatus: tuple[ApparatusEntry, ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripCell:
    """One stop of the heat strip: a row, or several in a long report.

    Attributes:
        width: Share of the strip, in thousandths.
        bars: In a wide strip, one "s" or "a" per change (cut to `StripView.bars_shown`).
        substantive, accidental: In a compact strip, heights in per cent.
    """

    href: str
    label: str
    title: str
    width: int
    bars: str
    substantive: int
    accidental: int
    has_query: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """The heat strip."""

    cells: tuple[StripCell, ...]
    is_compact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChip:
    """One nature of change that can be shown or hidden."""

    key: str
    sign: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A link of the chain as drawn; positions in pixels of the picture."""

    x: int
    y: int
    width: int
    height: int
    css: str
    lines: tuple[tuple[str, int, int, str], ...]  # css, x, y of the base line, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A step of the chain as drawn: a path, its head, and what is written on it."""

    path: str
    head: str
    css: str
    lines: tuple[tuple[str, int, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The provenance chain drawn once, for a width; `top` is the least y in it, 0 or less."""

    width: int
    height: int
    top: int = 0
    boxes: tuple[Box, ...] = ()
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """A custody flag."""

    css: str
    severity: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainView:
    """The provenance chain: two drawings, the same in words, and its flags."""

    wide: Picture
    narrow: Picture
    words: tuple[str, ...]
    flags: tuple[FlagView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbstractView:
    """An abstract in its own order, each clause with the rows it rests on."""

    id: str
    siglum: str
    language: str
    direction: str
    clauses: tuple[tuple[str, str, Sentence], ...]  # css, text, links


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexList:
    """A list of the index of moved and unmatched paragraphs."""

    heading: str
    items: tuple[tuple[Sentence, str, str, str], ...]  # links, language, direction, first words


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of "How to reproduce this report"."""

    name: str
    values: tuple[str, ...]
    is_code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """Everything the report's template needs; `rows` may be read once only.

    Attributes:
        grids: (class of a view, its columns as CSS has them).
        main_css: Classes of the page: "long", "many" columns, "plain" (nothing compared by word).
    """

    page_title: str
    eyebrow: str
    title: str
    title_language: str
    findings: tuple[Sentence, ...]
    cards: tuple[VersionCard, ...]
    heads: tuple[ColumnHead, ...]
    grids: tuple[tuple[str, str], ...]
    main_css: str
    chain: ChainView | None
    substantive_chips: tuple[FilterChip, ...]
    accidental_chips: tuple[FilterChip, ...]
    has_queries: bool
    has_words_compared: bool
    has_other_language: bool
    base_siglum: str
    witness_sigla: str
    strip: StripView
    rows: Iterable[RowView]
    abstracts: tuple[AbstractView, ...]
    index: tuple[IndexList, ...]
    facts: tuple[Fact, ...]
