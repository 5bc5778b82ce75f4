"""An alignment as TMX 1.4b, the exchange format of translators' tools.

One translation unit per bead that has both sides; paragraphs of one side are separated by a line
feed; between sentences stands what separates them in the text. What has no counterpart is left out,
since TMX has no place for it. Element order and attributes follow the specification of TMX 1.4b
(LISA OSCAR, 2005). No date is written, though TMX has places for it: the same alignment gives the
same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata

from lxml import etree

from provtrack.exporters.correspondence import current_alignments
from provtrack.exporters.xml_text import XML_LANG, to_bytes, writable
from provtrack.model.alignment import Alignment, Sentence, SentenceAlignment
from provtrack.model.comparison import ComparedVersion
from provtrack.model.package import WholeDocument
from provtrack.text.paragraphs import paragraphs_of

ANY_LANGUAGE = "*all*"  # what TMX says where units have different source languages
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
    units = _units_of(alignment, base, witness)
    return _memory(units, source_language=base.language, segments="paragraph")


def document_to_tmx(whole: WholeDocument) -> bytes:
    """Write every pair of versions whose alignment is recorded, pair by pair."""
    units = list(_units_of_pairs(whole))
    return _memory(units, source_language=ANY_LANGUAGE, segments="paragraph")


def sentences_to_tmx(
    alignment: Alignment,
    sentences: SentenceAlignment,
    base: ComparedVersion,
    witness: ComparedVersion,
) -> bytes:
    """Write the beads of sentences with both sides as translation units, bead by bead."""
    units = [
        _Unit(
            confidence=bead.confidence,
            languages=(base.language, witness.language),
            texts=(_sentences(base, bead.base), _sentences(witness, bead.witness)),
        )
        for inside in sentences.inside
        for bead in inside
    ]
    return _memory(units, source_language=base.language, segments="sentence")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """What answers each other, with the languages; a side may be empty."""

    confidence: float
    languages: tuple[str, str]
    texts: tuple[str, str]
    pair: str = ""


def _units_of(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> Iterator[_Unit]:
    """Yield the beads of an alignment."""
    for bead in alignment.beads:
        yield _Unit(
            confidence=bead.confidence,
            languages=(base.language, witness.language),
            texts=(
                _joined(base.paragraphs, bead.base),
                _joined(witness.paragraphs, bead.witness),
            ),
        )


def _units_of_pairs(whole: WholeDocument) -> Iterator[_Unit]:
    """Yield the beads of every recorded alignment of the texts as they are."""
    languages = {version.siglum: version.language for version in whole.versions}
    texts = {
        siglum: [paragraph.text for paragraph in paragraphs_of(text)]
        for siglum, text in whole.texts.items()
    }
    for base, witness, stored in current_alignments(whole):
        for bead in stored.alignment.beads:
            yield _Unit(
                confidence=bead.confidence,
                languages=(languages[base], languages[witness]),
                texts=(_joined(texts[base], bead.base), _joined(texts[witness], bead.witness)),
                pair=f"{stored.base}--{stored.witness}",
            )


def _joined(paragraphs: Sequence[str], positions: tuple[int, ...]) -> str:
    return "\n".join(paragraphs[position] for position in positions)


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


def _memory(units: Iterable[_Unit], *, source_language: str, segments: str) -> bytes:
    """Write a translation memory; a unit that lacks a side is counted and left out."""
    root = etree.Element("tmx", version="1.4")
    about = {
        **HEADER,
        "creationtoolversion": _program_version(),
        "segtype": segments,
        "srclang": source_language,
    }
    etree.SubElement(root, "header", about)
    body = etree.SubElement(root, "body")
    for number, one in enumerate(units, start=1):
        if all(one.texts):
            unit = etree.SubElement(body, "tu", tuid=str(number))
            if one.pair:
                etree.SubElement(unit, "prop", type="x-pair").text = one.pair
            etree.SubElement(unit, "prop", type="x-confidence").text = f"{one.confidence:.4f}"
            for language, text in zip(one.languages, one.texts, strict=True):
                variant = etree.SubElement(unit, "tuv", {XML_LANG: language})
                etree.SubElement(variant, "seg").text = writable(text)
    etree.indent(root)
    return to_bytes(root, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def _program_version() -> str:
    """Give the version of this program; 0 where it runs from a source tree never installed."""
    try:
        return metadata.version("provtrack")
    except metadata.PackageNotFoundError:
        return "0"
