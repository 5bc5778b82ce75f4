"""A package as files that a person can read in any editor, and those files as a package again.

The newest state of the document stands at the top, under the paths it has in the store: a text is
``texts/SIGLUM/text.txt``. ``history/0001/`` and so on hold the file of each event, and beside it
what that event recorded and a later one replaced or removed. ``README.txt`` and ``history.txt`` say
in words what the rest says in JSON; they are not read again.

Both directions stand here because they must agree: `unpack` of `pack` gives the same package. A
plain folder is these files as they are; bags and crates put theirs around them (`exporters`).
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from provtrack.errors import FormatError
from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Document, Notes, Version
from provtrack.model.history import Event
from provtrack.model.names import natural_order
from provtrack.model.package import Package, PackageLabel, WholeDocument
from provtrack.model.stored import ModelT, dump, load

DOCUMENT = "document.json"
LABEL = "provtrack.json"
README = "README.txt"
TOLD = "history.txt"
WRITTEN_ANEW = (README, TOLD)  # for readers only

EXPLAINED = """\
HOW TO READ THIS FOLDER

The newest state of the document stands here: texts/<siglum>/text.txt is the text of a version
(UTF-8), version.json beside it says who made it and from what, notes.json has its footnotes, and
source/ the file it was read from. alignments/ says which paragraphs of two versions answer each
other, document.json what is known of the document. All of it can be read in any editor.

history.txt tells in words what was done, by whom, and when. history/0001/event.json is the first
act as a program reads it; beside it stands what that act recorded and a later one replaced.

The digest (SHA-512) of each event.json stands in the next one as "previous", with the digests of
the files it changed: so the head, the digest of the newest, fixes the whole history. A text that
is edited in this folder is no longer what was recorded, and `provtrack import` refuses it; to
correct a text, import the folder and use `provtrack correct`.
"""


def pack(package: Package) -> dict[str, bytes]:
    """Give the files of a package by path, in alphabetical order."""
    events = events_of(package)
    files = {place: package.contents[digest] for place, digest in _places(events)}
    label = PackageLabel(document=package.document, uri=package.uri, head=package.head)
    files[LABEL] = dump(label)
    for number, content in enumerate(package.events, start=1):
        files[_event_place(number)] = content
    files[TOLD] = _history_in_words(package, events).encode()
    files[README] = f"{_overview(package, events, files)}\n{EXPLAINED}".encode()
    return dict(sorted(files.items()))


def unpack(files: Mapping[str, bytes]) -> Package:
    """Make a package of its files; nothing may be missing, and nothing unknown be there.

    Raises:
        FormatError: Naming the file that is missing, damaged or unknown.
        NewerFormatError: Written by a later version.
    """
    if LABEL not in files:
        raise FormatError(f"this is not a document provtrack exported: there is no {LABEL}.")
    label = load(PackageLabel, files[LABEL], place=LABEL)
    written = tuple(_event_files(files))
    if not written:
        raise FormatError(f"{_event_place(1)} is missing: a document has at least one event.")
    events = [
        load(Event, content, place=_event_place(number))
        for number, content in enumerate(written, start=1)
    ]
    expected = dict(_places(events))
    contents = {digest: _checked(files, place, digest) for place, digest in expected.items()}
    known = {LABEL, *WRITTEN_ANEW, *expected, *(_event_place(e + 1) for e in range(len(events)))}
    unknown = sorted(set(files) - known)
    if unknown:
        raise FormatError(
            f"{unknown[0]} is not part of the document's history; nothing says what it is."
        )
    package = Package(document=label.document, uri=label.uri, events=written, contents=contents)
    if package.head != label.head:
        raise FormatError(
            f"the newest event is not the one that {LABEL} names: its sha512 should be "
            f"{label.head[:12]}... and is {package.head[:12]}...."
        )
    return package


def events_of(package: Package) -> list[Event]:
    """Read the events of a package.

    Raises:
        FormatError: One is not an event.
    """
    return [
        load(Event, content, place=_event_place(number))
        for number, content in enumerate(package.events, start=1)
    ]


def newest_state(events: Sequence[Event]) -> dict[str, str]:
    """Give the digest of each path as it is after the last event."""
    state: dict[str, str] = {}
    for changed in (changed for event in events for changed in event.changed):
        if changed.sha512 is None:
            state.pop(changed.path, None)
        else:
            state[changed.path] = changed.sha512
    return state


def whole_of(package: Package) -> WholeDocument:
    """Read a package as nouns, at its newest state.

    Raises:
        FormatError: A file in it is not what its place says.
    """
    files = newest_files(package)

    def loaded(kind: type[ModelT], ending: str) -> dict[str, ModelT]:
        paths = [path for path in files if path.count("/") == 2 and path.endswith(f"/{ending}")]
        return {path.split("/")[1]: load(kind, files[path], place=path) for path in paths}

    versions = loaded(Version, "version.json")
    sigla = sorted(versions, key=natural_order)
    return WholeDocument(
        package=package,
        document=load(Document, files[DOCUMENT], place=DOCUMENT),
        versions=tuple(versions[siglum] for siglum in sigla),
        texts={siglum: files[f"texts/{siglum}/text.txt"].decode() for siglum in sigla},
        notes={siglum: found.notes for siglum, found in loaded(Notes, "notes.json").items()},
        alignments=tuple(
            load(StoredAlignment, content, place=path)
            for path, content in files.items()
            if path.startswith("alignments/")
        ),
        events=tuple(events_of(package)),
    )


def newest_files(package: Package) -> dict[str, bytes]:
    """Give the files of the newest state by path inside the document, sorted."""
    state = newest_state(events_of(package))
    return {path: package.contents[digest] for path, digest in sorted(state.items())}


def _event_place(number: int) -> str:
    return f"history/{number:04}/event.json"


def _event_files(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield the files of the events as far as they are numbered without a gap."""
    number = 1
    while _event_place(number) in files:
        yield files[_event_place(number)]
        number += 1


