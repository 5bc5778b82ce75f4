"""CSL-JSON, as Zotero and other reference managers export it: one item as metadata.

Of an archival item ``issued`` is the document's date; of a published one it is the publication's,
and ``original-date`` the document's. Source: the CSL 1.0.2 data schema of citationstyles.org.
"""

from collections.abc import Mapping

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
from provtrack.model.document import Agent, PrintedDate, PrintedField, Title
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import AgentKind, Role, VersionKind

ARCHIVAL = frozenset(
    """
    manuscript personal_communication document report speech interview legal_case bill collection
    graphic map hearing regulation treaty
    """.split()  # noqa: SIM905
)
MAKERS = {"translator": Role.TRANSLATED, "editor": Role.EDITED}
REFERENCE = ("archive", "archive-place", "archive_collection", "archive_location", "call-number")
PUBLICATION = ("container-title", "volume", "issue", "publisher-place", "publisher", "page")
TAKEN = frozenset(
    """
    id title language issued original-date author translator editor genre rights license URL
    citation-key
    """.split()  # noqa: SIM905
) | {*REFERENCE, *PUBLICATION}


def csl_metadata(item: Item) -> Imported:
    """Read one item."""
    language, unread = language_of(first_text(item.get("language")))
    references, joined = reference_of(item, REFERENCE)
    makers = tuple(agent for key in MAKERS for agent in _people(item.get(key), MAKERS[key]))
    translators = tuple(one.name for one in makers if one.role is Role.TRANSLATED)
    is_archival = first_text(item.get("type")) in ARCHIVAL
    issued = _date(item.get("issued"))
    date = _date(item.get("original-date")) or (issued if is_archival else None)
    version = ImportedVersion(
        text="",
        siglum=siglum_for(language, translators) if language else None,
        kind=VersionKind.TRANSLATION if translators else None,
        language=language,
        agents=makers,
        published_in=_publication(item, None if is_archival else issued),
        origin=first_text(item.get("URL")) or None,
    )
    return Imported(
        importer="csl-json",
        versions=(version,),
        titles=tuple(Title(text=text) for text in texts(item.get("title"))[:1]),
        date=date,
        people=_people(item.get("author"), Role.WRITTEN),
        references=references,
        type=first_text(item.get("genre")) or None,
        rights=rights_of(item, ("rights", "license")),
        printed_fields=_others(item),
        findings=joined + unread,
    )


def _people(value: object, role: Role) -> tuple[Agent, ...]:
    """Names in their natural order; a literal name may be an institution's."""
    names = [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
    agents = []
    for one in names:
        keys = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
        name = " ".join(part for key in keys if (part := first_text(one.get(key))))
        literal = first_text(one.get("literal"))
        kind = AgentKind.UNKNOWN if literal or not name else AgentKind.PERSON
        if literal or name:
            agents.append(Agent(name=literal or name, role=role, kind=kind))
    return tuple(agents)


def _date(value: object) -> PrintedDate | None:
    """Read a date: its parts as EDTF, or its words."""
    if not isinstance(value, Mapping):
        words = first_text(value)
        return printed_date(words) if words else None
    words = first_text(value.get("literal")) or first_text(value.get("raw"))
    parts = value.get("date-parts")
    days = [_day(one) for one in parts] if isinstance(parts, list) else []
    if not days or not all(days):
        return printed_date(words) if words else None
    sign = "~" if value.get("circa") else ""
    edtf = printed_date("/".join(f"{day}{sign}" for day in days)).edtf
    return PrintedDate(edtf=edtf, verbatim=words or (None if edtf else "/".join(days)))


def _day(parts: object) -> str:
    """Year, month and day as EDTF; empty if they are none."""
    numbers = [first_text(one) for one in parts] if isinstance(parts, list) else []
    if not numbers or not all(one.isdecimal() and len(one) <= 4 for one in numbers):
        return ""
    return "-".join([numbers[0].zfill(4), *(one.zfill(2) for one in numbers[1:3])])


def _publication(item: Item, issued: PrintedDate | None) -> tuple[str, ...]:
    """Where it was published, in words; empty for what no field tells to be published."""
    if not first_text(item.get("container-title")) and not first_text(item.get("publisher")):
        return ()
    parts = [first_text(item.get(key)) for key in PUBLICATION]
    date = (issued.verbatim or issued.edtf) if issued else None
    return (", ".join(one for one in [*parts[:-1], date, parts[-1]] if one),)


def _others(item: Item) -> tuple[PrintedField, ...]:
    """Fields without a place of their own, as written; persons among them by name."""
    fields = []
    for key, value in item.items():
        people = "; ".join(agent.name for agent in _people(value, Role.WRITTEN))
        words = people or "; ".join(texts(value))
        if key not in TAKEN and words:
            fields.append(PrintedField(name=f"CSL: {key}", value=words))
    return tuple(fields)
