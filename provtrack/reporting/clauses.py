"""The column of an abstract: each clause stands beside the base paragraph it rests on.

A clause that rests on several paragraphs is shown with the best one; the others point to it. One
found nowhere in the base stays with the clause before it, marked as the abstract's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from provtrack.model.comparison import Comparison, Coverage, Query
from provtrack.reporting.marks import query_marks
from provtrack.reporting.running_text import Mark, running_text
from provtrack.reporting.sides import Side
from provtrack.reporting.views import AbstractView, Cell, ParagraphView, Part, Sentence
from provtrack.reporting.wording import paragraph_label

QUOTED = re.compile('["“„«「『‘\']([^"“”„«»「」『』]{4,}?)["”“»」』’\']')
SPACE = re.compile(r"\s+")
TRAILING = " .,;:!?…。，、"


@dataclass(kw_only=True)
class AbstractColumn:
    """The clauses of one abstract, by the base paragraph beside which each is shown."""

    side: Side
    base: Side
    comparison: Comparison
    shown: dict[int, list[int]] = field(init=False)
    pointing: dict[int, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.shown, self.pointing = {}, {}
        for number, place in enumerate(clause_places(self.comparison)):
            self.shown.setdefault(place, []).append(number)
            for position in self.comparison.coverage[number].base[1:]:
                self.pointing.setdefault(position, []).append(number)

    def queries_at(self, positions: Sequence[int]) -> list[Query]:
        """Collect the queries of the clauses shown in a row."""
        coverage = self.comparison.coverage
        return [
            q for number in self._numbers(self.shown, positions) for q in coverage[number].queries
        ]

    def cell(self, positions: Sequence[int]) -> Cell:
        """Prepare the abstract's cell in the row of these base paragraphs."""
        shown = self._numbers(self.shown, positions)
        return Cell(
            css=self.side.css,
            paragraphs=tuple(self._paragraphs(shown)),
            remark=tuple(self._remark(positions, shown)),
        )

    def view(self) -> AbstractView:
        """Prepare the abstract in its own order."""
        return AbstractView(
            id=f"abstract-{self.side.column}",
            siglum=self.side.siglum,
            language=self.side.language,
            direction=self.side.direction,
            clauses=tuple(
                (
                    "" if coverage.base else "own",
                    coverage.clause.text,
                    joined_links(sorted(coverage.base)),
                )
                for coverage in self.comparison.coverage
            ),
        )

    def _numbers(self, among: dict[int, list[int]], positions: Sequence[int]) -> list[int]:
        """Collect clauses of several base paragraphs, in the abstract's order."""
        return sorted({number for position in positions for number in among.get(position, ())})

    def _paragraphs(self, numbers: Sequence[int]) -> Iterator[ParagraphView]:
        """Put clauses that follow each other in the abstract into one paragraph."""
        runs: list[list[int]] = []
        for number in numbers:
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        for run in runs:
            clauses = (self._clause(self.comparison.coverage[number]) for number in run)
            yield ParagraphView(attributes=self.side.attributes, text=Markup(" ").join(clauses))

    def _clause(self, coverage: Coverage) -> Markup:
        """Write a clause, quotations found word for word and doubtful words marked."""
        clause = coverage.clause
        marks = [
            mark._replace(start=mark.start - clause.start, end=mark.end - clause.start)
            for mark in query_marks(coverage.queries, "witness").get(clause.paragraph, ())
            if clause.start <= mark.start and mark.end <= clause.end
        ]
        text = running_text(clause.text, [*marks, *self._quotations(coverage)])
        if coverage.base:
            return text
        title = f"Only in {self.side.siglum}: found nowhere in {self.base.siglum}"
        return Markup('<span class="own" title="{}">{}</span>').format(title, text)

    def _quotations(self, coverage: Coverage) -> Iterator[Mark]:
        """Mark what a clause quotes word for word from the paragraphs it rests on."""
        paragraphs = [
            SPACE.sub(" ", self.base.version.paragraphs[position]) for position in coverage.base
        ]
        for found in QUOTED.finditer(coverage.clause.text):
            words = SPACE.sub(" ", found[1]).strip(TRAILING)
            if words and any(words in paragraph for paragraph in paragraphs):
                yield Mark(start=found.start(), end=found.end(), tag="q", css="ok")

    def _remark(self, positions: Sequence[int], shown: Sequence[int]) -> Iterator[Part]:
        """Say where else the abstract speaks of these paragraphs, or that it does not."""
        pointing = [n for n in self._numbers(self.pointing, positions) if n not in shown]
        places = sorted({self.comparison.coverage[number].base[0] for number in pointing})
        if places:
            yield Part(text="Also summarised with " if shown else "Summarised with ")
            yield from _joined(links_to(places))
            yield Part(text=".")
        elif positions and not shown:
            yield Part(text=f"Nothing in {self.side.siglum} answers to this paragraph.")


def clause_places(comparison: Comparison) -> tuple[int, ...]:
    """Say beside which base paragraph each clause is shown: the best it rests on.

    A clause that rests on none stays with the clause before it, or with the first that has one.
    """
    place = next((coverage.base[0] for coverage in comparison.coverage if coverage.base), 0)
    places = []
    for coverage in comparison.coverage:
        place = coverage.base[0] if coverage.base else place
        places.append(place)
    return tuple(places)


def links_to(positions: Sequence[int]) -> Iterator[Part]:
    """Link base paragraphs by their numbers."""
    for position in positions:
        yield Part(text=paragraph_label((position,)), href=f"#p{position + 1}")


def _joined(links: Iterator[Part]) -> Iterator[Part]:
    """Put commas between links."""
    for number, link in enumerate(links):
        if number:
            yield Part(text=", ")
        yield link


def passed_over(comparison: Comparison, paragraphs: int) -> tuple[int, ...]:
    """List base paragraphs on which no clause of an abstract rests."""
    covered = {position for coverage in comparison.coverage for position in coverage.base}
    return tuple(position for position in range(paragraphs) if position not in covered)


def unsupported(comparison: Comparison) -> tuple[Coverage, ...]:
    """List clauses of an abstract that rest on no paragraph of the base."""
    return tuple(coverage for coverage in comparison.coverage if not coverage.base)


def joined_links(positions: Sequence[int]) -> Sentence:
    """Link base paragraphs, with commas."""
    return tuple(_joined(links_to(positions)))
