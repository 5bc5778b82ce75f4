"""What an audit finds: quotations with their judgements, citations, findings, sources.

An `AuditReport` is data with a written format (docs/formats.md): reports and exports only read it.
"""

from dataclasses import dataclass

from provtrack.model.citation import Citation
from provtrack.model.names import Severity
from provtrack.model.publication import Locus
from provtrack.model.quotation import MEANING_BEARING, Difference, Judgement, Quotation
from provtrack.model.stored import StoredModel
from provtrack.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """The words of a passage with those around it, as a reader is shown them.

    Attributes:
        language: BCP 47.
        before, after: Words of the same text around it; may begin and end in mid-sentence.
    """

    words: str
    before: str = ""
    after: str = ""
    language: str = "und"


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
    """

    publication: str
    quotation: Quotation
    judgement: Judgement
    locus: Locus
    cited: tuple[str, str | None] | None = None
    seen: tuple[SourceWords, ...] = ()
    original: SourceWords | None = None
    newer: NewerReading | None = None

    @property
    def meaning_bearing(self) -> bool:
        """Whether the verdict touches the sense."""
        return self.judgement.verdict in MEANING_BEARING


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedCitation:
    """A citation, and the publication it stands in."""

    publication: str
    citation: Citation
    locus: Locus


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """One fault or doubt in a publication.

    Attributes:
        code: Published code ("AUD201"); the catalogue of codes gives its meaning.
        message: One sentence for the author.
        span: In the publication's text.
        fingerprint: The same in every run in which the words and their fault are the same, wherever
            they have moved to.
        suggestions: What might have been meant; never applied.
        suppressed: Reason for which the author has set it aside; empty if it stands.
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
class AuditedPublication:
    """A publication under audit: its text, and what the reader should know of it."""

    name: str
    text: str
    text_sha256: str
    language: str
    remarks: tuple[str, ...] = ()


class AuditReport(StoredModel):
    """The result of an audit.

    Attributes:
        program: Name and version of the program that made it.
    """

    program: str = ""
    publications: tuple[AuditedPublication, ...]
    quotations: tuple[AuditedQuotation, ...] = ()
    citations: tuple[AuditedCitation, ...] = ()
    findings: tuple[AuditFinding, ...] = ()
    sources: tuple[AuditedSource, ...] = ()
