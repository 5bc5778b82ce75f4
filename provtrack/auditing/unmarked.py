"""What changes the sense of words that are taken over without quotation marks.

Who retells may turn a sentence, leave words out and say "he" where the source has "I"; a denial
that is dropped, or another figure, date or name, is wrong all the same. Entry point: `turning`.
"""

from collections.abc import Iterable

from provtrack.model.audit import AuditedQuotation
from provtrack.model.names import Nature
from provtrack.model.quotation import Difference, Verdict
from provtrack.text.language_rules import rules_of

_TURNING = frozenset([Nature.NEGATION, Nature.FIGURE, Nature.DATE, Nature.NAME])


def turning(audited: AuditedQuotation) -> tuple[Difference, ...]:
    """Give the differences that change the sense even of what is retold."""
    language = audited.seen[0].language if audited.seen else "und"
    persons = rules_of(language).persons.keys()
    return tuple(
        one
        for one in audited.judgement.differences
        if one.weight is Verdict.DISTORTED
        and one.nature in _TURNING
        and not _are_all(persons, (one.quoted_words, one.source_words))
    )


def _are_all(known: Iterable[str], sides: Iterable[str]) -> bool:
    """Tell whether each side is one of some words: I, he."""
    return all(words.strip(" .,;:").casefold() in known for words in sides)
