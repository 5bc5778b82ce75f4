"""From an act to its event and what is written of it; nothing is written here.

The act is checked against what is held first (`admission`), so that what does not fit is refused
before a byte of it is on the disk.
"""

from collections.abc import Mapping

from provtrack.model.history import Act, ChangedPath, Event
from provtrack.model.stored import load
from provtrack.store.admission import check_result, read_from, result_of
from provtrack.store.commit import Recording, content_paths
from provtrack.store.events import event_bytes, message_of, program_name, user_of
from provtrack.store.files import Files
from provtrack.store.inventory import Inventory, VersionBlock, digest_of
from provtrack.store.layout import EVENT
from provtrack.store.objects import ContentFiles, StoredObject, read_content


def prepare(
    files: Files, document: str, act: Act, *, stored: StoredObject | None, id_prefix: str
) -> tuple[Event, Recording]:
    """Check an act against what is held, and make its event and what is to be written.

    Args:
        stored: The document as it is; None for a new one.
        id_prefix: Beginning of a new document's URI.

    Raises:
        UsageError, FormatError: The act does not fit what is held.
        StoreError: What is held is damaged.
    """
    previous = _check_newest_event(files, stored) if stored else None
    held = ContentFiles(files, stored.folder, stored.inventory) if stored else {}
    before = _state_without_event(stored.inventory) if stored else {}
    after = result_of(act.files, before)
    check_result(document, act, after, read_from(act.files, held))
    event = Event(
        number=stored.inventory.number + 1 if stored else 1,
        kind=act.kind,
        document=document,
        when=act.when,
        by=act.by,
        reason=act.reason,
        versions=act.versions,
        previous=previous,
        changed=changes(before, after),
        program=program_name(),
    )
    content = {path: new for path, new in act.files.items() if new is not None}
    content[EVENT] = event_bytes(event)
    inventory = stored.inventory if stored else None
    return event, recording_of(event, content, after, inventory=inventory, id_prefix=id_prefix)


def _check_newest_event(files: Files, stored: StoredObject) -> str:
    """See that the newest event is whole before building on it; give its digest."""
    head = stored.inventory.state[EVENT]
    path = stored.inventory.manifest[head]
    load(Event, read_content(files, stored.folder, path, head), place=str(stored.folder / path))
    return head


def _state_without_event(inventory: Inventory) -> dict[str, str]:
    """Give the digest of every file but the event, by logical path."""
    return {path: digest for path, digest in inventory.state.items() if path != EVENT}


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[ChangedPath, ...]:
    """List the paths whose content differs between two states, sorted."""
    return tuple(
        ChangedPath(path=path, sha512=after.get(path))
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    )


def recording_of(
    event: Event,
    content: Mapping[str, bytes],
    state: Mapping[str, str],
    *,
    inventory: Inventory | None,
    id_prefix: str,
) -> Recording:
    """Make the inventory and the new content of an event.

    Args:
        content: New files by path inside the document, the event's own among them.
        state: Digest by path after it, without the event.
        inventory: Of the recording before; None for the first.
        id_prefix: Beginning of a new document's URI.
    """
    paths = content_paths(content, inventory)
    user, address = user_of(event.by, id_prefix=id_prefix)
    block = VersionBlock(
        created=event.when,
        message=message_of(event),
        user=user,
        address=address,
        state={**state, EVENT: digest_of(content[EVENT])},
    )
    return Recording(
        inventory=Inventory(
            id=inventory.id if inventory else id_prefix + event.document,
            manifest={**(inventory.manifest if inventory else {}), **paths},
            versions=(*(inventory.versions if inventory else ()), block),
        ),
        content={
            paths[digest]: new for new in content.values() if (digest := digest_of(new)) in paths
        },
    )
