"""What the head of an HTML page says: Dublin Core, citation tags, title, language, rights."""

from dataclasses import dataclass

from provtrack.importers.findings import found
from provtrack.importers.printed import printed_date
from provtrack.importers.xml_reading import Element, plain_text
from provtrack.model.document import Agent, PrintedDate, PrintedField, Rights, Title
from provtrack.model.finding import Finding
from provtrack.model.names import Role

# Names of meta elements in order of trust; in lower case, "dcterms." and "dc:" written "dc.".
TITLE = ("citation_title", "dc.title", "og:title", "twitter:title")
DATE = ("dc.date.created", "dc.created", "dc.date", "citation_date", "citation_publication_date")
AUTHOR = ("citation_author", "dc.creator", "author")
CONTRIBUTOR = ("dc.contributor",)
TRANSLATOR = ("citation_translator", "dc.contributor.translator", "translator")
REFERENCE = ("dc.identifier.bibliographiccitation", "dc.source")
RIGHTS = ("dc.rights", "dc.rights.license", "dc.license", "copyright", "citation_license")
LANGUAGE = ("dc.language", "citation_language", "content-language", "language")
ORIGIN = ("og:url", "dc.identifier.uri", "citation_public_url", "citation_fulltext_html_url")
OTHER = ("dc.publisher", "citation_publisher", "dc.type", "dc.relation", "citation_doi")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What the head of a page says; None and () where it says nothing."""

    titles: tuple[Title, ...]
    date: PrintedDate | None
    people: tuple[Agent, ...]
    makers: tuple[Agent, ...]
    references: tuple[str, ...]
    rights: tuple[Rights, ...]
    language: str | None
    origin: str | None
    printed_fields: tuple[PrintedField, ...]
    findings: tuple[Finding, ...]


def metadata_of(root: Element) -> PageMetadata:
    """Read the head of a page."""
    metas = meta_values(root)
    title = _first(metas, TITLE) or _element_text(root, "title")
    language = _language(root, metas)
    dates = _first(metas, DATE)
    date = printed_date(dates) if dates else None
    unread = date is not None and date.edtf is None
    return PageMetadata(
        titles=(Title(text=title, language=language),) if title else (),
        date=date,
        people=tuple(Agent(name=name, role=Role.WRITTEN) for name in _all(metas, AUTHOR)),
        makers=tuple(Agent(name=name, role=Role.TRANSLATED) for name in _all(metas, TRANSLATOR)),
        references=_all(metas, REFERENCE),
        rights=_rights(root, metas),
        language=language,
        origin=_first(metas, ORIGIN) or _canonical(root),
        printed_fields=tuple(
            PrintedField(name=name, value=value)
            for name in OTHER + CONTRIBUTOR
            for value in metas.get(name, ())
        ),
        findings=(found("IMP303", f'The date "{dates}" cannot be read.', place="date"),)
        if unread
        else (),
    )


def meta_values(root: Element) -> dict[str, tuple[str, ...]]:
    """All `meta` elements with a value, by name in lower case."""
    values: dict[str, tuple[str, ...]] = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv") or ""
        name = name.strip().lower().replace("dcterms.", "dc.").replace("dc:", "dc.")
        value = " ".join((meta.get("content") or "").split())
        if name and value:
            values[name] = (*values.get(name, ()), value)
    return values


def _first(metas: dict[str, tuple[str, ...]], names: tuple[str, ...]) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _all(metas: dict[str, tuple[str, ...]], names: tuple[str, ...]) -> tuple[str, ...]:
    """All values of the first name that has any, each once."""
    return next((tuple(dict.fromkeys(metas[name])) for name in names if name in metas), ())


def _element_text(root: Element, tag: str) -> str | None:
    return next((text for one in root.iter(tag) if (text := plain_text(one))), None)


def _language(root: Element, metas: dict[str, tuple[str, ...]]) -> str | None:
    """The language of the page: of its root element, its body, or its metadata."""
    tagged = [one.get("lang") or one.get("xml:lang") for one in (root, *root.iter("body"))]
    declared = [tag for tag in tagged if tag and tag.strip()]
    language = declared[0] if declared else _first(metas, LANGUAGE)
    return language.strip().replace("_", "-") if language else None


def _rights(root: Element, metas: dict[str, tuple[str, ...]]) -> tuple[Rights, ...]:
    words = [(text, _address(text)) for text in _all(metas, RIGHTS)]
    for link in root.iter("a", "link"):
        if "license" in (link.get("rel") or "").lower().split():
            address = link.get("href") or ""
            words.append((plain_text(link) or address, address or None))
    return tuple(Rights(text=text, uri=uri) for text, uri in dict.fromkeys(words) if text)


def _address(text: str) -> str | None:
    return text if text.startswith(("http://", "https://")) and " " not in text else None


def _canonical(root: Element) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return link.get("href")
    return None
