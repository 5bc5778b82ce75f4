"""Writing a result to a file or folder the user named: whole or not at all, and never over
another's work."""

import io
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.exporters.crate import METADATA
from provtrack.output_files import write_in_one_step

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP member can have


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


def write_folder(path: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write files into a new folder, by way of one beside it; or into a ``.zip`` archive.

    A folder that holds the same files is left as it is. One that holds others is never replaced:
    it may hold more than we know of.

    Args:
        files: Content by path below the folder.
        force: Replace an existing archive with other content.

    Raises:
        AlreadyHeldError: The folder is there and holds other files.
        UsageError: A file stands there, or the folder to write it to does not exist.
    """
    if path.suffix.lower() == ".zip":
        write_file(path, zipped(files, top=_top_of(path, files)), force=force)
        return
    if not path.absolute().parent.is_dir():
        raise UsageError(f"the folder {path.parent} does not exist: make it, or name another.")
    if path.is_dir() and any(path.iterdir()):
        if _files_below(path) == dict(files):
            return
        raise AlreadyHeldError(f"the folder {path} holds other files: name one that is new.")
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file: name a folder to write to, or a .zip.")
    staging = Path(tempfile.mkdtemp(dir=path.absolute().parent, prefix=f".{path.name}."))
    try:
        for name, content in files.items():
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            (staging / name).write_bytes(content)
        staging.chmod(0o755)
        if path.is_dir():
            path.rmdir()
        staging.rename(path)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def zipped(files: Mapping[str, bytes], *, top: str) -> bytes:
    """Put files into a ZIP archive; the same files give the same bytes.

    Args:
        top: What their paths begin with: empty, or a folder with a slash.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(top + name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return stream.getvalue()


def _top_of(path: Path, files: Mapping[str, bytes]) -> str:
    """Name the one folder that a reader unpacks; crates stand at the top, bags must not."""
    return "" if METADATA in files else f"{path.stem}/"


def _files_below(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder, by path with slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
