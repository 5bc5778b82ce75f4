"""HTML as a publication: its text is the decoded file; tags are skipped, entities read.

``q`` and ``blockquote`` are quotations, with their ``cite``; ``cite`` alone names a work and is
words. What a block, or the figure around it, says of its source below its words is a note on it.
Links to notes are calls, and what they lead to are the notes, by the same signs as in
`importers.html_notes`; if there are none, raised figures call what a list behind them counts
(`html_unlinked`). Navigation, scripts and what the page hides are no text of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provtrack.importers.charsets import decode
from provtrack.importers.content import Content
from provtrack.importers.html import BLOCKS, DECLARED, NO_TEXT, XML_DECLARED, parse_html
from provtrack.importers.html_notes import HOLDERS, MARK, NOTE_PLACE, SAYS_BACK, SAYS_REFERENCE
from provtrack.importers.publications.building import finished, refuse_surrogates
from provtrack.importers.publications.html_unlinked import UnlinkedNotes, unlinked_notes
from provtrack.importers.publications.tag_walk import Opened, Role, TagWalk, language_of
from provtrack.importers.publications.tags import Piece, pieces_of
from provtrack.model.publication import Publication, RegionKind

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
# Elements whose end tag may be missing -> what ends them (HTML, "optional tags").
IMPLIED: dict[str, frozenset[str]] = {
    "p": BLOCKS | frozenset(["blockquote"]),
    "li": frozenset(["li"]),
    **dict.fromkeys(("dd", "dt"), frozenset(["dd", "dt"])),
    **dict.fromkeys(("td", "th"), frozenset(["td", "th", "tr"])),
    "tr": frozenset(["tr"]),
    "option": frozenset(["option"]),
}
DASH = re.compile(r"\s*(?:[—–―-]|&[mn]dash;)+\s*")  # before the name of a source
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "legend"])
NAVIGATION = frozenset(["nav", "dialog", "noscript"])
ROLES: dict[str, Role] = {
    **dict.fromkeys(BLOCKS, Role.BLOCK),
    **dict.fromkeys(HEADINGS, Role.HEADING),
    **dict.fromkeys(NO_TEXT | NAVIGATION, Role.HIDDEN),
    **dict.fromkeys(("code", "kbd", "samp", "pre", "tt"), Role.CODE),
    "del": Role.HIDDEN,
    "blockquote": Role.BLOCK_QUOTE,
    "q": Role.QUOTED,
}


def read(content: Content) -> Publication:
    """Read a page.

    Raises:
        FormatError: Nested too deep, or nothing in it.
    """
    parse_html(content)
    head = content.data[:4096]
    match = XML_DECLARED.match(head) or DECLARED.search(head)
    text = decode(content, declared=match.group(1).decode("ascii") if match else None).text
    refuse_surrogates(text, content.name)
    called = called_places(text)
    walk = _HtmlWalk(
        text=text,
        roles=ROLES,
        alone=VOID,
        implied=IMPLIED,
        called=called,
        unlinked=UnlinkedNotes() if called else unlinked_notes(text),
    )
    parts = walk.walk(is_xml=False)
    for lead in walk.unlinked.leads:
        parts.skip(lead.start, lead.end)
    return finished(content.name, text, parts)


def called_places(text: str) -> dict[str, str]:
    """Ids of the notes that links call, with the label each link shows."""
    called: dict[str, str] = {}
    raised = 0
    link: Piece | None = None
    for piece in pieces_of(text, is_xml=False):
        if piece.name == "sup":
            raised = max(0, raised + (piece.kind == "open") - (piece.kind == "close"))
        elif piece.name == "a" and piece.kind == "open":
            link = piece
        elif piece.name == "a" and piece.kind == "close" and link is not None:
            words = re.sub(r"<[^<>]*>", "", text[link.end : piece.start]).strip()
            inside = "<sup" in text[link.end : piece.start].lower()
            if _is_call(link, words, is_raised=raised > 0 or inside):
                called.setdefault(link.attributes["href"][1:], words.strip("[]()."))
            link = None
    return called


def _is_call(link: Piece, words: str, *, is_raised: bool) -> bool:
    """Whether a link calls a note of its page."""
    address = link.attributes.get("href", "")
    if len(address) < 2 or not address.startswith("#") or _says(link, SAYS_BACK):
        return False
    if re.match(r"#_?(?:fn|ftn|note|cite_)?_?ref", address, re.I):
        return False
    if _says(link, SAYS_REFERENCE):
        return bool(words)
    return MARK.fullmatch(words) is not None and (
        is_raised or NOTE_PLACE.match(address) is not None
    )


def _says(piece: Piece, words: frozenset[str]) -> bool:
    stated = [piece.attributes.get(name, "") for name in ("role", "epub:type", "class", "rev")]
    return not words.isdisjoint(" ".join(stated).lower().split())


def _tells_source(name: str, above: Sequence[str]) -> bool:
    """Whether an element says what a block quotation is taken from.

    Args:
        above: Names of the elements around it, outermost first.
    """
    if name == "figcaption":
        return "figure" in above
    if "blockquote" not in above:
        return False
    return name == "footer" or (name == "cite" and above[-1] == "blockquote")


@dataclass(slots=True)
class _HtmlWalk(TagWalk):
    """Knows the notes of a page and what it hides.

    Attributes:
        called: Label by the id of a note.
        unlinked: The notes of a page whose calls are no links.
        figures: How many regions were noted before each figure that is open.
        sources: How many notes on the source of a block came so far.
    """

    called: dict[str, str] = field(default_factory=dict)
    unlinked: UnlinkedNotes = field(default_factory=UnlinkedNotes)
    links: list[tuple[Piece, bool]] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    sources: int = 0

    def open(self, piece: Piece) -> None:
        """Open an element; one that a link calls makes the block around it a note."""
        TagWalk.open(self, piece)
        if piece.name == "html":
            self.parts.language = language_of(piece.attributes) or "und"
        if piece.name == "figure":
            self.figures.append(len(self.parts.regions))
        above = [one.piece.name for one in self.opened[:-1]]
        if _tells_source(piece.name, above) and not self.in_note() and self.has_block():
            self.source(self.opened[-1])
        if self.is_hidden(piece):
            self.opened[-1].role = self.as_hidden(self.opened[-1])
        if piece.name == "a":
            self.links.append((piece, self.in_note()))
        name = piece.attributes.get("id") or piece.attributes.get("name") or ""
        if name in self.called and not self.in_note():
            self.make_note(self.called[name])
        if piece.start in self.unlinked.notes and not self.in_note():
            self.make_note(self.unlinked.notes[piece.start])

    def has_block(self) -> bool:
        """Whether a block quotation is open, or closed in the figure that is open."""
        return any(one.role is Role.BLOCK_QUOTE for one in self.opened) or bool(self.in_figure())

    def in_figure(self) -> list[int]:
        """The block quotations in the figure that is open, by their number among the regions."""
        first = self.figures[-1] if self.figures else len(self.parts.regions)
        regions = self.parts.regions[first:]
        is_block = RegionKind.BLOCK_QUOTE
        return [first + place for place, one in enumerate(regions) if one.kind is is_block]

    def source(self, opened: Opened) -> None:
        """Make an element a note on the source of the block it belongs to."""
        if opened.role not in (Role.NOTE, Role.HIDDEN):
            self.begins.append(opened.piece.end)
            self.has_words.append(False)
        self.sources += 1
        opened.role, opened.label = Role.NOTE, f"source {self.sources}"
        if dash := DASH.match(self.text, opened.piece.end):
            self.parts.skip(*dash.span())
        block = next((one for one in self.opened if one.role is Role.BLOCK_QUOTE), None)
        if block is not None:
            block.label = f"#{self.sources}"
        for place in self.in_figure():
            region = self.parts.regions[place]
            self.parts.regions[place] = replace(region, source=f"#{self.sources}")

    def is_hidden(self, piece: Piece) -> bool:
        """Whether the page hides an element."""
        style = piece.attributes.get("style", "").replace(" ", "").lower()
        return "hidden" in piece.attributes or "display:none" in style

    def as_hidden(self, opened: Opened) -> Role | None:
        """Hide an element that has just been opened."""
        if opened.role not in (Role.NOTE, Role.HIDDEN):
            self.begins.append(opened.piece.end)
            self.has_words.append(False)
        return Role.HIDDEN

    def in_note(self) -> bool:
        """Whether a note is open."""
        return any(one.role is Role.NOTE for one in self.opened)

    def make_note(self, label: str) -> None:
        """Turn the nearest block around the words of a note into a note."""
        for one in reversed(self.opened):
            if one.piece.name in HOLDERS and one.role is not Role.HIDDEN:
                one.role, one.label = Role.NOTE, label
                self.has_words[-1] = False
                self.begins.append(one.piece.end)
                self.has_words.append(False)
                return

    def close(self, end: int) -> None:
        """Close an element; links that call a note, or lead back from one, are no words."""
        opened = self.opened[-1]
        source, is_block = opened.label, opened.role is Role.BLOCK_QUOTE
        opened.label = "" if is_block else opened.label
        TagWalk.close(self, end)
        if is_block and source:
            self.parts.regions[-1] = replace(self.parts.regions[-1], source=source)
        if opened.piece.name == "figure" and self.figures:
            self.figures.pop()
        if opened.piece.start in self.unlinked.calls:
            self.parts.skip(opened.piece.end, end)
            self.call(opened.piece.start, self.unlinked.calls[opened.piece.start])
        if opened.piece.name != "a" or not self.links:
            return
        link, was_in_note = self.links.pop()
        words = re.sub(r"<[^<>]*>", "", self.text[link.end : end]).strip()
        target = link.attributes.get("href", "")[1:]
        if target in self.called and not was_in_note and words:
            self.parts.skip(link.end, end)
            self.call(link.start, self.called[target])
        elif was_in_note and (
            _says(link, SAYS_BACK) or MARK.fullmatch(words) or not any(map(str.isalnum, words))
        ):
            self.parts.skip(link.end, end)
