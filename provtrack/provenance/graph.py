"""A document's provenance chain and events as statements of W3C PROV.

Outside the bundles stands the chain: the document, its versions, what is not held, and the acts
that made each, with their agents. A step of unknown certainty states nothing: its source is left
out, and so is a link that only such a step would need. Each event of the history is a bundle of
its own (`graph_events`), described outside it: who recorded it, and its digest.

How it is said: a version made from the original has it as primary source, an excerpt is a
quotation, other derivations have a type of ours (translation, transcription ...). The statements
always agree with PROV-CONSTRAINTS. Entry point: `statements_of`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from provtrack.model.document import Agent, Document, Version
from provtrack.model.history import Event
from provtrack.model.names import AgentKind, Certainty, VersionKind
from provtrack.model.provenance import ChainLink, ProvenanceChain, ProvenanceStep
from provtrack.provenance.chain import ORIGINAL
from provtrack.provenance.graph_events import events_as_bundles
from provtrack.provenance.graph_names import GraphNames, in_order, number, truth, words
from provtrack.provenance.naming import MAKERS
from provtrack.provenance.statements import (
    PROV,
    XSD,
    Attribute,
    Name,
    Statement,
    StatementDocument,
    StatementKind,
)

AGENT_TYPES = {
    AgentKind.PERSON: "Person",
    AgentKind.INSTITUTION: "Organization",
    AgentKind.PROGRAM: "SoftwareAgent",
}
# Versions that present the whole document, each in its way; the others are made out of it.
ALTERNATES = (VersionKind.TRANSCRIPTION, VersionKind.TRANSLATION, VersionKind.EDITION)


def statements_of(
    document: Document,
    versions: Sequence[Version],
    chain: ProvenanceChain,
    *,
    events: Sequence[Event] = (),
    heads: Sequence[str] = (),
    id_prefix: str,
) -> StatementDocument:
    """State a document's provenance in PROV.

    Args:
        versions: The newest revision of each, as given to `chain_of`.
        events: The document's history; each event becomes a bundle.
        heads: Digests of the events, in the same order; may be empty.
        id_prefix: What the URI of the document begins with, as in the store.

    Returns:
        Statements in the order of their kinds, names made from sigla and numbers: the same input
        gives the same statements.
    """
    names = GraphNames(root=f"{id_prefix}{document.id}/")
    graph = _Graph(names=names, document=document, chain=chain)
    graph.add_document()
    for version in versions:
        graph.add_version(version)
    for link in chain.links:
        if not link.held and graph.is_stated(link):
            graph.add_unheld(link)
    for link in chain.links:
        graph.add_making(link, {version.siglum: version.kind for version in versions})
    around, bundles = events_as_bundles(events, heads, names=names, agent_of=graph.agent)
    return StatementDocument(
        prefixes=(("doc", names.root), ("prov", PROV), ("provtrack", names.terms), ("xsd", XSD)),
        statements=in_order([*graph.statements, *around]),
        bundles=tuple(bundles),
    )


@dataclass(slots=True, kw_only=True)
class _Graph:
    """Statements being gathered."""

    names: GraphNames
    document: Document
    chain: ProvenanceChain
    statements: list[Statement] = field(default_factory=list)
    agents: dict[tuple[str, AgentKind, str | None], Name] = field(default_factory=dict)
    alternate: Name | None = None

    def add(
        self,
        kind: StatementKind,
        identifier: Name | None,
        *arguments: Name | str | None,
        attributes: Sequence[Attribute] = (),
    ) -> None:
        """Add a statement."""
        self.statements.append(
            Statement(kind=kind, id=identifier, arguments=arguments, attributes=tuple(attributes))
        )

    def add_document(self) -> None:
        """State the document, with the agents said to have to do with it."""
        document, term = self.document, self.names.term
        attributes: list[Attribute] = [
            (self.names.label, words(document.title)),
            (self.names.type, term("Document")),
            (self.names.type, Name(PROV + "Collection", "prov", "Collection")),
        ]
        if document.date and document.date.edtf:
            attributes.append((term("date"), words(document.date.edtf)))
        attributes += [(term("reference"), words(text)) for text in document.references]
        if document.invented:
            attributes.append((term("invented"), truth(value=True)))
        self.add(StatementKind.ENTITY, self.names.document, attributes=attributes)
        self._attribute(self.names.document, document.people)

    def add_version(self, version: Version) -> None:
        """State a version as a text of the document."""
        names, name = self.names, self.names.version(version.siglum)
        label = next(link.label for link in self.chain.links if link.siglum == version.siglum)
        attributes: list[Attribute] = [
            (names.label, words(label)),
            (names.type, names.term("Version")),
            (names.term("kind"), words(version.kind)),
            (names.term("language"), words(version.language)),
            (names.term("extent"), words(version.extent)),
            (names.term("revision"), number(version.revision)),
            (names.term("textSha256"), words(version.text_sha256)),
            (names.term("held"), truth(value=True)),
        ]
        attributes += [(names.term("publishedIn"), words(place)) for place in version.published_in]
        self.add(StatementKind.ENTITY, name, attributes=attributes)
        self.add(StatementKind.MEMBERSHIP, None, names.document, name)
        if version.kind in ALTERNATES:
            if self.alternate is not None:
                self.add(StatementKind.ALTERNATE, None, name, self.alternate)
            self.alternate = self.alternate or name
        others = [agent for agent in version.agents if agent.role not in MAKERS[version.kind]]
        self._attribute(name, others)

    def is_stated(self, link: ChainLink) -> bool:
        """Tell what is stated to exist from what the chain supposes by definition."""
        steps = [step for step in self.chain.steps if link.id in (step.source, step.result)]
        is_known = any(step.certainty is not Certainty.UNKNOWN for step in steps)
        return is_known or "not stated" not in link.details

    def add_unheld(self, link: ChainLink) -> None:
        """State something that the store does not hold."""
        names, name = self.names, self.names.unheld(link.id)
        attributes: list[Attribute] = [
            (names.label, words(link.label)),
            (names.type, names.term("NotHeld")),
        ]
        attributes.append((names.term("held"), truth(value=False)))
        attributes += [(names.term("detail"), words(detail)) for detail in link.details]
        self.add(StatementKind.ENTITY, name, attributes=attributes)
        if _is_original(link):
            self.add(StatementKind.SPECIALIZATION, None, name, self.names.document)

    def add_making(self, link: ChainLink, kinds: Mapping[str, VersionKind]) -> None:
        """State the act that made a link, as far as anything of it is stated."""
        steps = [step for step in self.chain.steps if step.result == link.id]
        agents = tuple(dict.fromkeys(agent for step in steps for agent in step.agents))
        sources = _by_source(steps)
        if not agents and not sources:
            return
        names, result = self.names, self._name(link)
        act = names.act(link.id)
        label = words(f"{steps[0].act} {link.label}")
        types: list[Attribute] = [(names.label, label), (names.type, names.term(steps[0].act))]
        self.add(StatementKind.ACTIVITY, act, None, None, attributes=types)
        generation = names.part(act, "generation")
        self.add(StatementKind.GENERATION, generation, result, act, None)
        for place, agent in enumerate(agents, start=1):
            attributes = self._said(agent, Name(PROV + "role", "prov", "role"))
            identifier = names.part(act, f"agent-{place}")
            self.add(
                StatementKind.ASSOCIATION, identifier, act, self.agent(agent), None,
                attributes=attributes,
            )  # fmt: skip
        links = {known.id: known for known in self.chain.links}
        for source, found in sources.items():
            self._derive(link, links[source], found, kind=kinds.get(link.id))

    def _derive(
        self,
        link: ChainLink,
        source: ChainLink,
        steps: Sequence[ProvenanceStep],
        *,
        kind: VersionKind | None,
    ) -> None:
        """State that a link was made from another, how, and how that is known."""
        names = self.names
        act, name = names.act(link.id), self._name(source)
        usage = names.part(act, f"usage-{source.id}")
        self.add(StatementKind.USAGE, usage, act, name, None)
        attributes: list[Attribute] = [
            (names.type, kind_name) for kind_name in self._derivation_types(kind, source)
        ]
        for certainty in dict.fromkeys(step.certainty for step in steps):
            attributes.append((names.term("certainty"), words(certainty)))
        for said in dict.fromkeys(step.words for step in steps if step.words):
            attributes.append((names.term("words"), words(said)))
        self.add(
            StatementKind.DERIVATION, names.part(act, f"derivation-{source.id}"),
            self._name(link), name, act, names.part(act, "generation"), usage,
            attributes=attributes,
        )  # fmt: skip

    def _derivation_types(self, kind: VersionKind | None, source: ChainLink) -> Iterator[Name]:
        """Say what sort of derivation it is."""
        if not source.held and _is_original(source):
            yield Name(PROV + "PrimarySource", "prov", "PrimarySource")
        if kind is VersionKind.EXCERPT:
            yield Name(PROV + "Quotation", "prov", "Quotation")
        elif kind is not None:
            yield self.names.term(kind.value.capitalize())

    def _name(self, link: ChainLink) -> Name:
        """Name a link."""
        return self.names.version(link.id) if link.held else self.names.unheld(link.id)

    def _attribute(self, entity: Name, agents: Sequence[Agent]) -> None:
        """State agents whose acts are not steps of the chain."""
        for place, agent in enumerate(dict.fromkeys(agents), start=1):
            identifier = self.names.part(entity, f"attribution-{place}")
            self.add(
                StatementKind.ATTRIBUTION, identifier, entity, self.agent(agent),
                attributes=self._said(agent, self.names.term("role")),
            )  # fmt: skip

    def _said(self, agent: Agent, role: Name) -> list[Attribute]:
        """Say what an agent did, in the words that state it; PROV has roles in acts only."""
        said: list[Attribute] = [(role, words(agent.role))]
        return [*said, (self.names.term("words"), words(agent.words))] if agent.words else said

    def agent(self, agent: Agent) -> Name:
        """Name an agent, stating it the first time; same name and kind are the same agent."""
        key = (agent.name, agent.kind, agent.program_version)
        if key not in self.agents:
            self.agents[key] = self.names.agent(len(self.agents) + 1)
            attributes: list[Attribute] = [(self.names.label, words(agent.name))]
            if agent.kind in AGENT_TYPES:
                local = AGENT_TYPES[agent.kind]
                attributes.append((self.names.type, Name(PROV + local, "prov", local)))
            if agent.program_version:
                attributes.append((self.names.term("version"), words(agent.program_version)))
            self.add(StatementKind.AGENT, self.agents[key], attributes=attributes)
        return self.agents[key]


def _is_original(link: ChainLink) -> bool:
    """Tell the original from copies of it."""
    return link.label.casefold() == ORIGINAL


def _by_source(steps: Sequence[ProvenanceStep]) -> dict[str, list[ProvenanceStep]]:
    """Gather the steps of each source that is known at least by inference."""
    found: dict[str, list[ProvenanceStep]] = {}
    for step in steps:
        if step.source is not None and step.certainty is not Certainty.UNKNOWN:
            found.setdefault(step.source, []).append(step)
    return found
