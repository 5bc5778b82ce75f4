"""What an EPUB's package document says: the reading order, and the metadata of the book.

Source: EPUB 3.3 (W3C, 2023), and OPF 2.0.1 for the attributes of older books. Of people the MARC
relator codes tell what they did. Dates and publisher are those of the e-book, not of a document:
they are shown, never taken as its own.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.xml_reading import Element, local_name, parse_xml, plain_text
from provtrack.model.document import Agent, PrintedField, Rights, Title
from provtrack.model.names import Role

CONTAINER = "META-INF/container.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"
TEXT_TYPES = frozenset(["application/xhtml+xml", "text/html", "application/x-dtbook+xml"])
RELATORS = {
    "aut": Role.WRITTEN,
    "trl": Role.TRANSLATED,
    "edt": Role.EDITED,
    "trc": Role.TRANSCRIBED,
    "pbl": Role.PUBLISHED,
    "abr": Role.ABSTRACTED,
}
SHOWN = ("publisher", "date", "identifier", "source", "subject", "type", "description")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpineItem:
    """One file of the reading order.

    Attributes:
        path: In the package.
        is_linear: False for what is only reached by a link, such as notes.
        is_text: False for pictures and the like.
    """

    path: str
    is_linear: bool
    is_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The reading order, and what the package says of the book; () and None: nothing."""

    spine: tuple[SpineItem, ...]
    titles: tuple[Title, ...] = ()
    language: str | None = None
    people: tuple[Agent, ...] = ()
    makers: tuple[Agent, ...] = ()
    rights: tuple[Rights, ...] = ()
    printed_fields: tuple[PrintedField, ...] = ()


def book_of(parts: Mapping[str, bytes], name: str) -> Book:
    """Read the package document that the container names.

    Raises:
        FormatError: No container, no package document, no reading order.
    """
    container = part_of(parts, CONTAINER, name)
    paths = [one.get("full-path") or "" for one in container.iter() if one.get("full-path")]
    if not paths:
        raise FormatError(f"cannot read {name}: its container names no package document.")
    package = part_of(parts, paths[0], name)
    spine = _spine(package, posixpath.dirname(paths[0]))
    if not spine:
        raise FormatError(f"cannot read {name}: it has no reading order (an empty spine).")
    values = [one for one in package.iter() if isinstance(one.tag, str) and one.tag.startswith(DC)]
    languages = _texts(values, "language")
    language = languages[0] if len(languages) == 1 else None
    agents = _agents(package, values)
    return Book(
        spine=spine,
        titles=tuple(Title(text=text, language=language) for text in _texts(values, "title")),
        language=language,
        people=tuple(one for one in agents if one.role is Role.WRITTEN),
        makers=tuple(one for one in agents if one.role is not Role.WRITTEN),
        rights=tuple(_rights(text) for text in _texts(values, "rights")),
        printed_fields=tuple(
            PrintedField(name=f"EPUB: {field}", value=text)
            for field in SHOWN
            for text in _texts(values, field)
        ),
    )


def part_of(parts: Mapping[str, bytes], path: str, name: str) -> Element:
    """Parse an XML part; FormatError if the package has none of this path."""
    if path not in parts:
        raise FormatError(f"cannot read {name}: it is no EPUB, or cut short ({path} is missing).")
    return parse_xml(Content(name=f"{name} ({path})", data=parts[path]))[0]


def _spine(package: Element, folder: str) -> tuple[SpineItem, ...]:
    """The files in reading order, each once."""
    manifest = {one.get("id"): one for one in package.iter() if local_name(one) == "item"}
    items: dict[str, SpineItem] = {}
    for reference in package.iter():
        item = manifest.get(reference.get("idref"))
        if local_name(reference) != "itemref" or item is None:
            continue
        address = unquote((item.get("href") or "").partition("#")[0])
        path = posixpath.normpath(posixpath.join(folder, address))
        is_linear = reference.get("linear") != "no"
        is_text = item.get("media-type") in TEXT_TYPES
        items.setdefault(path, SpineItem(path=path, is_linear=is_linear, is_text=is_text))
    return tuple(items.values())


def _texts(values: list[Element], field: str) -> tuple[str, ...]:
    found = [plain_text(one) for one in values if one.tag == f"{DC}{field}"]
    return tuple(dict.fromkeys(text for text in found if text))


def _agents(package: Element, values: list[Element]) -> tuple[Agent, ...]:
    """Who did what; a creator without a role is the author, another without one is left out."""
    refined = {
        (one.get("refines") or "")[1:]: plain_text(one)
        for one in package.iter()
        if local_name(one) == "meta" and one.get("property") == "role"
    }
    agents = []
    for one in values:
        kind, name = one.tag.removeprefix(DC), plain_text(one)
        if kind not in ("creator", "contributor") or not name:
            continue
        code = one.get(f"{OPF}role") or refined.get(one.get("id") or "") or ""
        role = RELATORS.get(code) or (Role.WRITTEN if kind == "creator" and not code else None)
        if role:
            agents.append(Agent(name=name, role=role, words=code or None))
    return tuple(dict.fromkeys(agents))


def _rights(text: str) -> Rights:
    is_address = text.startswith(("http://", "https://")) and " " not in text
    return Rights(text=text, uri=text if is_address else None)
