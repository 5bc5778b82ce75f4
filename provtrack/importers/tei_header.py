"""What a TEI header says of document and edition: titles, people, shelfmark, date, rights."""

from dataclasses import dataclass

from lxml import etree

from provtrack.importers.printed import printed_date
from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.document import Agent, PrintedDate, Rights, Title
from provtrack.model.names import AgentKind, Role

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RESPONSIBILITY = {
    "transl": Role.TRANSLATED,
    "trl": Role.TRANSLATED,
    "перевод": Role.TRANSLATED,
    "trad": Role.TRANSLATED,
    "übersetz": Role.TRANSLATED,
    "transcri": Role.TRANSCRIBED,
    "trc": Role.TRANSCRIBED,
    "edit": Role.EDITED,
    "edt": Role.EDITED,
    "herausg": Role.EDITED,
    "abstract": Role.ABSTRACTED,
    "digit": Role.DIGITISED,
    "scan": Role.DIGITISED,
    "encod": Role.DIGITISED,
    "ocr": Role.RECOGNISED,
    "recogni": Role.RECOGNISED,
    "publish": Role.PUBLISHED,
}
DATE_ATTRIBUTES = ("when", "when-iso", "notBefore", "from")
SHELFMARK = ("country", "region", "settlement", "institution", "repository", "collection", "idno")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header says; None and () where it says nothing."""

    titles: tuple[Title, ...] = ()
    people: tuple[Agent, ...] = ()
    makers: tuple[Agent, ...] = ()
    references: tuple[str, ...] = ()
    date: PrintedDate | None = None
    language: str | None = None
    rights: tuple[Rights, ...] = ()
    published_in: tuple[str, ...] = ()
    origin: str | None = None


def find(element: Element | None, path: str) -> list[Element]:
    """Elements by a path of local names, whatever their namespace; "//" is any depth."""
    if element is None:
        return []
    steps = "".join("/" if step == "" else f"/*[local-name()='{step}']" for step in path.split("/"))
    matches = element.xpath("." + steps.replace("///", "//"))
    return [one for one in matches if isinstance(one, etree._Element)]  # type: ignore[union-attr]


def header_of(root: Element) -> Header:
    """Read the header of a TEI document."""
    header = next(iter(find(root, "teiHeader")), None)
    if header is None:
        return Header(language=_language(root, None))
    statement = "fileDesc/titleStmt"
    return Header(
        titles=_titles(find(header, f"{statement}/title")),
        people=_authors(header),
        makers=_makers(find(header, statement)),
        references=_references(header),
        date=_date(header),
        language=_language(root, header),
        rights=_rights(find(header, "fileDesc/publicationStmt/availability")),
        published_in=_texts(find(header, "fileDesc/sourceDesc/bibl"))
        + _texts(find(header, "fileDesc/sourceDesc/biblFull"))
        + _texts(find(header, "fileDesc/sourceDesc/biblStruct")),
        origin=next(iter(_texts(find(header, "fileDesc/publicationStmt/idno"))), None),
    )


def _texts(elements: list[Element]) -> tuple[str, ...]:
    return tuple(text for one in elements if (text := plain_text(one)))


def _titles(elements: list[Element]) -> tuple[Title, ...]:
    """Whole titles before parts: of a volume the one marked "complete", else "main"."""
    for kind in ("complete", "main"):
        marked = [one for one in elements if one.get("type") == kind]
        elements = marked or elements
    return tuple(
        Title(text=text, language=one.get(XML_LANG))
        for one in elements
        if (text := plain_text(one))
    )


def _authors(header: Element) -> tuple[Agent, ...]:
    """Who wrote the document: authors, or who sent the letter."""
    senders = [
        name
        for action in find(header, "profileDesc/correspDesc/correspAction")
        if action.get("type") == "sent"
        for tag in ("persName", "orgName", "name")
        for name in find(action, tag)
    ]
    authors = find(header, "fileDesc/titleStmt/author") or senders
    return tuple(
        Agent(name=text, role=Role.WRITTEN, kind=_kind(one))
        for one in authors
        if (text := plain_text(one))
    )


def _kind(element: Element) -> AgentKind:
    names = {local_name(one) for one in element.iter()}
    if "persName" in names:
        return AgentKind.PERSON
    return AgentKind.INSTITUTION if "orgName" in names else AgentKind.UNKNOWN


def _makers(statements: list[Element]) -> tuple[Agent, ...]:
    """Who made this text: editors by their role, and statements of responsibility."""
    makers: list[Agent] = []
    for statement in statements:
        for element in statement:
            name = local_name(element)
            if name == "editor":
                role = _role(element.get("role") or "") or Role.EDITED
                makers += _agents([element], role, element.get("role"))
            elif name == "respStmt":
                words = " ".join(_texts(find(element, "resp")))
                role = _role(words) or Role.EDITED
                names = [
                    one for one in element if local_name(one) in ("persName", "orgName", "name")
                ]
                makers += _agents(names, role, words or None)
    return tuple(makers)


def _agents(elements: list[Element], role: Role, words: str | None) -> list[Agent]:
    return [
        Agent(name=text, role=role, kind=_kind(one), words=words)
        for one in elements
        if (text := plain_text(one))
    ]


def _role(words: str) -> Role | None:
    lowered = words.lower()
    return next((role for stem, role in RESPONSIBILITY.items() if stem in lowered), None)


def _references(header: Element) -> tuple[str, ...]:
    """Shelfmarks of the source: the words of its identifier, in the order written."""
    references = []
    for identifier in find(header, "fileDesc/sourceDesc//msIdentifier"):
        verbatim = [one for one in find(identifier, "idno") if one.get("type") == "verbatim"]
        parts = verbatim or [one for one in identifier if local_name(one) in SHELFMARK]
        references.append(", ".join(_texts(parts)) or plain_text(identifier))
    return tuple(text for text in dict.fromkeys(references) if text)


def _date(header: Element) -> PrintedDate | None:
    """The date of the document: of its creation, its sending, its origin; not of the edition."""
    places = (
        "profileDesc/creation/date",
        "profileDesc/correspDesc/correspAction/date",
        "fileDesc/sourceDesc//origDate",
        "fileDesc/sourceDesc//docDate",
    )
    for place in places:
        for element in find(header, place):
            return date_of(element)
    return None


def date_of(element: Element) -> PrintedDate:
    """A date by its attributes, which are the editor's reading, with the words printed."""
    words = plain_text(element) or None
    start = next((value for name in DATE_ATTRIBUTES if (value := element.get(name))), None)
    end = element.get("notAfter") or element.get("to")
    days = [value.partition("T")[0] for value in (start, end) if value]
    if not days:
        return printed_date(words or "")
    edtf = "/".join(dict.fromkeys(days))
    if start is None or (
        end is None and element.get("when") is None and element.get("when-iso") is None
    ):
        edtf = f"{days[0]}/.." if start else f"../{days[0]}"
    known = printed_date(edtf).edtf
    return PrintedDate(edtf=known, verbatim=words or (None if known else edtf))


def _language(root: Element, header: Element | None) -> str | None:
    """The language of the text: its own attribute, else the only one in use."""
    for path in ("text/body", "text"):
        for element in find(root, path):
            if tag := element.get(XML_LANG):
                return tag
    idents = [one.get("ident") for one in find(header, "profileDesc/langUsage/language")]
    known = [tag for tag in idents if tag]
    if len(known) == 1:
        return known[0]
    return root.get(XML_LANG)


def _rights(statements: list[Element]) -> tuple[Rights, ...]:
    rights = []
    for statement in statements:
        licences = find(statement, "licence")
        uri = next((one.get("target") for one in licences if one.get("target")), None)
        words = plain_text(statement) or uri or statement.get("status") or ""
        if words:
            rights.append(Rights(text=words, uri=uri))
    return tuple(rights)
