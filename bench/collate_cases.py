"""Documents in three or more versions with gold for each pair, and for all versions at once.

Beside the cases as they stand there are harder ones made of them with fixed seeds: slices of the
longest, and versions whose paragraphs are joined anew, each in its own way, some left out.
"""

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.align_cases import document_cases, scorer

Bead = tuple[tuple[int, ...], tuple[int, ...]]
Group = tuple[tuple[int, ...], ...]  # the paragraphs of each version that answer each other
Pair = tuple[int, int]

REGROUPED = (
    ("udhr-1948", 1, ("english", "russian", "french", "arabic")),
    ("udhr-1948", 2, ("english", "chinese", "french", "hindi")),
    ("udhr-1948", 3, ("russian", "french", "arabic")),
    ("udhr-1948", 6, ("russian", "chinese", "hindi")),
    ("ruth-rtl", 4, ("wlc", "cons", "jps")),
    ("turgenev-fathers-1-2", 5, ("ru", "garnett", "hogarth")),
)
SLICE = 26  # groups
BREAK_OF_ALL, BREAK_OF_ONE, LEFT_OUT = 0.55, 0.4, 0.04


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """One document in several versions.

    Attributes:
        gold: By pair of versions.
        groups: Paragraphs that answer each other in all versions at once.
    """

    name: str
    sigla: tuple[str, ...]
    languages: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    gold: Mapping[Pair, Sequence[Bead]]
    groups: tuple[Group, ...]


def collation_cases(shared: Path) -> Iterator[Versions]:
    """Give every case."""
    whole = _nway(shared)
    yield whole
    yield from _slices(whole)
    documents = {case.name: case for case in _documents(shared)}
    yield from documents.values()
    for name, seed, sigla in REGROUPED:
        yield regrouped(documents[name], sigla, seed)


def groups_of(links: Iterable[tuple[tuple[int, int], tuple[int, int]]], count: int) -> list[Group]:
    """Join what is linked, directly or not; in order of the first paragraph.

    Args:
        links: Pairs of paragraphs, each as (version, position).
        count: Number of versions.
    """
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for one, other in links:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    joined: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for node in sorted(parent):
        joined.setdefault(root(node), []).append(node)
    return [
        tuple(tuple(i for owner, i in nodes if owner == k) for k in range(count))
        for nodes in joined.values()
    ]


def links_of(gold: Mapping[Pair, Iterable[Bead]]) -> Iterator[tuple[Pair, Pair]]:
    """Give the links of beads between versions, those of one side among them."""
    for (x, y), beads in gold.items():
        for base, witness in beads:
            nodes = [(x, i) for i in base] + [(y, j) for j in witness]
            yield from ((nodes[0], node) for node in nodes)


def _nway(shared: Path) -> Versions:
    folder = shared / "bench/align/nway-ru-en3"
    score = scorer(shared)
    languages = json.loads((folder / "meta.json").read_text("utf-8"))["languages"]
    sigla = tuple("abcdefgh"[: len(languages)])
    rows = [line.split("\t") for line in (folder / "groups.tsv").read_text("utf-8").splitlines()]
    return Versions(
        name=folder.name,
        sigla=sigla,
        languages=tuple(languages),
        texts=tuple(
            tuple((folder / f"{one}.txt").read_text("utf-8").split("\n")[:-1]) for one in sigla
        ),
        gold={
            (x, y): score.read(folder / f"gold_{sigla[x]}{sigla[y]}.tsv")
            for x, y in combinations(range(len(sigla)), 2)
        },
        groups=tuple(
            tuple(tuple(sorted(int(k) for k in cell.split(",") if k)) for cell in row)
            for row in rows
        ),
    )


