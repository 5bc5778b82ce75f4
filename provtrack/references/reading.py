"""An archival reference as printed -> its repository, parts, leaves and credits.

One grammar so far, fond-opis-delo, of the archives of Russia and its neighbours (GOST R 7.0.5, the
notes of the Cold War International History Project). Parts are what is written: nothing is
corrected or filled in; `references.lint` says what is odd. Entry point: `read_reference`.
"""

from provtrack.model.reference import ArchivalReference, Leaves, Repository
from provtrack.references.credits import read_credits
from provtrack.references.labels import Label, find_labels
from provtrack.references.lint import lint
from provtrack.references.repositories import FoundRepository, find_repository
from provtrack.references.slashes import find_slashed_labels

FOND_OPIS_DELO = "fond-opis-delo"
UNREAD = "unread"
_MOST_CHARACTERS = 10_000  # a longer text is no reference
_MOST_WORDS = 12  # a longer run before the fond is prose, not the name of a repository


def read_reference(verbatim: str) -> ArchivalReference:
    """Read an archival reference; never fails, never changes a word.

    Returns:
        The reference; family "unread", without parts, where no grammar fits. Of several
        references in one text the first is read. Findings are in the order of their place.
    """
    if len(verbatim) > _MOST_CHARACTERS:
        return ArchivalReference(verbatim=verbatim, family=UNREAD)
    agents, place = read_credits(verbatim)
    head = verbatim[: place.start] if place else verbatim
    named = find_repository(head)
    labels = _one_reference(find_labels(head)) or find_slashed_labels(head, named)
    if not _is_fond_opis_delo(labels, named):
        return ArchivalReference(verbatim=verbatim, family=UNREAD, credits=agents)
    repository = _repository(head, labels[0].start, named)
    return ArchivalReference(
        verbatim=verbatim,
        family=FOND_OPIS_DELO,
        repository=repository,
        parts=tuple((one.kind, one.value) for one in labels if one.value and not one.leaves),
        leaves=tuple(
            Leaves(start=leaf.first, end=leaf.last) for one in labels for leaf in one.leaves
        ),
        credits=agents,
        findings=lint(head, labels, repository=repository, named=named),
    )


def _one_reference(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """Keep the labels of the first reference: up to a level that is named a second time."""
    seen: set[str] = set()
    kept: list[Label] = []
    start = next((i for i, label in enumerate(labels) if label.kind == "fond"), 0)
    for label in labels[start:]:
        if label.kind in seen and label.kind != "leaves":
            break
        seen.add(label.kind)
        kept.append(label)
    return tuple(kept)


def _is_fond_opis_delo(labels: tuple[Label, ...], named: FoundRepository | None) -> bool:
    """A fond with an opis or delo; with a known repository, any two levels will do."""
    kinds = {label.kind for label in labels}
    if sum(bool(label.value) for label in labels) < 2:
        return False
    if "fond" in kinds and kinds & {"opis", "archival_unit"}:
        return True
    return named is not None and len(kinds & {"fond", "opis", "delo", "archival_unit"}) >= 2


def _repository(head: str, end: int, named: FoundRepository | None) -> Repository | None:
    """Name the repository as printed: the known name, else the words before the fond."""
    if named and named.start < end:
        return Repository(name=head[named.start : named.end], code=named.code)
    words = head[:end].rsplit(";", 1)[-1].removeprefix("Source:").strip(" \n\t.,:—–-")
    if not words or len(words.split()) > _MOST_WORDS or not words[0].isupper():
        return None
    return Repository(name=words)
