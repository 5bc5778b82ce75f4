"""Find the documents that cited works mean.

What speaks surest decides: an id, the number in a series, the archival reference, a link, then
title and date together, then a title that fits one document only. "Ibid." and short forms go back
to the work they repeat. What fits several documents is not resolved, and they are named. Entry
points: `KnownDocuments`, `resolve`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from provtrack.citing.earlier import (
    as_before,
    as_in_note,
    as_named_earlier,
    as_short_title,
    title_words,
)
from provtrack.citing.named import by_id, by_title_inside, named_sigla, words_of
from provtrack.citing.published_forms import same_document
from provtrack.citing.works import earlier_note
from provtrack.model.citation import (
    CataloguedDocument,
    Citation,
    CitationForm,
    CitedWork,
    Ground,
    PublishedForm,
)
from provtrack.model.reference import ArchivalReference

ALIKE_WITH_DATE = 60.0  # percent, of titles of one day
ALIKE_ALONE = 90.0
NEARLY = 3.0  # percent; a title that fits another document so nearly decides nothing
ALL_WORDS = 75.0  # percent at least, of a title all of whose words a document's title has
LEAST_WORDS = 2
_TELLING = frozenset(
    {"fond", "opis", "delo", "papka", "file", "lot", "box", "folder", "piece", "archival_unit"}
    | {"bestand", "signatur", "volume", "zespol", "wiazka", "teczka", "record"}
)


def resolve(works: Sequence[CitedWork], known: "KnownDocuments") -> tuple[Citation, ...]:
    """Resolve works in their order; each may go back to those before it.

    Returns:
        One citation a work. Costs one look-up a work, beside titles: those of the works of a day.
    """
    resolved: list[Citation] = []
    for work in works:
        resolved.append(_one_resolved(work, resolved, known))
    return tuple(resolved)


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """Documents by what they may be known by."""

    by_id: Mapping[str, CataloguedDocument]
    by_number: Mapping[tuple[str, str], list[tuple[str, str, PublishedForm]]]
    by_part: Mapping[tuple[str, str], list[str]]
    by_link: Mapping[str, list[str]]
    by_date: Mapping[str, list[str]]
    by_title_word: Mapping[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Iterable[CataloguedDocument]) -> "KnownDocuments":
        """Index documents: once for all publications, since each costs 10 microseconds."""
        by_id: dict[str, CataloguedDocument] = {}
        number = defaultdict[tuple[str, str], list[tuple[str, str, PublishedForm]]](list)
        part = defaultdict[tuple[str, str], list[str]](list)
        link, date = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        words = defaultdict[str, list[str]](list)
        for one in catalogue:
            by_id[one.id] = one
            for siglum, form in one.published:
                number[form.series, form.number].append((one.id, siglum, form))
            for reference in one.references:
                for named in set(_parts(reference)):
                    part[named].append(one.id)
            for known, keys in ((link, one.links), (date, map(_day, one.dates))):
                for key in keys:
                    known[key].append(one.id)
            for word in {word for title in one.titles for word in words_of(title.text)}:
                words[word].append(one.id)
        return cls(by_id, number, part, link, date, words)


def _one_resolved(work: CitedWork, before: Sequence[Citation], index: KnownDocuments) -> Citation:
    """Resolve a work by what it says, or by the works before it."""

    def resolver(other: CitedWork) -> Citation:
        return _resolved(other, index)

    if work.form is CitationForm.SAME_AS_BEFORE:
        return as_before(work, before, index.by_id, resolver)
    if note := earlier_note(work.text):
        return as_in_note(work, note, before)
    if work.form is CitationForm.NAMED_EARLIER:
        cited = as_named_earlier(work, before, index.by_id)
        is_known = cited.document or cited.others
        return cited if is_known else resolver(replace(work, form=CitationForm.FULL))
    found = resolver(work)
    says_where = work.published or work.reference or work.links or work.date
    if found.document or says_where:
        return found
    return as_short_title(work, before, index.by_id) or found


def _resolved(work: CitedWork, index: KnownDocuments) -> Citation:
    """Resolve a work that is named in full."""
    for ground, found in (
        (Ground.ID, by_id(work, index.by_id)),
        (Ground.PUBLISHED_FORM, _by_published_form(work, index)),
        (Ground.LINK, [one for link in work.links for one in index.by_link.get(link, ())]),
        (Ground.REFERENCE, _by_reference(work, index)),
    ):
        fitting = list(dict.fromkeys(found))
        if len(fitting) > 1:
            fitting = _best_titled(work, fitting, index, least=0.0)
        if len(fitting) == 1:
            return _citation(work, fitting[0], ground, index)
    dated = index.by_date.get(_day(work.date), []) if work.date else []
    fitting = _best_titled(work, dated, index, least=ALIKE_WITH_DATE) if work.title else []
    if len(fitting) == 1:
        return _citation(work, fitting[0], Ground.TITLE_AND_DATE, index)
    if work.title and not work.date and not work.published:
        shared = _sharing_words(work.title, index)
        fitting = _best_titled(work, shared, index, least=ALIKE_ALONE)
        if len(fitting) == 1:
            return _citation(work, fitting[0], Ground.TITLE, index)
    if not (work.published or work.reference or work.links):
        inside = by_title_inside(work, index.by_id, index.by_title_word)
        if len(inside) == 1:
            return _citation(work, inside[0], Ground.TITLE, index)
        fitting = fitting or inside
    return Citation(work=work, others=tuple(fitting[:5]))


def _by_published_form(work: CitedWork, index: KnownDocuments) -> list[str]:
    return [
        document
        for form in work.published
        for document, _, other in index.by_number.get((form.series, form.number), [])
        if same_document(form, other)
    ]


def _by_reference(work: CitedWork, index: KnownDocuments) -> list[str]:
    """Documents whose reference has all that the work's has, and a part that tells."""
    if work.reference is None:
        return []
    named = [part for part in _parts(work.reference) if part[0] in _TELLING]
    if not named:
        return []
    fitting = set(index.by_part.get(named[-1], ()))
    for part in named[:-1]:
        fitting &= set(index.by_part.get(part, ()))
    ordered = sorted(fitting)
    with_leaves = [one for one in ordered if _shares_leaves(work.reference, index.by_id[one])]
    return with_leaves or ordered


