"""The front matter of a Markdown file: what it says of the document and the version.

Reads the plain part of YAML that people write there: ``key: value``, quoted values, lists in
brackets or one item a line. What is not of this form is a finding, not a guess.
"""

import re
from dataclasses import dataclass

from provtrack.importers.findings import found
from provtrack.importers.printed import printed_date
from provtrack.model.document import Agent, PrintedField, Rights, Title
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Extent, Role, VersionKind

KEY = re.compile(r"([A-Za-z][\w .-]*?)\s*:(?:\s+(.*))?$")
WORDS = {
    "lang": "language",
    "source": "reference",
    "references": "reference",
    "archive": "reference",
    "authors": "author",
    "translators": "translator",
    "editors": "editor",
    "licence": "rights",
    "license": "rights",
    "copyright": "rights",
    "published-in": "published_in",
    "published in": "published_in",
    "publication": "published_in",
    "document-type": "type",
    "url": "origin",
}
MAKERS = {
    "transcriber": Role.TRANSCRIBED,
    "translator": Role.TRANSLATED,
    "editor": Role.EDITED,
    "abstractor": Role.ABSTRACTED,
}
TAKEN = MAKERS.keys() | {
    *("title", "date", "author", "language", "reference", "rights", "type", "published_in"),
    *("origin", "kind", "extent", "siglum"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What the front matter gives; text and notes are still to be filled in."""

    imported: Imported
    version: ImportedVersion


def front_matter_of(block: str) -> FrontMatter:
    """Read a block of front matter, without its dashes; empty for a file without one."""
    values, findings = _values(block)
    language = _one(values, "language")
    date = _one(values, "date")
    version = ImportedVersion(
        text="",
        siglum=_one(values, "siglum"),
        kind=next((kind for kind in VersionKind if kind == _one(values, "kind")), None),
        extent=next((extent for extent in Extent if extent == _one(values, "extent")), None),
        language=language,
        agents=tuple(
            Agent(name=name, role=role)
            for key, role in MAKERS.items()
            for name in values.get(key, ())
        ),
        published_in=values.get("published_in", ()),
        origin=_one(values, "origin"),
    )
    imported = Imported(
        importer="markdown",
        versions=(),
        titles=tuple(Title(text=text, language=language) for text in values.get("title", ())),
        date=printed_date(date) if date else None,
        people=tuple(Agent(name=name, role=Role.WRITTEN) for name in values.get("author", ())),
        references=values.get("reference", ()),
        type=_one(values, "type"),
        rights=tuple(Rights(text=text) for text in values.get("rights", ())),
        printed_fields=tuple(
            PrintedField(name=key, value=" | ".join(found_values) or None)
            for key, found_values in values.items()
            if key not in TAKEN
        ),
        findings=findings,
    )
    return FrontMatter(imported=imported, version=version)


def _one(values: dict[str, tuple[str, ...]], key: str) -> str | None:
    return values.get(key, (None,))[0] if values.get(key) else None


def _values(block: str) -> tuple[dict[str, tuple[str, ...]], tuple[Finding, ...]]:
    """Read keys with their values; name the lines that are not of the plain form."""
    values: dict[str, tuple[str, ...]] = {}
    odd: list[str] = []
    key = ""
    for line in block.split("\n"):
        item = re.match(r"\s*-\s+(.*)$", line)
        pair = KEY.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if item and key:
            values[key] = (*values[key], _unquoted(item.group(1)))
        elif pair:
            key = pair.group(1).strip().lower()
            key = WORDS.get(key, key)
            values[key] = values.get(key, ()) + _listed(pair.group(2) or "")
        elif line[:1].isspace() and key and values[key]:
            values[key] = (*values[key][:-1], f"{values[key][-1]} {_unquoted(line)}")
        else:
            odd.append(line.strip())
    findings = tuple(
        found("IMP303", f'A line of the front matter cannot be read: "{line[:80]}".')
        for line in odd
    )
    return values, findings


def _listed(value: str) -> tuple[str, ...]:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        items = re.findall(r"""\s*("[^"]*"|'[^']*'|[^,]+)""", value[1:-1])
        return tuple(text for item in items if (text := _unquoted(item)))
    if value in ("|", ">", "|-", ">-", "~", "null", ""):
        return ()
    return (_unquoted(value),)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r'\\(["\\])', r"\1", value[1:-1])
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return re.sub(r"\s+#.*$", "", value)
