"""`FileIndex`: an index whose parts are files, and whose texts stay where they are recorded.

Texts are read when a passage is to be verified, and the last ones are kept. A text that has
vanished or cannot be read any more is not found; the next refresh forgets it.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from provtrack.search import IndexedText, IndexPart

KEPT_CHARACTERS = 1 << 22  # of texts read lately


class TextSource(Protocol):
    """Where the texts of an index come from."""

    def texts(self, known: Mapping[str, Sequence[IndexedText]]) -> Iterable[IndexedText]:
        """List the texts there are.

        Args:
            known: Those in the index, by document, so that what is unchanged need not be read.
        """

    def read(self, about: IndexedText) -> str | None:
        """Read a recorded text; None if it is not there any more or cannot be read."""


@dataclass(frozen=True, slots=True, eq=False)
class HeldPart:
    """A part of an index and the name of its file; empty: in memory only."""

    part: IndexPart
    name: str = ""


class FileIndex:
    """A `search.PassageIndex` over parts and a source of texts."""

    def __init__(self, held: Sequence[HeldPart], source: TextSource) -> None:
        self.held = tuple(held)
        self.parts: tuple[IndexPart, ...] = tuple(one.part for one in held)
        self.source = source
        self._texts: OrderedDict[tuple[int, int], str] = OrderedDict()
        self._characters = 0

    def text(self, part: int, number: int) -> str | None:
        """Read a text of a part; None if it is not there any more."""
        found = self._texts.get((part, number))
        if found is not None:
            return found
        text = self.source.read(self.parts[part].texts[number])
        if text is not None:
            self._texts[part, number] = text
            self._characters += len(text)
            while self._characters > KEPT_CHARACTERS and len(self._texts) > 1:
                self._characters -= len(self._texts.popitem(last=False)[1])
        return text

    def known(self) -> dict[str, list[IndexedText]]:
        """Give the texts that can be found, by document."""
        known: dict[str, list[IndexedText]] = {}
        for part in self.parts:
            for number, text in enumerate(part.texts):
                if number not in part.removed:
                    known.setdefault(text.document, []).append(text)
        return known

    def __len__(self) -> int:
        return sum(len(part.texts) - len(part.removed) for part in self.parts)
