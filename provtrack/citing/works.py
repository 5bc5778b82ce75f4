"""Read the works that the notes of a publication cite.

A note is cut where a work ends: at a semicolon, at a sentence that names a work anew, at the next
number of a series. What says where the same work was printed stays with it; remarks in parentheses
on other copies do not capture the citation. Entry point: `cited_works`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from provtrack.citing.bibliography import entries_of
from provtrack.citing.inline import in_parentheses, is_parenthesis
from provtrack.citing.note_words import NoteReader, NoteWords
from provtrack.citing.one_work import links_in, read_work, reference_in
from provtrack.citing.pieces import DAY, MORE_NUMBERS, YEAR, any_word, continued, pieces
from provtrack.citing.published_forms import published_forms
from provtrack.citing.series import words_of
from provtrack.model.citation import CitationForm, CitedWork, PublishedForm
from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.model.text import Span

LONGEST = 4_000  # characters of a note that are read
MOST_IN_RANGE = 50  # documents in "Documents 41-45"

_QUOTED = re.compile(r"[“\"„«][^”\"“»]{0,2000}[”\"“»]|‘[^’]{0,2000}’(?!\w)")
_MORE = rf"(?P<more>{MORE_NUMBERS})"
_SOURCE = "source "  # begins the label of a note on the source of one quotation
_BETWEEN = " \t\n,;.\uff1b\uff0c。"  # works of a note
_OWN_NUMBER = re.compile(r"\s*(\d{1,4})[.)]\s+")


def cited_works(publication: Publication) -> tuple[CitedWork, ...]:
    """List the works that notes name, in order of the notes in the text.

    First come the entries of the bibliography. Notes without a note mark come last, and behind them
    what stands in parentheses near a quotation, if it has a reference or the number of a document,
    or else a title with a day, or a name with a year. Of quotations inside notes nothing is read.
    """
    calls = {mark.label: mark.position for mark in reversed(publication.note_marks)}
    notes = [one for one in publication.regions if one.kind is RegionKind.NOTE]
    notes.sort(key=lambda note: (_place(note, calls, len(publication.text)), note.span.start))
    reader = NoteReader(publication)
    in_notes = [work for note in notes for work in _works_of(note, reader)]
    within = [
        work
        for region in in_parentheses(publication)
        for work in _works_of(region, reader)
        if says_where(work) or (work.title and not work.published and _is_dated(work))
    ]
    listed = [work for entry in entries_of(publication) for work in _works_of(entry, reader)]
    return (*listed, *in_notes, *within, *_works_of_markup(publication))


def in_text(works: Iterable[CitedWork]) -> tuple[Span, ...]:
    """Say where works are cited in parentheses of the running text, in order."""
    spans = (work.span for work in works if is_parenthesis(work.note))
    return tuple(sorted(spans, key=lambda span: span.start))


def _place(note: Region, calls: Mapping[str, int], end: int) -> int:
    """Where a note is read: where it is called, or where it stands if it tells a source."""
    uncalled = note.span.start if note.label.startswith(_SOURCE) else end
    return calls.get(note.label, uncalled)


def says_where(work: CitedWork) -> bool:
    """Whether a work has a reference, or the number of a document, and so is meant to be found."""
    numbered = any(form.number or form.bare for form in work.published)
    return numbered or work.reference is not None or bool(work.links)


def _is_dated(work: CitedWork) -> bool:
    """Whether a work in parentheses has the day of a document, or the year of a book."""
    return bool(DAY.fullmatch(work.date or "")) or bool(work.names and YEAR.search(work.text))


def note_of_source(source: str) -> str:
    """Name what stands for the note where the markup of a quotation says what it is taken from.

    Args:
        source: An address, an id, or ``#`` and the number of a note that is labelled ``source 3``.
    """
    return _SOURCE + source.removeprefix("#")


def _works_of_markup(publication: Publication) -> Iterator[CitedWork]:
    """Read what the markup says that quotations are taken from, once each."""
    told: set[str] = set()
    for region in publication.regions:
        if not region.source or region.source in told or region.source.startswith("#"):
            continue
        told.add(region.source)
        work = read_work(region.source)
        if work is not None:
            note = note_of_source(region.source)
            yield replace(work, span=region.span, text=region.source, note=note)


def _works_of(note: Region, reader: NoteReader) -> Iterator[CitedWork]:
    """Read the works of one note, what is printed elsewhere put to the work it belongs to."""
    words = reader.read(note, LONGEST)
    plain = _QUOTED.sub(lambda found: " " * len(found[0]), words.text).replace("\n", " ")
    end = 0
    if (number := _OWN_NUMBER.match(plain)) and number[1] == note.label:
        end = number.end()
        plain = " " * end + plain[end:]
    works: list[CitedWork] = []
    for piece in pieces(plain):
        quoted = words.text[end : piece.start]  # the title may stand in quotation marks
        start, end = end + len(quoted) - len(quoted.lstrip(_BETWEEN)), piece.end
        if works and _tails().match(plain, piece.start):
            works[-1] = _with_tail(works[-1], words, piece.end)
            continue
        if works and (seen := continued().match(plain, piece.start)):
            works[-1] = _with_more(works[-1], plain[seen.end() : piece.end])
            continue
        work = read_work(plain[piece.start : piece.end])
        if work is not None:
            text = words.text[start : piece.end]
            span = words.span(start, piece.end)
            works.append(replace(work, span=span, text=text, note=note.label))
    for work in works:
        yield from _each_number(work)


def _with_tail(work: CitedWork, words: NoteWords, end: int) -> CitedWork:
    """Add what is said of a work behind a semicolon: "; trans. Miriam Lowe"."""
    span = Span(work.span.start, words.span(end - 1, end).end)
    start = words.starts.index(work.span.start)
    return replace(work, span=span, text=words.text[start:end])


def _each_number(work: CitedWork) -> Iterator[CitedWork]:
    """Make two works of "Documents 41 and 43", and of "supra notes 1, 4"."""
    yield work
    if work.earlier_note and (notes := _several_notes().search(work.text)):
        yield from (replace(work, earlier_note=number) for number in _numbers_of(notes))
    listed = _several().search(work.text)
    is_same = work.form is CitationForm.SAME_AS_BEFORE
    if listed is None or not (work.published or is_same) or _is_place_in_it(listed):
        return
    known = work.published[-1:] or (PublishedForm(series=""),)
    for number in _numbers_of(listed):
        forms = tuple(replace(one, number=number) for one in known)
        yield replace(work, published=forms, title="", date=None, reference=None, links=())


def _is_place_in_it(listed: re.Match[str]) -> bool:
    """Whether further numbers are pages of one document: "doc. 56, 150-57"."""
    is_plural = listed["word"].casefold() in _plurals()
    return not is_plural and "," in listed["more"] and not re.search(r"[^\W\d]|&", listed["more"])


def _numbers_of(listed: re.Match[str]) -> Iterator[str]:
    """Give the numbers of a list behind its first; a range counts with all between."""
    before = int(listed["first"])
    for found in re.finditer(r"([-–—]?)\s*(\d+)", listed["more"]):
        number = int(found[2])
        if found[1] and before < number <= before + MOST_IN_RANGE:
            yield from map(str, range(before + 1, number))
        yield str(number)
        before = number


def _with_more(work: CitedWork, words: str) -> CitedWork:
    """Add where a work was printed, or another reference of it, to what is known of it."""
    more: tuple[PublishedForm, ...] = tuple(form for _, form in published_forms(words))
    return replace(
        work,
        published=(*work.published, *more),
        reference=work.reference or reference_in(words),
        links=(*work.links, *links_in(words)),
    )


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"{any_word('tails')}(?!\w)", re.IGNORECASE)


def says_translated(words: str) -> bool:
    """Whether words say that something was translated: "trans. Lindqvist"."""
    return _translated().search(words) is not None


@cache
def _translated() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('translated')}(?!\w)", re.IGNORECASE)


@cache
def _plurals() -> frozenset[str]:
    return frozenset(one.casefold() for one in words_of("plurals"))


@cache
def _several_notes() -> re.Pattern[str]:
    """Find the numbers of several notes: "supra notes 1, 4"."""
    words = any_word("plural_notes")
    return re.compile(rf"(?<!\w){words}\.?\s*(?P<first>\d+){_MORE}", re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    """Find the numbers of a list: "Documents 41, 43 and 45-47"."""
    words = any_word("numbers")
    return re.compile(rf"(?<!\w)(?P<word>{words})\.?\s*(?P<first>\d+){_MORE}", re.IGNORECASE)
