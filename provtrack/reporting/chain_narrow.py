"""Draw a provenance chain from top to bottom, for a narrow page or a chain of many steps.

Links stand below each other, sources first. A step from the link just above is an arrow between
the two; any other runs on a rail at the left. Entry point: `draw_narrow`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from provtrack.model.provenance import ProvenanceChain, ProvenanceStep
from provtrack.reporting.chain_boxes import (
    ACT_SIZE,
    ACT_STEP,
    HEAD,
    act_in_words,
    agents_in_words,
    arrow_head,
    draw_box,
    height_of,
    is_certain,
    lines_of,
)
from provtrack.reporting.measuring import wrap
from provtrack.reporting.views import Arrow, Box, Picture

RAIL = 13  # pixels between rails
MARGIN = 2
STEM = 22  # x of a straight arrow, from the left side of the boxes
ROOM = 16  # height of an arrow beside its words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rail:
    """A step that passes other links, with the rail it runs on (0 is next to the boxes)."""

    step: ProvenanceStep
    start: int
    end: int
    rail: int


def draw_narrow(chain: ProvenanceChain, width: int) -> Picture:
    """Draw a chain as a list of boxes with rails."""
    order = {link.id: place for place, link in enumerate(chain.links)}
    rails = _rails(chain, order)
    left = MARGIN + RAIL * (max((rail.rail for rail in rails), default=-1) + 1)
    inner = width - left - MARGIN
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    y = MARGIN
    for place, link in enumerate(chain.links):
        steps = [s for s in chain.steps if s.result == link.id and s.source is not None]
        words = [line for step in steps for line in _words(step, chain, inner - STEM - 14)]
        top = y + (ROOM + ACT_STEP * len(words) if words else (ROOM if place else 0))
        lines = lines_of(link, chain, inner)
        box = draw_box(
            lines, x=left, y=top, width=inner, height=height_of(lines), is_held=link.held
        )
        direct = next((s for s in steps if order[s.source or ""] == place - 1), None)
        written = tuple(_beside(words, left, y))
        if direct is not None:
            arrows.append(_stem(direct, left + STEM, (y, top), written))
        elif written:
            arrows.append(Arrow(path="", head="", css="", lines=written))
        boxes.append(box)
        y = top + box.height
    arrows += [_rail_arrow(rail, boxes, left) for rail in rails]
    return Picture(width=width, height=y + MARGIN, boxes=tuple(boxes), arrows=tuple(arrows))


def _rails(chain: ProvenanceChain, order: Mapping[str, int]) -> tuple[_Rail, ...]:
    """Give each step that passes other links the first rail that is free all the way."""
    busy: list[list[tuple[int, int]]] = []
    rails = []
    for step in chain.steps:
        start, end = order.get(step.source or "", -1), order[step.result]
        if start < 0 or start == end - 1:
            continue
        number = next(
            (n for n, taken in enumerate(busy) if all(b <= start or end <= a for a, b in taken)),
            len(busy),
        )
        if number == len(busy):
            busy.append([])
        busy[number].append((start, end))
        rails.append(_Rail(step=step, start=start, end=end, rail=number))
    return tuple(rails)


def _words(step: ProvenanceStep, chain: ProvenanceChain, width: float) -> tuple[str, ...]:
    """Say who did what; where the source is not the link above, also to what."""
    words = act_in_words(step)
    if step.agents:
        words += f" by {agents_in_words(step)}"
    places = [link.id for link in chain.links]
    if places.index(step.source or "") != places.index(step.result) - 1:
        source = next(link.label for link in chain.links if link.id == step.source)
        words += f", from {source}"
    return wrap(words, width, ACT_SIZE)


def _beside(words: Sequence[str], left: int, y: int) -> Iterator[tuple[str, int, int, str]]:
    """Place words beside a straight arrow."""
    for number, line in enumerate(words, start=1):
        yield ("beside", left + STEM + 12, y + ROOM // 2 + ACT_STEP * number - 4, line)


def _stem(
    step: ProvenanceStep,
    x: int,
    ends: tuple[int, int],
    lines: tuple[tuple[str, int, int, str], ...],
) -> Arrow:
    """Draw a step from the link just above."""
    start, end = ends
    return Arrow(
        path=f"M{x} {start}V{end - HEAD + 1}",
        head=arrow_head(x, end, is_downward=True),
        css="" if is_certain(step) else "unsure",
        lines=lines,
    )


def _rail_arrow(rail: _Rail, boxes: Sequence[Box], left: int) -> Arrow:
    """Draw a step along its rail."""
    start, end = boxes[rail.start], boxes[rail.end]
    x = left - RAIL * (rail.rail + 1) + 3
    start_y, end_y = start.y + start.height - 14, end.y + end.height // 2
    return Arrow(
        path=f"M{left} {start_y}H{x}V{end_y}H{left - HEAD + 1}",
        head=arrow_head(left, end_y),
        css="" if is_certain(rail.step) else "unsure",
        lines=(),
    )
