"""Find the base paragraphs each clause of an abstract rests on.

An abstract retells: it leaves out most, merges what stands apart and changes the words. So each
clause is weighed against each base paragraph by itself, as beads are (`likelihood`), words standing
in the same order count extra, and in one language rare names and stems (`clause_signs`). Because an
abstract mostly follows its source, a clause leans on what its neighbours rest on, and more so where
it continues their sentence; an aside does not. A clause may rest on nothing: an editor's own words.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from provtrack.aligner.clause_signs import Signs, is_aside, read_signs
from provtrack.aligner.counts import Doubles
from provtrack.aligner.likelihood import Layer, layer_of, standing_in
from provtrack.aligner.sides import Sides, read_sides
from provtrack.aligner.terms import TermReader, fold
from provtrack.model.comparison import Coverage, Reading
from provtrack.model.text import Span
from provtrack.text.frequent_words import FREQUENT_WORDS
from provtrack.text.language_rules import rules_of
from provtrack.text.languages import share_language
from provtrack.text.sentences import sentences_of

UNSEEN = 1500  # words of the language beyond the base: one base is too short to tell what is rare
FREQUENT = 0.01  # share of a text that a function word takes at least
FOUND = 0.25  # share of a clause's words that its source has as they are; abstracts use their own
DILUTION = 0.5
RUN = 3  # words in one order that count as taken over
RUN_WORTH = 1.0  # nats for each word of a run beyond the first; function words are not counted
NOTHING = 1.8  # nats a paragraph has to be worth before it is likelier than no source
TEMPERATURE = 1.5
STAYING = 1.2  # nats for resting where the neighbouring clause rests
CONTINUING = 5.0  # more at most, for a clause that continues a sentence in known words
FURTHER = 0.6  # share of the best paragraph's worth that a further one needs
FURTHER_WORTH = 2.5  # nats its telling words have to add to those of the paragraphs before it
MOST_EVIDENCE = 6
TELLING = 1.2  # nats a word has to add to be named as evidence


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What speaks for each clause (row) resting on each base paragraph (column)."""

    worth: Doubles
    words: dict[tuple[int, int], list[tuple[float, str]]]
    runs: dict[tuple[int, int], str]


def cover(
    base: Sequence[str],
    abstract: Sequence[str],
    *,
    clauses: Sequence[tuple[int, Span]],
    base_language: str,
    witness_language: str,
) -> tuple[Coverage, ...]:
    """Find for each clause of an abstract the base paragraphs it rests on.

    Args:
        abstract: Its paragraphs.
        clauses: (position of the abstract's paragraph, span in it), in reading order.
        witness_language: BCP 47 tag of the abstract.

    Returns:
        One coverage a clause, in the order given, without queries. Time grows with the product of
        clauses and base paragraphs.
    """
    readings = [
        Reading(
            paragraph=row,
            start=span.start,
            end=span.end,
            text=abstract[row][span.start : span.end],
        )
        for row, span in clauses
    ]
    texts = [reading.text for reading in readings]
    shared = share_language(base_language, witness_language)
    sides = read_sides(base, texts, share_language=shared)
    weighed = _weigh(base, texts, sides, _frequent(witness_language))
    signs = read_signs(base, texts, witness_language) if shared else None
    if signs is not None:
        weighed = _with_signs(weighed, signs)
    order = [number for number, text in enumerate(texts) if not is_aside(text)]
    sentences = _sentences_of(readings, abstract, witness_language)
    drawn = _drawn(weighed, signs)
    ties = {
        (near, k): STAYING + float(drawn[k]) * (sentences[near] == sentences[k])
        for one, two in pairwise(order)
        for near, k in ((one, two), (two, one))
    }
    sure = _posteriors(weighed.worth, order, ties)
    return tuple(_coverage(clause, k, weighed, sure[k]) for k, clause in enumerate(readings))


def _frequent(language: str) -> frozenset[str]:
    """Function words of a language, folded; empty if none are known of it."""
    name = language.partition("-")[0].lower()
    words = " ".join(languages.get(name, "") for languages in FREQUENT_WORDS.values())
    return frozenset(map(fold, (*words.split(), *rules_of(language).function_words)))


