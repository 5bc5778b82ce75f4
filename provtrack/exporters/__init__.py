"""One module per format: data of a comparison or an alignment -> bytes of a file.

Exporters read the data and compute nothing of their own; they write no file themselves.
`COMPARISON_FORMATS` and `ALIGNMENT_FORMATS` name the formats and their functions, so that a new
format is offered by the command line and tested unasked.
"""

from collections.abc import Callable, Mapping

from provtrack.exporters.changes_csv import collation_to_csv
from provtrack.exporters.collation_json import alignment_to_json, collation_to_json
from provtrack.exporters.tmx import alignment_to_tmx
from provtrack.exporters.tsv import alignment_to_tsv
from provtrack.model.alignment import Alignment
from provtrack.model.comparison import Collation, ComparedVersion

AlignmentExporter = Callable[[Alignment, ComparedVersion, ComparedVersion], bytes]
CollationExporter = Callable[[Collation], bytes]

ALIGNMENT_FORMATS: Mapping[str, AlignmentExporter] = {
    "tsv": alignment_to_tsv,
    "json": alignment_to_json,
    "tmx": alignment_to_tmx,
}
COMPARISON_FORMATS: Mapping[str, CollationExporter] = {
    "json": collation_to_json,
    "csv": collation_to_csv,
}
