"""The header of a document in TEI: what it is, where the original is, who made each version, and
what was done to it.

Archival references stand verbatim, with the parts that are written in them beside; nothing is
completed. What is not known is left out, and of rights it is said that they are not stated.
"""

from collections.abc import Sequence

from lxml import etree

from provtrack.exporters.tei_elements import POINTER, W3C_DATE, add
from provtrack.exporters.xml_text import XML_ID, XML_LANG
from provtrack.model.document import Agent, Document, PrintedDate, Rights, Unheld, Version
from provtrack.model.history import Event
from provtrack.model.names import AgentKind
from provtrack.model.package import WholeDocument
from provtrack.provenance.naming import address_of
from provtrack.references import read_reference
from provtrack.text.languages import language_name


def add_header(root: etree._Element, whole: WholeDocument) -> None:
    """Add the header of a whole document."""
    header = add(root, "teiHeader")
    description = add(header, "fileDesc")
    _add_titles(add(description, "titleStmt"), whole.document)
    _add_publication(add(description, "publicationStmt"), whole)
    _add_notes(description, whole.document)
    source = add(description, "sourceDesc")
    _add_original(source, whole.document)
    if whole.versions:
        _add_witnesses(add(source, "listWit"), whole)
    encoding = add(add(header, "encodingDesc"), "projectDesc")
    add(encoding, "p", f"Written by {whole.events[-1].program or 'provtrack'} from its store.")
    add(
        encoding,
        "p",
        "Paragraphs that answer each other point to each other (corresp), as the recorded "
        "alignments have it; what nothing answers has no pointer.",
    )
    _add_languages(header, whole.versions)
    _add_changes(header, whole)
    etree.indent(header)


def witness_id(siglum: str) -> str:
    """Name a version in the header; an XML name may not begin with a figure, as a siglum may."""
    return f"version-{siglum}"


def _add_titles(statement: etree._Element, document: Document) -> None:
    """Add titles and those who wrote the document."""
    for title in document.titles:
        element = add(statement, "title", title.text)
        if title.language:
            element.set(XML_LANG, title.language)
    if not document.titles:
        add(statement, "title", document.title)
    for agent in document.people:
        add(statement, "author", agent.name)


def _add_publication(statement: etree._Element, whole: WholeDocument) -> None:
    """Add who recorded it, how it is identified, and what is said of rights."""
    add(statement, "authority", whole.events[0].by)
    add(statement, "idno", whole.package.uri, type="URI")
    add(statement, "idno", whole.package.head, type="head")
    availability = add(statement, "availability")
    _add_rights(availability, whole.document.rights)


def _add_rights(parent: etree._Element, rights: Sequence[Rights]) -> None:
    """Add what is said of rights, or that nothing is."""
    for one in rights:
        if one.uri and POINTER.fullmatch(one.uri):
            add(parent, "licence", one.text, target=one.uri)
        else:
            add(parent, "p", one.text)
    if not rights:
        add(parent, "p", "Rights are not stated.")


def _add_notes(description: etree._Element, document: Document) -> None:
    """Add what the page says besides, what it leaves empty, and what is odd in its references."""
    notes = add(description, "notesStmt")
    if document.note:
        add(notes, "note", document.note)
    for field in document.printed_fields:
        words = f"{field.name}: {field.value}" if field.value else f"{field.name}: nothing printed"
        add(notes, "note", words, type="printed-field")
    for verbatim in document.references:
        for finding in read_reference(verbatim).findings:
            add(notes, "note", finding.message, type="finding", n=finding.code)
    if not len(notes):
        description.remove(notes)


def _add_original(source: etree._Element, document: Document) -> None:
    """Describe the original: its references as printed, its sort, its date."""
    description = add(source, "msDesc")
    identifier = add(description, "msIdentifier")
    for number, verbatim in enumerate(document.references or ("",)):
        place = identifier if number == 0 else add(identifier, "altIdentifier")
        _add_reference(place, verbatim)
    words = [document.type or "Document"]
    if document.invented:
        words.append("invented: a specimen")
    contents = add(description, "msContents")
    add(contents, "summary", "; ".join(words))
    if document.date is not None:
        origin = add(add(description, "history"), "origin")
        _add_date(add(origin, "p"), document.date)


