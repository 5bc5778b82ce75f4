"""JSON-LD as Tropy exports it: one item as metadata.

Templates name their fields as they like; the context tells which property of Dublin Core or Tropy
each is. Photographs and notes of an item are not read. Source: docs.tropy.org.
"""

from collections.abc import Mapping

from provtrack.importers.findings import found
from provtrack.importers.json_items import (
    Item,
    first_text,
    language_of,
    reference_of,
    rights_of,
    texts,
)
from provtrack.importers.printed import printed_date
from provtrack.importers.sigla import siglum_for
from provtrack.model.document import Agent, PrintedField, Title
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Role, VersionKind

REFERENCE = (
    *("archive", "repository", "source", "collection", "series", "box", "folder"),
    "identifier",
)
AUTHORS = ("creator", "author")
MAKERS = {
    "translator": Role.TRANSLATED,
    "transcriber": Role.TRANSCRIBED,
    "editor": Role.EDITED,
    "publisher": Role.PUBLISHED,
}
RIGHTS = ("rights", "license", "accessRights")
DATES = ("date", "created")
NOT_READ = frozenset(["photo", "note", "selection", "template", "@type", "@id", "list", "tag"])
TAKEN = {"title", "language", "type", *REFERENCE, *AUTHORS, *MAKERS, *RIGHTS, *DATES}


def tropy_items(value: Item) -> list[Item]:
    """The items of a file, their fields under the last part of their property's name."""
    context = value.get("@context")
    terms = context if isinstance(context, Mapping) else {}
    graph = value.get("@graph", value)
    items = graph if isinstance(graph, list) else [graph]
    return [
        {_property(key, terms): field for key, field in item.items() if key != "@context"}
        for item in items
        if isinstance(item, Mapping) and first_text(item.get("@type")) not in ("Photo", "Note")
    ]


def _property(key: str, terms: Mapping[str, object]) -> str:
    """The name of the property that a field stands for, without its namespace."""
    if key.startswith("@"):
        return key
    term = terms.get(key)
    stated = term.get("@id") if isinstance(term, Mapping) else term
    name = stated if isinstance(stated, str) else key
    for sign in ("#", "/", ":"):
        name = name.rpartition(sign)[2]
    return name or key


def tropy_metadata(item: Item) -> Imported:
    """Read one item."""
    language, unread = language_of(first_text(item.get("language")))
    references, joined = reference_of(item, REFERENCE)
    makers = _agents(item, MAKERS)
    translators = tuple(one.name for one in makers if one.role is Role.TRANSLATED)
    words = next((text for key in DATES if (text := first_text(item.get(key)))), "")
    date = printed_date(words) if words else None
    if date and date.edtf is None:
        unread = (*unread, found("IMP303", f'The date "{words}" cannot be read.', place="date"))
    version = ImportedVersion(
        text="",
        siglum=siglum_for(language, translators) if language else None,
        kind=VersionKind.TRANSLATION if translators else None,
        language=language,
        agents=makers,
    )
    return Imported(
        importer="tropy",
        versions=(version,),
        titles=tuple(Title(text=text) for text in texts(item.get("title"))[:1]),
        date=date,
        people=_agents(item, dict.fromkeys(AUTHORS, Role.WRITTEN)),
        references=references,
        type=first_text(item.get("type")) or None,
        rights=rights_of(item, RIGHTS),
        printed_fields=tuple(
            PrintedField(name=f"Tropy: {key}", value="; ".join(texts(value)))
            for key, value in item.items()
            if key not in TAKEN and key not in NOT_READ and texts(value)
        ),
        findings=joined + unread,
    )


def _agents(item: Item, roles: Mapping[str, Role]) -> tuple[Agent, ...]:
    return tuple(
        Agent(name=name, role=role) for key, role in roles.items() for name in texts(item.get(key))
    )
