"""The recorded acts on a document: events, one bound to the other by digests."""

from collections.abc import Mapping
from dataclasses import dataclass

from provtrack.model.names import EventKind
from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPath:
    """A file that an event added, changed or removed.

    Attributes:
        path: Inside the document, for example ``texts/R/text.txt``.
        sha512: Of the new content; None where the file was removed.
    """

    path: str
    sha512: str | None


class Event(StoredModel):
    """``event.json``: who did what to a document, when and why.

    Attributes:
        number: From 1; the event of ``vN`` has number N.
        when: ISO 8601, UTC, to the second, with a final Z.
        by: Who acted.
        versions: ``SIGLUM@REVISION`` of the versions it touches.
        previous: sha512 of the event before; None for the first.
        changed: The files it changed, sorted by path, without ``event.json`` itself.
        program: Name and version of the program that wrote it.
    """

    number: int
    kind: EventKind
    document: str
    when: str
    by: str
    reason: str | None = None
    versions: tuple[str, ...] = ()
    previous: str | None = None
    changed: tuple[ChangedPath, ...] = ()
    program: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What a caller asks the store to record: an event before it has number, digests, previous.

    Attributes:
        files: New content by path inside the document; None removes the file.
    """

    kind: EventKind
    by: str
    when: str
    files: Mapping[str, bytes | None]
    reason: str | None = None
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A document as the store gives it: its events in order and its current files as bytes.

    Attributes:
        heads: sha512 of each event's file, in order; the last is the head of the document.
        files: Content by path inside the document, as of the newest event.
    """

    document: str
    events: tuple[Event, ...]
    heads: tuple[str, ...]
    files: Mapping[str, bytes]

    @property
    def head(self) -> str:
        """Digest of the newest event; fixes the whole history."""
        return self.heads[-1]