def _add_reference(place: etree._Element, verbatim: str) -> None:
    """Add a reference verbatim, with the repository and the parts that are written in it."""
    reference = read_reference(verbatim) if verbatim else None
    if reference is None:
        add(place, "idno", "No archival reference is recorded.", type="none")
        return
    if reference.repository is not None:
        add(place, "repository", reference.repository.name)
    idno = add(place, "idno", verbatim, type="verbatim")
    for name, value in reference.parts:
        add(idno, "idno", value, type=name)
    for leaves in reference.leaves:
        words = f"{leaves.start}-{leaves.end}" if leaves.end else leaves.start
        add(idno, "idno", words, type="leaves")
    if len(idno):
        idno.text, idno[-1].tail = None, None
        idno.insert(0, _verbatim(idno, verbatim))


def _verbatim(idno: etree._Element, verbatim: str) -> etree._Element:
    """Make the element that has the words themselves, where their parts stand beside."""
    element = add(idno, "idno", verbatim, type="verbatim")
    idno.set("type", "reference")
    return element


def _add_date(parent: etree._Element, date: PrintedDate) -> None:
    """Add a date in the words printed; as a number too where XML knows how to write it."""
    element = add(parent, "origDate", date.verbatim or date.edtf or "")
    if date.edtf and W3C_DATE.fullmatch(date.edtf):
        element.set("when", date.edtf)


def _add_witnesses(parent: etree._Element, whole: WholeDocument) -> None:
    """List the versions: what each is, who made it, and from what."""
    for version in whole.versions:
        witness = add(parent, "witness", n=version.siglum)
        witness.set(XML_ID, witness_id(version.siglum))
        bibl = add(witness, "bibl")
        add(bibl, "title", version.title.text if version.title else whole.document.title)
        for agent in version.agents:
            _add_responsibility(bibl, agent)
        for place in version.published_in:
            add(bibl, "publisher", place)
        for source in version.derived_from:
            words = source.version or (_unheld_in_words(source.unheld) if source.unheld else "")
            add(bibl, "note", words, type="derived-from", subtype=source.certainty)
        add(bibl, "note", f"{version.kind}; extent: {version.extent}", type="kind")
        for kind, said in (("origin", version.origin), ("remark", version.note)):
            if said:
                add(bibl, "note", said, type=kind)
        if version.retracted:
            add(bibl, "note", version.retracted, type="retracted")
        for one in version.rights:
            add(bibl, "note", one.text, type="rights")
        add(bibl, "idno", f"{version.siglum}@{version.revision}", type="revision")
        add(bibl, "idno", version.text_sha256, type="sha256")


def _unheld_in_words(unheld: Unheld) -> str:
    """Say what is not held, who made or obtained it, and what it was made from."""
    words = [f"{unheld.description} (not held)"]
    words += [address_of(unheld.reference)] if unheld.reference else []
    words += [f"{agent.role} by {agent.name}" for agent in unheld.agents]
    words += [f"from: {_unheld_in_words(source)}" for source in unheld.derived_from]
    return "; ".join(words)


def _add_responsibility(parent: etree._Element, agent: Agent) -> None:
    """Say what an agent did."""
    statement = add(parent, "respStmt")
    add(statement, "resp", agent.role)
    words = f"{agent.name} {agent.program_version}" if agent.program_version else agent.name
    name = add(statement, "name", words)
    if agent.kind is not AgentKind.UNKNOWN:
        name.set("type", agent.kind)


def _add_languages(header: etree._Element, versions: Sequence[Version]) -> None:
    """List the languages of the versions."""
    tags = dict.fromkeys(version.language for version in versions)
    if tags:
        usage = add(add(header, "profileDesc"), "langUsage")
        for tag in tags:
            add(usage, "language", language_name(tag), ident=tag)


def _add_changes(header: etree._Element, whole: WholeDocument) -> None:
    """List the events, the newest first."""
    changes = add(header, "revisionDesc")
    pairs = zip(whole.events, whole.package.heads, strict=True)
    for event, head in reversed(list(pairs)):
        _add_change(changes, event, head)


def _add_change(changes: etree._Element, event: Event, head: str) -> None:
    """Say who did what, when and why."""
    change = add(changes, "change", n=str(event.number), when=event.when, status=event.kind)
    what = " ".join((event.kind, *event.versions))
    change.text = f"{what}, by "
    name = add(change, "name", event.by)
    name.tail = f": {event.reason} " if event.reason else " "
    add(change, "idno", head, type="head")
