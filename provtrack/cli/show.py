"""``provtrack show``: a document or a version, with what is odd and what is missing."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from provtrack.cli.chain_table import chain_table
from provtrack.cli.consoles import fields, print_findings, stdout, write_bytes
from provtrack.cli.json_output import print_json
from provtrack.cli.options import Format, TextFormat

if TYPE_CHECKING:
    from provtrack.model.document import Derivation, Document, Version
    from provtrack.model.provenance import ProvenanceChain
    from provtrack.store import Holdings


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

    document, colon, _ = name.partition(":")
    store = Store.open(find_project(Path.cwd()).versions)
    holdings = holdings_of(store, document)
    if colon:
        parsed = parse_version_name(name)
        version = holdings.version(parsed.siglum, parsed.revision)
        if text:
            write_bytes(holdings.text(version.siglum, version.revision).encode())
        elif format is TextFormat.JSON:
            holdings.text(
                version.siglum, version.revision
            )  # a damaged text is said, not passed over
            print_json(version)
        else:
            holdings.text(version.siglum, version.revision)
            _print_version(version, holdings)
        return
    if text:
        raise UsageError(f"--text needs a version: {document}:SIGLUM.")
    texts = {name: holdings.text(name) for name in holdings.versions}
    chain = chain_of(holdings.document, tuple(holdings.versions.values()), texts=texts)
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
    console.print(_metadata(document))
    console.print("\nVersions", style="bold")
    grid = fields()
    for version in holdings.versions.values():
        grid.add_row(f"{version.siglum}@{version.revision}", _version_words(version))
    console.print(grid)
    console.print("\nWhere it comes from", style="bold")
    console.print(chain_table(chain))
    if chain.flags:
        console.print("\nOdd or missing", style="bold")
        print_findings(console, chain.flags)


def _metadata(document: "Document") -> Table:
    """Lay out the fields of a document, one a row; what is missing is said."""
    grid = fields()
    grid.add_row("Document", document.id)
    if document.date:
        printed = f" (printed: {document.date.verbatim})" if document.date.verbatim else ""
        grid.add_row("Date", (document.date.edtf or "not readable") + printed)
    else:
        grid.add_row("Date", "not recorded")
    for reference in document.references or ("not recorded",):
        grid.add_row("Reference", reference)
    for agent in document.people:
        grid.add_row(agent.role.capitalize(), agent.name)
    if document.type:
        grid.add_row("Type", document.type)
    for rights in document.rights:
        grid.add_row("Rights", rights.text)
    for field in document.printed_fields:
        missing = "printed without a value" if field.value is None else field.value
        grid.add_row(field.name, missing)
    if document.note:
        grid.add_row("Note", document.note)
    return grid


def _print_version(version: "Version", holdings: "Holdings") -> None:
    """Print one version's metadata."""
    console = stdout()
    console.print(f"{holdings.document.id}:{version.siglum}@{version.revision}", style="bold")
    grid = fields()
    grid.add_row("Version", _version_words(version))
    if version.title:
        grid.add_row("Title", version.title.text)
    for agent in version.agents:
        grid.add_row(agent.role.capitalize(), agent.name)
    for derivation in version.derived_from:
        grid.add_row("Derived from", _derivation_words(derivation))
    for place in version.published_in:
        grid.add_row("Published in", place)
    if version.origin:
        grid.add_row("Origin", version.origin)
    if version.source:
        charset = f", {version.source.charset}" if version.source.charset else ""
        grid.add_row("Source file", f"{version.source.name} ({version.source.importer}{charset})")
    grid.add_row("Text sha256", version.text_sha256)
    for label, words in (("Note", version.note), ("Retracted", version.retracted)):
        if words:
            grid.add_row(label, words)
    console.print(grid)


def _derivation_words(derivation: "Derivation") -> str:
    """Say what a version was made from, and how that is known."""
    if derivation.unheld:
        source = f"{derivation.unheld.description} (not held)"
    else:
        source = derivation.version or ""
    return f"{source}, {derivation.certainty}"


def _version_words(version: "Version") -> str:
    """Say in words what a version is."""
    who = ", ".join(f"{agent.role} by {agent.name}" for agent in version.agents)
    words = f"{version.kind}, {version.language}, extent {version.extent}"
    return words + (f", {who}" if who else "") + (", RETRACTED" if version.retracted else "")
