"""What is odd in an archival reference: findings REF001 to REF151, with place and suggestions.

Damage that shows in the string itself is an error; what is only absent or of unusual form is a
note. A suggestion is offered, never applied. Entry point: `lint`.
"""

from collections.abc import Iterator, Sequence

import regex  # type: ignore[import-untyped]

from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.reference import Repository
from provtrack.references.labels import Label, LeafRange, find_extent, has_mixed_letters
from provtrack.references.repositories import FoundRepository

PLACE = "archival reference"
_FIGURES = regex.compile(r"\d+")
_ODD_LETTER = regex.compile(
    r"(?<=\d)(?:\p{L}{1,2}(?=\d)|[OОlIІЗ|](?![\p{L}\p{N}-]))"  # 4O8, 48З
    r"|(?<![\p{L}\p{N}])(?:[OОIІЗ|]|\p{Ll})(?=\d)"  # l20
)
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_YEAR = regex.compile(r"(?V1)(?<=[,(]\s?)(?:1[89]|20)\d\d(?=\)|\s*г?\.?\s*[,;)])")
_NAMES = {
    "fond": "fond",
    "opis": "opis",
    "papka": "papka",
    "delo": "delo",
    "archival_unit": "archival unit",
    "leaves": "leaves",
}


def lint(
    text: str,
    labels: Sequence[Label],
    *,
    repository: Repository | None,
    named: FoundRepository | None,
) -> tuple[Finding, ...]:
    """Say what is odd in a reference that was read.

    Args:
        text: The reference without its credits; places count its code points.
        labels: What was read of it, in order.

    Returns:
        Findings in the order of their place; those about the whole stand first.
    """
    found = [
        *_absences(text, labels, repository),
        *_repository_names(text, named),
        *_values(labels),
        *_look_alikes(text, labels),
        *_order(text, labels),
        *_ranges(labels),
        *_forms(text, labels),
    ]
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.code)))


def _finding(
    code: str,
    severity: Severity,
    message: str,
    *,
    at: tuple[int, int] | None = None,
    suggestions: tuple[str, ...] = (),
) -> Finding:
    start, end = at or (None, None)
    return Finding(
        code=code,
        severity=severity,
        message=message,
        place=PLACE,
        start=start,
        end=end,
        suggestions=suggestions,
    )


def _absences(
    text: str, labels: Sequence[Label], repository: Repository | None
) -> Iterator[Finding]:
    """What a complete reference would have."""
    if repository is None:
        yield _finding("REF001", Severity.NOTE, "No repository is named.")
    if not any(label.kind == "leaves" for label in labels) and not find_extent(text):
        yield _finding("REF110", Severity.NOTE, "No leaves are given.")
    kinds = {label.kind for label in labels}
    for kind in ("fond", "opis", "delo"):
        if kind not in kinds and not (kind == "delo" and "archival_unit" in kinds):
            message = f"No {_NAMES[kind]} is given."
            yield _finding("REF112", Severity.ERROR, message, at=_extent_of(labels))


def _extent_of(labels: Sequence[Label]) -> tuple[int, int]:
    return labels[0].start, max(label.end for label in labels)


def _repository_names(text: str, named: FoundRepository | None) -> Iterator[Finding]:
    if named and named.is_superseded:
        name = text[named.start : named.end]
        message = f"“{name}” is no longer the name of this repository; it is now {named.code}."
        yield _finding("REF151", Severity.NOTE, message, at=(named.start, named.end))


def _values(labels: Sequence[Label]) -> Iterator[Finding]:
    """Labels that stand without a value."""
    for label in labels:
        if not label.value:
            message = f"“{label.words}” ({_NAMES[label.kind]}) stands without a value."
            yield _finding("REF112", Severity.ERROR, message, at=(label.start, label.end))
    if labels and not labels[0].words:
        message = "Fond, opis and delo are told by their order only, without labels."
        yield _finding("REF121", Severity.NOTE, message, at=_extent_of(labels))


