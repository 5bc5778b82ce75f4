"""How many quotations of a publication have which verdict, as a summary counts them.

Passages taken over without marks are no quotations, and words in a language in which nothing is
held were not looked for in vain: both are counted apart. Entry points: `Tally`, `tally`,
`reported_in_words`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provtrack.auditing.unheld import unverified
from provtrack.model.audit import AuditedQuotation, AuditFinding, ReportedSpeech
from provtrack.model.quotation import QuotationPlace, Verdict
from provtrack.text.plurals import counted


@dataclass(frozen=True, slots=True)
class Tally:
    """Quotations by verdict, and what is counted apart.

    Attributes:
        verdicts: Numbers of marked quotations, in the order of verdicts.
        unverifiable: Those in a language in which nothing is held.
        unmarked: Passages taken over without marks.
        ignored: What was passed over as titles, terms or the like.
    """

    verdicts: Mapping[Verdict, int]
    unverifiable: int
    unmarked: int
    ignored: int

    @property
    def quotations(self) -> int:
        """Number of marked quotations."""
        return sum(self.verdicts.values()) + self.unverifiable


def tally(quotations: Iterable[AuditedQuotation], findings: Iterable[AuditFinding]) -> Tally:
    """Count the quotations of one publication.

    Args:
        findings: Those of the same publication.
    """
    quotations = tuple(quotations)
    unheld = unverified(quotations, findings)
    counts = Counter[Verdict]()
    unverifiable = unmarked = ignored = 0
    for one in quotations:
        if one.judgement.verdict is Verdict.IGNORE:
            ignored += 1
        elif one.quotation.place is QuotationPlace.UNMARKED:
            unmarked += 1
        elif (one.publication, one.quotation.span) in unheld:
            unverifiable += 1
        else:
            counts[one.judgement.verdict] += 1
    ordered = {verdict: counts[verdict] for verdict in Verdict if counts[verdict]}
    return Tally(ordered, unverifiable, unmarked, ignored)


def reported_in_words(reported: ReportedSpeech) -> str:
    """Say how much of the reported speech of a publication could be checked."""
    many = counted(reported.claims, "claim")
    told = (
        f"Reported speech: of {many}, {reported.beside} "
        f"{'was' if reported.beside == 1 else 'were'} set beside a clause of the source, at least "
        f"in part, and {reported.asked} {'is' if reported.asked == 1 else 'are'} asked about"
    )
    if reported.open:
        verb = "leads" if reported.open == 1 else "lead"
        told += f"; {reported.open} {verb} to no clause and may be right or wrong"
    return f"{told}. What is not asked about is not thereby right."
