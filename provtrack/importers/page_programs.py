"""Which program recognised a PAGE XML page: its name, version and settings, as the page states.

Three ways are in use: processing steps (2019), Transkribus' list of ``key=value`` in Creator, and a
bare name in Creator. A bare name is taken for the recogniser only where the lines carry the
confidences of one; people type into the same programs.
"""

import re
from collections.abc import Iterator

from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.document import Agent
from provtrack.model.names import AgentKind, Role

PAIR = re.compile(r"(?:^|:)\s*(prov|name|version|v|[a-z_]{1,30})=(.*?)(?=:\s*[a-z_]{1,30}=|$)")
VERSION_KEYS = ("version", "v")
RECOGNITION = re.compile(r"recogni|\bocr\b|\bhtr\b", re.IGNORECASE)


def page_programs(root: Element) -> Iterator[Agent]:
    """Yield the programs that recognised a page; none where it does not say."""
    metadata = next((one for one in root if local_name(one) == "Metadata"), None)
    if metadata is None:
        return
    steps = [one for one in metadata if local_name(one) == "MetadataItem"]
    known = [one for one in steps if _is_recognition(one)]
    yield from (_of_step(one) for one in known)
    if known:
        return
    creators = [plain_text(one) for one in metadata if local_name(one) == "Creator"]
    for creator in creators:
        pairs = dict(PAIR.findall(creator))
        if name := pairs.pop("name", ""):
            yield _of_pairs(name, pairs, creator)
        elif creator and _has_confidences(root):
            yield Agent(name=creator, role=Role.RECOGNISED, kind=AgentKind.PROGRAM)


def _is_recognition(step: Element) -> bool:
    words = " ".join(step.get(key) or "" for key in ("name", "value"))
    return step.get("type") == "processingStep" and bool(RECOGNITION.search(words))


def _of_step(step: Element) -> Agent:
    """A processing step: its value is the program, its labels are the settings."""
    labels = [one for one in step.iter() if local_name(one) == "Label"]
    settings = {one.get("type") or "": one.get("value") or "" for one in labels}
    version = settings.pop("version", "")
    name = step.get("value") or step.get("name") or ""
    return Agent(
        name=name,
        role=Role.RECOGNISED,
        kind=AgentKind.PROGRAM,
        words=step.get("name"),
        program_version=with_settings(version, settings),
    )


def _of_pairs(name: str, pairs: dict[str, str], words: str) -> Agent:
    version = next((pairs.pop(key) for key in VERSION_KEYS if key in pairs), "")
    return Agent(
        name=name,
        role=Role.RECOGNISED,
        kind=AgentKind.PROGRAM,
        words=words,
        program_version=with_settings(version, pairs),
    )


def with_settings(version: str, settings: dict[str, str]) -> str | None:
    """Join a program's version and its settings in words; None if nothing is stated."""
    said = ", ".join(f"{key}={value}" if key else value for key, value in settings.items() if value)
    return "; ".join(part for part in (version, said) if part) or None


def _has_confidences(root: Element) -> bool:
    return any(one.get("conf") for one in root.iter() if local_name(one) == "TextEquiv")
