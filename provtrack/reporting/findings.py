"""Say in a few sentences what a comparison found, with links to what matters most.

What can reverse the sense comes first (negations, figures, dates, modality ...: `gravest`), then
how much differs in all, then what one version lacks or has elsewhere. Only what was compared is
claimed.
"""

from collections.abc import Iterator, Sequence

from provtrack.model.comparison import Change, Collation, Comparison, Query
from provtrack.model.names import Severity
from provtrack.reporting.clauses import clause_places, joined_links, passed_over, unsupported
from provtrack.reporting.gravest import asked_of, lead_of
from provtrack.reporting.grouping import RowGroup, group_rows
from provtrack.reporting.relation import doubt_on, in_words
from provtrack.reporting.rows import row_id, row_label
from provtrack.reporting.sides import Side, sides_of
from provtrack.reporting.views import Part, Sentence
from provtrack.reporting.wording import (
    capitalised,
    is_substantive,
    listed,
    number_in_words,
    paragraph_label,
)
from provtrack.text.languages import language_name
from provtrack.text.plurals import counted

MOST_PLACES = 4  # places a sentence leads to; more are counted
MOST_PASSED_OVER = 6
MOST_HELD = 8
MOST_OF = 2 / 3  # of a version's paragraphs: if the other has less, that is said first
BETWEEN_LANGUAGES = (
    "Between languages words are not compared: queries ask what needs no translation, "
    "such as figures, dates and names."
)


def findings_of(sides: Sequence[Side], groups: Sequence[RowGroup]) -> tuple[Sentence, ...]:
    """Write the findings: one passage per witness, in the order of the collation."""
    passages = tuple(tuple(_of_witness(side, sides, groups)) for side in sides[1:])
    if any(not (side.shares_language or side.is_abstract) for side in sides[1:]):
        passages += ((Part(text=BETWEEN_LANGUAGES),),)
    return passages


def findings_in_words(collation: Collation) -> tuple[str, ...]:
    """Write the findings as plain text."""
    passages = findings_of(sides_of(collation), group_rows(collation))
    return tuple("".join(part.text for part in parts).strip() for parts in passages)


def _of_witness(side: Side, sides: Sequence[Side], groups: Sequence[RowGroup]) -> Iterator[Part]:
    """Write what was found of one witness."""
    comparison = side.version
    if not isinstance(comparison, Comparison):
        return
    if side.is_abstract:
        yield from _of_abstract(side, comparison, sides[0])
        return
    base = sides[0]
    doubt = doubt_on(comparison.beads, base.version, comparison)
    if doubt:
        yield Part(text=f"{in_words(doubt, base.siglum, side.siglum)} ", strong=True)
    if side.shares_language:
        yield from _of_changes(side, comparison, sides, groups)
    else:
        yield from _of_other_language(side, comparison, sides, groups)


def _of_changes(
    side: Side, comparison: Comparison, sides: Sequence[Side], groups: Sequence[RowGroup]
) -> Iterator[Part]:
    """Sum up the changes of a witness in the language of the base."""
    base = sides[0]
    beads = [bead for bead in comparison.beads if bead.witness or not side.is_excerpt]
    changes = [change for bead in beads for change in bead.changes]
    yield from asked_of(side, sides, groups)
    yield from _beginning(side, comparison, base)
    lead = tuple(lead_of(side, sides, groups))
    yield from lead
    if changes:
        yield Part(text="In all, " if lead else "")
        yield from _counts(changes, "" if side.is_excerpt else f" in {_total(base)}")
    elif any(not (bead.base and bead.witness) or bead.transposed for bead in beads):
        yield Part(text="no word differs in the paragraphs that both have. ")
    else:
        yield Part(text="no difference, character for character. ")
    yield from _decided(changes, len(comparison.orphans))
    yield from _unmatched(side, comparison, base, groups)


def _total(side: Side) -> str:
    return counted(len(side.version.paragraphs), "paragraph")


