"""Numbers of documents that a publication writes in short: without their series, or without a word.

"Volume VI, Document 56" is completed by the series that the publication cites with that volume. In
"FRUS, 1961–63, 19:60" the number may be that of a document or of a page: it counts where title or
date of a note agree with the document of that number, in one note at least. Never is one of two
chosen. Entry points: `completed`, `by_bare_number`, `counts_documents`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from provtrack.citing.known import KnownDocuments, day_of
from provtrack.citing.one_work import names_in
from provtrack.citing.pieces import leads, says_same
from provtrack.citing.published_forms import form_alone, same_document
from provtrack.citing.titles import telling_words
from provtrack.model.citation import CataloguedDocument, CitedWork, PublishedForm

Volume = tuple[str, tuple[int, int] | None, str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def completed(works: Sequence[CitedWork], known: KnownDocuments) -> Iterator[CitedWork]:
    """Put its series to each number that is written without it, where only one can be meant."""
    cited = list(dict.fromkeys(_volume_of(one) for work in works for one in _in_series(work)))
    last: Volume | None = None
    for work in works:
        for one in _in_series(work)[-1:]:
            last = _volume_of(one)
        if not work.published or work.published[0].series:
            yield work
            continue
        written = work.published[0]
        fitting = [
            form
            for form in _with_series(written, cited, last, known)
            if says_same(work.text) or _agrees(work, _documents(form, known), known)
        ]
        last = _volume_of(fitting[0]) if len(fitting) == 1 else last
        yield replace(work, published=tuple(fitting) or (written,))


def _in_series(work: CitedWork) -> list[PublishedForm]:
    return [one for one in work.published if one.series]


def _volume_of(form: PublishedForm) -> Volume:
    return form.series, form.years, form.volume


def _with_series(
    written: PublishedForm, cited: Sequence[Volume], last: Volume | None, known: KnownDocuments
) -> list[PublishedForm]:
    """Complete a number by the volume cited before; or by the only series that is cited or held.

    Args:
        cited: The volumes that the publication cites.
        last: Of those the one cited before this number.
    """
    if not written.volume:
        return [_in_volume(written, last)] if last is not None else []
    with_volume = [one for one in cited if one[2] == written.volume]
    series = dict.fromkeys((name, years, written.volume) for name, years, _ in cited)
    for volumes in (with_volume, list(series)):
        if volumes:
            return [_in_volume(written, volumes[0])] if len(volumes) == 1 else []
    held = {
        (document, replace(form, bare=""))
        for (_, number), forms in known.by_number.items()
        if number == written.number
        for document, _, form in forms
        if form.volume == written.volume
    }
    return [form for _, form in held] if len(held) == 1 else []


def _in_volume(written: PublishedForm, volume: Volume) -> PublishedForm:
    series, years, number = volume
    return replace(written, series=series, years=years, volume=written.volume or number)


def _agrees(work: CitedWork, documents: Iterable[str], known: KnownDocuments) -> bool:
    """Whether what stands before a number without a series is nothing, or names such a document."""
    found = form_alone(work.text)
    before = work.text[: found[0].start] if found else work.title
    names = {name.casefold() for name in names_in(before)}
    title = leads().sub("", f"{work.title.lstrip()} ", count=1)
    if not re.sub(r"[\W_]", "", title) and not names:
        return True
    titles = [telling_words(one.text) for key in documents for one in known.by_id[key].titles]
    return bool(names) and any(names <= title for title in titles)


def _documents(form: PublishedForm, known: KnownDocuments) -> list[str]:
    """Documents that a form in full names."""
    held = known.by_number.get((form.series, form.number), ())
    return list(dict.fromkeys(one for one, _, other in held if same_document(form, other)))


def is_bare(work: CitedWork) -> bool:
    """Whether a work is named by a number that may be that of a document or of a page."""
    return any(form.bare and form.volume and not form.number for form in work.published)


def by_bare_number(work: CitedWork, known: KnownDocuments) -> list[str]:
    """Documents of the number that stands behind the volume without a word, which may be a page."""
    return list(
        dict.fromkeys(
            document
            for form in work.published
            if form.bare and form.volume and not form.number
            for document in _documents(replace(form, number=form.bare), known)
        )
    )


def counts_documents(works: Iterable[CitedWork], known: KnownDocuments) -> bool:
    """Whether numbers without a word are those of documents in the publication of these works.

    Title or date must agree with the document in one note at least, and in none may they disagree.
    """
    agreed = {
        _is_of(work, known.by_id[document])
        for work in works
        for document in by_bare_number(work, known)
    }
    return True in agreed and False not in agreed


def _is_of(work: CitedWork, document: CataloguedDocument) -> bool | None:
    """Whether the title or the date of a work are those of a document; None if it has neither."""
    if work.date and _DAY.match(work.date) and document.dates:
        return day_of(work.date) in map(day_of, document.dates)
    words = telling_words(work.title)
    if not words:
        return None
    return any(words <= telling_words(one.text) for one in document.titles)
