"""Alignment cases of any size, made from the cases of 3,000 paragraphs.

A smaller case is the beginning of a large one. A larger one is a chain of variants of it: in each
variant after the first the consonants of the rarer words change places, by the same rule in both
languages and scripts. So a variant has words of its own, its names are as much alike across
languages as before, its word classes and endings stay, and its gold is that of the first.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations, product

from bench.align_cases import Case
from bench.baselines import Bead

COMMON = 200  # words a side that every variant shares
ENDING = 2  # letters at the end of a word that stay

# Consonants that romanisations confuse go together, so that names stay alike across languages.
LIQUIDS = (("l", "л"), ("m", "м"), ("n", "н"), ("r", "р"))
PAIRS = (("dt", "дт"), ("gk", "гк"), ("zs", "зс"))

_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[a-z](?!h)|[^\x00-\x7f]")  # "sh", "th", "kh" stay as they are


@dataclass(frozen=True, slots=True)
class Scaled:
    """Two texts with their gold."""

    base: tuple[str, ...]
    witness: tuple[str, ...]
    gold: tuple[Bead, ...]


def scaled(case: Case, gold: Sequence[Bead], size: int) -> Scaled:
    """Make a case with so many base paragraphs.

    Args:
        gold: Of the case.
    """
    common = [_common(side) for side in (case.base, case.witness)]
    base: list[str] = []
    witness: list[str] = []
    beads: list[Bead] = []
    for number, cipher in enumerate([{}, *_ciphers()]):
        part = _beginning(case, gold, size - len(base))
        places = len(base), len(witness)
        beads += [_moved_on(bead, places) for bead in part.gold]
        base += [_enciphered(text, cipher, common[0]) if number else text for text in part.base]
        witness += [
            _enciphered(text, cipher, common[1]) if number else text for text in part.witness
        ]
        if len(base) >= size:
            return Scaled(tuple(base), tuple(witness), tuple(beads))
    raise SystemExit(f"{size} paragraphs are more than the {len(base)} that can be made")


def _beginning(case: Case, gold: Sequence[Bead], size: int) -> Scaled:
    """Take the first paragraphs of both sides, and what is left of the gold."""
    if size >= len(case.base):
        return Scaled(case.base, case.witness, tuple(gold))
    other = round(size * len(case.witness) / len(case.base))
    cut = (
        (tuple(i for i in base if i < size), tuple(j for j in witness if j < other))
        for base, witness in gold
    )
    return Scaled(case.base[:size], case.witness[:other], tuple(bead for bead in cut if any(bead)))


def _moved_on(bead: Bead, places: tuple[int, int]) -> Bead:
    base, witness = bead
    return tuple(i + places[0] for i in base), tuple(j + places[1] for j in witness)


def _common(texts: Sequence[str]) -> frozenset[str]:
    """Find the commonest words of a side."""
    counted = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    ranked = sorted(counted, key=lambda word: (-counted[word], word))
    return frozenset(ranked[:COMMON])


def _ciphers() -> list[dict[str, str]]:
    """List the ways to exchange consonants such that none stays where it is."""
    found = []
    for liquids, pairs in product(permutations(LIQUIDS), permutations(PAIRS)):
        chosen = [*zip(LIQUIDS, liquids, strict=True), *zip(PAIRS, pairs, strict=True)]
        if all(old != new for old, new in chosen):
            found.append(
                {
                    before: after
                    for old, new in chosen
                    for script in (0, 1)
                    for before, after in zip(old[script], new[script], strict=True)
                }
            )
    return found


def _enciphered(text: str, cipher: dict[str, str], common: frozenset[str]) -> str:
    """Exchange the consonants of the words that are not common."""

    def exchanged(found: re.Match[str]) -> str:
        word = found.group()
        if word.lower() in common:
            return word
        stem = word[:-ENDING].lower()
        letters = _LETTER.sub(lambda one: cipher.get(one.group(), one.group()), stem)
        if word[0].isupper():
            letters = letters[:1].upper() + letters[1:]
        return letters + word[-ENDING:]

    return _WORD.sub(exchanged, text)
