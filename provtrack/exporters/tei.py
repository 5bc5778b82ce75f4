"""A collation as TEI P5: an apparatus in one language, corresponding paragraphs between two.

In one language each bead is a paragraph with ``app``, ``lem`` and ``rdg`` (Guidelines, ch. 12,
parallel segmentation); an end of paragraph inside it is a ``milestone``; what an editor decided
counts in it and stands in a ``note``. Between languages both
texts stand whole, paragraph by paragraph, tied by ``corresp``. With several witnesses each has a
division of its own, read against the same base.
"""

from lxml import etree

from provtrack.exporters.tei_elements import TEI, add
from provtrack.exporters.xml_text import XML_ID, XML_LANG, append_text, to_bytes
from provtrack.interleaving import BREAK, Stretch, interleave
from provtrack.model.comparison import Collation, ComparedBead, ComparedVersion, Comparison
from provtrack.reviewing import decision_in_words
from provtrack.text.languages import share_language


def collation_to_tei(collation: Collation) -> bytes:
    """Write the whole collation as one TEI document."""
    root = etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}"/>')
    _add_header(root, collation)
    body = add(add(root, "text"), "body")
    for number, comparison in enumerate(collation.witnesses, start=1):
        division = add(body, "div", type="comparison", corresp=f"#base #witness-{number}")
        if comparison.coverage:
            _add_abstract(division, comparison, number)
        elif share_language(collation.base.language, comparison.language):
            division.set(XML_LANG, collation.base.language)
            _add_apparatus(division, collation.base, comparison, number)
        else:
            _add_facing_texts(division, collation.base, comparison, number)
    return to_bytes(root)


def _add_header(root: etree._Element, collation: Collation) -> None:
    """Add the header: title, the list of witnesses with their digests, the method."""
    description = add(add(root, "teiHeader"), "fileDesc")
    title = collation.base.title.text if collation.base.title else collation.base.name
    add(add(description, "titleStmt"), "title", f"{title}: comparison of versions")
    add(add(description, "publicationStmt"), "p", f"Made by {collation.program}.")
    witnesses = add(add(description, "sourceDesc"), "listWit")
    _add_witness(witnesses, collation.base, "base")
    for number, comparison in enumerate(collation.witnesses, start=1):
        _add_witness(witnesses, comparison, f"witness-{number}")
    encoding = add(root[0], "encodingDesc")
    add(encoding, "variantEncoding", method="parallel-segmentation", location="internal")


def _add_witness(parent: etree._Element, version: ComparedVersion, name: str) -> None:
    """Add one entry of the list of witnesses."""
    words = f"{version.name} ({version.language}), sha256 {version.text_sha256}"
    add(parent, "witness", words, n=version.name).set(XML_ID, name)


def _add_apparatus(
    division: etree._Element, base: ComparedVersion, comparison: Comparison, number: int
) -> None:
    """Add one paragraph per bead, with an entry of the apparatus for each change."""
    for bead in comparison.beads:
        paragraph = add(division, "p", n=_numbers(bead))
        if bead.transposed:
            paragraph.set("ana", "#transposed")
        for stretch in interleave(bead, base.paragraphs, comparison.paragraphs):
            if stretch.base == stretch.witness:
                _append_words(paragraph, stretch.base)
            else:
                _add_entry(paragraph, stretch, number)


def _add_entry(paragraph: etree._Element, stretch: Stretch, number: int) -> None:
    """Add the lemma and the reading of one change."""
    entry = add(paragraph, "app")
    if stretch.change is not None:
        entry.set("type", stretch.change.significance_that_counts)
        entry.set("subtype", stretch.change.nature_that_counts)
    _append_words(add(entry, "lem", wit="#base"), stretch.base)
    _append_words(add(entry, "rdg", wit=f"#witness-{number}"), stretch.witness)
    if stretch.change is not None and stretch.change.decision is not None:
        words = decision_in_words(stretch.change)
        add(entry, "note", words, type="decision", subtype=stretch.change.decision.status)


def _append_words(parent: etree._Element, words: str) -> None:
    """Add words; the end of a paragraph becomes a milestone."""
    first, *rest = words.split(BREAK)
    append_text(parent, first)
    for part in rest:
        add(parent, "milestone", unit="paragraph")
        append_text(parent, part)


def _add_facing_texts(
    division: etree._Element, base: ComparedVersion, comparison: Comparison, number: int
) -> None:
    """Add both texts whole, each paragraph pointing to those that answer it."""
    sides: tuple[tuple[ComparedVersion, str, int], ...] = (
        (base, f"base-{number}", 0),
        (comparison, f"witness-{number}-text", 1),
    )
    for version, name, side in sides:
        text = add(division, "div", type="version")
        text.set(XML_LANG, version.language)
        other = sides[1 - side][1]
        for position, words in enumerate(version.paragraphs):
            paragraph = add(text, "p", words)
            paragraph.set(XML_ID, f"{name}-p{position + 1}")
            answers = _answers(comparison.beads, position, side)
            if answers:
                paragraph.set("corresp", " ".join(f"#{other}-p{p + 1}" for p in answers))


def _answers(beads: tuple[ComparedBead, ...], position: int, side: int) -> tuple[int, ...]:
    """Return the positions on the other side that answer a paragraph."""
    for bead in beads:
        sides = (bead.base, bead.witness)
        if position in sides[side]:
            return sides[1 - side]
    return ()


def _add_abstract(division: etree._Element, comparison: Comparison, number: int) -> None:
    """Add the clauses of an abstract, each with the numbers of the paragraphs it rests on."""
    division.set(XML_LANG, comparison.language)
    paragraph = add(division, "p")
    for coverage in comparison.coverage:
        rests = " ".join(str(position + 1) for position in coverage.base)
        segment = add(paragraph, "seg", coverage.clause.text, type="clause")
        segment.set("n", rests or "none")
        segment.tail = " "


def _numbers(bead: ComparedBead) -> str:
    """Name the paragraphs of both sides, counted from 1."""
    sides = (",".join(str(p + 1) for p in side) or "-" for side in (bead.base, bead.witness))
    return ":".join(sides)
