"""What every grammar gives: the parts it found in a line, with their places.

Nouns of this package only; `reading` makes the public `ArchivalReference` of them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from provtrack.model.finding import Finding
from provtrack.model.names import Severity

PLACE = "archival reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRepository:
    """A repository named in a line, at [start, end).

    Attributes:
        code: Ours, or None if the name is not in the list.
        family: The grammar its references are written in; "" if it tells none.
        now: The present name, where the one printed is no longer in use.
        others: Codes of other repositories that use the same acronym.
        is_distant: Only resembles the known name (a misprint).
        optional: Levels that its references may leave out between others.
    """

    code: str | None
    start: int
    end: int
    family: str = ""
    now: str | None = None
    others: tuple[str, ...] = ()
    is_distant: bool = False
    optional: tuple[str, ...] = ()


class Part(NamedTuple):
    """A named part at [start, end) of the line, as written."""

    name: str
    value: str
    start: int
    end: int


class LeafRange(NamedTuple):
    """Leaves at [start, end) of the line; `last` is None for a single leaf."""

    first: str
    last: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reference read from a line.

    Attributes:
        lost: Names of parts whose label stands without a value.
    """

    family: str
    repository: FoundRepository | None = None
    parts: tuple[Part, ...] = ()
    leaves: tuple[LeafRange, ...] = ()
    lost: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    others: tuple["Reading", ...] = ()


def note(
    code: str,
    message: str,
    *,
    at: tuple[int, int] | None = None,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    """Make a finding about what is absent or of unusual form."""
    return _finding(code, Severity.NOTE, message, at, suggestions)


def warning(
    code: str,
    message: str,
    *,
    at: tuple[int, int] | None = None,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    """Make a finding about what may be damage."""
    return _finding(code, Severity.WARNING, message, at, suggestions)


def error(
    code: str,
    message: str,
    *,
    at: tuple[int, int] | None = None,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    """Make a finding about damage that shows in the line itself."""
    return _finding(code, Severity.ERROR, message, at, suggestions)


def _finding(
    code: str,
    severity: Severity,
    message: str,
    at: tuple[int, int] | None,
    suggestions: tuple[str, ...],
) -> Finding:
    start, end = at or (None, None)
    return Finding(
        code=code,
        severity=severity,
        message=message,
        place=PLACE,
        start=start,
        end=end,
        suggestions=suggestions,
    )
