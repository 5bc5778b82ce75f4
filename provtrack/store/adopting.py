"""A document with its whole history: taken out of a store, and put into one.

What comes from elsewhere is checked event by event, as if each were being recorded now, and as
strictly as `verify` checks what is held; only then is it written, by one rename. The events are
kept byte for byte, so that the heads are those of the store the document came from.
"""

from collections.abc import Iterator, Mapping

from provtrack.errors import FormatError, UsageError
from provtrack.model.history import Act, Event
from provtrack.model.names import EventKind, check_document_id, check_id_prefix
from provtrack.model.package import Package
from provtrack.packing import events_of
from provtrack.store.admission import check_act, check_result, result_of
from provtrack.store.commit import Recording
from provtrack.store.files import Files
from provtrack.store.inventory import Inventory, digest_of
from provtrack.store.layout import EVENT
from provtrack.store.objects import StoredObject, read_content
from provtrack.store.preparing import changes, recording_of

# Inventories grow with the square: at 1,000 events they have near a gigabyte. More is no document
# of ours, and would take memory without end.
MOST_EVENTS = 2000


def package_of(files: Files, stored: StoredObject) -> Package:
    """Read everything a document ever held.

    Raises:
        StoreError: It is damaged.
    """
    inventory = stored.inventory
    heads = [block.state[EVENT] for block in inventory.versions]
    contents = {
        digest: read_content(files, stored.folder, path, digest)
        for digest, path in inventory.manifest.items()
    }
    return Package(
        document=stored.document,
        uri=inventory.id,
        events=tuple(contents[head] for head in heads),
        contents={digest: content for digest, content in contents.items() if digest not in heads},
    )


def recordings_of(package: Package, *, onto: Inventory | None = None) -> tuple[Recording, ...]:
    """Check a package from its first event to its last, and make what is to be written of each.

    Args:
        onto: Inventory of the document that is held, whose events are the first of the package;
            only the later ones are made. None: all.

    Raises:
        FormatError: The events do not follow each other, or do not tell what they changed.
        UsageError: Something in it may not be recorded.
        NewerFormatError: It was written by a later version.
    """
    check_document_id(package.document)
    id_prefix = _prefix_of(package)
    if not 1 <= len(package.events) <= MOST_EVENTS:
        raise FormatError(
            f"the document has {len(package.events)} events; a store takes 1 to {MOST_EVENTS}."
        )
    recordings: list[Recording] = []
    for act, event, state in _checked_events(package):
        if onto is not None and event.number <= onto.number:
            continue
        inventory = recordings[-1].inventory if recordings else onto
        recordings.append(
            recording_of(
                event,
                {**_new(act.files), EVENT: package.events[event.number - 1]},
                state,
                inventory=inventory,
                id_prefix=id_prefix,
            )
        )
    return tuple(recordings)


def how_held(package: Package, held: tuple[str, ...]) -> str:
    """Say in words how a document that is held differs from a package of the same id.

    Args:
        held: The heads of the document that is held, in order.
    """
    theirs, words = package.heads, f"{package.document} is held already"
    if held == theirs:
        return f"{words}, with the same history."
    if held == theirs[: len(held)]:
        return f"{words}; the other one has {_later(len(theirs) - len(held))}."
    if theirs == held[: len(theirs)]:
        return f"{words}, with {_later(len(held) - len(theirs))}: there is nothing to import."
    common = sum(one == other for one, other in zip(held, theirs, strict=False))
    if not common:
        return f"{words}, with another history from its first event on; histories are not merged."
    return (
        f"{words}, with another history: the two agree up to event {common}, and each has events "
        "of its own after it. Histories are not merged."
    )


def _later(count: int) -> str:
    return "1 later event" if count == 1 else f"{count} later events"


def _prefix_of(package: Package) -> str:
    """Give what the document's URI begins with."""
    if not package.uri.endswith(package.document):
        raise FormatError(f"the document {package.document} has the URI {package.uri!r}.")
    return check_id_prefix(package.uri.removesuffix(package.document))


def _checked_events(package: Package) -> Iterator[tuple[Act, Event, Mapping[str, str]]]:
    """Yield each event as an act, with the digest of every path after it."""
    before: dict[str, str] = {}
    previous: str | None = None
    for number, event in enumerate(events_of(package), start=1):
        _check_chain(package, event, number, previous)
        act = _act_of(package, event)
        check_act(act)
        after = result_of(act.files, before)
        if event.changed != changes(before, after):
            raise FormatError(f"event {number} does not tell which files it changed.")
        contents = {path: package.contents[digest] for path, digest in after.items()}
        check_result(package.document, act, after, contents.__getitem__)
        yield act, event, after
        before, previous = after, digest_of(package.events[number - 1])


def _check_chain(package: Package, event: Event, number: int, previous: str | None) -> None:
    """See that an event follows the one before it."""
    if (event.number, event.previous, event.document) != (number, previous, package.document):
        raise FormatError(
            f"event {number} does not follow the one before it: the history was altered."
        )


def _act_of(package: Package, event: Event) -> Act:
    """Make the act that an event recorded."""
    files: dict[str, bytes | None] = {}
    for changed in event.changed:
        if changed.sha512 is None:
            files[changed.path] = None
        elif changed.sha512 in package.contents:
            files[changed.path] = package.contents[changed.sha512]
        else:
            raise FormatError(f"what event {event.number} recorded at {changed.path} is missing.")
        content = files[changed.path]
        if content is not None and digest_of(content) != changed.sha512:
            raise UsageError(f"{changed.path} of event {event.number} is damaged.")
    return Act(
        kind=EventKind(event.kind),
        by=event.by,
        when=event.when,
        files=files,
        reason=event.reason,
        versions=event.versions,
    )


def _new(files: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """Give the files that have content."""
    return {path: content for path, content in files.items() if content is not None}
