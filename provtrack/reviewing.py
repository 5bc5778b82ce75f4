"""Name changes by their content, and put editors' decisions beside them.

A change is named by the digests of the paragraphs it stands in, its two readings, and which of
several such changes it is: the name holds when other paragraphs are corrected, when base and
witness are exchanged, and when the comparison is made again. A decision on a change keeps the same
content, so it is found by the same name. One whose change is not there any more is an orphan.
Pure. Entry points: `identified`, `reviewed`, `reviewed_change`, `decision_in_words`.
"""

import hashlib
from base64 import b32encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from provtrack.aligner.binding import paragraph_digest, pinned_paragraph
from provtrack.model.comparison import Change, ComparedBead, ComparedVersion, Comparison, Reading
from provtrack.model.names import DecisionStatus
from provtrack.model.review import (
    Decision,
    RecordedDecision,
    ReviewedChange,
    ReviewedReading,
)

# 40 bits: of 10,000 changes two have one name in 1 of 20,000 comparisons. The alphabet of RFC 4648
# has neither 0 nor 1, so that whoever types them meant the letters o and l.
ID_BYTES = 5
MISREAD = str.maketrans("01", "ol")
ID_LENGTH = 8
LONGEST_QUOTED = 60  # characters of a reading that a sentence quotes

Side = tuple[str, str]  # digest of the paragraph, "" where there is none; the reading
Key = tuple[Side, Side]  # the lesser side first, so that base and witness may be exchanged
Place = tuple[int, int]  # of a bead, of a change in it


def identified(comparison: Comparison, base: ComparedVersion) -> Comparison:
    """Give every change of a comparison its id."""
    ids = _ids(comparison, base)
    beads = tuple(
        replace(
            bead,
            changes=tuple(replace(one, id=ids[k, n]) for n, one in enumerate(bead.changes)),
        )
        if bead.changes
        else bead
        for k, bead in enumerate(comparison.beads)
    )
    return replace(comparison, beads=beads)


def _ids(comparison: Comparison, base: ComparedVersion) -> dict[Place, str]:
    """Name the changes; those with the same content are told apart by their order."""
    digest_in_base, digest_in_witness = _digests_of(base), _digests_of(comparison)
    found: dict[Key, list[tuple[tuple[int, ...], Place]]] = {}
    for k, bead in enumerate(comparison.beads):
        for n, change in enumerate(bead.changes):
            sides = [
                (digest_in_base(change.base.paragraph) if bead.base else "", change.base.text),
                (
                    digest_in_witness(change.witness.paragraph) if bead.witness else "",
                    change.witness.text,
                ),
            ]
            places = [_start(change.base), _start(change.witness)]
            if sides[1] < sides[0]:
                sides.reverse()
                places.reverse()
            found.setdefault((sides[0], sides[1]), []).append(((*places[0], *places[1]), (k, n)))
    return {
        place: _id(key, occurrence)
        for key, alike in found.items()
        for occurrence, (_, place) in enumerate(sorted(alike) if len(alike) > 1 else alike)
    }


def _digests_of(version: ComparedVersion) -> Callable[[int], str]:
    """Give the digests of a version's paragraphs by position, each counted once."""
    return cache(lambda position: paragraph_digest(version.paragraphs[position]))


def _start(reading: Reading) -> tuple[int, int]:
    return reading.paragraph, reading.start


def _id(key: Key, occurrence: int) -> str:
    """Name what a key says: two groups of four letters and digits."""
    content = "".join(f"{digest}:{len(text)}:{text}:" for digest, text in key) + str(occurrence)
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()
    name = b32encode(digest[:ID_BYTES]).decode("ascii").lower()
    return f"{name[: ID_LENGTH // 2]}-{name[ID_LENGTH // 2 :]}"


def id_of(reviewed: ReviewedChange) -> str:
    """Name the change that a decision is on, as `identified` names it in a comparison."""
    first, second = sorted(
        (side.paragraph.sha256 if side.paragraph else "", side.text)
        for side in (reviewed.base, reviewed.witness)
    )
    return _id((first, second), reviewed.occurrence)


def read_id(words: str) -> str:
    """Read an id as somebody typed it: in capitals, without the hyphen, with 0 for the letter o."""
    letters = "".join(words.casefold().split()).replace("-", "").removeprefix("#")
    letters = letters.translate(MISREAD)
    return f"{letters[: ID_LENGTH // 2]}-{letters[ID_LENGTH // 2 :]}"


