"""The quotations an audit found, as W3C Web Annotations: each links its words to those quoted.

The target is the quotation in the publication; bodies are the passages of the recorded texts where
it is judged to stand, and the verdict. Each place is given by its words and by its code points. A
text is named by its digest (RFC 6920), so that nobody mistakes another text for it.
https://www.w3.org/TR/annotation-model/. Entry point: `audit_to_annotations`.
"""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator

from provtrack.exporters.web_annotation import AROUND, CONTEXT, Form
from provtrack.model.audit import (
    AuditedPublication,
    AuditedQuotation,
    AuditedSource,
    AuditReport,
    SourceWords,
)
from provtrack.model.quotation import Passage
from provtrack.model.text import Span

_SourceKey = tuple[str, str, int, str]  # document, siglum, revision, file


def audit_to_annotations(report: AuditReport) -> bytes:
    """Write an annotation for each quotation, but for those that are none of a source."""
    publications = {one.name: one for one in report.publications}
    sources = {_key(one): one for one in report.sources}
    items = [
        _annotation(one, publications[one.publication], sources)
        for one in report.quotations
        if not one.quotation.ignored
    ]
    names = ", ".join(publications)
    collection: Form = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": f"Quotations in {names}, judged by {report.program or 'provtrack'}",
        "total": len(items),
    }
    if items:
        collection["first"] = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    return (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def _annotation(
    one: AuditedQuotation, publication: AuditedPublication, sources: dict[_SourceKey, AuditedSource]
) -> Form:
    """Make the annotation of a quotation."""
    span = one.quotation.span
    around = SourceWords(
        words=publication.text[span.start : span.end],
        before=publication.text[max(span.start - AROUND, 0) : span.start],
        after=publication.text[span.end :],
    )
    text = _text(publication.text_sha256, publication.name, publication.language)
    bodies = [*_passages(one, sources), *_verdict(one)]
    return {
        "type": "Annotation",
        "motivation": "linking" if one.judgement.passages else "assessing",
        "body": bodies,
        "target": [_place(text, span, around)],
    }


def _passages(one: AuditedQuotation, sources: dict[_SourceKey, AuditedSource]) -> Iterator[Form]:
    """Yield the places in the recorded texts where a quotation stands."""
    for passage, seen in zip(one.judgement.passages, one.seen, strict=False):
        source = sources.get(_key(passage))
        digest = source.text_sha256 if source else ""
        text = _text(digest, passage.file, seen.language)
        text["provtrack:document"] = passage.document
        if passage.siglum:
            text["provtrack:version"] = f"{passage.siglum}@{passage.revision}"
        yield {**_place(text, passage.span, seen), "purpose": "linking"}


def _verdict(one: AuditedQuotation) -> Iterator[Form]:
    """Yield the verdict, and each difference that the publication does not declare."""
    yield _words(one.judgement.verdict, "classifying")
    for change in one.judgement.differences:
        if not change.is_declared:
            yield _words(change.explanation, "assessing")


def _key(one: AuditedSource | Passage) -> _SourceKey:
    return one.document, one.siglum, one.revision, one.file


def _text(digest: str, name: str, language: str) -> Form:
    """Name a text by its digest."""
    text: Form = {"type": "Text", "language": language, "provtrack:file": name}
    if not digest:
        return text
    encoded = urlsafe_b64encode(bytes.fromhex(digest)).decode().rstrip("=")
    return {"id": f"ni:///sha-256;{encoded}", **text, "provtrack:sha256": digest}


def _place(text: Form, span: Span, words: SourceWords) -> Form:
    """Name a span of a text by its words and by its code points."""
    return {
        "type": "SpecificResource",
        "source": text,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": words.words,
                "prefix": words.before[-AROUND:],
                "suffix": words.after[:AROUND],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _words(words: str, purpose: str) -> Form:
    return {"type": "TextualBody", "value": words, "purpose": purpose, "format": "text/plain"}
