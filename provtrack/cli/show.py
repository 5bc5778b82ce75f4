"""``provtrack show``: a document or a version, with what is odd and what is missing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from provtrack.cli.consoles import print_findings, stdout, write_bytes
from provtrack.cli.json_output import print_json
from provtrack.cli.options import Format, TextFormat

if TYPE_CHECKING:
    from provtrack.model.document import Document, Version
    from provtrack.model.provenance import ProvenanceChain
    from provtrack.store import Holdings

LABEL_WIDTH = 14


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("show")(show)


def show(
    name: Annotated[
        str, typer.Argument(metavar="DOCUMENT[:SIGLUM[@REVISION]]", help="What to show.")
    ],
    text: Annotated[
        bool, typer.Option("--text", help="Print the recorded text of the version, nothing else.")
    ] = False,
    format: Format = TextFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show what is recorded, how it came about, what is odd and what is missing.

    Example: [bold]provtrack show oder-1962:E1 --text[/bold]
    """
    from provtrack.config import find_project
    from provtrack.errors import UsageError
    from provtrack.provenance import chain_of
    from provtrack.store import Store, holdings_of, parse_version_name

    document, _, siglum = name.partition(":")
    store = Store.open(find_project(Path.cwd()).versions)
    holdings = holdings_of(store, document)
    if siglum:
        parsed = parse_version_name(name)
        version = holdings.version(parsed.siglum, parsed.revision)
        if text:
            write_bytes(holdings.text(version.siglum, version.revision).encode())
        elif format is TextFormat.JSON:
            print_json(version)
        else:
            _print_version(version, holdings)
        return
    if text:
        raise UsageError(f"--text needs a version: {document}:SIGLUM.")
    chain = chain_of(holdings.document, tuple(holdings.versions.values()))
    if format is TextFormat.JSON:
        versions = list(holdings.versions.values())
        print_json({"document": holdings.document, "versions": versions, "chain": chain})
    else:
        _print_document(holdings, chain)


def _print_document(holdings: "Holdings", chain: "ProvenanceChain") -> None:
    """Print metadata, versions, chain, and what is odd."""
    document = holdings.document
    console = stdout()
    console.print(document.title, style="bold")
    if document.invented:
        console.print("INVENTED: a specimen, not a historical document.", style="bold magenta")
    _print_metadata(document)
    console.print("\nVersions", style="bold")
    for version in holdings.versions.values():
        _line(f"{version.siglum}@{version.revision}", _version_words(version), indent=2)
    console.print("\nWhere it comes from", style="bold")
    labels = {link.id: link for link in chain.links}
    for link in chain.links:
        details = "; ".join(link.details)
        held = "" if link.held else "[not held] "
        console.print(f"  {held}{link.label}" + (f" ({details})" if details else ""))
        for step in (step for step in chain.steps if step.source == link.id):
            who = ", ".join(agent.name for agent in step.agents)
            by = f" by {who}" if who else ""
            sure = "" if step.certainty == "stated" else f" ({step.certainty})"
            console.print(f"      -> {step.act}{by}{sure}: {labels[step.result].label}")
    if chain.flags:
        console.print("\nOdd or missing", style="bold")
        print_findings(console, chain.flags)


def _print_metadata(document: "Document") -> None:
    """Print the fields of a document, one a line; what is missing is said."""
    _line("Document", document.id)
    if document.date:
        printed = f" (printed: {document.date.verbatim})" if document.date.verbatim else ""
        _line("Date", (document.date.edtf or "not readable") + printed)
    else:
        _line("Date", "not recorded")
    for reference in document.references or ("not recorded",):
        _line("Reference", reference)
    for agent in document.people:
        _line(agent.role.capitalize(), agent.name)
    if document.type:
        _line("Type", document.type)
    for rights in document.rights:
        _line("Rights", rights.text)
    for field in document.printed_fields:
        missing = "printed without a value" if field.value is None else field.value
        _line(field.name, missing)
    if document.note:
        _line("Note", document.note)


def _print_version(version: "Version", holdings: "Holdings") -> None:
    """Print one version's metadata and the beginning of its text."""
    console = stdout()
    console.print(f"{holdings.document.id}:{version.siglum}@{version.revision}", style="bold")
    _line("Version", _version_words(version))
    if version.title:
        _line("Title", version.title.text)
    for agent in version.agents:
        _line(agent.role.capitalize(), agent.name)
    for derivation in version.derived_from:
        source = derivation.version or (
            f"{derivation.unheld.description} (not held)" if derivation.unheld else ""
        )
        _line("Derived from", f"{source}, {derivation.certainty}")
    for place in version.published_in:
        _line("Published in", place)
    if version.origin:
        _line("Origin", version.origin)
    if version.source:
        charset = f", {version.source.charset}" if version.source.charset else ""
        _line("Source file", f"{version.source.name} ({version.source.importer}{charset})")
    _line("Text sha256", version.text_sha256)
    if version.note:
        _line("Note", version.note)
    if version.retracted:
        _line("Retracted", version.retracted)


def _version_words(version: "Version") -> str:
    """Say in words what a version is."""
    who = ", ".join(f"{agent.role} by {agent.name}" for agent in version.agents)
    words = f"{version.kind}, {version.language}, extent {version.extent}"
    return words + (f", {who}" if who else "") + (", RETRACTED" if version.retracted else "")


def _line(label: str, value: str, *, indent: int = 0) -> None:
    """Print a label and its value."""
    line = Text(" " * indent)
    line.append(f"{label:<{LABEL_WIDTH}}  ", style="dim")
    line.append(value)
    stdout().print(line)
