"""Czech and Slovak archives: fond, svazek (sv.), archivní jednotka (a.j.), bod (b.), karton.

"NA, KSČ-ÚV-02/1, sv. 58, a.j. 125, b. 11". Entry point: `read_czech`.
"""

import re

from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.labelled import Labels, read_labelled

FAMILY = "czech"
_VALUE = r"(?=[\w/.-]*\d)\w+(?:[-/]\w+)*"
_LABELS = Labels(
    family=FAMILY,
    parts=re.compile(
        rf"(?<![\w.])(?:(?:sv|svazek|zv|zväzok)\.?\s*(?P<svazek>{_VALUE})"
        rf"|(?:a\.\s?j|arc?h?\.\s?j|aj|archivní jednotka)\.?\s*(?P<archival_unit>{_VALUE})"
        rf"|(?:b|bod)\.?\s+(?P<point>{_VALUE})"
        rf"|(?:kart|karton|k|krab|krabice|kr|šk|škatuľa)\.?\s+(?P<karton>{_VALUE})"
        rf"|(?:č\.\s?j|čj)\.?\s*(?P<item>[\w./-]+\w)"
        rf"|(?:inv\.\s?č|inv\. č|i\.\s?č)\.?\s*(?P<inventory_number>{_VALUE})"
        rf"|(?:sign|sig)\.?\s*(?P<signature>{_VALUE}|[^,;]+)"
        rf"|(?:obal|ob|složka|sl)\.?\s*(?P<folder>{_VALUE})"
        r"|(?:fond|f)\.?\s+(?P<fond>[^,;]+))"
    ),
    leaves=re.compile(r"(?<![\w.])(?:l|ll|s|str|fol|list|listy|pp?)(?:\.\s*|\s+)(?=\d)"),
    alone=re.compile(
        r"(?<![\w.])(sv|svazek|a\.\s?j|b|bod|k|kart|karton|inv\.\s?č|č\.\s?j|sign)\b\.?"
        r"\s*(?=[,;]|$)"
    ),
)


def read_czech(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a reference after a Czech or Slovak repository; None without one."""
    if named is None or named.family != FAMILY:
        return None
    return read_labelled(head, named, _LABELS, start=named.end)
