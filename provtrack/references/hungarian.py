"""Hungarian archives: fond (XIX-J-1-j, M-KS 288. f.), doboz (box), őrzési egység (ő.e.).

The label stands after the figure: "103. doboz", "5/283. ő.e.". Entry point: `read_hungarian`.
"""

import re
from dataclasses import replace

from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.labelled import Labels, read_labelled

FAMILY = "hungarian"
_FIGURE = r"\d[\dOlIО]{0,8}(?:[-/]\w{1,12}){0,6}"  # bounded, since the label stands after it
_YEAR = r"(?:1[89]|20)\d\d"
_LABELS = Labels(
    family=FAMILY,
    parts=re.compile(
        r"(?<![\w.])(?:(?P<fond>[IVXLC]+-[A-Z]+(?:-[\dlIO]+(?:-[a-z]{1,2})?(?![\w]))?)"
        rf"(?:-(?P<year_>{_YEAR})-(?P<item>[^,;]+)"
        rf"|[\s-](?P<series>[^,;]+?)(?:[\s-](?P<year>{_YEAR}))?(?=\s*(?:[,;(]|$)))?"
        r"|(?P<fond_>(?:M-(?:KS|BP)[\s-]+)?(?:f\.?\s+)?\d+)\.?\s*(?:f|fond)\b\.?\s*"
        rf"|(?P<box>{_FIGURE})\.?\s*(?:d|doboz|dob|box|csomó)(?![\w])"
        rf"|(?:box|doboz)\s+(?P<box_>{_FIGURE})"
        rf"|(?P<archival_unit>{_FIGURE})\.?\s*(?:(?:ő|o|ö|õ)\.\s?e|őe|őrzési egység)(?![\w])"
        rf"|(?P<series_>{_FIGURE})\.?\s*(?:cs|csoport)(?![\w])"
        rf"|(?P<folder>{_FIGURE})\.?\s*(?:t|tétel)(?![\w]))"
    ),
    leaves=re.compile(r"(?<![\w.])(?:o|oldal|fol|l|pp?)(?:\.\s*|\s+)(?=\d)"),
    leaves_before=re.compile(
        r"(?<![\w/.-])(\d+(?:\s?[-–]\s?\d+)?)\.?\s*(?:l|o|old|oldal|lap|fol|pp?)(?![\w])"
    ),
    # The figure is lost before its label: ", . doboz", "f. 5/ ő.e."
    alone=re.compile(
        r"(?:[,;]\s*\.?\s*|/\s*)(doboz|dob|box|csomó|tétel|(?:ő|o|ö|õ)\.\s?e)(?!\w|\s*\d)"
    ),
    second="item",
    odd_fond=re.compile(r"(?<=-)[lIO]+(?=-[a-z]|$)|(?<=\d)[lIO](?=\d|-|$)"),
)
# The archives of the state security call the whole code a signature.
_STATE_SECURITY = replace(_LABELS, fond="signature", odd_fond=None)


def read_hungarian(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a reference after a Hungarian repository; None without one."""
    if named is None or named.family != FAMILY:
        return None
    labels = _STATE_SECURITY if named.code == "HU-ABTL" else _LABELS
    return read_labelled(head, named, labels, start=named.end)
