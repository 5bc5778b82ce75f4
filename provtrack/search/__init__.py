"""Search: words -> passages of indexed texts. Pure: an index is given, nothing is read but by it.

The doors are `locate` (the words of a quotation), `occurrences` (one word), `lifted` (passages
taken over without marks) and `MemoryIndex`, or an index from `indexing`.
"""

from provtrack.search.index import IndexedText, IndexPart, MemoryIndex, PartMaker, PassageIndex
from provtrack.search.lifting import Lifted, lifted
from provtrack.search.located import Located
from provtrack.search.locating import locate, occurrences
from provtrack.search.views import View

__all__ = [
    "IndexPart",
    "IndexedText",
    "Lifted",
    "Located",
    "MemoryIndex",
    "PartMaker",
    "PassageIndex",
    "View",
    "lifted",
    "locate",
    "occurrences",
]
