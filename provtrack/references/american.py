"""Parts of references to American archives: record group, entry, lot, box, folder, files.

Shared by the grammars of NARA and of the source notes of FRUS. Values are as written, without
their labels. Entry points: `find_parts`, `lost_parts`, `lint_parts`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.finding import Finding
from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import Part, error, warning

_DASH = "[-–—]"
# A decimal file: class, point, country or subject, slash, month-dayyear: 611.93/8–1155. With a
# comma for the point or a blank for the dash it is misprinted, and flagged.
DECIMAL = (
    r"(?<![\w/.–-])(?=[OlIS]{0,2}\d)[\dOlIS]{3}[A-Za-z]{0,2}(?:[.,]\s?\w+)?"
    rf"(?:{_DASH}\s?[A-Z][A-Za-z.]*|\s[A-Z][A-Za-z.]*(?:,\s[A-Z][a-z]+)?)*"
    rf"/\d{{1,2}}(?:{_DASH}|\s)(?=[OlIS]?\d)[\dOlIS]{{2,4}}(?!\w)"
)
_SUBJECT = (
    r"Central (?:Foreign Policy )?[Ff]iles?(?:,? 19\d\d(?:[-–]\d{2,4})?)?,? "
    r"([A-Z]{2,5}(?:[-–][A-Z]+| ?\([A-Z]+\))*(?: ?\d+(?:[-–]\d+)?)?(?: [^,;.]+)?)(?=[.,;]|$)"
)
_CENTRAL = re.compile(_SUBJECT)
_PARTS = re.compile(
    r"\b(?:RG|R\.G\.|Records? Group)\s*(?:\(RG\)\s*)?"
    r"(?P<record_group>\d{1,3}[A-Z]?|[OIlS\d]{1,3})\b"
    r"|\b[Ee]ntry\s*(?:No\.\s*)?"
    r"(?P<entry>(?:A1[ -](?=\d))?(?:[A-Z]{1,4}[ -]?)?\d+[A-Z]*(?:-[A-Z\d]+)?)\b"
    r"|\bLots?\b(?:\s+Files?)?(?:\s+No\.)?\s*"
    rf"(?P<lot>[A-Z]{{0,2}}\d{{2}}\s?[-–]?\s?[A-Z]{{1,2}}\s?[-–]?\s?\d+[A-Z]?|\d+(?:(?:{_DASH}|\s)\d+)*)\b"
    r"|\bFRC\s*(?:No\.\s*)?(?P<frc>\d+(?:[-– ]?(?:\d+|[A-Z]+(?![A-Za-z])))+)"
    r"|\b(?:Job|Acc\.|Accession)(?:\s?No\.|[:\s])?\s*"
    r"(?P<job>[-–]?\d+[-–/ ]?(?:[A-Z][-– ]?)?(?:\d+[A-Z]?)?)\b"
    r"|\b(?:Box|box)(?:es)?\s*(?:No\.\s*)?"
    rf"(?P<box>(?:[A-Z]{{1,4}}[ –-]){{0,2}}[Ol]?\d+(?:[A-Za-z]\d*)?(?:{_DASH}\d+)?)(?!\w)"
    r"|\b(?:Folder|folder)\s*(?:No\.\s*)?#?(?P<folder>\d+[A-Z]?|[\"“][^\"”]+[\"”]"
    r"|[A-Z](?:[^\W_]|[’'&-]|\s(?![a-z]{3})){2,40}(?=[,;.]|$))"
    rf"|(?P<decimal_file>{DECIMAL})"
)
_SERIES = re.compile(
    r"(?<=[,:] )(?P<series>(?!Lot\b|Box\b|RG\b)[^,:;]*?\b"
    r"(?:Files?|Papers|Records|Series|Collection)\b)(?=\s*(?:[,:;.]|$|\d{4}))"
)
_LABEL_ALONE = re.compile(
    r"(?:\b(Lot|Box|RG|Record Group|Entry)|(?<=[,;] )(Folder))\b\.?\s*(?=[,;]|$)"
)
_NAMES_OF_LABELS = {
    "Lot": "lot",
    "Box": "box",
    "RG": "record_group",
    "Record Group": "record_group",
    "Entry": "entry",
    "Folder": "folder",
}
_SHAPE_OF_LOT = re.compile(
    rf"[A-Z]{{0,2}}\d\d\s?[-–]?\s?[A-Z]{{1,2}}\s?[-–]?\s?\d+[A-Z]?|\d\d{_DASH}\d\d{_DASH}\d+"
)
_CODE_DATE = re.compile(r"(\d{1,2})[-–—](\d{1,2})?(\d\d)")  # month, day, year; the day may lack


def find_parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """Find the parts in text[start:end], the first of each name, in the order written."""
    found: dict[str, Part] = {}
    for match in _PARTS.finditer(text, start, end):
        name = match.lastgroup or ""
        if name not in found:
            found[name] = Part(name, match[name], match.start(name), match.end(name))
    if "decimal_file" not in found and (subject := _CENTRAL.search(text, start, end)):
        found["file"] = Part("file", subject[1].rstrip(), subject.start(1), subject.end(1))
    if series := _SERIES.search(text, start, end):
        found["series"] = Part("series", series["series"], *series.span("series"))
    return tuple(sorted(found.values(), key=lambda part: part.start))


def lint_parts(text: str, parts: Sequence[Part], end: int) -> Iterator[Finding]:
    """Say which values are not of the usual shape, and which labels stand without one."""
    for part in parts:
        at = (part.start, part.end)
        if part.name == "lot" and not _SHAPE_OF_LOT.fullmatch(part.value):
            message = f"“{part.value}” has not the shape of a lot number (64 D 199)."
            yield warning("REF114", message, at=at)
        elif part.name == "decimal_file":
            yield from _decimal(part)
        elif part.name in ("box", "entry"):
            yield from lint_figures([part])
        elif part.name == "record_group" and not re.fullmatch(r"\d+[A-HJ-NP-RT-Z]?", part.value):
            message = f"“{part.value}” has a letter where a figure is expected."
            yield error("REF120", message, at=at)
    for label in _LABEL_ALONE.finditer(text, 0, end):
        message = f"“{label[label.lastindex or 1]}” stands without a value."
        yield error("REF112", message, at=label.span(label.lastindex or 1))


def lost_parts(text: str, start: int, end: int) -> tuple[str, ...]:
    """Name the parts whose label stands without a value in text[start:end]."""
    found = _LABEL_ALONE.finditer(text, start, end)
    names = (_NAMES_OF_LABELS[label[label.lastindex or 1]] for label in found)
    return tuple(dict.fromkeys(names))


def _decimal(part: Part) -> Iterator[Finding]:
    """A decimal file that is misprinted: 788,00/10–1158."""
    stem, _, tail = part.value.rpartition("/")
    if re.match(r"\d{3}[A-Z]*,", stem) or re.search(r"\d\s\d", tail):
        message = f"“{part.value}” has not the shape of a decimal file (611.93/8–1155)."
        yield warning("REF114", message, at=(part.start, part.end))
    elif re.search(r"\.\d*O+\d*$|\.O", stem):
        message = f"“{part.value}” has a letter O where a nought is expected."
        yield error("REF120", message, at=(part.start, part.end))
    elif re.search("[OlIS]", stem[:3]) or re.search("[OlIS]", tail):
        message = f"“{part.value}” has a letter where a figure is expected."
        yield error("REF120", message, at=(part.start, part.end))
    elif (date := _CODE_DATE.fullmatch(tail)) and not _is_day(date):
        message = f"“{part.value}” should end in a date (month-day and year): {tail} is none."
        yield warning("REF114", message, at=(part.start, part.end))


def _is_day(date: re.Match[str]) -> bool:
    return 1 <= int(date[1]) <= 12 and 1 <= int(date[2] or 1) <= 31