def _beginning(side: Side, comparison: Comparison, base: Side) -> Iterator[Part]:
    """Begin with what is compared; first of all that one version has much that the other lacks."""
    held = sorted(p for bead in comparison.beads if bead.witness for p in bead.base)
    answering = sum(len(bead.witness) for bead in comparison.beads if bead.base)
    if side.is_excerpt:
        yield from _extent_of_excerpt(side, base, held)
    elif not held:
        yield Part(text=f"Between {base.siglum} and {side.siglum}, ")
    elif len(held) < MOST_OF * len(base.version.paragraphs):
        yield Part(text=f"Of {_total(base)} of {base.siglum}, {side.siglum} has {len(held):,}; ")
        yield Part(text="where both speak, ")
    elif answering < MOST_OF * len(comparison.paragraphs):
        yield Part(text=f"Of {_total(side)} of {side.siglum}, {base.siglum} has {answering:,}; ")
        yield Part(text="where both speak, ")
    else:
        yield Part(text=f"Between {base.siglum} and {side.siglum}, ")


def _counts(changes: Sequence[Change], where: str) -> Iterator[Part]:
    """Count the changes by their significance."""
    substantive = sum(map(is_substantive, changes))
    yield Part(text=counted(len(changes), "change"), strong=True)
    yield Part(text=where)
    if substantive:
        yield Part(text=": ")
        yield Part(text=f"{substantive:,} substantive", strong=True)
        yield Part(text=f" and {len(changes) - substantive:,} accidental. ")
    else:
        yield Part(text=", all of them of form only. ")


def _decided(changes: Sequence[Change], orphans: int) -> Iterator[Part]:
    """Count what editors decided, and what of it has no effect."""
    decisions = [change.decision for change in changes if change.decision]
    if decisions:
        editors = listed(sorted({decision.by for decision in decisions}))
        verb = "is" if len(decisions) == 1 else "are"
        number = capitalised(number_in_words(len(decisions)))
        yield Part(text=f"{number} of them {verb} decided by {editors}. ")
    if orphans:
        what = "decision is on a change" if orphans == 1 else "decisions are on changes"
        yield Part(text=f"{capitalised(number_in_words(orphans))} {what} not found here (")
        yield Part(text="listed below", href="#reproduce")
        yield Part(text="). ")


def _extent_of_excerpt(side: Side, base: Side, held: Sequence[int]) -> Iterator[Part]:
    """Say which paragraphs an excerpt holds: what it leaves out is no difference."""
    yield Part(text=f"The excerpt {side.siglum} holds {len(held):,} of {_total(base)}")
    yield Part(text=f" of {base.siglum}")
    if held:
        yield Part(text=" (")
        yield from joined_links(held[:MOST_HELD])
        yield Part(text=_more(held, MOST_HELD) + ")")
    yield Part(text=". In these, " if held else ". Apart from that, ")


def _unmatched(
    side: Side, comparison: Comparison, base: Side, groups: Sequence[RowGroup]
) -> Iterator[Part]:
    """Count and link whole paragraphs that one version lacks or has elsewhere."""
    lacking = [p for bead in comparison.beads if not bead.witness for p in bead.base]
    if lacking and not side.is_excerpt:
        yield Part(text=f"{_are(len(lacking), base.siglum)} not in {side.siglum} (")
        yield from joined_links(lacking[:MOST_PASSED_OVER])
        yield Part(text=_more(lacking, MOST_PASSED_OVER) + "). ")
    added = sorted(
        (group for group in groups if group.owner == side.column - 1),
        key=lambda group: group.beads[side.column - 1][0].witness,
    )
    if added:
        total = [
            p for group in added for bead in group.beads[side.column - 1] for p in bead.witness
        ]
        yield Part(text=f"{_are(len(total), side.siglum)} not in {base.siglum} (")
        for number, group in enumerate(added[:MOST_PASSED_OVER]):
            positions = group.beads[side.column - 1][0].witness
            yield Part(text=", " if number else "")
            yield Part(text=paragraph_label(positions), href=f"#{row_id(group)}")
        yield Part(text=_more(added, MOST_PASSED_OVER) + "). ")
    moved = [bead.base[0] for bead in comparison.beads if bead.transposed and bead.base]
    if moved:
        noun = "passage stands" if len(moved) == 1 else "passages stand"
        yield Part(text=f"{capitalised(number_in_words(len(moved)))} {noun} in another order (")
        yield from joined_links(moved[:MOST_PASSED_OVER])
        yield Part(text=_more(moved, MOST_PASSED_OVER) + "). ")


