"""Single quotations of a publication located and judged, and what was taken over without marks.

The segments of a quotation (what ellipses divide) are looked for in the document its note names,
then everywhere; each place becomes a candidate; `fidelity.judge` chooses and judges.
Entry points: `Tools`, `judged_one`, `lifted_passages`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from provtrack.auditing.cited import by_best_cited
from provtrack.auditing.earlier import Asked, with_earlier
from provtrack.auditing.fidelity import as_told, judge
from provtrack.auditing.named import is_name
from provtrack.auditing.own_words import plain_text
from provtrack.auditing.places import Candidate, Cited
from provtrack.auditing.seeking import Seeker, with_signs, wordings_of
from provtrack.auditing.shown import with_words
from provtrack.auditing.sources import Sources
from provtrack.auditing.vocabulary import Vocabulary
from provtrack.auditing.wording import FAULTS, is_of_abstract
from provtrack.citing import KnownDocuments
from provtrack.model.audit import AuditedQuotation
from provtrack.model.publication import Publication
from provtrack.model.quotation import Judgement, Passage, Quotation, QuotationPlace, Verdict
from provtrack.search import lifted
from provtrack.text.language_rules import rules_of

AROUND = 240  # characters of the author's own words on each side that are looked at
_SENTENCE_END = re.compile(r"[.!?…][”’\"'»)\]]*(?:\[\^?\w+\])?\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Tools:
    """What all publications of an audit share; nothing of it changes a result."""

    knows: Vocabulary
    current: Seeker
    earlier: Seeker | None
    known: KnownDocuments


def judged_one(
    quotation: Quotation,
    publication: Publication,
    sources: Sources,
    options: Sequence[Cited],
    *,
    tools: Tools,
) -> AuditedQuotation:
    """Locate and judge one quotation; what is no quotation of a source is passed over.

    Args:
        options: What its note may mean, the likeliest first.
    """
    cited = options[0] if options else None
    newer = None
    if quotation.ignored or quotation.outer is not None:
        judgement = Judgement(verdict=Verdict.IGNORE, confidence=1.0)
    else:
        setting = _setting(quotation, publication)
        asked = Asked(quotation, cited, setting, tools.knows.knows, len(sources.listed))
        first = tuple(dict.fromkeys(one.document for one in options))
        current = _candidates(asked, publication, sources, tools.current, first)
        quotation = as_told(quotation, current)
        asked = by_best_cited(replace(asked, quotation=quotation), options, current)
        cited = asked.cited
        judgement = asked.judged(current)
        is_doubtful = judgement.verdict in FAULTS or is_of_abstract(judgement, sources)
        if tools.earlier is not None and is_doubtful:
            earlier = _candidates(asked, publication, sources, tools.earlier, first)
            judgement, newer = with_earlier(asked, current, earlier, sources)
    return with_words(
        AuditedQuotation(
            publication=publication.name,
            quotation=quotation,
            judgement=judgement,
            locus=publication.locus(quotation.span.start),
            cited=(cited.document, cited.siglum or None) if cited else None,
            newer=newer,
        ),
        sources,
    )


def _candidates(
    asked: Asked,
    publication: Publication,
    sources: Sources,
    seeker: Seeker,
    first: tuple[str, ...],
) -> list[Candidate]:
    """Look for the places where a quotation may stand, in some documents first."""
    places: dict[Passage, None] = {}
    for segments in wordings_of(asked.quotation, publication.language):
        places |= dict.fromkeys(seeker.places(segments, first))
    return _readable(places, asked.quotation, sources)


def _readable(
    passages: Iterable[Passage], quotation: Quotation, sources: Sources
) -> list[Candidate]:
    """Make candidates of the passages whose texts can be read."""
    candidates = []
    for passage in passages:
        held = sources.text_of(passage)
        if held is not None:
            whole = with_signs(passage, held.text, quotation.text)
            candidates.append(
                Candidate(
                    passage=whole,
                    text=held.text,
                    language=held.language,
                    is_current=held.is_current,
                    kind=held.kind,
                )
            )
    return candidates


def _setting(quotation: Quotation, publication: Publication) -> tuple[str, str]:
    """The author's own words in the sentence around a quotation."""
    start, end = quotation.span.start, quotation.span.end
    before = publication.text[max(start - AROUND, 0) : start]
    after = publication.text[end : end + AROUND]
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]


def lifted_passages(
    publication: Publication,
    quotations: Sequence[Quotation],
    sources: Sources,
    knows: Vocabulary,
) -> Iterable[AuditedQuotation]:
    """Find passages taken over without marks, and judge them against where they stand."""
    excluded = [one.span for one in quotations if not one.ignored]
    plain = plain_text(publication)
    for one in lifted(plain, sources.index, excluded=excluded):
        span = one.span
        quotation = Quotation(
            span=span,
            text=" ".join(plain[span.start : span.end].split()),
            place=QuotationPlace.UNMARKED,
        )
        places = _readable(one.passages, quotation, sources)
        words = [place.text[place.passage.span.start : place.passage.span.end] for place in places]
        if is_name(quotation.text, words, rules_of(publication.language)):
            continue
        searched = len(sources.listed)
        judgement = judge(quotation, places, knows=knows.knows, searched=searched)
        if judgement.verdict is Verdict.NOT_FOUND:
            continue  # a formula
        audited = AuditedQuotation(
            publication=publication.name,
            quotation=quotation,
            judgement=judgement,
            locus=publication.locus(span.start),
        )
        yield with_words(audited, sources)
