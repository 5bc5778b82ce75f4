"""Tags, comments and entities of HTML and XML with their places in the file.

Parsers of trees keep no places; an auditor needs them. The tree is still parsed first, by the
reader that uses this, to refuse what is hostile. Entry point: `pieces_of`.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MAX_TAG = 4000  # signs; longer is no tag that a person wrote
PIECE = re.compile(
    r"(?P<comment><!--)|(?P<cdata><!\[CDATA\[)|(?P<aside><[!?])"
    rf"|(?P<tag></?(?P<name>[A-Za-z_][\w:.-]*)(?P<attributes>[^<>\"']{{0,{MAX_TAG}}}"
    rf"(?:(?:\"[^\"<]{{0,{MAX_TAG}}}\"|'[^'<]{{0,{MAX_TAG}}}')[^<>\"']{{0,{MAX_TAG}}}){{0,60}})>)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});)"
)
ATTRIBUTE = re.compile(r"([\w:.-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
RAW = re.compile(r"</(script|style|xmp|textarea|title)\s*>", re.I)
ENDS = {"comment": "-->", "cdata": "]]>", "aside": ">"}
NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag, a comment or an entity.

    Attributes:
        kind: "open", "close", "empty", "comment", "cdata", "aside" or "entity".
        name: Of a tag, without its prefix.
        text: What an entity stands for.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=lambda: NO_ATTRIBUTES)
    text: str = ""


def pieces_of(text: str, *, is_xml: bool) -> Iterator[Piece]:
    """Yield the pieces of a file in order.

    Args:
        is_xml: Names keep their case, and scripts are nothing special.
    """
    position = 0
    lost: set[str] = set()
    while (match := PIECE.search(text, position)) is not None:
        kind = match.lastgroup or ""
        if kind in ENDS:
            end = -1 if kind in lost else text.find(ENDS[kind], match.end())
            if end < 0:
                lost.add(kind)
                position = match.end()
                continue
            position = end + len(ENDS[kind])
            yield Piece(kind, match.start(), position)
        elif kind == "entity":
            position = match.end()
            yield Piece(kind, match.start(), position, text=html.unescape(match.group()))
        else:
            piece = _tag(match, is_xml=is_xml)
            yield piece
            position = match.end()
            if not is_xml and piece.kind == "open" and RAW.fullmatch(f"</{piece.name}>"):
                position = _after_raw(text, position, piece.name)


def _tag(match: re.Match[str], *, is_xml: bool) -> Piece:
    """Read a tag."""
    words = match.group()
    name = match["name"] if is_xml else match["name"].lower()
    kind = "close" if words.startswith("</") else "empty" if words.endswith("/>") else "open"
    attributes = {
        one[1] if is_xml else one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "")
        for one in ATTRIBUTE.finditer(match["attributes"])
    }
    return Piece(kind, match.start(), match.end(), name.rpartition(":")[2], attributes)


def _after_raw(text: str, position: int, name: str) -> int:
    """Where the closing tag of a script or the like begins."""
    end = re.compile(rf"</{name}\s*>", re.I).search(text, position)
    return end.start() if end else len(text)
