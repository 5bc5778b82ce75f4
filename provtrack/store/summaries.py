"""A cheap listing of a store: titles, versions and heads, without any text."""

from collections.abc import Iterator
from dataclasses import dataclass

from provtrack.errors import FormatError, StoreError
from provtrack.model.document import Document, Version
from provtrack.store.holdings import load_document, load_versions
from provtrack.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One document in a listing.

    Attributes:
        document: Its id.
        metadata: None where the document is damaged.
        versions: Newest revision of each, sigla in natural order.
        number: Of its newest event.
        when: Time of its newest event.
        head: Digest of its newest event.
        fault: What is wrong, in one sentence; None for a document that can be read.
    """

    document: str
    metadata: Document | None = None
    versions: tuple[Version, ...] = ()
    number: int = 0
    when: str = ""
    head: str = ""
    fault: str | None = None


def summaries_of(store: Store) -> Iterator[Summary]:
    """List the documents of a store in alphabetical order; damaged ones with what is wrong."""
    for document in store.documents():
        try:
            yield summary_of(store, document)
        except (StoreError, FormatError) as fault:
            yield Summary(document=document, fault=str(fault))


def summary_of(store: Store, document: str) -> Summary:
    """Summarise one document.

    Raises:
        NotInStoreError: No such document.
        StoreError, FormatError: It is damaged.
    """
    history = store.newest(document)
    return Summary(
        document=document,
        metadata=load_document(history),
        versions=tuple(load_versions(history).values()),
        number=history.events[-1].number,
        when=history.events[-1].when,
        head=history.head,
    )
