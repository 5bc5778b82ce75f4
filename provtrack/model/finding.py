"""Findings: what a check says, with its code, severity and place."""

from dataclasses import dataclass

from provtrack.model.names import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One outcome of a check.

    Attributes:
        code: Published code, for example "REF101"; keeps its meaning for ever.
        message: One sentence for an editor.
        place: What it speaks of: a path, a field, a version; may be empty.
        start, end: Code points of the text it speaks of, if it speaks of a part of one.
        suggestions: What might have been meant; never applied.
    """

    code: str
    severity: Severity
    message: str
    place: str = ""
    start: int | None = None
    end: int | None = None
    suggestions: tuple[str, ...] = ()