def reviewed(comparison: Comparison, decisions: Sequence[RecordedDecision]) -> Comparison:
    """Put decisions beside the changes they are on; the comparison's changes have their ids.

    Args:
        decisions: On changes between these two versions, in the order in which they were made; of
            two on one change the later counts, and the earlier stand behind it.
    """
    if not decisions:
        return comparison
    by_id: dict[str, list[RecordedDecision]] = {}
    for one in decisions:
        by_id.setdefault(id_of(one.change), []).append(one)
    there = {change.id for bead in comparison.beads for change in bead.changes}
    beads = tuple(_reviewed_bead(bead, by_id) for bead in comparison.beads)
    orphans = tuple(one for one in decisions if id_of(one.change) not in there)
    return replace(comparison, beads=beads, orphans=orphans)


def _reviewed_bead(
    bead: ComparedBead, by_id: Mapping[str, Sequence[RecordedDecision]]
) -> ComparedBead:
    if not any(change.id in by_id for change in bead.changes):
        return bead
    return replace(bead, changes=tuple(_reviewed_change(one, by_id) for one in bead.changes))


def _reviewed_change(change: Change, by_id: Mapping[str, Sequence[RecordedDecision]]) -> Change:
    if change.id not in by_id:
        return change
    *earlier, last = (one.decision for one in by_id[change.id])
    return replace(change, decision=replace(last, earlier=tuple(reversed(earlier))))


def reviewed_change(
    comparison: Comparison,
    base: ComparedVersion,
    id: str,  # noqa: A002 - the field's name
) -> ReviewedChange | None:
    """Describe the change with an id as decisions know it; None if there is none."""
    for bead in comparison.beads:
        for change in bead.changes:
            if change.id == id:
                return _described(change, bead, base, comparison)
    return None


def _described(
    change: Change, bead: ComparedBead, base: ComparedVersion, witness: ComparedVersion
) -> ReviewedChange:
    """Describe a change; its occurrence is the one that gives it its id."""
    sides = [
        ReviewedReading(
            paragraph=pinned_paragraph(version.paragraphs, reading.paragraph)
            if positions
            else None,
            text=reading.text,
        )
        for version, reading, positions in (
            (base, change.base, bead.base),
            (witness, change.witness, bead.witness),
        )
    ]
    described = ReviewedChange(
        base=sides[0],
        witness=sides[1],
        occurrence=0,
        kind=change.kind,
        significance=change.significance,
        nature=change.nature,
    )
    while id_of(described) != change.id:
        described = replace(described, occurrence=described.occurrence + 1)
    return described


def readings_in_words(recorded: RecordedDecision) -> str:
    """Quote the two readings a decision is on: "“all” in E1, “most” in E2"."""
    sides = ((recorded.base, recorded.change.base), (recorded.witness, recorded.change.witness))
    return ", ".join(f"{quoted(side.text)} in {siglum}" for siglum, side in sides)


def quoted(text: str) -> str:
    """Quote a reading in one line; a long one is cut, and nothing is said to be nothing."""
    words = " ".join(text.split())
    if not words:
        return "nothing" if not text else "white space"
    return f"“{words}”" if len(words) <= LONGEST_QUOTED else f"“{words[:LONGEST_QUOTED]}…”"


def decision_in_words(change: Change) -> str:
    """Say what an editor decided on a change, who and when; and what the program says."""
    decision = change.decision
    if decision is None:
        return ""
    return " ".join(_sentences(change, decision))


def _sentences(change: Change, decision: Decision) -> Iterator[str]:
    yield decision_sentence(decision)
    overruled = []
    if decision.nature not in (None, change.nature):
        overruled.append(change.nature.value.replace("-", " "))
    if decision.significance not in (None, change.significance):
        overruled.append(change.significance.value)
    if overruled:
        yield f"The program says: {', '.join(overruled)}."
    for one in decision.earlier:
        yield f"Before that: {decision_sentence(one)}"


def decision_sentence(decision: Decision) -> str:
    """Say one decision: "Settled as spelling, accidental, by O. Brand, 2024-01-02: a slip." """
    parts = (decision.nature and decision.nature.value.replace("-", " "), decision.significance)
    said = ", ".join(part for part in parts if part)
    verb = "Queried" if decision.status is DecisionStatus.QUERY else "Settled"
    words = f"{verb}{f' as {said},' if said else ''} by {decision.by}, {decision.when[:10]}"
    note = decision.note.strip()
    if not note:
        return f"{words}."
    return f"{words}: {note}{'' if note[-1] in '.?!…' else '.'}"
