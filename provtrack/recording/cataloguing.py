"""Record a whole catalogue: one row a version, thousands in one go.

Rows may stand in any order; a row that derives from another is recorded after it. What is held
already with this text is skipped, so that a catalogue can be run again after it was stopped or
mended. A faulty row does not stop the others unless asked; a disk that cannot be written does.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from provtrack.errors import AlreadyHeldError, ProvtrackError, StoreError, UsageError
from provtrack.importers import read
from provtrack.lexicons import Lexicons
from provtrack.model.imported import Imported
from provtrack.recording.acts import Recorded, record
from provtrack.recording.options import RecordingOptions, read_options
from provtrack.recording.planning import RecordingPlan, plan_imported, receive
from provtrack.recording.versions import main_text, text_digest
from provtrack.store import Store, holdings_of

CatalogueRow = Mapping[str, str | Sequence[str]]
FILE = "file"


class RowState(Enum):
    """What became of a row."""

    RECORDED = "recorded"
    HELD = "held"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What became of one row of a catalogue.

    Attributes:
        number: Of the row, from 1, as it stands in the catalogue.
        label: File and version, to call the row by.
        recorded: What was recorded; None if nothing was.
        fault: Why nothing was recorded, in one sentence.
    """

    number: int
    label: str
    state: RowState
    recorded: Recorded | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A row read: the file and the options, or what is wrong with it."""

    number: int
    path: Path | None = None
    options: RecordingOptions = field(default_factory=RecordingOptions)
    fault: str | None = None

    @property
    def label(self) -> str:
        """File and version, as far as the row names them."""
        name = ":".join(part for part in (self.options.document, self.options.siglum) if part)
        file = self.path.name if self.path else ""
        return " ".join(part for part in (file, name) if part) or f"row {self.number}"


def record_rows(
    store: Store,
    rows: Sequence[CatalogueRow],
    *,
    folder: Path,
    by: str,
    when: str,
    stops_at_fault: bool = False,
    lexicons: Lexicons | None = None,
) -> Iterator[RowOutcome]:
    """Record the rows of a catalogue, and say of each what became of it as soon as it is known.

    Args:
        rows: Values by option name, with the path of the text under ``file``.
        folder: Where relative paths start: the folder of the catalogue.
        stops_at_fault: End with the first faulty row.
        lexicons: What is known of two languages, and grows with each row; None: nothing is used.

    Raises:
        StoreError: The disk cannot be written or read; what was recorded before stays.
    """
    read_rows = [_read_row(number, row, folder) for number, row in enumerate(rows, 1)]
    for row in _sources_first(read_rows):
        outcome = _outcome(store, row, by=by, when=when, lexicons=lexicons)
        yield outcome
        if stops_at_fault and outcome.state is RowState.FAULTY:
            return


def _read_row(number: int, row: CatalogueRow, folder: Path) -> _Row:
    """Read the words of a row; what is wrong with them is kept with it."""
    try:
        files = row.get(FILE, ())
        names = [files] if isinstance(files, str) else list(files)
        if len(names) != 1 or not names[0].strip():
            raise UsageError("a row needs one file.")
        options = read_options({name: value for name, value in row.items() if name != FILE})
        return _Row(number=number, path=folder / names[0].strip(), options=options)
    except ProvtrackError as fault:
        return _Row(number=number, fault=str(fault))


def _sources_first(rows: Sequence[_Row]) -> list[_Row]:
    """Order rows so that what others derive from comes before them, else as they stand.

    Rows that derive from each other in a circle are faulty.
    """
    named = {
        (row.options.document, row.options.siglum.casefold()): row.number
        for row in rows
        if row.options.siglum
    }
    waits: dict[int, set[int]] = {row.number: _sources(row, named) for row in rows}
    users: dict[int, list[int]] = {row.number: [] for row in rows}
    for number, sources in waits.items():
        for source in sources:
            users[source].append(number)
    by_number = {row.number: row for row in rows}
    ready = [number for number, sources in waits.items() if not sources]
    ordered = []
    while ready:
        number = heapq.heappop(ready)
        ordered.append(by_number.pop(number))
        for user in users[number]:
            waits[user].discard(number)
            if not waits[user]:
                heapq.heappush(ready, user)
    circle = "it derives from itself, by way of other rows."
    return ordered + [replace(row, fault=row.fault or circle) for row in by_number.values()]


def _sources(row: _Row, named: Mapping[tuple[str | None, str], int]) -> set[int]:
    """Number the rows that a row derives from."""
    keys = [
        (row.options.document, name.partition("@")[0].casefold())
        for name in row.options.derived_from
    ]
    return {named[key] for key in keys if key in named}


def _outcome(
    store: Store, row: _Row, *, by: str, when: str, lexicons: Lexicons | None
) -> RowOutcome:
    """Record one row."""
    outcome = RowOutcome(number=row.number, label=row.label, state=RowState.FAULTY, fault=row.fault)
    if row.fault or row.path is None:
        return outcome
    try:
        plan = _plan(store, row.path, row.options)
        if plan is None:
            return replace(outcome, state=RowState.HELD)
        recorded = record(store, plan, by=by, when=when, lexicons=lexicons)
    except ProvtrackError as fault:
        if isinstance(fault, StoreError) and isinstance(fault.__cause__, OSError):
            raise
        return replace(outcome, fault=str(fault))
    return replace(outcome, state=RowState.RECORDED, recorded=recorded)


def _plan(store: Store, path: Path, options: RecordingOptions) -> RecordingPlan | None:
    """Plan to record a row; None if its text is held already under its siglum."""
    imported = read(path, format=options.format, charset=options.charset)
    try:
        return plan_imported(store, imported, options, received=receive(path))
    except AlreadyHeldError:
        if _is_held(store, imported, options):
            return None
        raise


def _is_held(store: Store, imported: Imported, options: RecordingOptions) -> bool:
    """Tell whether every text of a file is held under its siglum, in any revision."""
    holdings = holdings_of(store, options.document or "")
    sigla = {siglum.casefold(): siglum for siglum in holdings.versions}
    texts = [text for text in imported.versions if text.text.strip()]
    main = main_text(texts)
    for text in texts:
        named = (options.siglum if text is main else None) or text.siglum or ""
        siglum = sigla.get(named.casefold())
        if siglum is None:
            return False
        revisions = range(1, holdings.versions[siglum].revision + 1)
        digests = {holdings.version(siglum, revision).text_sha256 for revision in revisions}
        if text_digest(text.text) not in digests:
            return False
    return True
