"""What editors ask of changes, as queries of a row.

What they decided otherwise stands in the apparatus and changes the marks (`wording.style_of`).
"""

from provtrack.model.comparison import Change
from provtrack.model.names import DecisionStatus, Severity
from provtrack.model.review import Decision
from provtrack.reporting.views import QueryView
from provtrack.reviewing import quoted


def query_on(change: Change) -> Decision | None:
    """Give the decision by which an editor asks something of a change; None if nobody does."""
    decision = change.decision
    return decision if decision and decision.status is DecisionStatus.QUERY else None


def query_view(change: Change, decision: Decision, siglum: str) -> QueryView:
    """Prepare what an editor asks; `siglum` of the witness, empty if there is only one."""
    on = f" on {siglum}" if siglum else ""
    return QueryView(
        css=Severity.WARNING.value,
        heading=f"Query of {decision.by}{on}:",
        sentence=f"{quoted(change.base.text)} or {quoted(change.witness.text)}? {decision.note}",
    )
