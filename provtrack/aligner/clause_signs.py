"""Read a clause of an abstract for what decides on its source: rare names, stems, new words.

In one language only. A name that one paragraph alone holds says more than any other word; a word
that comes back in another form (approves, approved) is still that word; and a clause whose words
the base does not know at all is likely an editor's own. What follows from it is left to `coverage`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from provtrack.aligner.counts import Doubles
from provtrack.aligner.terms import STEM_LETTERS, TermReader, fold
from provtrack.text.language_rules import LanguageRules, rules_of

NAME_WORTH = 1.6  # for each nat that a name's rarity among the paragraphs tells
STEM_WORTH = 0.9  # the same for a word that comes back in another form
SHORTEST_STEM = 3

_ASIDE = re.compile(r"^\s*(?:[(\[]|-{2,}|[–—]).*(?:[)\]]|-{2,}|[–—])[\s,.;:]*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signs:
    """What was read from the clauses (rows) beside the base paragraphs (columns).

    Attributes:
        worth: What names and inflected words speak for, in nats.
        names: By (clause, paragraph), the names both hold that tell paragraphs apart.
        known: For each clause, the share of its content words that stand anywhere in the base.
    """

    worth: Doubles
    names: dict[tuple[int, int], list[tuple[float, str]]]
    known: Doubles


def read_signs(base: Sequence[str], clauses: Sequence[str], language: str) -> Signs:
    """Look for the names and the stems of each clause in each base paragraph."""
    rules = rules_of(language)
    shape = len(clauses), len(base)
    signs = Signs(np.zeros(shape), defaultdict(list), np.zeros(len(clauses)))
    if rules.capitals_mark_names:
        _weigh_names(signs, base, clauses)
    _weigh_stems(signs, base, clauses, rules)
    return signs


def is_aside(clause: str) -> bool:
    """Tell whether a clause stands between dashes or in brackets: it interrupts its sentence."""
    return bool(_ASIDE.match(clause))


def _weigh_names(signs: Signs, base: Sequence[str], clauses: Sequence[str]) -> None:
    """Add what names speak for: the fewer paragraphs and clauses hold one, the more it says."""
    reader = TermReader()
    common = {word for text in (*base, *clauses) for word in reader.words(text) if word.islower()}
    holding, naming = (
        _rows_of(_names(reader.words(text), common) for text in texts) for texts in (base, clauses)
    )
    for name, named in naming.items():
        rows = holding.get(name, ())
        if not rows:
            continue
        worth = NAME_WORTH * np.log((len(base) + 1) / len(rows)) / len(named) ** 0.5
        for clause in named:
            for row in rows:
                signs.names[clause, row].append((-float(worth), name))
    for (clause, row), found in signs.names.items():
        best: dict[str, float] = {}
        for less, name in found:  # a first name and its surname are one sign, not two
            whole = next((n for _, n in found if name in n.split() and n != name), name)
            best[whole] = max(best.get(whole, 0.0), -less)
        signs.worth[clause, row] += sum(best.values())


def _names(words: Sequence[str], common: set[str]) -> frozenset[str]:
    """List capitalised words that never stand in lower case, and pairs of them."""
    is_name = [len(w) > 1 and w[0].isupper() and w.lower() not in common for w in words]
    pairs = (
        f"{word} {after}"
        for word, after, first, second in zip(words, words[1:], is_name, is_name[1:], strict=False)
        if first and second
    )
    return frozenset(w for w, named in zip(words, is_name, strict=True) if named) | set(pairs)


def _rows_of(texts: Iterator[frozenset[str]]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, held in enumerate(texts):
        for word in sorted(held):
            rows[word].append(row)
    return rows


def _weigh_stems(
    signs: Signs, base: Sequence[str], clauses: Sequence[str], rules: LanguageRules
) -> None:
    """Add words that come back in another form only, and count the words the base knows."""
    reader = TermReader()
    words = [{fold(word) for word in reader.words(text)} for text in base]
    cut = [{word[:STEM_LETTERS] for word in row} for row in words]
    stems = [{stem_of(word, rules) for word in row} for row in words]
    for clause, text in enumerate(clauses):
        content = {fold(word) for word in reader.words(text)} - rules.function_words
        known = 0
        for word in sorted(content):
            stem = stem_of(word, rules)
            rows = [row for row, held in enumerate(stems) if stem in held]
            also = {row for row, held in enumerate(cut) if word[:STEM_LETTERS] in held}
            known += bool(rows or also)
            for row in rows:
                if row not in also and len(word) > SHORTEST_STEM:
                    rarity = np.log((len(base) + 1) / len(rows))
                    signs.worth[clause, row] += STEM_WORTH * rarity
        signs.known[clause] = known / max(len(content), 1)


def stem_of(word: str, rules: LanguageRules) -> str:
    """Give what the forms of a folded word have in common: tir of tired, tiring, tires."""
    word = rules.inflections.get(word, word)
    endings = sorted(filter(None, rules.inflection_suffixes), key=len, reverse=True)
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= SHORTEST_STEM:
            if len(stem) > SHORTEST_STEM and stem[-1] == stem[-2]:
                stem = stem[:-1]  # stopped, travelling
            return stem
    return word
