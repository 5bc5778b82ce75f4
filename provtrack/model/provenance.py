"""The provenance chain: ordered steps from the original to each version."""

from dataclasses import dataclass

from provtrack.model.document import Agent
from provtrack.model.finding import Finding
from provtrack.model.names import Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One thing in the chain: a version, or something that is not held.

    Attributes:
        id: Unique in the chain: the siglum, or ``unheld-N``.
        label: Short, for a picture: "E1 English translation", "Original".
        details: Further lines, for example an archival reference as printed.
        held: False for what the store does not hold.
        siglum: Of a version; None if not held.
    """

    id: str
    label: str
    details: tuple[str, ...] = ()
    held: bool = True
    siglum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceStep:
    """One act in the chain: who did what, on the ground of what.

    Attributes:
        act: A participle: "obtained", "translated"; "made" where nothing tells.
        agents: Who did it; empty where not named.
        source: Id of the link it started from; None where nothing is known of it.
        result: Id of the link it made.
        words: The words that state it, if any.
    """

    act: str
    result: str
    source: str | None = None
    agents: tuple[Agent, ...] = ()
    certainty: Certainty = Certainty.STATED
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvenanceChain:
    """Links and steps of one document, sources before what was made from them.

    Attributes:
        flags: What is odd or missing in it: custody, references, gaps.
    """

    links: tuple[ChainLink, ...]
    steps: tuple[ProvenanceStep, ...]
    flags: tuple[Finding, ...] = ()
