"""What an importer yields: versions with their texts, and what the page says of the document."""

from dataclasses import dataclass

from provtrack.model.document import (
    Agent,
    Derivation,
    Note,
    PrintedDate,
    PrintedField,
    Rights,
    Title,
)
from provtrack.model.finding import Finding
from provtrack.model.names import Extent, VersionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedVersion:
    """One text found in a file. None and () mean: the file does not say.

    Attributes:
        text: The recorded text (DESIGN §2); paragraphs separated by one empty line.
        siglum: What the importer proposes; the recorder may name another.
        derived_from: Sigla in it name other versions of the same file.
    """

    text: str
    siglum: str | None = None
    kind: VersionKind | None = None
    language: str | None = None
    extent: Extent | None = None
    title: Title | None = None
    date: PrintedDate | None = None
    agents: tuple[Agent, ...] = ()
    derived_from: tuple[Derivation, ...] = ()
    published_in: tuple[str, ...] = ()
    origin: str | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """Everything read from one file.

    Attributes:
        importer: Name of the importer, for example "wilson-center".
        charset: Character set the file was decoded with; None for containers.
        findings: What is odd or missing in the file; shown by ``--dry-run`` and ``show``.
    """

    importer: str
    versions: tuple[ImportedVersion, ...]
    charset: str | None = None
    titles: tuple[Title, ...] = ()
    date: PrintedDate | None = None
    people: tuple[Agent, ...] = ()
    references: tuple[str, ...] = ()
    type: str | None = None
    rights: tuple[Rights, ...] = ()
    printed_fields: tuple[PrintedField, ...] = ()
    findings: tuple[Finding, ...] = ()
