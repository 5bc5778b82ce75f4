"""`Lexicons`: gives the lexicon of two languages, brought up to date with the store.

Counts are whole numbers, so alignments that came are added and those that went are taken off, to
the last figure; only where one that went cannot be read any more is all summed again.
"""

from dataclasses import dataclass, field

from provtrack.errors import FormatError, NotInStoreError, StoreError
from provtrack.lexicons.files import (
    read_listing,
    read_summed,
    write_listing,
    write_summed,
)
from provtrack.lexicons.listing import counts_of, listed
from provtrack.model.lexicon import Lexicon, ListedDocument, TaughtAlignment, add_counts
from provtrack.output_files import DERIVED
from provtrack.store import Store
from provtrack.text.languages import languages_apart

LEXICONS = "lexicons"
WRITTEN_AFTER = 50  # changes; a catalogue of thousands does not write the file for each row


@dataclass(slots=True)
class _Sum:
    """What is summed of one pair of languages.

    Attributes:
        unwritten: Changes that are not in the file yet.
        is_new: It was read from the file, and not used so far.
        faulty: Alignments that cannot be read.
    """

    counts: dict[tuple[str, str], int]
    alignments: set[TaughtAlignment]
    unwritten: int = 0
    is_new: bool = True
    faulty: set[TaughtAlignment] = field(default_factory=set)


class Lexicons:
    """The lexicons of one store.

    The store is looked through once, which takes some .05 ms a document; what is recorded
    afterwards has to be told with `changed`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._folder = store.folder.parent / DERIVED / LEXICONS
        self._listing: dict[str, ListedDocument] | None = None
        self._sums: dict[tuple[str, str], _Sum] = {}

    def between(
        self, language: str, other: str, *, without: tuple[str, frozenset[str]] | None = None
    ) -> Lexicon | None:
        """Give the lexicon of two languages; None if they are one, or nothing is known.

        Args:
            language, other: BCP 47 tags, in any order.
            without: Document and two sigla whose own alignment is left out: an alignment that is
                made again must not feed on itself. It stays out of the sum until it is asked for,
                so that a long text that is pinned again and again is not counted each time.
        """
        languages = languages_apart(language, other)
        if languages is None:
            return None
        wanted = {
            one
            for document in self._listed().values()
            for one in document.alignments
            if one.languages == languages and not (without and _is_of(one, *without))
        }
        counts = dict(self._up_to_date(languages, wanted).counts)
        if not counts:
            return None
        return Lexicon(base_language=languages[0], witness_language=languages[1], counts=counts)

    def changed(self, document: str) -> None:
        """Look at a document again: something was recorded in it."""
        if self._listing is not None:
            self._listing |= listed(self._store, self._listing, [document])

    def _up_to_date(self, languages: tuple[str, str], wanted: set[TaughtAlignment]) -> _Sum:
        """Add what is wanted and missing in the sum, and take off what is not wanted."""
        if languages not in self._sums:
            self._sums[languages] = _Sum(*read_summed(self._folder, languages))
        summed = self._sums[languages]
        before = len(wanted ^ summed.alignments)
        if not self._taken_off(summed, summed.alignments - wanted):
            summed.counts, summed.alignments = {}, set()
        for one in sorted(wanted - summed.alignments - summed.faulty):
            self._add(summed, one)
        summed.unwritten += before
        if summed.unwritten and (summed.is_new or summed.unwritten >= WRITTEN_AFTER):
            write_summed(self._folder, languages, summed.counts, summed.alignments)
            summed.unwritten = 0
        summed.is_new = False
        return summed

    def _listed(self) -> dict[str, ListedDocument]:
        """List the alignments of the store, once."""
        if self._listing is None:
            known = read_listing(self._folder)
            self._listing = listed(self._store, known, self._store.documents())
            if self._listing != known:
                write_listing(self._folder, self._listing)
        return self._listing

    def _taken_off(self, summed: _Sum, gone: set[TaughtAlignment]) -> bool:
        """Take alignments off; False if one of them cannot be read any more."""
        try:
            for one in sorted(gone):
                add_counts(summed.counts, counts_of(self._store, one), sign=-1)
                summed.alignments.discard(one)
        except (NotInStoreError, StoreError, FormatError):
            return False
        return min(summed.counts.values(), default=1) > 0

    def _add(self, summed: _Sum, one: TaughtAlignment) -> None:
        """Add an alignment; one that is damaged teaches nothing."""
        try:
            counts = counts_of(self._store, one)
        except (NotInStoreError, StoreError, FormatError):
            summed.faulty.add(one)
            return
        add_counts(summed.counts, counts)
        summed.alignments.add(one)


def _is_of(one: TaughtAlignment, document: str, sigla: frozenset[str]) -> bool:
    """Tell whether an alignment is of two versions of a document, in any revision."""
    return one.document == document and sigla == {
        name.partition("@")[0] for name in (one.base, one.witness)
    }
