"""The versions of a document as CSL-JSON: one item each, for Zotero and other reference managers.

An item says where the original is (archive, collection, location), who wrote it, who translated or
edited this version, and in its note the archival reference as printed. Head and revision stand in
`custom`. Schema: https://github.com/citation-style-language/schema, csl-data.json.
"""

import json
from collections.abc import Sequence

from provtrack.model.document import Agent, Document, PrintedDate, Version
from provtrack.model.names import Role
from provtrack.model.package import WholeDocument
from provtrack.references import read_reference
from provtrack.references.written_forms import as_csl
from provtrack.text.edtf_dates import EdtfDate, parse_edtf

PARTS = {
    Role.TRANSLATED: "translator",
    Role.EDITED: "editor",
    Role.TRANSCRIBED: "contributor",
    Role.EXCERPTED: "compiler",
    Role.ABSTRACTED: "contributor",
}
SPRING_TO_WINTER = ("21", "22", "23", "24")  # EDTF writes seasons as months
MONTHS = 12  # above: seasons of a hemisphere, quarters and the like, which CSL does not know
APPROXIMATE = "~?%"  # EDTF: about, uncertain, both

Item = dict[str, object]


def document_to_csl(whole: WholeDocument) -> bytes:
    """Write an item for each version; for a document without versions one of the document."""
    shared = _of_document(whole)
    items = [{**shared, **_of_version(whole, version)} for version in whole.versions]
    written = json.dumps(items or [shared], ensure_ascii=False, indent=2) + "\n"
    return written.encode(errors="replace")


def _of_document(whole: WholeDocument) -> Item:
    """Say what all versions share."""
    document = whole.document
    item: Item = {"id": document.id, "type": "document", "title": document.title}
    if document.references:
        item |= as_csl(read_reference(document.references[0]), 1)
        item |= {"id": document.id, "note": "; ".join(document.references)}
        item.pop("translator", None)  # whom the reference credits translated one version at most
    if document.type:
        item["genre"] = document.type
    if document.people:
        item["author"] = _names(document.people)
    if document.date is not None:
        item["issued"] = csl_date(document.date)
    item["custom"] = {"uri": whole.package.uri, "head": whole.package.head}
    return item


def _of_version(whole: WholeDocument, version: Version) -> Item:
    """Say what a version has of its own."""
    item: Item = {
        "id": f"{whole.document.id}:{version.siglum}",
        "language": version.language,
        "title": version.title.text if version.title else _title(whole.document, version.language),
        "medium": version.kind,
        "custom": {
            "uri": whole.package.uri,
            "head": whole.package.head,
            "version": f"{version.siglum}@{version.revision}",
        },
    }
    for part in dict.fromkeys(PARTS.values()):
        agents = [agent for agent in version.agents if PARTS.get(agent.role) == part]
        if agents:
            item[part] = _names(agents)
    if version.published_in:
        item["container-title"] = "; ".join(version.published_in)
    if version.origin and version.origin.startswith(("http://", "https://")):
        item["URL"] = version.origin
    if version.retracted:
        item["status"] = f"retracted: {version.retracted}"
    return item


def _title(document: Document, language: str) -> str:
    """Give the document's title in the language of a version, or its first."""
    fitting = [title.text for title in document.titles if title.language == language]
    return fitting[0] if fitting else document.title


def _names(agents: Sequence[Agent]) -> list[dict[str, str]]:
    """Write names as they are printed: which part is the family name is not guessed."""
    return [{"literal": name} for name in dict.fromkeys(agent.name for agent in agents)]


def csl_date(date: PrintedDate) -> Item:
    """Write a date in numbers where CSL can say all that it says; else in the words printed."""
    edtf = date.edtf or ""
    ends = parse_edtf(edtf)
    parts = [_numbers(end) for end in ends if end is not None]
    season = _season(ends)
    is_whole = len(parts) == len(ends) and all(parts)
    has_seasons = any(end and end.month in SPRING_TO_WINTER for end in ends)
    if not parts or not is_whole or (has_seasons and not season):
        return {"literal": date.verbatim or edtf}
    written: Item = {"date-parts": parts}
    if season:
        written["season"] = season
    if any(mark in edtf for mark in APPROXIMATE):
        written["circa"] = True
    return written


def _season(ends: Sequence[EdtfDate | None]) -> int:
    """Number the season of a single date from 1 (spring); 0 where it names none."""
    month = ends[0].month if len(ends) == 1 and ends[0] else ""
    return SPRING_TO_WINTER.index(month) + 1 if month in SPRING_TO_WINTER else 0


def _numbers(date: EdtfDate) -> list[int]:
    """Give year, month and day as far as they are known; nothing for what CSL cannot say."""
    year = date.year.removeprefix("Y")
    if not year.removeprefix("-").isdigit():
        return []
    numbers = [int(year)]
    if not date.month.isdigit() or date.month in SPRING_TO_WINTER:
        return numbers
    if int(date.month) > MONTHS:
        return []
    numbers.append(int(date.month))
    return [*numbers, int(date.day)] if date.day.isdigit() else numbers
