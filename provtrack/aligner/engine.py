"""The door: `align` two versions.

Paragraphs -> terms (`sides`) -> rounds of pricing, path and learning (`matching`, `moves`) -> beads
with confidence and description. Why the objective is what it is, and what was tried beside it:
docs/decisions/0003-aligner-objective.md.
"""

from collections.abc import Sequence
from dataclasses import replace

from provtrack.aligner.confidence import confidences
from provtrack.aligner.description import Description, describe
from provtrack.aligner.embedding import Embedder, embedded, hint_of
from provtrack.aligner.joints import Piece
from provtrack.aligner.known import read_as
from provtrack.aligner.matching import Matching, match
from provtrack.aligner.mirroring import PINNED_BY, in_reading_order, mirrored
from provtrack.aligner.moves import crossing
from provtrack.aligner.pinning import Constraints, constraints_of
from provtrack.aligner.pricing import Prices
from provtrack.aligner.relatedness import Judged, doubted, related
from provtrack.aligner.resting import collector_at_rest
from provtrack.aligner.scoring import Scorer
from provtrack.aligner.sides import Sides, read_sides
from provtrack.aligner.strangers import without_strangers
from provtrack.model.alignment import Alignment, Bead, Pin, Uncovered
from provtrack.model.lexicon import Lexicon
from provtrack.text.languages import share_language

METHOD = "likelihood-lattice-2"
EMBEDDER = "embedder"  # setting of an alignment: name of the embedder that had a say
LEXICON = "lexicon"  # setting of an alignment: digest of the lexicon it was made with


def align(
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
    pins: Sequence[Pin] = (),
    embedder: Embedder | None = None,
    lexicon: Lexicon | None = None,
) -> Alignment:
    """Find which paragraphs of a witness answer which paragraphs of the base.

    Args:
        base, witness: Paragraphs in reading order.
        base_language, witness_language: BCP 47 tags.
        pins: What people decided, in any order; honoured where their paragraphs stand in the texts.
        embedder: A plug-in whose vectors have a say beside the words; named in the settings.
        lexicon: What is known of the two languages, in either direction; one of other languages,
            and any between texts in one language, has no effect.

    Returns:
        Beads in reading order of the base; each paragraph of both sides stands in exactly one. The
        same beads with the same confidences come out if the sides are exchanged (unless that is
        the same task: a text beside itself, with pins that are their own image). Time and memory
        grow with the product of the two numbers of paragraphs up to some 400 x 400, above that
        with their sum.

    Raises:
        UsageError: Two pins contradict each other.
        EmbedderError: The embedder fails.
    """
    hints = hint_of(embedded(embedder, base), embedded(embedder, witness)) if embedder else []
    alignment = align_within(
        base,
        witness,
        languages=(base_language, witness_language),
        constraints=constraints_of(pins, base, witness),
        hints=hints,
        lexicon=lexicon,
    )
    return with_embedder(alignment, embedder, hints)


def with_embedder(
    alignment: Alignment, embedder: Embedder | None, hints: Sequence[Scorer]
) -> Alignment:
    """Name the embedder in the settings of an alignment, if its vectors gave hints."""
    if embedder is None or not hints:
        return alignment
    return replace(alignment, settings=((EMBEDDER, embedder.name), *alignment.settings))


def align_within(
    base: Sequence[str],
    witness: Sequence[str],
    *,
    languages: tuple[str, str],
    constraints: Constraints,
    hints: Sequence[Scorer] = (),
    lexicon: Lexicon | None = None,
) -> Alignment:
    """Align two versions under constraints by position; as `align`.

    Args:
        hints: What else speaks for or against beads, beside words, names and lengths.
    """
    here = (languages[0], tuple(base), constraints)
    there = (languages[1], tuple(witness), constraints.mirrored())
    # rounding and ties may favour a side: which one must not depend on the caller's order
    with collector_at_rest():
        if there < here:
            turned = [hint.mirrored() for hint in hints]
            sides = (witness, base)
            return mirrored(_align(sides, languages[::-1], there[2], turned, lexicon=lexicon))
        return _align((base, witness), languages, constraints, hints, lexicon=lexicon)


def _align(
    texts: tuple[Sequence[str], Sequence[str]],
    languages: tuple[str, str],
    constraints: Constraints,
    hints: Sequence[Scorer],
    *,
    lexicon: Lexicon | None,
) -> Alignment:
    known = read_as(languages, lexicon)
    sides = read_sides(*texts, share_language=share_language(*languages), lexicon=known)
    judged = _judged(match(sides, Prices(), constraints, hints), sides, constraints, hints)
    matching = judged.found
    paired = matching.beads()
    crossed = crossing(paired)
    described = dict(zip(paired, describe(texts, sides, matching, paired), strict=True))
    beads = [
        _bead(
            piece,
            doubted(confidence, piece, judged.likely),
            described.get(piece),
            is_transposed=piece in crossed,
        )
        for piece, confidence in confidences(sides, matching).items()
    ]
    for piece, names in zip(constraints.linked, constraints.pinned_by, strict=True):
        bead = _bead(piece, 1.0, described.get(piece), is_transposed=piece in crossed)
        pinned = tuple(PINNED_BY + name for name in names)
        beads.append(replace(bead, evidence=(*pinned, *bead.evidence)))
    settings = ((LEXICON, known.sha256),) if known else ()
    return Alignment(beads=in_reading_order(beads), method=METHOD, settings=settings)


def _judged(
    found: Matching, sides: Sides, constraints: Constraints, hints: Sequence[Scorer]
) -> Judged:
    """Take apart what two unrelated texts seem to share; people and hints know better."""
    if sides.share_language:
        return Judged(found=without_strangers(found, sides), likely=1.0)
    if constraints or hints:
        return Judged(found=found, likely=1.0)
    return related(found, sides, Prices())


def _bead(
    piece: Piece,
    confidence: float,
    description: Description | None,
    *,
    is_transposed: bool,
) -> Bead:
    base, witness = piece
    if description is None:
        gone = Uncovered(base=1.0 if base else 0.0, witness=1.0 if witness else 0.0)
        return Bead(base=base, witness=witness, confidence=confidence, uncovered=gone)
    return Bead(
        base=base,
        witness=witness,
        confidence=confidence,
        similarity=description.similarity,
        transposed=is_transposed,
        evidence=tuple(map(_in_words, description.evidence)),
        uncovered=Uncovered(base=description.uncovered[0], witness=description.uncovered[1]),
    )


def _in_words(evidence: tuple[str, str, str]) -> str:
    """Write evidence out: "word: Ladakh", "name: Неру = Nehru"."""
    kind, ours, theirs = evidence
    return f"{kind}: {ours}" if ours == theirs else f"{kind}: {ours} = {theirs}"
