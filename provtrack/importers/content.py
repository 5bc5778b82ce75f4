"""What an importer is given: the bytes of one file, its name, and what the caller said of it.

No module here reads the disk but `reading`; importers see values of this type only.
"""

from dataclasses import dataclass

from provtrack.errors import FormatError

MAX_FILE_BYTES = 64 * 1024 * 1024
"""Refused before reading: the longest novel has 8 MB, a FRUS volume 5 MB; 64 MB is a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One file as received.

    Attributes:
        name: How messages call it; its suffix helps to tell the format.
        data: Its bytes.
        charset: Character set the caller names; None to find out.
        fragment: What stood after ``#`` in the path: the id of one part of the file.
    """

    name: str
    data: bytes
    charset: str | None = None
    fragment: str | None = None

    @property
    def suffix(self) -> str:
        """The suffix in lower case with its dot; empty where there is none."""
        stem, dot, suffix = self.name.rpartition(".")
        return f".{suffix.casefold()}" if dot and stem and "/" not in suffix else ""


def check_size(size: int, name: str) -> None:
    """Refuse a file that is too large to be the text of a document.

    Args:
        size: Of the file, in bytes.

    Raises:
        FormatError: Larger than `MAX_FILE_BYTES`.
    """
    if size > MAX_FILE_BYTES:
        raise FormatError(
            f"cannot read {name}: it has {size / 1024**2:.0f} MB, and the limit is "
            f"{MAX_FILE_BYTES // 1024**2} MB. Split it, or give the part that holds the document."
        )
