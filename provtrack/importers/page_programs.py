"""Which program recognised a PAGE XML page: its name, version and settings, as the page states.

Three ways are in use: processing steps (2019), Transkribus' list of ``key=value`` in Creator, and a
bare name in Creator. A bare name is taken for the recogniser where the lines carry the confidences
of one, or where it is that of a program that recognises and the page names no other; the name of a
person or an institution is not.
"""

import re
from collections.abc import Iterator

from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.document import Agent
from provtrack.model.names import AgentKind, Role

PAIR = re.compile(r"(?:^|:)\s*(prov|name|version|v|[a-z_]{1,30})=(.*?)(?=:\s*[a-z_]{1,30}=|$)")
VERSION_KEYS = ("version", "v")
# Programs that recognise, and what their names are made of; own list.
ENGINES = re.compile(
    r"ocr|htr|tesseract|kraken|calamari|transkribus|escriptorium|finereader|abbyy|ocropus|ocropy"
    r"|pylaia|loghi|eynollah|textract|document ai|vision api|omnipage|readiris|surya"
    r"|\bp2pala\b|\btrp\b|\bcitlab\b",
    re.IGNORECASE,
)
VERSIONED = re.compile(r"(?P<name>.*\S)[\s/]+v?(?P<version>\d+(?:\.\w+)+|\d+)")
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
        elif creator and (_has_confidences(root) or ENGINES.search(creator)):
            yield _of_bare_name(creator)


def told_by_creator(root: Element) -> list[str]:
    """Name the programs of which a page says only that they created it."""
    creators = {plain_text(one) for one in root.iter() if local_name(one) == "Creator"}
    if _has_confidences(root):
        return []
    return [
        one.name for one in page_programs(root) if one.words in creators and "=" not in one.words
    ]


def _of_bare_name(creator: str) -> Agent:
    """A program named in words: "tesseract 4.1.1", "OCR-D/core 2.44.0"."""
    found = VERSIONED.fullmatch(creator)
    return Agent(
        name=found["name"] if found else creator,
        role=Role.RECOGNISED,
        kind=AgentKind.PROGRAM,
        words=creator,
        program_version=found["version"] if found else None,
    )


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
