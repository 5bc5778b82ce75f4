"""The formats that a document can be written in, by name: as folders of files, or as one file.

What is written as a folder imports back to the same heads. Provenance alone is in
`provenance_formats`.
"""

from collections.abc import Callable, Mapping

from provtrack.exporters.bag import document_to_bag
from provtrack.exporters.crate import document_to_crate
from provtrack.exporters.csl_json import document_to_csl
from provtrack.exporters.ead import document_to_ead
from provtrack.exporters.tei_document import document_to_tei
from provtrack.exporters.tmx import document_to_tmx
from provtrack.exporters.web_annotation import document_to_annotations
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
    "tmx": document_to_tmx,
    "csl-json": document_to_csl,
    "ead": document_to_ead,
    "web-annotation": document_to_annotations,
}
