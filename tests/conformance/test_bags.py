"""Bags: our checker on the conformance suite of BagIt, and the checker of others on our bags.

The suite's folders say the verdict. Bags of ``windows-only`` are invalid there only because of
paths that only Windows reads as leading outside; we refuse them everywhere.
"""

from pathlib import Path

import bagit
import pytest

from provtrack.exporters.bag import document_to_bag
from provtrack.exporters.writing import write_folder
from provtrack.importers.bag import check_bag
from provtrack.importers.package_files import read_package_files
from provtrack.model.names import Severity
from provtrack.packing import whole_of
from tests.acts import act, first_act, next_act, store_with, version_files

SUITE = Path(__file__).parents[3] / "shared/conformance/provenance/bagit"
BAGS = sorted({path.parent for path in SUITE.glob("v*/*/*/manifest-*.txt")})
VALID = [bag for bag in BAGS if bag.parent.name == "valid"]
VERDICTS = {
    "valid": set(),
    "warning": {Severity.WARNING},
    "invalid": {Severity.ERROR},
    "windows-only": {Severity.ERROR},
}


@pytest.mark.conformance
@pytest.mark.skipif(not BAGS, reason="the shared conformance data is not here")
@pytest.mark.parametrize("bag", BAGS, ids=lambda bag: "/".join(bag.parts[-3:]))
def test_verdict_on_a_bag_of_the_suite_is_right(bag):
    findings = check_bag(read_package_files(bag))
    worst = sorted({found.severity for found in findings}, key=lambda one: one.rank)[-1:]
    assert set(worst) == VERDICTS[bag.parent.name], [found.message for found in findings]


@pytest.mark.conformance
@pytest.mark.skipif(not BAGS, reason="the shared conformance data is not here")
@pytest.mark.parametrize("bag", VALID, ids=lambda bag: "/".join(bag.parts[-3:]))
def test_payload_file_taken_from_a_valid_bag_is_named(bag):
    files = read_package_files(bag)
    for path in [name for name in files if name.startswith("data/")]:
        found = check_bag({name: content for name, content in files.items() if name != path})
        assert path in {one.place for one in found if one.severity is Severity.ERROR}


def test_our_bag_is_valid_for_others(tmp_path):
    page = {**version_files("R", "Нет."), "texts/R/source/л. 12 об..html": b"<p>"}
    store = store_with(tmp_path, first_act(), next_act(), act(page))
    write_folder(tmp_path / "bag", document_to_bag(whole_of(store.package("oder-1962"))))
    bagit.Bag(str(tmp_path / "bag")).validate()


def test_our_bag_is_valid_for_us(tmp_path):
    page = {**version_files("R", "Нет."), "texts/R/source/100 %.html": b"<p>"}
    store = store_with(tmp_path, first_act(), next_act(), act(page))
    assert check_bag(document_to_bag(whole_of(store.package("oder-1962")))) == ()
