"""TEI P5: the body as recorded text, the header as metadata.

Paragraphs, headings, list items, table cells are paragraphs; a stanza is one paragraph with its
lines. Front and back matter are left out and counted. ``FILE.xml#ID`` reads one division.
"""

import re

from provtrack.errors import FormatError, UsageError
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.sigla import siglum_for
from provtrack.importers.tei_header import Header, find, header_of
from provtrack.importers.tei_text import XML_ID, TeiText
from provtrack.importers.xml_reading import Element, local_name, parse_xml, plain_text
from provtrack.model.document import Derivation, Note, Unheld
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Role, VersionKind
from provtrack.text.plurals import counted

NAMESPACE = b"http://www.tei-c.org/ns/1.0"
ROOT = re.compile(rb"<(?:\w+:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]")
PARTS = frozenset(["text", "body", "front", "back", "group", "p", "ab", "lg", "list"])
PARTS |= {"div", *(f"div{level}" for level in range(1, 8))}
START = 8192  # bytes in which the root element is to be found, behind comments


def recognises(content: Content) -> bool:
    """Whether the content is XML with a TEI root or the TEI namespace."""
    start = content.data[:START].replace(b"\x00", b"")
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<") and (
        bool(ROOT.search(start)) or NAMESPACE in start
    )


def read(content: Content) -> Imported:
    """Read a TEI document, or one division of it, into one version.

    Raises:
        FormatError: Not TEI, or without text.
        UsageError: No element has the id asked for.
    """
    root, decoded = parse_xml(content)
    header = header_of(root)
    text = TeiText()
    parts = [selected(root, content)] if content.fragment else _bodies(root, content.name)
    for part in parts:
        text.element(part)
    recorded, version_notes = text.composer.finished()
    references = tuple(dict.fromkeys((*header.references, *text.sources)))
    return Imported(
        importer="tei",
        charset=decoded.charset,
        versions=(_version(header, recorded, references, version_notes),),
        titles=header.titles,
        date=header.date,
        people=header.people,
        references=references,
        rights=header.rights,
        findings=decoded.findings + text.findings() + _outside(root, content),
    )


def selected(root: Element, content: Content) -> Element:
    """The element with the id that stands after ``#`` in the path.

    Raises:
        UsageError: There is none; the message names some that are there.
    """
    ids: list[str] = []
    for element in root.iter():
        own = element.get(XML_ID)
        if own == content.fragment:
            return element
        if own and local_name(element).startswith("div"):
            ids.append(own)
    some = f" There are: {', '.join(ids[:8])} ..." if ids else ""
    raise UsageError(f"no element of {content.name} has the id {content.fragment!r}.{some}")


def _bodies(root: Element, name: str) -> list[Element]:
    """The bodies of all texts; a division alone is its own body."""
    if local_name(root) not in ("TEI", "TEI.2", "teiCorpus"):
        if local_name(root) not in PARTS:
            raise FormatError(
                f"cannot read {name} as TEI: its root element is {local_name(root)!r}."
            )
        return [root]
    bodies = find(root, "//body")
    outer = [
        one for one in bodies if not any(local_name(up) == "body" for up in one.iterancestors())
    ]
    if not outer:
        raise FormatError(f"cannot read {name} as TEI: it has no text (no body element).")
    return outer


def _version(
    header: Header, text: str, references: tuple[str, ...], notes: tuple[Note, ...]
) -> ImportedVersion:
    """Make the version; a translation if the header names who translated."""
    translators = [agent for agent in header.makers if agent.role is Role.TRANSLATED]
    transcribers = [agent for agent in header.makers if agent.role is Role.TRANSCRIBED]
    kind = (
        VersionKind.TRANSLATION
        if translators
        else VersionKind.TRANSCRIPTION
        if transcribers
        else None
    )
    original = Unheld(description="original", reference=references[0]) if references else None
    names = tuple(agent.name for agent in translators or transcribers)
    return ImportedVersion(
        text=text,
        siglum=siglum_for(header.language, names) if header.language else None,
        kind=kind,
        language=header.language,
        agents=header.makers,
        derived_from=(Derivation(unheld=original),) if original else (),
        published_in=header.published_in,
        origin=header.origin,
        notes=notes,
    )


def _outside(root: Element, content: Content) -> tuple[Finding, ...]:
    """Count what stands in front and back matter, which is not read."""
    if content.fragment:
        return ()
    counts = {
        name: sum(len(plain_text(one)) for one in find(root, f"//text/{name}"))
        for name in ("front", "back")
    }
    parts = [
        f"{name} matter ({counted(count, 'character')})" for name, count in counts.items() if count
    ]
    return (found("IMP201", f"Not read: {', '.join(parts)}."),) if parts else ()
