"""Polish archives: zespół (z.), wiązka (w.), teczka (t.), karta (k.).

"AMSZ, z. 12, w. 2, t. 37, k. 5-9"; "AAN, KC PZPR, XIA/30, k. 113–120". Entry point: `read_polish`.
"""

import re
from dataclasses import replace

from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.labelled import Labels, read_labelled

FAMILY = "polish"
_VALUE = r"(?=[\w/.-]*\d)\w+(?:[-/]\w+)*"
_LABELS = Labels(
    family=FAMILY,
    parts=re.compile(
        rf"(?<![\w.])(?:(?:z|zesp|zespół|zespol)(?:\.\s*|\s+|-)(?P<zespol>{_VALUE}(?=\s*(?:[,;.]|$)))"
        r"|(?:zesp|zespół|zespol)\.?\s+(?P<zespol_>[^\W\d_][^,;]*)"
        rf"|(?:w|wiązka|wiazka|wiąz)(?:\.\s*|\s+|-)(?P<wiazka>{_VALUE})"
        rf"|(?:t|teczka|tecz)(?:\.\s*|\s+|-)(?P<teczka>{_VALUE})"
        rf"|(?:sygn|sygnatura)\.?\s*(?P<signature>(?:[IVXL]+ )?{_VALUE})"
        rf"|(?:p|paczka)\.?\s+(?P<package>{_VALUE})"
        rf"|(?:tom|vol)\.?\s+(?P<volume>{_VALUE}))",
        re.IGNORECASE,
    ),
    leaves=re.compile(r"(?<![\w.])(?:k|kk|karta|karty|K|s|str|l|pp)(?:\.\s*|\s+)(?=\d)"),
    alone=re.compile(
        r"(?<![\w.])(z|zesp|zespół|w|wiązka|t|teczka|sygn|k)\b\.?\s*(?=[,;]|$)", re.IGNORECASE
    ),
    fond="zespol",
    ladder=("zespol", "wiazka", "teczka"),
)
# The Institute of National Remembrance has signatures, and "t." is a volume (tom) of one.
_REMEMBRANCE = replace(
    _LABELS,
    parts=re.compile(rf"(?<![\w.])(?:t|tom|vol)\.?\s+(?P<volume>{_VALUE})", re.IGNORECASE),
    fond="signature",
    second="item",
    ladder=(),
)


def read_polish(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a reference after a Polish repository; None without one."""
    if named is None or named.family != FAMILY:
        return None
    labels = _REMEMBRANCE if named.code == "PL-AIPN" else _LABELS
    return read_labelled(head, named, labels, start=named.end)
