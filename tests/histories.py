"""Generated histories of a small document, and stores to record them in."""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import strategies as st

from provtrack.model.document import Document, Title, Version
from provtrack.model.history import Act
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump
from provtrack.store import Store
from tests.acts import FilesWithoutWaiting

MEMORY = Path("/dev/shm")  # noqa: S108

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
sigla = st.sampled_from(["R", "E1", "E2", "fr-leroy"])
names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(
    lambda name: name.strip() and len(name) <= 500
)
reasons = st.none() | texts.filter(lambda text: text.isprintable())
times = st.datetimes().map(lambda when: when.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0"))


@st.composite
def recorded_versions(draw) -> dict[str, bytes]:
    """Files of one version, perhaps with a source file."""
    siglum, text = draw(sigla), draw(texts)
    version = Version(
        siglum=siglum,
        kind=draw(st.sampled_from(VersionKind)),
        language="en",
        note=draw(st.none() | texts),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    files = {
        f"texts/{siglum}/text.txt": text.encode(),
        f"texts/{siglum}/version.json": dump(version),
    }
    if draw(st.booleans()):
        files[f"texts/{siglum}/source/page.html"] = draw(st.binary(max_size=30))
    return files


@st.composite
def acts(draw) -> Act:
    """An act that records, describes, or changes nothing."""
    files: dict[str, bytes | None] = {}
    for _ in range(draw(st.integers(0, 2))):
        files |= draw(recorded_versions())
    if draw(st.booleans()):
        title = Title(text=draw(texts))
        files["document.json"] = dump(Document(id="oder-1962", titles=(title,)))
    return Act(
        kind=draw(st.sampled_from(EventKind)),
        by=draw(names),
        when=draw(times),
        reason=draw(reasons),
        files=files,
    )


@contextmanager
def new_store() -> Iterator[Store]:
    """Give an empty store in a folder of its own."""
    place = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Store.create(Path(folder) / "versions", files=FilesWithoutWaiting())


def record_all(store: Store, history: list[Act]) -> None:
    first = Act(
        kind=EventKind.RECORD,
        by="A. Editor",
        when="0001-01-01T00:00:00Z",
        files={"document.json": dump(Document(id="oder-1962"))},
    )
    for act in (first, *history):
        store.record("oder-1962", act)
