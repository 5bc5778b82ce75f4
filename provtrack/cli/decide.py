"""``provtrack decide`` and ``undecide``: what editors decide on changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import print_recorded, stdout, table
from provtrack.cli.options import By, Reason, now, who_acts
from provtrack.errors import UsageError
from provtrack.model.names import DecisionStatus, Nature, Significance

if TYPE_CHECKING:
    from provtrack.deciding import ListedDecision

BaseArgument = Annotated[str, typer.Argument(metavar="BASE", help="DOCUMENT:SIGLUM.")]
WitnessArgument = Annotated[
    str, typer.Argument(metavar="WITNESS", help="DOCUMENT:SIGLUM of the same document.")
]
Changes = Annotated[
    list[str] | None,
    typer.Option("--change", metavar="ID", help="Its id in the report; may repeat."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("decide")(decide)
    app.command("undecide")(undecide)


def decide(
    base: BaseArgument,
    witness: WitnessArgument,
    change: Changes = None,
    nature: Annotated[
        Nature | None, typer.Option("--nature", help="What it touches, if the program is wrong.")
    ] = None,
    significance: Annotated[
        Significance | None,
        typer.Option("--significance", help="If the program is wrong; else as the nature has it."),
    ] = None,
    status: Annotated[
        DecisionStatus, typer.Option("--status", help="Settled, or something is to be asked.")
    ] = DecisionStatus.SETTLED,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help="Why; of a query, the question.")
    ] = None,
    by: By = None,
) -> None:
    """Decide on changes between two versions, or list what is decided.

    The report shows the id of each change; it stays when other paragraphs are corrected. Without
    --change the decisions are listed.

    Example: [bold]provtrack decide oder-1962:E1 oder-1962:E2 --change k7fm-2xqa --nature
    spelling[/bold]
    """
    from provtrack.config import find_project
    from provtrack.deciding import Opinion, decisions_of
    from provtrack.deciding import decide as decide_on
    from provtrack.recording import open_store
    from provtrack.store import parse_version_name

    pair = parse_version_name(base), parse_version_name(witness)
    project = find_project(Path.cwd())
    store = open_store(project)
    opinion = Opinion(status=status, nature=nature, significance=significance, note=note or "")
    if change:
        who = who_acts(by, project.settings.by)
        print_recorded(decide_on(store, pair, change, opinion, by=who, when=now()))
    elif opinion != Opinion():
        raise UsageError("say which change is meant: --change ID, as the report shows it.")
    else:
        _list(decisions_of(store, pair))


def undecide(
    base: BaseArgument,
    witness: WitnessArgument,
    reason: Reason,
    change: Changes = None,
    all: Annotated[  # noqa: A002 - the option's name
        bool, typer.Option("--all", help="Every decision on the two.")
    ] = False,
    by: By = None,
) -> None:
    """Take decisions back; they stay in the document's history, and earlier ones count again.

    Example: [bold]provtrack undecide oder-1962:E1 oder-1962:E2 --change k7fm-2xqa --reason
    "misread"[/bold]
    """
    from provtrack.config import find_project
    from provtrack.deciding import undecide as take_back
    from provtrack.recording import open_store
    from provtrack.store import parse_version_name

    if bool(change) == all:
        raise UsageError("say which decisions to take back: --change ID; or --all.")
    pair = parse_version_name(base), parse_version_name(witness)
    project = find_project(Path.cwd())
    store, who = open_store(project), who_acts(by, project.settings.by)
    ids = None if all else change
    print_recorded(take_back(store, pair, ids, reason=reason, by=who, when=now()))


def _list(decisions: Sequence["ListedDecision"]) -> None:
    """Print decisions, those without effect with the reason."""
    from provtrack.reviewing import decision_sentence, readings_in_words

    if not decisions:
        stdout().print("nothing is decided")
        return
    grid = table("change", "readings", "decision", "")
    for one in decisions:
        lost = "orphan: the change is not found" if one.is_orphan else ""
        remark = lost or ("a later decision counts" if one.is_overridden else "")
        said = decision_sentence(one.recorded.decision)
        grid.add_row(one.id, readings_in_words(one.recorded), said, remark)
    stdout().print(grid)
