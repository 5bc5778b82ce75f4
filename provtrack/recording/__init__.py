"""Recording: importer + aligner + store, in this order. What the command line calls to write.

`plan_recording` reads a file and says what would be recorded; `record` carries the plan out in one
event. `correct`, `retract`, `note`, `describe`, `pin`, `unpin` and `align_again`
are the other acts;
`record_rows` records a catalogue. `create_project` and `open_store` give the store to act on.
"""

from provtrack.recording.acts import Recorded, describe, note, record, retract
from provtrack.recording.cataloguing import RowOutcome, RowState, record_rows
from provtrack.recording.correcting import correct
from provtrack.recording.numbered_pins import NumberedPin, read_pins
from provtrack.recording.options import RecordingOptions, read_agent, read_options
from provtrack.recording.pinning import PinnedPair, pin, pins_of, unpin
from provtrack.recording.planning import RecordingPlan, plan_recording
from provtrack.recording.projects import create_project, open_store
from provtrack.recording.realigning import align_again

__all__ = [
    "NumberedPin",
    "PinnedPair",
    "Recorded",
    "RecordingOptions",
    "RecordingPlan",
    "RowOutcome",
    "RowState",
    "align_again",
    "correct",
    "create_project",
    "describe",
    "note",
    "open_store",
    "pin",
    "pins_of",
    "plan_recording",
    "read_agent",
    "read_options",
    "read_pins",
    "record",
    "record_rows",
    "retract",
    "unpin",
]
