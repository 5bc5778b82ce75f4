"""Edits to changes: kind, significance, nature, rule, confidence, explanation."""

from collections.abc import Sequence

from provtrack.model.comparison import Change, Reading
from provtrack.model.edits import Edit, EditKind, Place
from provtrack.model.names import ACCIDENTAL_NATURES, ChangeKind, Nature, Significance


def classify(
    edits: Sequence[Edit],
    base: Sequence[str],
    witness: Sequence[str],
    *,
    positions: tuple[Sequence[int], Sequence[int]],
    language: str = "und",
) -> tuple[Change, ...]:
    """Say of each edit what kind of change it is.

    Args:
        base, witness: The paragraphs of the bead on each side.
        positions: Their positions in the base and in the witness.
        language: BCP 47, of both sides; an unknown one gets the kinds that need no language.
    """
    changes = []
    for edit in edits:
        old = _reading(edit.base, base, positions[0])
        new = _reading(edit.witness, witness, positions[1])
        kind = _kind(edit, old, new)
        nature = _nature(edit, old.text, new.text)
        accidental = nature in ACCIDENTAL_NATURES
        changes.append(
            Change(
                kind=kind,
                significance=Significance.ACCIDENTAL if accidental else Significance.SUBSTANTIVE,
                nature=nature,
                rule="any-" + nature,
                confidence=0.5,
                explanation="",
                base=old,
                witness=new,
            )
        )
    return tuple(changes)


def _reading(place: Place, paragraphs: Sequence[str], positions: Sequence[int]) -> Reading:
    return Reading(
        paragraph=positions[place.paragraph],
        start=place.start,
        end=place.end,
        text=paragraphs[place.paragraph][place.start : place.end],
    )


def _kind(edit: Edit, old: Reading, new: Reading) -> ChangeKind:
    if edit.kind is EditKind.MOVE:
        return ChangeKind.TRANSPOSITION
    if not old.text and (new.text or edit.kind is EditKind.SPLIT):
        return ChangeKind.SUBSTITUTION if edit.kind is EditKind.MERGE else ChangeKind.ADDITION
    if not new.text and edit.kind is not EditKind.SPLIT:
        return ChangeKind.OMISSION
    return ChangeKind.SUBSTITUTION


def _nature(edit: Edit, old: str, new: str) -> Nature:
    if edit.kind in (EditKind.SPLIT, EditKind.MERGE):
        return Nature.PARAGRAPH_BREAK
    if "".join(old.split()) == "".join(new.split()):
        return Nature.SPACING
    if not any(map(str.isalnum, old + new)):
        return Nature.PUNCTUATION
    if old.casefold() == new.casefold():
        return Nature.CASE
    if any(map(str.isdigit, old + new)):
        return Nature.FIGURE
    if {"not", "never", "no"} & set(old.split()) ^ {"not", "never", "no"} & set(new.split()):
        return Nature.NEGATION
    return Nature.WORDING if old and new else Nature.CONTENT
