"""Turn a paragraph and the changes in it into pieces a template writes one after the other.

Marks may overlap (several witnesses change the same words of the base); HTML must nest. A mark
that would cross another is closed and opened again, so each keeps its own class and can be
filtered on its own. The characters of the recorded text come out exactly once and in order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.reporting.views import ParagraphView, Piece

# Characters that reorder the text around them, and controls HTML cannot carry. The plain direction
# marks (U+200E, U+200F, U+061C) stay: right-to-left texts need them and they hide nothing.
CONTROLS = re.compile(
    "[\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)
# Lines no longer than this are verse, addresses or signatures; longer ones are wrapped prose.
LONGEST_KEPT_LINE = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One change or query as it stands in one paragraph of one version.

    Attributes:
        start, end: Code points of the paragraph; equal where nothing stands here.
        tag: "del" (only in the base), "ins" (only in the witness), "span", "mark" (query).
        css: Classes: nature, and "s" for substantive or "a" for accidental.
        number: Of the change in the report; empty for a query.
        owner: Siglum of the version(s) that alone have these words.
        gone: Words of the base to show before these in line.
        gone_owner: Siglum of the version that has them.
        sign: Abbreviation set beside a substantive change; empty for none.
        sign_label: The same for a screen reader.
        break_words: Where a paragraph begins or ends in one version only: how to say so.
    """

    start: int
    end: int
    tag: str
    css: str
    number: str = ""
    owner: str = ""
    gone: str = ""
    gone_owner: str = ""
    sign: str = ""
    sign_label: str = ""
    break_words: str = ""


def show_paragraph(text: str, marks: Sequence[Mark] = (), *, label: str = "") -> ParagraphView:
    """Set marks into a paragraph's text.

    Args:
        marks: In any order; spans outside the text are cut to it.
    """
    pieces = tuple(_pieces(text, marks)) if marks else tuple(_shown(text))
    return ParagraphView(label=label, pieces=pieces, keeps_lines=_keeps_lines(text))


def show_text(text: str) -> tuple[Piece, ...]:
    """Set a text without marks, control characters made visible."""
    return tuple(_shown(text))


def visible(text: str) -> str:
    """Write control characters out: U+202E becomes "[U+202E]"."""
    return CONTROLS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def _keeps_lines(text: str) -> bool:
    """Tell whether line ends carry sense here."""
    return "\n" in text and max(map(len, text.split("\n"))) <= LONGEST_KEPT_LINE


def _shown(text: str) -> Iterator[Piece]:
    """Yield text, with control characters made visible."""
    last = 0
    for found in CONTROLS.finditer(text):
        if found.start() > last:
            yield ("text", text[last : found.start()], "", "", "")
        yield ("shown", f"[U+{ord(found[0]):04X}]", "", "", "")
        last = found.end()
    if last < len(text):
        yield ("text", text[last:] if last else text, "", "", "")


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """Sweep over the text from boundary to boundary, keeping the open marks on a stack."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        start = min(mark.start, len(text))
        opening.setdefault(start, []).append(mark)
        closing.setdefault(max(start, min(mark.end, len(text))), []).append(mark)
    stack: list[Mark] = []
    place = 0
    for boundary in sorted({*opening, *closing}):
        yield from _shown(text[place:boundary])
        place = boundary
        ended = [mark for mark in closing.get(boundary, ()) if mark in stack]
        yield from _close(ended, stack)
        for mark in opening.get(boundary, ()):
            if mark.gone:
                yield ("gone", visible(mark.gone), mark.css, mark.number, mark.gone_owner)
            if min(mark.end, len(text)) > boundary:
                yield ("open", mark.tag, mark.css, mark.number, mark.owner)
                stack.append(mark)
            else:
                yield from _nothing_here(mark)
    yield from _shown(text[place:])


def _close(ended: Sequence[Mark], stack: list[Mark]) -> Iterator[Piece]:
    """Close marks that end here; those opened inside them and still running open again."""
    reopened: list[Mark] = []
    while any(mark in stack for mark in ended):
        mark = stack.pop()
        yield ("close", mark.tag, "", "", "")
        if mark in ended:
            yield from _sign(mark)
        else:
            reopened.append(mark)
    for mark in reversed(reopened):
        yield ("open", mark.tag, mark.css, mark.number, mark.owner)
        stack.append(mark)


def _nothing_here(mark: Mark) -> Iterator[Piece]:
    """Show that a version has no words here, or ends or begins a paragraph."""
    if mark.break_words:
        yield ("break", mark.break_words, mark.css, mark.number, "")
    elif mark.css:
        yield ("caret", "", mark.css, mark.number, "")
    yield from _sign(mark)


def _sign(mark: Mark) -> Iterator[Piece]:
    """Yield the abbreviation that stands beside a substantive change."""
    if mark.sign:
        yield ("sign", mark.sign, mark.css, mark.number, mark.sign_label)
