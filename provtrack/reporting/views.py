"""What the templates of the report are given: frozen views, every word and number decided.

A template computes nothing (CONVENTIONS §13): it walks these values and writes tags. A running
text with its marks comes as `Markup`, written and escaped by `running_text` and `apparatus`. What
each row of a long report has several of is a named tuple, made in a third of the time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a sentence: plain, strong, a link inside the page, or words of a version.

    Attributes:
        language, direction: Of a version's words; empty for ours.
    """

    text: str
    href: str | None = None
    strong: bool = False
    language: str = ""
    direction: str = ""


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


class ParagraphView(NamedTuple):
    """One paragraph, or clause of an abstract, in a cell.

    Attributes:
        attributes: Language and direction, and a class or title where it has one.
        label: Its number, only where it differs from its row's.
    """

    attributes: Markup
    text: Markup
    label: str = ""


class Cell(NamedTuple):
    """What one version has in a row.

    Attributes:
        css: Its column: "c0", "c1" ..., and "ca" for the base, "cw" for a witness, "cx" for one
            in another language, "cc" for an abstract.
        remark: Said in place of, or above, the text: "Nothing in C answers to this paragraph."
    """

    css: str
    paragraphs: tuple[ParagraphView, ...]
    remark: Sentence = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView:
    """A question put to the reader."""

    css: str
    heading: str
    sentence: str


class Likeness(NamedTuple):
    """How one witness answers the base in a row, in words; siglum only where there are several.

    Attributes:
        substantive, accidental: "4 substantive"; empty where there is none.
        tally: The same changes by sort (`tallies`).
    """

    siglum: str
    words: tuple[str, ...]
    substantive: str
    accidental: str
    tally: str
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """One group of paragraphs that answer each other, across all versions.

    Attributes:
        anchors: Further ids: of its base paragraphs after the first.
        tally: Its changes by sort (`tallies`).
    """

    id: str
    anchors: tuple[str, ...]
    label: str
    css: str
    tally: str
    likenesses: tuple[Likeness, ...]
    cells: tuple[Cell, ...]
    queries: tuple[QueryView, ...]
    apparatus: Markup
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
    short: str
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
    """A custody flag; `suggestions` in one phrase, empty where there are none."""

    css: str
    severity: str
    code: str
    message: str
    suggestions: str


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
        css_sigla: (class of a column, its siglum as a string of CSS).
        main_css: Classes of the page: "long", "many" columns, "plain" (nothing compared by word),
            "wordy" (long sigla).
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
    has_decisions: bool
    has_other_language: bool
    base_siglum: str
    witness_sigla: str
    css_sigla: tuple[tuple[str, Markup], ...]
    strip: StripView
    rows: Iterable[RowView]
    abstracts: tuple[AbstractView, ...]
    index: tuple[IndexList, ...]
    facts: tuple[Fact, ...]
