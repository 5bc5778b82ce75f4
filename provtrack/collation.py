"""Compare a witness with a base, and a base with several witnesses.

Reads as the method does: paragraphs are aligned, each bead is compared word by word, each edit is
classified. Between languages nothing is compared word by word: queries are asked instead. An
abstract is not aligned but covered, clause by clause. Pure: takes values, gives values.
Entry points: `compare` and `collate`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace

from provtrack.aligner import Embedder, align, align_all, align_sentences, cover, omitted_sentences
from provtrack.aligner.resting import collector_at_rest
from provtrack.differ import diff
from provtrack.errors import UsageError
from provtrack.model.alignment import Alignment, Bead
from provtrack.model.comparison import (
    Change,
    Collation,
    ComparedBead,
    ComparedVersion,
    Comparison,
    Coverage,
    Query,
    Reading,
)
from provtrack.model.lexicon import Lexicon
from provtrack.model.names import ChangeKind, Nature, Significance, VersionKind
from provtrack.model.review import RecordedDecision
from provtrack.reviewing import identified, reviewed
from provtrack.taxonomy import (
    classify,
    clause_queries,
    has_brackets,
    has_quotation,
    name_queries,
    negation_queries,
    queries,
    sentence_queries,
)
from provtrack.text.language_rules import rules_of
from provtrack.text.languages import share_language
from provtrack.text.sentences import clauses_of

LexiconOf = Callable[[ComparedVersion, ComparedVersion], Lexicon | None]

_FEW_BRACKETS, _SELDOM = 3, 0.25  # beads with brackets on one side; more are a habit
_LEAST_BEADS = 5  # below this the usual ratio of lengths is not known


def compare(
    base: ComparedVersion,
    witness: ComparedVersion,
    *,
    alignment: Alignment | None = None,
) -> Comparison:
    """Read one witness against the base.

    Args:
        alignment: A recorded one, or with pins; else it is made here. Not used for abstracts.

    Returns:
        The witness with its beads, each with changes (one language) or queries (two languages);
        of an abstract, with its coverage.

    Raises:
        UsageError: The base is an abstract and the witness is not.
    """
    one_language = share_language(base.language, witness.language)
    if _is_abstract(witness) and not _is_abstract(base):
        return _comparison(witness, coverage=_covered(base, witness, one_language=one_language))
    if _is_abstract(base) and not _is_abstract(witness):
        raise UsageError(
            f"{base.name} is an abstract, so {witness.name} cannot be read against it. "
            f"Name {witness.name} first: an abstract is read against a text."
        )
    if alignment is None:
        alignment = _aligned(base, witness)
    if one_language:
        with collector_at_rest():
            places = _Places(alignment)
            beads = [
                _compared_in_one_language(bead, base, witness, places) for bead in alignment.beads
            ]
            return identified(_comparison(witness, beads=tuple(beads)), base)
    beads = _compared_between_languages(alignment, base, witness)
    return identified(_comparison(witness, beads=tuple(beads)), base)


def collate(
    base: ComparedVersion,
    witnesses: Sequence[ComparedVersion],
    *,
    alignments: Mapping[str, Alignment] | None = None,
    settings: Mapping[str, str] | None = None,
    embedder: Embedder | None = None,
    lexicon_of: LexiconOf | None = None,
    decisions: Mapping[str, Sequence[RecordedDecision]] | None = None,
    program: str = "",
) -> Collation:
    """Read several witnesses against one base; their order has no say in what is found.

    Args:
        alignments: By the witness's name: recorded or pinned ones, which are used as they are; the
            others are made here, with what the other witnesses say of what is doubtful.
        settings: What shaped the versions before they came here, kept in the result beside the
            method of each alignment and the language whose rules were used ("und" if none).
        embedder: A plug-in whose vectors have a say in the alignments made here.
        lexicon_of: Gives what is known of the languages of two versions, for those made here.
        decisions: By the witness's name: what editors decided on its changes against this base.
        program: Name and version of the program.
    """
    shaped = {"rules": rules_of(base.language).language, **(settings or {})}
    comparisons = []
    aligned = _aligned_together(
        base, witnesses, known=alignments or {}, embedder=embedder, lexicon_of=lexicon_of
    )
    for witness, alignment in zip(witnesses, aligned, strict=True):
        if alignment is not None:
            shaped[f"alignment of {witness.name}"] = alignment.method
            shaped |= {f"{name} of {witness.name}": value for name, value in alignment.settings}
        compared = compare(base, witness, alignment=alignment)
        comparisons.append(reviewed(compared, (decisions or {}).get(witness.name, ())))
    return Collation(
        base=base,
        witnesses=tuple(comparisons),
        settings=tuple(sorted(shaped.items())),
        program=program,
    )


def _aligned(base: ComparedVersion, witness: ComparedVersion) -> Alignment:
    made = align(
        base.paragraphs,
        witness.paragraphs,
        base_language=base.language,
        witness_language=witness.language,
    )
    return _with_lone_paragraphs(made, base, witness)


def _with_lone_paragraphs(
    made: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> Alignment:
    """Read the only paragraph of one side against that of the other, whatever they share.

    Who compares two versions of one paragraph wants to see it recast, not left out and added.
    """
    is_lone = len(base.paragraphs) == len(witness.paragraphs) == 1 and len(made.beads) > 1
    if not is_lone or not share_language(base.language, witness.language):
        return made
    unmatched = max(bead.confidence for bead in made.beads)
    lone = Bead(base=(0,), witness=(0,), confidence=round(1.0 - unmatched, 4))
    return replace(made, beads=(lone,))


def _aligned_together(
    base: ComparedVersion,
    witnesses: Sequence[ComparedVersion],
    *,
    known: Mapping[str, Alignment],
    embedder: Embedder | None,
    lexicon_of: LexiconOf | None,
) -> list[Alignment | None]:
    """Align all witnesses with the base; None for an abstract of a base that is none."""
    aligned = [one for one in witnesses if _is_abstract(one) == _is_abstract(base)]
    versions = [base, *aligned]
    found = align_all(
        [version.paragraphs for version in versions],
        [version.language for version in versions],
        pairs=[(0, k) for k in range(1, len(versions))],
        known={(0, k): known[one.name] for k, one in enumerate(aligned, 1) if one.name in known},
        embedder=embedder,
        lexicon_of=(lambda pair: lexicon_of(*(versions[k] for k in pair))) if lexicon_of else None,
    )
    results = iter(
        [
            found[0, k] if one.name in known else _with_lone_paragraphs(found[0, k], base, one)
            for k, one in enumerate(aligned, 1)
        ]
    )
    return [next(results) if _is_abstract(one) == _is_abstract(base) else None for one in witnesses]


def _comparison(
    witness: ComparedVersion,
    *,
    beads: tuple[ComparedBead, ...] = (),
    coverage: tuple[Coverage, ...] = (),
) -> Comparison:
    """Extend a version to the comparison it is the witness of."""
    known = {field.name: getattr(witness, field.name) for field in fields(ComparedVersion)}
    return Comparison(**known, beads=beads, coverage=coverage)


def _is_abstract(version: ComparedVersion) -> bool:
    return version.kind is VersionKind.ABSTRACT


def _covered(
    base: ComparedVersion, abstract: ComparedVersion, *, one_language: bool
) -> tuple[Coverage, ...]:
    """Find what each clause of an abstract rests on; in one language, ask where they differ."""
    clauses = [
        (position, span)
        for position, text in enumerate(abstract.paragraphs)
        for span in clauses_of(text, abstract.language)
    ]
    found = cover(
        base.paragraphs,
        abstract.paragraphs,
        clauses=clauses,
        base_language=base.language,
        witness_language=abstract.language,
    )
    if not one_language:
        return found
    return tuple(_asked(coverage, base) for coverage in found)


def _asked(coverage: Coverage, base: ComparedVersion) -> Coverage:
    """Add queries to a clause; what a query quotes of the base, the clause rests on too."""
    found = clause_queries(coverage.clause, base.paragraphs, coverage.base, language=base.language)
    quoted = dict.fromkeys(query.base.paragraph for query in found if query.base is not None)
    further = tuple(place for place in quoted if place not in coverage.base)
    sure = coverage.confidence
    if further and not coverage.base:  # so far it was how sure it is that nothing is found
        sure = round(1.0 - sure, 4)
    return replace(coverage, base=coverage.base + further, confidence=sure, queries=found)


def _compared_in_one_language(
    bead: Bead, base: ComparedVersion, witness: ComparedVersion, places: "_Places"
) -> ComparedBead:
    """Find and classify what differs inside one bead."""
    left = [base.paragraphs[position] for position in bead.base]
    right = [witness.paragraphs[position] for position in bead.witness]
    if not left or not right:
        return _compared_bead(bead, changes=_unmatched(bead, base, witness, places))
    if left == right:
        return _compared_bead(bead)
    edits = diff(left, right, language=base.language)
    positions = (bead.base, bead.witness)
    changes = classify(edits, left, right, positions=positions, language=base.language)
    return _compared_bead(bead, changes=changes)


def _compared_between_languages(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> list[ComparedBead]:
    """Ask of each bead what needs no translation, given what is usual between the two versions."""
    matched = [
        (_text(base, bead.base), _text(witness, bead.witness))
        for bead in alignment.beads
        if bead.base and bead.witness
    ]
    ours, theirs = (sum(len(texts[side]) for texts in matched) for side in (0, 1))
    quoting = [tuple(map(has_quotation, texts)) for texts in matched]
    both_quote = sum(a != b for a, b in quoting) <= sum(a and b for a, b in quoting) + 1
    bracketing = sum(has_brackets(base) != has_brackets(other) for base, other in matched)
    both_bracket = bracketing <= max(_FEW_BRACKETS, _SELDOM * len(matched))
    ratio = theirs / ours if len(matched) >= _LEAST_BEADS and ours else None
    asked = (
        queries(
            *texts,
            base_language=base.language,
            witness_language=witness.language,
            usual_ratio=ratio,
            both_quote=both_quote,
            both_bracket=both_bracket,
        )
        for texts in matched
    )
    named = name_queries(
        alignment.beads,
        base.paragraphs,
        witness.paragraphs,
        base_language=base.language,
        witness_language=witness.language,
    )
    lacking, negating = _asked_of_sentences(alignment, base, witness)
    return [
        replace(_compared_bead(bead), queries=(*omitted, *next(asked), *negated, *names))
        if bead.base and bead.witness
        else _compared_bead(bead)
        for bead, omitted, negated, names in zip(
            alignment.beads, lacking, negating, named, strict=True
        )
    ]


def _asked_of_sentences(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> tuple[list[tuple[Query, ...]], list[tuple[Query, ...]]]:
    """Ask of each bead about the sentences, and about the negations, that one side lacks."""
    texts = base.paragraphs, witness.paragraphs
    sentences = align_sentences(
        alignment, *texts, base_language=base.language, witness_language=witness.language
    )
    omitted = omitted_sentences(alignment, sentences, *texts)
    lacking = [sentence_queries(beads, *texts) for beads in omitted]
    negating = negation_queries(
        sentences.inside, *texts, base_language=base.language, witness_language=witness.language
    )
    return lacking, negating


def _text(version: ComparedVersion, positions: tuple[int, ...]) -> str:
    return "\n".join(version.paragraphs[position] for position in positions)


def _compared_bead(bead: Bead, changes: tuple[Change, ...] = ()) -> ComparedBead:
    known = {field.name: getattr(bead, field.name) for field in fields(Bead)}
    return ComparedBead(**known, changes=changes)


class _Places:
    """Where a paragraph that one side lacks would stand: after which paragraph of that side."""

    def __init__(self, alignment: Alignment) -> None:
        """Walk the beads that are in the reading order of both sides."""
        self.in_witness: dict[int, int] = {}
        self.in_base: dict[int, int] = {}
        for ours, answering, theirs in (
            (self.in_witness, "base", "witness"),
            (self.in_base, "witness", "base"),
        ):
            last = -1
            beads = (bead for bead in alignment.beads if getattr(bead, answering))
            for bead in sorted(beads, key=lambda bead: tuple(getattr(bead, answering))):
                if getattr(bead, theirs) and not bead.transposed:
                    last = getattr(bead, theirs)[-1]
                ours.update(dict.fromkeys(getattr(bead, answering), last))


def _unmatched(
    bead: Bead, base: ComparedVersion, witness: ComparedVersion, places: _Places
) -> tuple[Change, ...]:
    """Make an omission or addition of each whole paragraph that nothing answers."""
    if bead.base:
        return tuple(
            _content(
                ChangeKind.OMISSION,
                _whole(base, position),
                _nowhere(witness, places.in_witness[position]),
            )
            for position in bead.base
        )
    return tuple(
        _content(
            ChangeKind.ADDITION,
            _nowhere(base, places.in_base[position]),
            _whole(witness, position),
        )
        for position in bead.witness
    )


def _whole(version: ComparedVersion, position: int) -> Reading:
    text = version.paragraphs[position]
    return Reading(paragraph=position, start=0, end=len(text), text=text)


def _nowhere(version: ComparedVersion, position: int) -> Reading:
    """Point to the end of a paragraph; to the very beginning where none stands before."""
    end = len(version.paragraphs[position]) if position >= 0 else 0
    return Reading(paragraph=max(position, 0), start=end, end=end, text="")


def _content(kind: ChangeKind, base: Reading, witness: Reading) -> Change:
    return Change(
        kind=kind,
        significance=Significance.SUBSTANTIVE,
        nature=Nature.CONTENT,
        rule="any-paragraph-1",
        confidence=1.0,
        explanation="paragraph left out" if kind is ChangeKind.OMISSION else "paragraph added",
        base=base,
        witness=witness,
    )
