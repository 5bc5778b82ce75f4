"""What the two drawings of a provenance chain share: boxes with wrapped lines, words on arrows.

Positions are pixels of the picture; colours and faces are left to the style sheet.
"""

from collections.abc import Iterator, Mapping

from provtrack.model.names import Certainty
from provtrack.model.provenance import ChainLink, ProvenanceChain, ProvenanceStep
from provtrack.reporting.measuring import width_of, wrap
from provtrack.reporting.running_text import visible
from provtrack.reporting.views import Box
from provtrack.reporting.wording import listed

TITLE_SIZE, DETAIL_SIZE, ACT_SIZE = 13.5, 12.0, 12.0
TITLE_STEP, DETAIL_STEP, ACT_STEP = 18, 16, 15
PADDING = 13
HEAD = 8  # length of an arrow's head

Lines = tuple[tuple[str, str], ...]  # (css, text)

_DOUBT = {Certainty.INFERRED: " (inferred)", Certainty.UNKNOWN: " (not stated)"}


def natural_width(link: ChainLink, chain: ProvenanceChain) -> int:
    """Width of a box that wraps none of its lines."""
    title = width_of(visible(link.label), TITLE_SIZE, is_bold=True)
    details = [width_of(visible(line), DETAIL_SIZE) for line in _details(link, chain)]
    return round(max([title, *details])) + 2 * PADDING + 2


def _details(link: ChainLink, chain: ProvenanceChain) -> list[str]:
    """List what stands below the name: details, and a maker whom no arrow can name."""
    details = [*link.details, *_made_from_nothing(link, chain)]
    return details if link.held else [*details, "not held here"]


def lines_of(link: ChainLink, chain: ProvenanceChain, width: float) -> Lines:
    """Wrap what a box says to its width."""
    inner = width - 2 * PADDING
    details = _details(link, chain)
    title = wrap(visible(link.label), inner, TITLE_SIZE, is_bold=True)
    return tuple(("t1", line) for line in title) + tuple(
        ("t2", line) for detail in details for line in wrap(visible(detail), inner, DETAIL_SIZE)
    )


def _made_from_nothing(link: ChainLink, chain: ProvenanceChain) -> Iterator[str]:
    """Say who made a link whose source is not known."""
    for step in chain.steps:
        if step.result == link.id and step.source is None and step.agents:
            yield f"{step.act} by {agents_in_words(step)}"


def height_of(lines: Lines) -> int:
    """Height of a box with these lines."""
    return 2 * PADDING - 6 + sum(TITLE_STEP if css == "t1" else DETAIL_STEP for css, _ in lines)


def act_in_words(step: ProvenanceStep) -> str:
    """Say what was done, and how sure that is."""
    return step.act + _DOUBT.get(step.certainty, "")


def agents_in_words(step: ProvenanceStep) -> str:
    """Name who did it."""
    return listed([visible(agent.name) for agent in step.agents])


def is_certain(step: ProvenanceStep) -> bool:
    """Tell whether a step is stated."""
    return step.certainty is Certainty.STATED


def draw_box(lines: Lines, *, x: int, y: int, width: int, height: int, is_held: bool) -> Box:
    """Draw a box with its lines in the middle of its height."""
    base = y + PADDING - 3 + (height - height_of(lines)) // 2
    drawn: list[tuple[str, int, int, str]] = []
    for css, text in lines:
        base += TITLE_STEP if css == "t1" else DETAIL_STEP
        drawn.append((css, x + PADDING, base - 4, text))
    css = "held" if is_held else "miss"
    return Box(x=x, y=y, width=width, height=height, css=css, lines=tuple(drawn))


def arrow_head(x: int, y: int, *, is_downward: bool = False) -> str:
    """Draw the head of an arrow whose tip is at (x, y)."""
    if is_downward:
        return f"M{x - 4} {y - HEAD}L{x} {y}L{x + 4} {y - HEAD}Z"
    return f"M{x - HEAD} {y - 4}L{x} {y}L{x - HEAD} {y + 4}Z"


def chain_in_words(chain: ProvenanceChain) -> Iterator[str]:
    """Tell the chain as sentences, one a link, for those who do not see the picture."""
    names = {link.id: visible(link.label) for link in chain.links}
    for link in chain.links:
        details = "; ".join((*map(visible, link.details), *(() if link.held else ("not held",))))
        sentence = names[link.id] + (f" ({details})" if details else "")
        steps = [_step_in_words(step, names) for step in chain.steps if step.result == link.id]
        yield f"{sentence}: {'; '.join(steps)}." if steps else f"{sentence}."


def _step_in_words(step: ProvenanceStep, names: Mapping[str, str]) -> str:
    """Say who did what to which source, with the words that state it."""
    words = act_in_words(step)
    if step.agents:
        words += f" by {agents_in_words(step)}"
    if step.source is not None:
        words += f" from: {names[step.source]}"
    return f"{words} (stated: “{visible(step.words)}”)" if step.words else words
