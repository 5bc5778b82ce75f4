"""Judgements and citations -> findings in words. Entry points: `quotation_findings`,
`is_of_abstract`, `from_abstracts`, `unverifiable`, `citation_findings`."""

import re
from collections.abc import Iterator, Sequence

from provtrack.auditing.codes import code_of, finding, fingerprint, shortened
from provtrack.auditing.fidelity import FEW_TEXTS, SURE_OF_STOCK
from provtrack.auditing.lost import lost_words
from provtrack.auditing.sources import Sources
from provtrack.auditing.unmarked import turning
from provtrack.model.audit import AuditedCitation, AuditedQuotation, AuditFinding, NewerReading
from provtrack.model.names import Nature, Significance, version_name
from provtrack.model.publication import Publication
from provtrack.model.quotation import Difference, Judgement, Passage, QuotationPlace, Verdict

ANOTHER_SPEAKER = "AUD108"
CORRECTED = "AUD109"
RETRACTED = "AUD112"
FOUND = "AUD110"
IN_PART = "AUD114"
NEAREST = "AUD115"
BY_CHANCE = "AUD116"
QUALIFIED = "AUD120"
UNMARKED, DISTORTED = "AUD501", "AUD502"
MOST_TOLD = 2  # differences in one sentence
SENSES = (
    Nature.NEGATION,
    Nature.NAME,
    Nature.FIGURE,
    Nature.DATE,
    Nature.MODALITY,
    Nature.QUANTIFIER,
    Nature.ATTRIBUTION,
)
FAULTS = (
    Verdict.NOT_FOUND,
    Verdict.STITCHED,
    Verdict.DISTORTED,
    Verdict.TRUNCATED,
    Verdict.MISATTRIBUTED,
    Verdict.OTHER_VERSION,
    Verdict.ALTERED,
)


def quotation_findings(
    publication: Publication, audited: AuditedQuotation, *, searched: int
) -> Iterator[AuditFinding]:
    """Say what is wrong with a quotation: its verdict, and what else holds.

    Args:
        searched: How many texts it was looked for in; among few, the nearest is the one meant.
    """
    judgement, quotation = audited.judgement, audited.quotation
    if judgement.verdict is Verdict.IGNORE:
        return
    words = _words(audited)
    if quotation.place is QuotationPlace.UNMARKED:
        turned = turning(audited)
        words["difference"] = _gravest(turned)
        yield finding(DISTORTED if turned else UNMARKED, publication, quotation.span, **words)
        return
    for verdict in (judgement.verdict, *judgement.also):
        own = tuple(one for one in judgement.differences if one.weight is verdict)
        words["difference"] = _gravest(own or judgement.differences)
        words["how"] = _how(own)
        is_sure = audited.cited is not None or searched <= FEW_TEXTS
        codes = _codes(verdict, audited, has_own=bool(own), is_sure=is_sure)
        for code in codes:
            yield finding(code, publication, quotation.span, **words)
    if not judgement.passages:
        return
    is_nearest = judgement.verdict is Verdict.DISTORTED and searched > FEW_TEXTS
    if audited.cited is None and not is_nearest:
        is_chance = searched > FEW_TEXTS and judgement.confidence <= SURE_OF_STOCK
        code = BY_CHANCE if is_chance else FOUND
        yield finding(code, publication, quotation.span, **words)


def _codes(
    verdict: Verdict, audited: AuditedQuotation, *, has_own: bool, is_sure: bool
) -> Iterator[str]:
    """Give the codes of a fault.

    Args:
        has_own: Some difference alone would deserve the verdict.
        is_sure: It is known which document is quoted.
    """
    if verdict not in FAULTS:
        return
    judgement, cited = audited.judgement, audited.cited
    is_missing = any(one.weight is Verdict.NOT_FOUND for one in judgement.differences)
    documents = {one.document for one in judgement.passages}
    code = code_of(verdict)
    if verdict is Verdict.OTHER_VERSION and audited.newer:
        code = RETRACTED if audited.newer.revision is None else CORRECTED
    elif verdict is judgement.verdict and is_missing:
        yield IN_PART
        is_told = verdict is Verdict.DISTORTED and has_own
        code = (code if is_sure else NEAREST) if is_told else None
    elif verdict is Verdict.STITCHED and not is_sure and Verdict.DISTORTED in judgement.also:
        code = None  # the nearest words are too far off to tell a seam
    elif verdict is Verdict.TRUNCATED and judgement.is_only_qualified:
        code = QUALIFIED
    elif verdict is Verdict.DISTORTED and not is_sure:
        code = NEAREST
    elif verdict is Verdict.MISATTRIBUTED and (cited is None or documents == {cited[0]}):
        code = ANOTHER_SPEAKER  # words of the right document that another says
    if code:
        yield code


def unverifiable(
    publication: Publication, quotations: Sequence[AuditedQuotation], sources: Sources
) -> Iterator[AuditFinding]:
    """Say once of each version that quotations from it cannot be led back to the original."""
    told: set[tuple[str, str]] = set()
    for audited in quotations:
        for passage in audited.judgement.passages[:1]:
            original = sources.original_of(passage)
            version = passage.document, passage.siglum
            if original is None or original.passage is not None or version in told:
                continue
            told.add(version)
            code = "AUD202" if original.transcriptions else "AUD201"
            yield finding(code, publication, audited.quotation.span, **_words(audited))


def is_of_abstract(judgement: Judgement, sources: Sources) -> bool:
    """Tell whether words stand in an abstract, and in nothing nearer to the document."""
    held = [sources.text_of(one) for one in judgement.passages[:1]]
    return any(one is not None and one.is_abstract for one in held)


