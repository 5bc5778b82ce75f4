"""Quotations in a language in which nothing is held: they were not found, and could not be.

An author who translates what he quotes, or cites another edition, is not at fault for words that
stand in no version searched. Few words may be in doubt: of a document cited that is not held in the
language of the publication they are its own, unless words of the document stand among them. Where
no text is held at all it is told once of a publication.
Entry points: `without_unheld`, `unverified`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from provtrack.auditing.codes import code_of, finding, shortened
from provtrack.auditing.sources import Sources
from provtrack.model.audit import AuditedQuotation, AuditedSource, AuditFinding
from provtrack.model.publication import Publication
from provtrack.model.quotation import Passage, Verdict
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
_LONG = 5  # letters; shorter words are too often words of two languages
_WORD = re.compile(r"[^\W\d_]+")


def without_unheld(
    findings: Iterable[AuditFinding],
    quotations: Sequence[AuditedQuotation],
    publication: Publication,
    sources: Sources,
) -> Iterator[AuditFinding]:
    """Say that words cannot be verified where they could not have been found; else nothing new."""
    own = publication.language
    if not sources.listed:
        yield from _of_nothing(findings, quotations, publication)
        return
    languages: dict[str, set[str]] = defaultdict(set)
    for source in sources.listed:
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
        language = _language_of(audited.quotation.text, own, held)
        is_in_doubt = language.startswith(UNDETERMINED) and share_language(language, own)
        if document and is_in_doubt and not _has_words_of(document, audited, sources):
            language = own
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

    It is where more of its light words stand there than of any language held, or none of those has
    its script.
    """
    language = detect_language(text)
    if not language.startswith(UNDETERMINED) or not share_language(language, own):
        return language
    words = set(_WORD.findall(text.casefold()))
    ours = words & rules_of(own).function_words
    others = {one: words & rules_of(one).function_words for one in held}
    others = {one: light for one, light in others.items() if share_language(language, one)}
    for one, light in sorted(others.items()):
        if len(light) > len(ours):
            return one
    is_own = len(ours) >= _TELLING and all(len(ours) > len(light) for light in others.values())
    return own if is_own or not others else language


def _has_words_of(document: str, audited: AuditedQuotation, sources: Sources) -> bool:
    """Whether a word that is no name and no light word stands in a text of the document too."""
    quoted = {word for word in _WORD.findall(audited.quotation.text) if _tells(word)}
    return any(
        not quoted.isdisjoint(_WORD.findall(text))
        for one in sources.listed
        if one.document == document and (text := _text_of(one, sources))
    )


def _tells(word: str) -> bool:
    return word.islower() and len(word) >= _LONG


def _text_of(source: AuditedSource, sources: Sources) -> str:
    passage = Passage(
        document=source.document,
        siglum=source.siglum,
        revision=source.revision,
        file=source.file,
        span=Span(0, 0),
    )
    held = sources.text_of(passage)
    return held.text if held else ""


def _is_held(language: str, held: Iterable[str]) -> bool:
    """Whether a text may be in a language; words whose language is not sure may be in any."""
    return language == UNDETERMINED or any(
        one == UNDETERMINED or share_language(language, one) for one in held
    )
