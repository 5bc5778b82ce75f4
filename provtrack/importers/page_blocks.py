"""A page as a row of blocks: what a reader sees as separate pieces, with the gaps between them.

Both the text copied from a browser and the saved HTML of a page become blocks; what the blocks
mean is told elsewhere (`wilson_page`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a page.

    Attributes:
        text: Its lines, without empty ones at its ends.
        gap: Empty lines before it; 1 in HTML, where gaps are not told.
        is_heading: The page marks it as a heading; False where the page cannot tell.
        place: The nearest container in HTML, or of a copied text the empty string.
        label: What the page's mark-up calls it: tag, then class names and ids, in lower case.
        pane: The tab it stands in, in HTML; empty outside tabs.
    """

    text: str
    gap: int = 1
    is_heading: bool = False
    place: str = ""
    label: str = ""
    pane: str = ""

    @property
    def is_line(self) -> bool:
        """Whether it is a single line."""
        return "\n" not in self.text


def line_blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text at every line end: for copies in which each line is a paragraph."""
    return tuple(
        Block(text=line.strip(), gap=block.gap if number == 0 else 1)
        for block in blocks_of(text)
        for number, line in enumerate(block.text.split("\n"))
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text with LF line ends at its empty lines (white space only is empty)."""
    blocks: list[Block] = []
    lines: list[str] = []
    gap = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line)
            continue
        if lines:
            blocks.append(Block(text="\n".join(lines).strip(), gap=gap))
            lines, gap = [], 0
        gap += 1
    return tuple(blocks)
