"""Resolve works that go back to works before them: "Ibid.", "op. cit.", "note 4".

What fits several documents is left open, and they are named. Entry points: `as_before`,
`as_named_earlier`, `as_named_in_note`, `as_in_note`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from provtrack.citing.before import Before, Catalogue
from provtrack.citing.bibliography import BIBLIOGRAPHY
from provtrack.citing.leaves import page_numbers, with_own_leaves
from provtrack.citing.published_forms import number_after, volume_after
from provtrack.model.citation import (
    Citation,
    CitationForm,
    CitedWork,
    Ground,
    PublishedForm,
)
from provtrack.model.reference import ArchivalReference

_OWN_NUMBER = re.compile(r"(?:Document|Doc|No|Nr|№|Док)\w*\.?\s*(\d+[a-z]?)", re.IGNORECASE)
_OWN_PAGE = re.compile(r"[^\w\s.]\s*(?:(?:pp?|S|с)\.)?\s*(\d+)(?:\s*[-–—]\s*\d+)?\W*$")
_PRINTED_AT = re.compile(r"(?<!\d)(\d+)(?:\s*[-–—]\s*(\d+))?[.,]?\s*\((?=[^()]*\d)")

Resolver = Callable[[CitedWork], Citation]


def as_before(work: CitedWork, before: Before, resolver: Resolver) -> Citation:
    """Resolve "Ibid."; with a number or a file of its own it is another document of that place."""
    if not before.all or before.all[-1].work.note == BIBLIOGRAPHY:
        return Citation(work=work)
    last = before.all[-1]
    if not is_at_place(work, last):
        return Citation(work=work)
    own = work.reference
    if own is not None and [name for name, _ in own.parts] == ["papka"]:
        own = None  # "ibid., p. 5" is a page
    number, volume = _own_number(work), volume_after(work.text)
    in_series = _in_series(before.all)
    if number and in_series:
        known = in_series[0]
        form = replace(known, number=number, volume=volume or known.volume)
        own_number = replace(work, published=(form,), reference=None, form=CitationForm.FULL)
        return resolver(own_number)
    known_reference = last.work.reference or _held(last, own, before.catalogue)
    reference = _continued(known_reference, own, work.text)
    inherited = replace(
        work,
        published=last.work.published,
        title=last.work.title,
        date=work.date or last.work.date,
        reference=reference,
    )
    if reference and known_reference and reference.parts != known_reference.parts:
        elsewhere = replace(inherited, published=(), title="", date=work.date)
        return replace(resolver(replace(elsewhere, form=CitationForm.FULL)), work=inherited)
    grounds = _chained(last) if last.document else ()
    return replace(last, work=inherited, grounds=grounds, others=_beside(last, before.all))


def _own_number(work: CitedWork) -> str:
    """Give the number of a document that a work that goes back has itself; empty if none."""
    listed = [one.number for one in work.published if one.number]
    return listed[0] if listed else number_after(work.text, _OWN_NUMBER)


def _in_series(before: Sequence[Citation]) -> list[PublishedForm]:
    """Give the volumes that the note of the work before names, the last first."""
    note = before[-1].work.note
    same_note = takewhile(lambda one: one.work.note == note, reversed(before))
    return [form for one in same_note for form in one.work.published[::-1] if form.series]


def is_at_place(work: CitedWork, before: Citation) -> bool:
    """Whether a work that goes back may mean the document of the one before it.

    Where that document was named in parentheses behind pages of a book ("Hallam, Bridges, 258-69
    (AVPRF, f. 90, ...)"), another page is likely one on another document.
    """
    own = _OWN_PAGE.search(work.text)
    if Ground.IN_PARENTHESES not in before.grounds or own is None:
        return True
    return any(
        int(own[1]) in page_numbers(*printed.groups())
        for printed in _PRINTED_AT.finditer(before.work.text)
    )


def _beside(last: Citation, before: Sequence[Citation]) -> tuple[str, ...]:
    """Documents that the note of the last work names too: "Ibid." may mean any of them."""
    if last.document is None:
        return last.others
    same_note = takewhile(lambda one: one.work.note == last.work.note, reversed(before))
    named = [one.document for one in same_note][::-1]
    others = (one for one in named if one not in (None, last.document))
    return tuple(dict.fromkeys([*last.others, *map(str, others)]))


def _held(
    last: Citation, own: ArchivalReference | None, catalogue: Catalogue
) -> ArchivalReference | None:
    """Give the reference under which a document is held, if "ibid., d. 9" goes on from it."""
    known = catalogue.get(str(last.document))
    if own is None or known is None:
        return None
    return next((one for one in known.references if one.family == own.family), None)


def _continued(
    known: ArchivalReference | None, own: ArchivalReference | None, text: str
) -> ArchivalReference | None:
    """Complete "d. 9, ll. 4-5" by the levels above it of the reference before.

    Args:
        text: The words that go back to it.
    """
    if known is None:
        return own
    if own is None:
        return with_own_leaves(known, text)
    if (
        own.repository is not None
        or not {name for name, _ in own.parts} <= dict(known.parts).keys()
    ):
        return own
    given = dict(own.parts)
    names = [name for name, _ in known.parts]
    first = min((names.index(name) for name in given), default=len(names))
    kept = [
        (name, given.get(name, value))
        for place, (name, value) in enumerate(known.parts)
        if place < first or name in given
    ]
    return replace(own, family=known.family, repository=known.repository, parts=tuple(kept))


def as_named_earlier(work: CitedWork, before: Before) -> Citation:
    """Resolve a short form by the works before it that share its names; open if they differ.

    A form without names ("op. cit., 12") means the work before it, if its note names no other.
    """
    if not work.names:
        last_note = before.all[-1].work.note if before.all else ""
        return one_of(work, before.in_note(last_note))
    return one_of(work, before.named(work.names))


def as_named_in_note(work: CitedWork, before: Before) -> Citation:
    """Resolve "Orlev, op. cit., n. 4": the number counts where the names do not speak against it.

    The note may be one of the work that is cited: then the names stand elsewhere before.
    """
    numbered = as_in_note(work, work.earlier_note, before)
    if not work.names:
        return numbered
    in_note = Before(before.catalogue, before.in_note(work.earlier_note))
    named_there = as_named_earlier(work, in_note)
    named = named_there if named_there.document else as_named_earlier(work, before)
    told = [one for one in (numbered, named) if one.document]
    return named if named_there.document or not told else one_of(work, told)


def as_in_note(work: CitedWork, note: str, before: Before) -> Citation:
    """Resolve "supra note 4" by what that note cites; names beside it tell several apart."""
    cited = [one for one in before.in_note(note) if one.document]
    named = [one for one in cited if work.names & one.work.names]
    return one_of(work, named or cited)


def one_of(work: CitedWork, found: Sequence[Citation]) -> Citation:
    """Take over what all of some citations mean; what is not held is another document too."""
    documents = list(dict.fromkeys(one.document for one in found))
    if len(documents) != 1 or documents == [None]:
        held = [one for one in documents if one is not None]
        return Citation(work=work, others=tuple(held[:5]))
    last = found[-1]
    inherited = replace(
        work,
        published=work.published or last.work.published,
        reference=_continued(last.work.reference, work.reference, work.text),
    )
    return replace(last, work=inherited, findings=(), grounds=_chained(last))


def _chained(last: Citation) -> tuple[Ground, ...]:
    """Give the grounds of what goes back to a citation; a chain is told once, however long."""
    return last.grounds if last.grounds[:1] == (Ground.CHAIN,) else (Ground.CHAIN, *last.grounds)
