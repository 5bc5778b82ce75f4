"""Align n versions of one document at once: each pair gains evidence from the other versions.

All pairs are aligned by themselves first. A pair with a doubtful bead is then aligned again, with
what the third versions say of it (`triangles`) beside its own words. An alignment that is known,
because people decided on it or it is recorded, is evidence for the others and is never changed.
How much is gained, and what was tried: docs/decisions/0012-triangles.md. Entry point: `align_all`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from provtrack.aligner.embedding import Embedded, Embedder, embedded, hint_of
from provtrack.aligner.engine import METHOD, align_within, with_embedder
from provtrack.aligner.pinning import UNPINNED
from provtrack.aligner.scoring import Scorer
from provtrack.aligner.triangles import Pair, evidence_of
from provtrack.model.alignment import Alignment
from provtrack.model.lexicon import Lexicon

METHOD_TOGETHER = METHOD + "+triangles"
SURE = 0.8  # confidence below which a bead is doubtful, and its pair is aligned again
MOST_THIRDS = 5  # third versions asked; further ones repeat them, and each costs alignments


def align_all(
    texts: Sequence[Sequence[str]],
    languages: Sequence[str],
    *,
    pairs: Iterable[Pair] | None = None,
    known: Mapping[Pair, Alignment] | None = None,
    embedder: Embedder | None = None,
    lexicon_of: Callable[[Pair], Lexicon | None] | None = None,
) -> dict[Pair, Alignment]:
    """Find which paragraphs answer each other in each pair of several versions.

    Args:
        texts: The paragraphs of each version, in reading order.
        languages: The BCP 47 tag of each.
        pairs: The pairs wanted, by numbers from 0, the lower first; all if not given.
        known: Alignments that stand; used as evidence and returned as they are.
        embedder: As for `align`.
        lexicon_of: Gives the lexicon for a pair, as for `align`.

    Returns:
        An alignment of each pair wanted, as `align` gives it; whether third versions had a say is
        in its method. The order of versions does not matter: with another order the same beads
        come out, mirrored where a pair is turned. Time grows with the number of pairs wanted,
        and with up to `MOST_THIRDS` further pairs for each version in which something is doubtful.
    """
    wanted = sorted(set(pairs if pairs is not None else combinations(range(len(texts)), 2)))
    given = dict(known or {})
    alone = _Alone(texts, languages, given, embedder, lexicon_of)
    first = {pair: alone.of(pair) for pair in wanted}
    thirds = _most_telling(first, texts, languages)
    found = dict(first)
    for pair, alignment in first.items():
        asked = [third for third in thirds if third not in pair]
        if pair not in given and asked and not _is_sure(alignment):
            found[pair] = _with_thirds(pair, asked[:MOST_THIRDS], alone)
    return found


class _Alone:
    """Alignments of pairs by themselves, each made when it is first asked for."""

    def __init__(
        self,
        texts: Sequence[Sequence[str]],
        languages: Sequence[str],
        known: Mapping[Pair, Alignment],
        embedder: Embedder | None,
        lexicon_of: Callable[[Pair], Lexicon | None] | None,
    ) -> None:
        self.texts = texts
        self.languages = languages
        self.lengths = [[len(paragraph) for paragraph in text] for text in texts]
        self._made = dict(known)
        self._embedder = embedder
        self._lexicon_of = lexicon_of
        self._vectors: dict[int, Embedded] = {}

    def of(self, pair: Pair) -> Alignment:
        """The alignment of two versions."""
        if pair not in self._made:
            self._made[pair] = self.aligned(pair, [])
        return self._made[pair]

    def aligned(self, pair: Pair, hints: Sequence[Scorer]) -> Alignment:
        """Align two versions; with an embedder, if there is one, and with further hints."""
        base, witness = pair
        vectors = hint_of(self._embedded(base), self._embedded(witness)) if self._embedder else []
        alignment = align_within(
            self.texts[base],
            self.texts[witness],
            languages=(self.languages[base], self.languages[witness]),
            constraints=UNPINNED,
            hints=[*hints, *vectors],
            lexicon=self._lexicon_of(pair) if self._lexicon_of else None,
        )
        return with_embedder(alignment, self._embedder, vectors)

    def _embedded(self, version: int) -> Embedded:
        if self._embedder is not None and version not in self._vectors:
            self._vectors[version] = embedded(self._embedder, self.texts[version])
        return self._vectors[version]


def _is_sure(alignment: Alignment) -> bool:
    return all(bead.confidence >= SURE for bead in alignment.beads)


def _most_telling(
    alignments: Mapping[Pair, Alignment],
    texts: Sequence[Sequence[str]],
    languages: Sequence[str],
) -> list[int]:
    """Order versions by how sure their alignments are; of equal ones by what they say."""
    sums = dict.fromkeys(range(len(texts)), (0, 0))
    for pair, alignment in alignments.items():
        # confidences have 4 places: whole numbers add up to the same in every order
        sure = sum(round(bead.confidence * 10_000) for bead in alignment.beads)
        for one in pair:
            sums[one] = sums[one][0] + sure, sums[one][1] + len(alignment.beads)

    def rank(one: int) -> tuple[float, str, Sequence[str]]:
        sure, beads = sums[one]
        return -sure / max(beads, 1), languages[one], tuple(texts[one])

    return sorted(sums, key=rank)


def _with_thirds(pair: Pair, thirds: Sequence[int], alone: _Alone) -> Alignment:
    """Align two versions again, with what third versions say."""
    needed = [(min(k, one), max(k, one)) for k in thirds for one in pair]
    evidence = evidence_of(
        pair, thirds, {other: alone.of(other) for other in needed}, alone.lengths
    )
    return replace(alone.aligned(pair, [evidence]), method=METHOD_TOGETHER)
