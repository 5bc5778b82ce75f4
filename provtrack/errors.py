"""Every error provtrack raises on purpose.

    ProvtrackError
    +-- UsageError             the caller asked for something that cannot be asked (exit code 2)
    |   +-- NameFormatError    a document id, siglum or file name that is not allowed
    |   +-- NotInStoreError    no such document, version or revision
    |   +-- AlreadyHeldError   the version or file is there already
    +-- FormatError            a file does not have the form its reader expects
    |   +-- EncodingError      bytes that cannot be decoded without guessing
    |   +-- ReferenceSyntaxError  an archival reference cannot be read
    +-- StoreError             a file in versions/ is missing, broken, altered or cannot be written
    |   +-- NewerFormatError   a store written by a later provtrack
    |   +-- HeadMovedError     somebody else recorded in between
    +-- EmbedderError          a plug-in that makes vectors fails, or gives what are none
    +-- MissingExtraError      an optional package is not installed

A message says what is wrong, where, and what to do, in one or two lines. Faults of a publication
under audit are findings, never exceptions.
"""


class ProvtrackError(Exception):
    """Base of all errors a caller may want to show to an editor as they stand."""


class UsageError(ProvtrackError, ValueError):
    """The caller asked for something that cannot be asked."""


class NameFormatError(UsageError):
    """A document id, siglum or file name is not allowed."""


class NotInStoreError(UsageError, LookupError):
    """The store holds no such document, version or revision."""


class AlreadyHeldError(UsageError):
    """What was to be recorded or written is there already."""


class FormatError(ProvtrackError, ValueError):
    """A file does not have the form its reader expects."""


class EncodingError(FormatError):
    """The bytes of a text cannot be decoded without guessing."""


class ReferenceSyntaxError(FormatError):
    """An archival reference cannot be read; shows where reading stopped."""

    def __init__(self, problem: str, *, source: str, position: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.source = source
        self.position = position

    def __str__(self) -> str:
        return f"{self.problem}\n  {self.source}\n  {' ' * self.position}^"


class StoreError(ProvtrackError, OSError):
    """A file in versions/ is missing, broken, altered or cannot be written."""


class NewerFormatError(StoreError):
    """The store was written by a later version of provtrack."""


class HeadMovedError(StoreError):
    """A document has another head than the one an act was prepared for."""


class EmbedderError(ProvtrackError):
    """A plug-in that makes vectors cannot be had, fails, or gives what are no vectors."""


class MissingExtraError(ProvtrackError, ImportError):
    """An optional package is not installed; the message gives the command that installs it."""


def ended(words: str) -> str:
    """End what somebody else's error says in a full stop, for use at the end of a message."""
    return f"{words.rstrip().rstrip('.')}."
