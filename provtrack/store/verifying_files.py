"""Verify the files of one document: inventories, sidecars and content, and that none is unknown."""

import re
from dataclasses import dataclass

from provtrack.errors import FormatError, NewerFormatError
from provtrack.store.files import EntryKind
from provtrack.store.inventory import (
    SHA512_HEX,
    Inventory,
    InventoryLines,
    digest_of,
    load_inventory,
    sidecar_of,
)
from provtrack.store.layout import (
    CONTENT,
    DECLARATION_CONTENT,
    INVENTORY,
    OBJECT_DECLARATION,
    SIDECAR,
)
from provtrack.store.probe import Probe

VERSION_FOLDER = re.compile(r"v[1-9]\d{0,8}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesFound:
    """What a document's folder holds.

    Attributes:
        inventory: The newest one that is whole.
        content: The bytes of each content that is what its digest says, by digest; of the newest
            state and of events only.
    """

    inventory: Inventory
    content: dict[str, bytes]


def check_files(probe: Probe) -> FilesFound | None:
    """Check the folder of a document; None where no inventory is whole."""
    number = _check_folder(probe)
    if number is None:
        return None
    copies = {k: _guarded(probe, f"v{k}/") for k in (number, number - 1) if k}
    inventory = _newest(probe, number, copies)
    _check_root_copy(probe, number, copies)
    if inventory is None:
        return None
    lines = InventoryLines(inventory)
    for k in range(1, inventory.number):
        copy = copies[k] if k in copies else _guarded(probe, f"v{k}/")
        if copy is not None and copy != lines.dump(k):
            _check_copy(probe, k, copy, inventory)
    return FilesFound(inventory=inventory, content=_check_content(probe, number, inventory))


def _check_folder(probe: Probe) -> int | None:
    """Check what stands in the folder; give the number of the newest recording."""
    names = probe.names("")
    numbers = {int(name[1:]) for name in names if VERSION_FOLDER.fullmatch(name)}
    expected = {OBJECT_DECLARATION, INVENTORY, SIDECAR, *(f"v{k}" for k in numbers)}
    for name in sorted(set(names) - expected):
        if name.startswith("0=ocfl_object_") and name > OBJECT_DECLARATION:
            probe.find("STO016", name, "is of a later OCFL version than 1.1.")
        else:
            probe.find("STO003", name, "does not belong in a document.")
    declaration = probe.read(OBJECT_DECLARATION)
    if declaration not in (None, DECLARATION_CONTENT[OBJECT_DECLARATION]):
        probe.find("STO001", OBJECT_DECLARATION, "is damaged: it should say “ocfl_object_1.1”.")
    if not numbers:
        probe.find("STO002", "v1", "is missing: the document holds no recording.")
        return None
    if max(numbers) > len(numbers):
        missing = sorted(set(range(1, min(max(numbers), len(numbers) + 2))) - numbers)
        probe.find("STO002", f"v{missing[0]}", "is missing: the recordings have a gap.")
        return None
    return max(numbers)


def _guarded(probe: Probe, folder: str) -> bytes | None:
    """Read the inventory in a folder and hold it against its sidecar; None if it is damaged."""
    content = probe.read(f"{folder}{INVENTORY}")
    sidecar = probe.read(f"{folder}{SIDECAR}")
    if content is None or sidecar is None or sidecar == sidecar_of(content):
        return content
    expected = sidecar[:128].decode("ascii", "replace")
    if not SHA512_HEX.fullmatch(expected) or sidecar[128:] != sidecar_of(content)[128:]:
        probe.find("STO006", f"{folder}{SIDECAR}", "is damaged: it is not the line of a sidecar.")
        return content
    probe.find_damaged(
        "STO004", f"{folder}{INVENTORY}", expected=expected, found=digest_of(content)
    )
    return None


def _newest(probe: Probe, number: int, copies: dict[int, bytes | None]) -> Inventory | None:
    """Load the newest inventory that is whole: the others are held against it.

    Args:
        copies: Those read already, by number; further ones are added. Only few are kept, as all
            of them together may be large.
    """
    for k in range(number, 0, -1):
        if k not in copies:
            copies[k] = _guarded(probe, f"v{k}/")
        content = copies[k]
        inventory = None if content is None else _load(probe, f"v{k}", content)
        if inventory and inventory.number == k:
            return inventory
        if inventory:
            probe.find("STO005", f"v{k}/{INVENTORY}", f"is of v{inventory.number}.")
    return None


def _load(probe: Probe, folder: str, content: bytes) -> Inventory | None:
    """Load an inventory; None, with a finding, if it is none of ours."""
    path = f"{folder}/{INVENTORY}"
    try:
        return load_inventory(content, place="It")
    except NewerFormatError:
        probe.find("STO016", path, "was written by a later version of provtrack.")
    except FormatError as fault:
        probe.find("STO005", path, f"cannot be read. {fault}")
    return None


def _check_root_copy(probe: Probe, number: int, copies: dict[int, bytes | None]) -> None:
    """Hold inventory and sidecar in the document's folder against those of the recordings."""
    content = probe.read(INVENTORY)
    sidecar = probe.read(SIDECAR)
    newest, earlier = copies[number], copies.get(number - 1)
    if content is None or newest is None:
        return
    is_behind = content != newest
    if is_behind and content != earlier:
        probe.find_damaged(
            "STO004", INVENTORY, expected=digest_of(newest), found=digest_of(content)
        )
        is_behind = False
    guards = [sidecar_of(copy) for copy in (newest, earlier) if copy is not None]
    if sidecar is not None and sidecar not in guards:
        probe.find("STO006", SIDECAR, "is damaged: it guards no inventory of the document.")
    elif is_behind or sidecar not in (None, guards[0]):
        probe.find("STO007", INVENTORY, f"is behind v{number}: the recording was interrupted.")


def _check_copy(probe: Probe, number: int, copy: bytes, newest: Inventory) -> None:
    """See that an earlier inventory says what the newest says of the recordings up to it."""
    expected = newest.upto(number)
    found = _load(probe, f"v{number}", copy)
    if found is None or found == expected:
        return
    places = [
        f"v{k}"
        for k, (a, b) in enumerate(zip(found.versions, expected.versions, strict=False), 1)
        if a != b
    ]
    what = ", ".join(places) or "the contents"
    probe.find(
        "STO008",
        f"v{number}/{INVENTORY}",
        f"says other things of {what} than v{newest.number}/{INVENTORY}: history was rewritten.",
    )


def _check_content(probe: Probe, number: int, inventory: Inventory) -> dict[str, bytes]:
    """Check every content file; give those that are whole and needed further, by digest."""
    digests = {path: digest for digest, path in inventory.manifest.items()}
    needed = set(inventory.state.values()) | {b.state.get("event.json") for b in inventory.versions}
    content: dict[str, bytes] = {}
    found = set()
    for k in range(1, number + 1):
        for path in _files_below(probe, f"v{k}"):
            found.add(path)
            if path not in digests:
                probe.find("STO003", path, "is in no inventory.")
                continue
            read = probe.read(path)
            if read is None:
                continue
            if digest_of(read) != digests[path]:
                probe.find_damaged("STO001", path, expected=digests[path], found=digest_of(read))
            elif digests[path] in needed:
                content[digests[path]] = read
    for path in sorted(digests.keys() - found):
        probe.find("STO002", path, f"is missing: its sha512 is {digests[path]}.")
    return content


def _files_below(probe: Probe, version: str) -> list[str]:
    """List the content files of a recording; what is neither file nor folder is a finding."""
    for name in probe.names(version):
        if name not in (INVENTORY, SIDECAR, CONTENT):
            probe.find("STO003", f"{version}/{name}", "does not belong in a recording.")
    paths: list[str] = []
    folders = [f"{version}/{CONTENT}"]
    while folders:
        folder = folders.pop()
        names = probe.names(folder)
        if not names and probe.kind(folder) is EntryKind.FOLDER:
            probe.find("STO003", folder, "is an empty folder.")
        for name in names:
            kind = probe.kind(f"{folder}/{name}")
            if kind is EntryKind.FOLDER:
                folders.append(f"{folder}/{name}")
            elif kind is EntryKind.FILE:
                paths.append(f"{folder}/{name}")
            elif kind is not None:
                probe.find("STO013", f"{folder}/{name}", "is neither file nor folder.")
    return sorted(paths)
