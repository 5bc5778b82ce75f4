"""A package as somebody sent it: plain folder, BagIt bag or RO-Crate, as a folder or a ZIP archive.

Which of these it is shows from the files. A bag may hold a crate. Files that systems strew into
folders are left out. Entry point: `read_package`.
"""

from pathlib import Path

from provtrack.importers import bag, crate
from provtrack.importers.package_files import is_strewn, read_package_files
from provtrack.model.package import Package
from provtrack.packing import LABEL, unpack


def read_package(path: Path) -> Package:
    """Read a document with its whole history.

    Raises:
        UsageError: Nothing there, or neither a folder nor a ZIP archive.
        FormatError: Something in it is missing, damaged, unknown or leads outside; names it.
        NewerFormatError: It was written by a later version.
    """
    files = read_package_files(path)
    if bag.DECLARATION in files or f"{bag.PAYLOAD}{LABEL}" in files:
        files = bag.payload_of_bag(files)
    if crate.METADATA in files:
        files = crate.files_of_crate(files)
    return unpack({name: content for name, content in files.items() if not is_strewn(name)})
