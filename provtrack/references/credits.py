"""Credits after a reference: "Obtained by ... and translated for CWIHP by ..." -> agents.

Only roles that are stated are read, and only after the word "by". Entry point: `read_credits`.
"""

import regex  # type: ignore[import-untyped]

from provtrack.model.document import Agent
from provtrack.model.names import Role
from provtrack.model.text import Span

_ROLES = {
    "obtained": Role.OBTAINED,
    "contributed": Role.OBTAINED,
    "provided": Role.OBTAINED,
    "donated": Role.OBTAINED,
    "acquired": Role.OBTAINED,
    "supplied": Role.OBTAINED,
    "copied": Role.OBTAINED,
    "procured": Role.OBTAINED,
    "translated": Role.TRANSLATED,
    "transcribed": Role.TRANSCRIBED,
    "edited": Role.EDITED,
    "excerpted": Role.EXCERPTED,
    "digitised": Role.DIGITISED,
    "digitized": Role.DIGITISED,
    "scanned": Role.DIGITISED,
    "published": Role.PUBLISHED,
    "summarized": Role.ABSTRACTED,
    "summarised": Role.ABSTRACTED,
    "получено": Role.OBTAINED,
    "переведено": Role.TRANSLATED,
}
_ROLE = "|".join(_ROLES)
_CAPITALISED = (
    rf"(?!(?i:{_ROLE})\b)"
    r"(?:\p{Lu}\.(?:\s?-?\p{Lu}\.)*|(?:Jr|Sr|St|Dr|Yu|Ya)\.|\p{Lu}[\p{L}\p{M}'’\-]*)"
)
_PARTICLE = r"(?:de|da|di|du|del|della|von|van|der|den|la|le|al|el|bin|ibn)(?=\s)"
_NAME = rf"{_CAPITALISED}(?:,?\s+(?:Jr|Sr)\.|\s+(?:{_CAPITALISED}|{_PARTICLE}))*"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|и)\s+){_NAME})*"
_CREDIT = regex.compile(
    rf"""(?xV1)\b(?P<roles>(?i:{_ROLE})(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|и)\s+)(?i:{_ROLE}))*)
    (?:\s+(?:for|from)\s+(?:(?!\bby\b)[^.;])+?)?
    \s+by\s+(?P<names>{_NAMES})"""
)
_MAY_CREDIT = regex.compile(rf"(?:{_ROLE})\b.*\sby\s", regex.IGNORECASE | regex.DOTALL)
_JOINT = regex.compile(r"\s*,\s*+(?!Jr|Sr)(?:and\s+)?|\s+(?:and|&|и)\s+")


def read_credits(text: str) -> tuple[tuple[Agent, ...], Span | None]:
    """Read who obtained, translated ... as printed in a text.

    Returns:
        One agent for each role and name, in the order printed, with the words that state it; and
        the place from the first credit to the last, None without any.
    """
    if not _MAY_CREDIT.search(text):
        return (), None
    agents: list[Agent] = []
    start = end = -1
    for match in _CREDIT.finditer(text):
        start = match.start() if start < 0 else start
        end = match.end()
        for role in _JOINT.split(match["roles"]):
            agents += [
                Agent(name=name, role=_ROLES[role.casefold()], words=match[0])
                for name in _JOINT.split(match["names"])
            ]
    return tuple(agents), Span(start, end) if agents else None
