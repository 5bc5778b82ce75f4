"""A document outside any store: what is carried from one store to another."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import field_validator

from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Document, Note, Version
from provtrack.model.history import Event
from provtrack.model.names import check_document_id
from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A document with its whole history.

    Attributes:
        document: Its id.
        uri: Its URI, kept wherever it is carried.
        events: The file of each event, byte for byte, in order: their digests are the heads.
        contents: Everything the document ever held, by sha512 (lower-case hexadecimal).
    """

    document: str
    uri: str
    events: tuple[bytes, ...]
    contents: Mapping[str, bytes]

    @property
    def heads(self) -> tuple[str, ...]:
        """Digest of each event's file, in order; the last is the head of the document."""
        return tuple(hashlib.sha512(event).hexdigest() for event in self.events)

    @property
    def head(self) -> str:
        """Digest of the newest event; fixes the whole history."""
        return hashlib.sha512(self.events[-1]).hexdigest()


class PackageLabel(StoredModel):
    """``provtrack.json`` of a package: what it is, and the head it must lead to.

    Attributes:
        uri: The document's URI.
        head: sha512 of the newest event.
    """

    document: str
    uri: str
    head: str

    @field_validator("document")
    @classmethod
    def _document_is_allowed(cls, name: str) -> str:
        return check_document_id(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDocument:
    """A document with all its versions as nouns, and its package: what exporters write.

    Attributes:
        versions: The newest revision of each, sigla in natural order.
        texts: Recorded text by siglum.
        notes: Notes by siglum, in order of position; of versions that have some.
        alignments: Those recorded, in order of their paths.
        events: Its history; `package.heads` are their digests.
    """

    package: Package
    document: Document
    versions: tuple[Version, ...]
    texts: Mapping[str, str]
    notes: Mapping[str, tuple[Note, ...]]
    alignments: tuple[StoredAlignment, ...]
    events: tuple[Event, ...]
