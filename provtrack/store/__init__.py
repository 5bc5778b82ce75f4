"""The store: ``versions/`` on the disk, an OCFL 1.1 storage root written and read by `Store`.

`Store` records acts and gives histories; `holdings_of` gives a document's versions as nouns;
`summaries_of` lists a store.
"""

from provtrack.store.events import head_of, program_name
from provtrack.store.holdings import (
    Holdings,
    VersionName,
    holdings_of,
    load_alignments,
    load_versions,
    parse_version_name,
)
from provtrack.store.store import Store
from provtrack.store.summaries import Summary, summaries_of, summary_of
from provtrack.store.texts import RecordedText, read_place, recorded_texts

__all__ = [
    "Holdings",
    "RecordedText",
    "Store",
    "Summary",
    "VersionName",
    "head_of",
    "holdings_of",
    "load_alignments",
    "load_versions",
    "parse_version_name",
    "program_name",
    "read_place",
    "recorded_texts",
    "summaries_of",
    "summary_of",
]
