"""The acts on a store: record, retract, note, describe (`correcting` holds correct).

Each is one event. Who acts and when are parameters; nothing here reads the clock. If somebody else
records in the same document while an act is prepared, it is prepared again on the new head.
"""

from collections.abc import Callable
from dataclasses import dataclass

from provtrack.errors import AlreadyHeldError, HeadMovedError, UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.document import Version
from provtrack.model.finding import Finding
from provtrack.model.history import Act, Event
from provtrack.model.names import EventKind
from provtrack.model.stored import dump
from provtrack.recording.describing import amended
from provtrack.recording.options import RecordingOptions
from provtrack.recording.planning import RecordingPlan, plan_again
from provtrack.store import Holdings, Store, VersionName, head_of, holdings_of
from provtrack.store.layout import DOCUMENT, version_path

ATTEMPTS = 20  # how often an act is prepared again while others record in the same document


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded: the event, and what is odd or missing in it."""

    event: Event
    findings: tuple[Finding, ...] = ()

    @property
    def head(self) -> str:
        """Digest of the event: the head of the document after it."""
        return head_of(self.event)


def record(
    store: Store, plan: RecordingPlan, *, by: str, when: str, lexicons: Lexicons | None = None
) -> Recorded:
    """Carry out a plan: record its versions in one event.

    Args:
        by: Who records.
        when: ISO 8601, UTC, to the second, with a final Z.
        lexicons: What is known of two languages helps to align; None: nothing is used.

    Raises:
        AlreadyHeldError: Somebody recorded a version of that siglum meanwhile.
        StoreError: The store is damaged or cannot be written; nothing was recorded.
    """
    current = plan
    for _ in range(ATTEMPTS):
        act = Act(
            kind=EventKind.RECORD,
            by=by,
            when=when,
            files=current.files(lexicons),
            versions=current.names,
        )
        try:
            event = store.record(current.document.id, act, onto=current.head)
        except HeadMovedError:
            current = plan_again(store, plan)
            continue
        if lexicons is not None:
            lexicons.changed(plan.document.id)
        return Recorded(event=event, findings=current.findings)
    raise HeadMovedError(f"others record in {plan.document.id} all the time; try again.")


def record_on_newest(
    store: Store,
    document: str,
    prepare: Callable[[Holdings], Act],
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Record an act that is prepared from what the store holds of a document.

    Args:
        lexicons: That were used; they are told of what is recorded.

    Raises:
        NotInStoreError: No such document.
        StoreError: The store is damaged or cannot be written; nothing was recorded.
    """
    for _ in range(ATTEMPTS):
        holdings = holdings_of(store, document)
        try:
            event = store.record(document, prepare(holdings), onto=holdings.head)
        except HeadMovedError:
            continue
        if lexicons is not None:
            lexicons.changed(document)
        return Recorded(event=event)
    raise HeadMovedError(f"others record in {document} all the time; try again.")


def retract(store: Store, name: VersionName, *, reason: str, by: str, when: str) -> Recorded:
    """Retract a version: its text stays readable, and whoever uses it is told.

    Raises:
        NotInStoreError: No such version.
        AlreadyHeldError: It is retracted already.
        UsageError: No reason; or an earlier revision is named.
    """
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        version = newest_version(holdings, name)
        if version.retracted is not None:
            raise AlreadyHeldError(f"{name} is retracted already: {version.retracted}")
        retracted = version.model_copy(update={"retracted": reason})
        return Act(
            kind=EventKind.RETRACT,
            by=by,
            when=when,
            reason=reason,
            versions=(f"{version.siglum}@{version.revision}",),
            files={version_path(version.siglum): dump(retracted)},
        )

    return record_on_newest(store, name.document, prepare)


def note(store: Store, name: VersionName, *, text: str, by: str, when: str) -> Recorded:
    """Add a note on a version to the document's history, where `log` shows it.

    Raises:
        NotInStoreError: No such version or revision.
        UsageError: No text.
    """
    text = checked_reason(text)

    def prepare(holdings: Holdings) -> Act:
        version = holdings.version(name.siglum, name.revision)
        return Act(
            kind=EventKind.NOTE,
            by=by,
            when=when,
            reason=text,
            versions=(f"{version.siglum}@{version.revision}",),
            files={},
        )

    return record_on_newest(store, name.document, prepare)


def describe(
    store: Store, document: str, options: RecordingOptions, *, reason: str, by: str, when: str
) -> Recorded:
    """Amend what is recorded of a document: title, date, references, type, rights, people, note.

    Raises:
        NotInStoreError: No such document.
        UsageError: No reason, or nothing would change.
    """
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        changed = amended(holdings.document, options)
        if changed == holdings.document:
            raise UsageError(f"nothing to change: this is what is recorded of {document} already.")
        return Act(
            kind=EventKind.CORRECT, by=by, when=when, reason=reason, files={DOCUMENT: dump(changed)}
        )

    return record_on_newest(store, document, prepare)


def newest_version(holdings: Holdings, name: VersionName) -> Version:
    """Find the version an act is meant for; only the newest revision can be acted on.

    Raises:
        NotInStoreError: No such version.
        UsageError: An earlier revision is named.
    """
    version = holdings.version(name.siglum)
    if name.revision not in (None, version.revision):
        raise UsageError(
            f"{name} is not the newest revision, which is {version.revision}; "
            "leave the revision out."
        )
    return version


def checked_reason(reason: str) -> str:
    """Return a reason without outer white space; there must be one.

    Raises:
        UsageError: Empty.
    """
    if not reason.strip():
        raise UsageError("say why: --reason TEXT. It is kept for ever.")
    return reason.strip()
