"""List the recorded alignments that teach a lexicon, and count what each of them teaches.

An alignment counts if it is of the newest revisions of two versions in two known languages, and
neither is retracted. What does not change in the store is not read again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from provtrack.aligner import taught_by
from provtrack.errors import FormatError, NotInStoreError, StoreError
from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Version
from provtrack.model.history import History
from provtrack.model.lexicon import Counts, ListedDocument, TaughtAlignment
from provtrack.model.stored import load
from provtrack.store import Store, load_versions
from provtrack.store.layout import text_path
from provtrack.text.languages import languages_apart
from provtrack.text.paragraphs import paragraphs_of

Listing = Mapping[str, ListedDocument]


def listed(store: Store, known: Listing, documents: Iterable[str]) -> dict[str, ListedDocument]:
    """List what documents have to teach; damaged ones teach nothing.

    Args:
        known: What was listed before; taken over where the inventory is the same.
    """
    found = {}
    for document in documents:
        try:
            inventory = store.inventory_digest(document)
            before = known.get(document)
            if before is not None and before.inventory == inventory:
                found[document] = before
                continue
            history = store.newest(document)
            taught = tuple(one for one, _ in _teaching(history))
            found[document] = ListedDocument(inventory=inventory, alignments=taught)
        except (StoreError, FormatError):
            continue
    return found


def _teaching(history: History) -> Iterator[tuple[TaughtAlignment, StoredAlignment]]:
    """Find the alignments of a document that count, in order of their names."""
    versions: dict[str, Version] | None = None
    for path in sorted(path for path in history.files if path.startswith("alignments/")):
        versions = versions or load_versions(history)
        sigla = path.removeprefix("alignments/").removesuffix(".json").split("--")
        pair = [versions[siglum] for siglum in sigla if siglum in versions]
        if len(pair) < 2 or any(version.retracted for version in pair):
            continue
        languages = languages_apart(pair[0].language, pair[1].language)
        if languages is None:
            continue
        content = history.files[path]
        stored = load(StoredAlignment, content, place=path)
        if (stored.base_sha256, stored.witness_sha256) != tuple(one.text_sha256 for one in pair):
            continue
        tags = f"{pair[0].language} {pair[1].language}".encode()
        taught = TaughtAlignment(
            document=history.document,
            base=stored.base,
            witness=stored.witness,
            languages=languages,
            sha256=hashlib.sha256(content + tags).hexdigest(),
        )
        yield taught, stored


def counts_of(store: Store, taught: TaughtAlignment) -> Counts:
    """Count what a recorded alignment teaches, also one that has been replaced since.

    Raises:
        NotInStoreError: The document does not hold it, and never did.
        StoreError, FormatError: The document is damaged.
    """
    history = store.newest(taught.document)
    for number in range(history.events[-1].number, 0, -1):
        for found, stored in _teaching(history):
            if found == taught:
                return _counted(history, stored)
        if number > 1:
            history = store.history(taught.document, number=number - 1)
    raise NotInStoreError(f"{taught.document} does not hold that alignment.")


def _counted(history: History, stored: StoredAlignment) -> Counts:
    """Count what an alignment teaches, its texts read from the same recording."""
    versions = load_versions(history)
    base, witness = (name.partition("@")[0] for name in (stored.base, stored.witness))
    texts = (history.files[text_path(siglum)].decode("utf-8") for siglum in (base, witness))
    lexicon = taught_by(
        stored.alignment,
        *([paragraph.text for paragraph in paragraphs_of(text)] for text in texts),
        base_language=versions[base].language,
        witness_language=versions[witness].language,
    )
    return lexicon.counts if lexicon else {}
