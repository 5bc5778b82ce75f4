"""Readers of publications: one module per format, from a file to text with its places.

The doors are `read_publication` (a file) and `read_publication_content` (bytes).
"""

from provtrack.importers.publications.reading import read_publication, read_publication_content
from provtrack.importers.publications.registry import PUBLICATION_FORMATS

__all__ = ["PUBLICATION_FORMATS", "read_publication", "read_publication_content"]
