"""The files of a folder or a ZIP archive that somebody sent: read whole, within bounds.

What could lead outside, hide or explode is refused before anything is kept: links, absolute and
climbing paths, names that are one on some systems, more bytes than any document has. Entry point:
`read_package_files`.
"""

import lzma
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from provtrack.errors import FormatError, UsageError

BROKEN = (  # what zipfile raises on archives that are damaged, or made to confuse it
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
MAX_FILES = 100_000
MAX_BYTES = 1 << 30  # of all files together, unpacked
STREWN = frozenset({".ds_store", "thumbs.db", "desktop.ini"})  # made and removed by the system
MAC_FOLDER = "__MACOSX"  # what its archiver adds beside the files


@dataclass(slots=True)
class _Bounds:
    """How many files and bytes may still be read of a place."""

    place: Path
    files: int
    bytes: int

    def take(self, *, files: int = 0, size: int = 0) -> None:
        """Count what is read; refuse what is more than any document has."""
        self.files -= files
        self.bytes -= size
        if self.files < 0 or self.bytes < 0:
            raise FormatError(
                f"{self.place} has more files or bytes than any document of provtrack; "
                "nothing was read of it."
            )


def read_package_files(
    path: Path, *, max_files: int = MAX_FILES, max_bytes: int = MAX_BYTES
) -> dict[str, bytes]:
    """Read every file of a folder or a ZIP archive, by path with slashes, sorted.

    A single folder that everything in an archive stands in is not part of the paths.

    Args:
        max_bytes: Of all files together, unpacked.

    Raises:
        UsageError: Nothing there, or neither a folder nor a ZIP archive.
        FormatError: Naming what is refused, or what cannot be read.
    """
    bounds = _Bounds(place=path, files=max_files, bytes=max_bytes)
    if path.is_dir():
        files = dict(_of_folder(path, bounds))
    elif not path.exists():
        raise UsageError(f"{path} does not exist.")
    elif zipfile.is_zipfile(path):
        files = _without_top_folder(_of_archive(path, bounds))
    else:
        raise UsageError(f"{path} is neither a folder nor a ZIP archive.")
    check_distinct(files, place=str(path))
    return dict(sorted(files.items()))


def fault_of_path(path: str) -> str | None:
    """Say what keeps a path from being one below its folder on every system; None if nothing."""
    if not path or path.startswith(("/", "~/", "\\")) or path[1:2] == ":":
        return "it leads outside"
    if "\\" in path or "\0" in path:
        return "some systems read it as another place"
    if ".." in PurePosixPath(path).parts:
        return "it leads outside"
    return None


def is_strewn(path: str) -> bool:
    """Tell whether a file is one that systems make and remove of their own."""
    parts = path.split("/")
    return parts[-1].casefold() in STREWN or parts[0] == MAC_FOLDER


def same_name(path: str) -> str:
    """Give what two paths share that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def check_distinct(paths: Iterable[str], *, place: str) -> None:
    """See that no two paths are one on some system.

    Raises:
        FormatError: Naming the two.
    """
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(same_name(path), path)
        if other != path:
            raise FormatError(f"{place} has {other!r} and {path!r}: one file on some systems.")


def _of_folder(folder: Path, bounds: _Bounds) -> Iterator[tuple[str, bytes]]:
    """Read a folder, without following links."""
    waiting = [folder]
    while waiting:
        for entry in sorted(waiting.pop().iterdir()):
            path = entry.relative_to(folder).as_posix()
            mode = entry.lstat().st_mode
            if stat.S_ISDIR(mode):
                waiting.append(entry)
            elif stat.S_ISREG(mode):
                bounds.take(files=1, size=entry.lstat().st_size)
                yield path, entry.read_bytes()
            else:
                raise FormatError(f"{path} in {folder} is a link or no file; it is not followed.")


def _of_archive(path: Path, bounds: _Bounds) -> dict[str, bytes]:
    """Read a ZIP archive; what it says of sizes is not believed."""
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            bounds.take(files=len(archive.infolist()))
            for member in archive.infolist():
                name = _checked_member(member, path)
                if member.is_dir():
                    continue
                if name in files:
                    raise FormatError(f"{path} has {name} twice.")
                with archive.open(member) as stream:
                    files[name] = stream.read(bounds.bytes + 1)
                bounds.take(size=len(files[name]))
    except FormatError:
        raise
    except BROKEN as fault:
        raise FormatError(f"{path} is a damaged ZIP archive: {fault}.") from fault
    return files


def _checked_member(member: zipfile.ZipInfo, path: Path) -> str:
    """Give the name of a member that can be read."""
    name = member.orig_filename
    fault = fault_of_path(name)
    if fault:
        raise FormatError(f"{path} has the path {name!r}: {fault}. Nothing was read of it.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise FormatError(f"{name} in {path} is a link; it is not followed.")
    if member.flag_bits & 1:
        raise FormatError(f"{path} is encrypted; unpack it first.")
    return name


def _without_top_folder(files: dict[str, bytes]) -> dict[str, bytes]:
    """Take the folder off that everything stands in, if there is one."""
    tops = {path.partition("/")[0] for path in files}
    if len(tops) != 1 or any("/" not in path for path in files):
        return files
    return {path.partition("/")[2]: content for path, content in files.items()}
