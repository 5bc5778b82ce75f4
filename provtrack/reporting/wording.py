"""The report's words for closed lists, numbers and enumerations, in English.

Everything a reader meets that is not a version's own text is worded here or in the templates.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from provtrack.model.comparison import Change
from provtrack.model.names import ChangeKind, DecisionStatus, Extent, Nature, Significance


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkName:
    """How a sort of change is called: a short sign for the text, a label for lists."""

    key: str
    sign: str
    label: str


# In the order in which a reader wants them: what can reverse the sense comes first.
NATURE_NAMES: dict[Nature, MarkName] = {
    nature: MarkName(key=key, sign=key, label=label)
    for nature, key, label in (
        (Nature.NEGATION, "neg", "Negation"),
        (Nature.FIGURE, "fig", "Figure"),
        (Nature.DATE, "date", "Date"),
        (Nature.MODALITY, "mod", "Modality"),
        (Nature.NAME, "name", "Name"),
        (Nature.QUANTIFIER, "qty", "Quantifier"),
        (Nature.ATTRIBUTION, "attr", "Attribution"),
        (Nature.QUOTATION, "quot", "Quotation"),
        (Nature.TENSE, "tense", "Tense, voice, number"),
        (Nature.CONTENT, "cont", "Content"),
        (Nature.RECAST, "rec", "Recast"),
        (Nature.WORDING, "word", "Wording"),
        (Nature.NAME_FORM, "nf", "Form of a name"),
        (Nature.DATE_FORM, "df", "Form of a date"),
        (Nature.FIGURE_FORM, "ff", "Form of a figure"),
        (Nature.ABBREVIATION, "abbr", "Abbreviation"),
        (Nature.SPELLING, "sp", "Spelling"),
        (Nature.HYPHENATION, "hyph", "Hyphenation"),
        (Nature.CASE, "case", "Capitals"),
        (Nature.PUNCTUATION, "pt", "Punctuation"),
        (Nature.BRACKET, "br", "Brackets"),
        (Nature.SPACING, "space", "Spacing"),
        (Nature.PARAGRAPH_BREAK, "para", "Paragraph break"),
    )
}
OMISSION = MarkName(key="om", sign="om", label="Words only in the base")
ADDITION = MarkName(key="add", sign="add", label="Words only in a witness")
MOVED = MarkName(key="tr", sign="tr", label="Moved")

MARK_ORDER = (
    *list(NATURE_NAMES.values())[:9],
    OMISSION,
    ADDITION,
    MOVED,
    *list(NATURE_NAMES.values())[9:],
)

STATUS_SIGNS = {None: "", DecisionStatus.SETTLED: " ✓", DecisionStatus.QUERY: " ?"}

EXTENT_NAMES = {Extent.PARTIAL: "Part of the document", Extent.UNKNOWN: "Extent not known"}

SMALL_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def nature_of(change: Change) -> Nature:
    """The nature that counts: an editor's decision before the program's answer."""
    return change.nature_that_counts


def is_substantive(change: Change) -> bool:
    """Tell whether a change can affect the sense, an editor's decision first."""
    return change.significance_that_counts is Significance.SUBSTANTIVE


def mark_name(nature: Nature, kind: ChangeKind) -> MarkName:
    """Name a sort of change for signs, filters and the apparatus."""
    if kind is ChangeKind.TRANSPOSITION:
        return MOVED
    if nature is Nature.CONTENT and kind is ChangeKind.OMISSION:
        return OMISSION
    if nature is Nature.CONTENT and kind is ChangeKind.ADDITION:
        return ADDITION
    return NATURE_NAMES[nature]


def number_in_words(number: int) -> str:
    """Write a number as prose does: in words up to twelve."""
    return SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else f"{number:,}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStyle:
    """How the marks of a change look and are called.

    Attributes:
        filter_key: Key of the filter that hides it.
        css: Classes of its marks.
        sign: Abbreviation beside it; empty for an accidental change.
        label: Its name in lists.
    """

    filter_key: str
    css: str
    sign: str
    label: str
    is_substantive: bool
    is_moved: bool
    is_break: bool


def style_of(change: Change) -> MarkStyle:
    """Give the style of a change; changes alike in nature, kind, significance and status share it.

    An editor's decision counts before the program's answer.
    """
    decision = change.decision
    if decision is None:  # by far the most; a property would be called for each
        return _style(change.nature, change.kind, change.significance, None)
    nature, significance = change.nature_that_counts, change.significance_that_counts
    return _style(nature, change.kind, significance, decision.status)


@cache
def _style(
    nature: Nature,
    kind: ChangeKind,
    significance: Significance,
    status: DecisionStatus | None,
) -> MarkStyle:
    """Work out a style; called once for each of the few combinations there are."""
    name = mark_name(nature, kind)
    is_moved = kind is ChangeKind.TRANSPOSITION
    substantive = significance is Significance.SUBSTANTIVE
    grade = "s" if substantive else "a"
    return MarkStyle(
        filter_key=f"{name.key}-{grade}",
        css=f"n-{name.key}-{grade} {grade}{' mv' if is_moved else ''}{' dc' if status else ''}",
        sign=f"{name.sign}{STATUS_SIGNS[status]}" if substantive else "",
        label=name.label,
        is_substantive=substantive,
        is_moved=is_moved,
        is_break=nature is Nature.PARAGRAPH_BREAK,
    )


def capitalised(words: str) -> str:
    """Begin words with a capital, leaving the others as they are."""
    return words[:1].upper() + words[1:]


def listed(words: Sequence[str]) -> str:
    """Join words as a sentence does: "A, B and C"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def paragraph_label(positions: Sequence[int]) -> str:
    """Name paragraphs by the numbers readers are shown: "§ 3", "§§ 3–4", "§§ 3, 5"."""
    if len(positions) == 1:
        return f"§\N{NO-BREAK SPACE}{positions[0] + 1}"
    if positions[-1] - positions[0] == len(positions) - 1:
        return f"§§\N{NO-BREAK SPACE}{positions[0] + 1}–{positions[-1] + 1}"
    return "§§\N{NO-BREAK SPACE}" + ", ".join(str(position + 1) for position in positions)
