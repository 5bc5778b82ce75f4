"""Which sentences answer each other inside the beads of an alignment. Entry point:
`align_sentences`.

The sentences of all beads are laid out bead by bead, so that beads out of reading order are no
obstacle, and aligned by the same objective as paragraphs (`matching`); nothing crosses the border
of a bead (`enclosures`). The words are learned from all beads together, first from whole
paragraphs, then from the sentences found. Where a bead has one sentence on each side nothing is
left to find; where one side has a single sentence for many, the lattice could only lose some of
them, and they are kept together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from provtrack.aligner.description import describe
from provtrack.aligner.enclosures import Enclosures
from provtrack.aligner.joints import LONGEST_JOINED, Piece
from provtrack.aligner.known import read_as
from provtrack.aligner.matching import match
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sentence_confidence import sentence_confidences
from provtrack.aligner.sides import read_sides
from provtrack.model.alignment import (
    Alignment,
    Bead,
    Sentence,
    SentenceAlignment,
    SentenceBead,
    Uncovered,
)
from provtrack.model.lexicon import Lexicon
from provtrack.text.languages import share_language
from provtrack.text.sentences import sentences_of

METHOD = "likelihood-lattice-2 inside beads"
# Whole beads have taught the words before the first path; that they answer each other is known, so
# a sentence left alone is rarer than a paragraph, and a joint inside is opened less readily.
PRICES = Prices(rounds_two=2, paired=4.0, opened=2.0)
Sentences = tuple[Sentence, ...]
Pair = tuple[Sentences, Sentences]  # those of a bead, on both sides
Found = tuple[Piece, float, tuple[float, float]]  # with confidence and uncovered shares


def align_sentences(
    alignment: Alignment,
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
    lexicon: Lexicon | None = None,
) -> SentenceAlignment:
    """Find which sentences answer each other inside the beads of an alignment.

    Args:
        alignment: Of these paragraphs; what pins ask of it holds for its sentences too.
        base, witness: Paragraphs in reading order.
        base_language, witness_language: BCP 47 tags.
        lexicon: What is known of the two languages, as for `engine.align`.

    Returns:
        For each bead the beads of its sentences. The same come out if the sides are exchanged.
        Time and memory grow with the sum over the beads of the product of their numbers of
        sentences, up to some 220 x 220 in one bead, above that with their sum.
    """
    texts = tuple(base), tuple(witness)
    languages = base_language, witness_language
    pairs = [
        (
            _sentences(bead.base, texts[0], languages[0]),
            _sentences(bead.witness, texts[1], languages[1]),
        )
        for bead in alignment.beads
    ]
    # as in `engine`: rounding and ties must not depend on which side is the base
    is_turned = (languages[1], texts[1]) < (languages[0], texts[0])
    if is_turned:
        pairs = [(theirs, ours) for ours, theirs in pairs]
        texts, languages = texts[::-1], languages[::-1]
    found = _found_inside(pairs, texts, languages, lexicon)
    inside = []
    for number, bead in enumerate(alignment.beads):
        beads = found.get(number, ())
        turned = [_turned(one) for one in beads] if is_turned else beads
        pair = pairs[number][::-1] if is_turned else pairs[number]
        inside.append(tuple(_of_bead(bead, pair, turned)))
    return SentenceAlignment(inside=tuple(inside), method=METHOD)


def _sentences(paragraphs: Sequence[int], texts: Sequence[str], language: str) -> Sentences:
    """List the sentences of some paragraphs."""
    return tuple(
        Sentence(paragraph=position, number=number, span=span)
        for position in paragraphs
        for number, span in enumerate(sentences_of(texts[position], language))
    )


def _turned(bead: SentenceBead) -> SentenceBead:
    """See a bead from the other side."""
    uncovered = Uncovered(base=bead.uncovered.witness, witness=bead.uncovered.base)
    return replace(bead, base=bead.witness, witness=bead.base, uncovered=uncovered)


def _of_bead(bead: Bead, pair: Pair, found: Sequence[SentenceBead]) -> Iterator[SentenceBead]:
    """Give the sentence beads of one bead, in reading order."""
    if not (pair[0] and pair[1]):
        for sentence in (*pair[0], *pair[1]):
            yield _alone(sentence, bead.confidence, is_base=bool(pair[0]))
    elif _is_whole(pair):
        yield SentenceBead(
            base=pair[0], witness=pair[1], confidence=bead.confidence, uncovered=bead.uncovered
        )
    else:
        for one in _in_reading_order(found):
            # right only if the bead around it is
            yield replace(one, confidence=round(one.confidence * bead.confidence, 4))


def _alone(sentence: Sentence, confidence: float, *, is_base: bool) -> SentenceBead:
    return SentenceBead(
        base=(sentence,) if is_base else (),
        witness=() if is_base else (sentence,),
        confidence=confidence,
        uncovered=Uncovered(base=float(is_base), witness=float(not is_base)),
    )


def _is_whole(pair: Pair) -> bool:
    """Tell whether there is nothing to divide in a bead."""
    fewer, more = sorted(map(len, pair))
    return fewer == 1 and (more == 1 or more > LONGEST_JOINED)


def _in_reading_order(found: Sequence[SentenceBead]) -> list[SentenceBead]:
    """Put what only the witness has right after what stands before it in the witness."""
    placed: list[tuple[int, int, int, SentenceBead]] = []
    before = 0
    for one in found:
        before += bool(one.base and one.witness)
        kind = 0 if one.base and one.witness else 2 if one.base else 1
        placed.append((before, kind, len(placed), one))
    return [one for *_, one in sorted(placed, key=lambda item: item[:3])]


def _found_inside(
    pairs: Sequence[Pair],
    texts: tuple[Sequence[str], Sequence[str]],
    languages: tuple[str, str],
    lexicon: Lexicon | None,
) -> Mapping[int, list[SentenceBead]]:
    """Solve the beads with sentences on both sides; by the number of the bead."""
    numbers = [number for number, pair in enumerate(pairs) if all(pair)]
    numbers.sort(key=lambda number: pairs[number][0][0].paragraph)
    if all(_is_whole(pairs[number]) for number in numbers):
        return {}
    groups = [
        (_texts(pairs[number][0], texts[0]), _texts(pairs[number][1], texts[1]))
        for number in numbers
    ]
    known = read_as(languages, lexicon)
    found = align_inside(groups, share_language=share_language(*languages), lexicon=known)
    return {
        number: [_bead(one, pairs[number]) for one in inside]
        for number, inside in zip(numbers, found, strict=True)
    }


def _texts(sentences: Sentences, texts: Sequence[str]) -> list[str]:
    return [texts[one.paragraph][one.span.start : one.span.end] for one in sentences]


def _bead(found: Found, pair: Pair) -> SentenceBead:
    (base, witness), confidence, uncovered = found
    return SentenceBead(
        base=tuple(pair[0][i] for i in base),
        witness=tuple(pair[1][j] for j in witness),
        confidence=confidence,
        uncovered=Uncovered(base=uncovered[0], witness=uncovered[1]),
    )


def align_inside(
    groups: Sequence[tuple[Sequence[str], Sequence[str]]],
    *,
    share_language: bool,
    lexicon: Lexicon | None = None,
) -> list[list[Found]]:
    """Align the units of each group, which are known to answer each other as a whole.

    Args:
        groups: Base and witness units of each.
        lexicon: What is known, from the language of the base units to that of the witness units.

    Returns:
        For each group its beads, by the places of their units in it, with confidence and the
        uncovered share of both sides.
    """
    enclosures = Enclosures.of([(len(base), len(witness)) for base, witness in groups])
    laid = _laid([base for base, _ in groups]), _laid([witness for _, witness in groups])
    sides = read_sides(*laid, share_language=share_language, lexicon=lexicon)
    matching = match(sides, PRICES, enclosures=enclosures)
    paired = matching.beads()
    described = describe(laid, sides, matching, paired)
    uncovered = {piece: one.uncovered for piece, one in zip(paired, described, strict=True)}
    owners = enclosures.base, enclosures.witness
    starts = [np.searchsorted(owner, np.arange(2 * len(groups))) for owner in owners]
    inside: list[list[Found]] = [[] for _ in groups]
    for piece, confidence in sentence_confidences(sides, matching, enclosures).items():
        part = int(owners[0][piece[0][0]] if piece[0] else owners[1][piece[1][0]])
        if part % 2 == 1:
            continue
        base, witness = (
            tuple(unit - int(start[part]) for unit in rows)
            for rows, start in zip(piece, starts, strict=True)
        )
        gone = uncovered.get(piece) or (float(bool(base)), float(bool(witness)))
        inside[part // 2].append(((base, witness), confidence, gone))
    return inside


def _laid(groups: Sequence[Sequence[str]]) -> list[str]:
    """Lay out the units of groups one after the other, a border between two."""
    return [unit for group in groups for unit in ("", *group)][1:]
