"""Where a document comes from, over a store: its holdings -> its chain, and that in W3C PROV.

What the commands ``trace`` and ``export`` call. Entry point: `trace`.
"""

from dataclasses import dataclass

from provtrack.model.document import Document
from provtrack.model.provenance import ProvenanceChain
from provtrack.provenance import chain_of
from provtrack.provenance.ancestry import chain_to
from provtrack.provenance.graph import statements_of
from provtrack.provenance.statements import StatementDocument
from provtrack.store import Store, holdings_of, parse_version_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A document with its chain, or the part of it that leads to one version.

    Attributes:
        head: Digest of the document's newest event.
        statements: The same, with the events of these versions, as statements of PROV.
    """

    document: Document
    head: str
    chain: ProvenanceChain
    statements: StatementDocument


def trace(store: Store, name: str) -> Trace:
    """Trace ``DOCUMENT``, or ``DOCUMENT:SIGLUM``, back to its original.

    Raises:
        NotInStoreError: No such document or version; says what there is.
        UsageError: `name` is neither. A revision may be named, but a chain leads to the version.
    """
    slug, colon, _ = name.partition(":")
    holdings = holdings_of(store, slug)
    versions = tuple(holdings.versions.values())
    texts = {version.siglum: holdings.text(version.siglum) for version in versions}
    chain = chain_of(holdings.document, versions, texts=texts)
    events, heads = holdings.history.events, holdings.history.heads
    if colon:
        parsed = parse_version_name(name)
        siglum = holdings.version(parsed.siglum, parsed.revision).siglum
        chain = chain_to(chain, siglum)
        kept = {link.siglum for link in chain.links}
        versions = tuple(version for version in versions if version.siglum in kept)
        concerned = [
            place
            for place, event in enumerate(events)
            if any(touched.partition("@")[0] in kept for touched in event.versions)
        ]
        events = tuple(events[place] for place in concerned)
        heads = tuple(heads[place] for place in concerned)
    statements = statements_of(
        holdings.document,
        versions,
        chain,
        events=events,
        heads=heads,
        id_prefix=store.id_prefix,
    )
    return Trace(document=holdings.document, head=holdings.head, chain=chain, statements=statements)
