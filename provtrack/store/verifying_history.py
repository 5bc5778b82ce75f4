"""Verify the history of one document: the chain of events, and that each tells what was recorded.

What was removed, changed or dated otherwise after it was recorded shows here even where somebody
made all digests of the inventories anew: the events carry their own. Only a history rewritten from
some event to its end does not; a head printed in an earlier report shows that.
"""

from provtrack.errors import FormatError, NewerFormatError, UsageError
from provtrack.model.history import Event
from provtrack.model.stored import load
from provtrack.store.admission import check_content, check_version
from provtrack.store.events import message_of
from provtrack.store.inventory import VersionBlock
from provtrack.store.layout import DOCUMENT, EVENT, check_no_collision, check_path
from provtrack.store.preparing import changes
from provtrack.store.probe import Probe
from provtrack.store.verifying_files import FilesFound


def check_history(probe: Probe, document: str, found: FilesFound) -> None:
    """Check the events of a document, and the files of its newest state."""
    heads = [block.state.get(EVENT) for block in found.inventory.versions]
    events: list[Event] = []
    before: dict[str, str] = {}
    for number, block in enumerate(found.inventory.versions, 1):
        after = {path: digest for path, digest in block.state.items() if path != EVENT}
        event = _load_event(probe, number, heads[number - 1], found)
        if event:
            previous = heads[number - 2] if number > 1 else None
            _check_chain(probe, event, number, previous, document)
            _check_told(probe, event, number, block)
            if event.changed != changes(before, after):
                _untrue(probe, number, "which files changed")
            if events and event.when < events[-1].when:
                probe.find("STO015", _path(number), f"is dated before event {events[-1].number}.")
            events.append(event)
        before = after
    _check_state(probe, document, before, found)


def _path(number: int) -> str:
    """Name the file of an event."""
    return f"v{number}/content/{EVENT}"


def _load_event(probe: Probe, number: int, head: str | None, found: FilesFound) -> Event | None:
    """Load an event; None where it is damaged, which was found already, or missing."""
    path = _path(number)
    if head is None or found.inventory.manifest.get(head) != path:
        probe.find("STO009", path, f"is not the event of v{number} in the inventory.")
        return None
    if head not in found.content:
        return None
    try:
        event = load(Event, found.content[head], place="It")
    except NewerFormatError:
        probe.find("STO016", path, "was written by a later version of provtrack.")
    except FormatError as fault:
        probe.find("STO014", path, f"cannot be read. {fault}")
    else:
        return event
    return None


def _check_chain(
    probe: Probe, event: Event, number: int, previous: str | None, document: str
) -> None:
    """See that an event follows the one before it."""
    if event.previous != previous:
        probe.find(
            "STO009",
            _path(number),
            f"names {event.previous} as the event before it, which is {previous}: "
            "the history was altered.",
        )
    if (event.number, event.document) != (number, document):
        probe.find(
            "STO009", _path(number), f"is event {event.number} of {event.document}, not of here."
        )


def _check_told(probe: Probe, event: Event, number: int, block: VersionBlock) -> None:
    """See that the inventory tells of a recording what its event tells."""
    if block.created != event.when:
        _untrue(probe, number, "when it was recorded")
    if block.message != message_of(event):
        _untrue(probe, number, "what was done")
    if block.user not in (event.by, event.by.partition("<")[0].strip()):
        _untrue(probe, number, "who acted")


def _untrue(probe: Probe, number: int, what: str) -> None:
    probe.find("STO010", _path(number), f"and the inventory disagree about {what}.")


def _check_state(probe: Probe, document: str, state: dict[str, str], found: FilesFound) -> None:
    """See that each file of the newest state is what its place says, and true to its digests."""
    if DOCUMENT not in state:
        probe.find("STO002", DOCUMENT, "is missing from the newest state.")
    for path, digest in sorted(state.items()):
        if digest in found.content:
            _check_file(probe, document, path, found.content[digest], found)
    whole = all(digest in found.content for digest in state.values())
    if not whole:
        return
    for siglum in sorted({path.split("/")[1] for path in state if path.startswith("texts/")}):
        try:
            check_version(siglum, state, lambda path: found.content[state[path]])
        except (FormatError, NewerFormatError) as fault:
            probe.find("STO014", f"texts/{siglum}", f"does not hold together: {fault}")
    try:
        check_no_collision(state)
    except UsageError as fault:
        probe.find("STO014", "", f"has paths that collide: {fault}")


def _check_file(probe: Probe, document: str, path: str, content: bytes, found: FilesFound) -> None:
    """See that one file is what its place says."""
    try:
        check_path(path)
        check_content(document, path, content)
    except NewerFormatError:
        probe.find("STO016", path, "was written by a later version of provtrack.")
    except (UsageError, FormatError) as fault:
        place = found.inventory.manifest[found.inventory.state[path]]
        probe.find("STO014", place, f"is not what its place says: {fault}")
