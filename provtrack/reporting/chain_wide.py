"""Draw a provenance chain from left to right, for a wide page.

A layered drawing: a column for each depth; a step that skips columns is led between their boxes
by bends; within a column, order and height follow the neighbours (barycentre method of Sugiyama,
Tagawa and Toda 1981; heights by pooling adjacent violators). Entry point: `draw_wide`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from provtrack.model.provenance import ProvenanceChain, ProvenanceStep
from provtrack.reporting.chain_boxes import (
    ACT_SIZE,
    ACT_STEP,
    HEAD,
    Lines,
    act_in_words,
    agents_in_words,
    arrow_head,
    draw_box,
    height_of,
    is_certain,
    lines_of,
    natural_width,
)
from provtrack.reporting.measuring import width_of, wrap
from provtrack.reporting.views import Arrow, Picture

FULL_WIDTH = 1260
LEAST_BOX, MOST_BOX = 140, 250
MOST_LABEL = 118  # pixels of a line on an arrow before it wraps
CURVE = 44  # pixels in which an arrow changes its height
STRAIGHT = 14  # pixels before the words of an arrow that cannot change its height
BETWEEN = 24  # pixels between boxes of a column
PORT = 36  # height of a box for each arrow that ends in it
MARGIN = 2
SWEEPS = 4


@dataclass(slots=True, kw_only=True)
class _Node:
    """A link in its column, or a bend of a step that passes through a column."""

    id: str
    column: int
    lines: Lines = ()
    is_held: bool = True
    is_bend: bool = False
    height: int = 0
    y: float = 0.0
    before: list["_Node"] = field(default_factory=list)
    after: list["_Node"] = field(default_factory=list)

    @property
    def centre(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Route:
    """A step with the nodes it runs through, from its source to its result."""

    step: ProvenanceStep
    nodes: tuple[_Node, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def label_width(self) -> int:
        lines = (*self.above, *self.below)
        return round(max((width_of(line, ACT_SIZE) for line in lines), default=0)) + 8


def draw_wide(chain: ProvenanceChain) -> Picture | None:
    """Draw a chain in columns; None where it is too deep for the width of a page."""
    columns = _columns_of(chain)
    count = max(columns.values(), default=0) + 1
    gaps = _gaps(chain, columns, count)
    widths = _widths(chain, columns, FULL_WIDTH - 2 * MARGIN - sum(gaps))
    if widths is None:
        return None
    nodes = {
        link.id: _Node(
            id=link.id,
            column=columns[link.id],
            lines=lines_of(link, chain, widths[columns[link.id]]),
            is_held=link.held,
        )
        for link in chain.links
    }
    bends: list[_Node] = []
    routes = [_route(step, nodes, bends) for step in chain.steps if step.source is not None]
    for node in nodes.values():
        incoming = sum(route.nodes[-1] is node for route in routes)
        node.height = max(height_of(node.lines), PORT * incoming)
    layers = _ordered([*nodes.values(), *bends], count)
    _set_heights(layers)
    return _picture(layers, routes, gaps, widths)


def _columns_of(chain: ProvenanceChain) -> dict[str, int]:
    """Put each link one column after its latest source; a root just before its first result."""
    columns = {link.id: 0 for link in chain.links}
    sources: dict[str, list[str]] = {link.id: [] for link in chain.links}
    results: dict[str, list[str]] = {link.id: [] for link in chain.links}
    for step in chain.steps:
        if step.source is not None:
            sources[step.result].append(step.source)
            results[step.source].append(step.result)
    for link in chain.links:  # sources stand before their results
        columns[link.id] = 1 + max((columns[s] for s in sources[link.id]), default=-1)
    for link in chain.links:
        if not sources[link.id] and results[link.id]:
            columns[link.id] = min(columns[r] for r in results[link.id]) - 1
    return columns


def _widths(chain: ProvenanceChain, columns: dict[str, int], room: int) -> list[int] | None:
    """Give each column the width its boxes ask for; where room lacks, the widest give way."""
    asked = [LEAST_BOX] * (max(columns.values(), default=0) + 1)
    for link in chain.links:
        column = columns[link.id]
        asked[column] = max(asked[column], natural_width(link, chain))
    most = MOST_BOX
    while most > LEAST_BOX and sum(min(width, most) for width in asked) > room:
        most -= 1
    widths = [min(width, most) for width in asked]
    return widths if sum(widths) <= room else None


def _words_on(step: ProvenanceStep) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Wrap what stands above and below an arrow."""
    above = wrap(act_in_words(step), MOST_LABEL, ACT_SIZE)
    return above, wrap(agents_in_words(step), MOST_LABEL, ACT_SIZE)


