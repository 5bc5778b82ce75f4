"""``provtrack record``: one version, a page that holds several, or a catalogue of thousands."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import print_findings, stderr, stdout, table, with_progress
from provtrack.cli.options import By, NoLexicon, now, who_acts

if TYPE_CHECKING:
    from provtrack.recording import RecordingPlan
    from provtrack.store import Store

SOME_FAILED = 3
NOT_OF_A_CATALOGUE = "the options of one version do not go with --catalogue: leave out {}."


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("record")(record)


def record(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="The text, or a page that holds it.")
    ] = None,
    document: Annotated[str | None, typer.Option(metavar="ID", help="The document's id.")] = None,
    siglum: Annotated[
        str | None, typer.Option(metavar="S", help="Short name of the version: R, E1.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND", help="transcription, translation, excerpt, edition or abstract."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="TAG", help="BCP 47: ru, en-GB, zh-Hans.")
    ] = None,
    extent: Annotated[
        str | None, typer.Option(metavar="E", help="complete, partial or unknown.")
    ] = None,
    derived_from: Annotated[
        list[str] | None, typer.Option(metavar="SIGLUM", help="A recorded version it is made from.")
    ] = None,
    derived_from_unheld: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="What it is made from and is not held, in words."),
    ] = None,
    certainty: Annotated[
        str | None,
        typer.Option(
            metavar="C", help="How it is known what it is made from: stated, inferred, unknown."
        ),
    ] = None,
    derived_words: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The words that state what it is made from.")
    ] = None,
    agent: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROLE=NAME",
            help="Who did what: translated='Anna Petrova'; recognised='program: Lector (4.1)'.",
        ),
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="EDTF", help="The document's date: 1962-11-02.")
    ] = None,
    reference: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Archival reference as printed.")
    ] = None,
    published_in: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Where this version was published.")
    ] = None,
    type: Annotated[  # noqa: A002 - the option's name
        str | None, typer.Option(metavar="TEXT", help="What the document is: Diary entry.")
    ] = None,
    origin: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where the file came from.")
    ] = None,
    rights: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Rights, in the words printed.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The document's title.")] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A note on this version.")
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(metavar="NAME", help="How to read it: text, markdown, html, docx, tei, ..."),
    ] = None,
    charset: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Character set, where it cannot be told: cp1251."),
    ] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Metadata: CSL-JSON (Zotero) or JSON-LD (Tropy)."),
    ] = None,
    invented: Annotated[
        bool, typer.Option("--invented", help="The document is made up; said wherever it is shown.")
    ] = False,
    catalogue: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Record every row of a CSV, JSONL or TOML table."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what was read, what is odd; write nothing.")
    ] = False,
    no_lexicon: NoLexicon = False,
    by: By = None,
) -> None:
    """Record a version with where it comes from. A page that tells the rest needs --document only.

    Example: [bold]provtrack record page.html --document benediktov-1962[/bold]

    Example: [bold]provtrack record e1.txt --document oder-1962 --siglum E1 --kind translation
    --language en --derived-from R --agent translated="Anna Petrova"[/bold]
    """
    from provtrack.errors import UsageError

    given: dict[str, str | list[str] | None] = {
        "document": document,
        "siglum": siglum,
        "kind": kind,
        "language": language,
        "extent": extent,
        "derived_from": derived_from,
        "derived_from_unheld": derived_from_unheld,
        "certainty": certainty,
        "derived_words": derived_words,
        "agent": agent,
        "date": date,
        "reference": reference,
        "published_in": published_in,
        "type": type,
        "origin": origin,
        "rights": rights,
        "title": title,
        "note": note,
        "format": format,
        "charset": charset,
        "invented": "yes" if invented else None,
    }
    said = {name: value for name, value in given.items() if value}
    if catalogue is not None:
        if said or file or metadata:
            names = ["FILE"] * bool(file) + ["--" + name.replace("_", "-") for name in said]
            names += ["--metadata"] * bool(metadata)
            raise UsageError(NOT_OF_A_CATALOGUE.format(", ".join(names)))
        _record_catalogue(catalogue, by=by, dry_run=dry_run, no_lexicon=no_lexicon)
        return
    if file is None:
        raise UsageError("name a FILE to record, or a table of many with --catalogue.")
    _record_one(file, said, metadata=metadata, by=by, dry_run=dry_run, no_lexicon=no_lexicon)


def _record_one(
    file: Path,
    said: Mapping[str, str | list[str]],
    *,
    metadata: Path | None,
    by: str | None,
    dry_run: bool,
    no_lexicon: bool,
) -> None:
    """Show what was read of a file, and record it."""
    from provtrack.lexicons import Lexicons
    from provtrack.recording import plan_recording, read_options
    from provtrack.recording import record as record_plan

    options = read_options(said)
    store, configured = _open_here()
    plan = plan_recording(store, file, options, metadata=metadata)
    _print_plan(plan)
    if dry_run:
        stderr().print("Nothing was written (--dry-run).")
        return
    lexicons = None if no_lexicon else Lexicons(store)
    who = who_acts(by, configured)
    recorded = record_plan(store, plan, by=who, when=now(), lexicons=lexicons)
    stderr().print(f"Recorded. Head of {plan.document.id}: {recorded.head[:12]}")


def _open_here() -> tuple["Store", str | None]:
    """Open the store around this folder, and say who records in it."""
    from provtrack.config import find_project
    from provtrack.recording import open_store

    project = find_project(Path.cwd())
    return open_store(project), project.settings.by


def _print_plan(plan: "RecordingPlan") -> None:
    """Print what was read: document, versions, what is odd or missing."""
    from provtrack.text.paragraphs import paragraphs_of

    console = stdout()
    console.print(f"{plan.document.id}: {plan.document.title}", style="bold")
    if plan.document.date:
        console.print(f"dated {plan.document.date.edtf or plan.document.date.verbatim}")
    for reference in plan.document.references:
        console.print(f"reference {reference}")
    grid = table("Version", "Kind", "Language", "Paragraphs", "Characters", "Read as")
    for planned in plan.versions:
        version = planned.version
        source = version.source
        read_as = ", ".join(filter(None, [source.importer, source.charset])) if source else ""
        paragraphs = str(len(paragraphs_of(planned.text)))
        name = f"{version.siglum}@{version.revision}"
        size = f"{len(planned.text):,}"
        grid.add_row(name, version.kind, version.language, paragraphs, size, read_as)
    console.print(grid)
    print_findings(console, plan.findings)


def _record_catalogue(path: Path, *, by: str | None, dry_run: bool, no_lexicon: bool) -> None:
    """Record the rows of a catalogue; those held already are passed over."""
    from provtrack.importers.catalogue import read_catalogue
    from provtrack.lexicons import Lexicons
    from provtrack.recording import RowState, record_rows

    rows = read_catalogue(path)
    if dry_run:
        stdout().print(f"{path}: {len(rows)} rows, all readable. Nothing was written (--dry-run).")
        return
    store, configured = _open_here()
    who = who_acts(by, configured)
    lexicons = None if no_lexicon else Lexicons(store)
    outcomes = record_rows(store, rows, folder=path.parent, by=who, when=now(), lexicons=lexicons)
    counts = dict.fromkeys(RowState, 0)
    for outcome in with_progress(outcomes, total=len(rows), words="Recording"):
        counts[outcome.state] += 1
        if outcome.fault:
            stderr().print(f"row {outcome.number} ({outcome.label}): {outcome.fault}", style="red")
    stdout().print(
        f"{counts[RowState.RECORDED]} recorded, {counts[RowState.HELD]} held already, "
        f"{counts[RowState.FAULTY]} not recorded."
    )
    if counts[RowState.FAULTY]:
        raise typer.Exit(SOME_FAILED)