def _with_signs(weighed: _Weighed, signs: Signs) -> _Weighed:
    """Add what names and inflected words speak for."""
    words = {**weighed.words}
    for place, names in signs.names.items():
        told = [(worth, name) for worth, name in names if -worth >= TELLING]
        words[place] = told + words.get(place, [])
    return replace(weighed, worth=weighed.worth + signs.worth, words=words)


def _drawn(weighed: _Weighed, signs: Signs | None) -> Doubles:
    """Say how strongly each clause is drawn to its sentence's other paragraphs, in nats.

    New words speak against it, and a clause whose own words lead somewhere needs it less.
    """
    if signs is None or not weighed.worth.size:
        return np.zeros(len(weighed.worth))
    best = np.maximum(weighed.worth.max(axis=1), 0.0)
    drawn: Doubles = CONTINUING * signs.known / (1.0 + best / NOTHING)
    return drawn


def _sentences_of(
    readings: Sequence[Reading], abstract: Sequence[str], language: str
) -> list[tuple[int, int]]:
    """Tell the clauses of one sentence from others: one value for each sentence."""
    starts = [[span.start for span in sentences_of(text, language)] for text in abstract]
    return [(r.paragraph, bisect_right(starts[r.paragraph], r.start)) for r in readings]


def _weigh(
    base: Sequence[str], clauses: Sequence[str], sides: Sides, frequent: frozenset[str]
) -> _Weighed:
    """Weigh every clause against every base paragraph."""
    worth = np.zeros((len(clauses), len(base)))
    words: dict[tuple[int, int], list[tuple[float, str]]] = defaultdict(list)
    pairs = [((row,), (clause,)) for clause in range(len(clauses)) for row in range(len(base))]
    layers: list[tuple[Layer, Sequence[str]]] = [
        (
            layer_of(sides.names, sides.names, FOUND, dilution=DILUTION),
            sides.name_spelled[1],
        )
    ]
    if sides.share_language:
        plain = layer_of(sides.counts, sides.counts, FOUND, dilution=DILUTION)
        layers = [(plain, sides.spelled[1])]
    for whole, spelled in layers if pairs else ():
        layer = _with_chance(whole, [fold(word) in frequent for word in spelled])
        seen = standing_in(layer, pairs)
        found = layer.found_in_witness[seen.term]
        added = np.log1p(found * (seen.ratio - 1.0)) * seen.value
        worth += np.bincount(seen.bead, added, minlength=len(pairs)).reshape(worth.shape)
        for n in np.flatnonzero(added >= TELLING).tolist():
            clause, row = divmod(int(seen.bead[n]), len(base))
            word = spelled[int(seen.term[n])]
            if len(word) > 1 or not word.isascii():  # an initial alone tells nobody anything
                words[clause, row].append((-float(added[n]), word))
    runs = _runs_taken_over(base, clauses)
    for (clause, row), run in runs.items():
        said = sum(fold(word) not in frequent for word in run.split())
        worth[clause, row] += RUN_WORTH * max(said - 1, 0)
    return _Weighed(worth, words, runs)


def _with_chance(layer: Layer, is_frequent: Sequence[bool]) -> Layer:
    """Say how likely each term is to stand anywhere in the language, not only in this base."""
    totals = layer.base.totals() + layer.witness.totals()
    share = totals / max(totals.sum(), 1.0)
    rare = (totals + 0.5) / (totals.sum() + UNSEEN)
    chance = np.where(is_frequent, np.maximum(share, FREQUENT), rare).astype(np.float32)
    return replace(layer, chance_in_base=chance, chance_in_witness=chance)


def _runs_taken_over(base: Sequence[str], clauses: Sequence[str]) -> dict[tuple[int, int], str]:
    """Find the longest run of words each clause has in one order with each base paragraph."""
    reader = TermReader()
    standing: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for row, text in enumerate(base):
        words = [fold(word) for word in reader.words(text)]
        for k in range(len(words) - RUN + 1):
            standing[tuple(words[k : k + RUN])].add(row)
    longest: dict[tuple[int, int], str] = {}
    for clause, text in enumerate(clauses):
        spelled = reader.words(text)
        words = [fold(word) for word in spelled]
        running: dict[int, int] = {}
        for k in range(len(words) - RUN + 1):
            rows = standing.get(tuple(words[k : k + RUN]), set())
            running = {row: running.get(row, RUN - 1) + 1 for row in sorted(rows)}
            for row, length in running.items():
                run = " ".join(spelled[k + RUN - length : k + RUN])
                if len(run) > len(longest.get((clause, row), "")):
                    longest[clause, row] = run
    return longest


