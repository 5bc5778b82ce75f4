"""Compare versions that stand in a store or in plain files: find, align, collate, write.

The composition of `store`, `importers`, `collation`, `provenance` and `reporting` that the command
line calls. `open_version` finds what an argument names, `align_versions` and `compare_versions`
work on what was found.
"""

from provtrack.comparing.aligning import (
    AlignedVersions,
    ChosenEmbedder,
    align_sentences_of,
    align_versions,
    choose_embedder,
)
from provtrack.comparing.collating import ComparedVersions, compare_versions
from provtrack.comparing.opening import OpenedVersion, PlainReading, held_version, open_version

__all__ = [
    "AlignedVersions",
    "ChosenEmbedder",
    "ComparedVersions",
    "OpenedVersion",
    "PlainReading",
    "align_sentences_of",
    "align_versions",
    "choose_embedder",
    "compare_versions",
    "held_version",
    "open_version",
]
