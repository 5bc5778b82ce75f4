"""Compare versions that stand in a store or in plain files: find, align, collate, write.

The composition of `store`, `importers`, `collation`, `provenance` and `reporting` that the command
line calls. `open_version` finds what an argument names, `align_versions` and `compare_versions`
work on what was found.
"""

from provtrack.comparing.aligning import (
    ChosenEmbedder,
    align_sentences_of,
    align_versions,
    choose_embedder,
)
from provtrack.comparing.collating import NO_LEXICON, ComparedVersions, compare_versions
from provtrack.comparing.opening import OpenedVersion, held_version, open_version

__all__ = [
    "NO_LEXICON",
    "ChosenEmbedder",
    "ComparedVersions",
    "OpenedVersion",
    "align_sentences_of",
    "align_versions",
    "choose_embedder",
    "compare_versions",
    "held_version",
    "open_version",
]
