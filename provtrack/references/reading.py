"""An archival reference as printed -> its repository, parts, leaves and credits.

Chooses the grammar of a family and makes the public noun. Parts are what is written: nothing is
corrected or filled in; the lint modules say what is odd. Entry point: `read_reference`.
"""

from provtrack.model.document import Agent
from provtrack.model.reference import ArchivalReference, Leaves, Repository
from provtrack.model.text import Span
from provtrack.references.credits import read_credits
from provtrack.references.families import read_line
from provtrack.references.generic import read_published
from provtrack.references.grammar import Part, Reading, note
from provtrack.references.mark_lint import lint_marks

UNREAD = "unread"
_MOST_CHARACTERS = 10_000  # a longer text is no reference
# Dashes and blanks of print, read as the plain ones; one for one, so that places stay.
_PLAIN = str.maketrans(
    {**dict.fromkeys("‐‑‒―−", "-"), **dict.fromkeys("\xa0\u2007\u2009\u202f", " ")}
)


def read_reference(verbatim: str) -> ArchivalReference:
    """Read the archival references of one line; never fails, never changes a word.

    Returns:
        The first reference, with the further ones of the line in `others`; family "unread",
        without parts, where no grammar fits. Findings are in the order of their place, spans
        count code points of `verbatim`. Time grows with the length of the line.
    """
    if len(verbatim) > _MOST_CHARACTERS:
        message = f"The line has {len(verbatim)} characters: too long to be a reference."
        return ArchivalReference(
            verbatim=verbatim, family=UNREAD, findings=(note("REF004", message),)
        )
    agents, place = read_credits(verbatim)
    plain = verbatim if verbatim.isascii() else verbatim.translate(_PLAIN)
    head = plain[: place.start] if place else plain
    reading = read_line(head) or (read_published(plain) if place else None)
    if reading is None:
        return ArchivalReference(verbatim=verbatim, family=UNREAD, credits=agents)
    return _reference(verbatim, reading, agents)


def _reference(verbatim: str, reading: Reading, agents: tuple[Agent, ...]) -> ArchivalReference:
    """Make the public noun of a reading."""
    found = reading.repository
    findings = (*reading.findings, *lint_marks(verbatim, reading))
    return ArchivalReference(
        verbatim=verbatim,
        family=reading.family,
        repository=Repository(name=verbatim[found.start : found.end], code=found.code)
        if found
        else None,
        parts=tuple((part.name, _printed(verbatim, part)) for part in reading.parts),
        places=tuple(Span(part.start, part.end) for part in reading.parts),
        lost=reading.lost,
        leaves=tuple(Leaves(start=leaf.first, end=leaf.last) for leaf in reading.leaves),
        credits=agents,
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
        others=tuple(_reference(verbatim, other, ()) for other in reading.others),
    )


def _printed(verbatim: str, part: Part) -> str:
    """Give the value of a part with its own dashes and blanks."""
    if verbatim.isascii():
        return part.value
    printed = verbatim[part.start : part.end]
    return printed if printed.translate(_PLAIN) == part.value else part.value
