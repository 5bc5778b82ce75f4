"""What an audit asks of the texts it audits against. The disk stands behind it (`checking`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from provtrack.model.audit import AuditedSource
from provtrack.model.citation import CataloguedDocument
from provtrack.model.names import VersionKind
from provtrack.model.quotation import Passage
from provtrack.search import PassageIndex


@dataclass(frozen=True, slots=True)
class SourceText:
    """The recorded text of a version and its language (BCP 47).

    Attributes:
        newer: The newest revision of the version, if this is an earlier one.
        is_retracted: The version was withdrawn.
        kind: Of the version; None in a folder of files.
    """

    text: str
    language: str
    newer: int | None = None
    is_retracted: bool = False
    kind: VersionKind | None = None

    @property
    def is_abstract(self) -> bool:
        """Whether it says in short what the document says, and is not the document."""
        return self.kind is VersionKind.ABSTRACT

    @property
    def is_current(self) -> bool:
        """Whether it is the newest revision of a version that stands."""
        return self.newer is None and not self.is_retracted


@dataclass(frozen=True, slots=True)
class Original:
    """How far a passage leads back to the original.

    Attributes:
        transcriptions: Sigla of the transcriptions held of its document.
        passage: The paragraphs of a transcription that answer it; None where none is known.
    """

    transcriptions: tuple[str, ...] = ()
    passage: Passage | None = None


class Sources(Protocol):
    """Texts to audit against."""

    @property
    def index(self) -> PassageIndex:
        """Where words are looked for: the newest revisions of the versions that stand."""

    @property
    def earlier(self) -> PassageIndex | None:
        """Earlier revisions and retracted versions, asked last; None if there are none."""

    @property
    def catalogue(self) -> Mapping[str, CataloguedDocument]:
        """What documents may be cited by, by id."""

    @property
    def listed(self) -> Sequence[AuditedSource]:
        """Every version that is searched."""

    def text_of(self, passage: Passage) -> SourceText | None:
        """Give the text a passage stands in; None if it is not there any more."""

    def original_of(self, passage: Passage) -> Original | None:
        """Lead a passage back; None where it stands in a transcription, or nothing is recorded."""
