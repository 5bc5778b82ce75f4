"""Reading one document's folder: which recording is the newest, and what it holds.

Readers write nothing and hold no lock. A recording is there as soon as its ``vN`` folder is (one
rename); the copies of its inventory in the document's folder follow, so a reader may meet them one
recording behind. Anything else that does not fit is damage and is said, never passed over.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from provtrack.errors import FormatError, NewerFormatError, StoreError
from provtrack.model.history import Event, History
from provtrack.model.stored import load
from provtrack.store.failures import in_words_on_reading
from provtrack.store.files import Files
from provtrack.store.inventory import Inventory, digest_of, load_inventory, sidecar_of
from provtrack.store.layout import EVENT, INVENTORY, OBJECT_DECLARATION, SIDECAR

ATTEMPTS = 20  # how often a reader looks again while others record


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObject:
    """A document's folder, read at its newest recording.

    Attributes:
        folder: ``versions/<document>``.
        inventory: Of the newest recording.
        content: The bytes of that inventory.
        is_behind: The copies in the document's folder are one recording behind.
    """

    folder: Path
    inventory: Inventory
    content: bytes
    is_behind: bool

    @property
    def document(self) -> str:
        """The document's id."""
        return self.folder.name


def open_object(files: Files, folder: Path) -> StoredObject:
    """Read the newest recording of a document.

    Raises:
        StoreError: Damaged, or of a form that is not ours.
        NewerFormatError: Of a later OCFL version.
    """
    fault = StoreError(f"{folder} is being written to all the time; try again.")
    for _ in range(ATTEMPTS):
        number = newest_number(files, folder)
        try:
            return _open_at(files, folder, number)
        except NewerFormatError:
            raise
        except (StoreError, FormatError) as failure:
            fault = StoreError(f"{failure} Nothing was changed; `provtrack verify` tells more.")
            if number == newest_number(files, folder):
                raise fault from failure
    raise fault


def inventory_digest(files: Files, folder: Path) -> str:
    """Give the digest of a document's newest inventory, after seeing that its copies agree.

    Raises:
        StoreError: Damaged, or of a form that is not ours.
        NewerFormatError: Of a later OCFL version.
    """
    newest = f"{folder}/v{newest_number(files, folder)}"
    with suppress(OSError):
        content = files.read(f"{newest}/{INVENTORY}")
        is_whole = files.read(f"{newest}/{SIDECAR}") == sidecar_of(content)
        if is_whole and files.read(f"{folder}/{INVENTORY}") == content:
            return digest_of(content)
    # Damaged, or being written to: that takes a closer look.
    return digest_of(open_object(files, folder).content)


def newest_number(files: Files, folder: Path) -> int:
    """Tell the number of a document's newest recording by its folders.

    Raises:
        StoreError: The folder is no document, or holds no recording.
    """
    names = files.names(folder)
    if OBJECT_DECLARATION not in names:
        _refuse_undeclared(folder, names)
    numbers = [int(name[1:]) for name in names if re.fullmatch(r"v[1-9]\d{0,8}", name)]
    if not numbers:
        raise StoreError(f"{folder} holds no recording; it is not a document of provtrack.")
    return max(numbers)


def _refuse_undeclared(folder: Path, names: list[str]) -> None:
    """Say why a folder without our declaration cannot be read."""
    others = [name for name in names if name.startswith("0=ocfl_object_")]
    if any(name > OBJECT_DECLARATION for name in others):
        raise NewerFormatError(
            f"{folder} is declared as {others[-1][2:]}; this provtrack reads OCFL 1.1. "
            "Install a newer provtrack to read it."
        )
    raise StoreError(f"{folder} lacks the file {OBJECT_DECLARATION}; it is damaged or not ours.")


