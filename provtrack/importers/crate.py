"""The files of an RO-Crate: everything it describes must be in it, and nothing lead outside.

Only what a document of provtrack consists of is taken; the metadata of the crate, made from it, is
checked and left. Entry point: `files_of_crate`.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from provtrack.errors import FormatError
from provtrack.importers.package_files import fault_of_path
from provtrack.model.stored import parse_json

METADATA = "ro-crate-metadata.json"
PREVIEW = ("ro-crate-preview.html", "ro-crate-preview_files/")
DATA = {"File", "Dataset"}
REMOTE = ("http://", "https://", "#", "_:", "info:", "urn:", "doi:")


def files_of_crate(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files of a crate without its metadata and preview.

    Raises:
        FormatError: The metadata cannot be read, or name a file that is outside or missing.
    """
    for identifier in _data_entities(files[METADATA]):
        path = unquote(identifier).removeprefix("./")
        fault = fault_of_path(path) if path else None
        if fault:
            raise FormatError(f"{METADATA} names {identifier!r}: {fault}. Nothing was imported.")
        if path and not path.endswith("/") and path not in files:
            raise FormatError(f"{path} is missing: {METADATA} describes it.")
    return {
        path: content
        for path, content in files.items()
        if path != METADATA and not path.startswith(PREVIEW)
    }


def _data_entities(content: bytes) -> Iterator[str]:
    """Yield the identifiers of files and folders that the crate says it holds."""
    fields = parse_json(content, place=METADATA)
    graph = fields.get("@graph") if isinstance(fields, dict) else None
    if not isinstance(graph, list) or not all(isinstance(entity, dict) for entity in graph):
        raise FormatError(f"{METADATA} is not the metadata of an RO-Crate: it has no @graph.")
    for entity in graph:
        identifier = entity.get("@id")
        if not isinstance(identifier, str):
            raise FormatError(f"{METADATA} has an entity without an @id.")
        if DATA & _types(entity) and not identifier.startswith(REMOTE):
            yield identifier.removeprefix("file://")


def _types(entity: dict[str, Any]) -> set[str]:
    """Give the types of an entity."""
    types = entity.get("@type", ())
    return {types} if isinstance(types, str) else {str(kind) for kind in types or ()}
