"""German archives: Bundesarchiv, SAPMO, Politisches Archiv, Stasi records.

"BArch, B 136/59748, Bl. 12": the holding (Bestand), a slash, the number of the unit; both are the
signature. Entry point: `read_bundesarchiv`.
"""

import re
from collections.abc import Iterator

from provtrack.model.finding import Finding
from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import FoundRepository, Part, Reading, error, note
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import bare_leaves, find_leaves, segments_of

FAMILY = "bundesarchiv"
_HOLDING = re.compile(
    r"(?:Bestand\s+)?(?P<bestand>[A-Z]{1,4}(?:[- ]?[A-Z])?\s?\d{1,4}[a-z]?(?:-[A-Z\d]+)?)"
)
_UNIT = re.compile(rf"{_HOLDING.pattern}\s?/\s?(?P<unit>[^,;]+?)(?=\s*(?:$|[,;(]|\.\s(?!\d)))")
_VOLUME = re.compile(r"(?:Bd|Band|Vol|Nr)\.?\s*(?P<volume>\d+(?:\s?[A-Za-z])?(?:[-/]\d+)?)")
_ALONE = re.compile(r"\b(?:Bl{1,2}|Bd|Band|Nr)\b\.?(?=\s*(?:[,;]|$))")
_TITLE = re.compile(r"^[^\d]*[^\W\d_]{5}[^\d]*$")  # "Aufzeichnung Kranz": words without a figure
_NUMBERED = re.compile(r"RZ? ?\d{5,6}[a-z]?")  # of the Politisches Archiv: a unit, not a holding
_DATE = re.compile(
    r"(?:(?:vom|v\.|dated)\s+)?\d{1,2}\.?\s?(?:[^\W\d_]{3,9}\.?|\d{1,2}\.)\s?(?:18|19|20)\d\d"
)
_UNIT_LOST = re.compile(rf"{_HOLDING.pattern}\s?/\s*(?=[,;]|$)")
_PLACES = re.compile(
    r"(?:[-\s(]*(?:Koblenz|Berlin|Freiburg|Bonn|Lichterfelde|Bayreuth|im Breisgau|i\. ?Br\.)"
    r"(?![^\W_])[\s)]*)+"
)


def read_bundesarchiv(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a German reference after its repository; None without one."""
    if named is None or named.family != FAMILY:
        return None
    leaves, end = find_leaves(head, named.end)
    is_bare = not leaves
    if is_bare:
        leaves = bare_leaves(head, named.end)
        end = leaves[0].start if leaves else len(head)
    parts = _parts(head, named.end, end)
    if is_bare and leaves and not {"signatur", "volume"} & {part.name for part in parts}:
        # "PA AA, B 130, 4567": a unit comes before its leaves.
        unit = Part("volume", head[end : leaves[0].end], end, leaves[0].end)
        parts, leaves = (*parts, unit), ()
    findings = [*lint_repository(head, named), *lint_ranges(leaves)]
    found = list(_lost(head, named.end))
    findings += [finding for _, finding in found]
    names = {part.name for part in parts}
    findings += lint_figures([part for part in parts if part.name in ("signatur", "volume")])
    if not leaves:
        findings.append(note("REF110", "No leaves are given."))
    elif is_bare:
        at = (leaves[0].start, leaves[-1].end)
        message = f"“{head[slice(*at)]}” has no label; leaves (Bl.) may be meant."
        findings.append(note("REF111", message, at=at, suggestions=("Bl.",)))
    if not parts:
        findings.append(note("REF112", "No holding (Bestand) and number are given."))
    return Reading(
        family=FAMILY,
        repository=named,
        parts=parts,
        leaves=leaves,
        lost=tuple(name for name, _ in found if name not in names),
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )


def _lost(head: str, start: int) -> Iterator[tuple[str, Finding]]:
    """Labels without a value, and a holding with a slash but no number after it."""
    for alone in _ALONE.finditer(head, start):
        name = "leaves" if alone[0].startswith("Bl") else "volume"
        message = f"“{alone[0]}” stands without a value."
        yield name, error("REF112", message, at=alone.span())
    if lost := _UNIT_LOST.search(head, start):
        message = f"No number stands after “{lost[0].strip()}”."
        yield "signatur", error("REF112", message, at=lost.span())


def _parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """Read holding, signature, volume, and the title and date of a document."""
    parts: list[Part] = []
    for first, last in segments_of(text, start, end):
        city = _PLACES.match(text, first, last)
        first = city.end() if city else first
        names = {part.name for part in parts}
        if text[first:last]:
            found = _numbered(text, (first, end), names) or _other(text, (first, last), names)
            parts += [part for part in found if part.name not in names]
    return tuple(parts)


def _numbered(text: str, place: tuple[int, int], names: set[str]) -> list[Part]:
    """Read a holding with the number of a unit after a slash, or one that lost its number."""
    if "signatur" not in names and (unit := _UNIT.match(text, *place)):
        start, end = unit.start("bestand"), unit.end()
        holding = Part("bestand", unit["bestand"], *unit.span("bestand"))
        return [holding, Part("signatur", text[start:end], start, end)]
    if "bestand" not in names and (lost := _UNIT_LOST.match(text, *place)):
        return [Part("bestand", lost["bestand"], *lost.span("bestand"))]
    return []


def _other(text: str, place: tuple[int, int], names: set[str]) -> list[Part]:
    """Read a segment without a slash: volume, holding, date, title, or another signature."""
    first, last = place
    words = text[first:last]
    if not names and _NUMBERED.fullmatch(words):
        return [Part("signatur", words, first, last)]
    if volume := _VOLUME.fullmatch(words):
        return [Part("volume", volume["volume"], first + volume.start("volume"), last)]
    if "bestand" not in names:
        holding = _HOLDING.fullmatch(words)
        start = first + (holding.start("bestand") if holding else 0)
        start += len("Bestand ") if words.startswith("Bestand ") and not holding else 0
        return [Part("bestand", text[start:last], start, last)]
    if _DATE.fullmatch(words):
        return [Part("date", words, first, last)]
    return [Part("document" if _TITLE.search(words) else "signatur", words, first, last)]
