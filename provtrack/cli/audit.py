"""``provtrack audit``: what a publication quotes and cites, against the sources."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import counting, put_out, stdout, tell, with_progress
from provtrack.cli.options import Charset, Force, format_of

if TYPE_CHECKING:
    from provtrack.checking import AuditRequest
    from provtrack.model.audit import AuditFinding, AuditReport


class AuditFormat(StrEnum):
    """How an audit is written."""

    TEXT = "text"
    HTML = "html"
    JSON = "json"
    SARIF = "sarif"
    CSV = "csv"
    WEB_ANNOTATION = "web-annotation"
    DOCX = "docx"


class FailOn(StrEnum):
    """From which severity the program ends with an error."""

    NEVER = "never"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Tracked(StrEnum):
    """How tracked changes are read."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


ENDINGS = {"txt": "text", "htm": "html"}
FAILED = 1
# Of the pieces of a line; a difference is told by more than its colour.
STYLES = {
    "plain": "",
    "name": "bold",
    "error": "bold red",
    "warning": "yellow",
    "note": "dim",
    "source": "red strike",
    "quoted": "green underline",
}


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("audit")(audit)


def audit(
    publications: Annotated[
        list[Path],
        typer.Argument(
            metavar="PUBLICATION...", help="Files: md, docx, odt, pdf, html, tex, xml, txt."
        ),
    ],
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against", metavar="DIR|DOCUMENT", help="A folder of files, or a document; else all."
        ),
    ] = None,
    catalogue: Annotated[
        Path | None,
        typer.Option("--catalogue", metavar="FILE", help="What the files of the folder are."),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        AuditFormat | None,
        typer.Option("--format", help="For a person (text), or data; else told by --output."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="FILE", help="Write to this file; several DOCX: a folder."
        ),
    ] = None,
    set_aside: Annotated[
        Path | None,
        typer.Option(
            "--set-aside", metavar="FILE", help="Findings set aside: fingerprint, reason."
        ),
    ] = None,
    tracked: Annotated[
        Tracked, typer.Option("--tracked", help="How tracked changes of DOCX and ODT are read.")
    ] = Tracked.ACCEPTED,
    charset: Charset = None,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="JSON of an earlier audit: what is new?"),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on; or never.")
    ] = FailOn.ERROR,
    force: Force = False,
) -> None:
    """Check every quotation and every reference of a publication against the sources.

    What could not be checked is said too. Nothing is written but --output, and the index of what is
    searched, if there is a project to keep it in. With --baseline only new findings count for
    --fail-on.

    Example: [bold]provtrack audit chapter-3.docx --against oder-1962[/bold]
    """
    from provtrack.checking import AuditRequest, audit_files

    def shown(paths: Sequence[Path]) -> Iterator[Path]:
        return with_progress(paths, total=len(paths), words="Auditing")

    request = AuditRequest(
        publications=publications,
        against=against or (),
        catalogue=catalogue,
        set_aside=set_aside,
        charset=charset,
        before_changes=tracked is Tracked.ORIGINAL,
        baseline=baseline,
    )
    with counting("Indexing") as step:
        report = audit_files(request, Path.cwd(), tell=tell, progress=shown, step=step)
    chosen = format or format_of(output, AuditFormat.TEXT, ENDINGS)
    if chosen is AuditFormat.TEXT and output is None and sys.stdout.isatty():
        _show(report)
    elif chosen is AuditFormat.DOCX:
        _give_back(report, request, output, force=force)
    else:
        put_out(_written(report, chosen), output, force=force)
    if fail_on is not FailOn.NEVER and _has(report.findings, fail_on):
        raise typer.Exit(FAILED)


def _written(report: "AuditReport", chosen: AuditFormat) -> bytes:
    """Write a report in a format."""
    from provtrack.exporters import AUDIT_FORMATS
    from provtrack.reporting import render_audit

    if chosen is AuditFormat.HTML:
        return render_audit(report).encode(errors="backslashreplace")
    return AUDIT_FORMATS[chosen](report)


def _give_back(
    report: "AuditReport", request: "AuditRequest", output: Path | None, *, force: bool
) -> None:
    """Write the audited Word files with comments: one to a file, several into a folder."""
    from provtrack.checking import commented_publications
    from provtrack.errors import UsageError
    from provtrack.exporters.writing import write_folder

    files = commented_publications(report, request)
    if len(request.publications) == 1:
        (data,) = files.values()
        put_out(data, output, force=force)
    elif output is None:
        raise UsageError("several Word files are written: name a new folder with --output.")
    else:
        named = {f"{one.removesuffix('.docx')}.audited.docx": files[one] for one in files}
        write_folder(output, {one.replace("/", "_"): data for one, data in named.items()})


def _show(report: "AuditReport") -> None:
    """Show a report on a terminal, in colour, with the lines of a finding under each other."""
    from rich.padding import Padding
    from rich.text import Text

    from provtrack.exporters.audit_text import audit_lines, marked

    console = stdout()
    for line in audit_lines(report):
        shown = Text()
        for style, words in line:
            told = marked(style, words) if console.no_color else words
            shown.append(console.render_str(told).plain, STYLES[style])
        plain = shown.plain
        indent = len(plain) - len(plain.lstrip())
        console.print(Padding(shown[indent:], (0, 0, 0, indent)) if plain else "")


def _has(findings: Sequence["AuditFinding"], level: FailOn) -> bool:
    """Tell whether a finding that is not set aside, nor known, is at least so severe."""
    levels = list(FailOn)
    return any(
        levels.index(FailOn(one.severity.value)) >= levels.index(level)
        for one in findings
        if not one.suppressed and one.novelty != "unchanged"
    )
