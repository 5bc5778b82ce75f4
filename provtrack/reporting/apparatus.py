"""The apparatus of a row: lemma ] reading sigla, what the change touches, why.

Witnesses that have the same reading at the same place share an entry, as do different readings
of the same lemma that touch the same thing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.comparison import Change, Decision
from provtrack.model.names import ChangeKind, Nature
from provtrack.reporting.sides import Side
from provtrack.reporting.streams import visible
from provtrack.reporting.views import ApparatusEntry, ReadingView
from provtrack.reporting.wording import counted, is_substantive, mark_name, nature_of

LONGEST_READING = 400  # characters of a reading shown whole; longer ones are cut in the middle
SPACES = {" ": "space", "\n": "line end", "\t": "tab", "\N{NO-BREAK SPACE}": "no-break space"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedChange:
    """A change with its number on the page, from 1, and its witness's column."""

    change: Change
    number: int
    column: int

    @property
    def css(self) -> str:
        """Classes of its marks: sort of change (for filters), and substantive or accidental."""
        grade = "s" if is_substantive(self.change) else "a"
        moved = " mv" if self.is_moved else ""
        return f"n-{mark_name(self.change).key}-{grade} {grade}{moved}"

    @property
    def label(self) -> str:
        """Its name for a screen reader."""
        return f"{mark_name(self.change).label}, change {self.number}"

    @property
    def is_moved(self) -> bool:
        """Tell whether the same words stand in another place."""
        return self.change.kind is ChangeKind.TRANSPOSITION

    @property
    def is_break(self) -> bool:
        """Tell whether it is a paragraph's end that differs."""
        return nature_of(self.change) is Nature.PARAGRAPH_BREAK


def apparatus_of(
    changes: Sequence[NumberedChange], sides: Sequence[Side]
) -> tuple[ApparatusEntry, ...]:
    """Group the changes of a row into entries, in the order of the base."""
    groups: dict[tuple[int, int, int, str], list[NumberedChange]] = {}
    for item in changes:
        lemma = item.change.base
        key = (lemma.paragraph, lemma.start, lemma.end, item.css)
        groups.setdefault(key, []).append(item)
    return tuple(_entry(groups[key], sides) for key in sorted(groups, key=lambda key: key[:3]))


def _entry(items: Sequence[NumberedChange], sides: Sequence[Side]) -> ApparatusEntry:
    """Make one entry; readings in the order of the witnesses, like ones together."""
    by_text: dict[str, list[NumberedChange]] = {}
    for item in items:
        by_text.setdefault(item.change.witness.text, []).append(item)
    first = items[0]
    base = first.change.base
    has_break = first.change.kind is ChangeKind.OMISSION
    return ApparatusEntry(
        ids=tuple(f"c{item.number}" for item in items),
        css=first.css,
        label=mark_name(first.change).label,
        lemma=_reading(base.text, "", sides[0], _absence(first, is_lemma=True, here=has_break)),
        readings=tuple(
            _reading(
                text,
                " ".join(sides[item.column].siglum for item in having),
                sides[having[0].column],
                _absence(having[0], is_lemma=False, here=not has_break),
            )
            for text, having in by_text.items()
        ),
        explanation=" ".join(dict.fromkeys(_explanations(items))),
        decision=" ".join(_decided(item.change.decision) for item in items if item.change.decision),
    )


def _explanations(items: Sequence[NumberedChange]) -> Iterator[str]:
    """Yield what the rules say of these changes."""
    for item in items:
        if item.change.explanation:
            yield item.change.explanation


def _absence(item: NumberedChange, *, is_lemma: bool, here: bool) -> str:
    """Say what stands where no words stand."""
    if item.is_break:
        return "paragraph ends" if here else "goes on"
    return "nothing" if is_lemma else "omitted"


def _reading(text: str, sigla: str, side: Side, absence: str) -> ReadingView:
    """Prepare a reading; one of white space only, or of nothing, is said in words."""
    is_words = bool(text.strip())
    shown = _shortened(visible(text)) if is_words else _spaces_in_words(text) or absence
    return ReadingView(
        text=shown,
        sigla=sigla,
        is_words=is_words,
        language=side.language,
        direction=side.direction,
    )


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


def _decided(decision: Decision) -> str:
    """Say what an editor decided, who and when."""
    reason = f": {decision.reason}" if decision.reason else ""
    return f"Decided by {decision.by}, {decision.when}: {decision.state}{reason}."
