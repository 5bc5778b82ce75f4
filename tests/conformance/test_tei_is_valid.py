"""The TEI exports, of a collation and of a whole document, against the schema of TEI all."""

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from provtrack.collation import collate
from provtrack.exporters.tei import collation_to_tei
from provtrack.exporters.tei_document import document_to_tei
from provtrack.packing import whole_of
from tests.documents import whole_document
from tests.factories import alignment, bead, compared
from tests.histories import acts, new_store, record_all

pytestmark = pytest.mark.conformance
SCHEMA = (
    Path(__file__).parents[2].parent
    / "shared/conformance/provenance/schemas/tei_all-p5-4.8.0.rng.gz"
)

RUSSIAN = compared("R", "Посол не подписал.", "Он ушёл.", language="ru")
FIRST = compared("E1", "The envoy did not sign.", "He left & wept \x02.")
SECOND = compared("E2", "The envoy signed. He left.", "A toast <was> drunk.")
BEADS = {"E1": alignment(bead((0,), (0,)), bead((1,), (1,)))}
SPLIT = {"E2": alignment(bead((0, 1), (0,)), bead((), (1,)))}


@pytest.fixture(scope="module")
def schema():
    if not SCHEMA.exists():
        pytest.skip("the TEI schema stands beside the project only where it is developed")
    return etree.RelaxNG(etree.fromstring(gzip.decompress(SCHEMA.read_bytes())))


@pytest.mark.parametrize(
    ("base", "witness", "beads"),
    [(RUSSIAN, FIRST, BEADS), (FIRST, SECOND, SPLIT)],
    ids=["two languages", "one language"],
)
def test_a_collation_is_valid_tei(schema, base, witness, beads):
    root = etree.fromstring(collation_to_tei(collate(base, [witness], alignments=beads)))
    assert schema.validate(root), schema.error_log


def test_a_whole_document_is_valid_tei(schema, tmp_path):
    root = etree.fromstring(document_to_tei(whole_document(tmp_path)))
    assert schema.validate(root), schema.error_log


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=st.lists(acts(), max_size=4))
def test_any_document_is_valid_tei(schema, history):
    with new_store() as store:
        record_all(store, history)
        root = etree.fromstring(document_to_tei(whole_of(store.package("oder-1962"))))
    assert schema.validate(root), schema.error_log
