"""Where a citation departs from what is recorded of its document: levels, number in a series.

Entry points: `departures`, `other_levels`, `other_number`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from provtrack.citing.published_forms import same_document
from provtrack.model.citation import CataloguedDocument, Citation, Ground, PublishedForm
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.reference import ArchivalReference

COMPARED = frozenset(
    {"fond", "opis", "papka", "delo", "archival_unit", "file", "lot", "box", "folder", "piece"}
    | {"bestand", "signatur", "zespol", "wiazka", "teczka", "volume"}
)
_HOLDING = {"bestand", "signatur"}  # where one is not read, the other may hold both
Departure = tuple[str, str, str]  # name of a part, as cited, as held
_NO_MATTER = re.compile(r"\s|(?<!\d)[-–]|[-–](?!\d)")  # "R 43-I", "R 43 I"


def departures(cited: ArchivalReference, held: ArchivalReference) -> list[Departure]:
    """List the parts that both references have, and in which they differ."""
    theirs = dict(held.parts)
    both = COMPARED & set(theirs) & {name for name, _ in cited.parts}
    if not (dict(cited.parts).get("volume", "") + theirs.get("volume", "")).isdecimal():
        both -= {"volume"}  # "III" may be 3
    if not both >= _HOLDING:
        both -= _HOLDING
    return [
        (name, value, theirs[name])
        for name, value in cited.parts
        if name in both and folded(value) != folded(theirs[name])
    ]


def folded(value: str) -> str:
    """Write a value without what is no matter: its case, blanks, a hyphen beside a letter."""
    return _NO_MATTER.sub("", value.casefold())


def other_levels(differing: Sequence[Departure]) -> Iterator[Finding]:
    """Say each level that differs from the document's; two that are exchanged are said as one."""
    left = list(differing)
    for one, two in combinations(differing, 2):
        if one in left and two in left and _is_exchanged(one, two):
            left.remove(one)
            left.remove(two)
            message = (
                f"Gives {one[0]} {one[1]} and {two[0]} {two[1]}; the document's reference has the "
                f"two exchanged: {one[0]} {one[2]} and {two[0]} {two[2]}."
            )
            yield _departs(Severity.ERROR, message, one[2], two[2])
    for name, ours, theirs in left:
        message = f"Gives {name} {ours}; the document's reference has {name} {theirs}."
        yield _departs(Severity.ERROR, message, theirs)


def _is_exchanged(one: Departure, two: Departure) -> bool:
    return folded(one[1]) == folded(two[2]) and folded(two[1]) == folded(one[2])


def other_number(citation: Citation, document: CataloguedDocument) -> Iterator[Finding]:
    """Say where years, volume or number in a series are not those of the document.

    Where title and day alone lead to the document, another number may be that of another document
    of the day: that is a warning. What "Ibid." takes over was said where it stands.
    """
    if Ground.CHAIN in citation.grounds or not document.published:
        return
    known = [one for _, one in document.published]
    if any(same_document(cited, one) for cited in citation.work.published for one in known):
        return
    for cited in citation.work.published:
        held = [one for one in known if one.series == cited.series]
        if found := min((_other_names(cited, one) for one in held), key=len, default=[]):
            is_sure = citation.grounds[:1] != (Ground.TITLE_AND_DATE,) or not any(
                name == "document" for name, _, _ in found
            )
            yield _number_departs(cited.series, found, is_sure=is_sure)


def _other_names(cited: PublishedForm, held: PublishedForm) -> list[Departure]:
    """List years, volume and number of the document in which two forms differ."""
    pairs = (
        ("years", _years(cited), _years(held)),
        ("volume", cited.volume, held.volume),
        ("document", cited.number, held.number),
    )
    return [
        (name, ours, theirs) for name, ours, theirs in pairs if ours and theirs and ours != theirs
    ]


def _years(form: PublishedForm) -> str:
    if form.years is None:
        return ""
    return "–".join(str(year) for year in dict.fromkeys(form.years))


def _number_departs(series: str, differing: Sequence[Departure], *, is_sure: bool) -> Finding:
    ours = ", ".join([series, *(_named(name, value) for name, value, _ in differing)])
    theirs = ", ".join([series, *(_named(name, value) for name, _, value in differing)])
    message = f"Gives {ours}; the document stands in {theirs}."
    held = [value for _, _, value in differing]
    if is_sure:
        return _departs(Severity.ERROR, message, *held)
    message += " The number may be wrong, or another document of that day is meant."
    return _departs(Severity.WARNING, message, *held)


def _named(name: str, value: str) -> str:
    return value if name == "years" else f"{name} {value}"


def _departs(severity: Severity, message: str, *suggestions: str) -> Finding:
    return Finding(code="CIT011", severity=severity, message=message, suggestions=suggestions)
