"""Documents that travel: one of the store in the formats of others, and one of others in the store.

What the commands ``export`` and ``import`` call. Entry points: `export_document`,
`import_document`.
"""

from collections.abc import Mapping
from pathlib import Path

from provtrack.errors import AlreadyHeldError
from provtrack.exporters.document_formats import FILE_FORMATS, FOLDER_FORMATS
from provtrack.exporters.provenance_formats import PROVENANCE_FORMATS
from provtrack.importers.packages import read_package
from provtrack.model.package import Package
from provtrack.packing import whole_of
from provtrack.store import Store
from provtrack.tracing import trace

FORMATS = (*FOLDER_FORMATS, *FILE_FORMATS, *PROVENANCE_FORMATS)


def export_document(store: Store, document: str, kind: str) -> bytes | Mapping[str, bytes]:
    """Write a document in one of `FORMATS`: the bytes of a file, or the files of a folder by path.

    Raises:
        NotInStoreError: No such document.
        UsageError: The document has nothing to be written in this format.
        StoreError: The document is damaged.
    """
    if kind in PROVENANCE_FORMATS:
        return PROVENANCE_FORMATS[kind](trace(store, document).statements)
    whole = whole_of(store.package(document))
    return FOLDER_FORMATS[kind](whole) if kind in FOLDER_FORMATS else FILE_FORMATS[kind](whole)


def import_document(store: Store, path: Path) -> tuple[Package, int]:
    """Put a document that was exported as a folder, bag or crate into a store, whole.

    Returns:
        What was read, and how many of its events are new here: none of a document held with the
        same head, the later ones of a document held with the first events of its history.

    Raises:
        AlreadyHeldError: The store has a document of this id with another or a longer history.
        FormatError, UsageError: What is there is not such a document, whole and unaltered.
        StoreError: The disk cannot be written.
    """
    package = read_package(path)
    try:
        return package, store.adopt(package)
    except AlreadyHeldError:
        if package.document in store and store.head(package.document) == package.head:
            return package, 0
        raise
