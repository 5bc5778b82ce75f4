"""Foreign Relations of the United States: one document of a TEI volume, ``FILE.xml#d85``.

A volume holds hundreds of documents, so the id is asked for; a single extracted division needs
none. The source note is the archival reference, whole and verbatim; the heading is the title, the
dateline gives the date and stays in the text; footnotes are notes at their places.
"""

import re

from provtrack.errors import UsageError
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.printed import printed_date
from provtrack.importers.tei import selected
from provtrack.importers.tei_header import Header, date_of, find, header_of
from provtrack.importers.tei_text import XML_ID, TeiText
from provtrack.importers.xml_reading import Element, local_name, parse_xml
from provtrack.model.document import Derivation, PrintedDate, PrintedField, Title, Unheld
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Extent, VersionKind
from provtrack.text.plurals import counted

NAMESPACE = b"http://history.state.gov/frus"
FRUS = "{http://history.state.gov/frus/ns/1.0}"
VOLUME_ID = re.compile(rb"""<(?:\w+:)?TEI\b[^>]*xml:id\s*=\s*["']frus\w""")
START = 8192
OMITTED = re.compile(r"\[(?:Here follow|Omitted here|\d+ (?:lines?|paragraphs?|pages?))", re.I)
IDS_SHOWN = 4  # of a volume; the first ones and the last say how they run
LANGUAGE = "en"  # the series prints English only


def recognises(content: Content) -> bool:
    """Whether the file is of the series: its namespace, or a volume id of its own form."""
    start = content.data[:START]
    return NAMESPACE in start or bool(VOLUME_ID.search(start))


def read(content: Content) -> Imported:
    """Read one document of a volume.

    Raises:
        UsageError: A whole volume without an id, or no document of this id.
    """
    root, decoded = parse_xml(content)
    document = _document(root, content)
    header = header_of(root)
    text, title = _composed(document)
    recorded, version_notes = text.composer.finished()
    references = tuple(dict.fromkeys(text.sources))
    version = ImportedVersion(
        text=recorded,
        siglum=_siglum(root, document),
        kind=VersionKind.EDITION,
        language=LANGUAGE,
        extent=Extent.PARTIAL if OMITTED.search(recorded) else Extent.UNKNOWN,
        agents=header.makers,
        derived_from=_source(references),
        published_in=_published_in(header, document),
        origin=_origin(root, document, content),
        notes=version_notes,
    )
    return Imported(
        importer="frus",
        charset=decoded.charset,
        versions=(version,),
        titles=(Title(text=title, language=LANGUAGE),) if title else (),
        date=_date(document),
        references=references,
        printed_fields=_fields(document),
        findings=decoded.findings + text.findings() + _findings(references, recorded),
    )


def _document(root: Element, content: Content) -> Element:
    """The division asked for, or the only document there is."""
    if content.fragment:
        return selected(root, content)
    if local_name(root) == "div":
        return root
    documents = [one for one in find(root, "//div") if one.get("type") == "document"]
    if len(documents) == 1:
        return documents[0]
    ids = [own for one in documents if (own := one.get(XML_ID))]
    few = ids if len(ids) <= IDS_SHOWN else [*ids[: IDS_SHOWN - 1], "...", ids[-1]]
    shown = f" Its ids: {', '.join(few)}.".replace(", ..., ", " ... ") if ids else ""
    raise UsageError(
        f"{content.name} holds {counted(len(documents), 'document')}: "
        f"name one of them, {content.name}#ID.{shown}"
    )


def _composed(document: Element) -> tuple[TeiText, str]:
    """Compose the text without the heading, and the heading by itself."""
    heads = [one for one in document if local_name(one) == "head"]
    text = TeiText(skipped=frozenset(heads))
    title = TeiText()
    for head in heads[:1]:
        title.inside("", head)
    words, head_notes = title.composer.finished()
    text.sources += title.sources
    for note in head_notes:
        text.composer.note(note.kind, label=note.label, text=note.text)
    text.element(document)
    return text, " ".join(words.split())


def _siglum(root: Element, document: Element) -> str:
    """``frus1961-63v06-d49``: volume and document as the series itself names them."""
    parts = [root.get(XML_ID) or "frus", document.get(XML_ID) or ""]
    joined = "-".join(part for part in dict.fromkeys(parts) if part)
    return re.sub(r"[^A-Za-z0-9]+", "-", joined).strip("-")[:60].strip("-")


def _source(references: tuple[str, ...]) -> tuple[Derivation, ...]:
    if not references:
        return ()
    source = Unheld(description="source text of the editors", reference=references[0])
    return (Derivation(unheld=source, words=references[0]),)


def _published_in(header: Header, document: Element) -> tuple[str, ...]:
    number = document.get("n")
    titles = [title.text for title in header.titles[:1]]
    return tuple(f"{title}, Document {number}" if number else title for title in titles)


def _origin(root: Element, document: Element, content: Content) -> str:
    volume = root.get(XML_ID) if local_name(root) != "div" else None
    own = document.get(XML_ID)
    return f"{volume or content.name}#{own}" if own else volume or content.name


def _date(document: Element) -> PrintedDate | None:
    """The date of the dateline, else the span the editors give in their attributes."""
    for element in find(document, "//dateline//date"):
        return date_of(element)
    days = [
        value.partition("T")[0]
        for name in ("doc-dateTime-min", "doc-dateTime-max")
        if (value := document.get(FRUS + name))
    ]
    return printed_date("/".join(dict.fromkeys(days))) if days else None


def _fields(document: Element) -> tuple[PrintedField, ...]:
    """Who wrote to whom, where the heading marks it."""
    names = {"from": "From", "to": "To", "participant": "Participant"}
    return tuple(
        PrintedField(name=names[kind], value=" ".join("".join(map(str, one.itertext())).split()))
        for head in find(document, "head")
        for one in head.iter()
        if (kind := one.get("type")) in names
        and local_name(one) in ("persName", "gloss", "orgName")
    )


def _findings(references: tuple[str, ...], text: str) -> tuple[Finding, ...]:
    findings = []
    if not references:
        findings.append(
            found("IMP302", "The document has no source note.", place="reference"),
        )
    if any("translat" in reference.lower() for reference in references):
        findings.append(
            found(
                "IMP304", "The source note speaks of a translation: check the kind.", place="kind"
            )
        )
    if OMITTED.search(text):
        findings.append(
            found("IMP305", "The editors left parts out and say so in brackets.", place="extent")
        )
    return tuple(findings)
