"""Notes in the styles of several countries resolve to the documents a reader takes them to cite."""

from bench.invented_notes import resolved_notes

LEAST_RIGHT = 0.98


def test_no_invented_note_resolves_to_another_document():
    assert [one.note for one in resolved_notes() if one.outcome == "wrong"] == []


def test_invented_notes_are_resolved():
    notes = list(resolved_notes())
    right = sum(one.outcome == "right" for one in notes)
    assert right >= LEAST_RIGHT * len(notes)
