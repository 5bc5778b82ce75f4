"""The two sides of an alignment as numbers: terms in order, counts, names, lengths."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from provtrack.aligner.counts import Counts, Floats, Integers, Vocabulary, count
from provtrack.aligner.known import known_terms, nothing_known
from provtrack.aligner.meetings import TermSides
from provtrack.aligner.spelling import Alike, spelled_alike
from provtrack.aligner.terms import TermReader
from provtrack.model.lexicon import Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What an alignment knows of base and witness.

    Attributes:
        terms: Numbered terms in reading order; one vocabulary if the language is one.
        counts: Of terms, for base and witness.
        names: Counts of names and figures in a vocabulary common to both.
        lengths: Of the paragraphs in code points.
        texts: Paragraphs with one text have one number.
        vocabularies: For base and witness, the terms by number.
        spelled: For base and witness, a word each term was first met in.
        name_spelled: The same for names.
    """

    share_language: bool
    terms: TermSides
    counts: tuple[Counts, Counts]
    names: tuple[Counts, Counts]
    lengths: tuple[Floats, Floats]
    texts: tuple[Integers, Integers]
    vocabularies: tuple[Sequence[str], Sequence[str]]
    spelled: tuple[Sequence[str], Sequence[str]]
    name_spelled: tuple[Sequence[str], Sequence[str]]

    def selected(self, rows: Integers, columns: Integers) -> "Sides":
        """What is known of some paragraphs only, in the order named."""
        terms = replace(
            self.terms,
            base=[self.terms.base[row] for row in rows.tolist()],
            witness=[self.terms.witness[column] for column in columns.tolist()],
        )
        return replace(
            self,
            terms=terms,
            counts=(self.counts[0].selected(rows), self.counts[1].selected(columns)),
            names=(self.names[0].selected(rows), self.names[1].selected(columns)),
            lengths=(self.lengths[0][rows], self.lengths[1][columns]),
            texts=(self.texts[0][rows], self.texts[1][columns]),
        )


def read_sides(
    base: Sequence[str],
    witness: Sequence[str],
    *,
    share_language: bool,
    least: float = 0.75,
    lexicon: Lexicon | None = None,
) -> Sides:
    """Read the paragraphs of both sides.

    Args:
        lexicon: What is known of the two languages, read from base to witness.
    """
    reader = TermReader()
    words = [[reader.words(text) for text in side] for side in (base, witness)]
    first = Vocabulary()
    second = first if share_language else Vocabulary()
    rows = [_number(words[0], reader, first), _number(words[1], reader, second)]
    terms = TermSides(
        base=rows[0],
        witness=rows[1],
        base_size=len(first),
        witness_size=len(second),
        alike=_alike(first, second, share_language=share_language, least=least),
        known=known_terms(lexicon, first.numbers, second.numbers)
        if lexicon
        else nothing_known(len(first), len(second)),
    )
    names = _names(words, reader)
    return Sides(
        share_language=share_language,
        terms=terms,
        counts=(count(rows[0], len(first)), count(rows[1], len(second))),
        names=names[0],
        lengths=(_lengths(base), _lengths(witness)),
        texts=_same(base, witness),
        vocabularies=(tuple(first.numbers), tuple(second.numbers)),
        spelled=(first.spelled, second.spelled),
        name_spelled=names[1],
    )


def _number(
    words: Sequence[Sequence[str]], reader: TermReader, vocabulary: Vocabulary
) -> list[Integers]:
    """Number the terms of each paragraph, in reading order."""
    known: dict[str, tuple[int, ...]] = {}
    rows = []
    for row in words:
        for word in row:
            if word not in known:  # most words of a long text come again
                terms = reader.terms(word)
                known[word] = tuple(vocabulary.number(term, word) for term in terms)
        rows.append(np.array([number for word in row for number in known[word]], dtype=np.int64))
    return rows


def _alike(first: Vocabulary, second: Vocabulary, *, share_language: bool, least: float) -> Alike:
    """Pair the terms that are the same on both sides, and those that are spelled alike."""
    if share_language:
        every = np.arange(len(first))
        same = Alike(every, every, np.ones(len(first), np.float32))
    else:
        common = [(n, second.numbers[t]) for t, n in first.numbers.items() if t in second.numbers]
        numbers = np.array(common, dtype=np.int64).reshape(-1, 2)
        same = Alike(numbers[:, 0], numbers[:, 1], np.ones(len(numbers), np.float32))
    similar = spelled_alike(
        first.spelled, second.spelled, least=least, share_language=share_language
    )
    known = set(zip(same.first.tolist(), same.second.tolist(), strict=True))
    new = [
        k
        for k, pair in enumerate(zip(similar.first.tolist(), similar.second.tolist(), strict=True))
        if pair not in known
    ]
    return Alike(
        np.concatenate([same.first, similar.first[new]]).astype(np.int64),
        np.concatenate([same.second, similar.second[new]]).astype(np.int64),
        np.concatenate([same.likeness, similar.likeness[new]]),
    )


def _names(
    words: Sequence[Sequence[Sequence[str]]], reader: TermReader
) -> tuple[tuple[Counts, Counts], tuple[Sequence[str], Sequence[str]]]:
    """Count names and figures in one vocabulary, and remember how each side spells them."""
    common = Vocabulary()
    rows, spelled = [], []
    for side in words:
        spelling: dict[int, str] = {}
        numbered = []
        named = {word: reader.name(word) for word in set(chain.from_iterable(side))}
        for row in side:
            found = [(name, word) for word in row if (name := named[word])]
            numbers = [common.number(name, word) for name, word in found]
            for number, (_, word) in zip(numbers, found, strict=True):
                spelling.setdefault(number, word)
            numbered.append(np.array(numbers, dtype=np.int64))
        rows.append(numbered)
        spelled.append(spelling)
    counts = (count(rows[0], len(common.numbers)), count(rows[1], len(common.numbers)))
    words_of = [[one.get(k, "") for k in range(len(common.numbers))] for one in spelled]
    return counts, (words_of[0], words_of[1])


def _lengths(texts: Sequence[str]) -> Floats:
    return np.array([len(text) for text in texts], dtype=np.float32)


def _same(base: Sequence[str], witness: Sequence[str]) -> tuple[Integers, Integers]:
    """Number the texts of paragraphs, the same text alike."""
    numbers: dict[str, int] = {}
    rows = [[numbers.setdefault(text, len(numbers)) for text in side] for side in (base, witness)]
    return np.array(rows[0], dtype=np.int64), np.array(rows[1], dtype=np.int64)
