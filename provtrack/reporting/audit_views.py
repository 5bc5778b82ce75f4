"""An audit report as a page shows it: values that the template only lays out."""

from dataclasses import dataclass

from markupsafe import Markup

from provtrack.reporting.views import Fact, Picture, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A passage of a source beside a quotation.

    Attributes:
        name: Document and siglum.
        href: Of the card of that version; empty for none.
        where: Paragraphs, in words; or empty.
        words: With what the quotation leaves out or has otherwise marked.
        is_original: It is the transcription that answers the passage.
    """

    name: str
    href: str
    where: str
    language: str
    before: str
    words: Markup
    after: str
    is_original: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding as a sentence.

    Attributes:
        grade: "fault", "doubt" or "open".
        aside: Reason for which it is set aside; empty if it stands.
        is_new: An earlier audit did not have it.
    """

    code: str
    grade: str
    sentence: str
    suggestions: str = ""
    aside: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation beside the text.

    Attributes:
        number: From 1, in the publication.
        anchor: Of this card; the mark in the text leads to it.
        row: Of its paragraph.
        grade: "fault", "doubt", "good" or "open"; never shown by colour alone.
        sign: That stands for the grade.
        css: Verdict, for the filter; or that it cannot be verified.
        verdict: In words.
        woven: Its words, with those of the source where they differ; empty where nothing does.
        cited, cited_href: What its note resolves to, and where that is shown; empty if nothing.
        sources: Passages, then the original.
        way: How the first passage leads back to the original.
        lost: What a cut left out.
    """

    number: int
    anchor: str
    row: str
    grade: str
    sign: str
    css: str
    verdict: str
    place: str
    woven: Markup
    cited: str
    cited_href: str
    findings: tuple[FindingView, ...]
    sources: tuple[SourceView, ...]
    way: Sentence = ()
    lost: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """A citation beside the note or the text it stands in.

    Attributes:
        note: What the note is called: "note 3"; empty in the running text.
        words: Of the work, if it resolves to nothing.
        document, href: What it resolves to, and the card of that document; empty for none.
        ground: Why.
        others: Documents that would fit as well.
    """

    anchor: str
    grade: str
    sign: str
    note: str
    words: str
    document: str
    href: str
    ground: str
    others: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryCard:
    """A finding on words that are neither a quotation nor a citation."""

    anchor: str
    grade: str
    sign: str
    place: str
    words: str
    finding: FindingView


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """A part of the publication, with what begins in it.

    Attributes:
        css: "head", "block", "note", "code" or "par", and "calm" where nothing needs attention.
        note, label: Place and label of the note that begins here; or empty.
    """

    anchor: str
    css: str
    note: str
    label: str
    language: str
    text: Markup
    quotations: tuple[QuotationView, ...] = ()
    citations: tuple[CitationView, ...] = ()
    queries: tuple[QueryCard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StripMark:
    """A quotation on the strip."""

    href: str
    grade: str
    css: str
    label: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationView:
    """One publication.

    Attributes:
        summary: Sentences, what matters most first.
        leads: (links, finding) of the gravest findings.
        unchecked: What could not be checked, as sentences.
        gone: What an earlier audit found and this one does not.
        tally: (quotations, faulty, to be looked at, faithful, not verifiable, citations not
            resolved); None: it could not be read.
    """

    name: str
    anchor: str
    summary: tuple[Sentence, ...]
    leads: tuple[tuple[Sentence, FindingView], ...]
    more_leads: int
    unchecked: tuple[Sentence, ...]
    gone: tuple[str, ...]
    strip: tuple[StripMark, ...]
    rows: tuple[PassageRow, ...]
    tally: tuple[int, int, int, int, int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedVersion:
    """A version that is quoted, with its way back to the original.

    Attributes:
        lines: What it is, who made it.
        original: Whether it can be checked against the original, in words.
        is_held: A transcription of the original is held.
        wide, narrow: Drawings of its chain; None where none is recorded.
        words: The chain in words.
    """

    anchor: str
    name: str
    title: str
    language: str
    lines: tuple[str, ...]
    original: str
    is_held: bool
    wide: Picture | None
    narrow: Picture | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A verdict that can be shown or hidden."""

    key: str
    sign: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """The whole page.

    Attributes:
        searched: Number of texts that were searched.
    """

    page_title: str
    eyebrow: str
    title: str
    publications: tuple[PublicationView, ...]
    chips: tuple[Chip, ...]
    versions: tuple[QuotedVersion, ...]
    facts: tuple[Fact, ...]
    searched: int
    is_compared: bool
