"""Items of a metadata file in JSON: their values as text, and references put together of them."""

from collections.abc import Mapping, Sequence

from provtrack.errors import UsageError
from provtrack.importers.findings import found
from provtrack.model.document import Rights
from provtrack.model.finding import Finding
from provtrack.text.languages import check_language_tag

Item = Mapping[str, object]
Findings = tuple[Finding, ...]


def texts(value: object) -> tuple[str, ...]:
    """The texts of a value: a string, a number, an object with @value, or a list of these."""
    if isinstance(value, Mapping):
        inner = value.get("@value")
        return () if isinstance(inner, Mapping | list) else texts(inner)
    if isinstance(value, list):
        return tuple(text for one in value if not isinstance(one, list) for text in texts(one))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ()
    text = " ".join(str(value).split())
    return (text,) if text else ()


def first_text(value: object) -> str:
    """The first text of a value; empty if it has none."""
    return next(iter(texts(value)), "")


def reference_of(item: Item, keys: Sequence[str]) -> tuple[tuple[str, ...], Findings]:
    """Put the archival reference together from the fields that hold its parts, as written.

    A part that is only a number gets the name of its field before it: "box 12".
    """
    used = [key for key in keys if first_text(item.get(key))]
    parts = []
    for key in used:
        text = first_text(item.get(key))
        parts.append(f"{key} {text}" if text.isdecimal() else text)
    if not parts:
        return (), ()
    said = f"The archival reference was put together from the fields {', '.join(used)}."
    return (", ".join(parts),), (found("IMP304", said),) if len(used) > 1 else ()


def rights_of(item: Item, keys: Sequence[str]) -> tuple[Rights, ...]:
    """What is said of rights; an address is kept as one."""
    said = [text for key in keys for text in texts(item.get(key))]
    return tuple(
        Rights(text=text, uri=text if text.startswith("http") and " " not in text else None)
        for text in said
    )


def language_of(words: str) -> tuple[str | None, Findings]:
    """Read a language tag; words that are none are told."""
    if not words:
        return None, ()
    try:
        return check_language_tag(words.replace("_", "-")), ()
    except UsageError:
        return None, (found("IMP303", f'The language "{words}" is no BCP 47 tag.'),)