def _slices(whole: Versions) -> Iterator[Versions]:
    for start in range(0, len(whole.groups) - SLICE // 2, SLICE):
        groups = whole.groups[start : start + SLICE]
        rows = [sorted(i for group in groups for i in group[k]) for k in range(len(whole.sigla))]
        places = [{i: n for n, i in enumerate(side)} for side in rows]
        gold = {
            (x, y): [
                (tuple(places[x][i] for i in base), tuple(places[y][j] for j in witness))
                for base, witness in beads
                if places[x].keys() >= set(base) and places[y].keys() >= set(witness)
            ]
            for (x, y), beads in whole.gold.items()
        }
        yield Versions(
            name=f"{whole.name}, part {start // SLICE + 1}",
            sigla=whole.sigla,
            languages=whole.languages,
            texts=tuple(
                tuple(text[i] for i in side) for text, side in zip(whole.texts, rows, strict=True)
            ),
            gold=gold,
            groups=tuple(
                tuple(tuple(places[k][i] for i in part) for k, part in enumerate(group))
                for group in groups
            ),
        )


def _documents(shared: Path) -> Iterator[Versions]:
    """Put the pairs of a document together, where it has three versions or more."""
    score = scorer(shared)
    found: dict[str, dict[tuple[str, str], object]] = {}
    for case in document_cases(shared):
        name, _, sides = case.name.partition(":")
        first, second = sides.split("-")
        if case.is_strict:
            found.setdefault(name, {})[first, second] = case
    for name, cases in found.items():
        sigla = tuple(dict.fromkeys(one for pair in cases for one in pair))
        texts, languages = {}, {}
        for pair, case in cases.items():
            texts |= dict(zip(pair, (case.base, case.witness), strict=True))
            languages |= dict(zip(pair, case.languages, strict=True))
        if len(sigla) < 3 or len(cases) < len(sigla) * (len(sigla) - 1) // 2:
            continue
        gold = {
            (sigla.index(x), sigla.index(y)): score.read(case.gold)
            for (x, y), case in cases.items()
        }
        yield Versions(
            name=name,
            sigla=sigla,
            languages=tuple(languages[one] for one in sigla),
            texts=tuple(texts[one] for one in sigla),
            gold=gold,
            groups=tuple(groups_of(links_of(gold), len(sigla))),
        )


def regrouped(whole: Versions, sigla: Sequence[str], seed: int) -> Versions:
    """Join neighbouring paragraphs anew, in each version in its own way; leave some out."""
    draw = random.Random(seed)
    chosen = [whole.sigla.index(one) for one in sigla]
    units = sorted(
        (tuple(group[k] for k in chosen) for group in whole.groups),
        key=lambda unit: [part[0] if part else 1_000_000 for part in unit],
    )
    common = [draw.random() < BREAK_OF_ALL for _ in units]
    texts: list[list[str]] = []
    homes: list[list[tuple[int, int]]] = [[] for _ in units]
    for k, source in enumerate(chosen):
        texts.append([])
        for chunk in _chunks(common, draw):
            words = " ".join(whole.texts[source][i] for unit in chunk for i in units[unit][k])
            if draw.random() < LEFT_OUT or not words:
                continue
            for unit in chunk:
                homes[unit].append((k, len(texts[k])))
            texts[k].append(words)
    every = [((k, i), (k, i)) for k, text in enumerate(texts) for i in range(len(text))]
    return Versions(
        name=f"{whole.name}, regrouped {seed}",
        sigla=tuple(sigla),
        languages=tuple(whole.languages[k] for k in chosen),
        texts=tuple(map(tuple, texts)),
        gold={
            pair: _gold_of(homes, every, pair, len(texts))
            for pair in combinations(range(len(texts)), 2)
        },
        groups=tuple(
            groups_of([*every, *((home[0], one) for home in homes for one in home)], len(texts))
        ),
    )


def _chunks(common: Sequence[bool], draw: random.Random) -> list[list[int]]:
    chunks: list[list[int]] = [[]]
    for unit, is_break in enumerate(common):
        if unit and (is_break or draw.random() < BREAK_OF_ONE):
            chunks.append([])
        chunks[-1].append(unit)
    return chunks


def _gold_of(
    homes: Sequence[Sequence[Pair]], every: Sequence[tuple[Pair, Pair]], pair: Pair, count: int
) -> list[Bead]:
    """The beads of two versions: paragraphs that share a unit."""
    mine = [[one for one in home if one[0] in pair] for home in homes]
    links = [link for link in every if link[0][0] in pair]
    links += [(home[0], one) for home in mine for one in home]
    return [(group[pair[0]], group[pair[1]]) for group in groups_of(links, count)]
