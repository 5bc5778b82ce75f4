"""What a search asks: `PassageIndex`, and the parts it is made of.

A part is immutable: the words of some texts, one after another, as keys with positions. `PartMaker`
makes one; `MemoryIndex` holds parts with their texts, `indexing` keeps them on the disk. The whole
of an index is the sum of its parts, in whatever order and division texts were added.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from provtrack.model.names import version_name
from provtrack.search.postings import MAX_POSITION_BITS, Array, Positions, Postings, postings_of
from provtrack.search.words import KEY_BITS, PAIR_BITS, RARE_BITS, pair_keys, words_of

SAMPLED = 32  # each such word has its place in the text kept
RARE = 16  # a word that stands more often in an index is not rare
PART_WORDS = (1 << MAX_POSITION_BITS) - 1
STRETCH = 1 << 18  # words at a time
WORDS_OF_A_TEXT = 1 << 22  # some 25 MB; of a longer text the rest is not searched


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedText:
    """A recorded text in an index.

    Attributes:
        document, siglum, revision, file: As `model.quotation.Passage` has them.
        place: Where the text is read from; for the index alone.
        fingerprint: Changes with the text.
        is_retracted: The version was withdrawn.
        language: As recorded or declared by the file (BCP 47); empty if neither tells.
        text_sha256: Digest of the text as UTF-8; empty if it was not read yet.
    """

    document: str
    file: str
    siglum: str = ""
    revision: int = 1
    place: str = ""
    fingerprint: str = ""
    is_retracted: bool = False
    language: str = field(default="", compare=False)
    text_sha256: str = field(default="", compare=False)

    @property
    def named(self) -> str:
        """What a reader knows it by: a version of a store with its file, or a file of a folder."""
        if not self.siglum:
            return self.file
        version = version_name(self.document, self.siglum)
        return f"{version} ({self.file})" if self.file else version

    @property
    def order(self) -> tuple[str, str, int, str]:
        """What texts are sorted by where nothing else tells them apart: newest revisions first."""
        return self.document, self.siglum, -self.revision, self.file


@dataclass(slots=True, eq=False)
class IndexPart:
    """The words of some texts.

    Attributes:
        texts: In the order of their words.
        starts: Position of the first word of each text, and the number of words.
        pairs: Of two words that follow each other, at the position of the first.
        rare: Of single words; of each the first `RARE` + 1 positions only.
        samples: For each text, the place in it of each `SAMPLED`-th word.
        removed: Numbers of texts that are no longer to be found.
        wide_starts: `starts` in the type of positions, so that searching in them copies nothing.
        is_removed: For each text, whether it is in `removed`.
    """

    texts: Sequence[IndexedText]
    starts: Array
    pairs: Postings
    rare: Postings
    samples: Array
    removed: frozenset[int] = frozenset()
    wide_starts: Positions = field(init=False, repr=False)
    is_removed: NDArray[np.bool_] = field(init=False, repr=False)
    _starts: memoryview = field(init=False, repr=False)
    _first_samples: list[int] = field(init=False, repr=False)
    _numbers: dict[str, list[int]] | None = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        self._starts = self.starts.data
        self.wide_starts = self.starts.astype(np.int64)
        counts = (np.diff(self.wide_starts) + SAMPLED - 1) // SAMPLED
        self._first_samples = [0, *np.cumsum(counts).tolist()]
        self.is_removed = np.zeros(len(self.texts), dtype=bool)
        self.is_removed[list(self.removed)] = True

    def __len__(self) -> int:
        return self._starts[-1]

    def with_texts(self, texts: Sequence[IndexedText], removed: Iterable[int] = ()) -> "IndexPart":
        """Give the same words with other names for their texts, some of which are crossed out."""
        return IndexPart(
            texts, self.starts, self.pairs, self.rare, self.samples, frozenset(removed)
        )

    def number_at(self, position: int) -> int:
        """Give the number of the text that a position is in."""
        return bisect_right(self._starts, position) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Give the positions of the first word of a text and after its last."""
        return self._starts[number], self._starts[number + 1]

    def numbers_of(self, document: str) -> list[int]:
        """Give the numbers of the texts of a document."""
        if self._numbers is None:
            self._numbers = {}
            for number, text in enumerate(self.texts):
                if number not in self.removed:
                    self._numbers.setdefault(text.document, []).append(number)
        return self._numbers.get(document, [])

    def stretch(self, number: int, first: int, last: int) -> tuple[int, int, int | None]:
        """Give the stretch of a text that holds its words [first, last), counted in the text.

        Returns:
            The word it begins with, where that begins, and where the stretch ends; None: with
            the text.
        """
        sample = self._first_samples[number] + first // SAMPLED
        after = self._first_samples[number] + -(-last // SAMPLED)
        is_inside = after < self._first_samples[number + 1]
        end = int(self.samples[after]) if is_inside else None
        return first // SAMPLED * SAMPLED, int(self.samples[sample]), end


class PassageIndex(Protocol):
    """Parts, and the texts they are made from."""

    @property
    def parts(self) -> Sequence[IndexPart]:
        """The parts, in any order."""

    def text(self, part: int, number: int) -> str | None:
        """Read a text of a part; None if it is not there any more."""


class PartMaker:
    """Collects texts, and makes a part of them."""

    def __init__(self) -> None:
        self._texts: list[IndexedText] = []
        self._starts = [0]
        self._keys = bytearray()  # grows in place; joining arrays would hold all keys twice
        self._samples = bytearray()

    @property
    def size(self) -> int:
        """Words so far."""
        return self._starts[-1]

    @property
    def is_empty(self) -> bool:
        """Whether there is no text; a text without words is one."""
        return not self._texts

    def has_room_for(self, text: str) -> bool:
        """Tell whether a text can surely be added."""
        return self.size + min(len(text), WORDS_OF_A_TEXT) <= PART_WORDS

    def add(self, about: IndexedText, text: str) -> None:
        """Add a text."""
        words = words_of(text)
        keys = words.keys[:WORDS_OF_A_TEXT]
        self._texts.append(about)
        self._keys += keys.tobytes()
        self._samples += words.starts[:WORDS_OF_A_TEXT:SAMPLED].astype(np.uint32).tobytes()
        self._starts.append(self.size + len(keys))

    def part(self) -> IndexPart:
        """Make the part; nothing can be added afterwards."""
        starts = np.array(self._starts, dtype=np.uint32)
        keys = np.frombuffer(self._keys, dtype=np.uint32)
        rare = postings_of(
            keys, size=self.size, key_bits=RARE_BITS, dropped=KEY_BITS - RARE_BITS, most=RARE + 1
        )
        ends = starts[1:][np.diff(starts.astype(np.int64)) > 0].astype(np.int64)
        _pair_up(keys, ends)
        pairs = postings_of(keys, size=self.size, key_bits=PAIR_BITS)
        samples = np.frombuffer(self._samples, dtype=np.uint32)
        self._keys = bytearray()
        return IndexPart(self._texts, starts, pairs, rare, samples)


def _pair_up(keys: Array, ends: Positions) -> None:
    """Replace the key of each word by that with the next; the last of a text stands with nothing.

    A stretch at a time is done, in place, to spare memory.

    Args:
        ends: Where texts end.
    """
    for start in range(0, len(keys), STRETCH):
        following = np.append(keys[start + 1 : start + STRETCH + 1], np.uint32(0))
        inside = ends[(ends > start) & (ends <= start + STRETCH)]
        following[inside - 1 - start] = 0
        some = keys[start : start + STRETCH]
        some[:] = pair_keys(some, following[: len(some)])


class MemoryIndex:
    """An index in memory, for plain files without a store."""

    def __init__(self, texts: Iterable[tuple[IndexedText, str]]) -> None:
        self.parts: list[IndexPart] = []
        self._texts: list[list[str]] = []
        maker, held = PartMaker(), list[str]()
        for about, text in texts:
            if not maker.has_room_for(text):
                self._close(maker, held)
                maker, held = PartMaker(), []
            maker.add(about, text)
            held.append(text)
        if held:
            self._close(maker, held)

    def _close(self, maker: PartMaker, held: list[str]) -> None:
        self.parts.append(maker.part())
        self._texts.append(held)

    def text(self, part: int, number: int) -> str | None:
        """Give a text of a part."""
        return self._texts[part][number]