def from_abstracts(
    publication: Publication, quotations: Sequence[AuditedQuotation], sources: Sources
) -> Iterator[AuditFinding]:
    """Say of each quotation that its words are an abstract's, unless the abstract is cited."""
    for audited in quotations:
        for passage in audited.judgement.passages[:1]:
            is_named = audited.cited == (passage.document, passage.siglum)
            if is_of_abstract(audited.judgement, sources) and not is_named:
                yield finding("AUD113", publication, audited.quotation.span, **_words(audited))


def _words(audited: AuditedQuotation) -> dict[str, str]:
    """Give what the sentences of the codes leave open."""
    judgement = audited.judgement
    return {
        "quoted": shortened(audited.quotation.text),
        "places": _places(judgement.passages),
        "missing": _missing(judgement.differences),
        "difference": _gravest(judgement.differences),
        "how": _how(judgement.differences),
        "lost": lost_words(audited),
        "cut": _cut(audited),
        "cited": version_name(*audited.cited) if audited.cited else "the work cited",
        "found": _listed(judgement.passages or judgement.also_at),
        "revision": str(judgement.passages[0].revision) if judgement.passages else "",
        "newer": _newer(audited.newer) if audited.newer else "",
        "speaker": judgement.speaker or "somebody else",
    }


def _cut(audited: AuditedQuotation) -> str:
    """Say on which side a clause was cut off that only qualifies what is quoted."""
    lost = " ".join(audited.judgement.lost.split())
    before = " ".join(audited.seen[0].before.split()) if audited.seen else ""
    if lost and before.endswith(lost):
        return "leaves out that somebody only holds or wishes so; its source begins"
    return "stops before what its source says against it; the source goes on"


def _places(passages: Sequence[Passage]) -> str:
    """Say how many places words were joined from; in one passage they are two of its places."""
    return f"{len(passages)} places" if len(passages) > 1 else "two places of one document"


def _missing(differences: Sequence[Difference]) -> str:
    """Repeat the words that stand nowhere."""
    told = [shortened(d.quoted_words) for d in differences if d.weight is Verdict.NOT_FOUND]
    return "” and “".join(told)


def _newer(newer: NewerReading) -> str:
    """Say what the newest revision has."""
    if not newer.differences:
        return f"revision {newer.revision} has no such words"
    return f"revision {newer.revision} reads differently: {_gravest(newer.differences)}"


def _gravest(differences: Sequence[Difference]) -> str:
    """Say the gravest differences: those of the sense first, undeclared ones before declared."""
    grave = [d for d in differences if d.significance is Significance.SUBSTANTIVE]
    by_grade = sorted(grave or differences, key=lambda one: (one.is_declared, _sense(one)))
    told = [*dict.fromkeys(_difference(one) for one in by_grade)]
    more = len(told) - MOST_TOLD
    named = "; ".join(told[:MOST_TOLD]) or "see the words"
    return f"{named}; and {more} more" if more > 0 else named


def _how(differences: Sequence[Difference]) -> str:
    """Say what differences do: to the sense where a rule tells, else to the words alone."""
    grave = [one for one in differences if one.significance is Significance.SUBSTANTIVE]
    if not grave or any(not _is_of_words(one) for one in grave):
        return "changes the sense"
    if all(not one.quoted_words.strip() for one in grave):
        return "leaves words out without saying so"
    if all(not one.source_words.strip() for one in grave):
        return "has words that its source does not have there"
    return "has other words than its source"


def _is_of_words(one: Difference) -> bool:
    """Tell a change of which no rule says what it does to the sense."""
    if one.nature is Nature.ATTRIBUTION and not one.quoted_words.strip():
        return True  # who says it is left out, as it may be told elsewhere
    said = one.explanation.rstrip(".")
    is_plain = not said or said.startswith(("other words", "words "))
    return one.nature in (Nature.WORDING, Nature.CONTENT) and is_plain


def _sense(one: Difference) -> int:
    """Order natures by what they do to the sense: a negation first, other words last."""
    return SENSES.index(one.nature) if one.nature in SENSES else len(SENSES)


def _difference(one: Difference) -> str:
    """Say a difference, with its words where the explanation does not have them."""
    explanation = one.explanation.rstrip(".")
    words = [shortened(words) for words in (one.quoted_words, one.source_words) if words.strip()]
    if any(_says(explanation, word) for word in words) or not words:
        return explanation
    if one.quoted_words.strip() and one.source_words.strip():
        told = f"“{words[0]}” for “{words[1]}”"
    else:
        what = "added" if one.quoted_words.strip() else "left out"
        if explanation.endswith(f" {what}") and not explanation.startswith("words "):
            return f"{explanation}: “{words[0]}”"
        told = f"“{words[0]}” {what}"
    is_said = not explanation or explanation.startswith(("words ", "other words"))
    return told if is_said else f"{told} ({explanation})"


def _says(explanation: str, words: str) -> bool:
    """Tell whether an explanation has some words, and not only inside longer ones."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", explanation, re.IGNORECASE))


def _listed(passages: tuple[Passage, ...]) -> str:
    named = dict.fromkeys(version_name(one.document, one.siglum) for one in passages)
    return ", ".join(named) or "no version"


def citation_findings(publication: Publication, audited: AuditedCitation) -> Iterator[AuditFinding]:
    """Take over what is odd in a citation, with its place in the publication."""
    work = audited.citation.work
    for one in audited.citation.findings:
        yield AuditFinding(
            publication=publication.name,
            code=one.code,
            severity=one.severity,
            message=one.message,
            span=work.span,
            locus=audited.locus,
            fingerprint=fingerprint(one.code, publication, work.span),
            suggestions=one.suggestions,
        )
