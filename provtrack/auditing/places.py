"""Where a quotation may stand, and what the publication cites.

Entry points: `Candidate`, `Cited`, `Standing`, `standing_of`, `rank_of`.
"""

from dataclasses import dataclass
from enum import StrEnum

from provtrack.model.names import VersionKind
from provtrack.model.quotation import Passage, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A passage where a quotation may stand, with the text around it.

    Attributes:
        text: The recorded text of the version; the passage's span counts its code points.
        language: BCP 47, of the text.
        is_current: The text is the newest revision of a version that stands.
        kind: Of the version; None in a folder of files.
    """

    passage: Passage
    text: str
    language: str = "und"
    is_current: bool = True
    kind: VersionKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What a citation resolves to.

    Attributes:
        siglum: Of the version cited; empty if any version of the document will do.
        revision: Of that version; None if any will do.
    """

    document: str
    siglum: str = ""
    revision: int | None = None


class Standing(StrEnum):
    """How the place of a quotation stands to what is cited, the nearest first."""

    CITED = "cited"
    OTHER_VERSION = "other-version"
    ELSEWHERE = "elsewhere"


VERDICTS = {
    Standing.OTHER_VERSION: Verdict.OTHER_VERSION,
    Standing.ELSEWHERE: Verdict.MISATTRIBUTED,
}


# How near a version is to the document, the nearest first.
_KINDS = (
    None,
    VersionKind.TRANSCRIPTION,
    VersionKind.TRANSLATION,
    VersionKind.EDITION,
    VersionKind.EXCERPT,
    VersionKind.ABSTRACT,
)


def rank_of(kind: VersionKind | None) -> int:
    """Rank a kind of version by how near it is to the document: 0 is the nearest."""
    return _KINDS.index(kind)


def standing_of(candidate: Candidate, cited: Cited | None) -> Standing:
    """Compare a place with what is cited; where nothing is, every text that stands will do."""
    passage = candidate.passage
    if cited is None:
        return Standing.CITED if candidate.is_current else Standing.OTHER_VERSION
    if passage.document != cited.document:
        return Standing.ELSEWHERE
    if cited.siglum and passage.siglum != cited.siglum:
        return Standing.OTHER_VERSION
    meant = candidate.is_current if cited.revision is None else passage.revision == cited.revision
    return Standing.CITED if meant else Standing.OTHER_VERSION