def _are(number: int, siglum: str) -> str:
    """Begin a sentence on paragraphs: "Two paragraphs of A are"."""
    noun, verb = ("paragraph", "is") if number == 1 else ("paragraphs", "are")
    return f"{capitalised(number_in_words(number))} {noun} of {siglum} {verb}"


def _more(things: Sequence[object], shown: int) -> str:
    """Say how many places are not linked."""
    return f" and {len(things) - shown:,} more" if len(things) > shown else ""


def _of_other_language(
    side: Side, comparison: Comparison, sides: Sequence[Side], groups: Sequence[RowGroup]
) -> Iterator[Part]:
    """Sum up what can be said between languages: who answers whom, and what to ask."""
    base = sides[0]
    answering = [bead for bead in comparison.beads if bead.base and bead.witness]
    found = sum(len(bead.base) for bead in answering)
    total = f"{found:,} of {counted(len(base.version.paragraphs), 'paragraph')}"
    yield Part(text=f"{side.siglum}, in {language_name(side.language)}, answers ")
    yield Part(text=total, strong=True)
    yield Part(text=f" of {base.siglum}. ")
    yield from _unmatched(side, comparison, base, groups)
    asked = [
        (query, row_id(group), row_label(group, sides))
        for group in groups
        for bead in group.beads[side.column - 1]
        for query in bead.queries
    ]
    yield from _queries(asked)


def _queries(asked: Sequence[tuple[Query, str, str]]) -> Iterator[Part]:
    """Lead to the most urgent queries."""
    if not asked:
        yield Part(text="No query. ")
        return
    urgent = [item for item in asked if item[0].severity is not Severity.NOTE] or list(asked)
    yield Part(text=counted(len(asked), "query", "queries"), strong=True)
    yield Part(text="; look first at ")
    places = dict.fromkeys((anchor, label) for _, anchor, label in urgent)
    for number, (anchor, label) in enumerate(list(places)[:MOST_PLACES]):
        yield Part(text=", " if number else "")
        yield Part(text=label, href=f"#{anchor}")
    yield Part(text=". ")


def _of_abstract(side: Side, comparison: Comparison, base: Side) -> Iterator[Part]:
    """Sum up what an abstract covers, passes over, adds and leaves to ask."""
    total = len(base.version.paragraphs)
    passed = passed_over(comparison, total)
    yield Part(text=f"The abstract {side.siglum} rests on ")
    yield Part(text=f"{total - len(passed):,} of {counted(total, 'paragraph')}", strong=True)
    yield Part(text=f" of {base.siglum}")
    if passed:
        yield Part(text=" and passes over ")
        yield from joined_links(passed[:MOST_PASSED_OVER])
        yield Part(text=_more(passed, MOST_PASSED_OVER))
    yield Part(text=". ")
    own = unsupported(comparison)
    if own:
        verb = "is" if len(own) == 1 else "are"
        clauses = f"{capitalised(number_in_words(len(own)))} of its {len(comparison.coverage):,}"
        yield Part(text=f"{clauses} clauses {verb} found nowhere in {base.siglum}")
        yield Part(text=" (")
        yield Part(text="listed below", href=f"#abstract-{side.column}")
        yield Part(text="). ")
    asked = [
        (query, f"p{place + 1}", paragraph_label((place,)))
        for coverage, place in zip(comparison.coverage, clause_places(comparison), strict=True)
        for query in coverage.queries
    ]
    yield from _queries(asked)
