"""provtrack keeps, compares and audits the versions of archival documents.

The verbs and nouns below are the public interface; the rest may change. Each is loaded when it is
first used, so that importing the package, and ``provtrack --help``, stay fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provtrack.aligner import align
    from provtrack.collation import collate, compare
    from provtrack.config import Project, find_project
    from provtrack.errors import ProvtrackError
    from provtrack.model.alignment import Alignment, Bead
    from provtrack.model.comparison import (
        Change,
        Collation,
        ComparedVersion,
        Comparison,
        Coverage,
        Query,
    )
    from provtrack.model.document import Document, Version
    from provtrack.model.finding import Finding
    from provtrack.model.provenance import ProvenanceChain
    from provtrack.provenance import chain_of
    from provtrack.recording import create_project, open_store, plan_recording, record
    from provtrack.reporting import render
    from provtrack.store import Store

__version__ = "0.1.0"

_HOMES = {
    "align": "provtrack.aligner",
    "collate": "provtrack.collation",
    "compare": "provtrack.collation",
    "Project": "provtrack.config",
    "find_project": "provtrack.config",
    "ProvtrackError": "provtrack.errors",
    "Alignment": "provtrack.model.alignment",
    "Bead": "provtrack.model.alignment",
    "Change": "provtrack.model.comparison",
    "Collation": "provtrack.model.comparison",
    "ComparedVersion": "provtrack.model.comparison",
    "Comparison": "provtrack.model.comparison",
    "Coverage": "provtrack.model.comparison",
    "Query": "provtrack.model.comparison",
    "Document": "provtrack.model.document",
    "Version": "provtrack.model.document",
    "Finding": "provtrack.model.finding",
    "ProvenanceChain": "provtrack.model.provenance",
    "chain_of": "provtrack.provenance",
    "create_project": "provtrack.recording",
    "open_store": "provtrack.recording",
    "plan_recording": "provtrack.recording",
    "record": "provtrack.recording",
    "render": "provtrack.reporting",
    "Store": "provtrack.store",
}

__all__ = [
    "Alignment",
    "Bead",
    "Change",
    "Collation",
    "ComparedVersion",
    "Comparison",
    "Coverage",
    "Document",
    "Finding",
    "Project",
    "ProvenanceChain",
    "ProvtrackError",
    "Query",
    "Store",
    "Version",
    "align",
    "chain_of",
    "collate",
    "compare",
    "create_project",
    "find_project",
    "open_store",
    "plan_recording",
    "record",
    "render",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home when it is first asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'provtrack' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
