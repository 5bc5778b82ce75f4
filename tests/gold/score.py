"""Score the changes a comparison found against those an editor marked.

A found change answers an expected one if it has a nature the editor accepts and overlaps it on at
least one side where both have words. Precision, recall and F1 are per nature; README.md gives the
rules for spans, optional changes and moves. Entry points: `score` for one pair, `Tally` to add up.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from provtrack.collation import compare
from provtrack.model.alignment import Alignment, Bead
from provtrack.model.comparison import Change, ComparedVersion, Reading
from provtrack.model.names import ChangeKind, Nature, Significance

from .pairs import PARAGRAPH_END, Expected, Pair, Place

FUNCTION_WORDS = {
    language: frozenset(words)
    for language, words in tomllib.loads(
        Path(__file__).with_name("function_words.toml").read_text(encoding="utf-8")
    ).items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A change the program found, with spans that count from the passage's beginning."""

    kind: ChangeKind
    significance: Significance
    nature: Nature
    base: tuple[int, int]
    witness: tuple[int, int]
    readings: tuple[str, str]


@dataclass(slots=True)
class Tally:
    """What was counted, per nature; the texts are lines for a reader.

    Attributes:
        expected, answered: Required changes by their best nature; those of them found.
        found, right: Changes found by their nature; those of them that answer an expected one.
        spans, kinds: Of the answered, how many have the right span, the right kind.
        called_accidental: Substantive changes of which only accidental ones were reported.
        called_substantive: Accidental changes of which only substantive ones were reported.
        missed, mistaken: Required changes not answered; found ones that answer nothing.
    """

    expected: Counter[Nature] = field(default_factory=Counter)
    answered: Counter[Nature] = field(default_factory=Counter)
    found: Counter[Nature] = field(default_factory=Counter)
    right: Counter[Nature] = field(default_factory=Counter)
    spans: int = 0
    kinds: int = 0
    called_accidental: list[str] = field(default_factory=list)
    called_substantive: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    mistaken: list[str] = field(default_factory=list)
    wrong_spans: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take in the counts of another pair or language."""
        for mine, theirs in (
            (self.expected, other.expected),
            (self.answered, other.answered),
            (self.found, other.found),
            (self.right, other.right),
        ):
            mine.update(theirs)
        self.spans += other.spans
        self.kinds += other.kinds
        self.called_accidental += other.called_accidental
        self.called_substantive += other.called_substantive
        self.missed += other.missed
        self.mistaken += other.mistaken
        self.wrong_spans += other.wrong_spans

    def precision(self, nature: Nature) -> float:
        """Share of the found that is right; 1.0 where nothing was found."""
        return self.right[nature] / self.found[nature] if self.found[nature] else 1.0

    def recall(self, nature: Nature) -> float:
        """Share of the expected that was found; 1.0 where nothing was expected."""
        return self.answered[nature] / self.expected[nature] if self.expected[nature] else 1.0

    def f1(self, nature: Nature) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision(nature) + self.recall(nature)
        return 2 * self.precision(nature) * self.recall(nature) / both if both else 0.0

    def span_accuracy(self) -> float:
        """Share of the answered changes whose span is right."""
        return self.spans / max(1, self.answered.total())

    def kind_accuracy(self) -> float:
        """Share of the answered changes whose kind is right."""
        return self.kinds / max(1, self.answered.total())


def changes_of(pair: Pair, *, alignment: Alignment | None = None) -> tuple[Change, ...]:
    """Compare the two passages of a pair and return the changes in the order of the beads.

    Args:
        alignment: As `one_bead` gives it, so that changes are judged alone; else the aligner's.
    """
    comparison = compare(_version(pair, "base"), _version(pair, "witness"), alignment=alignment)
    return tuple(change for bead in comparison.beads for change in bead.changes)


def one_bead(pair: Pair) -> Alignment:
    """Align all paragraphs of the base with all of the witness."""
    base, witness = (text.count(PARAGRAPH_END) + 1 for text in (pair.base, pair.witness))
    bead = Bead(base=tuple(range(base)), witness=tuple(range(witness)), confidence=1.0)
    return Alignment(beads=(bead,), method="gold")


def score(pair: Pair, changes: Sequence[Change]) -> Tally:
    """Count what of one pair's expected changes was found, and what was found beside them."""
    tally = Tally()
    found = [_found(pair, change) for change in _leaves(changes)]
    for expected in pair.required:
        _count_expected(tally, pair, expected, found)
    for change in found:
        answers = any(_answers(change, expected) for expected in pair.required)
        if not answers and any(_excuses(expected, change) for expected in pair.expected):
            continue
        tally.found[change.nature] += 1
        tally.right[change.nature] += answers
        if not answers:
            tally.mistaken.append(f"{pair.id} {_words(change)} called {change.nature}")
    return tally


def _version(pair: Pair, side: str) -> ComparedVersion:
    text = pair.base if side == "base" else pair.witness
    return ComparedVersion(
        name=side,
        language=pair.language,
        text_sha256="",
        paragraphs=tuple(text.split(PARAGRAPH_END)),
    )


