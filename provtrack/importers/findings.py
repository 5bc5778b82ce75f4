"""The codes of what importers say of a file, each with its severity.

A code keeps its meaning for ever; it may be retired, never reused.
They are listed in docs/reference/finding-codes.md.
"""

from collections.abc import Mapping

from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.text.plurals import counted

SEVERITIES = {
    "IMP101": Severity.NOTE,  # the character set was detected, not declared
    "IMP102": Severity.WARNING,  # the declared character set is not the one of the bytes
    "IMP103": Severity.WARNING,  # a replacement character stands in the file itself
    "IMP104": Severity.WARNING,  # control characters in what the file says of itself were replaced
    "IMP201": Severity.NOTE,  # parts of a page that are not the text were left out
    "IMP202": Severity.NOTE,  # tracked changes: the final view was taken
    "IMP203": Severity.NOTE,  # a choice of the edition: the reading of the source was taken
    "IMP204": Severity.WARNING,  # something that may carry words was not read
    "IMP205": Severity.WARNING,  # a note has no place, or a place no note
    "IMP206": Severity.NOTE,  # the file says something of itself that is not taken as provenance
    "IMP207": Severity.WARNING,  # deletions or gaps of the source are marked
    "IMP208": Severity.NOTE,  # links of a page were read as references to notes
    "IMP209": Severity.NOTE,  # lines of pages were joined: divided words, paragraphs over pages
    "IMP210": Severity.WARNING,  # the order in which a page is to be read is not stated
    "IMP211": Severity.NOTE,  # radicals of a font were given as the characters they stand for
    "IMP301": Severity.WARNING,  # a heading is printed without a value
    "IMP302": Severity.WARNING,  # something that such pages have is not on this one
    "IMP303": Severity.WARNING,  # printed words could not be read (a date, a language)
    "IMP304": Severity.NOTE,  # told from the structure, not from a heading
    "IMP306": Severity.NOTE,  # a paragraph of the text may be an abstract
    "IMP307": Severity.NOTE,  # a page of the form of an archive that it does not name
    "IMP305": Severity.WARNING,  # the text ends or begins as an excerpt does
}


def found(code: str, message: str, *, place: str = "") -> Finding:
    """Make the finding of a published code."""
    return Finding(code=code, severity=SEVERITIES[code], message=message, place=place)


def tracked_changes(*, inserted: int, deleted: int) -> tuple[Finding, ...]:
    """Say that the final view of a file with tracked changes was taken; nothing where none are."""
    if not inserted and not deleted:
        return ()
    said = (
        f"Tracked changes: {counted(inserted, 'insertion')} accepted and "
        f"{counted(deleted, 'deletion')} carried out; the earlier wording is in the file."
    )
    return (found("IMP202", said),)


def unread(counts: Mapping[str, int]) -> tuple[Finding, ...]:
    """Say what was not read but for its text; the names are in the singular."""
    what = ", ".join(counted(count, name) for name, count in sorted(counts.items()) if count)
    return (found("IMP204", f"Not read but for their text: {what}."),) if what else ()
