"""provtrack.store: what holds for every history of acts."""

import shutil
import string
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provtrack.errors import ProvtrackError
from provtrack.model.document import Document
from provtrack.model.stored import dump
from provtrack.store.inventory import Inventory, VersionBlock, dump_inventory, load_inventory
from tests.acts import complaints
from tests.histories import acts, new_store, record_all

QUICK = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUICK
@given(history=st.lists(acts(), max_size=6))
def test_every_history_is_valid_for_ocfl_and_verified(history):
    with new_store() as store:
        record_all(store, history)
        assert complaints(store) == []
        assert {finding.code for finding in store.verify()} <= {"STO015"}  # times run backwards


@QUICK
@given(history=st.lists(acts(), min_size=1, max_size=5))
def test_every_state_is_read_again_as_it_was_recorded(history):
    with new_store() as store:
        record_all(store, history)
        expected = {"document.json": dump(Document(id="oder-1962"))}
        for number, act in enumerate(history, 2):
            expected |= {path: new for path, new in act.files.items() if new is not None}
            assert dict(store.history("oder-1962", number=number).files) == expected


@QUICK
@given(data=st.data(), history=st.lists(acts(), min_size=1, max_size=2))
def test_every_flipped_bit_is_found_and_never_a_traceback(data, history):
    with new_store() as store:
        record_all(store, history)
        known = set(store.verify())
        paths = sorted(path for path in store.folder.rglob("*") if path.is_file())
        path = data.draw(st.sampled_from(paths))
        content = bytearray(path.read_bytes())
        bit = data.draw(st.integers(0, max(8 * len(content) - 1, 0)))
        if not content:
            return
        content[bit // 8] ^= 1 << bit % 8
        path.write_bytes(bytes(content))
        found = {finding.place for finding in set(store.verify()) - known}
        place = str(path.relative_to(store.folder))
        assert place in found or place.removesuffix(".sha512") in found


@QUICK
@given(data=st.data(), garbage=st.binary(max_size=200))
def test_garbage_in_any_file_is_found_and_read_with_our_errors_only(data, garbage):
    with new_store() as store:
        record_all(store, [])
        paths = sorted(path for path in store.folder.rglob("*") if path.is_file())
        path = data.draw(st.sampled_from(paths))
        if path.read_bytes() == garbage:
            return
        path.write_bytes(garbage)
        assert store.verify() != []
        with suppress(ProvtrackError):
            dict(store.history("oder-1962").files)


@QUICK
@given(data=st.data())
def test_any_missing_file_is_found(data):
    with new_store() as store:
        record_all(store, [])
        paths = sorted(path for path in store.folder.rglob("*") if path.name != "0=ocfl_1.1")
        path = data.draw(st.sampled_from(paths))
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
        assert store.verify() != [] or store.documents() == []


digests = st.text("0123456789abcdef", min_size=128, max_size=128)
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
logical = st.text(string.ascii_letters + "/.", min_size=1).filter(lambda path: path.strip("/"))


@st.composite
def inventories(draw) -> Inventory:
    """An inventory whose states and manifest speak of the same digests."""
    count = draw(st.integers(1, 4))
    states = [draw(st.dictionaries(logical, digests, min_size=1, max_size=4)) for _ in range(count)]
    used = sorted({digest for state in states for digest in state.values()})
    return Inventory(
        id=draw(words),
        manifest={digest: f"v1/content/{place}" for place, digest in enumerate(used)},
        versions=tuple(
            VersionBlock(
                created=draw(words),
                message=draw(words),
                user=draw(words),
                address=draw(words),
                state=state,
            )
            for state in states
        ),
    )


@QUICK
@given(inventory=inventories())
def test_inventory_read_again_is_the_inventory_written(inventory):
    assert load_inventory(dump_inventory(inventory), place="inventory.json") == inventory


@QUICK
@given(
    content=st.binary(max_size=100)
    | st.text(max_size=100).map(lambda text: text.encode(errors="replace"))
)
def test_inventory_that_is_none_is_refused_in_our_words(content):
    with pytest.raises(ProvtrackError, match=r"inventory\.json"):
        load_inventory(content, place="inventory.json")
