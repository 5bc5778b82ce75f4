"""Control characters in what a file says of itself: replaced, and told.

A title or a name with ESC in it would command the reader's terminal, one with a line end would
forge a line of a list. Recorded texts and the words of notes keep what the file has.
"""

import dataclasses
import re
from enum import Enum
from typing import TypeVar

from provtrack.importers.findings import found
from provtrack.model.document import Note
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.text.plurals import counted

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
LINE_SPACE = re.compile(" *[\t\n\r][ \t\n\r]*")
REPLACEMENT = "\ufffd"
ValueT = TypeVar("ValueT")


def without_control_characters(imported: Imported) -> Imported:
    """Replace control characters by U+FFFD everywhere but in texts and notes, and say so.

    Line ends and tabs between words are white space of the file's form and become a blank.
    """
    replaced: list[str] = []
    changed = _cleaned(imported, replaced)
    if not replaced:
        return changed
    signs = ", ".join(sorted({f"U+{ord(sign):04X}" for sign in replaced}))
    what = counted(len(replaced), "control character")
    said = f"{what} ({signs}) in what the file says of itself: replaced by U+FFFD."
    return dataclasses.replace(changed, findings=(*changed.findings, found("IMP104", said)))


def _cleaned(value: ValueT, replaced: list[str]) -> ValueT:
    """Give a value with all its strings cleaned, but for texts and notes."""
    if isinstance(value, Note | Enum):
        return value
    if isinstance(value, str):
        return _cleaned_words(value, replaced)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_cleaned(one, replaced) for one in value)  # type: ignore[return-value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = _kept(value)
        fields = [one.name for one in dataclasses.fields(value) if one.name not in kept]
        new = {name: _cleaned(getattr(value, name), replaced) for name in fields}
        changes = {name: one for name, one in new.items() if one is not getattr(value, name)}
        return dataclasses.replace(value, **changes) if changes else value
    return value


def _kept(value: object) -> frozenset[str]:
    """Fields that keep every sign of the file."""
    if isinstance(value, ImportedVersion):
        return frozenset(["text", "notes"])
    return frozenset(["position", "start", "end"]) if isinstance(value, Finding) else frozenset()


def _cleaned_words(words: str, replaced: list[str]) -> str:
    """Give words on one line, without control characters; those replaced are collected."""
    line = LINE_SPACE.sub(" ", words)
    found_signs = CONTROL.findall(line)
    if not found_signs:
        return line if line != words else words
    replaced += found_signs
    return CONTROL.sub(REPLACEMENT, line)
