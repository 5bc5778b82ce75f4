"""A document as EAD3: a finding aid of one item, to be taken into an archive's own.

The reference is the `unitid` (a damaged one as it is written), with the printed words in a note;
each version stands under `altformavail`, rights under `userestrict`, every event in the
maintenance history. What the archive itself describes (levels above, extent) is left to it. Encoded
Archival Description, version EAD3: https://www.loc.gov/ead/. Entry point: `document_to_ead`.
"""

from lxml import etree

from provtrack.exporters.xml_text import to_bytes, writable
from provtrack.model.document import Document, Version
from provtrack.model.history import Event
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.package import WholeDocument
from provtrack.references import read_reference
from provtrack.references.written_forms import location_of

EAD = "{http://ead3.archivists.org/schema/}"
AFTER_ALL = "2100"  # the schema of EAD3 knows no later date
EVENT_TYPES = {EventKind.RECORD: "created", EventKind.IMPORT: "derived"}


def document_to_ead(whole: WholeDocument) -> bytes:
    """Write a document as one EAD3 file."""
    root = etree.fromstring(f'<ead xmlns="{EAD[1:-1]}"/>')
    _add_control(_add(root, "control"), whole)
    description = _add(root, "archdesc", level="item")
    _add_identification(_add(description, "did"), whole)
    if whole.versions:
        forms = _add(description, "altformavail")
        listed = _add(forms, "list")
        for version in whole.versions:
            _add(listed, "item", _version_in_words(version))
    if whole.document.rights:
        restrictions = _add(description, "userestrict")
        for one in whole.document.rights:
            _add(restrictions, "p", " ".join(filter(None, (one.text, one.uri))))
    etree.indent(root)
    return to_bytes(root)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of EAD3."""
    child = etree.SubElement(parent, EAD + name, {k: writable(v) for k, v in attributes.items()})
    if text:
        child.text = writable(text)
    return child


def _add_control(control: etree._Element, whole: WholeDocument) -> None:
    """Say what the record is and what was done to it."""
    _add(control, "recordid", whole.package.uri)
    _add(control, "otherrecordid", whole.package.head, localtype="head")
    titles = _add(_add(control, "filedesc"), "titlestmt")
    _add(titles, "titleproper", whole.document.title)
    _add(control, "maintenancestatus", value="derived")
    agency = _add(control, "maintenanceagency")
    _add(agency, "agencyname", whole.events[0].by)
    history = _add(control, "maintenancehistory")
    for event in whole.events:
        _add_event(history, event)


def _add_event(history: etree._Element, event: Event) -> None:
    """Say who did what, when and why."""
    entry = _add(history, "maintenanceevent")
    _add(entry, "eventtype", value=EVENT_TYPES.get(event.kind, "revised"))
    is_known = event.when < AFTER_ALL
    _add(
        entry, "eventdatetime", event.when, **({"standarddatetime": event.when} if is_known else {})
    )
    _add(entry, "agenttype", value="human")
    _add(entry, "agent", event.by)
    what = " ".join((event.kind, *event.versions))
    _add(entry, "eventdescription", f"{what}: {event.reason}" if event.reason else what)


def _add_identification(did: etree._Element, whole: WholeDocument) -> None:
    """Say where the original is, what it is called, its date, its languages, who wrote it."""
    document = whole.document
    for verbatim in document.references:
        _add_reference(did, verbatim)
    for title in [title.text for title in document.titles] or [document.title]:
        _add(did, "unittitle", title)
    if document.date is not None:
        words = document.date.verbatim or document.date.edtf or ""
        _add(
            did, "unitdate", words, **({"normal": document.date.edtf} if document.date.edtf else {})
        )
    _add_people(did, document)
    # Only a transcription is in the language of the original; a translation says nothing of it.
    tags = dict.fromkeys(
        one.language for one in whole.versions if one.kind is VersionKind.TRANSCRIPTION
    )
    if tags:
        materials = _add(did, "langmaterial")
        for tag in tags:
            _add(materials, "language", tag)
    if document.type:
        _add(did, "physdesc", document.type)
    for verbatim in document.references:
        note = _add(did, "didnote", verbatim)
        note.set("label", "Reference as printed")
    if document.invented:
        _add(did, "didnote", "Invented: a specimen, no historical source.")


def _add_reference(did: etree._Element, verbatim: str) -> None:
    """Add repository and unit of a reference, from the parts that are written in it."""
    reference = read_reference(verbatim)
    if reference.repository is not None:
        corporation = _add(_add(did, "repository"), "corpname")
        _add(corporation, "part", reference.repository.name)
    _add(did, "unitid", location_of(reference) or verbatim)


def _add_people(did: etree._Element, document: Document) -> None:
    """Say who wrote the document."""
    if document.people:
        origination = _add(did, "origination")
        for name in dict.fromkeys(agent.name for agent in document.people):
            _add(_add(origination, "name"), "part", name)


def _version_in_words(version: Version) -> str:
    """Say what a version is, who made it and where it was published."""
    words = [f"{version.siglum}: {version.kind}, {version.language}"]
    words += [f"{agent.role} by {agent.name}" for agent in version.agents]
    words += [f"published in {place}" for place in version.published_in]
    if version.retracted:
        words.append(f"retracted: {version.retracted}")
    return "; ".join(words)