def _leaves(changes: Sequence[Change]) -> Iterator[Change]:
    """Give every change and, after a transposition, those inside the moved words."""
    for change in changes:
        yield change
        yield from change.inside


def _found(pair: Pair, change: Change) -> Found:
    """Count spans from the passage's beginning; a move with changes inside is itself a recast."""
    return Found(
        kind=change.kind,
        significance=change.significance,
        nature=Nature.RECAST if change.inside else change.nature,
        base=_span(change.base, pair.base),
        witness=_span(change.witness, pair.witness),
        readings=(change.base.text, change.witness.text),
    )


def _span(reading: Reading, text: str) -> tuple[int, int]:
    paragraphs = text.split(PARAGRAPH_END)
    before = sum(len(words) + len(PARAGRAPH_END) for words in paragraphs[: reading.paragraph])
    return before + reading.start, before + reading.end


def _count_expected(tally: Tally, pair: Pair, expected: Expected, found: list[Found]) -> None:
    """Count one required change: found or not, its span, its kind, its significance."""
    nature = expected.natures[0]
    tally.expected[nature] += 1
    label = f"{pair.id} {expected.base.text!r} | {expected.witness.text!r} ({nature})"
    touching = [change for change in found if _touches(change, expected)]
    reported = {change.significance for change in touching}
    line = f"{label}: {', '.join(map(_words, touching))}"
    if reported == {Significance.ACCIDENTAL} and expected.significance is Significance.SUBSTANTIVE:
        tally.called_accidental.append(line)
    if reported == {Significance.SUBSTANTIVE} and expected.significance is Significance.ACCIDENTAL:
        tally.called_substantive.append(line)
    answers = [change for change in touching if change.nature in expected.natures]
    if not answers:
        seen = ", ".join(f"{_words(change)} {change.nature}" for change in touching) or "nothing"
        tally.missed.append(f"{label}: {seen}")
        return
    tally.answered[nature] += 1
    tally.kinds += any(change.kind in expected.kinds for change in answers)
    if any(_span_is_right(change, expected, pair) for change in answers):
        tally.spans += 1
    else:
        tally.wrong_spans.append(f"{label}: {', '.join(map(_words, answers))}")


def _answers(change: Found, expected: Expected) -> bool:
    return change.nature in expected.natures and _touches(change, expected)


def _touches(change: Found, expected: Expected) -> bool:
    """Overlap on a side where both have words; paragraph breaks, which have none, may adjoin."""
    sides = ((change.base, expected.base), (change.witness, expected.witness))
    if change.nature is Nature.PARAGRAPH_BREAK:
        return any(
            span[0] <= place.outer_end and place.outer_start <= span[1] for span, place in sides
        )
    return any(
        span[0] < place.outer_end and place.outer_start < span[1] and span[0] < span[1]
        for span, place in sides
    )


def _excuses(expected: Expected, change: Found) -> bool:
    """Whether a found change that answers nothing required is not held against the program."""
    if not _touches(change, expected):
        return False
    if expected.is_optional:
        return not expected.natures or change.nature in expected.natures
    if not "".join(change.readings).strip():
        return True
    if expected.is_move and change.nature is Nature.CASE:
        return True
    margins = {
        _only_in_margin(change.base, expected.base),
        _only_in_margin(change.witness, expected.witness),
    }
    return margins in ({True}, {True, None})


def _only_in_margin(span: tuple[int, int], place: Place) -> bool | None:
    """Whether words lie wholly in what may be left out of a reading; None: there are no words."""
    if span[0] == span[1]:
        return None
    in_lead = place.outer_start <= span[0] and span[1] <= place.start
    in_tail = place.end <= span[0] and span[1] <= place.outer_end
    return in_lead or in_tail


def _span_is_right(change: Found, expected: Expected, pair: Pair) -> bool:
    if change.nature is Nature.PARAGRAPH_BREAK:
        return True
    words = FUNCTION_WORDS[pair.language]
    return _side_is_right(change.base, expected.base, pair.base, words) and _side_is_right(
        change.witness, expected.witness, pair.witness, words
    )


def _side_is_right(
    span: tuple[int, int], place: Place, text: str, function_words: frozenset[str]
) -> bool:
    """Compare both ends with the expected ones, give or take white space and a function word."""

    def is_slight(start: int, end: int) -> bool:
        between = text[start:end].strip()
        return not between or between.casefold() in function_words

    start, end = span
    if place.start == place.end or start == end:
        return (is_slight(start, end) and is_slight(place.start, place.end)) or (
            place.start == place.end and place.outer_start <= start and end <= place.outer_end
        )
    begins = start >= place.outer_start or is_slight(start, place.outer_start)
    begins = begins and (start <= place.start or is_slight(place.start, start))
    ends = end <= place.outer_end or is_slight(place.outer_end, end)
    return begins and ends and (end >= place.end or is_slight(end, place.end))


def _words(change: Found) -> str:
    return f"{change.readings[0]!r} > {change.readings[1]!r}"
