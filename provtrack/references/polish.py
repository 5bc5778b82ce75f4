"""Polish archives: zespół (z.), wiązka (w.), teczka (t.), karta (k.).

"AMSZ, z. 12, w. 2, t. 37, k. 5-9"; "AAN, KC PZPR, XIA/30, k. 113–120". Entry point: `read_polish`.
"""

import re

from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.labelled import Labels, read_labelled

FAMILY = "polish"
_VALUE = r"(?=[\w/.-]*\d)\w+(?:[-/]\w+)*"
_LABELS = Labels(
    family=FAMILY,
    parts=re.compile(
        rf"(?<![\w.])(?:(?:z|zesp|zespół|zespol|Zespół|Z)(?:\.\s*|\s+|-)(?P<zespol>{_VALUE})"
        rf"|(?:w|wiązka|wiazka|wiąz|W)(?:\.\s*|\s+|-)(?P<wiazka>{_VALUE})"
        rf"|(?:t|teczka|tecz|T)(?:\.\s*|\s+|-)(?P<teczka>{_VALUE})"
        rf"|(?:sygn|sygnatura)\.?\s*(?P<signature>{_VALUE})"
        rf"|(?:p|paczka)\.?\s+(?P<package>{_VALUE})"
        rf"|(?:tom|vol)\.?\s+(?P<volume>{_VALUE}))"
    ),
    leaves=re.compile(r"(?<![\w.])(?:k|kk|karta|karty|K|s|str|l|pp)\.?\s*(?=\d)"),
    alone=re.compile(r"(?<![\w.])(z|w|t|sygn|k)\.\s*(?=[,;]|$)"),
    fond="zespol",
)


def read_polish(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a reference after a Polish repository; None without one."""
    if named is None or named.family != FAMILY:
        return None
    return read_labelled(head, named, _LABELS, start=named.end)
