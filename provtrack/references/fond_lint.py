"""What is odd in a reference by fond, opis and delo, with place and suggestions.

Damage that shows in the line itself is an error or a warning; what is only absent or of unusual
form is a note. A suggestion is offered, never applied. The rules are explained in
docs/reference/reference-rules.md. Entry point: `lint_labels`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.finding import Finding
from provtrack.references.grammar import FoundRepository, error, note, warning
from provtrack.references.labels import Label, has_mixed_letters
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository

_ODD_LETTER = re.compile(
    r"(?<=\d)(?:[^\W\d_]{1,2}|\|)(?=\d)"  # 4O8
    r"|(?<=\d)(?:[OОlIІЗSZ|]+(?=[^\W\d_]?(?![^\W_-]))|[oо](?![^\W_-]))"  # 48З, 57Oa, 5o
    r"|(?<![^\W_-])(?:[OОIІЗSBlo|]+|[^\W\dA-ZА-ЯЁІЇЄҐ_])(?=\d)"  # l20
    r"|^[lIОOоoЗІіSBВ|]+$"  # оп. O
)
# A letter alone for a whole leaf: "l-3", "3-l"; of a fond it is a prefix ("I-336").
_ODD_LEAF = re.compile(
    rf"{_ODD_LETTER.pattern}|^[lIOОoоЗІіS|]+(?=\s?[-–—])|(?<=[-–—\s])[lIOОІі|]+$"
)
_WORD = re.compile(r"[^\W_]+")
_LOOK_ALIKE = frozenset("oоpраaеeс")
_NAMES = {"archival_unit": "archival unit"}
_ROMAN = re.compile("[IVXLХІ]+")
_PARTED = {"volume", "part"}  # numbered in Roman figures too
_ORDER = ("fond", "opis", "delo", "leaves")


def lint_labels(
    text: str,
    labels: Sequence[Label],
    *,
    repository: FoundRepository | None,
    is_continued: bool,
    extent: tuple[int, int] | None,
    years: Sequence[tuple[int, int]],
) -> tuple[Finding, ...]:
    """Say what is odd in a reference that was read.

    Args:
        text: The line without its credits; places count its code points.
        labels: What was read of it, in order.
        is_continued: It goes on from a reference before it, which names what is absent here.
        extent: Where the number of leaves of the whole delo stands.
        years: Where years stand that belong to no label.

    Returns:
        Findings in the order of their place; those about the whole stand first.
    """
    found = [
        *_absences(labels, extent, is_continued, repository),
        *lint_repository(text, repository, is_continued=is_continued),
        *_values(labels),
        *_look_alikes(text, labels, is_continued),
        *_order(text, labels),
        *lint_ranges([leaf for label in labels for leaf in label.leaves]),
        *_forms(text, labels, extent, years),
    ]
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.code)))


def _place_of(labels: Sequence[Label]) -> tuple[int, int]:
    return labels[0].start, max(label.end for label in labels)


def _absences(
    labels: Sequence[Label],
    extent: tuple[int, int] | None,
    is_continued: bool,
    repository: FoundRepository | None,
) -> Iterator[Finding]:
    """What a complete reference would have.

    A level absent between two others is an error; one absent at the end is a reference to the
    whole fond or opis, one absent at the beginning of "ibid." is named before.
    """
    kinds = {"delo" if label.kind == "archival_unit" else label.kind for label in labels}
    present = [place for place, kind in enumerate(_ORDER) if kind in kinds]
    if "leaves" not in kinds and extent is None:
        yield note("REF110", "No leaves are given.")
    if not present:
        return
    for place, kind in enumerate(_ORDER[:3]):
        if kind in kinds or (place < present[0] and is_continued):
            continue
        message = f"No {kind} is given."
        is_optional = repository is not None and kind in repository.optional
        if place > present[-1] or place < present[0] or is_optional:
            yield note("REF112", message, at=_place_of(labels))
        else:
            yield error("REF112", message, at=_place_of(labels))


def _values(labels: Sequence[Label]) -> Iterator[Finding]:
    """Labels that stand without a value, and values without a label."""
    for label in labels:
        if not label.value:
            name = _NAMES.get(label.kind, label.kind)
            printed = f"“{label.words}” ({name})" if label.words else f"The {name}"
            yield error("REF112", f"{printed} stands without a value.", at=(label.start, label.end))
        elif label.kind == "leaves" and not label.leaves:
            message = f"The range “{label.value}” has no beginning."
            yield error("REF106", message, at=(label.start, label.end))
        elif label.kind == "opis" and len(label.words) == 1:
            message = f"“{label.words}.” is an unusual label of an opis (op., оп.)."
            yield note("REF142", message, at=(label.start, label.end))
    if labels and not labels[0].words and labels[0].kind == "fond":
        message = "Fond, opis and delo are told by their order only, without labels."
        yield note("REF121", message, at=_place_of(labels))


def _look_alikes(text: str, labels: Sequence[Label], is_continued: bool) -> Iterator[Finding]:
    """Letters of the other alphabet inside a word, and letters that stand for figures."""
    start, end = _place_of(labels)
    if not text.isascii() and has_mixed_letters(text):
        for word in _WORD.finditer(text, start if is_continued else 0, end):
            if has_mixed_letters(word[0]):
                message = f"“{word[0]}” mixes Latin and Cyrillic letters that look alike."
                yield error("REF120", message, at=word.span())
    if not text.isascii():
        yield from _labels_of_the_other_alphabet(labels)
    for label in labels:
        if label.value.isdigit() or (label.kind in _PARTED and _ROMAN.fullmatch(label.value)):
            continue
        odd = _ODD_LEAF if label.kind == "leaves" else _ODD_LETTER
        for letter in odd.finditer(label.value):
            place = label.value_start + letter.start()
            message = f"“{label.value}” has “{letter[0]}” where a figure is expected."
            yield error("REF120", message, at=(place, place + len(letter[0])))


def _labels_of_the_other_alphabet(labels: Sequence[Label]) -> Iterator[Finding]:
    """A label of look-alike letters only, in another alphabet than the labels around it."""
    words = [label.words.casefold() for label in labels]
    sure = "".join(word for word in words if not set(word) <= _LOOK_ALIKE)
    for label, word in zip(labels, words, strict=True):
        if not word or not set(word) <= _LOOK_ALIKE or has_mixed_letters(word):
            continue
        is_cyrillic = not word.isascii()
        if sure and is_cyrillic == sure.isascii():
            message = f"“{label.words}” is written in the letters of the other alphabet."
            yield error("REF120", message, at=(label.start, label.start + len(label.words)))


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
        yield warning("REF130", message, at=span, suggestions=(suggestion,))


def _forms(
    text: str,
    labels: Sequence[Label],
    extent: tuple[int, int] | None,
    years: Sequence[tuple[int, int]],
) -> Iterator[Finding]:
    """Unusual but harmless forms."""
    if extent:
        words = text[slice(*extent)]
        message = f"“{words}” is a number of leaves, not a place among them."
        yield warning("REF104", message, at=extent)
    for start, end in years:
        message = f"The year {text[start:end]} stands inside the reference."
        yield note("REF131", message, at=(start, end))
    has_units = any(one.kind == "archival_unit" for one in labels)
    for label in labels:
        if label.is_tight:
            printed = text[label.start : label.end]
            message = f"“{printed}” has no space after its label."
            yield note("REF141", message, at=(label.start, label.end))
        # Only Latin "l." against "ll." tells one leaf from several; Cyrillic "л." serves both.
        if label.words == "l" and not has_units and _names_several(label):
            message = f"“l. {label.value}” names several leaves with the label of one."
            at = (label.start, label.end)
            yield note("REF103", message, at=at, suggestions=("ll.",))


def _names_several(label: Label) -> bool:
    return len(label.leaves) > 1 or any(leaf.last for leaf in label.leaves)