def _places(events: Sequence[Event]) -> Iterator[tuple[str, str]]:
    """Yield where each content stands, with its digest: at the top if it is the newest."""
    newest = newest_state(events)
    for number, event in enumerate(events, start=1):
        for changed in event.changed:
            if changed.sha512 is None:
                continue
            is_newest = newest.get(changed.path) == changed.sha512
            place = changed.path if is_newest else f"history/{number:04}/{changed.path}"
            yield place, changed.sha512


def _checked(files: Mapping[str, bytes], place: str, digest: str) -> bytes:
    """Give a content that is there and is what was recorded."""
    if place not in files:
        raise FormatError(f"{place} is missing.")
    found = hashlib.sha512(files[place]).hexdigest()
    if found != digest:
        raise FormatError(
            f"{place} is not what was recorded: its sha512 should be {digest[:12]}... "
            f"and is {found[:12]}...."
        )
    return files[place]


def _history_in_words(package: Package, events: Sequence[Event]) -> str:
    """Tell the events one after the other."""
    told = [f"What was done to the document {package.document}, the newest act last.\n"]
    for event, head in zip(events, package.heads, strict=True):
        lines = [f"{event.number}. {event.when}  {event.kind} {' '.join(event.versions)}".rstrip()]
        lines.append(f"   by {event.by}" + (f", with {event.program}" if event.program else ""))
        if event.reason:
            lines.append(f"   reason: {event.reason}")
        lines += [
            f"   {'removed' if changed.sha512 is None else 'written'}: {changed.path}"
            for changed in event.changed
        ]
        told.append("\n".join([*lines, f"   head after it: {head}", ""]))
    return "\n".join(told)


def _overview(package: Package, events: Sequence[Event], files: Mapping[str, bytes]) -> str:
    """Say what document this is, and which versions of it are here."""
    document = load(Document, files[DOCUMENT], place=DOCUMENT)
    lines = [document.title, ""]
    if document.invented:
        lines.append("This document is invented: a specimen.")
    lines += [f"Archival reference: {reference}" for reference in document.references]
    if document.date is not None:
        lines.append(f"Date: {document.date.verbatim or document.date.edtf}")
    lines += [f"Identifier: {package.uri}", f"Acts: {len(events)}", f"Head: {package.head}", ""]
    for path in sorted(path for path in files if path.startswith("texts/")):
        if path.count("/") == 2 and path.endswith("/version.json"):
            lines.append(_version_in_words(load(Version, files[path], place=path)))
    return "\n".join([*lines, ""])


def _version_in_words(version: Version) -> str:
    """Say in a line what a version is and where its text stands."""
    who = "; ".join(f"{agent.role} by {agent.name}" for agent in version.agents)
    words = f"{version.siglum}: {version.kind}, {version.language}" + (f", {who}" if who else "")
    retracted = " RETRACTED." if version.retracted else ""
    return f"{words}. texts/{version.siglum}/text.txt{retracted}"
