"""The documents that are held, by what citations know them by. Entry point: `KnownDocuments`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from provtrack.citing.named import words_of
from provtrack.model.citation import CataloguedDocument, PrintedPages, PublishedForm
from provtrack.model.reference import ArchivalReference


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """Documents by what they may be known by; journals by their first word."""

    by_id: Mapping[str, CataloguedDocument]
    by_number: Mapping[tuple[str, str], list[tuple[str, str, PublishedForm]]]
    by_part: Mapping[tuple[str, str], list[str]]
    by_link: Mapping[str, list[str]]
    by_date: Mapping[str, list[str]]
    by_title_word: Mapping[str, list[str]] = field(default_factory=dict)
    by_journal: Mapping[str, list[tuple[str, PrintedPages]]] = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Iterable[CataloguedDocument]) -> "KnownDocuments":
        """Index documents: once for all publications, since each costs 10 microseconds."""
        by_id: dict[str, CataloguedDocument] = {}
        number = defaultdict[tuple[str, str], list[tuple[str, str, PublishedForm]]](list)
        part = defaultdict[tuple[str, str], list[str]](list)
        link, date = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
        words = defaultdict[str, list[str]](list)
        journal = defaultdict[str, list[tuple[str, PrintedPages]]](list)
        for one in catalogue:
            by_id[one.id] = one
            for siglum, form in one.published:
                number[form.series, form.number].append((one.id, siglum, form))
            for _, pages in one.printed:
                journal[pages.name.split()[0]].append((one.id, pages))
            for reference in one.references:
                for named in set(parts_of(reference)):
                    part[named].append(one.id)
            for known, keys in ((link, one.links), (date, map(day_of, one.dates))):
                for key in keys:
                    known[key].append(one.id)
            for word in {word for title in one.titles for word in words_of(title.text)}:
                words[word].append(one.id)
        return cls(by_id, number, part, link, date, words, journal)


def parts_of(reference: ArchivalReference) -> list[tuple[str, str]]:
    """Parts of a reference and of those beside it, folded for comparison."""
    parts = [(name, value.casefold().replace(" ", "")) for name, value in reference.parts]
    return parts + [part for other in reference.others for part in parts_of(other)]


def day_of(date: str | None) -> str:
    """Give the day of a date, without the hour."""
    return (date or "")[:10]
