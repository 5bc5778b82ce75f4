"""Quotations of a publication, and what is judged of them (DESIGN §5)."""

from dataclasses import dataclass
from enum import StrEnum

from provtrack.model.names import Nature, Significance
from provtrack.model.text import Span


class QuotationPlace(StrEnum):
    """How a quotation is set off from the words around it."""

    INLINE = "inline"
    BLOCK = "block"
    FOOTNOTE = "footnote"
    UNMARKED = "unmarked"


class DeclaredKind(StrEnum):
    """An edit that the author of a publication declares."""

    ELLIPSIS = "ellipsis"
    INSERTED = "inserted"
    CASE = "case"
    SIC = "sic"
    EMPHASIS = "emphasis"
    INTERRUPTION = "interruption"


class Verdict(StrEnum):
    """The outcome for one quotation, the gravest first (DESIGN §5)."""

    NOT_FOUND = "not_found"
    STITCHED = "stitched"
    DISTORTED = "distorted"
    TRUNCATED = "truncated"
    MISATTRIBUTED = "misattributed"
    OTHER_VERSION = "other_version"
    ALTERED = "altered"
    EDITORIAL = "editorial"
    TYPOGRAPHIC = "typographic"
    EXACT = "exact"
    IGNORE = "ignore"


MEANING_BEARING = frozenset(
    [Verdict.DISTORTED, Verdict.TRUNCATED, Verdict.STITCHED, Verdict.NOT_FOUND]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredEdit:
    """What stands in a quotation and is declared not to be the source's.

    Attributes:
        span: In the publication's text, with its brackets or dots.
        words: What is put in, without brackets; empty for an ellipsis.
    """

    kind: DeclaredKind
    span: Span
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words a publication presents as taken from a document.

    Attributes:
        span: In the publication's text, without the quotation marks.
        text: The words of the span as a reader reads them: markup and line prefixes taken out,
            declared edits still in.
        place: How it is set off; `UNMARKED` if nothing does.
        marks: The opening mark as printed; empty without marks.
        ignored: Why it is no quotation of a source ("scare quotes", "title", "term"); or empty.
        perhaps: What its place speaks for, if its words stand in no text: "title", "term",
            "title or quotation" at the head of a note; or empty.
        declared: In order.
        notes: Labels of the notes that belong to it, the nearest first.
        source: What the markup says it is taken from, as in `Region`; or empty.
        speaker: The name of whoever the sentence says speaks; or empty.
        subject: The name right before the opening mark, of whoever does what is quoted; or empty.
        outer: Position, in the list of quotations, of the one it lies in; None outside.
    """

    span: Span
    text: str
    place: QuotationPlace
    marks: str = ""
    ignored: str = ""
    perhaps: str = ""
    declared: tuple[DeclaredEdit, ...] = ()
    notes: tuple[str, ...] = ()
    source: str = ""
    speaker: str = ""
    subject: str = ""
    outer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a version, where they stand.

    Attributes:
        document, siglum, revision: Of the version; siglum is empty in a folder of files.
        file: Name of the recorded source file.
        span: In the recorded text.
        similarity: Of its words to those that were looked for, 0.0 to 1.0.
    """

    document: str
    file: str
    span: Span
    siglum: str = ""
    revision: int = 1
    similarity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where a quotation departs from its source.

    Attributes:
        quoted: Span of the words in the quotation's `text`.
        source: Span of the words in the recorded text.
        weight: The verdict that it alone would deserve.
        is_declared: The publication says so itself, by an ellipsis or brackets.
    """

    nature: Nature
    significance: Significance
    quoted: Span
    quoted_words: str
    source: Span
    source_words: str
    explanation: str
    weight: Verdict
    is_declared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is judged of one quotation.

    Attributes:
        also: What else holds, in the order of `Verdict`.
        confidence: In the verdict, 0.0 to 1.0.
        passages: Where it is judged to stand; several only if stitched, none if not found.
        also_at: Other places, the likeliest first.
        lost: What the cut left out of the clause, in the words of the source; or empty.
        is_only_qualified: What is lost is a clause of its own ("but ..."), not a condition.
        speaker: Who says the words there, if another than the publication says; or empty.
    """

    verdict: Verdict
    confidence: float
    also: tuple[Verdict, ...] = ()
    passages: tuple[Passage, ...] = ()
    also_at: tuple[Passage, ...] = ()
    differences: tuple[Difference, ...] = ()
    lost: str = ""
    is_only_qualified: bool = False
    speaker: str = ""

    @property
    def is_meaning_bearing(self) -> bool:
        """Whether the verdict touches the sense."""
        return self.verdict in MEANING_BEARING
