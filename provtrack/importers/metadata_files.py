"""Metadata of one document from a reference manager: CSL-JSON (Zotero) or JSON-LD (Tropy).

``FILE.json#ID`` names one item of several. Nothing is fetched: terms of a JSON-LD context that is
only an address are read by their own names. What has no place of its own is a printed field.
Entry point: `read_metadata`; the two forms are read in `csl_json` and `tropy`.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from provtrack.errors import FormatError, UsageError
from provtrack.importers.charsets import decode
from provtrack.importers.content import Content
from provtrack.importers.csl_json import csl_metadata
from provtrack.importers.json_items import Item, first_text
from provtrack.importers.metadata_signs import without_control_characters
from provtrack.importers.reading import load, refuse_surrogates, split_fragment
from provtrack.importers.tropy import tropy_items, tropy_metadata
from provtrack.model.imported import Imported

SHOWN = 8  # items named in a message


def read_metadata(path: Path) -> Imported:
    """Read what a file says of one document.

    Returns:
        Its metadata with one version, whose text is empty.

    Raises:
        UsageError: No such file; several items and none named, or none of this name.
        FormatError: Not JSON of a form that is read here.
    """
    file, fragment = split_fragment(path)
    content = Content(name=file.name, data=load(file), fragment=fragment)
    value = _parsed(content)
    if isinstance(value, dict) and ("@graph" in value or "@context" in value):
        imported = tropy_metadata(_chosen(tropy_items(value), content))
    else:
        imported = csl_metadata(_chosen(_csl_items(value, content.name), content))
    refuse_surrogates(imported, content.name)
    return without_control_characters(imported)


def _parsed(content: Content) -> object:
    try:
        return json.loads(decode(content).text)
    except RecursionError as fault:
        raise FormatError(f"cannot read {content.name}: it is nested too deep.") from fault
    except ValueError as fault:
        if isinstance(fault, FormatError):
            raise
        raise FormatError(
            f"cannot read {content.name} as metadata: it is not JSON ({fault}). Export CSL-JSON "
            "from Zotero, or JSON-LD from Tropy."
        ) from fault


def _csl_items(value: object, name: str) -> Sequence[Item]:
    """The items of a CSL-JSON file: a list of them, or one."""
    items = value if isinstance(value, list) else [value]
    known = [one for one in items if isinstance(one, dict) and ("type" in one or "title" in one)]
    if not known or len(known) < len(items):
        raise FormatError(
            f"cannot read {name} as metadata: it is neither CSL-JSON nor JSON-LD with items."
        )
    return known


def _chosen(items: Sequence[Item], content: Content) -> Item:
    """The item asked for, or the only one."""
    if not items:
        raise FormatError(f"cannot read {content.name} as metadata: there is no item in it.")
    asked = content.fragment
    if asked is None and len(items) == 1:
        return items[0]
    named = [one for one in items if asked in _names(one)] if asked else []
    if len(named) == 1:
        return named[0]
    shown = "; ".join(f"{_names(one)[0]} ({first_text(one.get('title'))})" for one in items[:SHOWN])
    more = f" and {len(items) - SHOWN} more" if len(items) > SHOWN else ""
    why = f"{len(named) or 'none'} of them named {asked!r}" if asked else "say which"
    raise UsageError(
        f"{content.name} has {len(items)} items, {why}: --metadata {content.name}#ID. "
        f"There are: {shown}{more}."
    )


def _names(item: Item) -> tuple[str, ...]:
    """What an item can be called by."""
    keys = ("id", "@id", "citation-key", "identifier", "title")
    return tuple(text for key in keys if (text := first_text(item.get(key)))) or ("unnamed",)
