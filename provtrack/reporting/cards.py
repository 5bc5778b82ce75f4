"""Prepare the version cards and column heads at the top of a report."""

from collections.abc import Iterator, Mapping, Sequence

from provtrack.model.comparison import ComparedVersion
from provtrack.model.document import Agent, Document, Version
from provtrack.model.names import AgentKind, Extent, Role, VersionKind
from provtrack.reporting.sides import Side
from provtrack.reporting.views import Badge, ColumnHead, VersionCard
from provtrack.reporting.wording import (
    capitalised,
    listed,
)
from provtrack.text.plurals import counted

# Languages written without spaces between words: characters are counted alone.
UNSPACED = frozenset(["zh", "lzh", "cmn", "yue", "wuu", "ja", "th", "km", "lo", "my", "bo"])


def cards_of(
    sides: Sequence[Side], document: Document | None, versions: Mapping[str, Version]
) -> tuple[VersionCard, ...]:
    """Prepare one card per version, the base first.

    Args:
        versions: The stored versions by siglum, where the store was asked.
    """
    return tuple(
        VersionCard(
            siglum=side.siglum,
            css=side.css,
            name=capitalised(side.kind_name),
            lines=tuple(_lines(side, versions)),
            badges=tuple(_badges(side, document, versions.get(side.version.siglum or ""))),
        )
        for side in sides
    )


def heads_of(sides: Sequence[Side]) -> tuple[ColumnHead, ...]:
    """Prepare the head of each column."""
    return tuple(
        ColumnHead(siglum=s.siglum, css=s.css, name=capitalised(s.kind_name)) for s in sides
    )


def extent_in_words(side: Side) -> str:
    """Say how long a text is: "832 words, 4,935 characters"."""
    paragraphs = side.version.paragraphs
    characters = counted(sum(map(len, paragraphs)), "character")
    if side.language.partition("-")[0].casefold() in UNSPACED:
        return characters
    return f"{counted(sum(len(text.split()) for text in paragraphs), 'word')}, {characters}"


def _lines(side: Side, versions: Mapping[str, Version]) -> Iterator[str]:
    """List what a card says."""
    version = side.version
    stored = versions.get(version.siglum or "")
    if version.siglum is None:
        yield version.name
    if version.title is not None and version.siglum is not None:
        yield version.title.text
    makers = tuple(_makers(version.agents))
    role = "Base text. " if side.column == 0 else ""
    yield role + (". ".join(makers) + "." if makers else _nobody(version))
    for place in stored.published_in if stored else ():
        yield f"In {place}"
    yield f"{counted(len(version.paragraphs), 'paragraph')}, {extent_in_words(side)}."


def _makers(agents: Sequence[Agent]) -> Iterator[str]:
    """Say who did what, one phrase a role, in the order of the acts."""
    roles: dict[Role, list[str]] = {}
    for agent in agents:
        if agent.role is not Role.RECORDED:
            roles.setdefault(agent.role, []).append(agent.name)
    for role, names in roles.items():
        yield f"{capitalised(role.value)} by {listed(names)}"


def _nobody(version: ComparedVersion) -> str:
    """Say that nobody is named; of a plain file nothing is said."""
    return "Unsigned." if version.siglum else ""


def _badges(side: Side, document: Document | None, stored: Version | None) -> Iterator[Badge]:
    """List the warnings on a card."""
    version = side.version
    if document is not None and document.invented and version.document == document.id:
        yield Badge(text="Invented specimen")
    if stored is not None and stored.retracted is not None:
        yield Badge(text="Retracted")
    if any(agent.kind is AgentKind.PROGRAM for agent in version.agents):
        yield Badge(text="Made by a program")
    if version.kind is VersionKind.EXCERPT:
        yield Badge(text="Excerpt", tone="plain")
    elif version.extent is Extent.PARTIAL:
        yield Badge(text="Part of the document", tone="plain")
    if version.revision is not None and version.revision > 1:
        yield Badge(text=f"Revision {version.revision}", tone="plain")
