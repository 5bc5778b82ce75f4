"""Quotations in a language in which nothing is held: they were not found, and could not be.

An author who translates what he quotes, or cites another edition, is not at fault for words that
stand in no version searched. Where no text is held at all it is told once of a publication.
Entry points: `without_unheld`, `unverified`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from provtrack.auditing.codes import code_of, finding, shortened
from provtrack.model.audit import AuditedQuotation, AuditedSource, AuditFinding
from provtrack.model.publication import Publication
from provtrack.model.quotation import Verdict
from provtrack.model.text import Span
from provtrack.text.language_rules import rules_of
from provtrack.text.languages import (
    UNDETERMINED,
    detect_language,
    language_name,
    share_language,
)
from provtrack.text.plurals import counted

NOT_VERIFIABLE = "AUD203"
NOTHING_HELD = "AUD204"
_TELLING = 2  # light words of a language that tell it
_WORD = re.compile(r"[^\W\d_]+")


def without_unheld(
    findings: Iterable[AuditFinding],
    quotations: Sequence[AuditedQuotation],
    publication: Publication,
    listed: Sequence[AuditedSource],
) -> Iterator[AuditFinding]:
    """Say that words cannot be verified where they could not have been found; else nothing new.

    Args:
        listed: Every version that was searched.
    """
    if not listed:
        yield from _of_nothing(findings, quotations, publication)
        return
    languages: dict[str, set[str]] = defaultdict(set)
    for source in listed:
        languages[source.document].add(source.language)
    every = set().union(*languages.values())
    found = {one.quotation.span: one for one in quotations}
    for one in findings:
        audited = found.get(one.span) if one.code == code_of(Verdict.NOT_FOUND) else None
        if audited is None:
            yield one
            continue
        document = audited.cited[0] if audited.cited else ""
        held = languages.get(document, set()) if document else every
        language = _language_of(audited.quotation.text, publication.language, held)
        if _is_held(language, held):
            yield one
            continue
        words = {
            "quoted": shortened(audited.quotation.text),
            "of": f" of {document}" * bool(document),
        }
        named = language_name(language)
        yield finding(NOT_VERIFIABLE, publication, one.span, language=named, **words)


def _of_nothing(
    findings: Iterable[AuditFinding],
    quotations: Sequence[AuditedQuotation],
    publication: Publication,
) -> Iterator[AuditFinding]:
    """Say once that nothing could be verified where no text is held."""
    yield from (one for one in findings if one.code != code_of(Verdict.NOT_FOUND))
    many = sum(one.judgement.verdict is Verdict.NOT_FOUND for one in quotations)
    if many:
        known = {"publication": publication.name, "count": counted(many, "quotation")}
        yield finding(NOTHING_HELD, publication, Span(0, 0), **known)


def unverified(
    quotations: Iterable[AuditedQuotation], findings: Iterable[AuditFinding]
) -> set[tuple[str, Span]]:
    """List the quotations that could not be verified, by their publication and their place."""
    told = [one for one in findings if one.code in (NOT_VERIFIABLE, NOTHING_HELD)]
    named = {(one.publication, one.span) for one in told if one.code == NOT_VERIFIABLE}
    empty = {one.publication for one in told if one.code == NOTHING_HELD}
    return named | {
        (one.publication, one.quotation.span)
        for one in quotations
        if one.publication in empty and one.judgement.verdict is Verdict.NOT_FOUND
    }


def _language_of(text: str, own: str, held: Iterable[str]) -> str:
    """Tell the language of words: if they are few, that of the publication may be told by them.

    It is where the script fits no other, or light words of it stand there and none of the others.
    """
    language = detect_language(text)
    if not language.startswith(UNDETERMINED) or not share_language(language, own):
        return language
    words = set(_WORD.findall(text.casefold()))
    others = [one for one in held if share_language(language, one)]
    is_own = len(words & rules_of(own).function_words) >= _TELLING and not any(
        words & rules_of(one).function_words for one in others
    )
    return own if is_own or not others else language


def _is_held(language: str, held: Iterable[str]) -> bool:
    """Whether a text may be in a language; words whose language is not sure may be in any."""
    return language == UNDETERMINED or any(
        one == UNDETERMINED or share_language(language, one) for one in held
    )
