"""What a cut lost, in the words of the source, as the sentence of a finding shows it.

Entry point: `lost_words`.
"""

from provtrack.auditing.codes import shortened
from provtrack.model.audit import AuditedQuotation
from provtrack.model.quotation import Verdict

AROUND = 30  # characters on each side of what an ellipsis swallowed


def lost_words(audited: AuditedQuotation) -> str:
    """Repeat what an ellipsis swallowed, with words around it, and the clause that was cut off."""
    judgement = audited.judgement
    if not judgement.passages or not audited.seen:
        return shortened(judgement.lost)
    words, start = audited.seen[0].words, judgement.passages[0].span.start
    told = []
    for one in judgement.differences:
        if one.weight is Verdict.TRUNCATED:
            first, last = one.source.start - start, one.source.end - start
            before = words[max(first - AROUND, 0) : max(first, 0)]
            after = words[last : last + AROUND]
            if first > AROUND:
                before = before.partition(" ")[2]
            if last + AROUND < len(words):
                after = after.rpartition(" ")[0]
            told.append(" ".join(f"{before}{words[max(first, 0) : last]}{after}".split()))
    told += [shortened(judgement.lost)] if judgement.lost else []
    return "” and “".join(dict.fromkeys(told))
