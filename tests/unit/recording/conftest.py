"""What the tests of recording share: an empty project, and how to record a text in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from provtrack.model.imported import Imported, ImportedVersion
from provtrack.recording import Recorded, open_store, read_options, record
from provtrack.recording.planning import plan_imported
from provtrack.recording.projects import create_project
from provtrack.store import Store

WHEN = "2024-05-31T09:15:00Z"
LETTER = "We shall not sign the treaty.\n\nThe courier leaves on Friday."


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give the store of a new project."""
    return open_store(create_project(tmp_path / "project", by="A. Editor"))


@pytest.fixture
def record_text(store: Store) -> Callable[..., Recorded]:
    """Give a function that records a text under a siglum."""

    def record_it(siglum: str = "E1", text: str = LETTER, **options: str | list[str]) -> Recorded:
        given = {"document": "oder-1962", "siglum": siglum, "kind": "translation",
                 "language": "en", **options}  # fmt: skip
        imported = Imported(importer="text", versions=(ImportedVersion(text=text),))
        plan = plan_imported(store, imported, read_options(given))
        return record(store, plan, by="A. Editor", when=WHEN)

    return record_it
