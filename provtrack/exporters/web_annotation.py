"""What people decided and noted on the texts of a document, as W3C Web Annotations.

A pin links paragraphs of two versions, or says that they do not answer each other; a footnote is a
comment at its place. Each place is given twice, so that others find it: by its words with what
stands before and after, and by its code points in the recorded text, whose digest names it. A pin
whose paragraphs are not in the texts any more is left out.
https://www.w3.org/TR/annotation-model/.
Entry point: `document_to_annotations`.
"""

import json
from collections.abc import Iterator, Sequence

from provtrack.aligner.binding import BoundPin, bind
from provtrack.exporters.correspondence import current_alignments
from provtrack.model.document import Note, Version
from provtrack.model.names import PinKind
from provtrack.model.package import WholeDocument
from provtrack.model.text import Paragraph, Span
from provtrack.text.paragraphs import paragraphs_of

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"provtrack": "info:provtrack/terms#"}]
AROUND = 32  # code points of prefix and suffix: enough to tell places apart, short enough to read
VERDICTS = {
    PinKind.MUST_LINK: "These paragraphs answer each other.",
    PinKind.CANNOT_LINK: "These paragraphs do not answer each other.",
    PinKind.LOCKED: "The paragraphs of this version are never joined with each other.",
}
UNANSWERED = "Nothing in the other version answers this paragraph."

Form = dict[str, object]


def document_to_annotations(whole: WholeDocument) -> bytes:
    """Write all annotations of a document as one collection."""
    items = [*_pins(whole), *_notes(whole)]
    root = f"{whole.package.uri}/annotations"
    numbered = [{"id": f"{root}/{n}", **item} for n, item in enumerate(items, start=1)]
    collection: Form = {
        "@context": CONTEXT,
        "id": root,
        "type": "AnnotationCollection",
        "label": f"Pins and notes on {whole.document.title}",
        "total": len(numbered),
    }
    if numbered:
        collection["first"] = {
            "id": f"{root}/page",
            "type": "AnnotationPage",
            "partOf": root,
            "startIndex": 0,
            "items": numbered,
        }
    return (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


class _Text:
    """The text of a version, and how places in it are named."""

    def __init__(self, whole: WholeDocument, siglum: str) -> None:
        self.words = whole.texts[siglum]
        self.paragraphs: Sequence[Paragraph] = paragraphs_of(self.words)
        self._version: Version = next(v for v in whole.versions if v.siglum == siglum)
        self._root = whole.package.uri

    def place(self, span: Span) -> Form:
        """Name a span of the text by its words and by its code points."""
        return {
            "type": "SpecificResource",
            "source": self.source(),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": self.words[span.start : span.end],
                    "prefix": self.words[max(span.start - AROUND, 0) : span.start],
                    "suffix": self.words[span.end : span.end + AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        }

    def source(self) -> Form:
        """Name the text, as in the PROV of the document, with the digest that fixes it."""
        version = self._version
        return {
            "id": f"{self._root}/version/{version.siglum}/{version.revision}",
            "type": "Text",
            "language": version.language,
            "format": "text/plain",
            "provtrack:sha256": version.text_sha256,
        }


def _pins(whole: WholeDocument) -> Iterator[Form]:
    """Yield an annotation for each pin whose paragraphs are there."""
    for base, witness, stored in current_alignments(whole):
        if not stored.pins:
            continue
        texts = (_Text(whole, base), _Text(whole, witness))
        words = [[paragraph.text for paragraph in text.paragraphs] for text in texts]
        for bound in bind(stored.pins, words[0], words[1])[0]:
            yield _pin(bound, texts)


def _pin(bound: BoundPin, texts: tuple[_Text, _Text]) -> Form:
    """Make the annotation of a pin: its paragraphs are the targets, what is decided the body."""
    pin = bound.pin
    is_alone = pin.kind is PinKind.MUST_LINK and not (bound.base and bound.witness)
    if pin.locked is not None:
        targets = [texts[0 if pin.locked == "base" else 1].source()]
    else:
        targets = [
            text.place(text.paragraphs[position].span)
            for text, positions in zip(texts, (bound.base, bound.witness), strict=True)
            for position in positions
        ]
    verdict = UNANSWERED if is_alone else VERDICTS[pin.kind]
    return {
        "type": "Annotation",
        "motivation": "linking" if pin.kind is PinKind.MUST_LINK else "assessing",
        "creator": {"type": "Person", "name": pin.by},
        "created": pin.when,
        "body": [_words(verdict, "assessing"), _words(pin.reason, "describing")],
        "target": targets,
    }


def _notes(whole: WholeDocument) -> Iterator[Form]:
    """Yield an annotation for each footnote and endnote."""
    for version in whole.versions:
        text = _Text(whole, version.siglum)
        for note in whole.notes.get(version.siglum, ()):
            if note.text:
                yield _note(note, text)


def _note(note: Note, text: _Text) -> Form:
    """Make the annotation of a note: a comment on the point where it stands."""
    return {
        "type": "Annotation",
        "motivation": "commenting",
        "body": [_words(f"{note.label} {note.text}".strip(), "commenting")],
        "target": [text.place(Span(note.position, note.position))],
    }


def _words(words: str, purpose: str) -> Form:
    return {"type": "TextualBody", "value": words, "purpose": purpose, "format": "text/plain"}
