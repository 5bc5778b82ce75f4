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


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("bag-info.txt", lambda text: text + b"Payload-Oxum 3.1\n", "BAG003"),
        ("bag-info.txt", lambda text: text.replace(b"Oxum: ", b"Oxum: 9"), "BAG010"),
        ("bagit.txt", lambda text: text.replace(b"1.0", b"3.0"), "BAG001"),
        ("bagit.txt", lambda text: text.replace(b"UTF-8", b"UTF-9"), "BAG001"),
        ("manifest-sha512.txt", lambda text: text[:100], "BAG003"),
        ("manifest-sha512.txt", lambda text: text.replace(b"data/", b"data/../"), "BAG007"),
        ("manifest-sha512.txt", lambda text: text * 2, "BAG006"),
        ("manifest-md5.txt", lambda text: b"", "BAG009"),
        ("manifest-md4711.txt", lambda text: b"00 data/README.txt\n", "BAG003"),
        ("fetch.txt", lambda text: b"https://example.org/x 3 ../x\n", "BAG007"),
        ("fetch.txt", lambda text: b"https://example.org/x\n", "BAG003"),
        ("fetch.txt", lambda text: b"https://example.org/x 3 data/x\n", "BAG009"),
        ("data/more.txt", lambda text: b"?", "BAG009"),
    ],
)
def test_fault_of_a_bag_is_found_with_its_code(tmp_path, name, change, code):
    whole = whole_of(store_with(tmp_path, first_act()).package("oder-1962"))
    files = document_to_bag(whole)
    files[name] = change(files.get(name, b""))
    found = {one.code for one in check_bag(files) if one.severity is Severity.ERROR}
    assert code in found


def test_bag_without_a_manifest_is_none(tmp_path):
    files = document_to_bag(whole_of(store_with(tmp_path, first_act()).package("oder-1962")))
    del files["manifest-sha512.txt"]
    assert "BAG002" in {one.code for one in check_bag(files)}
