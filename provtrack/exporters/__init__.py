"""One module per format: data of a comparison or an alignment -> bytes of a file.

Exporters read the data and compute nothing of their own; they write no file themselves.
`COMPARISON_FORMATS`, `ALIGNMENT_FORMATS`, `SENTENCE_FORMATS` and `AUDIT_FORMATS` name the formats
and their functions, so that a new format is offered by the command line and tested unasked.
"""

from collections.abc import Callable, Mapping

from provtrack.exporters.audit_annotations import audit_to_annotations
from provtrack.exporters.audit_csv import audit_to_csv
from provtrack.exporters.audit_json import audit_to_json
from provtrack.exporters.audit_sarif import audit_to_sarif
from provtrack.exporters.audit_text import audit_to_text
from provtrack.exporters.changes_csv import collation_to_csv
from provtrack.exporters.collation_json import (
    alignment_to_json,
    collation_to_json,
    sentences_to_json,
)
from provtrack.exporters.comparison_markdown import collation_to_markdown
from provtrack.exporters.tei import collation_to_tei
from provtrack.exporters.tmx import alignment_to_tmx, sentences_to_tmx
from provtrack.exporters.tracked_docx import collation_to_docx
from provtrack.exporters.tsv import alignment_to_tsv, sentences_to_tsv
from provtrack.model.alignment import Alignment, SentenceAlignment
from provtrack.model.audit import AuditReport
from provtrack.model.comparison import Collation, ComparedVersion

AlignmentExporter = Callable[[Alignment, ComparedVersion, ComparedVersion], bytes]
SentenceExporter = Callable[[Alignment, SentenceAlignment, ComparedVersion, ComparedVersion], bytes]
CollationExporter = Callable[[Collation], bytes]
AuditExporter = Callable[[AuditReport], bytes]

ALIGNMENT_FORMATS: Mapping[str, AlignmentExporter] = {
    "tsv": alignment_to_tsv,
    "json": alignment_to_json,
    "tmx": alignment_to_tmx,
}
SENTENCE_FORMATS: Mapping[str, SentenceExporter] = {
    "tsv": sentences_to_tsv,
    "json": sentences_to_json,
    "tmx": sentences_to_tmx,
}
COMPARISON_FORMATS: Mapping[str, CollationExporter] = {
    "json": collation_to_json,
    "csv": collation_to_csv,
    "md": collation_to_markdown,
    "tei": collation_to_tei,
    "docx": collation_to_docx,
}
AUDIT_FORMATS: Mapping[str, AuditExporter] = {
    "text": audit_to_text,
    "json": audit_to_json,
    "sarif": audit_to_sarif,
    "csv": audit_to_csv,
    "web-annotation": audit_to_annotations,
}
