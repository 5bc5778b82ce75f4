"""``provtrack reference``: read archival references and say what is odd in them."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from provtrack.cli.consoles import STYLES, stdout
from provtrack.cli.json_output import print_json
from provtrack.errors import UsageError
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.reference import ArchivalReference

NEEDS_ATTENTION = 1
BEFORE, AFTER = 36, 30  # characters shown on either side of the words a finding speaks of
INDENT = " " * 4


class ReferenceFormat(StrEnum):
    """How references are written."""

    TEXT = "text"
    JSON = "json"
    CSL = "csl"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("reference")(reference)


def reference(
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="References as printed.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="Read one a line; - for standard input."),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        ReferenceFormat, typer.Option("--format", help="How to write them.")
    ] = ReferenceFormat.TEXT,
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Exit with 1 from this severity on.")
    ] = Severity.ERROR,
) -> None:
    """Read archival references: their parts, and what is odd in them. Nothing is repaired.

    Several references to one delo are also compared with each other.

    Example: [bold]provtrack reference "AVPRF, f. 90, op. 24, d. 5, p. 44, ll. 120-12"[/bold]
    """
    from provtrack.references import read_reference
    from provtrack.references.same_delo import with_findings_across
    from provtrack.references.written_forms import as_csl, as_json

    lines = _lines(texts or [], file)
    read = with_findings_across([read_reference(line) for line in lines])
    if format is ReferenceFormat.JSON:
        print_json([as_json(one) for one in read])
    elif format is ReferenceFormat.CSL:
        print_json([as_csl(one, number) for number, one in enumerate(read, start=1)])
    else:
        _print(stdout(), read)
    if any(one.severity.rank >= fail_on.rank for each in read for one in _findings(each)):
        raise typer.Exit(NEEDS_ATTENTION)


def _lines(texts: Sequence[str], file: Path | None) -> list[str]:
    """Collect the references given; of a file, each line, an empty one too."""
    if bool(texts) == (file is not None):
        raise UsageError("give references, or --file FILE with one reference a line, not both.")
    if file is None:
        return list(texts)
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise UsageError(f"{file} is not UTF-8: see line {line}. Save it as UTF-8.") from fault
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return [line.removesuffix("\r") for line in lines]


def _findings(one: ArchivalReference) -> list[Finding]:
    return [*one.findings, *(finding for other in one.others for finding in other.findings)]


def _print(console: Console, read: Sequence[ArchivalReference]) -> None:
    """Print each reference, what was read of it, and its findings with a caret below the words."""
    for number, one in enumerate(read):
        if number:
            console.print()
        console.print(Text(one.verbatim, style="bold"), soft_wrap=True)
        for each in (one, *one.others):
            console.print(Text(f"  {_summary(each)}"), soft_wrap=True)
        for finding in _findings(one):
            _print_finding(console, one.verbatim, finding)


def _summary(one: ArchivalReference) -> str:
    """Say in one line what was read."""
    words = [one.family]
    if one.repository:
        code = f" ({one.repository.code})" if one.repository.code else ""
        words.append(f"repository {one.repository.name}{code}")
    words += [f"{name.replace('_', ' ')} {value}" for name, value in one.parts]
    words += [f"{name.replace('_', ' ')} lost" for name in one.lost]
    leaves = [f"{leaf.start}-{leaf.end}" if leaf.end else leaf.start for leaf in one.leaves]
    words += [f"leaves {', '.join(leaves)}"] if leaves else []
    words += [f"{agent.role} by {agent.name}" for agent in one.credits]
    return " · ".join(words)


def _print_finding(console: Console, verbatim: str, finding: Finding) -> None:
    """Print the sentence of a finding, then the words it speaks of with carets below."""
    line = Text("  ")
    line.append(f"{finding.severity} {finding.code}", style=STYLES[finding.severity])
    line.append(f"  {finding.message}")
    if finding.suggestions:
        line.append(f" Possible: {', '.join(finding.suggestions)}.", style="italic")
    console.print(line, soft_wrap=True)
    if finding.start is None or finding.end is None:
        return
    first, last = max(0, finding.start - BEFORE), min(len(verbatim), finding.end + AFTER)
    shown = [verbatim[first : finding.start], verbatim[finding.start : finding.end]]
    shown = [" ".join(part.split("\n")).replace("\t", " ") for part in shown]
    after = " ".join(verbatim[finding.end : last].split("\n"))
    lead = "…" if first else ""
    trail = "…" if last < len(verbatim) else ""
    console.print(Text(f"{INDENT}{lead}{''.join(shown)}{after}{trail}"), soft_wrap=True)
    blank = " " * (cell_len(lead) + cell_len(shown[0]))
    carets = "^" * max(1, cell_len(shown[1]))
    console.print(Text(f"{INDENT}{blank}{carets}", style="red"), soft_wrap=True)
