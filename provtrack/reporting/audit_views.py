"""An audit report as a page shows it: values that the template only lays out."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A passage of a source beside a quotation.

    Attributes:
        name: Document and siglum.
        words: With what the quotation leaves out or has otherwise marked.
        is_original: It is the transcription that answers the passage.
    """

    name: str
    language: str
    before: str
    words: Markup
    after: str
    is_original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation in the list beside the text.

    Attributes:
        number: From 1, in the publication.
        anchor: Of its place in the text.
        grade: "fault", "doubt", "good" or "open"; never shown by colour alone.
        sign: That stands for the grade.
        verdict: In words.
        text: Its words, with what the source has otherwise marked.
        findings: Sentences.
    """

    number: int
    anchor: str
    grade: str
    sign: str
    verdict: str
    place: str
    text: Markup
    cited: str
    findings: tuple[str, ...]
    sources: tuple[SourceView, ...]
    lost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """A citation in the list of notes."""

    note: str
    text: str
    document: str
    ground: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """A paragraph of the publication, with the quotations and citations that begin in it."""

    anchor: str
    text: Markup
    quotations: tuple[QuotationView, ...] = ()
    citations: tuple[CitationView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView:
    """One publication.

    Attributes:
        counts: (grade, sign, words) of the verdicts, gravest first.
        leads: (anchor, sentence) of the gravest findings.
    """

    name: str
    anchor: str
    language: str
    summary: str
    counts: tuple[tuple[str, str, str], ...]
    leads: tuple[tuple[str, str], ...]
    rows: tuple[PassageRow, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """The whole page.

    Attributes:
        sources: (document, siglum, file, digest) of every text that was searched.
    """

    page_title: str
    publications: tuple[PublicationView, ...]
    sources: tuple[tuple[str, str, str, str], ...]