def _posteriors(
    worth: Doubles, order: Sequence[int], ties: dict[tuple[int, int], float]
) -> Doubles:
    """Weigh paragraphs against each other and against no source, neighbours considered.

    An aside neither leans on its neighbours nor parts them.

    Args:
        order: The clauses that are no asides, in reading order.
        ties: By (neighbour, clause), how strongly the clause is drawn to where it rests, in nats.

    Returns:
        A row a clause; the last column is for no source.
    """
    clauses, rows = worth.shape
    own = np.zeros((clauses, rows + 1))
    own[:, :rows] = (worth - NOTHING) / TEMPERATURE - np.log(max(rows, 1)) / 2
    total = own.copy()
    for one_way in (list(pairwise(order)), [(b, a) for a, b in reversed(list(pairwise(order)))]):
        told = np.zeros_like(own)
        for near, k in one_way:
            told[k] = _passed_on(own[near] + told[near], ties[near, k])
        total += told
    weights = np.exp(total - total.max(axis=1, keepdims=True)) if clauses else total
    shares: Doubles = weights / weights.sum(axis=1, keepdims=True)
    return shares


def _passed_on(score: Doubles, tie: float) -> Doubles:
    """What a clause tells its neighbour: rest where I rest, or anywhere."""
    share = np.exp(score - score.max())
    share /= share.sum()
    told: Doubles = np.log1p(share * np.expm1(tie))
    told[-1] = 0.0
    return told


def _coverage(clause: Reading, number: int, weighed: _Weighed, sure: Doubles) -> Coverage:
    """Choose the paragraphs of one clause, best first."""
    nothing = float(sure[-1])
    worth = weighed.worth[number]
    order = sorted(range(len(worth)), key=lambda row: (-float(sure[row]), row))
    if not order or sure[order[0]] <= nothing:
        return Coverage(clause=clause, base=(), confidence=round(nothing, 4))
    best = float(worth.max())
    likely = {row for row in order if worth[row] > max(NOTHING, FURTHER * best)}
    chosen = _chosen(number, order[0], likely, weighed)
    return Coverage(
        clause=clause,
        base=tuple(chosen),
        confidence=round(1.0 - nothing, 4),
        evidence=_evidence(number, chosen, weighed),
    )


def _chosen(clause: int, first: int, likely: set[int], weighed: _Weighed) -> list[int]:
    """Add to the first paragraph whichever tells most that those chosen do not, while one does."""
    chosen, left = [first], likely - {first}
    while left:
        added = {row: _added(clause, row, chosen, weighed) for row in left}
        row = min(left, key=lambda row: (-added[row], row))
        if added[row] < FURTHER_WORTH:
            break
        chosen.append(row)
        left.remove(row)
    return chosen


def _added(clause: int, row: int, chosen: Sequence[int], weighed: _Weighed) -> float:
    """Tell what a further paragraph's telling words add to those of the chosen ones, in nats."""
    said = {word for held in chosen for word in _told(clause, held, weighed)}
    added = _told(clause, row, weighed)
    return sum(
        worth
        for word, worth in added.items()
        if word not in said and not set(word.split()) & (said | (added.keys() - {word}))
    )


def _told(clause: int, row: int, weighed: _Weighed) -> dict[str, float]:
    """The words and the run, folded, that speak for a clause resting on a paragraph, in nats."""
    told = {fold(word): -less for less, word in weighed.words.get((clause, row), ())}
    if run := weighed.runs.get((clause, row)):
        told[fold(run)] = RUN_WORTH * (RUN - 1)
    return told


def _evidence(clause: int, rows: Sequence[int], weighed: _Weighed) -> tuple[str, ...]:
    """Name runs taken over, then telling words."""
    runs = [
        f"verbatim: {weighed.runs[clause, row]}" for row in rows if (clause, row) in weighed.runs
    ]
    words = sorted(item for row in rows for item in weighed.words.get((clause, row), ()))
    named = [f"word: {word}" for _, word in words]
    return tuple(dict.fromkeys(runs + named))[:MOST_EVIDENCE]
