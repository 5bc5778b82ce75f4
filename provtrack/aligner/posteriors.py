"""How likely each bead is among all paths through a lattice: forward and backward sums.

The sums are over the same paths as `lattice.best_path` chooses from, in logarithms; see there for
how unmatched paragraphs are passed over.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from provtrack.aligner.counts import Doubles
from provtrack.aligner.lattice import NOWHERE, Band, Gains, Lattice, Links, Step
from provtrack.aligner.scoring import Shape

LinksOf = Mapping[Shape, Links]


def posteriors(lattice: Lattice, steps: Sequence[Step], temperature: float) -> list[float]:
    """Weigh each step against all other paths (forward-backward).

    Args:
        temperature: Gains are divided by it: words of a paragraph do not speak independently.

    Returns:
        For a bead, the share of the weight of all paths that go through it; for an unmatched
        paragraph, the share of those that leave it unmatched, wherever they stand.
    """
    band = lattice.band
    gains = {shape: values / np.float32(temperature) for shape, values in lattice.gains.items()}
    links = _links(band, gains)
    before, after, whole = _sums(band, gains, links, lattice.gap / temperature)
    base, witness = _matched(band, gains, links, (before, after, whole))
    weights = []
    for i, j, p, q in steps:
        if p and q and not (band.holds(i, j) and band.holds(i + p, j + q)):
            weights.append(0.0)
        elif p and q:
            start, end = band.place(i, j), band.place(i + p, j + q)
            gain = float(gains[p, q][start])
            weights.append(float(np.exp(before[start] + gain + after[end] - whole)))
        else:
            weights.append(1.0 - float(base[i] if p else witness[j]))
    return [min(max(weight, 0.0), 1.0) for weight in weights]


def _links(band: Band, gains: Gains) -> LinksOf:
    """Look up once which nodes the steps of each shape join."""
    return {shape: band.links(*shape) for shape in gains}


def _sums(band: Band, gains: Gains, links: LinksOf, gap: float) -> tuple[Doubles, Doubles, float]:
    """Sum over all paths to each node, from each node after a bead, and from end to end."""
    before = _before(band, gains, links, gap)
    return before, _after(band, gains, links, gap), float(before[-1])


def _before(band: Band, gains: Gains, links: LinksOf, gap: float) -> Doubles:
    """Sum over all paths from the first node to each."""
    bead, down, every = (np.full(band.size, NOWHERE) for _ in range(3))
    bead[0] = 0.0
    below = band.links(1, 0)
    beads = [(shape[0], gain, links[shape]) for shape, gain in gains.items()]
    for i in range(band.rows + 1):
        if i:
            source, target = below.of(i - 1)
            down[target] = np.logaddexp(down[source], bead[source] - gap)
        for p, gain, steps in beads:
            if p <= i:
                source, target = steps.of(i - p)
                here = bead[target]
                np.logaddexp(here, every[source] + gain[source], out=here)
        row = band.row(i)
        every[row] = np.logaddexp(bead[row], down[row])
        entry = np.logaddexp.accumulate(np.logaddexp(bead[row] - gap, down[row]))
        every[row][1:] = np.logaddexp(every[row][1:], entry[:-1])
    return every


def _after(band: Band, gains: Gains, links: LinksOf, gap: float) -> Doubles:
    """Sum over all paths to the last node from each that a bead ends at."""
    bead, down = (np.full(band.size, NOWHERE) for _ in range(2))
    below = band.links(1, 0)
    beads = [(shape[0], gain, links[shape]) for shape, gain in gains.items()]
    for i in range(band.rows, -1, -1):
        row = band.row(i)
        onward = np.full(row.stop - row.start, NOWHERE)
        if i == band.rows:
            onward[-1] = 0.0
        for p, gain, steps in beads:
            if i + p <= band.rows:
                source, target = steps.of(i)
                part = slice(source.start - row.start, source.stop - row.start)
                here = onward[part]
                np.logaddexp(here, gain[source] + bead[target], out=here)
        along = np.append(np.logaddexp.accumulate(onward[::-1])[::-1][1:], NOWHERE)
        passed = along.copy()
        if i < band.rows:
            source, target = below.of(i)
            part = slice(source.start - row.start, source.stop - row.start)
            passed[part] = np.logaddexp(passed[part], down[target])
        down[row] = np.logaddexp(onward, passed)
        bead[row] = np.logaddexp(onward, passed - gap)
    return bead


def _matched(
    band: Band, gains: Gains, links: LinksOf, sums: tuple[Doubles, Doubles, float]
) -> tuple[Doubles, Doubles]:
    """Sum for each paragraph the posteriors of all beads it stands in."""
    base = np.zeros(band.rows)
    witness = np.zeros(int(band.last.max()))
    for (p, q), i, j, weight in _weights(band, gains, links, sums):
        base[i : i + p] += weight.sum()
        for k in range(q):
            witness[j + k : j + k + len(weight)] += weight
    return base, witness


def _weights(
    band: Band, gains: Gains, links: LinksOf, sums: tuple[Doubles, Doubles, float]
) -> Iterator[tuple[Shape, int, int, Doubles]]:
    """Give shape, row, first column and the posteriors of the beads that start in a row."""
    before, after, whole = sums
    for (p, q), gain in gains.items():
        steps = links[p, q]
        source, target = steps.every()
        weights = np.exp(np.minimum(before[source] + gain[source] + after[target] - whole, 0.0))
        rows = len(steps.counts)
        columns = (band.first[:rows] + steps.sources - band.starts[:rows]).tolist()
        start = 0
        for i, count in enumerate(steps.counts.tolist()):
            yield (p, q), i, columns[i], weights[start : start + count]
            start += count


def likely_beads(lattice: Lattice, temperature: float, least: float) -> list[tuple[Step, float]]:
    """List the beads whose posterior is at least `least`, with it."""
    band = lattice.band
    gains = {shape: values / np.float32(temperature) for shape, values in lattice.gains.items()}
    links = _links(band, gains)
    sums = _sums(band, gains, links, lattice.gap / temperature)
    found = []
    for (p, q), i, j, weight in _weights(band, gains, links, sums):
        for k in np.flatnonzero(weight >= least).tolist():
            found.append(((i, j + k, p, q), float(weight[k])))
    return found
