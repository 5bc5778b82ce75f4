"""Read one work that a note names: its form, title, date, reference, links, names.

Entry points: `read_work`, `references_in_remarks`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from provtrack.citing.pieces import (
    DAY,
    MORE_NUMBERS,
    YEAR,
    any_word,
    lead,
    leads,
    same_again,
    without_remarks,
)
from provtrack.citing.published_forms import (
    addressed_forms,
    form_alone,
    published_forms,
    same_document,
)
from provtrack.model.citation import CitationForm, CitedWork, PublishedForm
from provtrack.model.reference import ArchivalReference
from provtrack.model.text import Span
from provtrack.references import read_reference
from provtrack.text.dates import read_date
from provtrack.text.sentences import sentences_of

LONGEST_WORK = 800
MOST_DATE_WORDS = 6
MOST_REMEMBERED = 4_096  # dates
READ_FAMILIES = frozenset({"unread", "generic"})  # by these a reference says nothing sure
WITHOUT_LEAVES = "REF110"

_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:T[\d:]+)?")
_MONTH = re.compile(r"\d{4}-\d\d")
_LINK = re.compile(r"https?://[^\s<>\"”»]+")
_ADDRESS = re.compile(r"[\s,.:;(<]*https?://")
_BEFORE_DATE = re.compile(r"(?<=\w)(?:\s+[^\W\d_A-ZА-ЯЁ]{1,4})+\s*$")  # "Journal of Orlev for the"
_BOOK = re.compile(r"\s*[^\W\d_]{0,3}《([^《》]+)》")
_IN_PARENTHESES = re.compile(r"\(([^()]{8,300})\)")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_]\.\s*$")
_CAPITAL = re.compile(r"\b[^\W\d_a-zа-яё][\w’'-]{2,}|[\u3400-\u9fff]{2,}")


def read_work(words: str) -> CitedWork | None:
    """Read one work; None if the words name none."""
    words = words[:LONGEST_WORK]
    if leads().fullmatch(words.strip() + " "):
        return None
    main = without_remarks(words)
    forms = _with_addressed(tuple(form for _, form in published_forms(main)), words)
    reference = reference_in(main)
    date, date_start = _date(main)
    links = links_in(words)
    work = CitedWork(
        span=Span(0, 0),
        text="",
        published=forms,
        reference=reference,
        date=date,
        links=links,
        earlier_note=_earlier_note(words),
    )
    if same_again().match(words.lstrip("*_ ")):
        return replace(work, form=CitationForm.SAME_AS_BEFORE)
    first = next((span.start for span, _ in published_forms(main)), len(words))
    alone = None if forms or reference or links else form_alone(main)
    if alone:
        first = alone[0].start
        work = replace(work, published=(alone[1],))
    address = _ADDRESS.search(words)
    limits = [first, date_start, *_start_of(reference, main), _first_sentence(words)]
    limits += [address.start()] if address else []
    title = _title(_BEFORE_DATE.sub("", words[: min(limits)]))
    if earlier := _earlier().search(main):
        names = names_in(main[: earlier.start()])
        is_same = not names and _same_place().match(earlier[0])
        form = CitationForm.SAME_AS_BEFORE if is_same else CitationForm.NAMED_EARLIER
        return replace(work, form=form, names=names, title=title)
    if not (work.published or reference or links or title):
        return None
    return replace(work, title=title, names=names_in(title))


def _with_addressed(forms: tuple[PublishedForm, ...], words: str) -> tuple[PublishedForm, ...]:
    """Add what an address names, unless its number is named in words too."""
    more = (
        one
        for one in addressed_forms(words)
        if not any(same_document(one, other) for other in forms)
    )
    return (*forms, *more)


def _title(words: str) -> str:
    """Give the title that words begin with, without what leads to it; in Chinese its marks tell."""
    if book := _BOOK.match(words):
        return book[1]
    words = leads().sub("", words.lstrip(), count=1)
    return words.strip(" \t\n,.;:*_")


def names_in(words: str) -> frozenset[str]:
    """Capitalised words, without those that lead to a note: "See"."""
    return frozenset(_CAPITAL.findall(leads().sub("", words.lstrip())))


def _earlier_note(text: str) -> str:
    """Give the number of the earlier note that words go back to: "supra note 4"; or empty.

    A note of the work that is cited ("Tomlin, Rivers, 44, n. 3") is none.
    """
    found = (
        _note_above().search(text)
        or _note_of_earlier().search(text)
        or _note_alone().match(text.lstrip(" *_"))
    )
    return next(filter(None, found.groups()), "") if found else ""


def reference_in(words: str) -> ArchivalReference | None:
    """Read an archival reference, if a grammar other than the general one fits."""
    found = read_reference(words.strip())
    return None if found.family in READ_FAMILIES or not found.parts else found


def references_in_remarks(words: str) -> Iterator[ArchivalReference]:
    """Read what parentheses say of the original or of a copy: "258 (AVPRF, f. 90, ...)".

    Behind the pages of a book leaves are not missed.
    """
    for found in _IN_PARENTHESES.finditer(words):
        reference = reference_in(found[1])
        if reference is not None:
            odd = tuple(one for one in reference.findings if one.code != WITHOUT_LEAVES)
            yield replace(reference, findings=odd)


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
    """Where the first sentence ends, not counting initials: what follows it is a remark.

    What leads to a work ends none: "Cf. " before a quotation.
    """
    lead = leads().match(words)
    start = lead.end() if lead else 0
    ends = (start + span.end for span in sentences_of(words[start:], "en"))
    return next((end for end in ends if not _INITIAL.search(words, 0, end)), len(words))


def links_in(words: str) -> tuple[str, ...]:
    """Parts of the paths of all addresses, and numbers of documents in digital archives."""
    paths = (found[0].split("/", 3)[3:] for found in _LINK.finditer(words))
    parts = [part for path in paths for part in re.findall(r"[\w-]+", "/".join(path))]
    return (*parts, *(found[1] for found in _archived().finditer(words)))


def _date(words: str) -> tuple[str | None, int]:
    """Find the first date in the words; with where it starts.

    When an address was looked up is none.
    """
    if _ADDRESS.search(words):
        words = _accessed().sub(lambda found: " " * len(found[0]), words)
    if iso := _ISO.search(words):
        return iso[1], iso.start()
    best: tuple[str | None, int] = (None, len(words))
    for year in YEAR.finditer(words):
        for found in _around(words, year):
            edtf = _edtf(words[found.start : found.end])
            if DAY.fullmatch(edtf):
                return edtf, found.start
            if best[0] is None and _MONTH.fullmatch(edtf):
                best = edtf, found.start
    return best


@lru_cache(maxsize=MOST_REMEMBERED)
def _edtf(words: str) -> str:
    """Read a date; most notes of a publication have the years of one series in common."""
    return read_date(words).edtf or ""


def _around(words: str, year: re.Match[str]) -> Iterator[Span]:
    """Give the words that end or begin with a year, the shortest first."""
    before = [found.start() for found in re.finditer(r"\S+", words[: year.start()])]
    for start in reversed(before[-MOST_DATE_WORDS + 1 :]):
        yield Span(start, year.end())
    after = [found.end() for found in re.finditer(r"\S+", words[year.end() :])]
    for end in after[: MOST_DATE_WORDS - 1]:
        yield Span(year.start(), year.end() + end)


@cache
def _accessed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_word('accessed')}\W*(?:\w+\W+){{0,5}}?{YEAR.pattern}(?:-\d\d-\d\d)?",
        re.IGNORECASE,
    )


@cache
def _earlier() -> re.Pattern[str]:
    words = any_word("earlier")
    return re.compile(rf"(?:(?<!\w)|(?<=[\u3400-\u9fff])){words}\.?(?!\w)", re.IGNORECASE)


@cache
def _note_above() -> re.Pattern[str]:
    note, above = any_word("notes"), any_word("above")
    return re.compile(
        rf"(?<!\w){above}\.?,?\s*{note}\.?\s*[\[〔(]?(\d+)"
        rf"|(?<=见){above}{note}\s*[\[〔(]?(\d+)"
        rf"|(?<!\w){note}\.?\s*(\d+){MORE_NUMBERS}?,?\s+{above}(?!\w)"
        rf"|\(\s*{lead()}{note}\.?\s*(\d+)\s*\)",
        re.IGNORECASE,
    )


@cache
def _same_place() -> re.Pattern[str]:
    return re.compile(any_word("same_place"), re.IGNORECASE)


@cache
def _note_of_earlier() -> re.Pattern[str]:
    """Find the number right behind "op. cit.": "op. cit., n. 1, at 120"."""
    return re.compile(
        rf"{_earlier().pattern}[,:]?\s*[(\[]?{lead()}{any_word('notes')}\.?\s*(\d+)",
        re.IGNORECASE,
    )


@cache
def _note_alone() -> re.Pattern[str]:
    note, place = any_word("notes"), any_word("locators")
    places = rf"(?:,\s*(?:{place}\.?\s*)?[\d\s–—,-]+f{{0,2}}\.?)*"
    first = rf"{note}\.?\s*[\[〔]?(\d+)\W*{places}\W*(?:を?参照\W*)?$"
    behind = rf"(?:az?\s+)?(\d+)\.\s*{note}\W*$"  # "lásd a 4. jegyzetet"
    return re.compile(rf"{lead()}(?:{first}|{behind})", re.IGNORECASE)


@cache
def _archived() -> re.Pattern[str]:
    return re.compile(
        rf"{any_word('archives')}[^;\d]{{0,40}}?{any_word('numbers')}\.?\s*(\d{{4,}})",
        re.IGNORECASE,
    )
