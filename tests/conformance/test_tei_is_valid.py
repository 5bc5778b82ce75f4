"""The TEI export against the schema of TEI all."""

import gzip
from pathlib import Path

import pytest
from lxml import etree

from provtrack.collation import collate
from provtrack.exporters.tei import collation_to_tei
from tests.factories import alignment, bead, compared

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
