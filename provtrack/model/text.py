"""Places in a recorded text: spans, paragraphs, tokens. All count code points from 0."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range [start, end) of positions counted from 0."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a recorded text.

    Attributes:
        position: Counted from 0; readers are shown ``position + 1``.
        span: Where it stands in the recorded text.
        text: Its characters, exactly those of the span.
    """

    position: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, number or punctuation mark, with the white space that follows it.

    Attributes:
        span: Where the token stands in its paragraph, without the white space.
        text: Its characters.
        trivia: The white space after it, up to the next token; not a token of its own.
    """

    span: Span
    text: str
    trivia: str
