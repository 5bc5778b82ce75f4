"""Write a paragraph with the changes in it as markup.

Marks may overlap (several witnesses change the same words of the base); HTML must nest. A mark
that would cross another is closed and opened again, so each keeps its own class and can be
filtered on its own. The characters of the recorded text come out exactly once and in order.

This module and `apparatus` write tags in Python, where all else is left to templates: a report of
10,000 paragraphs has several hundred thousand marks, and a template writes them six times slower
(``bench/report.py``). Every text goes through `escaped`.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from markupsafe import Markup

# Characters that reorder the text around them, and controls HTML cannot carry. The plain direction
# marks (U+200E, U+200F, U+061C) stay: right-to-left texts need them and they hide nothing.
CONTROLS = re.compile(
    "[\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
# Lines no longer than this are verse, addresses or signatures; longer ones are wrapped prose.
LONGEST_KEPT_LINE = 56


class Mark(NamedTuple):
    """One change or query as it stands in one paragraph of one version.

    A named tuple, as there are hundreds of thousands: a frozen dataclass takes thrice as long.

    Attributes:
        start, end: Code points of the paragraph; equal where nothing stands here.
        tag: "del" (only in the base), "ins" (only in the witness), "span", "mark", "q", "a".
        css: Classes: sort of change, and "s" for substantive or "a" for accidental.
        number: Of the change on the page; 0 for a query or a quotation.
        gone: Words of the base to show before these in line.
        sign: Abbreviation set beside a substantive change, words beside a query; empty for none.
        sign_label: The same for a screen reader.
        break_words: Where a paragraph ends in one version only: how to say so.
        goes_on: It is the other version that ends a paragraph here.
        href: Of a link ("a"): a place of the page, named by us.
    """

    start: int
    end: int
    tag: str
    css: str
    number: int = 0
    gone: str = ""
    sign: str = ""
    sign_label: str = ""
    break_words: str = ""
    goes_on: bool = False
    href: str = ""


def running_text(text: str, marks: Sequence[Mark] = ()) -> Markup:
    """Write a paragraph's text with its marks.

    Args:
        marks: In any order; spans outside the text are cut to it.
    """
    if not marks:
        return Markup(escaped(text))  # noqa: S704 - escaped
    return Markup("".join(_pieces(text, marks)))  # noqa: S704 - every text in it is escaped


def escaped(text: str) -> str:
    """Escape a text for HTML, control characters made visible: U+202E becomes "[U+202E]".

    Not for attributes: quotation marks stay as they are.
    """
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if safe.isprintable():  # by far the quickest way to know that there is no control in it
        return safe
    return CONTROLS.sub(lambda found: f'<span class="ctl">[U+{ord(found[0]):04X}]</span>', safe)


def visible(text: str) -> str:
    """Write control characters out in plain text: U+202E becomes "[U+202E]"."""
    return CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def keeps_lines(text: str) -> bool:
    """Tell whether line ends carry sense here: verse, an address, a signature."""
    return "\n" in text and max(map(len, text.split("\n"))) <= LONGEST_KEPT_LINE


def gone_text(text: str, css: str, number: int) -> Markup:
    """Write a whole base paragraph that the witness lacks, for the in-line view."""
    return Markup(_gone(text, css, number))  # noqa: S704 - escaped


def _pieces(text: str, marks: Sequence[Mark]) -> list[str]:
    """Write text and marks one after the other; marks that cross are left to `_crossing_pieces`."""
    pieces: list[str] = []
    place = 0
    ordered = sorted(marks, key=_reading_order)
    length = len(text)
    for mark in ordered:
        start, end = min(mark.start, length), min(mark.end, length)
        if start < place:
            return list(_crossing_pieces(text, ordered))
        if start > place:
            pieces.append(escaped(text[place:start]))
        if mark.gone:
            pieces.append(_gone(mark.gone, mark.css, mark.number))
        if end > start:
            pieces.append(f"{_tag(mark)}{escaped(text[start:end])}</{mark.tag}>{_sign(mark)}")
        else:
            pieces.append(_nothing_here(mark))
        place = end
    pieces.append(escaped(text[place:]))
    return pieces


def _crossing_pieces(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    """Sweep over the text from boundary to boundary, keeping the open marks on a stack."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        start = min(mark.start, len(text))
        end = min(mark.end, len(text))
        opening.setdefault(start, []).append(mark)
        if end > start:
            closing.setdefault(end, []).append(mark)
    stack: list[Mark] = []
    place = 0
    for boundary in sorted({*opening, *closing}):
        yield escaped(text[place:boundary])
        place = boundary
        yield from _close(closing.get(boundary, ()), stack)
        for mark in opening.get(boundary, ()):
            if mark.gone:
                yield _gone(mark.gone, mark.css, mark.number)
            if min(mark.end, len(text)) > boundary:
                yield _tag(mark)
                stack.append(mark)
            else:
                yield _nothing_here(mark)
    yield escaped(text[place:])


def _reading_order(mark: Mark) -> tuple[int, int]:
    """Sort marks by where they begin, the longest first."""
    return mark.start, -mark.end


def _close(ended: Sequence[Mark], stack: list[Mark]) -> Iterator[str]:
    """Close marks that end here; those opened inside them and still running open again."""
    reopened: list[Mark] = []
    left = len(ended)
    while left:
        mark = stack.pop()
        yield f"</{mark.tag}>"
        if any(mark is other for other in ended):
            left -= 1
            yield _sign(mark)
        else:
            reopened.append(mark)
    for mark in reversed(reopened):
        yield _tag(mark)
        stack.append(mark)


def _tag(mark: Mark) -> str:
    """Open a mark."""
    number = f' data-c="{mark.number}"' if mark.number else ""
    href = f' href="{mark.href}"' if mark.href else ""
    return f'<{mark.tag} class="k {mark.css}"{number}{href}>'


def _gone(text: str, css: str, number: int) -> str:
    """Write words of the base that the witness lacks; the in-line view shows them."""
    return f'<del class="k {css}" data-c="{number}">{escaped(text)}</del>'


def _nothing_here(mark: Mark) -> str:
    """Show that a version has no words here, or that a paragraph ends in one version only."""
    place = f'{mark.css}" data-c="{mark.number}"'
    if mark.goes_on:
        words = f'<span class="vh" lang="en">[{escaped(mark.break_words)}]</span>'
        return f'<span class="pil {place}><span aria-hidden="true">¶</span>{words}</span>'
    if mark.break_words:
        return f'<span class="brk {place} lang="en" dir="ltr">¶ {escaped(mark.break_words)}</span>'
    if mark.number:
        return f'<span class="caret {place} aria-hidden="true">‸</span>{_sign(mark)}'
    return ""


def _sign(mark: Mark) -> str:
    """Write what stands beside a mark: of a substantive change a link to its entry, else words."""
    if not mark.sign:
        return ""
    if not mark.number:
        return f'<span class="g lk" lang="en">{escaped(mark.sign)}</span>'
    label = escape(f"{mark.sign}: {mark.sign_label}")
    return (
        f'<a class="g {mark.css}" href="#c{mark.number}" lang="en" aria-label="{label}">'
        f"{escaped(mark.sign)}</a>"
    )
