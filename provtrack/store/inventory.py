"""The inventory of an OCFL object: which content stands where, in each version of a document.

https://ocfl.io/1.1/spec/#inventory. Written with one line for each entry, so that an editor can
read it and a version's line never changes in later inventories. It holds the state of every
version, so its size grows with the number of recordings (and the sum of all with their square).
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from provtrack.errors import FormatError, NewerFormatError
from provtrack.model.stored import parse_json

TYPE = "https://ocfl.io/1.1/spec/#inventory"
SHA512_HEX = re.compile(r"[0-9a-f]{128}")
CONTENT_PATH = re.compile(r"v[1-9]\d{0,8}/content(?:/(?!\.\.?(?:/|$))[^/\\\0]+)+")
KEYS = {"id", "type", "digestAlgorithm", "head", "manifest", "versions"}
VERSION_KEYS = {"created", "message", "state", "user"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionBlock:
    """What the inventory says of one recording.

    Attributes:
        created: ISO 8601, UTC.
        state: Digest by logical path.
    """

    created: str
    message: str
    user: str
    address: str
    state: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """One inventory: of the newest recording or of an earlier one.

    Attributes:
        id: URI of the document.
        manifest: Where the content of each digest stands, in the document's folder.
        versions: One block for each recording, in order; the first is ``v1``.
    """

    id: str
    manifest: Mapping[str, str]
    versions: tuple[VersionBlock, ...]

    @property
    def number(self) -> int:
        """Number of the newest recording in it, from 1."""
        return len(self.versions)

    @property
    def state(self) -> Mapping[str, str]:
        """Digest by logical path, as of the newest recording in it."""
        return self.versions[-1].state

    def upto(self, number: int) -> "Inventory":
        """Give the inventory as it was after an earlier recording."""
        manifest = {
            digest: path for digest, path in self.manifest.items() if version_of(path) <= number
        }
        return Inventory(id=self.id, manifest=manifest, versions=self.versions[:number])


def version_of(content_path: str) -> int:
    """Tell which recording wrote a content path: 3 for ``v3/content/event.json``."""
    return int(content_path[1 : content_path.index("/")])


def digest_of(content: bytes) -> str:
    """Compute the sha512 of some bytes, as lower-case hexadecimal."""
    return hashlib.sha512(content).hexdigest()


def sidecar_of(content: bytes) -> bytes:
    """Write the sidecar file that guards the bytes of an inventory."""
    return f"{digest_of(content)} inventory.json\n".encode()


def dump_inventory(inventory: Inventory) -> bytes:
    """Write an inventory: the same value gives the same bytes, one line for each entry."""
    return InventoryLines(inventory).dump(inventory.number)


class InventoryLines:
    """The lines of an inventory, made once: the inventories before it are made of some of them."""

    def __init__(self, inventory: Inventory) -> None:
        self._id = inventory.id
        self._manifest = [
            (version_of(path), f'"{digest}":[{_text(path)}]')
            for digest, path in sorted(inventory.manifest.items())
        ]
        self._versions = [
            f"{_text(f'v{number}')}:{_block(block)}"
            for number, block in enumerate(inventory.versions, 1)
        ]

    def dump(self, number: int) -> bytes:
        """Write the inventory as it was after a recording."""
        manifest = ",\n".join(line for version, line in self._manifest if version <= number)
        versions = ",\n".join(self._versions[:number])
        return (
            f'{{"id":{_text(self._id)},\n"type":{_text(TYPE)},\n"digestAlgorithm":"sha512",\n'
            f'"head":"v{number}",\n"manifest":{{\n{manifest}}},\n'
            f'"versions":{{\n{versions}}}}}\n'
        ).encode()


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _block(block: VersionBlock) -> str:
    """Write one version of an inventory on one line."""
    state: dict[str, list[str]] = {}
    for path, digest in sorted(block.state.items()):
        state.setdefault(digest, []).append(path)
    fields = {
        "created": block.created,
        "message": block.message,
        "state": dict(sorted(state.items())),
        "user": {"address": block.address, "name": block.user},
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def load_inventory(content: bytes, *, place: str) -> Inventory:
    """Read an inventory that provtrack wrote.

    Args:
        place: What to call the file in an error message.

    Raises:
        NewerFormatError: Of a later OCFL than 1.1.
        FormatError: Broken, or not of the form in which provtrack writes inventories.
    """
    fields = parse_json(content, place=place)
    try:
        return _read(fields, place)
    except (KeyError, TypeError, AttributeError) as fault:
        raise FormatError(f"{place} is not an inventory provtrack wrote: {fault!r}.") from fault


def _read(fields: Any, place: str) -> Inventory:  # JSON of unknown shape, checked here
    """Read the fields of an inventory; KeyError, TypeError and the like where one is missing."""
    kind = str(fields["type"])
    known = re.fullmatch(r"https://ocfl\.io/(\d+)\.(\d+)/spec/#inventory", kind)
    if known and (int(known[1]), int(known[2])) > (1, 1):
        raise NewerFormatError(
            f"{place} is of OCFL {known[1]}.{known[2]}; this provtrack reads OCFL 1.1. "
            "Install a newer provtrack to read it."
        )
    _require(kind == TYPE, place, f"its type is {kind!r}")
    _require(fields["digestAlgorithm"] == "sha512", place, "its digests are not sha512")
    _require(set(fields) == KEYS, place, f"its keys are {sorted(fields)}")
    names = list(fields["versions"])
    expected = [f"v{number}" for number in range(1, len(names) + 1)]
    _require(bool(names) and sorted(names) == sorted(expected), place, "its versions have gaps")
    _require(fields["head"] == expected[-1], place, f"its head is {fields['head']!r}")
    manifest = {
        _digest(digest, place): _content_path(paths, place)
        for digest, paths in fields["manifest"].items()
    }
    inventory = Inventory(
        id=_string(fields["id"], place),
        manifest=manifest,
        versions=tuple(_read_block(fields["versions"][name], place) for name in expected),
    )
    _check_references(inventory, place)
    return inventory


def _read_block(fields: Any, place: str) -> VersionBlock:
    """Read one version of an inventory."""
    _require(set(fields) == VERSION_KEYS, place, f"a version has the keys {sorted(fields)}")
    state: dict[str, str] = {}
    for digest, paths in fields["state"].items():
        _require(isinstance(paths, list), place, f"{paths!r} is no list of paths")
        for path in paths:
            if _string(path, place) in state:
                raise FormatError(f"{place} has the path {path!r} twice in one state.")
            state[path] = digest
    return VersionBlock(
        created=_string(fields["created"], place),
        message=_string(fields["message"], place),
        user=_string(fields["user"]["name"], place),
        address=_string(fields["user"]["address"], place),
        state=state,
    )


def _check_references(inventory: Inventory, place: str) -> None:
    """See that states and manifest speak of the same digests, and paths of versions there are."""
    used = {digest for block in inventory.versions for digest in block.state.values()}
    _require(used == set(inventory.manifest), place, "its states and its manifest disagree")
    for path in inventory.manifest.values():
        _require(1 <= version_of(path) <= inventory.number, place, f"{path!r} is of no version")


def _require(holds: bool, place: str, fault: str) -> None:
    if not holds:
        raise FormatError(f"{place} is not an inventory provtrack wrote: {fault}.")


def _string(value: Any, place: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise FormatError(f"{place} is not an inventory provtrack wrote: {value!r} is not text.")


def _digest(value: str, place: str) -> str:
    _require(bool(SHA512_HEX.fullmatch(value)), place, f"{value!r} is not a sha512")
    return value


def _content_path(paths: Any, place: str) -> str:
    """Read the one place of a content; anything that leaves the folder is refused."""
    path = paths[0] if isinstance(paths, list) and len(paths) == 1 else None
    if isinstance(path, str) and CONTENT_PATH.fullmatch(path):
        return path
    raise FormatError(f"{place} is not an inventory provtrack wrote: {paths!r} is no content path.")
