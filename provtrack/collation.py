"""Compare a witness with a base, and a base with several witnesses.

Reads as the method does: paragraphs are aligned, each bead is compared word by word, each edit is
classified. Between languages nothing is compared word by word: queries are asked instead. An
abstract is not aligned but covered, clause by clause. Pure: takes values, gives values.
Entry points: `compare` and `collate`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from provtrack.differ import diff
from provtrack.model.alignment import Alignment, Bead
from provtrack.model.comparison import (
    Change,
    Collation,
    ComparedBead,
    ComparedVersion,
    Comparison,
    Reading,
)
from provtrack.model.names import ChangeKind, Nature, Significance
from provtrack.taxonomy import classify, queries
from provtrack.text.languages import share_language


def compare(
    base: ComparedVersion,
    witness: ComparedVersion,
    *,
    alignment: Alignment | None = None,
) -> Comparison:
    """Read one witness against the base.

    Args:
        alignment: A recorded one, or with pins; else it is made here. Not used for abstracts.

    Returns:
        The witness with its beads, each with changes (one language) or queries (two languages);
        of an abstract, with its coverage.
    """
    if alignment is None:
        alignment = _aligned(base, witness)
    one_language = share_language(base.language, witness.language)
    beads = tuple(
        _compared_in_one_language(bead, base, witness)
        if one_language
        else _compared_between_languages(bead, base, witness)
        for bead in alignment.beads
    )
    return _comparison(witness, beads=beads)


def collate(
    base: ComparedVersion,
    witnesses: Sequence[ComparedVersion],
    *,
    alignments: Mapping[str, Alignment] | None = None,
    settings: Mapping[str, str] | None = None,
    program: str = "",
) -> Collation:
    """Read several witnesses against one base; each as if it were alone.

    Args:
        alignments: By the witness's name: recorded or pinned ones; the others are made here.
        settings: What shaped the versions before they came here, kept in the result.
        program: Name and version of the program.
    """
    known = alignments or {}
    return Collation(
        base=base,
        witnesses=tuple(
            compare(base, witness, alignment=known.get(witness.name)) for witness in witnesses
        ),
        settings=tuple(sorted((settings or {}).items())),
        program=program,
    )


def _aligned(base: ComparedVersion, witness: ComparedVersion) -> Alignment:
    """Align two versions; imported here, since a given alignment needs no engine."""
    from provtrack.aligner import align

    return align(
        base.paragraphs,
        witness.paragraphs,
        base_language=base.language,
        witness_language=witness.language,
    )


def _comparison(witness: ComparedVersion, beads: tuple[ComparedBead, ...]) -> Comparison:
    """Extend a version to the comparison it is the witness of."""
    known = {field.name: getattr(witness, field.name) for field in fields(ComparedVersion)}
    return Comparison(**known, beads=beads)


def _compared_in_one_language(
    bead: Bead, base: ComparedVersion, witness: ComparedVersion
) -> ComparedBead:
    """Find and classify what differs inside one bead."""
    left = [base.paragraphs[position] for position in bead.base]
    right = [witness.paragraphs[position] for position in bead.witness]
    if not left or not right:
        return _compared_bead(bead, changes=_unmatched(bead, base, witness))
    edits = diff(left, right, language=base.language)
    positions = (bead.base, bead.witness)
    changes = classify(edits, left, right, positions=positions, language=base.language)
    return _compared_bead(bead, changes=changes)


def _compared_between_languages(
    bead: Bead, base: ComparedVersion, witness: ComparedVersion
) -> ComparedBead:
    """Ask what needs no translation."""
    if not bead.base or not bead.witness:
        return _compared_bead(bead)
    asked = queries(
        "\n".join(base.paragraphs[position] for position in bead.base),
        "\n".join(witness.paragraphs[position] for position in bead.witness),
        base_language=base.language,
        witness_language=witness.language,
    )
    return replace(_compared_bead(bead), queries=asked)


def _compared_bead(bead: Bead, changes: tuple[Change, ...] = ()) -> ComparedBead:
    known = {field.name: getattr(bead, field.name) for field in fields(Bead)}
    return ComparedBead(**known, changes=changes)


def _unmatched(bead: Bead, base: ComparedVersion, witness: ComparedVersion) -> tuple[Change, ...]:
    """Make an omission or addition of each whole paragraph that nothing answers."""
    if bead.base:
        kind = ChangeKind.OMISSION
        gone = [_whole(base, position) for position in bead.base]
        return tuple(_content(kind, reading, _nowhere(witness, 0)) for reading in gone)
    kind = ChangeKind.ADDITION
    come = [_whole(witness, position) for position in bead.witness]
    return tuple(_content(kind, _nowhere(base, 0), reading) for reading in come)


def _whole(version: ComparedVersion, position: int) -> Reading:
    text = version.paragraphs[position]
    return Reading(paragraph=position, start=0, end=len(text), text=text)


def _nowhere(version: ComparedVersion, position: int) -> Reading:
    end = len(version.paragraphs[position]) if version.paragraphs else 0
    return Reading(paragraph=position, start=end, end=end, text="")


def _content(kind: ChangeKind, base: Reading, witness: Reading) -> Change:
    return Change(
        kind=kind,
        significance=Significance.SUBSTANTIVE,
        nature=Nature.CONTENT,
        rule="any-paragraph-1",
        confidence=1.0,
        explanation="paragraph left out" if kind is ChangeKind.OMISSION else "paragraph added",
        base=base,
        witness=witness,
    )
