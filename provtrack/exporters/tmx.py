"""An alignment as TMX 1.4b, the exchange format of translators' tools.

One translation unit per bead that has both sides; paragraphs of one side are separated by a line
feed. What has no counterpart is left out, since TMX has no place for it. Element order and
attributes follow the LISA/ETSI specification of TMX 1.4b.
"""

from lxml import etree

from provtrack.model.alignment import Alignment
from provtrack.model.comparison import ComparedVersion

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0 has no way to write these, not even escaped.
UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\ufffd")


def alignment_to_tmx(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> bytes:
    """Write the beads with both sides as translation units, in the order of the alignment."""
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "provtrack",
            "creationtoolversion": "1",
            "segtype": "paragraph",
            "o-tmf": "provtrack",
            "adminlang": "en",
            "srclang": base.language,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for number, bead in enumerate(alignment.beads, start=1):
        if bead.base and bead.witness:
            unit = etree.SubElement(body, "tu", tuid=str(number))
            prop = etree.SubElement(unit, "prop", type="x-confidence")
            prop.text = f"{bead.confidence:.4f}"
            _add_side(unit, base, bead.base)
            _add_side(unit, witness, bead.witness)
    return etree.tostring(
        root,
        xml_declaration=True,
        encoding="UTF-8",
        pretty_print=True,
        doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    )


def _add_side(unit: etree._Element, version: ComparedVersion, positions: tuple[int, ...]) -> None:
    """Add one language's variant of a translation unit."""
    variant = etree.SubElement(unit, "tuv", {XML_LANG: version.language})
    segment = etree.SubElement(variant, "seg")
    text = "\n".join(version.paragraphs[position] for position in positions)
    segment.text = text.translate(UNWRITABLE)
