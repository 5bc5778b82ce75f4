"""Citations of a publication: works that notes name, and the documents they resolve to."""

from dataclasses import dataclass
from enum import StrEnum

from provtrack.model.document import Title
from provtrack.model.finding import Finding
from provtrack.model.reference import ArchivalReference
from provtrack.model.text import Span


class CitationForm(StrEnum):
    """How a work is named."""

    FULL = "full"
    SAME_AS_BEFORE = "same-as-before"
    NAMED_EARLIER = "named-earlier"


class Ground(StrEnum):
    """Why a work is taken to be a document, the surest first."""

    ID = "id in the store"
    REFERENCE = "archival reference"
    PUBLISHED_FORM = "published form"
    LINK = "link"
    TITLE_AND_DATE = "title and date"
    TRANSLATOR_AND_DATE = "translator and date"
    TITLE = "title"
    IN_PARENTHESES = "archival reference in parentheses"
    CHAIN = "the work before"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedForm:
    """A document's number in a documentary series.

    Attributes:
        series: Short name of the series, for example "FRUS"; empty if not named.
        years: First and last year of the sub-series; None if not named.
        volume: Roman or arabic, as a number in decimal ("6"), or what is printed; empty if none.
        number: Of the document, as printed; empty if none.
        bare: Number behind the volume without a word: of a document or of a page ("XIX, 60").
    """

    series: str
    years: tuple[int, int] | None = None
    volume: str = ""
    number: str = ""
    bare: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPages:
    """Where a document was printed outside of a series.

    Attributes:
        name: Words of the journal or book, folded.
        volume: The first figures behind it, as printed.
        first, last: Pages.
    """

    name: str
    volume: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWork:
    """One work that a note names.

    Attributes:
        span: In the publication's text.
        text: The words of the span.
        note: Label of the note it stands in; empty in the running text.
        title: What stands before date, reference and published form.
        date: EDTF; None if none is named.
        links: Parts of the addresses in it: one may be an id in a digital archive.
        names: Capitalised words of a short form, for a work that was named earlier.
        earlier_note: Label of the note it goes back to: "supra note 4"; empty if none.
    """

    span: Span
    text: str
    note: str = ""
    form: CitationForm = CitationForm.FULL
    title: str = ""
    date: str | None = None
    published: tuple[PublishedForm, ...] = ()
    reference: ArchivalReference | None = None
    links: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    earlier_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguedDocument:
    """A document that citations may mean, with what it may be known by.

    Attributes:
        sigla: Of its versions; empty in a folder of files.
        translators: (siglum, name of the translator).
        published: (siglum or "", form) in which it was published.
        printed: (siglum or "", pages) on which it was printed elsewhere.
        links: Ids in digital archives.
    """

    id: str
    titles: tuple[Title, ...] = ()
    dates: tuple[str, ...] = ()
    references: tuple[ArchivalReference, ...] = ()
    published: tuple[tuple[str, PublishedForm], ...] = ()
    printed: tuple[tuple[str, PrintedPages], ...] = ()
    links: tuple[str, ...] = ()
    sigla: tuple[str, ...] = ()
    translators: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A cited work, and what it was resolved to.

    Attributes:
        document: Id of the document; None if not resolved.
        siglum: Of the version it names; None if it names none.
        grounds: What speaks for it, the surest first.
        others: Documents that would fit as well, if it is not resolved.
        findings: What is odd in the reference itself and beside the document's.
    """

    work: CitedWork
    document: str | None = None
    siglum: str | None = None
    grounds: tuple[Ground, ...] = ()
    others: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
