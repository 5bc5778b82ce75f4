"""Markdown as a publication: its text is the decoded file, the marks of Markdown are skipped.

Blocks are those of markdown-it-py (CommonMark with footnotes); what stands inside them is read by
`markdown_inline`, because the parser tells no places inside a paragraph. Entry point: `read`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.front_matter import front_matter_of
from provtrack.importers.publications.building import Parts, decoded_text, finished, refuse_notes
from provtrack.importers.publications.markdown_inline import read_inline
from provtrack.model.publication import Publication, RegionKind

MAX_NESTING = 100  # of quotes and lists; deeper is no text that a person wrote
PREFIX = re.compile(r"\n([^\S\n]*>[> \t]*)")  # of a line in a block quotation, also an empty one
KEPT = {"blockquote_open": RegionKind.BLOCK_QUOTE, "footnote_reference_open": RegionKind.NOTE}


def read(content: Content) -> Publication:
    """Read a Markdown file.

    Raises:
        FormatError: Nested so deep that the parser would leave text out, or all notes.
    """
    text = decoded_text(content).text
    refuse_notes(text.count("\n[^"), content.name)  # before they are parsed, which takes long
    tokens = _tokens(text, content.name)
    walk = _Walk(text=text, line_starts=_line_starts(text))
    walk.tokens(tokens)
    for start, end in walk.inlines:
        read_inline(text, start, end, walk.parts)
    return finished(content.name, text, walk.parts)


def _tokens(text: str, name: str) -> Sequence[Token]:
    """Parse the blocks only."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    parser.use(footnote_plugin).use(front_matter_plugin)
    parser.disable(["inline", "footnote_tail", "text_join"])
    try:
        tokens = parser.parse(text)
    except RecursionError as error:
        raise FormatError(
            f"cannot read {name} as Markdown: it is nested too deep. Try --format text."
        ) from error
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        raise FormatError(
            f"cannot read {name} as Markdown: it is nested deeper than {MAX_NESTING} levels."
        )
    return tokens


def _line_starts(text: str) -> list[int]:
    starts = [0]
    starts += [position + 1 for position, sign in enumerate(text) if sign == "\n"]
    return [*starts, len(text) + 1]


@dataclass(slots=True)
class _Open:
    """A block that is open: where its words begin and end so far."""

    token: Token
    start: int = -1
    end: int = -1


@dataclass(slots=True)
class _Walk:
    """Goes through the blocks and notes where their words stand in the file."""

    text: str
    line_starts: list[int]
    parts: Parts = field(default_factory=Parts)
    inlines: list[tuple[int, int]] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    cursor: int = 0

    def tokens(self, tokens: Sequence[Token]) -> None:
        """Note regions of all tokens."""
        is_heading = False
        for token in tokens:
            if token.type == "front_matter":
                self.front_matter(token)
            elif token.type in KEPT:
                self.opened.append(_Open(token))
            elif token.type.replace("_close", "_open") in KEPT and self.opened:
                self.close(self.opened.pop())
            elif token.type == "inline":
                kind = RegionKind.HEADING if is_heading else RegionKind.PARAGRAPH
                self.words(token, kind)
            elif token.type in ("fence", "code_block", "html_block"):
                self.block(token)
            is_heading = token.type == "heading_open"

    def front_matter(self, token: Token) -> None:
        """Hide the front matter; its language is that of the publication."""
        start, end = self.lines(token)
        self.parts.region(RegionKind.HIDDEN, start, end)
        for version in (front_matter_of(token.content).version,):
            self.parts.language = version.language or "und"

    def lines(self, token: Token) -> tuple[int, int]:
        """Where the lines of a token begin and end."""
        first, last = token.map or (0, 0)
        last = min(last, len(self.line_starts) - 1)
        return self.line_starts[first], max(self.line_starts[first], self.line_starts[last] - 1)

    def block(self, token: Token) -> None:
        """Note code, or a piece of HTML, whose tags are skipped."""
        start, end = self.lines(token)
        if token.type == "html_block":
            self.parts.region(RegionKind.PARAGRAPH, start, end)
            self.inlines.append((start, end))
        else:
            self.parts.region(RegionKind.CODE, start, end)
        self.widen(start, end)

    def words(self, token: Token, kind: RegionKind) -> None:
        """Note the words of a paragraph, a heading or a cell; prefixes of its lines are skipped."""
        begin = -1
        for line_end, start, end in self.found_lines(token):
            if begin < 0:
                begin = start
            else:
                self.parts.skip(line_end, start)
            self.cursor = end
        if begin >= 0:
            self.parts.region(kind, begin, self.cursor)
            self.inlines.append((begin, self.cursor))
            self.widen(begin, self.cursor)

    def found_lines(self, token: Token) -> Iterator[tuple[int, int, int]]:
        """Yield for each line of a token where the file's line begins, its words begin and end."""
        if token.map is None:
            return
        number = token.map[0]
        for words in token.content.split("\n"):
            words = words.strip()
            if number + 1 >= len(self.line_starts):
                return
            begin, end = self.line_starts[number], self.line_starts[number + 1] - 1
            place = self.text.find(words, max(begin, self.cursor), end)
            if place >= 0:
                yield begin, place, place + len(words)
            number += 1

    def widen(self, start: int, end: int) -> None:
        """Let the open blocks reach over words in them."""
        for one in self.opened:
            one.start = start if one.start < 0 else one.start
            one.end = max(one.end, end)

    def close(self, one: _Open) -> None:
        """Note the region of a block that ends."""
        label = str(one.token.meta.get("label", "")) if one.token.meta else ""
        if one.start < 0:
            return
        self.parts.region(KEPT[one.token.type], one.start, one.end, label)
        if one.token.type == "blockquote_open":
            for prefix in PREFIX.finditer(self.text, one.start, one.end):
                self.parts.skip(*prefix.span(1))
