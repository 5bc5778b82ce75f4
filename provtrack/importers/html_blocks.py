"""Saved HTML as a row of blocks, each with its container and its tab (`page_blocks`)."""

import re
from dataclasses import dataclass, field

from provtrack.importers.composing import Composer
from provtrack.importers.html import BLOCKS, NO_TEXT, is_hidden, is_outside_text
from provtrack.importers.page_blocks import Block, blocks_of
from provtrack.importers.xml_reading import Element

CONTAINERS = frozenset(["div", "section", "article", "main", "td", "body", "li", "dd", "header"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend", "summary"])
PANE = re.compile(r"\btab-?pane\b|\btab-?panel\b|\btabs-panel\b|\btab-content__item\b")
LABEL_LEVELS = 3  # containers above a paragraph whose class names still speak of it


def html_blocks(main: Element) -> tuple[Block, ...]:
    """Cut the main part of a page into blocks."""
    walk = _BlockWalk()
    walk.element(main)
    walk.flush()
    return tuple(walk.blocks)


@dataclass(slots=True)
class _BlockWalk:
    """Collects blocks; `above` are the block elements around the present place."""

    blocks: list[Block] = field(default_factory=list)
    composer: Composer = field(default_factory=Composer)
    above: list[Element] = field(default_factory=list)

    def element(self, element: Element) -> None:
        """Add an element and all in it, but not its tail."""
        if element.tag in NO_TEXT or is_hidden(element) or is_outside_text(element):
            return
        if element.tag == "br":
            self.composer.line_break()
            return
        is_block = element.tag in BLOCKS
        if is_block:
            self.flush()
            self.above.append(element)
        self.composer.words(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.composer.words(child.tail or "")
        if is_block:
            self.flush()
            self.above.pop()

    def flush(self) -> None:
        """Close the block under way."""
        text, _ = self.composer.finished()
        self.composer = Composer()
        if not text:
            return
        containers = [one for one in self.above if one.tag in CONTAINERS]
        tag = str(self.above[-1].tag) if self.above else ""
        names = [_names(one) for one in (*containers[-LABEL_LEVELS:], *self.above[-1:])]
        pane = next((one for one in reversed(self.above) if _is_pane(one)), None)
        self.blocks += [
            Block(
                text=piece.text,
                is_heading=tag in HEADINGS,
                place=_path(containers[-1]) if containers else "/",
                label=" ".join([tag, *names]),
                pane="" if pane is None else pane.get("id") or _path(pane),
            )
            for piece in blocks_of(text)
        ]


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _is_pane(element: Element) -> bool:
    return element.get("role") == "tabpanel" or bool(PANE.search(_names(element)))


def _path(element: Element) -> str:
    return str(element.getroottree().getpath(element))
