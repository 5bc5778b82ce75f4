"""Romanian archives: fond in words, dosar (file), fila (leaf; "f." is a leaf here, not a fond).

"ANIC, fond C.C. al P.C.R. – Cancelarie, dosar 84/1962, f. 4-10". Entry point: `read_romanian`.
"""

import re

from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.labelled import Labels, read_labelled

FAMILY = "romanian"
_VALUE = r"(?=[\w/.-]*\d)\w+(?:[-/]\w+)*"
_LABELS = Labels(
    family=FAMILY,
    parts=re.compile(
        rf"(?<![\w.])(?:(?:dosarul|dosar|dos|ds|file|folder|d)\.?\s*(?:nr\.?\s*|no\.?\s*)?(?P<dosar>{_VALUE})"
        r"|(?:[Ff]ond(?:ul)?|Fund)\s+(?P<fond>[^,;]+)"
        rf"|(?:inv|inventar)\.?\s*(?P<inventory_number>{_VALUE})"
        rf"|(?:vol|volum|volumul)\.?\s*(?P<volume>{_VALUE}|[IVXL]+\b)"
        r"|(?:[Pp]roblema)\s+(?P<problem>[^,;]+))",
        re.IGNORECASE,
    ),
    leaves=re.compile(r"(?<![\w.])(?:f|ff|fila|filele|pp?)(?:\.\s*|\s+)(?=\d)", re.IGNORECASE),
    alone=re.compile(
        r"(?<![\w.])(fond|dosar|dosarul|dos|vol|inv|f|fila)\b\.?\s*(?=[,;]|$)", re.IGNORECASE
    ),
    second="series",
)


def read_romanian(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a reference after a Romanian repository, or one with both fond and dosar."""
    if named is not None and named.family == FAMILY:
        return read_labelled(head, named, _LABELS, start=named.end)
    if named is None and re.search(r"\bdosar\s+\S*\d", head) and re.search(r"\b[Ff]ond", head):
        return read_labelled(head, None, _LABELS, start=0)
    return None
