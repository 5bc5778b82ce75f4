"""Name links and acts of a provenance chain in words a reader of the report meets.

Leaves the assembling to `chain` and the judging to `flags`.
"""

from collections.abc import Sequence

from provtrack.model.document import Agent, Version
from provtrack.model.names import AgentKind, Role, VersionKind
from provtrack.references import read_reference
from provtrack.text.languages import language_name

# Roles whose acts make a version of a kind; the first is assumed where no agent is named.
MAKERS: dict[VersionKind, tuple[Role, ...]] = {
    VersionKind.TRANSCRIPTION: (Role.TRANSCRIBED, Role.RECOGNISED),
    VersionKind.TRANSLATION: (Role.TRANSLATED,),
    VersionKind.EXCERPT: (Role.EXCERPTED,),
    VersionKind.EDITION: (Role.EDITED,),
    VersionKind.ABSTRACT: (Role.ABSTRACTED,),
}

# What a version of a kind was made from by definition, where nothing states it.
UNSTATED_SOURCE = {
    VersionKind.TRANSCRIPTION: "original or facsimile",
    VersionKind.TRANSLATION: "source text",
    VersionKind.EXCERPT: "text excerpted",
    VersionKind.ABSTRACT: "text summarised",
}


def act_of(kind: VersionKind, agents: Sequence[Agent]) -> str:
    """Name the act that made a version: its maker's role, else what its kind implies."""
    return (agents[0].role if agents else MAKERS[kind][0]).value


def version_label(version: Version) -> str:
    """Name a version shortly, for example "E1 English translation"."""
    return f"{version.siglum} {kind_in_words(version.kind, version.language)}"


def kind_in_words(kind: VersionKind | None, language: str) -> str:
    """Name a kind with its language: "English translation"; "English text" without a kind."""
    noun = kind.value if kind else "text"
    name = language_name(language)
    if name[:1].islower():  # "language not known" cannot stand before a noun
        return f"{noun}, {name}"
    adjective, bracket, rest = name.partition(" (")
    return f"{adjective} {noun}{bracket}{rest}"


def address_of(reference: str) -> str:
    """Cut from an archival reference the credits printed after it: they are steps of the chain."""
    places = [
        reference.find(agent.words) for agent in read_reference(reference).credits if agent.words
    ]
    first = min((place for place in places if place > 0), default=len(reference))
    return reference[:first].rstrip(" .;,") if first < len(reference) else reference


def is_machine_made(agent: Agent) -> bool:
    """Tell whether a program performed a step."""
    return agent.kind is AgentKind.PROGRAM
