"""Word correspondences between two languages, as counts that can be added up.

Counts are whole thousandths of an agreed meeting: sums of them do not depend on the order in which
documents are added, and what one document gave can be taken off again to the last figure.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

UNIT = 1000  # counts to one agreed meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """Two terms that answer each other: stems of words, figures, or characters.

    Attributes:
        base, witness: The terms, folded as the aligner reads them.
        count: Thousandths of a meeting that both directions agree on.
    """

    base: str
    witness: str
    count: int

    def __post_init__(self) -> None:
        if self.count <= 0:
            raise ValueError("a correspondence has been met")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Correspondences of a base and a witness language, each pair of terms once, sorted.

    Attributes:
        base_language, witness_language: As `text.languages.written_language` names them.
    """

    base_language: str
    witness_language: str
    correspondences: tuple[Correspondence, ...] = ()

    def __post_init__(self) -> None:
        pairs = [(one.base, one.witness) for one in self.correspondences]
        if any(first >= second for first, second in pairwise(pairs)):
            raise ValueError("the correspondences of a lexicon are sorted, each pair once")

    def __bool__(self) -> bool:
        return bool(self.correspondences)

    @property
    def sha256(self) -> str:
        """Digest, the same for both directions, in hexadecimal."""
        one = self if self.base_language <= self.witness_language else self.mirrored()
        rows = [[each.base, each.witness, each.count] for each in one.correspondences]
        written = json.dumps([one.base_language, one.witness_language, rows], ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()

    def mirrored(self) -> "Lexicon":
        """The same lexicon with base and witness exchanged."""
        turned = [replace(one, base=one.witness, witness=one.base) for one in self.correspondences]
        return Lexicon(
            base_language=self.witness_language,
            witness_language=self.base_language,
            correspondences=tuple(sorted(turned, key=lambda one: (one.base, one.witness))),
        )

    def read_as(self, base_language: str, witness_language: str) -> "Lexicon | None":
        """Turn the lexicon so that it reads from a language to another; None if it is of others."""
        wanted = base_language, witness_language
        if wanted == (self.base_language, self.witness_language):
            return self
        turned = wanted == (self.witness_language, self.base_language)
        return self.mirrored() if turned else None


def lexicon_of(languages: tuple[str, str], counts: Mapping[tuple[str, str], int]) -> Lexicon:
    """Make a lexicon from counts by (base term, witness term); those of nothing are left out."""
    return Lexicon(
        base_language=languages[0],
        witness_language=languages[1],
        correspondences=tuple(
            Correspondence(base=base, witness=witness, count=count)
            for (base, witness), count in sorted(counts.items())
            if count > 0
        ),
    )


def counts_of(lexicons: Iterable[Lexicon]) -> dict[tuple[str, str], int]:
    """Add up the counts of lexicons that read in one direction."""
    summed: dict[tuple[str, str], int] = {}
    for lexicon in lexicons:
        for one in lexicon.correspondences:
            pair = one.base, one.witness
            summed[pair] = summed.get(pair, 0) + one.count
    return summed
