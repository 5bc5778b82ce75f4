"""A provenance chain as plain lines, for ``show`` and ``trace``."""

from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from provtrack.model.provenance import ProvenanceChain, ProvenanceStep


def chain_table(chain: "ProvenanceChain", *, with_words: bool = False) -> Table:
    """Lay out the chain: each link, and under it what was made from it.

    Args:
        with_words: Add the words that state a step.
    """
    labels = {link.id: link.label for link in chain.links}
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for link in chain.links:
        details = f" ({'; '.join(link.details)})" if link.details else ""
        grid.add_row("held" if link.held else "not held", link.label + details)
        for step in chain.steps:
            if step.source is None and step.result == link.id and step.agents:
                grid.add_row("", f"    {_act(step, with_words=with_words)}, from what is not known")
            elif step.source == link.id:
                act = _act(step, with_words=with_words)
                grid.add_row("", f"    -> {act}: {labels[step.result]}")
    return grid


def _act(step: "ProvenanceStep", *, with_words: bool) -> str:
    """Say what was done, by whom, how that is known."""
    who = ", ".join(agent.name for agent in step.agents)
    by = f" by {who}" if who else ""
    sure = "" if step.certainty == "stated" else f" ({step.certainty})"
    said = f" (“{step.words}”)" if with_words and step.words else ""
    return f"{step.act}{by}{sure}{said}"
