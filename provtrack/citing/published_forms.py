"""Read a document's number in a documentary series: "FRUS, 1961–63, vol. VI, Document 56"."""

import re
from collections.abc import Iterator
from functools import cache

from provtrack.citing.series import addresses, any_of, series_names, words_of
from provtrack.model.citation import PublishedForm
from provtrack.model.text import Span

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
GAP = 90  # characters between series and number: titles of volumes stand there
CENTURY = 100
_VOLUME_IN_DECIMAL = re.compile(r"[,\s]{1,3}(\d{1,2})(?=\s?[:,]\s?(?:\d|doc))", re.IGNORECASE)
# A range, or a further number, is that of pages; what follows a day is its month.
_BARE = re.compile(r"\s?[:,/]\s?(\d{1,4})(?![\w:/]|\s*[-–—]\s*\d|,\s*\d+(?!\d*\s+\w)|\s+\w|\.\d)")


def published_forms(text: str) -> Iterator[tuple[Span, PublishedForm]]:
    """Find the published forms in a text, with the spans from the series to the number."""
    starts = list(_series().finditer(text))
    for k, found in enumerate(starts):
        end = starts[k + 1].start() if k + 1 < len(starts) else len(text)
        rest = text[found.end() : min(end, found.end() + 3 * GAP)]
        rest = rest.partition(";")[0]
        short = dict(_folded())[_fold(found[0])]
        form, length = _form(short, rest)
        if form.number or form.volume:
            yield Span(found.start(), found.end() + length), form


def addressed_forms(text: str) -> Iterator[PublishedForm]:
    """Read the addresses of documents in a series: ".../frus1961-63v06/d56"."""
    for series, pattern in addresses():
        for found in pattern.finditer(text):
            named = {"first": None, "last": None, **found.groupdict()}
            yield PublishedForm(
                series=series,
                years=_span_of_years(named["first"], named["last"]) if named["first"] else None,
                volume=found["volume"].lstrip("0"),
                number=found["number"].lstrip("0"),
            )


def form_alone(text: str) -> tuple[Span, PublishedForm] | None:
    """Read "Volume VI, Document 56", or "doc. 56", where no series is named."""
    found = _alone().search(text)
    if found is None:
        return None
    form = PublishedForm(
        series="", volume=_decimal((found[1] or "").upper()), number=found[2] or found[3]
    )
    return Span(found.start(), found.end()), form


def same_document(one: PublishedForm, other: PublishedForm) -> bool:
    """Tell whether two forms name one document; what one does not say is not held against it."""
    if one.series != other.series or not one.number or one.number != other.number:
        return False
    if one.volume and other.volume and one.volume != other.volume:
        return False
    return one.years is None or other.years is None or one.years == other.years


def number_after(text: str, pattern: re.Pattern[str]) -> str:
    """Give the number of a document that a short form names; empty if none."""
    found = pattern.search(text)
    return found[1] if found else ""


def volume_after(text: str) -> str:
    """Give the volume that a short form names, in decimal; empty if none."""
    found = _volume().search(text)
    return _decimal(found["named"]) if found and found["named"] else ""


def _form(series: str, rest: str) -> tuple[PublishedForm, int]:
    """Read what follows the name of a series; with the length that was read."""
    end = 0
    years = _years().search(rest)
    if years and years.start() <= GAP:
        end = years.end()
    in_decimal = _VOLUME_IN_DECIMAL.match(rest, end) if years else None
    volume = in_decimal or _volume().search(rest, end)
    if volume and volume.start() <= end + GAP:
        end = volume.end()
    number = _number().search(rest, end)
    bare = _BARE.match(rest, end) if volume else None
    if number and number.start() <= end + GAP:
        end, bare = number.end(), None
    known = PublishedForm(
        series=series,
        years=_span_of_years(years[1], years[2]) if years else None,
        volume=_decimal(next(filter(None, volume.groups()))) if volume else "",
        number=number["number"] if number else "",
        bare=bare[1] if bare else "",
    )
    return known, bare.end() if bare else end


def _span_of_years(first: str, last: str | None) -> tuple[int, int]:
    """Complete "1961–63" to (1961, 1963)."""
    start = int(first)
    if last is None:
        return start, start
    end = int(last)
    return start, end if end >= CENTURY else start - start % CENTURY + end


def _decimal(number: str) -> str:
    """Write a roman number in decimal; leave everything else as it is."""
    if not re.fullmatch(r"[IVXLC]+", number):
        return number
    values = [ROMAN[sign] for sign in number]
    signed = [
        -value if value < max(values[k + 1 :], default=0) else value
        for k, value in enumerate(values)
    ]
    return str(sum(signed))


def _fold(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


@cache
def _folded() -> tuple[tuple[str, str], ...]:
    return tuple((_fold(form), short) for form, short in series_names())


@cache
def _series() -> re.Pattern[str]:
    forms = any_of(form for form, _ in series_names())
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"\b(1[5-9]\d\d|20\d\d)(?:\s*[-–—/]\s*(\d{4}|\d\d))?\b")


@cache
def _volume() -> re.Pattern[str]:
    words = any_of(words_of("volumes"))
    return re.compile(
        rf"(?<!\w)(?:(?:{words})\.?\s*(?P<named>[IVXLC]+|\d{{1,3}})|(?P<bare>[IVXLC]+))(?!\w)"
    )


@cache
def _alone() -> re.Pattern[str]:
    volumes, documents = any_of(words_of("volumes")), any_of(words_of("documents"))
    plurals = any_of(one for one in words_of("plurals") if one in words_of("documents"))
    return re.compile(
        rf"(?<!\w)(?:(?:{volumes})\.?\s*([IVXLC]+|\d{{1,3}}),?\s+)?"
        rf"(?:(?:{plurals})\.?\s*(\d+[a-z]?)(?!\w)"
        rf"|(?:{documents})\.?\s*(\d+[a-z]?)(?!\w|[-–—/]\d))",
        re.IGNORECASE,
    )


@cache
def _number() -> re.Pattern[str]:
    words = any_of(words_of("numbers"))
    return re.compile(rf"(?<!\w)(?:{words})\.?\s*(?P<number>\d+[a-z]?)(?!\w)", re.IGNORECASE)
