"""Read the works that the notes of a publication cite.

A note is cut where a work ends: at a semicolon, at a sentence that names a work anew, at the next
number of a series. What says where the same work was printed stays with it; remarks in parentheses
on other copies do not capture the citation. Entry point: `cited_works`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from provtrack.citing.inline import in_parentheses
from provtrack.citing.note_words import NoteReader, NoteWords
from provtrack.citing.published_forms import published_forms
from provtrack.citing.series import any_of, series_names, words_of
from provtrack.model.citation import CitationForm, CitedWork, PublishedForm
from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.model.reference import ArchivalReference
from provtrack.model.text import Span
from provtrack.references import read_reference
from provtrack.text.dates import read_date
from provtrack.text.sentences import sentences_of

LONGEST = 4_000  # characters of a note that are read
LONGEST_WORK = 800
SHORTEST_JOINED = 3  # letters; "and Id" joins nothing
MOST_DATE_WORDS = 6
LONGEST_DATE = 40  # characters
MOST_IN_RANGE = 50  # documents in "Documents 41-45"
READ_FAMILIES = frozenset({"unread", "generic"})  # by these a reference says nothing sure

_YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")
_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:T[\d:]+)?")
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")
_LINK = re.compile(r"https?://[^\s<>\"”»]+")
_QUOTED = re.compile(r"[“\"„«][^”\"“»]{0,2000}[”\"“»]|‘[^’]{0,2000}’(?!\w)")
_OWN_NUMBER = re.compile(r"\s*(\d{1,4})[.)]\s+")
_CAPITAL = re.compile(r"\b[^\W\d_a-zа-яё][\w’'-]{2,}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")


def cited_works(publication: Publication) -> tuple[CitedWork, ...]:
    """List the works that notes name, in order of the notes in the text.

    Notes without a note mark come last, and behind them what stands in parentheses right behind a
    quotation, if it has a reference or the number of a document; a title or a date alone does not
    count there. Of quotations inside notes nothing is read.
    """
    calls = {mark.label: mark.position for mark in reversed(publication.note_marks)}
    notes = [one for one in publication.regions if one.kind is RegionKind.NOTE]
    notes.sort(key=lambda note: (calls.get(note.label, len(publication.text)), note.span.start))
    reader = NoteReader(publication)
    in_notes = [work for note in notes for work in _works_of(note, reader)]
    in_text = [
        work
        for region in in_parentheses(publication)
        for work in _works_of(region, reader)
        if work.reference or any(form.number for form in work.published)
    ]
    return (*in_notes, *in_text, *_works_of_markup(publication))


def note_of_source(source: str) -> str:
    """Name what stands for the note where the markup of a quotation says what it is taken from."""
    return f"source {source}"


def _works_of_markup(publication: Publication) -> Iterator[CitedWork]:
    """Read what the markup says that quotations are taken from, once each."""
    told: set[str] = set()
    for region in publication.regions:
        if not region.source or region.source in told or region.source.startswith("#"):
            continue
        told.add(region.source)
        work = _work(region.source)
        if work is not None:
            note = note_of_source(region.source)
            yield replace(work, span=region.span, text=region.source, note=note)


def _works_of(note: Region, reader: NoteReader) -> Iterator[CitedWork]:
    """Read the works of one note, what is printed elsewhere put to the work it belongs to."""
    words = reader.read(note, LONGEST)
    plain = _QUOTED.sub(lambda found: " " * len(found[0]), words.text).replace("\n", " ")
    if (number := _OWN_NUMBER.match(plain)) and number[1] == note.label:
        plain = " " * number.end() + plain[number.end() :]
    works: list[CitedWork] = []
    for piece in _pieces(plain):
        if works and _tails().match(plain, piece.start):
            works[-1] = _with_tail(works[-1], words, piece.end)
            continue
        if works and (seen := _continued().match(plain, piece.start)):
            works[-1] = _with_more(works[-1], plain[seen.end() : piece.end])
            continue
        work = _work(plain[piece.start : piece.end])
        if work is not None:
            text = words.text[piece.start : piece.end]
            span = words.span(piece.start, piece.end)
            works.append(replace(work, span=span, text=text, note=note.label))
    for work in works:
        yield from _each_number(work)


def _with_tail(work: CitedWork, words: NoteWords, end: int) -> CitedWork:
    """Add what is said of a work behind a semicolon: "; trans. Miriam Lowe"."""
    span = Span(work.span.start, words.span(end - 1, end).end)
    start = words.starts.index(work.span.start)
    return replace(work, span=span, text=words.text[start:end])


def _each_number(work: CitedWork) -> Iterator[CitedWork]:
    """Make "Documents 41 and 43" two works."""
    yield work
    listed = _several().search(work.text)
    if listed is None or not work.published or _is_place_in_it(listed):
        return
    for number in _numbers_of(listed):
        forms = tuple(replace(one, number=number) for one in work.published[-1:])
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


def _pieces(plain: str) -> Iterator[Span]:
    """Cut a note where one work ends and another begins."""
    cuts = {found.end() for found in re.finditer(r";\s*", _without_remarks(plain))}
    cuts |= {
        found.end()
        for found in _SENTENCE_END.finditer(plain)
        if _same().match(plain, found.end()) or _continued().match(plain, found.end())
    }
    cuts |= {found.end() for found in _joined().finditer(_without_remarks(plain))}
    forms = [span for span, _ in published_forms(_without_remarks(plain))]
    for before, after in pairwise(forms):
        if not any(before.end <= cut <= after.start for cut in cuts):
            cuts.add(before.end)
    places = [0, *sorted(cuts), len(plain)]
    for start, end in pairwise(places):
        lead = len(plain[start:end]) - len(plain[start:end].lstrip(" \t\n,;"))
        if plain[start + lead : end].strip():
            yield Span(start + lead, end)


def _without_remarks(plain: str) -> str:
    """Blank out what stands in parentheses: copies and remarks do not capture the citation.

    The number of a document stays, "pp. 152-157 (Document 56)", and so does a date alone.
    """
    return _remark().sub(
        lambda found: found[0] if _is_date(found[0][1:-1]) else " " * len(found[0]), plain
    )


def _is_date(words: str) -> bool:
    """Whether words are a day and nothing else."""
    if len(words) > LONGEST_DATE or not _YEAR.search(words):
        return False
    return bool(_DAY.fullmatch(read_date(words.strip()).edtf or ""))


def _work(words: str) -> CitedWork | None:
    """Read one work; None if the words name none."""
    words = words[:LONGEST_WORK]
    if _leads().fullmatch(words.strip() + " "):
        return None
    main = _without_remarks(words)
    forms = tuple(form for _, form in published_forms(main))
    same = _same().match(words.lstrip("*_ "))
    reference = _reference(main)
    date, date_start = _date(main)
    links = _links(words)
    work = CitedWork(
        span=Span(0, 0), text="", published=forms, reference=reference, date=date, links=links
    )
    if same:
        return replace(work, form=CitationForm.SAME_AS_BEFORE)
    first = next((span.start for span, _ in published_forms(main)), len(words))
    limits = [first, date_start, *_start_of(reference, main), _first_sentence(words)]
    title = words[: min(limits)].strip(" \t\n,.;:*_")
    if earlier := _earlier().search(main):
        names = _names(main[: earlier.start()])
        form = CitationForm.NAMED_EARLIER if names else CitationForm.SAME_AS_BEFORE
        return replace(work, form=form, names=names, title=title)
    if not (forms or reference or links or title):
        return None
    return replace(work, title=title, names=_names(title))


def _names(words: str) -> frozenset[str]:
    """Capitalised words, without those that lead to a note: "See"."""
    return frozenset(_CAPITAL.findall(_leads().sub("", words.lstrip())))


def earlier_note(text: str) -> str:
    """Give the number of the earlier note that words go back to: "supra note 4"; or empty.

    A note of the work that is cited ("Tomlin, Rivers, 44, n. 3") is none.
    """
    found = _note_above().search(text) or _note_alone().match(text.lstrip(" *_"))
    return next(filter(None, found.groups()), "") if found else ""


def _with_more(work: CitedWork, words: str) -> CitedWork:
    """Add where a work was printed, or another reference of it, to what is known of it."""
    more: tuple[PublishedForm, ...] = tuple(form for _, form in published_forms(words))
    return replace(
        work,
        published=(*work.published, *more),
        reference=work.reference or _reference(words),
        links=(*work.links, *_links(words)),
    )


def _reference(words: str) -> ArchivalReference | None:
    """Read an archival reference, if a grammar other than the general one fits."""
    found = read_reference(words.strip())
    return None if found.family in READ_FAMILIES or not found.parts else found


def _start_of(reference: ArchivalReference | None, words: str) -> Sequence[int]:
    """Where the words of a reference begin: at its repository, or its first part."""
    if reference is None:
        return ()
    lead = len(words) - len(words.lstrip())
    starts = [place.start + lead for place in reference.places]
    if reference.repository and reference.repository.name in words:
        starts.append(words.index(reference.repository.name))
    return starts


def _first_sentence(words: str) -> int:
    """Where the first sentence ends: what follows it is a remark."""
    return next((span.end for span in sentences_of(words, "en")), len(words))


def _links(words: str) -> tuple[str, ...]:
    """Parts of the paths of all addresses, and numbers of documents in digital archives."""
    paths = (found[0].split("/", 3)[3:] for found in _LINK.finditer(words))
    parts = [part for path in paths for part in re.findall(r"[\w-]+", "/".join(path))]
    return (*parts, *(found[1] for found in _archived().finditer(words)))


def _date(words: str) -> tuple[str | None, int]:
    """Find the first date in the words; with where it starts."""
    if iso := _ISO.search(words):
        return iso[1], iso.start()
    best: tuple[str | None, int] = (None, len(words))
    for year in _YEAR.finditer(words):
        for found in _around(words, year):
            edtf = read_date(words[found.start : found.end]).edtf or ""
            if _DAY.fullmatch(edtf):
                return edtf, found.start
            if best[0] is None and _MONTH.fullmatch(edtf):
                best = edtf, found.start
    return best


def _around(words: str, year: re.Match[str]) -> Iterator[Span]:
    """Give the words that end or begin with a year, the shortest first."""
    before = [found.start() for found in re.finditer(r"\S+", words[: year.start()])]
    for start in reversed(before[-MOST_DATE_WORDS + 1 :]):
        yield Span(start, year.end())
    after = [found.end() for found in re.finditer(r"\S+", words[year.end() :])]
    for end in after[: MOST_DATE_WORDS - 1]:
        yield Span(year.start(), year.end() + end)


def _any_word(table: str) -> str:
    return f"(?:{any_of(words_of(table))})"


def _lead() -> str:
    return rf"(?:{_any_word('leads')}(?:\.?:?\s+|(?<=[见])))*"


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(_lead(), re.IGNORECASE)


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"{_lead()}{_any_word('same')}(?!\w)\.?", re.IGNORECASE)


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_word('earlier')}\.?(?!\w)", re.IGNORECASE)


@cache
def _continued() -> re.Pattern[str]:
    return re.compile(rf"(?:and\s+)?{_any_word('continued')}(?!\w)\.?:?", re.IGNORECASE)


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"{_any_word('tails')}(?!\w)", re.IGNORECASE)


@cache
def _plurals() -> frozenset[str]:
    return frozenset(one.casefold() for one in words_of("plurals"))


@cache
def _joined() -> re.Pattern[str]:
    """Find what joins a work to the next, where that begins with a series or goes back."""
    forms = any_of(form for form, _ in series_names())
    same = any_of(one for one in words_of("same") if len(one) > SHORTEST_JOINED)
    return re.compile(
        rf",?\s+(?:and|with|und|mit|et|avec|и|с)\s+(?:in\s+|see\s+)?[*_]*(?=(?:{forms}|{same})(?!\w))",
        re.IGNORECASE,
    )


@cache
def _several() -> re.Pattern[str]:
    """Find the numbers of a list: "Documents 41, 43 and 45-47"."""
    words = _any_word("numbers")
    return re.compile(
        rf"(?<!\w)(?P<word>{words})\.?\s*(?P<first>\d+)"
        r"(?P<more>(?:\s*(?:,|and|und|et|и|&|[-–—])\s*\d+(?![\w/:]|\.\d))+)",
        re.IGNORECASE,
    )


@cache
def _note_above() -> re.Pattern[str]:
    note, above = _any_word("notes"), _any_word("above")
    return re.compile(
        rf"(?<!\w){above}\.?,?\s*{note}\.?\s*(\d+)"
        rf"|(?<!\w){note}\.?\s*(\d+),?\s+{above}(?!\w)"
        rf"|\(\s*{_lead()}{note}\.?\s*(\d+)\s*\)",
        re.IGNORECASE,
    )


@cache
def _note_alone() -> re.Pattern[str]:
    return re.compile(rf"{_lead()}{_any_word('notes')}\.?\s*(\d+)\W*$", re.IGNORECASE)


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"\((?!\s*{_any_word('numbers')}\.?\s*\d+[a-z]?\s*\))[^()]*\)")


@cache
def _archived() -> re.Pattern[str]:
    return re.compile(
        rf"{_any_word('archives')}[^;\d]{{0,40}}?{_any_word('numbers')}\.?\s*(\d{{4,}})",
        re.IGNORECASE,
    )