def _look_alikes(text: str, labels: Sequence[Label]) -> Iterator[Finding]:
    """Letters of the other alphabet inside a word, and letters that stand for figures."""
    for word in _WORD.finditer(text):
        if has_mixed_letters(word[0]):
            message = f"“{word[0]}” mixes Latin and Cyrillic letters that look alike."
            yield _finding("REF120", Severity.ERROR, message, at=word.span())
    for label in labels:
        if label.is_look_alike and not has_mixed_letters(label.words):
            message = f"“{label.words}” is written in the letters of the other alphabet."
            at = (label.start, label.start + len(label.words))
            yield _finding("REF120", Severity.ERROR, message, at=at)
        for letter in _ODD_LETTER.finditer(label.value):
            start = label.value_start + letter.start()
            message = f"“{label.value}” has “{letter[0]}” where a figure is expected."
            at = (start, start + len(letter[0]))
            yield _finding("REF120", Severity.ERROR, message, at=at)


def _order(text: str, labels: Sequence[Label]) -> Iterator[Finding]:
    """The papka (folder) holds the delo and stands before it."""
    kinds = [label.kind for label in labels]
    if "papka" in kinds and "delo" in kinds and kinds.index("papka") > kinds.index("delo"):
        papka, delo = (labels[kinds.index(kind)] for kind in ("papka", "delo"))
        printed = text[delo.start : delo.end], text[papka.start : papka.end]
        message = (
            f"The papka stands after the delo (“{printed[0]}, {printed[1]}”); usually it stands "
            "before it. The two may be exchanged, or “p.” may mean pages."
        )
        suggestion = f"{printed[1]}, {printed[0]}"
        span = (delo.start, papka.end)
        yield _finding("REF130", Severity.WARNING, message, at=span, suggestions=(suggestion,))


def _ranges(labels: Sequence[Label]) -> Iterator[Finding]:
    """Ranges of leaves that run backwards or are abbreviated, and their labels."""
    for label in labels:
        for leaf in label.leaves:
            if leaf.last is not None:
                yield from _range(leaf, leaf.last)
        is_range = any(leaf.last for leaf in label.leaves) or len(label.leaves) > 1
        # Only Latin "l." against "ll." tells one leaf from several; Cyrillic "л." serves both.
        if (
            label.words == "l"
            and is_range
            and not any(one.kind == "archival_unit" for one in labels)
        ):
            message = f"“l. {label.value}” names several leaves with the label of one."
            at = (label.start, label.end)
            yield _finding("REF103", Severity.WARNING, message, at=at, suggestions=("ll.",))


def _range(leaf: LeafRange, last_leaf: str) -> Iterator[Finding]:
    """One range: plain, abbreviated (138–39), or descending."""
    figures = _FIGURES.match(leaf.first), _FIGURES.match(last_leaf)
    if not (figures[0] and figures[1]):
        return
    first, last = figures[0][0], figures[1][0]
    if int(last) >= int(first):
        return
    at = (leaf.start, leaf.end)
    completed = first[: len(first) - len(last)] + last
    if len(last) < len(first) and int(completed) > int(first):
        message = (
            f"The range “{first}-{last}” is abbreviated; in full it would be {first}-{completed}."
        )
        suggestions: tuple[str, ...] = (f"{first}-{completed}",)
        yield _finding("REF102", Severity.NOTE, message, at=at, suggestions=suggestions)
        return
    message = (
        f"The range of leaves descends from {first} to {last}: its end may be cut short, or its "
        "ends exchanged. Nothing was changed."
    )
    suggestions = _possible_ranges(first, last)
    yield _finding("REF101", Severity.ERROR, message, at=at, suggestions=suggestions)


def _possible_ranges(first: str, last: str) -> tuple[str, ...]:
    """Offer what may have been meant: a last figure that is lost, or the ends exchanged."""
    lost = [f"{last}{figure}" for figure in range(10) if int(f"{last}{figure}") > int(first)]
    completions = [f"{first}-{end}" for end in lost] if len(last) < len(first) else []
    return (*completions, f"{last}-{first}")


def _forms(text: str, labels: Sequence[Label]) -> Iterator[Finding]:
    """Unusual but harmless forms."""
    if extent := find_extent(text):
        words = text[slice(*extent)]
        message = f"“{words}” is a number of leaves, not a place among them."
        yield _finding("REF104", Severity.WARNING, message, at=extent)
    start, end = _extent_of(labels)
    for year in _YEAR.finditer(text, start, end + 8):
        if not any(label.value_start <= year.start() < label.end for label in labels):
            message = f"The year {year[0]} stands inside the reference."
            yield _finding("REF131", Severity.NOTE, message, at=year.span())
    for label in labels:
        if label.is_tight:
            printed = text[label.start : label.end]
            message = f"“{printed}” has no space after its label."
            yield _finding("REF141", Severity.NOTE, message, at=(label.start, label.end))
