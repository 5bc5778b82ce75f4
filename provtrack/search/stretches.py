"""Read a stretch of an indexed text: of a long one only the words around a place are split.

Entry point: `stretch_of`.
"""

from dataclasses import dataclass, field

from provtrack.search.index import PassageIndex
from provtrack.search.words import Words, words_of

TextNumber = tuple[int, int]  # of the part, and of the text in it


@dataclass(slots=True)
class Stretch:
    """A stretch of a text, with its words.

    Attributes:
        text: From the stretch's first word.
        offset: Where that is in the whole text.
        first: Number in the text of that word.
    """

    text: str
    offset: int
    first: int
    _words: Words | None = field(default=None, repr=False)

    @property
    def words(self) -> Words:
        """The words of the stretch."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    def between(self, first: int, last: int | None) -> "Stretch | None":
        """Cut it to the words [first, last) of the text; None if nothing is left."""
        words = self.words
        begin = max(0, first - self.first)
        end = len(words) if last is None else min(len(words), last - self.first)
        if begin >= end:
            return None
        start = int(words.starts[begin])
        cut = self.text[start : int(words.ends[end - 1])]
        return Stretch(cut, self.offset + start, self.first + begin)


def stretch_of(index: PassageIndex, text: TextNumber, first: int, last: int) -> Stretch | None:
    """Read the words [first, last) of a text, and some more; None if it cannot be read."""
    part = index.parts[text[0]]
    begin, after = part.bounds(text[1])
    first, last = max(0, first), min(after - begin, last)
    recorded = index.text(*text)
    if recorded is None or first >= last:
        return None
    number, start, end = part.stretch(text[1], first, last)
    return Stretch(recorded[start:end], start, number)
