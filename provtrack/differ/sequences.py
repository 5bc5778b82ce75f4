"""One side of a bead as the differ sees it: a flat text with its tokens.

The paragraphs of a side are joined by `BREAK`, so that every place is one number; `Side.place`
leads back. Tokens are those of `provtrack.text.tokens`, found chunk by chunk between blanks, since
most chunks of a long text come again. White space is no token: it is the gap before a token.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from provtrack.model.edits import Place
from provtrack.text.tokens import token_spans

BREAK = "\x00"  # no white space, so it never stands in a gap; found by its position
_CHUNK = re.compile(r"[^ \n]+")  # the tokeniser joins nothing across a blank or a line end
_MAX_CHUNK = 24  # longer chunks are rare (Chinese sentences, addresses): not worth keeping


class Side:
    """The flat text of one side, its tokens and the gaps between them.

    Attributes:
        text: The paragraphs joined by `BREAK`.
        starts, ends: Of each token, in the flat text.
        tokens: The characters of each token.
        gaps: Gap k stands before token k; the last one after the last token.
        breaks: Positions of the paragraph ends inside the flat text, ascending.
    """

    __slots__ = ("breaks", "ends", "gaps", "starts", "text", "tokens")

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.text = BREAK.join(paragraphs)
        self.breaks: list[int] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        offset = 0
        for paragraph in paragraphs:
            if offset:
                self.breaks.append(offset - 1)
            self._read(paragraph, offset)
            offset += len(paragraph) + 1
        text = self.text
        self.tokens = [text[s:e] for s, e in zip(self.starts, self.ends, strict=True)]
        self.gaps = [
            text[end:start]
            for end, start in zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        ]

    def _read(self, paragraph: str, offset: int) -> None:
        """Add the tokens of one paragraph that starts at `offset` of the flat text."""
        starts, ends = self.starts, self.ends
        for match in _CHUNK.finditer(paragraph):
            chunk = match[0]
            at = offset + match.start()
            spans = _known_spans(chunk) if len(chunk) <= _MAX_CHUNK else token_spans(chunk)
            for start, end in spans:
                starts.append(at + start)
                ends.append(at + end)

    def place(self, start: int, end: int) -> Place:
        """Turn a range of the flat text, free of breaks, into a place in its paragraph."""
        if not self.breaks:
            return Place(0, start, end)
        paragraph = bisect_left(self.breaks, start)
        first = self.breaks[paragraph - 1] + 1 if paragraph else 0
        return Place(paragraph, start - first, end - first)

    def breaks_in(self, start: int, end: int) -> list[int]:
        """List the paragraph ends in a range of the flat text."""
        return [at for at in self.breaks if start <= at < end] if self.breaks else []


@lru_cache(maxsize=1 << 15)
def _known_spans(chunk: str) -> tuple[tuple[int, int], ...]:
    """Find the tokens of one chunk without blanks."""
    return tuple(token_spans(chunk))
