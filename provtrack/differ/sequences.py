"""One side of a bead as the differ sees it: a flat text with its tokens.

The paragraphs of a side are joined by `BREAK`, so that every place is one number; `Side.place`
leads back. Tokens are those of `provtrack.text.tokens`, found chunk by chunk between blanks, since
most chunks of a long text come again. White space is no token: it is the gap before a token.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import add

from provtrack.model.edits import Place
from provtrack.text.han_words import with_words
from provtrack.text.language_rules import NO_RULES, LanguageRules
from provtrack.text.letter_forms import initials_in, letters_key, with_ligatures
from provtrack.text.tokens import token_spans

BREAK = "\x00"  # no white space, so it never stands in a gap; found by its position
_LONGEST_KNOWN = 24  # longer chunks are rare (Chinese sentences): not worth keeping


class Side:
    """The flat text of one side and its tokens.

    Attributes:
        text: The paragraphs joined by `BREAK`.
        starts, ends: Of each token, in the flat text.
        tokens: The characters of each token.
        folded: The same casefolded.
        keys: The same in plain letters and without points: equal keys answer each other.
        breaks: Positions of the paragraph ends inside the flat text, ascending.
    """

    __slots__ = ("breaks", "ends", "folded", "keys", "starts", "text", "tokens")

    def __init__(self, paragraphs: Sequence[str], rules: LanguageRules = NO_RULES) -> None:
        self.text = BREAK.join(paragraphs)
        self.breaks: list[int] = []
        self.starts: list[int] = []
        self.tokens: list[str] = []
        offset = 0
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.breaks.append(offset - 1)
            self._read(paragraph, offset)
            offset += len(paragraph) + 1
        self.ends = list(map(add, self.starts, map(len, self.tokens)))
        if not self.text.isascii():
            spans = with_ligatures(self.text, list(zip(self.starts, self.ends, strict=True)))
            self._join(with_words(self.text, spans, rules) if rules.words else spans)
        initials = initials_in(self.text)
        if initials:
            self._join(_joined(zip(self.starts, self.ends, strict=True), initials))
        self.folded = list(map(str.casefold, self.tokens))
        is_plain = self.text.isascii() and not initials
        self.keys = self.tokens if is_plain else list(map(_key, self.tokens))

    def _join(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take fewer and longer tokens: words with ligatures, Chinese words, initials."""
        if len(spans) < len(self.starts):
            self.starts = [start for start, _ in spans]
            self.ends = [end for _, end in spans]
            self.tokens = [self.text[start:end] for start, end in spans]

    def _read(self, paragraph: str, offset: int) -> None:
        """Add the tokens of one paragraph that starts at `offset` of the flat text."""
        at = offset
        add_start, add_token = self.starts.append, self.tokens.append
        for chunk in paragraph.split(" "):  # the tokeniser joins nothing across a blank
            if chunk.isalnum() and chunk.isascii():  # most chunks are one word
                add_start(at)
                add_token(chunk)
            else:
                known = _known_parts if len(chunk) <= _LONGEST_KNOWN else _parts
                for start, token in known(chunk):
                    add_start(at + start)
                    add_token(token)
            at += len(chunk) + 1

    def gap(self, number: int) -> str:
        """Give the white space and paragraph ends before a token, or after the last one."""
        return self.text[self.ends[number - 1] if number else 0 : self.start(number)]

    def start(self, number: int) -> int:
        """Give where a token starts; the end of the text after the last one."""
        return self.starts[number] if number < len(self.starts) else len(self.text)

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


def _joined(
    spans: Iterable[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Make one span of the spans that lie in one of the places, which are in order."""
    joined: list[tuple[int, int]] = []
    number = 0
    for start, end in spans:
        while number < len(places) and places[number][1] <= start:
            number += 1
        if number < len(places) and places[number][0] < start and end <= places[number][1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _key(token: str) -> str:
    """Give a token in plain letters; initials without their blanks."""
    return letters_key("".join(token.split()) if "." in token else token)


def _parts(chunk: str) -> tuple[tuple[int, str], ...]:
    """Find the tokens of one chunk without blanks, and their places."""
    return tuple((start, chunk[start:end]) for start, end in token_spans(chunk))


_known_parts = lru_cache(maxsize=1 << 15)(_parts)
