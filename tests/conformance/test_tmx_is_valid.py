"""The TMX export against the document type definition of TMX 1.4.

The definition is not ours and not part of the project. OmegaT, a translators' tool, has it in its
jar file: Debian's package `omegat` puts that where the test finds it, or name it in OMEGAT_JAR.
"""

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from provtrack.exporters.tmx import alignment_to_tmx
from tests.factories import alignment, bead, compared

pytestmark = pytest.mark.conformance
INSTALLED = "/usr/share/omegat/OmegaT.jar"
MEMBER = "schemas/tmx14.dtd"

RUSSIAN = compared("R", "Посол не подписал.", "Он ушёл.", language="ru")
CHINESE = compared("C", "大使没有签字。", "他走了。\x02", language="zh-Hant")
BEADS = alignment(bead((0,), (0,), 0.1234), bead((1,), (1,)))
SPLIT = alignment(bead((0, 1), (0,)), bead((), (1,)))


@pytest.fixture(scope="module")
def definition():
    jar = Path(os.environ.get("OMEGAT_JAR", INSTALLED))
    if not zipfile.is_zipfile(jar):
        pytest.skip("OmegaT, which has the definition of TMX, is not installed")
    with zipfile.ZipFile(jar) as members:
        return etree.DTD(io.BytesIO(members.read(MEMBER)))


@pytest.mark.parametrize("beads", [BEADS, SPLIT, alignment()], ids=["pairs", "split", "none"])
@pytest.mark.parametrize("witness", [CHINESE, RUSSIAN], ids=["two languages", "one language"])
def test_a_translation_memory_is_valid(definition, beads, witness):
    root = etree.fromstring(alignment_to_tmx(beads, RUSSIAN, witness))
    assert definition.validate(root), definition.error_log


def test_the_definition_refuses_a_unit_without_language(definition):
    root = etree.fromstring(alignment_to_tmx(BEADS, RUSSIAN, CHINESE))
    for variant in root.iter("tuv"):
        variant.attrib.clear()
    assert not definition.validate(root)
