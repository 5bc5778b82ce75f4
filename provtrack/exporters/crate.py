"""A document as an RO-Crate 1.1 (https://w3id.org/ro/crate/1.1): for repositories of research data.

The files are the plain folder (`packing`); ``ro-crate-metadata.json`` beside them describes each in
the words of schema.org: the document as the data set, every version's text with its language and
the people who made it, every event as an action of the person who recorded it. Of rights it says
what is recorded; where nothing is, it says so, since a crate must have a licence.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from provtrack.model.document import Agent, Rights, Version
from provtrack.model.history import Event
from provtrack.model.names import AgentKind, EventKind, Role
from provtrack.model.package import WholeDocument
from provtrack.packing import README, TOLD, pack

METADATA = "ro-crate-metadata.json"
PROFILE = "https://w3id.org/ro/crate/1.1"
MEDIA_TYPES = {  # a table of our own: that of the system differs from one machine to the next
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".tex": "application/x-tex",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
MADE = {EventKind.RECORD: "CreateAction", EventKind.IMPORT: "CreateAction"}
TYPES = {AgentKind.INSTITUTION: "Organization", AgentKind.PROGRAM: "SoftwareApplication"}
PARTS = {Role.TRANSLATED: "translator", Role.EDITED: "editor", Role.PUBLISHED: "publisher"}
DESCRIBED = {README: "What this folder is", TOLD: "What was done, by whom and when, in words"}

Entity = dict[str, object]


def document_to_crate(whole: WholeDocument) -> dict[str, bytes]:
    """Give the files of a crate by path."""
    files = pack(whole.package)
    graph = _Graph(whole, files).entities()
    content = {"@context": f"{PROFILE}/context", "@graph": graph}
    metadata = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return {METADATA: metadata.encode(), **files}


def _reference(identifier: str) -> dict[str, str]:
    return {"@id": identifier}


def _references(identifiers: Sequence[str]) -> list[dict[str, str]]:
    return [_reference(identifier) for identifier in identifiers]


class _Graph:
    """Gathers the entities of a crate."""

    def __init__(self, whole: WholeDocument, files: Mapping[str, bytes]) -> None:
        self._whole = whole
        self._files = files
        self._agents: dict[tuple[str, str], str] = {}
        self._others: list[Entity] = []

    def entities(self) -> list[Entity]:
        """List all entities: the description of the crate first, then files, acts and people."""
        versions = {f"texts/{v.siglum}/text.txt": v for v in self._whole.versions}
        files = [self._file(path, versions.get(path)) for path in self._files]
        acts = [self._act(event) for event in self._whole.events]
        root = self._root([str(act["@id"]) for act in acts])
        descriptor: Entity = {
            "@id": METADATA,
            "@type": "CreativeWork",
            "about": _reference("./"),
            "conformsTo": _reference(PROFILE),
        }
        return [descriptor, root, *files, *acts, *self._others]

    def _root(self, acts: Sequence[str]) -> Entity:
        """Describe the document."""
        document, events = self._whole.document, self._whole.events
        root: Entity = {
            "@id": "./",
            "@type": "Dataset",
            "name": document.title,
            "description": "; ".join(self._description()),
            "identifier": self._whole.package.uri,
            "version": f"sha512:{self._whole.package.head}",
            "dateCreated": events[0].when,
            "dateModified": events[-1].when,
            "datePublished": events[-1].when,
            "license": _reference(self._rights("rights", document.rights)),
            "hasPart": _references([_identifier(path) for path in self._files]),
            "mentions": _references(acts),
        }
        authors = [self._agent(agent) for agent in document.people]
        if authors:
            root["author"] = _references(list(dict.fromkeys(authors)))
        if document.date is not None:
            root["temporalCoverage"] = document.date.edtf or document.date.verbatim
        return root

    def _description(self) -> Iterator[str]:
        """Say in words what the document is, and that it is invented if it is."""
        document, versions = self._whole.document, self._whole.versions
        if document.invented:
            yield "An invented specimen"
        yield document.type or "An archival document"
        yield from (f"archival reference: {reference}" for reference in document.references)
        sigla = ", ".join(f"{v.siglum} ({v.kind}, {v.language})" for v in versions)
        yield f"versions: {sigla or 'none'}"

    def _file(self, path: str, version: Version | None) -> Entity:
        """Describe one file; of a text, also what version it is."""
        ending = "." + path.rpartition(".")[2]
        file: Entity = {
            "@id": _identifier(path),
            "@type": "File",
            "name": DESCRIBED.get(path, path),
            "contentSize": str(len(self._files[path])),
            "encodingFormat": MEDIA_TYPES.get(ending.lower(), "application/octet-stream"),
        }
        return file if version is None else {**file, **self._version(version)}

    def _version(self, version: Version) -> Entity:
        """Describe a version: language, people, what it was made from, rights."""
        title = version.title.text if version.title else self._whole.document.title
        said: Entity = {
            "name": f"{version.siglum}: {title}",
            "description": f"{version.kind}, {version.extent}; revision {version.revision}",
            "inLanguage": version.language,
        }
        people: dict[str, list[str]] = {}
        for agent in version.agents:
            people.setdefault(PARTS.get(agent.role, "contributor"), []).append(self._agent(agent))
        for part, names in people.items():
            said[part] = _references(list(dict.fromkeys(names)))
        bases = [
            _identifier(f"texts/{source.version.partition('@')[0]}/text.txt")
            for source in version.derived_from
            if source.version is not None
        ]
        if bases:
            said["isBasedOn"] = _references(bases)
        if version.rights:
            said["license"] = _reference(self._rights(f"rights-{version.siglum}", version.rights))
        return said

    def _act(self, event: Event) -> Entity:
        """Describe an event: who did what, when, with which program, to which files."""
        agent = Agent(name=event.by, role=Role.RECORDED, kind=AgentKind.PERSON)
        changed = [
            _identifier(path)
            for one in event.changed
            for path in (one.path, f"history/{event.number:04}/{one.path}")
            if path in self._files
        ]
        act: Entity = {
            "@id": f"#event-{event.number}",
            "@type": MADE.get(event.kind, "UpdateAction"),
            "name": " ".join((event.kind, *event.versions)),
            "agent": _reference(self._agent(agent)),
            "endTime": event.when,
            "result": _references([*changed, f"history/{event.number:04}/event.json"]),
        }
        if event.reason:
            act["description"] = event.reason
        if event.program:
            program = Agent(name=event.program, role=Role.RECORDED, kind=AgentKind.PROGRAM)
            act["instrument"] = _reference(self._agent(program))
        return act

    def _agent(self, agent: Agent) -> str:
        """Name an agent, describing it the first time; of an unknown kind it is a person."""
        kind = TYPES.get(agent.kind, "Person")
        key = (agent.name, kind)
        if key not in self._agents:
            self._agents[key] = f"#agent-{len(self._agents) + 1}"
            entity: Entity = {"@id": self._agents[key], "@type": kind, "name": agent.name}
            if agent.program_version:
                entity["softwareVersion"] = agent.program_version
            self._others.append(entity)
        return self._agents[key]

    def _rights(self, name: str, rights: Sequence[Rights]) -> str:
        """Describe what is said of rights, and give the identifier of that."""
        identifier = next((one.uri for one in rights if one.uri), f"#{name}")
        if all(entity["@id"] != identifier for entity in self._others):
            words = " ".join(one.text for one in rights)
            self._others.append(
                {
                    "@id": identifier,
                    "@type": "CreativeWork",
                    "name": words[:80] or "Rights not stated",
                    "description": words or "Nothing is recorded of rights in this document.",
                }
            )
        return identifier


def _identifier(path: str) -> str:
    """Write a path as the URI it is in a crate."""
    return quote(path)
