"""Indexes on the disk, derived from a source of texts: built, refreshed, mapped into memory.

`refresh` brings one up to date and opens it; all of it may be deleted, and comes back.
"""

from provtrack.indexing.file_index import FileIndex, ReadText, TextSource
from provtrack.indexing.refreshing import Refreshed, add, open_index, refresh

__all__ = ["FileIndex", "ReadText", "Refreshed", "TextSource", "add", "open_index", "refresh"]
