"""Read the gold pairs: invented passages in which each expected change is marked."""

import re
from dataclasses import dataclass
from pathlib import Path

from provtrack.model.names import Nature

FOLDER = Path(__file__).parent / "gold"
MARK = re.compile(r"\{([^{|}]*)\|([^{|}]*)\|([a-z-]+)\}")


@dataclass(frozen=True)
class Expected:
    """One change an editor would mark: its span in the base and in the witness."""

    base: tuple[int, int]
    witness: tuple[int, int]
    nature: Nature


@dataclass(frozen=True)
class Pair:
    """Two passages and what differs between them."""

    base: str
    witness: str
    expected: tuple[Expected, ...]


def pairs(language: str) -> list[Pair]:
    """Read the pairs of one language."""
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").splitlines()
    return [_pair(line) for line in lines if line and not line.startswith("#")]


def _pair(line: str) -> Pair:
    base = witness = ""
    expected = []
    end = 0
    for mark in MARK.finditer(line):
        kept = line[end : mark.start()]
        base, witness = base + kept, witness + kept
        expected.append(
            Expected(
                base=(len(base), len(base) + len(mark[1])),
                witness=(len(witness), len(witness) + len(mark[2])),
                nature=Nature(mark[3]),
            )
        )
        base, witness = base + mark[1], witness + mark[2]
        end = mark.end()
    return Pair(base + line[end:], witness + line[end:], tuple(expected))
