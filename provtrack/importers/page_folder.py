"""A folder of recognised pages as one file: its PAGE XML or ALTO files in a ZIP archive.

A version keeps the one file it was read from; so the pages are packed as they are, without dates
or compression, and the same folder gives the same bytes. Files of other kinds are left out.
"""

import io
import zipfile
from pathlib import Path

from provtrack.errors import FormatError, UsageError
from provtrack.importers import alto, page_xml
from provtrack.importers.content import MAX_FILE_BYTES
from provtrack.importers.page_files import begins_with
from provtrack.importers.zip_package import MAX_MEMBERS


def packed_pages(folder: Path) -> bytes:
    """Pack the pages that stand in a folder; links and folders inside it are not followed.

    Raises:
        UsageError: There are none, or the folder cannot be read.
        FormatError: More or larger files than one archive may have.
    """
    try:
        paths = sorted(folder.iterdir())
        files = [one for one in paths if one.suffix.lower() == ".xml" and _is_file(one)]
        if len(files) > MAX_MEMBERS or sum(one.stat().st_size for one in files) > MAX_FILE_BYTES:
            raise FormatError(
                f"cannot read {folder}: it holds more than {MAX_MEMBERS:,} XML files, or more than "
                f"{MAX_FILE_BYTES // 1024**2} MB of them. Record it in parts."
            )
        contents = {one.name: one.read_bytes() for one in files}
    except OSError as fault:
        raise UsageError(f"cannot read {folder}: {fault.strerror}.") from fault
    roots = (page_xml.ROOT, alto.ROOT)
    pages = {
        name: data
        for name, data in contents.items()
        if any(begins_with(data, root) for root in roots)
    }
    if not pages:
        raise UsageError(
            f"cannot read {folder}: it is a folder without recognised pages (PAGE XML, ALTO). "
            "Name a file in it."
        )
    return _packed(pages)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()
