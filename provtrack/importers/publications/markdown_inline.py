"""What stands inside a paragraph of Markdown: calls of notes, emphasis, links, code, entities.

One pass with a pattern, linear in the length. Against CommonMark in one point: two backticks that
answer two apostrophes are quotation marks, as typists of LaTeX set them, not code.
"""

import html
import re
from collections import defaultdict
from dataclasses import dataclass, field

from provtrack.importers.publications.building import Parts
from provtrack.model.publication import NoteMark, RegionKind

PIECE = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~\n])"
    r"|(?P<ticks>`+)"
    r"|(?P<call>\[\^(?P<label>[^\]\s\[]{1,100})\])"
    r"|(?P<inline_note>\^\[)"
    r"|(?P<image>!\[[^\[\]\n]{0,400}\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,400}\")?\))"
    r"|(?P<target>\]\([^()\s]{0,2000}(?:\([^()\s]{0,400}\)[^()\s]{0,400})?(?:\s+\"[^\"\n]{0,400}\")?\))"
    r"|(?P<comment><!--)"
    r"|(?P<tag>(?<!<)</?[A-Za-z][^<>]{0,1000}>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});)"
    r"|(?P<stars>\*+|_+)"
    r"|(?P<open>\[)|(?P<close>\])"
)
TAGS = frozenset(
    """
    a abbr b bdi bdo big blockquote br cite code del details dfn div em figure font hr i img ins kbd
    li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table
    tbody td tfoot th thead time tr tt u ul var wbr
    """.split()  # noqa: SIM905
)
TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[\s/>])")
AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>")


def is_tag(words: str) -> bool:
    """Whether words in angle brackets are a tag of HTML, or an address; else they are words."""
    name = TAG_NAME.match(words)
    is_known = name is not None and name[1].lower() in TAGS
    return is_known or AUTOLINK.fullmatch(words) is not None


def read_inline(text: str, start: int, end: int, parts: Parts) -> None:
    """Note the markup between two places of a file."""
    inline = _Inline(text=text, start=start, end=end, parts=parts)
    position = start
    while (match := PIECE.search(text, position, end)) is not None:
        position = max(inline.piece(match), match.start() + 1)
    inline.pair_stars()


@dataclass(slots=True)
class _Inline:
    """The pieces of one paragraph."""

    text: str
    start: int
    end: int
    parts: Parts
    ticks: dict[int, list[int]] | None = None
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    stars: list[tuple[int, int]] = field(default_factory=list)

    def piece(self, match: re.Match[str]) -> int:
        """Note one piece; give where to read on."""
        start, end = match.span()
        match match.lastgroup:
            case "escape":
                self.parts.skip(start, start + 1)
            case "ticks":
                return self.code(start, end)
            case "call" | "label":
                self.parts.skip(start, end)
                self.parts.note_marks.append(NoteMark(position=start, label=match["label"]))
            case "image" | "tag":
                if match["tag"] and not is_tag(match["tag"]):
                    return start + 1
                is_link = AUTOLINK.fullmatch(match.group()) is not None
                self.parts.skip(*((start, start + 1) if is_link else (start, end)))
            case "comment":
                return self.comment(start)
            case "entity":
                self.parts.stands_for(start, end, html.unescape(match.group()))
            case "stars":
                self.stars.append((start, end))
            case "inline_note" | "open":
                self.brackets.append((start, match.lastgroup == "inline_note"))
            case _:
                self.close_bracket(start, end, is_link=match["target"] is not None)
        return end

    def code(self, start: int, end: int) -> int:
        """Note a piece of code, unless the ticks are quotation marks or nothing answers them."""
        if self.ticks is None:
            self.ticks = defaultdict(list)
            for run in re.finditer("`+", self.text[self.start : self.end]):
                self.ticks[len(run.group())].append(self.start + run.start())
            for places in self.ticks.values():
                places.reverse()
        places = self.ticks[end - start]
        while places and places[-1] < end:
            places.pop()
        if not places:
            return end
        closing = places[-1]
        inside = self.text[end:closing]
        is_padded = inside[-1:].isspace() and not inside[:1].isspace()
        if is_padded or (end - start == 2 and "''" in inside):
            return end
        self.parts.skip(start, end)
        self.parts.skip(closing, closing + end - start)
        self.parts.region(RegionKind.CODE, end, closing)
        return closing + end - start

    def comment(self, start: int) -> int:
        """Hide a comment of HTML."""
        end = self.text.find("-->", start, self.end)
        if end < 0:
            return self.end
        self.parts.region(RegionKind.HIDDEN, start, end + 3)
        return end + 3

    def close_bracket(self, start: int, end: int, *, is_link: bool) -> None:
        """End a link or a note that stands in the text."""
        if not self.brackets:
            return
        opening, is_note = self.brackets.pop()
        if is_note:
            label = (
                f"inline {sum(1 for one in self.parts.note_marks if one.label[:6] == 'inline') + 1}"
            )
            self.parts.note_marks.append(NoteMark(position=opening, label=label))
            self.parts.skip(opening, opening + 2)
            self.parts.region(RegionKind.NOTE, opening + 2, start, label)
            self.parts.region(RegionKind.PARAGRAPH, opening + 2, start)
            self.parts.skip(start, start + 1)
        elif is_link:
            self.parts.skip(opening, opening + 1)
            self.parts.skip(start, end)

    def pair_stars(self) -> None:
        """Skip the stars and underscores that answer each other; single ones are words."""
        opened: dict[str, list[tuple[int, int]]] = {"*": [], "_": []}
        for start, end in self.stars:
            sign = self.text[start]
            before = self.text[start - 1 : start] if start > self.start else ""
            after = self.text[end : end + 1] if end < self.end else ""
            is_inside = sign == "_" and before.isalnum() and after.isalnum()
            if is_inside:
                continue
            if before.strip() and opened[sign] and not (after.isalnum() and not before.isalnum()):
                self.parts.skip(*opened[sign].pop())
                self.parts.skip(start, end)
            elif after.strip():
                opened[sign].append((start, end))
