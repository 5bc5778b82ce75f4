"""A whole document as TEI P5: every version a text of its own, with notes, tied by ``corresp``.

The header (`tei_document_header`) has the archival reference verbatim, the versions as witnesses
and the events as changes. A line end inside a paragraph is ``lb``, a leaf ``milestone``, a page
``pb``. Characters that XML cannot hold are written as U+FFFD; the recorded text is in the package.
Guidelines: https://tei-c.org/guidelines/p5/, chapters 2, 4, 10, 17. Entry point:
`document_to_tei`.
"""

from collections.abc import Mapping, Sequence

from lxml import etree

from provtrack.exporters.correspondence import Place, answers_of
from provtrack.exporters.tei_document_header import add_header, witness_id
from provtrack.exporters.tei_elements import TEI, add
from provtrack.exporters.xml_text import XML_ID, XML_LANG, append_text, to_bytes
from provtrack.model.document import Note, Version
from provtrack.model.package import WholeDocument
from provtrack.model.text import Paragraph
from provtrack.text.paragraphs import paragraphs_of

NOTE_PLACES = {"footnote": "foot", "endnote": "end"}


def document_to_tei(whole: WholeDocument) -> bytes:
    """Write a document as one TEI file."""
    root = etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}"/>')
    add_header(root, whole)
    text = add(root, "text")
    if not whole.versions:
        add(add(text, "body"), "p")
        return to_bytes(root)
    group = add(text, "group")
    answers = answers_of(whole)
    for version in whole.versions:
        _add_version(group, whole, version, answers)
    return to_bytes(root)


def _add_version(
    group: etree._Element,
    whole: WholeDocument,
    version: Version,
    answers: Mapping[Place, tuple[Place, ...]],
) -> None:
    """Add the text of a version, paragraph by paragraph."""
    siglum = version.siglum
    text = add(group, "text", type=version.kind, decls=f"#{witness_id(siglum)}")
    text.set(XML_LANG, version.language)
    text.set("n", siglum)
    body = add(text, "body")
    paragraphs = paragraphs_of(whole.texts[siglum])
    notes = _by_paragraph(whole.notes.get(siglum, ()), paragraphs)
    if not paragraphs:
        add(body, "p")
    for paragraph in paragraphs:
        element = add(body, "p", n=str(paragraph.position + 1))
        element.set(XML_ID, _paragraph_id((siglum, paragraph.position)))
        found = answers.get((siglum, paragraph.position), ())
        if found:
            element.set("corresp", " ".join(f"#{_paragraph_id(place)}" for place in found))
        _fill(element, paragraph, notes[paragraph.position])
    for parent in (group, text, body):
        _one_line_each(parent)


def _one_line_each(parent: etree._Element) -> None:
    """Put each child on a line of its own, without touching what is in it."""
    parent.text = "\n"
    for child in parent:
        child.tail = "\n"


def _paragraph_id(place: Place) -> str:
    """Name a paragraph; an XML name may not begin with a figure, as a siglum may."""
    return f"text-{place[0]}-p{place[1] + 1}"


def _by_paragraph(notes: Sequence[Note], paragraphs: Sequence[Paragraph]) -> list[list[Note]]:
    """Give each paragraph the notes that stand in it, or between it and the one before it; those
    after the last stand in the last."""
    found: list[list[Note]] = [[] for _ in paragraphs]
    for note in notes if paragraphs else ():
        after = (p.position for p in paragraphs if note.position <= p.span.end)
        found[next(after, len(paragraphs) - 1)].append(note)
    return found


def _fill(element: etree._Element, paragraph: Paragraph, notes: Sequence[Note]) -> None:
    """Write the words of a paragraph, with each note at its place."""
    start = 0
    for note in notes:
        place = min(max(note.position - paragraph.span.start, start), len(paragraph.text))
        _add_words(element, paragraph.text[start:place])
        _add_note(element, note)
        start = place
    _add_words(element, paragraph.text[start:])


def _add_words(element: etree._Element, words: str) -> None:
    """Add words; the end of a line becomes ``lb``."""
    first, *rest = words.split("\n")
    append_text(element, first)
    for line in rest:
        add(element, "lb")
        append_text(element, line)


def _add_note(element: etree._Element, note: Note) -> None:
    """Add a note, or the break or gap it stands for."""
    label = {"n": note.label} if note.label else {}
    if note.kind in NOTE_PLACES:
        _add_words(add(element, "note", place=NOTE_PLACES[note.kind], **label), note.text)
    elif note.kind == "page":
        add(element, "pb", **label)
    elif note.kind == "omission":
        add(element, "gap", reason="omitted", **label)
    else:
        add(element, "milestone", unit=note.kind, **label)
