"""Assemble the provenance chain of a document from what its versions state.

Nothing is invented. Two things follow from the definitions of the glossary alone, and are marked
as of unknown certainty: a document's archival reference is the address of its original, and a
transcription, translation, excerpt or abstract was made from *something*, which stands in the
chain as "not stated" where no version names it. What is odd or missing is left to `flags`.

The terms are those of W3C PROV-DM: a link is an entity, a step an activity with its agents.
Entry point: `chain_of`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from provtrack.model.document import Agent, Derivation, Document, Unheld, Version
from provtrack.model.names import Certainty, Extent, Role, VersionKind
from provtrack.model.provenance import ChainLink, ProvenanceChain, ProvenanceStep
from provtrack.provenance.flags import flags_of
from provtrack.provenance.naming import (
    MAKERS,
    UNSTATED_SOURCE,
    act_of,
    address_of,
    version_label,
)

ORIGINAL = "original"


def chain_of(
    document: Document, versions: Sequence[Version], *, texts: Mapping[str, str] | None = None
) -> ProvenanceChain:
    """Assemble the chain from the original to each version, with its custody flags.

    Args:
        versions: Of this document; of several revisions of a siglum the newest counts.
        texts: Recorded texts by siglum, where at hand: lets the flags see a text that breaks off.

    Returns:
        Links sorted so that sources stand before what was made from them, otherwise in the order
        of `versions`. What is not held appears once, however many versions name it.
    """
    newest = _newest(versions)
    draft = _Draft(document=document, versions={v.siglum: v for v in newest})
    for version in newest:
        draft.add_version(version)
    links = _sources_first(draft.links, draft.steps)
    acyclic = tuple(_without_cycles(links, draft.steps))
    flags = flags_of(document, newest, links=links, texts=texts or {})
    return ProvenanceChain(links=links, steps=acyclic, flags=flags)


def _newest(versions: Sequence[Version]) -> tuple[Version, ...]:
    """Keep the newest revision of each siglum, in the order of first appearance."""
    by_siglum: dict[str, Version] = {}
    for version in versions:
        held = by_siglum.get(version.siglum)
        if held is None or held.revision < version.revision:
            by_siglum[version.siglum] = version
    return tuple(by_siglum.values())


@dataclass(kw_only=True)
class _Draft:
    """A chain being assembled."""

    document: Document
    versions: Mapping[str, Version]
    links: list[ChainLink] = field(default_factory=list)
    steps: list[ProvenanceStep] = field(default_factory=list)
    unheld_ids: dict[tuple[str, str | None, tuple[Agent, ...]], str] = field(default_factory=dict)

    def add_version(self, version: Version) -> None:
        """Add a version with the steps that made it."""
        self.links.append(
            ChainLink(
                id=version.siglum,
                label=version_label(version),
                details=tuple(_details(version)),
                siglum=version.siglum,
            )
        )
        agents = tuple(agent for agent in version.agents if agent.role in MAKERS[version.kind])
        step = ProvenanceStep(
            act=act_of(version.kind, agents), result=version.siglum, agents=agents
        )
        if version.derived_from:
            self.steps += [
                replace(step, source=source, certainty=derivation.certainty, words=derivation.words)
                for derivation in version.derived_from
                if (source := self._source_of(derivation, version)) is not None
            ]
        else:
            self.steps.append(
                replace(step, source=self._unstated_source(version), certainty=Certainty.UNKNOWN)
            )

    def _source_of(self, derivation: Derivation, version: Version) -> str | None:
        """Name the link a version was made from; None where it names itself."""
        if derivation.unheld is not None:
            return self._add_unheld(derivation.unheld)
        siglum = (derivation.version or "").partition("@")[0]
        held = next((s for s in self.versions if s.casefold() == siglum.casefold()), None)
        if held == version.siglum:
            return None
        if held is not None:
            return held
        return self._add_unheld(Unheld(description=f"version {siglum}, not recorded here"))

    def _add_unheld(self, unheld: Unheld) -> str:
        """Add what is not held once; the same thing named again is the same link."""
        if unheld.description.casefold() == ORIGINAL and unheld.reference is None:
            unheld = replace(unheld, reference=next(iter(self.document.references), None))
        key = (unheld.description.casefold(), unheld.reference, unheld.agents)
        if key not in self.unheld_ids:
            self.unheld_ids[key] = self._new_link(unheld.description, reference=unheld.reference)
            if unheld.agents and not unheld.derived_from:
                self._add_step(unheld, source=None, result=self.unheld_ids[key])
        result = self.unheld_ids[key]
        for source in unheld.derived_from:
            identifier = self._add_unheld(source)
            if not any(s.source == identifier and s.result == result for s in self.steps):
                self._add_step(unheld, source=identifier, result=result)
        return result

    def _add_step(self, unheld: Unheld, *, source: str | None, result: str) -> None:
        """Add the act that made something not held; "made" where no agent tells which act."""
        act = unheld.agents[0].role.value if unheld.agents else "made"
        words = next((agent.words for agent in unheld.agents if agent.words), None)
        self.steps.append(
            ProvenanceStep(act=act, source=source, result=result, agents=unheld.agents, words=words)
        )

    def _unstated_source(self, version: Version) -> str | None:
        """Add the source a kind implies where the version names none; unlike ones stay apart."""
        original = None
        if self.document.references:
            original = self._add_unheld(Unheld(description=ORIGINAL))
        description = UNSTATED_SOURCE.get(version.kind)
        if description is None or (original and version.kind is VersionKind.TRANSCRIPTION):
            return original
        identifier = self._new_link(description, details=("not stated",))
        if original is not None:
            self.steps.append(
                ProvenanceStep(
                    act="made", source=original, result=identifier, certainty=Certainty.UNKNOWN
                )
            )
        return identifier

    def _new_link(
        self, description: str, *, reference: str | None = None, details: tuple[str, ...] = ()
    ) -> str:
        """Add a link for something not held and return its id."""
        identifier = f"unheld-{sum(not link.held for link in self.links) + 1}"
        lines = ((address_of(reference),) if reference else ()) + details
        label = description[:1].upper() + description[1:]
        self.links.append(ChainLink(id=identifier, label=label, details=lines, held=False))
        return identifier


def _details(version: Version) -> Iterator[str]:
    """List what a picture of the chain says of a version beside its name."""
    others = [agent for agent in version.agents if agent.role not in MAKERS[version.kind]]
    for agent in others:
        if agent.role is not Role.RECORDED:
            yield f"{agent.role.value} by {agent.name}"
    for place in version.published_in:
        yield f"in {place}"
    if version.extent is Extent.PARTIAL:
        yield "part of the document"
    if version.retracted is not None:
        yield "retracted"


def _sources_first(
    links: Sequence[ChainLink], steps: Sequence[ProvenanceStep]
) -> tuple[ChainLink, ...]:
    """Sort links so that sources come first; what stands in a circle keeps its order."""
    sources: dict[str, list[str]] = {link.id: [] for link in links}
    for step in steps:
        if step.source is not None:
            sources[step.result].append(step.source)
    by_id = {link.id: link for link in links}
    placed: dict[str, ChainLink] = {}
    waiting = list(links)
    while waiting:
        ready = [link for link in waiting if all(s in placed for s in sources[link.id])]
        # A circle of derivations is recorded nonsense: its first link goes first, flags say so.
        first = ready[0] if ready else waiting[0]
        placed[first.id] = by_id[first.id]
        waiting.remove(first)
    return tuple(placed.values())


def _without_cycles(
    links: Sequence[ChainLink], steps: Sequence[ProvenanceStep]
) -> Iterator[ProvenanceStep]:
    """Yield steps in the order of their results, dropping those that run backwards."""
    rank = {link.id: position for position, link in enumerate(links)}
    for step in sorted(steps, key=lambda step: rank[step.result]):
        if step.source is None or rank[step.source] < rank[step.result]:
            yield step
