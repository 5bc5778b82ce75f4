"""What an audit finds: quotations with their judgements, citations, findings, sources.

An `AuditReport` is data with a written format (docs/formats.md): reports and exports only read it.
"""

from dataclasses import dataclass
from enum import StrEnum

from provtrack.model.citation import Citation
from provtrack.model.names import Severity, VersionKind
from provtrack.model.provenance import ProvenanceChain
from provtrack.model.publication import Locus, NoteMark, Region, Replacement
from provtrack.model.quotation import Difference, Judgement, Passage, Quotation
from provtrack.model.stored import StoredModel
from provtrack.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """The words of a passage with those around it, as a reader is shown them.

    Attributes:
        language: BCP 47.
        before, after: Words of the same text around it; may begin and end in mid-sentence.
        paragraphs: First and last paragraph it stands in, counted from 1; empty if not known.
    """

    words: str
    before: str = ""
    after: str = ""
    language: str = "und"
    paragraphs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewerReading:
    """What has become of the words that a quotation takes from an earlier revision.

    Attributes:
        revision: The newest of the version; None if the version was retracted.
        differences: Of the quotation from that; none where it has no such words.
    """

    revision: int | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedQuotation:
    """A quotation with what is judged of it.

    Attributes:
        publication: Name of the file.
        cited: Document and siglum that its note resolves to; None where none does.
        seen: The words of the judgement's passages, in the same order.
        original: The words of the transcription that answer the first of them; None where none
            are known.
        newer: Where the quotation stands in an earlier revision or a retracted version only.
        original_at: Where these stand.
    """

    publication: str
    quotation: Quotation
    judgement: Judgement
    locus: Locus
    cited: tuple[str, str | None] | None = None
    seen: tuple[SourceWords, ...] = ()
    original: SourceWords | None = None
    original_at: Passage | None = None
    newer: NewerReading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedCitation:
    """A citation, and the publication it stands in."""

    publication: str
    citation: Citation
    locus: Locus


class Novelty(StrEnum):
    """How a finding stands to those of an earlier audit."""

    NEW = "new"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """One fault or doubt in a publication.

    Attributes:
        code: Published code ("AUD201"); the catalogue of codes gives its meaning.
        message: One sentence for the author.
        span: In the publication's text.
        fingerprint: The same in every run in which the words and their fault are the same, wherever
            they have moved to; where they stand several times, each has its own, by its number.
        suggestions: What might have been meant; never applied.
        suppressed: Reason for which the author has set it aside; empty if it stands.
        novelty: Whether an earlier audit found it too; None where none was named.
    """

    publication: str
    code: str
    severity: Severity
    message: str
    span: Span
    locus: Locus
    fingerprint: str
    suggestions: tuple[str, ...] = ()
    suppressed: str = ""
    novelty: Novelty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFinding:
    """A finding of an earlier audit, as its JSON has it.

    Attributes:
        publication: Name of the file.
        place: Where it stood, in words.
    """

    publication: str
    code: str
    severity: Severity
    message: str
    fingerprint: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTrace:
    """The way from a version that is quoted back to its original.

    Attributes:
        siglum: Empty in a folder of files.
        title: Of the document; empty if none is known.
        kind: None in a folder of files.
        references: Archival references of the document, as printed.
        transcriptions: Sigla of the transcriptions that are held of it.
        chain: What leads from the original to this version; None where no chain is recorded.
    """

    document: str
    siglum: str = ""
    title: str = ""
    kind: VersionKind | None = None
    language: str = "und"
    references: tuple[str, ...] = ()
    transcriptions: tuple[str, ...] = ()
    chain: ProvenanceChain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedSource:
    """A version that was audited against.

    Attributes:
        siglum: Empty in a folder of files.
        head: Digest of the inventory of the document; empty in a folder of files.
    """

    document: str
    file: str
    siglum: str = ""
    revision: int = 1
    language: str = "und"
    head: str = ""
    text_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSpeech:
    """How much of a publication's reported speech could be checked.

    Attributes:
        claims: Sentences that report a document, as far as they were found.
        beside: Those of which a clause was set beside one of the document.
        asked: Those that are asked about.
    """

    claims: int
    beside: int
    asked: int

    @property
    def open(self) -> int:
        """Number of claims of which nothing is known: neither set beside a clause nor asked."""
        return self.claims - max(self.beside, self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedPublication:
    """A publication under audit: its text, and what the reader should know of it.

    Attributes:
        name: File name; the path as it was named where two files have one name.
        path: As it was named, with "/" between folders; empty if it was no file.
        regions, note_marks, skipped, replaced: As in `Publication`: how the text is laid out.
        reported: Of reported speech; None where none was found that names a document.
    """

    name: str
    text: str
    text_sha256: str
    language: str
    remarks: tuple[str, ...] = ()
    path: str = ""
    regions: tuple[Region, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    skipped: tuple[Span, ...] = ()
    replaced: tuple[Replacement, ...] = ()
    reported: ReportedSpeech | None = None


class AuditReport(StoredModel):
    """The result of an audit.

    Attributes:
        program: Name and version of the program that made it.
        traces: Of each version that is quoted, in order of document and siglum.
        gone: What an earlier audit of these publications found and this one does not.
        remarks: What of the sources could not be searched, in sentences.
    """

    program: str = ""
    publications: tuple[AuditedPublication, ...]
    quotations: tuple[AuditedQuotation, ...] = ()
    citations: tuple[AuditedCitation, ...] = ()
    findings: tuple[AuditFinding, ...] = ()
    sources: tuple[AuditedSource, ...] = ()
    traces: tuple[SourceTrace, ...] = ()
    gone: tuple[EarlierFinding, ...] = ()
    remarks: tuple[str, ...] = ()
