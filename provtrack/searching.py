"""Search what is recorded: the versions of a store, or the files of a folder, through an index.

Entry points: `open_index`, `search`, `with_context`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from provtrack.config import Project
from provtrack.indexing import Refreshed
from provtrack.model.quotation import Passage
from provtrack.search import IndexedText, Located, View, locate, occurrences
from provtrack.store import Store
from provtrack.text_sources import Step, index_of_folder, index_of_store

CONTEXT = 60  # characters on either side of a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """A passage with the words around it.

    Attributes:
        before, text, after: As recorded; `before` and `after` end at words.
    """

    passage: Passage
    before: str
    text: str
    after: str


def open_index(
    project: Callable[[], Project], against: str | None, *, step: Step | None = None
) -> tuple[View, Refreshed, str | None]:
    """Open the index of what is to be searched: a folder, one document of the store, or all of it.

    Versions that were retracted are left out.

    Returns:
        The index, what the refresh did, and the document if one is named.

    Raises:
        NotInStoreError: No store, or no such document.
    """
    if against is not None and Path(against).is_dir():
        index, done = index_of_folder(Path(against), around=Path.cwd(), step=step)
        return View([index], _unless_retracted), done, None
    found = project()
    store = Store.open(found.versions)
    if against is not None and against not in store:
        store.history(against)  # says that there is no such document, and what there is
    index, done = index_of_store(store, found.derived, step=step)
    return View([index], _unless_retracted), done, against


def _unless_retracted(text: IndexedText) -> IndexedText | None:
    return None if text.is_retracted else text


def search(words: Sequence[str], index: View, *, document: str | None = None) -> list[Located]:
    """Find where words stand: exactly, or with changes.

    Args:
        words: Segments that stand in this order, with anything between them.
        document: Look in this document only.
    """
    first = [document] if document else []
    found = locate(words, index, first=first)
    if not found and len(words) == 1:
        found = [
            Located(passages=(passage,), segments=(passage,), similarity=1.0)
            for passage in occurrences(words[0], index)
        ]
    if document is None:
        return found
    return [one for one in found if all(place.document == document for place in one.passages)]


def with_context(passages: Iterable[Passage], index: View) -> list[FoundPassage]:
    """Read passages with the words around them; those whose text is gone are left out."""
    places = {
        (text.document, text.siglum, text.revision, text.file): (part, number)
        for part, held in enumerate(index.parts)
        for number, text in enumerate(held.texts)
        if number not in held.removed
    }
    found = []
    for one in passages:
        text = index.text(*places[one.document, one.siglum, one.revision, one.file])
        if text is not None:
            start, end = one.span.start, one.span.end
            before = text[max(0, start - CONTEXT) : start]
            after = text[end : end + CONTEXT]
            if start > CONTEXT:
                before = "…" + before.partition(" ")[2]
            if end + CONTEXT < len(text):
                after = after.rpartition(" ")[0] + "…"
            found.append(
                FoundPassage(passage=one, before=before, text=text[start:end], after=after)
            )
    return found
