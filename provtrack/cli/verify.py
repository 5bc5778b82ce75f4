"""``provtrack verify``: is the store whole, do its references agree, was a report made from it?"""

from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import print_findings, stderr, stdout
from provtrack.model.names import Severity

NEEDS_ATTENTION = 1


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("verify")(verify)


def verify(
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="REPORT", help="Check that this report was made from the store."
        ),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = Severity.ERROR,
) -> None:
    """Check every digest, inventory and event of the store, and its references together.

    Example: [bold]provtrack verify --against reports/oder-1962.R--E1.html[/bold]
    """
    from provtrack.config import find_project
    from provtrack.reference_checking import check_references
    from provtrack.report_checking import check_report
    from provtrack.store import Store

    project = find_project(Path.cwd())
    store = Store.open(project.versions)
    if against is None:
        findings = [*store.verify(), *check_references(store)]
    else:
        findings = check_report(store, against)
    print_findings(stdout(), findings)
    if not findings:
        what = f"{len(store.documents())} documents" if against is None else against.name
        stderr().print(f"Verified: {what}, nothing wrong.")
    if any(finding.severity.rank >= fail_on.rank for finding in findings):
        raise typer.Exit(NEEDS_ATTENTION)
