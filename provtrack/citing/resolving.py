"""Find the documents that cited works mean.

What speaks surest decides: an id, the number in a series, the archival reference, a link, then
title and date together, then a title that fits one document only. "Ibid." and short forms go back
to the work they repeat. What fits several documents is not resolved, and they are named. Entry
point: `resolve`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from provtrack.citing.before import Before
from provtrack.citing.bibliography import BIBLIOGRAPHY
from provtrack.citing.earlier import (
    as_before,
    as_in_note,
    as_named_earlier,
    as_named_in_note,
)
from provtrack.citing.inline import is_parenthesis
from provtrack.citing.known import KnownDocuments, day_of, parts_of
from provtrack.citing.leaves import leaf_numbers
from provtrack.citing.named import by_id, by_title_inside, named_sigla, words_of
from provtrack.citing.numbering import by_bare_number, completed, counts_documents
from provtrack.citing.one_work import references_in_remarks
from provtrack.citing.printed_pages import on_pages
from provtrack.citing.published_forms import same_document
from provtrack.citing.short_forms import as_author, as_short_title
from provtrack.citing.slashed import with_papka
from provtrack.citing.titles import telling_words
from provtrack.citing.works import says_translated, says_where
from provtrack.model.citation import (
    CataloguedDocument,
    Citation,
    CitationForm,
    CitedWork,
    Ground,
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


def resolve(
    works: Sequence[CitedWork], known: KnownDocuments, *, by_number: bool = False
) -> tuple[Citation, ...]:
    """Resolve works in their order; each may go back to those before it.

    Args:
        by_number: It is known that numbers without a word ("XIX, 60") are those of documents.

    Returns:
        One citation a work; none of one in parentheses or in the bibliography that neither says
        where it is kept or printed nor is held. Costs one look-up a work, beside titles: those of
        the works of a day.
    """
    whole = list(completed(works, known))
    by_number = by_number or counts_documents(whole, known)
    resolved = Before(known.by_id)
    for work in whole:
        resolved.add(_one_resolved(work, resolved, known, by_number=by_number))
    return tuple(one for one in resolved.all if one.document or _is_to_be_found(one.work))


def _is_to_be_found(work: CitedWork) -> bool:
    """Whether it is to be said that a work is not held: that of a note, or with a reference."""
    return says_where(work) or not (is_parenthesis(work.note) or work.note == BIBLIOGRAPHY)


def _one_resolved(
    work: CitedWork, before: Before, index: KnownDocuments, *, by_number: bool
) -> Citation:
    """Resolve a work by what it says, or by the works before it."""

    def resolver(other: CitedWork) -> Citation:
        return _by_number(_resolved(other, index), index, is_sure=by_number)

    if work.earlier_note:
        if work.form is CitationForm.NAMED_EARLIER:
            return as_named_in_note(work, before)
        return as_in_note(work, work.earlier_note, before)
    if work.form is CitationForm.SAME_AS_BEFORE:
        return as_before(work, before, resolver)
    if work.form is CitationForm.NAMED_EARLIER:
        cited = as_named_earlier(work, before)
        is_known = cited.document or cited.others
        return cited if is_known else resolver(replace(work, form=CitationForm.FULL))
    found = resolver(work)
    if found.document or work.published or work.reference or work.links:
        return found
    short = None if work.date else as_short_title(work, before)
    return short or as_author(work, before) or found


def _by_number(citation: Citation, index: KnownDocuments, *, is_sure: bool) -> Citation:
    """Take a number without a word for that of a document, if that is sure; else only name it."""
    fitting = [] if citation.document else by_bare_number(citation.work, index)
    if len(fitting) == 1 and is_sure:
        forms = tuple(replace(one, number=one.bare) for one in citation.work.published)
        numbered = replace(citation.work, published=forms)
        return _citation(numbered, fitting[0], Ground.PUBLISHED_FORM, index)
    return replace(citation, others=tuple(fitting[:5])) if fitting else citation


def _resolved(work: CitedWork, index: KnownDocuments) -> Citation:
    """Resolve a work that is named in full."""
    for ground, found in (
        (Ground.ID, by_id(work, index.by_id)),
        (Ground.PUBLISHED_FORM, _by_published_form(work, index)),
        (Ground.LINK, [one for link in work.links for one in index.by_link.get(link, ())]),
        (Ground.REFERENCE, _by_reference(work, index)),
        (Ground.PUBLISHED_FORM, _by_pages(work, index)),
    ):
        fitting = list(dict.fromkeys(found))
        if len(fitting) > 1:
            fitting = _best_titled(work, fitting, index, least=0.0)
        if len(fitting) == 1:
            return _citation(work, fitting[0], ground, index)
    dated = index.by_date.get(day_of(work.date), []) if work.date else []
    fitting = _best_titled(work, dated, index, least=ALIKE_WITH_DATE) if work.title else []
    if len(fitting) == 1:
        return _citation(work, fitting[0], Ground.TITLE_AND_DATE, index)
    if dated and not (work.published or work.reference or work.links):
        translated = [one for one in dated if _translators(work, index.by_id[one])]
        if len(translated) == 1:
            return _citation(work, translated[0], Ground.TRANSLATOR_AND_DATE, index)
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
    return _by_other_reading(work, index) or Citation(work=work, others=tuple(fitting[:5]))


def _by_other_reading(work: CitedWork, index: KnownDocuments) -> Citation | None:
    """Resolve a work by the only document whose reference stands in parentheses in it.

    If it has a reference that may be read in another way, then by that.
    """
    if work.reference is None:
        readings = [*references_in_remarks(work.text)]
    else:
        readings = [one for one in (with_papka(work.reference),) if one is not None]
    named = [replace(work, reference=one) for one in readings]
    found = {document: one for one in named for document in _by_reference(one, index)}
    if len(found) != 1:
        return None
    ((document, other),) = found.items()
    ground = Ground.REFERENCE if work.reference else Ground.IN_PARENTHESES
    return _citation(other, document, ground, index)


def _by_published_form(work: CitedWork, index: KnownDocuments) -> list[str]:
    return [
        document
        for form in work.published
        for document, _, other in index.by_number.get((form.series, form.number), [])
        if same_document(form, other)
    ]


def _by_pages(work: CitedWork, index: KnownDocuments) -> list[str]:
    """Documents printed on the page of the journal that a work names."""
    return [
        document
        for word in dict.fromkeys(words_of(work.text))
        for document, pages in index.by_journal.get(word, ())
        if on_pages(work.text, pages)
    ]


def _translators(work: CitedWork, document: CataloguedDocument) -> set[str]:
    """Sigla of the versions whose translator a work names, in full or "trans. Lindqvist"."""
    full = {siglum for siglum, name in document.translators if name and name in work.text}
    if full or not says_translated(work.text):
        return full
    words = set(re.findall(r"[\w’'-]+", work.text))
    return {siglum for siglum, name in document.translators if set(name.split()[-1:]) & words}


def _by_reference(work: CitedWork, index: KnownDocuments) -> list[str]:
    """Documents whose reference has all that the work's has, and a part that tells."""
    if work.reference is None:
        return []
    named = [part for part in parts_of(work.reference) if part[0] in _TELLING]
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
    telling = telling_words(work.title)
    if len(telling) >= LEAST_WORDS and any(
        telling <= telling_words(one.text) for one in document.titles
    ):
        marks.append(ALL_WORDS)
    dated = bool(work.date) and day_of(work.date) in map(day_of, document.dates)
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
    published |= {siglum for siglum, one in known.printed if siglum and on_pages(work.text, one)}
    translated = _translators(work, known)
    sigla = named_sigla(work, known)
    named = sigla or published & translated or published or translated
    siglum = min(named) if len(named) == 1 else None
    return Citation(work=work, document=document, siglum=siglum, grounds=(ground,))


def _numbers(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdecimal()}
