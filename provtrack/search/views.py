"""`View`: parts of one or several indexes as one, with texts under other names or left out.

So an index that is kept of a folder serves with a list of what the files are, and without; and
revisions that were corrected since are looked through by themselves. No word is copied.
"""

from collections.abc import Callable, Sequence

from provtrack.search.index import IndexedText, IndexPart, PassageIndex

Naming = Callable[[IndexedText], IndexedText | None]


class View:
    """A `PassageIndex` over others.

    Args:
        name: Gives what a text is called here; None: it is not to be found.
    """

    def __init__(self, indexes: Sequence[PassageIndex], name: Naming) -> None:
        self.parts: list[IndexPart] = []
        self._origins: list[tuple[PassageIndex, int]] = []
        for index in indexes:
            for number, part in enumerate(index.parts):
                seen = _seen(part, name)
                if len(seen.removed) < len(seen.texts):
                    self.parts.append(seen)
                    self._origins.append((index, number))

    def text(self, part: int, number: int) -> str | None:
        """Read a text of a part; None if it is not there any more."""
        index, own = self._origins[part]
        return index.text(own, number)

    def __len__(self) -> int:
        return sum(len(part.texts) - len(part.removed) for part in self.parts)


def _seen(part: IndexPart, name: Naming) -> IndexPart:
    """Give a part with the names of the view; the part itself where nothing is changed."""
    named = [
        None if number in part.removed else name(text) for number, text in enumerate(part.texts)
    ]
    if all(one is text for one, text in zip(named, part.texts, strict=True)):
        return part
    texts = [one or text for one, text in zip(named, part.texts, strict=True)]
    return part.with_texts(texts, [number for number, one in enumerate(named) if one is None])
