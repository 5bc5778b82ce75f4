"""An alignment as TMX 1.4b, the exchange format of translators' tools.

One translation unit per bead that has both sides; paragraphs of one side are separated by a line
feed; between sentences stands what separates them in the text. What has no counterpart is left out,
since TMX has no place for it. Element order and attributes follow the specification of TMX 1.4b
(LISA OSCAR, 2005). No date is written, though TMX has places for it: the same alignment gives the
same bytes.
"""

from collections.abc import Iterable, Sequence
from importlib import metadata

from lxml import etree

from provtrack.exporters.xml_text import XML_LANG, to_bytes, writable
from provtrack.model.alignment import Alignment, Sentence, SentenceAlignment
from provtrack.model.comparison import ComparedVersion

HEADER = {
    "creationtool": "provtrack",
    "o-tmf": "provtrack",
    "adminlang": "en",
    "datatype": "plaintext",
}


def alignment_to_tmx(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> bytes:
    """Write the beads with both sides as translation units, in the order of the alignment."""
    units = [
        (bead.confidence, (_paragraphs(base, bead.base), _paragraphs(witness, bead.witness)))
        for bead in alignment.beads
    ]
    return _memory(units, (base, witness), segments="paragraph")


def sentences_to_tmx(
    alignment: Alignment,
    sentences: SentenceAlignment,
    base: ComparedVersion,
    witness: ComparedVersion,
) -> bytes:
    """Write the beads of sentences with both sides as translation units, bead by bead."""
    units = [
        (bead.confidence, (_sentences(base, bead.base), _sentences(witness, bead.witness)))
        for inside in sentences.inside
        for bead in inside
    ]
    return _memory(units, (base, witness), segments="sentence")


def _paragraphs(version: ComparedVersion, positions: tuple[int, ...]) -> str:
    return "\n".join(version.paragraphs[position] for position in positions)


def _sentences(version: ComparedVersion, sentences: Sequence[Sentence]) -> str:
    """Give the words of sentences that follow each other, as they are joined in the text."""
    words = ""
    last: Sentence | None = None
    for one in sentences:
        text = version.paragraphs[one.paragraph]
        if last is not None:
            is_next = (last.paragraph, last.number + 1) == (one.paragraph, one.number)
            words += text[last.span.end : one.span.start] if is_next else "\n"
        words += text[one.span.start : one.span.end]
        last = one
    return words


def _memory(
    units: Iterable[tuple[float, tuple[str, str]]],
    versions: tuple[ComparedVersion, ComparedVersion],
    *,
    segments: str,
) -> bytes:
    """Write a translation memory; a unit that lacks a side is counted and left out."""
    root = etree.Element("tmx", version="1.4")
    about = {
        **HEADER,
        "creationtoolversion": _program_version(),
        "segtype": segments,
        "srclang": versions[0].language,
    }
    etree.SubElement(root, "header", about)
    body = etree.SubElement(root, "body")
    for number, (confidence, texts) in enumerate(units, start=1):
        if all(texts):
            unit = etree.SubElement(body, "tu", tuid=str(number))
            etree.SubElement(unit, "prop", type="x-confidence").text = f"{confidence:.4f}"
            for version, text in zip(versions, texts, strict=True):
                variant = etree.SubElement(unit, "tuv", {XML_LANG: version.language})
                etree.SubElement(variant, "seg").text = writable(text)
    etree.indent(root)
    return to_bytes(root, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def _program_version() -> str:
    """Give the version of this program; 0 where it runs from a source tree never installed."""
    try:
        return metadata.version("provtrack")
    except metadata.PackageNotFoundError:
        return "0"
