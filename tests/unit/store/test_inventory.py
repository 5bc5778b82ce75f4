"""provtrack.store.inventory: which inventories are read, and which refused."""

import json

import pytest

from provtrack.errors import FormatError, NewerFormatError
from provtrack.store.inventory import (
    Inventory,
    VersionBlock,
    digest_of,
    dump_inventory,
    load_inventory,
)

TEXT, EVENT = digest_of(b"text"), digest_of(b"event")
INVENTORY = Inventory(
    id="info:provtrack/oder-1962",
    manifest={EVENT: "v1/content/event.json", TEXT: "v1/content/texts/E1/text.txt"},
    versions=(
        VersionBlock(
            created="2024-05-31T09:15:00Z",
            message="record E1@1",
            user="A. Editor",
            address="info:provtrack/agent/A.%20Editor",
            state={"event.json": EVENT, "texts/E1/text.txt": TEXT},
        ),
    ),
)


def changed(**fields) -> bytes:
    """Write the inventory with other top-level fields."""
    return json.dumps({**json.loads(dump_inventory(INVENTORY)), **fields}).encode()


def test_inventory_has_one_line_for_each_entry():
    lines = dump_inventory(INVENTORY).decode().splitlines()
    assert len(lines) == 9
    assert max(len(line) for line in lines if line.startswith('"v1"')) < 700


def test_order_of_the_entries_does_not_matter_for_reading():
    fields = json.loads(dump_inventory(INVENTORY))
    backwards = json.dumps(dict(reversed(fields.items()))).encode()
    assert load_inventory(backwards, place="it") == INVENTORY


@pytest.mark.parametrize(
    "path",
    [
        "../outside.txt",
        "v1/content/../../outside.txt",
        "v1/content/./text.txt",
        "v1/content//text.txt",
        "v1/content/text.txt/",
        "v1/content",
        "v1/other/text.txt",
        "v0/content/text.txt",
        "v01/content/text.txt",
        "v2/content/text.txt",
        "/v1/content/text.txt",
        "v1/content/a\\b.txt",
        "v1/content/a\0b.txt",
        "",
    ],
)
def test_content_path_that_leaves_its_recording_is_refused(path):
    manifest = {EVENT: ["v1/content/event.json"], TEXT: [path]}
    with pytest.raises(FormatError, match="is not an inventory provtrack wrote"):
        load_inventory(changed(manifest=manifest), place="it")


@pytest.mark.parametrize(
    "fields",
    [
        {"head": "v2"},
        {"versions": {}},
        {"versions": {"v2": {}}},
        {"versions": []},
        {"manifest": {}},
        {"manifest": {TEXT: "v1/content/text.txt"}},
        {"manifest": {"abc": ["v1/content/text.txt"]}},
        {"digestAlgorithm": "md5"},
        {"digestAlgorithm": "sha256"},
        {"contentDirectory": "../.."},
        {"type": "https://ocfl.io/1.0/spec/#inventory"},
        {"id": ""},
        {"id": 5},
    ],
)
def test_inventory_that_is_not_of_our_form_is_refused(fields):
    with pytest.raises(FormatError, match="is not an inventory provtrack wrote"):
        load_inventory(changed(**fields), place="it")


def test_state_that_names_a_path_twice_is_refused():
    block = json.loads(dump_inventory(INVENTORY))["versions"]["v1"]
    block["state"] = {TEXT: ["text.txt"], EVENT: ["text.txt"]}
    with pytest.raises(FormatError, match=r"has the path 'text\.txt' twice"):
        load_inventory(changed(versions={"v1": block}), place="it")


def test_state_whose_paths_are_no_list_is_refused():
    block = json.loads(dump_inventory(INVENTORY))["versions"]["v1"]
    block["state"] = {TEXT: "text.txt", EVENT: ["event.json"]}
    with pytest.raises(FormatError, match="is no list of paths"):
        load_inventory(changed(versions={"v1": block}), place="it")


def test_inventory_of_a_later_ocfl_is_refused():
    with pytest.raises(NewerFormatError, match=r"is of OCFL 2\.0"):
        load_inventory(changed(type="https://ocfl.io/2.0/spec/#inventory"), place="it")


def test_earlier_inventory_is_part_of_the_newest():
    assert INVENTORY.upto(1) == INVENTORY
