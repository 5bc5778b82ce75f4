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


@dataclass(frozen=True, slots=True)
class ReadText:
    """A recorded text.

    Attributes:
        language: That the file declares (BCP 47); empty if it declares none.
    """

    text: str
    language: str = ""


class TextSource(Protocol):
    """Where the texts of an index come from."""

    def texts(self, known: Mapping[str, Sequence[IndexedText]]) -> Iterable[IndexedText]:
        """List the texts there are.

        Args:
            known: Those in the index, by document, so that what is unchanged need not be read.
        """

    def read(self, about: IndexedText) -> ReadText | None:
        """Read a recorded text; None if it is not there any more or cannot be read."""


@dataclass(frozen=True, slots=True, eq=False)
class HeldPart:
    """A part of an index and the name of its file; empty: in memory only."""

    part: IndexPart
    name: str = ""


class FileIndex:
    """A `search.PassageIndex` over parts and a source of texts.

    Attributes:
        vanished: Files, or versions, that could not be read when a passage was to be seen in them.
    """

    def __init__(self, held: Sequence[HeldPart], source: TextSource) -> None:
        self.held = tuple(held)
        self.parts: tuple[IndexPart, ...] = tuple(one.part for one in held)
        self.source = source
        self.vanished: set[str] = set()
        self._texts: OrderedDict[tuple[int, int], str] = OrderedDict()
        self._characters = 0

    def text(self, part: int, number: int) -> str | None:
        """Read a text of a part; None if it is not there any more."""
        found = self._texts.get((part, number))
        if found is not None:
            return found
        about = self.parts[part].texts[number]
        read = self.source.read(about)
        if read is None:
            self.vanished.add(about.named)
            return None
        self._texts[part, number] = read.text
        self._characters += len(read.text)
        while self._characters > KEPT_CHARACTERS and len(self._texts) > 1:
            self._characters -= len(self._texts.popitem(last=False)[1])
        return read.text

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
