"""The works resolved so far, found by what a short form says of them: note, author, words.

Each is entered under its words, so that a short form costs what shares them with it, not what
stands before it. Entry point: `Before`.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import cache

from provtrack.citing.pieces import years_in
from provtrack.citing.titles import author_of, telling_words
from provtrack.model.citation import CataloguedDocument, Citation, CitationForm, Ground

LONGEST_ENDING = 2  # letters by which a name is inflected
Catalogue = Mapping[str, CataloguedDocument]


class Before:
    """Citations in their order, entered under what short forms name them by."""

    def __init__(self, catalogue: Catalogue, citations: Iterable[Citation] = ()) -> None:
        """Enter citations that are known already.

        Args:
            catalogue: Every document, by its id.
        """
        self.catalogue = catalogue
        self.all: list[Citation] = []
        self._notes: dict[str, list[Citation]] = defaultdict(list)
        self._authors, self._titles, self._words = _Entries(), _Entries(), _Entries()
        self._inflected, self._catalogued = _Entries(), _Entries()
        self._titled = cache(self._read_titles)
        for one in citations:
            self.add(one)

    def add(self, one: Citation) -> None:
        """Enter a citation behind the others."""
        place = len(self.all)
        self.all.append(one)
        self._notes[one.work.note].append(one)
        author = author_of(one.work)
        if one.work.form is CitationForm.FULL:
            self._authors.enter(place, author, (author, *_time_of(one)))
        if one.document is not None:
            titled, catalogued = self._titled(one.document)
            titled |= {name.casefold() for name in author}
            words = _names_in(r"[\w’'-]+", one.work.text)
            parts = frozenset(_with_stems(_names_in(r"\w+", one.work.text)))
            self._titles.enter(place, titled, (one.document, titled))
            self._catalogued.enter(place, catalogued, one.document)
            self._words.enter(place, words, (one.document, words))
            self._inflected.enter(place, parts, (one.document, parts))

    def _read_titles(self, document: str) -> tuple[frozenset[str], frozenset[str]]:
        """Give the telling words of the titles of a document, and all, with what they decline."""
        known = self.catalogue.get(document)
        titles = [title.text for title in known.titles] if known else []
        every = [word for title in titles for word in re.findall(r"\w+", title)]
        telling = frozenset[str]().union(*map(telling_words, titles))
        return telling, frozenset(_with_stems(every))

    def in_note(self, note: str) -> list[Citation]:
        """Give what a note cites."""
        return self._notes.get(note, [])

    def of_author(self, names: Collection[str]) -> Iterator[Citation]:
        """Give works named in full whose author has all of some names."""
        return self._entered(self._authors, names)

    def of_title(self, words: Collection[str]) -> Iterator[Citation]:
        """Give what is held and has words in a title, and the others in the author's name."""
        for one in self._entered(self._titles, words):
            if not self._titled(str(one.document))[0].isdisjoint(words):
                yield one

    def named(self, names: Collection[str]) -> list[Citation]:
        """Give what is held and has some names: in its words as they are, else declined.

        Else those with the names in a title under which they are held.
        """
        for entries in (self._words, self._inflected, self._catalogued):
            found = list(self._entered(entries, names))
            if found:
                return found
        return []

    def _entered(self, entries: "_Entries", words: Collection[str]) -> Iterator[Citation]:
        return (self.all[place] for place in entries.with_all(words))


class _Entries:
    """Places under words; of places that are alike the last."""

    def __init__(self) -> None:
        self._places: dict[str, dict[Hashable, int]] = defaultdict(dict)

    def enter(self, place: int, words: Iterable[str], alike: Hashable = None) -> None:
        """Enter a place, which is behind all others, under words.

        Args:
            alike: The same for places, under the same words, of which only the last counts.
        """
        for word in set(words):
            self._places[word][place if alike is None else alike] = place

    def with_all(self, words: Collection[str]) -> list[int]:
        """Give the places that are entered under each of some words, in order."""
        found = sorted((self._places.get(word, {}) for word in words), key=len)
        places = (set(entered.values()) for entered in found)
        return sorted(set.intersection(*places)) if found else []


def _time_of(one: Citation) -> tuple[Hashable, ...]:
    """Give what decides whether a short form with a year or page may mean a citation."""
    printed = one.work.text if Ground.IN_PARENTHESES in one.grounds else ""
    return one.document, one.work.date, years_in(one.work.text), printed


def _names_in(word: str, text: str) -> frozenset[str]:
    """Give the words of a text that are no figures, as of a page."""
    return frozenset(one for one in re.findall(word, text) if not one.isdecimal())


def _with_stems(words: Iterable[str]) -> Iterator[str]:
    """Give words, and where their letters are not Latin what they may decline."""
    for word in words:
        yield word
        stems = (word[:-length] for length in range(1, LONGEST_ENDING + 1))
        yield from (stem for stem in stems if not stem.isascii())
