"""The changes, queries and coverage of a collation as a table for a spreadsheet.

One row each; the changes within moved words follow the row of the move. Paragraph numbers count
from 1, as readers are shown them. Encoded as UTF-8 with a byte-order mark, without which
spreadsheet programs read Cyrillic as Latin letters.
"""

from collections.abc import Iterator

from provtrack.exporters.spreadsheets import csv_of
from provtrack.model.comparison import Change, Collation, Comparison, Coverage, Query, Reading
from provtrack.model.review import Decision, RecordedDecision
from provtrack.reviewing import id_of

COLUMNS = (
    "witness",
    "entry",
    "kind",
    "significance",
    "nature",
    "base_paragraph",
    "base_reading",
    "witness_paragraph",
    "witness_reading",
    "explanation",
    "rule",
    "confidence",
    "id",
    "decision",
    "decided_significance",
    "decided_nature",
    "decided_by",
    "decided_when",
    "note",
)
INSIDE = "change within the words moved"
ORPHAN = "decision without effect: the change is not found"

Row = dict[str, str]


def collation_to_csv(collation: Collation) -> bytes:
    """Write one row per change, query and clause of coverage, witness by witness."""
    rows = (
        {"witness": comparison.name, **row}
        for comparison in collation.witnesses
        for row in _rows(comparison)
    )
    return csv_of(COLUMNS, rows)


def _rows(comparison: Comparison) -> Iterator[Row]:
    """Yield the rows of one witness, in reading order."""
    for bead in comparison.beads:
        for change in bead.changes:
            yield _change_row(change)
            yield from (_change_row(inner) | {"entry": INSIDE} for inner in change.inside)
        yield from (_query_row(query) for query in bead.queries)
    yield from (_orphan_row(one) for one in comparison.orphans)
    for coverage in comparison.coverage:
        yield _coverage_row(coverage)
        yield from (_query_row(query) for query in coverage.queries)


def _change_row(change: Change) -> Row:
    return {
        "entry": "change",
        "kind": change.kind,
        "significance": change.significance,
        "nature": change.nature,
        **_reading("base", change.base),
        **_reading("witness", change.witness),
        "explanation": change.explanation,
        "rule": change.rule,
        "confidence": f"{change.confidence:.4f}",
        "id": change.id,
        **(_decision(change.decision) if change.decision else {}),
    }


def _decision(decision: Decision) -> Row:
    """Return the columns of what an editor decided; the program's answer keeps its own."""
    return {
        "decision": decision.status,
        "decided_significance": decision.significance or "",
        "decided_nature": decision.nature or "",
        "decided_by": decision.by,
        "decided_when": decision.when,
        "note": decision.note,
    }


def _orphan_row(recorded: RecordedDecision) -> Row:
    """Return the row of a decision without effect, with the readings it was on."""
    return {
        "entry": ORPHAN,
        "base_reading": recorded.change.base.text,
        "witness_reading": recorded.change.witness.text,
        "id": id_of(recorded.change),
        **_decision(recorded.decision),
    }


def _query_row(query: Query) -> Row:
    return {
        "entry": "query",
        "nature": query.topic,
        **_reading("base", query.base),
        **_reading("witness", query.witness),
        "explanation": query.sentence,
    }


def _coverage_row(coverage: Coverage) -> Row:
    return {
        "entry": "coverage",
        "base_paragraph": ", ".join(str(position + 1) for position in coverage.base),
        **_reading("witness", coverage.clause),
        "explanation": "; ".join(coverage.evidence),
        "confidence": f"{coverage.confidence:.4f}",
    }


def _reading(side: str, reading: Reading | None) -> Row:
    """Return the two columns of one side."""
    if reading is None:
        return {}
    return {f"{side}_paragraph": str(reading.paragraph + 1), f"{side}_reading": reading.text}