def _shares_leaves(reference: ArchivalReference, document: CataloguedDocument) -> bool:
    """Tell whether leaves of a citation lie among those of a document's references."""
    cited = {leaf for one in reference.leaves for leaf in leaf_numbers(one.start, one.end)}
    held = {
        leaf
        for other in document.references
        for one in other.leaves
        for leaf in leaf_numbers(one.start, one.end)
    }
    return bool(cited & held)


def leaf_numbers(start: str, end: str | None) -> range:
    """Give the numbers of leaves as printed; none for a range that descends."""
    numbers = [int(found[0]) for one in (start, end or start) if (found := re.match(r"\d+", one))]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)


def _best_titled(
    work: CitedWork, documents: Sequence[str], index: KnownDocuments, *, least: float
) -> list[str]:
    """Keep the documents whose titles fit best; several if they fit alike."""
    marked = [(_likeness(work, index.by_id[one]), one) for one in dict.fromkeys(documents)]
    fitting = [(mark, one) for mark, one in marked if mark >= least]
    best = max((mark for mark, _ in fitting), default=0.0)
    return [one for mark, one in fitting if mark >= best - NEARLY]


def _likeness(work: CitedWork, document: CataloguedDocument) -> float:
    """How alike a work's title is to a document's, in percent; its date tells a little too."""
    words = words_of(work.title)
    marks = [
        fuzz.token_sort_ratio(" ".join(words), " ".join(theirs))
        for theirs in (words_of(one.text) for one in document.titles)
        if _numbers(words) == _numbers(theirs)
    ]
    telling = title_words(work.title)
    if len(telling) >= LEAST_WORDS and any(
        telling <= title_words(one.text) for one in document.titles
    ):
        marks.append(ALL_WORDS)
    dated = bool(work.date) and _day(work.date) in map(_day, document.dates)
    return max(marks, default=0.0) + 2 * NEARLY * dated


def _sharing_words(title: str, index: KnownDocuments) -> list[str]:
    """Documents that share the rarest words of a title."""
    rare = sorted(words_of(title), key=lambda word: len(index.by_title_word.get(word, ())))
    known = [word for word in rare if word in index.by_title_word]
    return [one for word in known[:2] for one in index.by_title_word[word]]


def _citation(work: CitedWork, document: str, ground: Ground, index: KnownDocuments) -> Citation:
    """Cite a document, by the version that the work names, if it names one."""
    known = index.by_id[document]
    published = {
        siglum
        for siglum, form in known.published
        if siglum and any(same_document(form, one) for one in work.published)
    }
    translated = {siglum for siglum, name in known.translators if name and name in work.text}
    sigla = named_sigla(work, known)
    named = sigla or published & translated or published or translated
    siglum = min(named) if len(named) == 1 else None
    return Citation(work=work, document=document, siglum=siglum, grounds=(ground,))


def _parts(reference: ArchivalReference) -> list[tuple[str, str]]:
    """Parts of a reference and of those beside it, folded for comparison."""
    parts = [(name, value.casefold().replace(" ", "")) for name, value in reference.parts]
    return parts + [part for other in reference.others for part in _parts(other)]


def _day(date: str | None) -> str:
    return (date or "")[:10]


def _numbers(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdecimal()}