def _gaps(chain: ProvenanceChain, columns: dict[str, int], count: int) -> list[int]:
    """Measure the room before each column but the first: what its arrows say, and the curve."""
    gaps = [CURVE + HEAD] * (count - 1)
    steps = [step for step in chain.steps if step.source is not None]
    for step in steps:
        above, below = _words_on(step)
        label = max((width_of(line, ACT_SIZE) for line in (*above, *below)), default=0)
        column = columns[step.result] - 1
        alone = sum(columns[other.result] - 1 == column for other in steps) == 1
        gaps[column] = max(gaps[column], round(label) + 8 + HEAD + (STRAIGHT if alone else CURVE))
    return gaps


def _route(step: ProvenanceStep, nodes: dict[str, _Node], bends: list[_Node]) -> _Route:
    """Lead a step through the columns between its ends."""
    source, result = nodes[step.source or ""], nodes[step.result]
    between = [
        _Node(id=f"{source.id}>{result.id}", column=column, is_bend=True, height=10)
        for column in range(source.column + 1, result.column)
    ]
    bends += between
    path = (source, *between, result)
    for left, right in pairwise(path):
        left.after.append(right)
        right.before.append(left)
    above, below = _words_on(step)
    return _Route(step=step, nodes=path, above=above, below=below)


def _ordered(nodes: Sequence[_Node], count: int) -> list[list[_Node]]:
    """Order each column so that few arrows cross."""
    layers = [[node for node in nodes if node.column == column] for column in range(count)]
    rank = {id(node): place for layer in layers for place, node in enumerate(layer)}

    def sort(layer: list[_Node], neighbours: Callable[[_Node], Sequence[_Node]]) -> None:
        def mean(node: _Node) -> float:
            places = [rank[id(other)] for other in neighbours(node)]
            return sum(places) / len(places) if places else rank[id(node)]

        layer.sort(key=mean)
        rank.update({id(node): place for place, node in enumerate(layer)})

    for _ in range(SWEEPS):
        for layer in layers[1:]:
            sort(layer, lambda node: node.before)
        for layer in reversed(layers[:-1]):
            sort(layer, lambda node: node.after)
    return layers


def _set_heights(layers: Sequence[list[_Node]]) -> None:
    """Set each node level with its neighbours as far as its column has room."""
    for layer in layers:
        _place(layer, [_mean_centre(node.before) for node in layer])
    for layer in reversed(layers[:-1]):
        _place(layer, [_mean_centre(node.after) for node in layer])
    for layer in layers[1:]:
        _place(layer, [_mean_centre(node.before) for node in layer])
    top = min((node.y for layer in layers for node in layer), default=0.0)
    for layer in layers:
        for node in layer:
            node.y += MARGIN - top


def _mean_centre(nodes: Sequence[_Node]) -> float | None:
    """Mean height of nodes; None where there are none."""
    return sum(node.centre for node in nodes) / len(nodes) if nodes else None


