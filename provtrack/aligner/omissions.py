"""Choose from the sentences that nothing answers those a reader should be asked about.

A program that cries wolf is not read: a sentence left over in a free rendering, or beside a
paragraph whose counterpart was not found, is no omission. Thresholds were set by taking sentences
out of translations whose words are known (docs/explanation/alignment.md). Entry point:
`omitted_sentences`.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from provtrack.model.alignment import Alignment, Bead, Sentence, SentenceAlignment, SentenceBead

LEAST_SURE = 0.75  # of a bead of sentences with one side, that of its paragraphs included
LEAST_WEIGHT = 20.0  # letters; shorter sentences are exclamations, and go under in translation
LETTERS_OF_A_SIGN = 2.5  # a Chinese character says as much
FIRST_OF_SIGNS = 0x2E80


def omitted_sentences(
    alignment: Alignment,
    sentences: SentenceAlignment,
    base: Sequence[str],
    witness: Sequence[str],
) -> tuple[tuple[SentenceBead, ...], ...]:
    """Give for each bead of paragraphs the sentences that the other side surely lacks.

    Args:
        base, witness: The paragraphs.

    Returns:
        Beads with one side; neighbours in one paragraph are put together, with the confidence of
        the least sure.
    """
    ends = _Ends(sentences)
    return tuple(
        tuple(_omitted(bead, inside, ends, (base, witness)))
        for bead, inside in zip(alignment.beads, sentences.inside, strict=True)
    )


class _Ends:
    """The paragraphs of both sides whose first or last sentence nothing answers."""

    def __init__(self, sentences: SentenceAlignment) -> None:
        self.first: tuple[set[int], set[int]] = (set(), set())
        self.last: tuple[set[int], set[int]] = (set(), set())
        beads = [one for inside in sentences.inside for one in inside]
        for side in (0, 1):
            standing = [(one, bead) for bead in beads for one in _side(bead, side)]
            highest: dict[int, int] = {}
            for one, _ in standing:
                highest[one.paragraph] = max(highest.get(one.paragraph, 0), one.number)
            for one, bead in standing:
                if not _side(bead, 1 - side):
                    if one.number == 0:
                        self.first[side].add(one.paragraph)
                    if one.number == highest[one.paragraph]:
                        self.last[side].add(one.paragraph)

    def meets(self, side: int, paragraphs: Sequence[int], *, at_start: bool, at_end: bool) -> bool:
        """Tell whether what is missing here may stand at the border, in the next paragraph."""
        before = at_start and paragraphs[0] - 1 in self.last[side]
        after = at_end and paragraphs[-1] + 1 in self.first[side]
        return before or after


def _side(bead: SentenceBead, side: int) -> Sequence[Sentence]:
    return bead.witness if side else bead.base


def _omitted(
    bead: Bead,
    inside: Sequence[SentenceBead],
    ends: _Ends,
    texts: tuple[Sequence[str], Sequence[str]],
) -> Iterator[SentenceBead]:
    """Choose the omissions of one bead."""
    if not (bead.base and bead.witness):
        return
    alone = [one for one in inside if not (one.base and one.witness)]
    if len({bool(one.base) for one in alone}) != 1:
        return  # with something left over on both sides it is a free rendering
    side = 0 if alone[0].base else 1
    every = [one for found in inside for one in _side(found, side)]
    for _, run in groupby(_numbered(alone), key=lambda item: item[0]):
        joined = _joined([one for _, one in run])
        own = _side(joined, side)
        weight = sum(_weight(one, texts[side]) for one in own)
        if joined.confidence < LEAST_SURE or weight < LEAST_WEIGHT:
            continue
        lacking = bead.base if side else bead.witness
        at_start, at_end = every[0] in own, every[-1] in own
        if not ends.meets(1 - side, lacking, at_start=at_start, at_end=at_end):
            yield joined


def _numbered(alone: Sequence[SentenceBead]) -> Iterator[tuple[tuple[int, int], SentenceBead]]:
    """Name the run each sentence belongs to: neighbours in one paragraph have one name."""
    for place, one in enumerate(alone):
        first = (one.base or one.witness)[0]
        yield (first.paragraph, first.number - place), one


def _joined(members: Sequence[SentenceBead]) -> SentenceBead:
    return SentenceBead(
        base=tuple(sentence for one in members for sentence in one.base),
        witness=tuple(sentence for one in members for sentence in one.witness),
        confidence=min(one.confidence for one in members),
        uncovered=members[0].uncovered,
    )


def _weight(sentence: Sentence, texts: Sequence[str]) -> float:
    """Count letters and figures, those of scripts without alphabet for more."""
    words = texts[sentence.paragraph][sentence.span.start : sentence.span.end]
    return sum(
        LETTERS_OF_A_SIGN if ord(letter) >= FIRST_OF_SIGNS else 1.0
        for letter in words
        if letter.isalnum()
    )
