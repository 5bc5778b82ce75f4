"""Words of a recorder -> agents, rights and things not held: what is said, nothing more.

``translated=program: Lingua (2.1, beam 5)`` names a program with its version and settings;
``copy: RGANI, f. 5, op. 3, d. 9`` something not held with its archival reference. A URI of rights
is taken only where one is written. Entry points: `agent_from_words`, `rights_from_words`,
`unheld_from_words`.
"""

import re

from provtrack.model.document import Agent, Rights, Unheld
from provtrack.model.names import AgentKind, Role
from provtrack.references import read_reference

_KIND = re.compile(r"(person|institution|program)\s*:\s*(?=\S)", re.IGNORECASE)
_PROGRAM = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<version>.+)\)")
_URI = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")
_NO_ARCHIVE = {"unread", "published"}


def agent_from_words(role: Role, words: str) -> Agent:
    """Read a name, with its kind before it and, of a program, version and settings in brackets.

    What recognises text is a program: that is what the role means.
    """
    found = _KIND.match(words)
    kind = AgentKind(found[1].casefold()) if found else AgentKind.UNKNOWN
    name = words[found.end() :] if found else words
    if role is Role.RECOGNISED and kind is AgentKind.UNKNOWN:
        kind = AgentKind.PROGRAM
    if kind is AgentKind.PROGRAM and (program := _PROGRAM.fullmatch(name)):
        return Agent(name=program["name"], role=role, kind=kind, program_version=program["version"])
    return Agent(name=name, role=role, kind=kind)


def rights_from_words(words: str) -> Rights:
    """Keep the words; the URI is the first one written in them."""
    found = _URI.search(words)
    return Rights(text=words, uri=found[0] if found else None)


def unheld_from_words(words: str) -> Unheld:
    """Read something not held: its description, and after a colon its archival reference."""
    description, colon, address = words.partition(":")
    read = read_reference(address.strip()) if colon and description.strip() else None
    if read is None or read.family in _NO_ARCHIVE or not read.parts:
        return Unheld(description=words)
    return Unheld(description=description.strip(), reference=address.strip())