def _open_at(files: Files, folder: Path, number: int) -> StoredObject:
    """Read a document at its newest recording and see that its copies agree."""
    place = folder / f"v{number}" / INVENTORY
    content = _guarded(files, place)
    inventory = load_inventory(content, place=str(place))
    if inventory.number != number:
        raise StoreError(f"{place} says it is of v{inventory.number}; it is damaged.")
    if EVENT not in inventory.state:
        raise StoreError(f"{folder} holds no {EVENT}; it is not a document of provtrack.")
    root = files.read(folder / INVENTORY)
    sidecar = files.read(folder / SIDECAR)
    if root == content and sidecar == sidecar_of(content):
        return StoredObject(folder=folder, inventory=inventory, content=content, is_behind=False)
    earlier = files.read(folder / f"v{number - 1}" / INVENTORY) if number > 1 else content
    if root not in (content, earlier):
        raise _damaged(folder / INVENTORY, root, digest_of(content))
    if sidecar not in (sidecar_of(content), sidecar_of(earlier)):
        raise StoreError(f"{folder / SIDECAR} is damaged: it guards neither v{number} nor before.")
    return StoredObject(folder=folder, inventory=inventory, content=content, is_behind=True)


def _guarded(files: Files, place: Path) -> bytes:
    """Read an inventory and see that its sidecar agrees."""
    content = files.read(place)
    sidecar = files.read(place.with_name(SIDECAR))
    if sidecar != sidecar_of(content):
        raise _damaged(place, content, sidecar.decode("ascii", "replace").strip())
    return content


def _damaged(place: Path, found: bytes, expected: str) -> StoreError:
    """Say that a file is not what its digest says, with both digests."""
    return StoreError(
        f"{place} is damaged: its sha512 should be {expected[:12]}... "
        f"and is {digest_of(found)[:12]}...."
    )


def read_content(files: Files, folder: Path, path: str, digest: str) -> bytes:
    """Read a content file of a document and see that it is what its digest says."""
    content = files.read(folder / path)
    if digest_of(content) != digest:
        raise _damaged(folder / path, content, digest)
    return content


def history_of(files: Files, stored: StoredObject, *, number: int | None = None) -> History:
    """Read a document's events up to a number, and its files as of that event.

    The files are read from the disk when they are asked for, each checked against its digest.

    Raises:
        StoreError: An event is damaged, or does not name the one before it.
    """
    inventory = stored.inventory.upto(number or stored.inventory.number)
    heads = tuple(block.state.get(EVENT, "") for block in inventory.versions)
    events = []
    for count, head in enumerate(heads, 1):
        event = _event(files, stored, count, head)
        before = heads[count - 2] if count > 1 else None
        if (event.number, event.previous, event.document) != (count, before, stored.document):
            raise StoreError(
                f"the event of {stored.folder / f'v{count}'} does not follow the one before it: "
                "the history was altered. `provtrack verify` tells more."
            )
        events.append(event)
    return History(
        document=stored.document,
        events=tuple(events),
        heads=heads,
        files=ContentFiles(files, stored.folder, inventory),
    )


def newest_of(files: Files, stored: StoredObject) -> History:
    """Read a document's newest event only, and its files; its chain is not followed."""
    number = stored.inventory.number
    head = stored.inventory.state.get(EVENT, "")
    return History(
        document=stored.document,
        events=(_event(files, stored, number, head),),
        heads=(head,),
        files=ContentFiles(files, stored.folder, stored.inventory),
    )


def _event(files: Files, stored: StoredObject, number: int, head: str) -> Event:
    """Read one event of a document, checked against its digest."""
    path = stored.inventory.manifest.get(head)
    place = stored.folder / f"v{number}" / "content" / EVENT
    if path is None:
        raise StoreError(f"{place} is missing from the inventory; the document is damaged.")
    content = read_content(files, stored.folder, path, head)
    return load(Event, content, place=str(place))


class ContentFiles(Mapping[str, bytes]):
    """A document's files as of one recording, read when asked for; ``event.json`` is left out."""

    def __init__(self, files: Files, folder: Path, inventory: Inventory) -> None:
        self._files = files
        self._folder = folder
        self._manifest = inventory.manifest
        self._state = {path: d for path, d in sorted(inventory.state.items()) if path != EVENT}

    def __getitem__(self, path: str) -> bytes:
        digest = self._state[path]
        with in_words_on_reading(self._folder / self._manifest[digest]):
            return read_content(self._files, self._folder, self._manifest[digest], digest)

    def __contains__(self, path: object) -> bool:
        return path in self._state

    def __iter__(self) -> Iterator[str]:
        return iter(self._state)

    def __len__(self) -> int:
        return len(self._state)
