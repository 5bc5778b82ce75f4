"""A document and its versions, as they are stored."""

from dataclasses import dataclass

from pydantic import field_validator

from provtrack.model.names import (
    AgentKind,
    Certainty,
    Extent,
    Role,
    VersionKind,
    check_document_id,
    check_siglum,
)
from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who performed a step.

    Attributes:
        name: As written in the source that names the agent.
        role: What the agent did.
        kind: Person, institution, program; "unknown" where nothing tells.
        words: The words that state it, if they were printed.
        program_version: Of a program, with its settings in words.
    """

    name: str
    role: Role
    kind: AgentKind = AgentKind.UNKNOWN
    words: str | None = None
    program_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A date as EDTF, with the words printed.

    Attributes:
        edtf: Level 0 or 1, for example ``1962-11-02``; None where the words cannot be read.
        verbatim: The words printed; None where the recorder gave EDTF only.
    """

    edtf: str | None
    verbatim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title of a document, with its language (BCP 47) if known."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """What is said of rights: words as printed, a URI if one is printed; never guessed."""

    text: str
    uri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedField:
    """A heading of a page that has no place of its own here.

    Attributes:
        value: None where the heading is printed without a value: missing, not unknown to us.
    """

    name: str
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheld:
    """Something in the chain that the store does not hold: an original, a facsimile, a copy.

    Attributes:
        description: In words, for example "original" or "copy, form not stated".
        reference: Archival reference verbatim, if it has one.
        agents: Who made or obtained it.
        derived_from: What it was made from, itself not held.
    """

    description: str
    reference: str | None = None
    agents: tuple[Agent, ...] = ()
    derived_from: tuple["Unheld", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What a version was made from: a version of the store, or something that is not held.

    Attributes:
        version: ``SIGLUM`` or ``SIGLUM@REVISION`` of the same document; None if not held.
        unheld: What is not held; None if `version` is given.
        certainty: How we know.
        words: The words that state it, if any.
    """

    version: str | None = None
    unheld: Unheld | None = None
    certainty: Certainty = Certainty.STATED
    words: str | None = None

    def __post_init__(self) -> None:
        if (self.version is None) == (self.unheld is None):
            raise ValueError("a derivation names either a version or what is not held")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The file a version was read from, kept as received under ``source/``.

    Attributes:
        name: File name inside ``source/``.
        importer: Name of the importer that read it, for example "wilson-center".
        charset: Name of the character set it was decoded with; None for containers (DOCX).
        sha512: Digest of the bytes.
    """

    name: str
    importer: str
    charset: str | None
    sha512: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote, leaf break or the like, tied to a place in the recorded text.

    Attributes:
        position: Code point of the recorded text before which it stands.
        kind: "footnote", "endnote", "leaf", "page", "omission".
        label: As printed, for example "2" or "л. 12 об."; may be empty.
        text: Of a footnote; empty for a break.
    """

    position: int
    kind: str
    label: str = ""
    text: str = ""


class Notes(StoredModel):
    """``notes.json``: the notes of one version, in order of position."""

    notes: tuple[Note, ...] = ()


class Version(StoredModel):
    """``version.json``: one text of a document, without the text itself.

    Attributes:
        siglum: Unique in the document, also without case.
        revision: From 1; a correction makes a new one.
        language: BCP 47; ``und`` where it is not known.
        agents: Who made this version, in the order of their acts.
        derived_from: What it was made from; empty where nothing is known.
        published_in: Where it was published, in words.
        origin: Where the file came from: a URL, a shelf, in words.
        text_sha256: Digest of the recorded text (UTF-8).
        retracted: Reason of the retraction; the text stays readable.
    """

    siglum: str
    revision: int = 1
    kind: VersionKind
    language: str
    extent: Extent = Extent.UNKNOWN
    title: Title | None = None
    date: PrintedDate | None = None
    agents: tuple[Agent, ...] = ()
    derived_from: tuple[Derivation, ...] = ()
    published_in: tuple[str, ...] = ()
    origin: str | None = None
    rights: tuple[Rights, ...] = ()
    source: SourceFile | None = None
    text_sha256: str
    note: str | None = None
    retracted: str | None = None

    @field_validator("siglum")
    @classmethod
    def _siglum_is_allowed(cls, siglum: str) -> str:
        return check_siglum(siglum)


class Document(StoredModel):
    """``document.json``: the archival document that all its versions are texts of.

    Attributes:
        id: Name of its folder in ``versions/``.
        references: Archival references, verbatim, in the order printed.
        type: In words, for example "Diary Entry".
        printed_fields: Headings of the page without a place of their own; value None = missing.
        invented: True for a specimen; said wherever the document is shown.
    """

    id: str
    titles: tuple[Title, ...] = ()
    date: PrintedDate | None = None
    people: tuple[Agent, ...] = ()
    references: tuple[str, ...] = ()
    type: str | None = None
    rights: tuple[Rights, ...] = ()
    printed_fields: tuple[PrintedField, ...] = ()
    note: str | None = None
    invented: bool = False

    @field_validator("id")
    @classmethod
    def _id_is_allowed(cls, name: str) -> str:
        return check_document_id(name)

    @property
    def title(self) -> str:
        """The first title, or the id where none is recorded."""
        return self.titles[0].text if self.titles else self.id
