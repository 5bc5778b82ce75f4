"""How a page calls verdicts and grades them: what is a fault, what is to be looked at."""

from enum import StrEnum

from provtrack.model.names import Severity
from provtrack.model.quotation import Verdict


class Grade(StrEnum):
    """How a verdict or a finding is shown; never by colour alone."""

    FAULT = "fault"
    DOUBT = "doubt"
    GOOD = "good"
    OPEN = "open"


SIGNS = {Grade.FAULT: "✗", Grade.DOUBT: "!", Grade.GOOD: "✓", Grade.OPEN: "–"}
GRADES = {
    Verdict.NOT_FOUND: Grade.FAULT,
    Verdict.STITCHED: Grade.FAULT,
    Verdict.DISTORTED: Grade.FAULT,
    Verdict.TRUNCATED: Grade.FAULT,
    Verdict.MISATTRIBUTED: Grade.FAULT,
    Verdict.OTHER_VERSION: Grade.DOUBT,
    Verdict.ALTERED: Grade.DOUBT,
    Verdict.EDITORIAL: Grade.GOOD,
    Verdict.TYPOGRAPHIC: Grade.GOOD,
    Verdict.EXACT: Grade.GOOD,
    Verdict.IGNORE: Grade.OPEN,
}
OF_SEVERITY = {
    Severity.ERROR: Grade.FAULT,
    Severity.WARNING: Grade.DOUBT,
    Severity.NOTE: Grade.OPEN,
}
NAMES = {
    Verdict.NOT_FOUND: "not found",
    Verdict.STITCHED: "stitched together",
    Verdict.DISTORTED: "distorted",
    Verdict.TRUNCATED: "cut so that the sense is lost",
    Verdict.MISATTRIBUTED: "misattributed",
    Verdict.OTHER_VERSION: "another version",
    Verdict.ALTERED: "altered",
    Verdict.EDITORIAL: "faithful, edits declared",
    Verdict.TYPOGRAPHIC: "faithful, typography apart",
    Verdict.EXACT: "exact",
    Verdict.IGNORE: "no quotation of a source",
}
# What was not found because nothing is held in its language: no fault, and no verdict either.
UNVERIFIABLE = "not_verifiable"
NOT_VERIFIED = "not verifiable"
# What a sentence says of one quotation, and of several; in the order a reader wants them.
CLAUSES = {
    Verdict.DISTORTED: ("changes the sense", "change the sense"),
    Verdict.TRUNCATED: ("loses a condition by its cut", "lose a condition by their cut"),
    Verdict.STITCHED: ("joins what stands apart", "join what stands apart"),
    Verdict.NOT_FOUND: (
        "stands in no version that was searched",
        "stand in no version that was searched",
    ),
    Verdict.MISATTRIBUTED: (
        "stands elsewhere, or is said by somebody else",
        "stand elsewhere, or are said by somebody else",
    ),
    Verdict.OTHER_VERSION: (
        "follows another version than the one cited",
        "follow another version than the one cited",
    ),
    Verdict.ALTERED: ("differs without saying so", "differ without saying so"),
}
