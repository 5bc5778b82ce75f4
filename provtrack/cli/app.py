"""The program `provtrack`: its commands, and how a fault reaches the person at the keyboard.

Every command is one module beside this one; it imports what it needs inside the function, so that
``provtrack --help`` starts fast. Exit codes: 0 done; 1 done, but something needs attention (only
``verify`` and ``reference``); 2 wrong use; 3 failed.
"""

import os
import sys
from importlib.metadata import version as installed_version

import typer

from provtrack.cli import (
    align,
    amend,
    audit,
    cite,
    compare,
    decide,
    demo,
    export,
    importing,
    init,
    lexicon,
    listing,
    pin,
    realign,
    record,
    reference,
    search,
    show,
    trace,
    verify,
)
from provtrack.cli.consoles import stderr, stdout
from provtrack.errors import ProvtrackError, UsageError

WRONG_USE = 2
FAILED = 3
INTERRUPTED = 130  # what shells expect after Ctrl-C

app = typer.Typer(
    name="provtrack",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keep, compare and audit the versions of archival documents.\n\n"
    "Start with [bold]provtrack demo[/bold]; it shows what the program does on an invented "
    "document.",
)


def _print_version(wanted: bool) -> None:
    """Print the version and stop, if asked."""
    if wanted:
        stdout().print(f"provtrack {installed_version('provtrack')}")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", is_eager=True, callback=_print_version, help="Show the version."
    ),
) -> None:
    """Take the options that stand before a command."""


for module in (
    init,
    record,
    amend,
    listing,
    search,
    show,
    align,
    pin,
    realign,
    lexicon,
    audit,
    compare,
    decide,
    reference,
    trace,
    cite,
    export,
    importing,
    verify,
    demo,
):
    module.register(app)


def main() -> None:
    """Run the command line; every known fault ends in one clear sentence on stderr."""
    try:
        app(prog_name="provtrack")
    except UsageError as fault:
        _stop(str(fault), WRONG_USE)
    except ProvtrackError as fault:
        _stop(str(fault), FAILED)
    except BrokenPipeError:
        # The reader of a pipe has gone (| head): point stdout elsewhere, so that closing is quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as fault:
        name = f" {fault.filename!r}" if fault.filename else ""
        _stop(f"the system refused{name}: {fault.strerror or fault}.", FAILED)
    except KeyboardInterrupt:
        _stop("stopped; what was recorded before is kept.", INTERRUPTED)


def _stop(sentence: str, code: int) -> None:
    """Say what is wrong and leave."""
    console = stderr()
    console.print(f"provtrack: {sentence}", style="red" if console.is_terminal else None)
    sys.exit(code)
