"""Check the archival references of a store's documents against each other.

What `provtrack verify` does besides its digests: a leaf, a delo or a date that is wrong in one
document often shows only beside another. Entry point: `check_references`.
"""

from collections.abc import Iterator

from provtrack.errors import FormatError, StoreError
from provtrack.model.finding import Finding
from provtrack.references import read_reference
from provtrack.references.across_documents import ReferredDocument, lint_documents
from provtrack.store import Store, load_document


def check_references(store: Store) -> tuple[Finding, ...]:
    """Say which references of different documents do not go together.

    A document that cannot be read is passed over: `Store.verify` says what is wrong with it.
    """
    return lint_documents(list(_referred(store)))


def _referred(store: Store) -> Iterator[ReferredDocument]:
    """Read each reference of each document, as it is recorded now."""
    for name in store.documents():
        try:
            document = load_document(store.newest(name))
        except (StoreError, FormatError):
            continue
        date = document.date.edtf if document.date else None
        for verbatim in dict.fromkeys(document.references):
            first = read_reference(verbatim)
            for reference in (first, *first.others):
                yield ReferredDocument(name=name, reference=reference, date=date)
