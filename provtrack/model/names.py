"""The closed lists of docs/glossary.md, and the form of document ids and sigla."""

import re
from enum import StrEnum

from provtrack.errors import NameFormatError

MAX_SLUG_LENGTH = 120  # leaves room for OCFL's folders under the 255 bytes of most file systems
MAX_SIGLUM_LENGTH = 60
DEFAULT_ID_PREFIX = "info:provtrack/"  # the URI of a document is the prefix and its id
RESERVED_NAMES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)]
)


class VersionKind(StrEnum):
    """What a version is in relation to the original."""

    TRANSCRIPTION = "transcription"
    TRANSLATION = "translation"
    EXCERPT = "excerpt"
    EDITION = "edition"
    ABSTRACT = "abstract"


class Extent(StrEnum):
    """How much of the document a version holds."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What an agent did, as a participle."""

    WRITTEN = "written"
    OBTAINED = "obtained"
    DIGITISED = "digitised"
    RECOGNISED = "recognised"
    TRANSCRIBED = "transcribed"
    TRANSLATED = "translated"
    EXCERPTED = "excerpted"
    EDITED = "edited"
    ABSTRACTED = "abstracted"
    PUBLISHED = "published"
    RECORDED = "recorded"


class AgentKind(StrEnum):
    """What sort of agent performed a step."""

    PERSON = "person"
    INSTITUTION = "institution"
    PROGRAM = "program"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How we know a derivation."""

    STATED = "stated"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What was done to a document."""

    RECORD = "record"
    CORRECT = "correct"
    RETRACT = "retract"
    REDACT = "redact"
    ALIGN = "align"
    NOTE = "note"
    REVIEW = "review"
    APPROVE = "approve"
    IMPORT = "import"
    SIGN = "sign"


class PinKind(StrEnum):
    """What a pin decides of paragraphs."""

    MUST_LINK = "must-link"
    CANNOT_LINK = "cannot-link"
    LOCKED = "locked"


class SideName(StrEnum):
    """The two sides of an alignment."""

    BASE = "base"
    WITNESS = "witness"


class ChangeKind(StrEnum):
    """How the witness departs from the lemma."""

    ADDITION = "addition"
    OMISSION = "omission"
    SUBSTITUTION = "substitution"
    TRANSPOSITION = "transposition"


class Significance(StrEnum):
    """Greg's pair: form only, or able to affect the sense."""

    ACCIDENTAL = "accidental"
    SUBSTANTIVE = "substantive"


class Nature(StrEnum):
    """What a change touches."""

    SPELLING = "spelling"
    PUNCTUATION = "punctuation"
    CASE = "case"
    HYPHENATION = "hyphenation"
    NAME_FORM = "name-form"
    DATE_FORM = "date-form"
    FIGURE_FORM = "figure-form"
    ABBREVIATION = "abbreviation"
    SPACING = "spacing"
    PARAGRAPH_BREAK = "paragraph-break"
    BRACKET = "bracket"
    NEGATION = "negation"
    MODALITY = "modality"
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUANTIFIER = "quantifier"
    TENSE = "tense"
    ATTRIBUTION = "attribution"
    QUOTATION = "quotation"
    CONTENT = "content"
    WORDING = "wording"
    RECAST = "recast"


ACCIDENTAL_NATURES = frozenset(list(Nature)[: list(Nature).index(Nature.NEGATION)])


class DecisionStatus(StrEnum):
    """What a decision of an editor leaves of a change."""

    SETTLED = "settled"
    QUERY = "query"


class Severity(StrEnum):
    """note < warning < error, everywhere."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a note, 1 for a warning, 2 for an error."""
        return list(Severity).index(self)


def check_document_id(name: str) -> str:
    """Return a document id, or say what a document id looks like.

    Raises:
        NameFormatError: Not lower-case letters, digits and single hyphens; too long; reserved.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or len(name) > MAX_SLUG_LENGTH:
        raise NameFormatError(
            f"not a document id: {name!r}. Use lower-case letters a-z, digits and single hyphens, "
            f"at most {MAX_SLUG_LENGTH} characters, for example benediktov-1962."
        )
    if name in RESERVED_NAMES:
        raise NameFormatError(f"not a document id: {name!r} is a reserved name on some systems.")
    return name


def check_siglum(name: str) -> str:
    """Return a siglum, or say what a siglum looks like.

    Raises:
        NameFormatError: Not letters, digits and single hyphens; too long; reserved.
    """
    if not re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", name) or len(name) > MAX_SIGLUM_LENGTH:
        raise NameFormatError(
            f"not a siglum: {name!r}. Use letters A-Z, digits and single hyphens, "
            f"at most {MAX_SIGLUM_LENGTH} characters, for example en-weathersby or E1."
        )
    if name.lower() in RESERVED_NAMES:
        raise NameFormatError(f"not a siglum: {name!r} is a reserved name on some systems.")
    return name


def natural_order(name: str) -> tuple[tuple[str, int], ...]:
    """Give a key that sorts numbers in names by value: E2 before E10."""
    parts = re.findall(r"(\D*)(\d*)", name.casefold())
    return tuple((letters, int(digits or -1)) for letters, digits in parts)


def version_name(document: str, siglum: str | None) -> str:
    """Name a version as a reader is told: ``DOCUMENT:SIGLUM``, or the document alone."""
    return f"{document}:{siglum}" if siglum else document


def check_id_prefix(prefix: str) -> str:
    """Return what the URIs of documents begin with, or say what it looks like.

    Raises:
        NameFormatError: Not the beginning of a URI.
    """
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]*", prefix):
        raise NameFormatError(
            f"not an id prefix: {prefix!r}. It is the beginning of a URI, for example "
            f"{DEFAULT_ID_PREFIX} or https://archive.example.org/documents/."
        )
    return prefix
