"""The door of the importers: a file, or its bytes, to what it tells.

Sizes are checked before anything is read, the format is found out (`registry`), and what an
importer yields is checked against the law of recorded text before it leaves this package.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from provtrack.errors import FormatError, UsageError
from provtrack.importers.content import Content, check_size
from provtrack.importers.metadata_signs import without_control_characters
from provtrack.importers.page_folder import packed_pages
from provtrack.importers.registry import importer_for, importer_named
from provtrack.importers.sniffing import refuse_binary, refuse_provenance
from provtrack.model.imported import Imported


def read(path: Path, *, format: str | None = None, charset: str | None = None) -> Imported:  # noqa: A002
    """Read a file of any known format.

    Args:
        path: The file; ``FILE.xml#d85`` selects the part of a volume with this id. A folder of
            recognised pages is read as one file.
        format: One of `FORMATS`; None to find out, from the content first, then the suffix.
        charset: Python's name of the character set; None to find out.

    Raises:
        UsageError: No such file, a directory, or an unknown format.
        FormatError: The file cannot be read as this format; nothing is guessed.
    """
    file, fragment = split_fragment(path)
    name, data = received_bytes(file)
    return _imported(Content(name=name, data=data, charset=charset, fragment=fragment), format)


def received_bytes(path: Path) -> tuple[str, bytes]:
    """Read the bytes of a file as they are kept with a version, and the name they are kept under.

    A folder of recognised pages is received as one ZIP archive of them.

    Raises:
        UsageError: No such file, or a folder without pages.
        FormatError: Larger than any text.
    """
    if not _is_folder(path):
        return path.name, load(path)
    return f"{path.resolve().name}.zip", packed_pages(path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_content(
    content: bytes,
    name: str,
    *,
    format: str | None = None,  # noqa: A002
    charset: str | None = None,
) -> Imported:
    """Read bytes as `read` reads a file; `name` may carry a suffix and a ``#fragment``."""
    check_size(len(content), name)
    plain, _, fragment = name.partition("#")
    return _imported(
        Content(name=plain, data=content, charset=charset, fragment=fragment or None), format
    )


def split_fragment(path: Path) -> tuple[Path, str | None]:
    """Cut the part after ``#`` off a path, unless a file of the whole name exists."""
    name, mark, fragment = path.name.rpartition("#")
    if not mark or not name or _exists(path):
        return path, None
    return path.with_name(name), fragment or None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def load(path: Path) -> bytes:
    """Read the bytes of a file, after looking at its kind and its size.

    Raises:
        UsageError: No such file, a folder, not readable.
        FormatError: Larger than any text.
    """
    try:
        if path.is_dir():
            raise UsageError(f"cannot read {path}: it is a folder. Name a file in it.")
        if not path.exists():
            raise UsageError(f"cannot read {path}: there is no such file.")
        if not path.is_file():
            raise UsageError(f"cannot read {path}: it is not a regular file.")
        check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"cannot read {path}: {reason[:1].lower()}{reason[1:]}.") from error
    except ValueError as error:
        if isinstance(error, UsageError | FormatError):
            raise
        raise UsageError(f"cannot read {str(path)!r}: not a file name.") from error


def _imported(content: Content, format_name: str | None) -> Imported:
    """Choose the importer, read, and check what it yields."""
    chosen = importer_named(format_name) if format_name else None
    if not content.data.strip():
        raise FormatError(f"cannot read {content.name}: the file is empty.")
    if chosen is None:
        refuse_provenance(content)
    importer = chosen or importer_for(content)
    refuse_binary(content, own=importer.magic)
    imported = importer.read(content)
    if not any(version.text.strip() for version in imported.versions):
        raise FormatError(f"cannot read {content.name}: it holds no text.")
    refuse_surrogates(imported, content.name)
    return without_control_characters(imported)


def refuse_surrogates(imported: Imported, name: str) -> None:
    """Refuse halves of UTF-16 pairs: they are no characters and cannot be stored as UTF-8."""
    try:
        for text in _strings(imported):
            text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FormatError(
            f"cannot read {name}: it refers to a lone surrogate "
            f"(U+{ord(error.object[error.start]):04X}), which is no character. Correct the file."
        ) from error


def _strings(value: object) -> Iterator[str]:
    """Yield every string in a value and its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _strings(getattr(value, field.name))
