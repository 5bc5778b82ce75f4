"""Importers: one module per format, from a file to versions, notes and metadata.

The doors are `read` (a file; `received_bytes` are those that are kept of it), `read_content`
(bytes), `read_metadata` (an item of a reference manager), `read_catalogue` (a table of versions to
record) and `read_publication` (a file to audit). What a file does not say stays None or empty; what
is odd in it is a finding.
"""

from provtrack.importers.catalogue import CatalogueRow, read_catalogue
from provtrack.importers.metadata_files import read_metadata
from provtrack.importers.publications import (
    PUBLICATION_FORMATS,
    read_publication,
    read_publication_content,
)
from provtrack.importers.reading import read, read_content, received_bytes
from provtrack.importers.registry import FORMATS

__all__ = [
    "FORMATS",
    "PUBLICATION_FORMATS",
    "CatalogueRow",
    "read",
    "read_catalogue",
    "read_content",
    "read_metadata",
    "read_publication",
    "read_publication_content",
    "received_bytes",
]
