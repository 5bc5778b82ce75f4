"""The formats that a document can be written in, by name: as folders of files, or as one file.

What is written as a folder imports back to the same heads. Provenance alone is in
`provenance_formats`.
"""

from collections.abc import Callable, Mapping

from provtrack.exporters.bag import document_to_bag
from provtrack.exporters.crate import document_to_crate
from provtrack.exporters.tei_document import document_to_tei
from provtrack.model.package import WholeDocument
from provtrack.packing import pack


def document_to_folder(whole: WholeDocument) -> dict[str, bytes]:
    """Give the files of the plain folder by path."""
    return pack(whole.package)


FOLDER_FORMATS: Mapping[str, Callable[[WholeDocument], dict[str, bytes]]] = {
    "folder": document_to_folder,
    "bagit": document_to_bag,
    "ro-crate": document_to_crate,
}
FILE_FORMATS: Mapping[str, Callable[[WholeDocument], bytes]] = {
    "tei": document_to_tei,
}
