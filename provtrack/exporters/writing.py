"""Writing a result to a file the user named: whole or not at all, and never over another's work."""

from pathlib import Path

from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.output_files import write_in_one_step


def write_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file by way of a temporary one beside it.

    A file with the same bytes is left as it is.

    Args:
        force: Replace an existing file with other content.

    Raises:
        AlreadyHeldError: The file exists with other content and `force` is False.
        UsageError: `path` is a folder, or its folder does not exist.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file to write to.")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist: make it, or name another.")
    if path.exists() and not force:
        if path.read_bytes() == content:
            return
        raise AlreadyHeldError(f"{path} exists: name another file, or say --force to replace it.")
    write_in_one_step(content, path)