def _place(layer: Sequence[_Node], wanted: Sequence[float | None]) -> None:
    """Place a column in its order, each node as near to its wanted centre as the others allow.

    With the room above each node taken off, wanted places must not decrease; where they do,
    neighbours are pooled to their mean (pool adjacent violators).
    """
    offset = 0.0
    pools: list[list[float]] = []  # sum of wanted places, number of nodes
    for node, centre in zip(layer, wanted, strict=True):
        top = node.y if centre is None else centre - node.height / 2
        pools.append([top - offset, 1])
        offset += node.height + BETWEEN
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            total, number = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += number
    places = [total / number for total, number in pools for _ in range(round(number))]
    offset = 0.0
    for node, place in zip(layer, places, strict=True):
        node.y = place + offset
        offset += node.height + BETWEEN


def _picture(
    layers: Sequence[Sequence[_Node]],
    routes: Sequence[_Route],
    gaps: Sequence[int],
    widths: Sequence[int],
) -> Picture:
    """Draw boxes and arrows."""
    lefts = [MARGIN + sum(widths[:column]) + sum(gaps[:column]) for column in range(len(layers))]
    boxes = tuple(
        draw_box(
            node.lines,
            x=lefts[node.column],
            y=round(node.y),
            width=widths[node.column],
            height=node.height,
            is_held=node.is_held,
        )
        for layer in layers
        for node in layer
        if not node.is_bend
    )
    bottom = max((box.y + box.height for box in boxes), default=0)
    arrows = tuple(_arrow(route, _port(route, routes), lefts, widths) for route in routes)
    lowest = max((line[2] for arrow in arrows for line in arrow.lines), default=0)
    highest = min((line[2] - ACT_STEP for arrow in arrows for line in arrow.lines), default=0)
    picture = Picture(
        width=lefts[-1] + widths[-1] + MARGIN,
        height=max(bottom, lowest) + MARGIN + 4,
        boxes=boxes,
        arrows=arrows,
    )
    return _lowered(picture, MARGIN - highest) if highest < MARGIN else picture


def _port(route: _Route, routes: Sequence[_Route]) -> int:
    """Height at which a step ends: several share the side of a box, in the order of sources."""
    result = route.nodes[-1]
    ending = sorted(
        (other for other in routes if other.nodes[-1] is result),
        key=lambda other: other.nodes[-2].centre,
    )
    place = ending.index(route) + 1
    return round(result.y + result.height * place / (len(ending) + 1))


def _arrow(route: _Route, end_y: int, lefts: Sequence[int], widths: Sequence[int]) -> Arrow:
    """Draw a step: curves between columns, then a level line with its words into the box."""
    y = round(route.nodes[0].centre)
    x = lefts[route.nodes[0].column] + widths[route.nodes[0].column]
    path = [f"M{x} {y}"]
    for node in route.nodes[1:-1]:
        bend = round(node.centre)
        left = lefts[node.column]
        path.append(_curve(x, y, left, bend) + f"H{left + widths[node.column]}")
        x, y = left + widths[node.column], bend
    end_x = lefts[route.nodes[-1].column]
    level = end_x - HEAD - route.label_width
    path.append(_curve(x, y, level, end_y) + f"H{end_x - HEAD + 1}")
    middle = end_x - HEAD - route.label_width // 2
    return Arrow(
        path="".join(path),
        head=arrow_head(end_x, end_y),
        css="" if is_certain(route.step) else "unsure",
        lines=tuple(_label(route, middle, end_y)),
    )


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    """Draw a level line, or a curve that leaves and arrives level."""
    if y == to_y:
        return f"H{to_x}"
    middle = (x + to_x) // 2
    return f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def _label(route: _Route, x: int, y: int) -> Iterator[tuple[str, int, int, str]]:
    """Place what was done above the line, who did it below."""
    for number, line in enumerate(reversed(route.above)):
        yield ("act", x, y - 7 - ACT_STEP * number, line)
    for number, line in enumerate(route.below):
        yield ("who", x, y + 15 + ACT_STEP * number, line)


def _lowered(picture: Picture, shift: int) -> Picture:
    """Redraw nothing, but begin the picture higher up: words stand above its first box."""
    return replace(picture, height=picture.height + shift, top=-shift)
