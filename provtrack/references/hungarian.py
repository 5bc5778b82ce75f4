"""Hungarian archives: fond (XIX-J-1-j, M-KS 288. f.), doboz (box), őrzési egység (ő.e.).

The label stands after the figure: "103. doboz", "5/283. ő.e.". Entry point: `read_hungarian`.
"""

import re

from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.labelled import Labels, read_labelled

FAMILY = "hungarian"
_FIGURE = r"\d{1,8}(?:[-/]\w{1,12}){0,6}"  # bounded, since the label stands after it
_LABELS = Labels(
    family=FAMILY,
    parts=re.compile(
        r"(?<![\w.])(?:(?P<fond>[IVXLC]+-[A-Z]+(?:-\d+(?:-[a-z]{1,2})?(?![\w]))?)"
        r"(?:-(?P<series>[^,;]+))?"
        r"|(?P<fond_>(?:M-(?:KS|BP)[\s-]+)?(?:f\.?\s+)?\d+)\.?\s*(?:f|fond)\b\.?\s*"
        rf"|(?P<box>{_FIGURE})\.?\s*(?:d|doboz|dob|box|csomó)(?![\w])"
        rf"|(?:box|doboz)\s+(?P<box_>{_FIGURE})"
        rf"|(?P<archival_unit>{_FIGURE})\.?\s*(?:(?:ő|o|ö|õ)\.\s?e|őrzési egység)(?![\w])"
        rf"|(?P<folder>{_FIGURE})\.?\s*(?:t|tétel)(?![\w]))"
    ),
    leaves=re.compile(r"(?<![\w.])(?:o|oldal|fol|l|pp?)\.?\s*(?=\d)"),
    alone=re.compile(r"(?<![\w.])(doboz|ő\.\s?e\.|f\.)\s*(?=[,;]|$)(?<!\d\. doboz)(?!)"),
    second="item",
)


def read_hungarian(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a reference after a Hungarian repository; None without one."""
    if named is None or named.family != FAMILY:
        return None
    return read_labelled(head, named, _LABELS, start=named.end)
