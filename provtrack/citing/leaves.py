"""Leaves and pages that citations give: their numbers, and those that "Ibid., l. 51" has itself.

Entry points: `leaf_numbers`, `page_numbers`, `with_own_leaves`.
"""

import re
from dataclasses import replace

from provtrack.citing.pieces import same_again
from provtrack.model.reference import ArchivalReference
from provtrack.references import read_reference

LONGEST_TAIL = 120  # characters behind "Ibid." in which its leaves stand
_TAIL = re.compile(r"[\s,.;:*_，。]*")


def leaf_numbers(start: str, end: str | None) -> range:
    """Give the numbers of leaves as printed; none for a range that descends."""
    numbers = [int(found[0]) for one in (start, end or start) if (found := re.match(r"\d+", one))]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def page_numbers(start: str, end: str | None) -> range:
    """Give the numbers of pages, whose last may be abbreviated: "258–69"."""
    last = end or start
    return leaf_numbers(start, start[: max(0, len(start) - len(last))] + last)


def with_own_leaves(known: ArchivalReference, text: str) -> ArchivalReference:
    """Put the leaves that a work gives itself to the reference that it goes back to.

    They are read by the grammar of that reference: "Bl. 25" behind one of a German archive. What
    else is odd in it, and its leaves, were looked at where it stands.

    Args:
        text: The words that go back: "Ibid., l. 51".
    """
    end = known.places[-1].end if known.places else len(known.verbatim)
    stem = known.verbatim[:end]
    same = same_again().search(text)
    tail = text[same.end() if same else 0 :][:LONGEST_TAIL]
    whole = f"{stem}, {_TAIL.sub('', tail, count=1)}"
    own = read_reference(whole)
    is_read = own.family == known.family and set(own.parts) <= set(known.parts) and not own.others
    if not is_read:
        return replace(known, leaves=(), findings=())
    findings = [one for one in own.findings if one.start is not None and one.start >= end]
    return replace(
        known,
        leaves=own.leaves,
        findings=tuple(replace(one, start=None, end=None) for one in findings),
    )
