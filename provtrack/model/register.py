"""What an audit asks of every document of a store, kept so that unchanged ones are not opened."""

from dataclasses import dataclass, field

from provtrack.model.names import VersionKind
from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredDocument:
    """What a document may be cited by, and what its versions are.

    Attributes:
        inventory: Digest of its newest inventory.
        head: Digest of its newest event.
        titles, dates, references, origins: As recorded, of the document and its versions.
        published: (siglum, where it was published, in words).
        translators: (siglum, name).
        kinds: Of the newest revision of each version.
    """

    inventory: str
    head: str
    titles: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    translators: tuple[tuple[str, str], ...] = ()
    kinds: dict[str, VersionKind] = field(default_factory=dict)


class DocumentRegister(StoredModel):
    """``.provtrack/search/versions/documents.json``: what the documents of a store are cited by.

    Attributes:
        program: Name and version of the program that wrote it; another one reads anew.
        documents: By id.
    """

    program: str
    documents: dict[str, RegisteredDocument]
