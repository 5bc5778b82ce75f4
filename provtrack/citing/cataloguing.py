"""Words about a document -> what citations may know it by. Entry point: `catalogued`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provtrack.citing.printed_pages import printed_pages
from provtrack.citing.published_forms import addressed_forms, published_forms
from provtrack.model.citation import CataloguedDocument, PublishedForm
from provtrack.model.document import Title
from provtrack.references import read_reference

_ADDRESS = re.compile(r"https?://[^\s<>\"”»]+")
_ID = re.compile(r"\d[\w-]{3,}|[\w-]*\d{3,}[\w-]*")  # of a document, in a path


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWords:
    """What is written of a document.

    Attributes:
        references: Archival references, verbatim.
        published: (siglum or "", where it was published, in words).
        translators: (siglum, name).
    """

    id: str
    titles: Sequence[str] = ()
    dates: Sequence[str] = ()
    references: Sequence[str] = ()
    published: Sequence[tuple[str, str]] = ()
    origins: Sequence[str] = ()
    sigla: Sequence[str] = ()
    translators: Sequence[tuple[str, str]] = ()


def catalogued(words: DocumentWords) -> CataloguedDocument:
    """Read what citations may name a document by: references, published forms, links."""
    references = (read_reference(one) for one in words.references)
    return CataloguedDocument(
        id=words.id,
        titles=tuple(Title(text=one) for one in words.titles if one),
        dates=tuple(words.dates),
        references=tuple(one for one in references if one.parts),
        published=tuple(_forms([*words.published, *(("", one) for one in words.origins)])),
        printed=tuple(
            (siglum, pages)
            for siglum, place in words.published
            if (pages := printed_pages(place)) is not None
        ),
        links=tuple(_links([*words.origins, *(place for _, place in words.published)])),
        sigla=tuple(words.sigla),
        translators=tuple(words.translators),
    )


def _forms(published: Sequence[tuple[str, str]]) -> Iterable[tuple[str, PublishedForm]]:
    for siglum, place in published:
        forms = [*(form for _, form in published_forms(place)), *addressed_forms(place)]
        yield from ((siglum, form) for form in forms if form.number)


def _links(places: Sequence[str]) -> Iterable[str]:
    """Ids in the paths of addresses: parts with figures in them."""
    for place in places:
        for address in _ADDRESS.findall(place):
            for part in address.split("/", 3)[3:]:
                yield from _ID.findall(part)
