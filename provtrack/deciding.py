"""Decide on changes between two versions, take decisions back, and list them.

A decision is an act of a named person: that a change is another kind of change than the program
says, that it is settled, or that there is something to ask. It is recorded as an event; the
comparison made afterwards shows it beside the program's answer. The composition of `comparing`,
which finds the change, and `recording`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provtrack.comparing import compare_versions, held_version
from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.comparison import ComparedVersion, Comparison
from provtrack.model.history import Act
from provtrack.model.names import (
    ACCIDENTAL_NATURES,
    DecisionStatus,
    EventKind,
    Nature,
    Significance,
)
from provtrack.model.review import Decision, RecordedDecision, ReviewedChange, Reviews
from provtrack.recording.acts import Recorded, checked_reason, record_on_newest
from provtrack.recording.reviews import review_files
from provtrack.reviewing import (
    decision_sentence,
    id_of,
    read_id,
    readings_in_words,
    reviewed_change,
)
from provtrack.store import Holdings, Store, VersionName, holdings_of

Pair = tuple[VersionName, VersionName]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What an editor says of a change.

    Attributes:
        nature: What it is to the editor; None: what the program says.
        significance: None: as the nature has it, where one is given; else what the program says.
        note: In the editor's words; of a query, the question.
    """

    status: DecisionStatus = DecisionStatus.SETTLED
    nature: Nature | None = None
    significance: Significance | None = None
    note: str = ""

    def decision(self, *, by: str, when: str) -> Decision:
        """Make it the decision of a person at a time.

        Raises:
            UsageError: A query that asks nothing.
        """
        if self.status is DecisionStatus.QUERY and not self.note.strip():
            raise UsageError("say what is to be asked: --note TEXT. A query needs its question.")
        significance = self.significance
        if significance is None and self.nature is not None:
            is_accidental = self.nature in ACCIDENTAL_NATURES
            significance = Significance.ACCIDENTAL if is_accidental else Significance.SUBSTANTIVE
        return Decision(
            by=by,
            when=when,
            status=self.status,
            nature=self.nature,
            significance=significance,
            note=self.note.strip(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDecision:
    """A decision as a reader is shown it.

    Attributes:
        id: Of the change it is on.
        is_orphan: The change is not there any more; the decision has no effect.
        is_overridden: A later decision on the same change counts.
    """

    id: str
    recorded: RecordedDecision
    is_orphan: bool
    is_overridden: bool


def decide(
    store: Store, pair: Pair, ids: Sequence[str], opinion: Opinion, *, by: str, when: str
) -> Recorded:
    """Decide on changes between two versions, all in one event.

    Args:
        pair: Base and witness, versions of one document.
        ids: Of the changes, as reports and data show them.

    Raises:
        NotInStoreError: No such version.
        UsageError: No such change; a query without a question; or (AlreadyHeldError) the same
            person has decided the same already.
    """
    decision = opinion.decision(by=by, when=when)

    def prepare(holdings: Holdings) -> Act:
        base, comparison = _compared(store, holdings, pair)
        found = [_change_of(one, base, comparison) for one in dict.fromkeys(map(read_id, ids))]
        made = tuple(
            RecordedDecision(
                base=pair[0].siglum, witness=pair[1].siglum, change=change, decision=decision
            )
            for change in found
        )
        for one in made:
            _check_is_new(one, holdings.reviews)
        reviews = Reviews(decisions=(*holdings.reviews.decisions, *made))
        return _act(holdings, pair, reviews, by=by, when=when, reason=_in_words(made))

    return record_on_newest(store, pair[0].document, prepare)


def _compared(store: Store, holdings: Holdings, pair: Pair) -> tuple[ComparedVersion, Comparison]:
    """Compare two versions as `provtrack compare` does."""
    if pair[0].document != pair[1].document:
        raise UsageError(
            f"{pair[0]} and {pair[1]} are of two documents; decisions are kept with one document."
        )
    if pair[0].siglum == pair[1].siglum:
        raise UsageError(f"{pair[0]} is named twice; name two versions.")
    base, witness = (held_version(holdings, name) for name in pair)
    collation = compare_versions(base, [witness], lexicons=Lexicons(store)).collation
    return collation.base, collation.witnesses[0]


def _change_of(
    id: str,  # noqa: A002 - the field's name
    base: ComparedVersion,
    comparison: Comparison,
) -> ReviewedChange:
    """Find the change with an id."""
    found = reviewed_change(comparison, base, id)
    if found is None:
        raise UsageError(
            f"no change {id} between {base.name} and {comparison.name}. A report of the two shows "
            "the id beside each change; a corrected paragraph gives its changes new ones."
        )
    return found


def _check_is_new(recorded: RecordedDecision, reviews: Reviews) -> None:
    """See that the decision that counts so far is not the same one, by the same person."""
    pair, id_here = (recorded.base, recorded.witness), id_of(recorded.change)
    held = [one.decision for one in reviews.between(*pair) if id_of(one.change) == id_here]
    if held and replace(held[-1], when=recorded.decision.when) == recorded.decision:
        raise AlreadyHeldError(f"{id_here} is decided so already: {decision_sentence(held[-1])}")


def _act(
    holdings: Holdings, pair: Pair, reviews: Reviews, *, by: str, when: str, reason: str
) -> Act:
    """Keep other decisions with a document; the event names the versions as they are."""
    versions = (holdings.version(name.siglum) for name in pair)
    return Act(
        kind=EventKind.REVIEW,
        by=by,
        when=when,
        reason=reason,
        versions=tuple(f"{one.siglum}@{one.revision}" for one in versions),
        files=review_files(reviews),
    )


def _in_words(made: Sequence[RecordedDecision]) -> str:
    """Say for the history what is decided on which changes."""
    changes = "; ".join(f"{id_of(one.change)} ({readings_in_words(one)})" for one in made)
    return f"{changes}. {decision_sentence(made[0].decision)}"


def undecide(
    store: Store, pair: Pair, ids: Sequence[str] | None, *, reason: str, by: str, when: str
) -> Recorded:
    """Take decisions back, all in one event; an earlier decision on the change counts again.

    Args:
        ids: Of the changes, as `decisions_of` gives them; None: every decision on the two versions.

    Raises:
        NotInStoreError: No such version.
        UsageError: No reason; or nothing is decided so.
    """
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        gone = _taken_back(holdings.reviews, pair, ids)
        left = tuple(one for one in holdings.reviews.decisions if one not in gone)
        return _act(holdings, pair, Reviews(decisions=left), by=by, when=when, reason=reason)

    return record_on_newest(store, pair[0].document, prepare)


def _taken_back(reviews: Reviews, pair: Pair, ids: Sequence[str] | None) -> list[RecordedDecision]:
    """Find the newest decision on each change that is named; None names all of every change."""
    held = reviews.between(*(name.siglum for name in pair))
    if ids is None and not held:
        raise UsageError(f"nothing is decided between {pair[0]} and {pair[1]}.")
    if ids is None:
        return list(held)
    by_id = {id_of(one.change): one for one in held}
    for id_named in map(read_id, ids):
        if id_named not in by_id:
            raise UsageError(
                f"nothing is decided on {id_named}; provtrack decide BASE WITNESS lists decisions."
            )
    return [by_id[one] for one in dict.fromkeys(map(read_id, ids))]


def decisions_of(store: Store, pair: Pair) -> tuple[ListedDecision, ...]:
    """List the decisions on changes between two versions, in the order in which they were made.

    Raises:
        NotInStoreError: No such version.
        UsageError: The two are of different documents.
    """
    holdings = holdings_of(store, pair[0].document)
    _, comparison = _compared(store, holdings, pair)
    held = holdings.reviews.between(*(name.siglum for name in pair))
    last = {id_of(one.change): k for k, one in enumerate(held)}
    return tuple(
        ListedDecision(
            id=id_of(one.change),
            recorded=one,
            is_orphan=one in comparison.orphans,
            is_overridden=last[id_of(one.change)] != k,
        )
        for k, one in enumerate(held)
    )
