"""The apparatus of a row: lemma ] reading sigla, what the change touches, why.

Witnesses that have the same reading at the same place share an entry, as do different readings
of the same lemma that touch the same thing. Written in Python for speed, as `running_text` says.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from provtrack.model.comparison import Change
from provtrack.model.names import ChangeKind
from provtrack.reporting.running_text import escaped
from provtrack.reporting.sides import Side
from provtrack.reporting.wording import MarkStyle, style_of
from provtrack.reviewing import decision_in_words
from provtrack.text.plurals import counted

LONGEST_READING = 400  # characters of a reading shown whole; longer ones are cut in the middle
SPACES = {" ": "space", "\n": "line end", "\t": "tab", "\N{NO-BREAK SPACE}": "no-break space"}


class NumberedChange(NamedTuple):
    """A change with its number on the page, from 1, its witness's column and its style.

    Attributes:
        anchor: The change's id, where it is the first on the page to have it; else empty. Two
            witnesses with one paragraph have the same changes.
    """

    change: Change
    number: int
    column: int
    style: MarkStyle
    anchor: str = ""


def number_change(change: Change, number: int, column: int, anchor: str = "") -> NumberedChange:
    """Give a change its number and style."""
    return NumberedChange(change, number, column, style_of(change), anchor)


def apparatus_of(changes: Sequence[NumberedChange], sides: Sequence[Side]) -> Markup:
    """Write the entries of a row as list items, in the order of the base."""
    if not changes:
        return Markup()
    groups: dict[tuple[int, int, int, str], list[NumberedChange]] = {}
    for item in changes:
        lemma = item.change.base
        key = (lemma.paragraph, lemma.start, lemma.end, item.style.css)
        groups.setdefault(key, []).append(item)
    entries = (_entry(groups[key], sides) for key in sorted(groups, key=lambda key: key[:3]))
    return Markup("".join(entries))  # noqa: S704 - every text in it is escaped


def _entry(items: Sequence[NumberedChange], sides: Sequence[Side]) -> str:
    """Write one entry; readings in the order of the witnesses, like ones together."""
    first = items[0]
    by_text: dict[str, list[NumberedChange]] = {}
    for item in items:
        by_text.setdefault(item.change.witness.text, []).append(item)
    lemma = _reading(first, sides[0], is_lemma=True)
    readings = ", ".join(
        f"{_reading(having[0], sides[having[0].column], is_lemma=False)} "
        f"<b>{escaped(' '.join([sides[item.column].siglum for item in having]))}</b>"
        for having in by_text.values()
    )
    anchors = "".join([f'<span id="c{item.number}"></span>' for item in items[1:]])
    return (
        f'<li id="c{first.number}" class="{first.style.css}">{anchors}'
        f'<span class="kn">{first.style.label}</span> {lemma} ] {readings}'
        f"{''.join(dict.fromkeys(_remarks(items, sides)))}</li>"
    )


def _remarks(items: Sequence[NumberedChange], sides: Sequence[Side]) -> Iterator[str]:
    """Write what the rules say of these changes, and what an editor decided."""
    for item in items:
        for inner in item.change.inside:
            yield _inner_entry(number_change(inner, item.number, item.column), sides)
        if item.change.explanation:
            yield f" <i>{escaped(item.change.explanation)}</i>"
        if item.change.decision is not None:
            yield f' <span class="dec">{escaped(decision_in_words(item.change))}</span>'
        if item.anchor:
            yield f' <a class="id" id="{item.anchor}" href="#{item.anchor}">{item.anchor}</a>'


def _inner_entry(item: NumberedChange, sides: Sequence[Side]) -> str:
    """Write a change within moved words into the entry of the move."""
    lemma = _reading(item, sides[0], is_lemma=True)
    reading = _reading(item, sides[item.column], is_lemma=False)
    return (
        f'; <span class="{item.style.css}">in it: <span class="kn">{item.style.label}</span> '
        f"{lemma} ] {reading}</span>"
    )


def _absence(item: NumberedChange, *, is_lemma: bool) -> str:
    """Say what stands where no words stand."""
    if item.style.is_break:
        ends_in_base = item.change.kind is ChangeKind.OMISSION
        return "paragraph ends" if ends_in_base is is_lemma else "goes on"
    return "nothing" if is_lemma else "omitted"


def _reading(item: NumberedChange, side: Side, *, is_lemma: bool) -> str:
    """Write a reading; one of white space only, or of nothing, is said in words."""
    text = item.change.base.text if is_lemma else item.change.witness.text
    if not text or text.isspace():
        absence = _spaces_in_words(text) or _absence(item, is_lemma=is_lemma)
        return f'<span class="abs">{absence}</span>'
    css = "lem" if is_lemma else "rdg"
    return f'<bdi class="{css}"{side.attributes}>{escaped(_shortened(text))}</bdi>'


def _shortened(text: str) -> str:
    """Cut a very long reading in its middle: the text itself stands above."""
    if len(text) <= LONGEST_READING:
        return text
    half = LONGEST_READING // 2
    return f"{text[:half].rstrip()} […] {text[-half:].lstrip()}"


def _spaces_in_words(text: str) -> str:
    """Say which white space stands here: "2 spaces, 1 line end"."""
    counts: dict[str, int] = {}
    for character in text:
        name = SPACES.get(character, f"U+{ord(character):04X}")
        counts[name] = counts.get(name, 0) + 1
    return ", ".join(counted(number, name) for name, number in counts.items())
