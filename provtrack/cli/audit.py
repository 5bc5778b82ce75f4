"""``provtrack audit``: what a publication quotes and cites, against the sources."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import put_out, tell, with_progress
from provtrack.cli.options import Force, format_of

if TYPE_CHECKING:
    from provtrack.model.audit import AuditFinding


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


ENDINGS = {"txt": "text", "htm": "html"}
FAILED = 1


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("audit")(audit)


def audit(
    publications: Annotated[
        list[Path],
        typer.Argument(metavar="PUBLICATION...", help="Files: md, docx, html, tex, xml, txt."),
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
        Path | None, typer.Option("--output", metavar="FILE", help="Write to this file.")
    ] = None,
    set_aside: Annotated[
        Path | None,
        typer.Option(
            "--set-aside", metavar="FILE", help="Findings set aside: fingerprint, reason."
        ),
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="End with 1 where a finding is so severe.")
    ] = FailOn.NEVER,
    force: Force = False,
) -> None:
    """Check every quotation and every reference of a publication against the sources.

    What could not be checked is said too. Nothing is written but --output.

    Example: [bold]provtrack audit chapter-3.docx --against oder-1962[/bold]
    """
    from provtrack.checking import AuditRequest, audit_files, commented_publication
    from provtrack.exporters import AUDIT_FORMATS
    from provtrack.reporting import render_audit

    def shown(paths: Sequence[Path]) -> Iterator[Path]:
        return with_progress(paths, total=len(paths), words="Auditing")

    request = AuditRequest(
        publications=publications,
        against=against or (),
        catalogue=catalogue,
        set_aside=set_aside,
    )
    report = audit_files(request, Path.cwd(), tell=tell, progress=shown)
    chosen = format or format_of(output, AuditFormat.TEXT, ENDINGS)
    if chosen is AuditFormat.HTML:
        content = render_audit(report).encode(errors="backslashreplace")
    elif chosen is AuditFormat.DOCX:
        content = commented_publication(report, request)
    else:
        content = AUDIT_FORMATS[chosen](report)
    put_out(content, output, force=force)
    if fail_on is not FailOn.NEVER and _has(report.findings, fail_on):
        raise typer.Exit(FAILED)


def _has(findings: Sequence["AuditFinding"], level: FailOn) -> bool:
    """Tell whether a finding that is not set aside is at least so severe."""
    levels = list(FailOn)
    return any(
        levels.index(FailOn(one.severity.value)) >= levels.index(level)
        for one in findings
        if not one.suppressed
    )
