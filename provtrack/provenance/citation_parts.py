"""What a citation of a version is made of, whatever its style.

Title, date, references, agents, what must be said of the version; written by `citation_forms` and
`gost`. A damaged reference is cited as it stands, with the codes of what is odd in it: it is never
repaired, completed or put into another order. What is not known is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.document import Agent, Document, PrintedDate, Unheld, Version
from provtrack.model.finding import Finding
from provtrack.model.names import Role, Severity
from provtrack.model.reference import ArchivalReference
from provtrack.references import read_reference
from provtrack.text.edtf_dates import describe_edtf

_SHOWN_OF_HEAD = 12  # hexadecimal figures; as everywhere on the screen


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedVersion:
    """A version that is to be cited.

    Attributes:
        head: Digest of the newest event of its document, in hexadecimal.
        paragraph_number: From 1; None for the whole.
    """

    document: Document
    version: Version
    head: str
    paragraph_number: int | None = None


def title_of(cited: CitedVersion) -> str:
    """Give the version's title, else its document's."""
    title = cited.version.title.text if cited.version.title else cited.document.title
    return title.rstrip(" .")


def name_of(cited: CitedVersion) -> str:
    """Name the revision: "E1@2"."""
    return f"{cited.version.siglum}@{cited.version.revision}"


def short_head_of(cited: CitedVersion) -> str:
    """Give the first figures of the head."""
    return cited.head[:_SHOWN_OF_HEAD]


def paragraph_of(cited: CitedVersion, word: str) -> str:
    """Name the paragraph cited after a word for it; nothing of a whole version."""
    return f"{word} {cited.paragraph_number}" if cited.paragraph_number else ""


def references_of(cited: CitedVersion) -> tuple[ArchivalReference, ...]:
    """Read the references of the document; without any, of what its version was made from."""
    written = list(cited.document.references)
    if not written:
        for derivation in cited.version.derived_from:
            written += _references_of(derivation.unheld)
    return tuple(read_reference(one) for one in dict.fromkeys(written))


def _references_of(unheld: Unheld | None) -> Iterator[str]:
    """Walk back from what is not held to the references of its originals."""
    if unheld is not None:
        yield from [unheld.reference] if unheld.reference else []
        for source in unheld.derived_from:
            yield from _references_of(source)


def damage_of(reference: ArchivalReference) -> list[Finding]:
    """List warnings and errors about a reference and the further ones of its line."""
    found = [*reference.findings, *(one for other in reference.others for one in other.findings)]
    return [one for one in found if one.severity.rank > Severity.NOTE.rank]


def agents_of(version: Version) -> tuple[Agent, ...]:
    """List who obtained, made and published a version, each once, in the order of their acts."""
    agents: list[Agent] = []
    for derivation in version.derived_from:
        agents += _agents_of(derivation.unheld)
    agents += [agent for agent in version.agents if agent.role is not Role.RECORDED]
    once = {(agent.role, agent.name): agent for agent in reversed(agents)}
    return tuple(reversed(once.values()))


def _agents_of(unheld: Unheld | None) -> list[Agent]:
    if unheld is None:
        return []
    before = [agent for source in unheld.derived_from for agent in _agents_of(source)]
    return before + list(unheld.agents)


def states_of(cited: CitedVersion) -> Iterator[str]:
    """Say what a reader must know before trusting the version."""
    if not references_of(cited):
        yield "Archival reference not recorded"
    if cited.version.retracted is not None:
        yield f"Retracted: {cited.version.retracted}"
    if cited.document.invented:
        yield "An invented specimen, not a historical document"


def date_in_words(date: PrintedDate | None) -> str:
    """Give the date as printed; in words where only EDTF is recorded."""
    if date is None:
        return "undated"
    return date.verbatim or (describe_edtf(date.edtf) if date.edtf else "undated")


def joined(sentences: Sequence[str]) -> str:
    """End each sentence with a full stop, unless it has one."""
    ended = (one if one.endswith((".", "!", "?", ".”")) else f"{one}." for one in sentences if one)
    return " ".join(ended)
