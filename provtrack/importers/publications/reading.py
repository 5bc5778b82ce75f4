"""The door of the readers of publications: a file, or its bytes, to a publication."""

from pathlib import Path

from provtrack.errors import FormatError
from provtrack.importers.content import Content, check_size
from provtrack.importers.publications.registry import reader_for, reader_named
from provtrack.importers.reading import load
from provtrack.importers.sniffing import refuse_binary
from provtrack.model.publication import Publication


def read_publication(
    path: Path,
    *,
    format: str | None = None,  # noqa: A002
    charset: str | None = None,
    before_changes: bool = False,
) -> Publication:
    """Read a file as a publication under audit.

    Args:
        format: One of `PUBLICATION_FORMATS`; None to find out.
        charset: Python's name of the character set; None to find out.
        before_changes: Read a Word or OpenDocument file as it was before its tracked changes;
            else they are read as accepted.

    Raises:
        UsageError: No such file, a folder, or an unknown format.
        FormatError: The file cannot be read as this format; nothing is guessed.
    """
    return read_publication_content(
        load(path), path.name, format=format, charset=charset, before_changes=before_changes
    )


def read_publication_content(
    content: bytes,
    name: str,
    *,
    format: str | None = None,  # noqa: A002
    charset: str | None = None,
    before_changes: bool = False,
) -> Publication:
    """Read bytes as `read_publication` reads a file."""
    check_size(len(content), name)
    received = Content(name=name, data=content, charset=charset)
    chosen = reader_named(format) if format else None
    if not content.strip():
        raise FormatError(f"cannot read {name}: the file is empty.")
    reader = chosen or reader_for(received)
    refuse_binary(received, own=reader.magic)
    if before_changes and reader.read_original is not None:
        return reader.read_original(received)
    return reader.read(received)
