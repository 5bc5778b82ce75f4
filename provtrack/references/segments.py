"""Segments between commas, and leaves after the labels of other languages.

What the smaller grammars share. Entry points: `segments_of`, `find_leaves`, `bare_leaves`.
"""

import re

from provtrack.references.grammar import LeafRange

# Blatt, folio, karta, fila, page, leaf ... ; the label must be followed by a figure.
_VERSO = r"(?:\s?(?:verso|recto|RS|Rs|r|v|f|ff)(?![^\W_])\.?|[a-e](?![^\W_]))?"
_LEAF = rf"\d+{_VERSO}"
_RANGE = re.compile(rf"({_LEAF})(?:\s?[-–—]\s?({_LEAF}))?")
_NEXT = re.compile(r"\s*(?:,|and|und|i|a|și|és|&)\s*(?=\d)(?!(?:1[89]|20)\d\d(?!\d))")
_LABEL = re.compile(
    r"(?<![\w.])(?:Bl|Bll|Blatt|S|Seite|fol|fols|folio|folios|ff|fl|pp|p|k|kk|karta|f|fila|l|ll|s"
    r"|str|old|o|oldal|list|лист|л)(?:\.\s?|\s)(?=\d)",
)
_BARE = re.compile(
    r"(?<=[,:]\s)(\d+(?:\s?[-–—]\s?\d+)?)(?=\s*\.?\s*$|\s*\.\s)(?!\.\s+[^\W\d_]+\s+\d{4})"
)


def segments_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part text[start:end] at commas and semicolons; blanks and full stops around are left out."""
    found = []
    for match in re.finditer(r"[^,;]+", text[start:end]):
        stripped = match[0].strip(" \t\n:")
        if stripped.strip("."):
            first = start + match.start() + match[0].index(stripped[0])
            last = first + len(stripped)
            is_last = not text[start + match.end() : end].strip(" ,;.")
            if is_last and stripped.endswith("."):
                last -= 1
            found.append((first, last))
    return found


def find_leaves(text: str, start: int) -> tuple[tuple[LeafRange, ...], int]:
    """Find the first labelled leaves after a place.

    Returns:
        The leaves, and where their label begins; the end of the text if there are none.
    """
    label = _LABEL.search(text, start)
    if label is None:
        return (), len(text)
    return read_leaves(text, label.end()), label.start()


def read_leaves(text: str, position: int) -> tuple[LeafRange, ...]:
    """Read a list of leaves and ranges that begins at a place."""
    found: list[LeafRange] = []
    while leaf := _RANGE.match(text, position):
        first, last = leaf[1].rstrip("."), leaf[2].rstrip(".") if leaf[2] else None
        found.append(LeafRange(first, last, leaf.start(), leaf.end()))
        following = _NEXT.match(text, leaf.end())
        if following is None:
            break
        position = following.end()
    return tuple(found)


def bare_leaves(text: str, start: int) -> tuple[LeafRange, ...]:
    """Find a figure or range that ends the line without a label: "…, 403-410"."""
    found = _BARE.search(text, start)
    return read_leaves(text, found.start()) if found else ()
