"""Where output goes: results to stdout, everything else to stderr.

On a terminal Rich colours and wraps; off a terminal nothing is wrapped, cut or coloured, so that
scripts see whole lines. ``NO_COLOR`` is honoured by Rich.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from provtrack.model.finding import Finding
from provtrack.model.names import Severity

if TYPE_CHECKING:
    from provtrack.recording import Recorded

# Wider than any line we print: Rich would otherwise wrap at 80 columns where there is no terminal.
ENDLESS = 1_000_000
LABEL_WIDTH = 14
# What a terminal obeys: C0 but line feed and tab, C1, and marks that reorder the text around them.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
STYLES = {Severity.NOTE: "dim", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}

T = TypeVar("T")


class SafeConsole(Console):
    """A console that shows control characters of a text instead of obeying them."""

    def render_str(self, text: str, **options: Any) -> Text:
        """Render a text with its control characters as [U+001B]; line feeds and tabs stay."""
        return super().render_str(CONTROLS.sub(_shown, text), **options)


def _shown(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"


def stdout() -> Console:
    """Return the console for results."""
    return _console(stderr=False)


def stderr() -> Console:
    """Return the console for progress, questions and faults."""
    return _console(stderr=True)


def tell(sentence: str) -> None:
    """Say a sentence for the reader beside the results."""
    stderr().print(sentence)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else ENDLESS
    return SafeConsole(stderr=stderr, width=width, highlight=False, markup=False, emoji=False)


def table(*columns: str) -> Table:
    """Return an empty table in our plain form: a heading line, no frame."""
    grid = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold")
    return grid


def fields() -> Table:
    """Return an empty table of labels and values: long values stay in their column."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", overflow="fold", min_width=LABEL_WIDTH)
    grid.add_column(overflow="fold")
    return grid


def print_findings(console: Console, findings: Iterable[Finding]) -> None:
    """Print one row per finding: severity, code, sentence with what might have been meant."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for finding in findings:
        sentence = console.render_str(finding.message)
        if finding.suggestions:
            sentence.append(f" Possible: {', '.join(finding.suggestions)}.", style="italic")
        grid.add_row(Text(finding.severity, style=STYLES[finding.severity]), finding.code, sentence)
    if grid.row_count:
        console.print(grid)


def write_bytes(content: bytes) -> None:
    """Write a result to stdout as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def put_out(content: bytes, output: Path | None, *, force: bool) -> None:
    """Write a result to a file, or to stdout where none is named."""
    from provtrack.exporters.writing import write_file

    if output is None:
        write_bytes(content)
    else:
        write_file(output, content, force=force)


def with_progress(steps: Iterable[T], *, total: int | None, words: str) -> Iterator[T]:
    """Pass steps on, with a progress bar on stderr if that is a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    with Progress(*_columns(), console=stderr(), transient=True) as progress:
        yield from progress.track(steps, total=total, description=words)


@contextmanager
def counting(words: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what is told how many of how many are done, and shows it; None off a terminal.

    Nothing is shown before it is told something, nor when all are done: what follows may show
    itself.
    """
    if not sys.stderr.isatty():
        yield None
        return
    progress = Progress(*_columns(), console=stderr(), transient=True)
    task = progress.add_task(words, total=None, visible=False)

    def step(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total, visible=True)
        if done < total:
            progress.start()
        else:
            progress.stop()

    try:
        yield step
    finally:
        progress.stop()


def _columns() -> tuple[ProgressColumn, ...]:
    """Give the columns of a progress bar."""
    return (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )


def print_recorded(recorded: "Recorded") -> None:
    """Say what was recorded, and what is odd or has no effect any more."""
    event = recorded.event
    of = f" ({', '.join(event.versions)})" if event.versions else ""
    stdout().print(
        f"{event.document}: {event.kind}{of}, event {event.number}, head {recorded.head[:12]}"
    )
    print_findings(stderr(), recorded.findings)
