"""What the head of an audit says: what matters most first, and what could not be checked.

Entry points: `summary_of`, `leads_of`, `unchecked_of`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.auditing.codes import catalogue
from provtrack.auditing.tallies import Tally, reported_in_words, tally
from provtrack.model.audit import (
    AuditedCitation,
    AuditedPublication,
    AuditedQuotation,
    AuditFinding,
    EarlierFinding,
    Novelty,
)
from provtrack.model.names import Severity
from provtrack.model.quotation import QuotationPlace, Verdict
from provtrack.model.text import Span
from provtrack.reporting.audit_cards import Numbered
from provtrack.reporting.audit_views import CitationView, QuotationView
from provtrack.reporting.running_text import visible
from provtrack.reporting.verdict_words import CLAUSES, UNVERIFIABLE, Grade
from provtrack.reporting.views import Part, Sentence
from provtrack.reporting.wording import capitalised, listed, number_in_words
from provtrack.text.plurals import counted

MOST_LINKS = 8
CITATIONS_ONLY = "No quotation was found: only the citations were checked."
NOTHING = "No quotation was found: nothing was checked, which is not to say that all is right."
REPORTED_ONLY = "No quotation was found: only reported speech was set beside its source."
OF_VERSIONS = ("AUD201", "AUD202")
UNREADABLE = "AUD303"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One publication with its cards.

    Attributes:
        quotations: Cards of the judged quotations, in order, with what they were made of.
        citations: Cards of the citations, in order, with what they were made of.
        passed: Quotations passed over, with the place of their paragraph.
    """

    publication: AuditedPublication
    findings: Sequence[AuditFinding]
    quotations: Sequence[tuple[Numbered, QuotationView]]
    citations: Sequence[tuple[AuditedCitation, CitationView]]
    passed: Sequence[tuple[AuditedQuotation, str]]
    gone: Sequence[EarlierFinding]


def is_unread(one: Prepared) -> bool:
    """Tell whether a publication could not be read."""
    return any(found.code == UNREADABLE for found in one.findings)


def summary_of(one: Prepared) -> Iterator[Sentence]:
    """Say in a few sentences what was checked and what came of it."""
    unread = [found for found in one.findings if found.code == UNREADABLE]
    if unread:
        yield (Part(text=visible(unread[0].message), strong=True),)
        return
    counts = tally((numbered.audited for numbered, _ in one.quotations), one.findings)
    if one.quotations or not one.citations:
        nothing = REPORTED_ONLY if one.publication.reported else NOTHING
        yield tuple(_of_quotations(_marked(one), counts, nothing))
    else:
        yield (Part(text=CITATIONS_ONLY),)
    if one.citations:
        yield tuple(_of_citations([view for _, view in one.citations]))
    if any(found.novelty for found in one.findings) or one.gone:
        new = sum(found.novelty is Novelty.NEW for found in one.findings)
        told = f"Since the earlier audit, {counted(new, 'finding is', 'findings are')} new and "
        yield (Part(text=told + f"{len(one.gone)} gone."),)


def _marked(one: Prepared) -> list[QuotationView]:
    """List the quotations that could be verified; passages without marks are told apart."""
    return [
        view
        for numbered, view in one.quotations
        for quotation in (numbered.audited.quotation,)
        if quotation.place is not QuotationPlace.UNMARKED and view.css != UNVERIFIABLE
    ]


def _of_quotations(views: Sequence[QuotationView], counts: Tally, nothing: str) -> Iterator[Part]:
    """Group quotations by what is wrong with them, the gravest first; say if there are none."""
    if views:
        yield from _of_marked(views)
    elif not counts.unverifiable:
        yield Part(text="No quotation was found." if counts.unmarked else nothing)
    if counts.unverifiable:
        many = counted(counts.unverifiable, "quotation")
        told = "cannot be verified: nothing is held in their language."
        yield Part(text=f"{' ' * bool(views)}{many} {told}")
    if counts.unmarked:
        many = counted(counts.unmarked, "passage stands", "passages stand")
        yield Part(text=f" {many} there without quotation marks.")


def _of_marked(views: Sequence[QuotationView]) -> Iterator[Part]:
    """Group quotations in marks by what is wrong with them."""
    grave = (Grade.FAULT, Grade.DOUBT)
    groups = [
        (verdict, [view for view in views if view.css == verdict and view.grade in grave])
        for verdict in CLAUSES
    ]
    groups = [(verdict, group) for verdict, group in groups if group]
    if not groups:
        yield from _all_faithful(views)
        return
    yield Part(text=f"Of {counted(len(views), 'quotation')}, ")
    for place, (verdict, group) in enumerate(groups):
        if place:
            yield Part(text=" and " if place == len(groups) - 1 else "; ")
        words = f"{number_in_words(len(group))} {CLAUSES[verdict][len(group) > 1]}"
        yield Part(text=words, strong=verdict not in (Verdict.OTHER_VERSION, Verdict.ALTERED))
        yield from _links([(str(view.number), f"#{view.anchor}") for view in group])
    faithful = sum(view.grade == Grade.GOOD for view in views)
    many = capitalised(number_in_words(faithful)) if faithful else "None"
    yield Part(text=f". {many} {'are' if faithful > 1 else 'is'} faithful.")


def _all_faithful(views: Sequence[QuotationView]) -> Iterator[Part]:
    """Say that nothing was found wrong, and of how many that is said."""
    faithful = sum(view.grade == Grade.GOOD for view in views)
    words = "the one quotation found" if len(views) == 1 else f"the {len(views)} quotations found"
    if faithful == len(views):
        yield Part(text=f"Nothing was found wrong with {words}.")
    else:
        rest = len(views) - faithful
        yield Part(
            text=f"Of {words}, {faithful} are faithful and {rest} were set aside or are open."
        )


def _of_citations(views: Sequence[CitationView]) -> Iterator[Part]:
    resolved = sum(bool(view.document) for view in views)
    words = f"Of {counted(len(views), 'citation')}, {number_in_words(resolved)} "
    words += "leads" if resolved == 1 else "lead"
    yield Part(text=f"{words} to a document that was searched")
    odd = [view for view in views if view.grade in (Grade.FAULT, Grade.DOUBT)]
    if odd:
        yield Part(text="; ")
        verb = "is odd in itself" if len(odd) == 1 else "are odd in themselves"
        yield Part(
            text=f"{number_in_words(len(odd))} {verb} or beside the document’s reference",
            strong=True,
        )
        yield from _links([(_note(view), f"#{view.anchor}") for view in odd])
    yield Part(text=".")


def leads_of(one: Prepared) -> list[tuple[Sentence, AuditFinding]]:
    """List the errors that stand, the gravest first: links, finding; the same said once."""
    order = list(CLAUSES)
    anchors: dict[Span, tuple[int, str, str]] = {}
    for cited, card in one.citations:
        anchors[cited.citation.work.span] = len(order), _note(card), f"#{card.anchor}"
    for numbered, view in one.quotations:
        verdict = numbered.audited.judgement.verdict
        rank = order.index(verdict) if verdict in order else len(order)
        anchors[numbered.audited.quotation.span] = rank, str(view.number), f"#{view.anchor}"
    grave = [
        (anchors[found.span], found)
        for found in one.findings
        if found.severity is Severity.ERROR and not found.suppressed and found.span in anchors
    ]
    grave.sort(key=lambda item: (item[0][0], item[1].span.start))
    links: dict[str, list[tuple[str, str]]] = {}
    for (_, label, href), found in grave:
        links.setdefault(found.message, []).append((label, href))
    first = {found.message: found for _, found in reversed(grave)}
    return [(tuple(_named(named)), first[message]) for message, named in links.items()]


def unchecked_of(one: Prepared) -> Iterator[Sentence]:
    """Say what could not be checked, and what was passed over."""
    open_ones = [view for _, view in one.citations if not view.document]
    if open_ones:
        words = counted(len(open_ones), "citation leads", "citations lead")
        links = _links([(_note(view), f"#{view.anchor}") for view in open_ones])
        yield (Part(text=f"{words} to no document that was searched"), *links, Part(text="."))
    yield from _unverifiable(one)
    if one.publication.reported:
        yield (Part(text=reported_in_words(one.publication.reported)),)
    yield from _without_note(one)
    yield from _without_original(one)
    yield from _passed(one)
    yield from _aside(one)
    for remark in one.publication.remarks:
        yield (Part(text=capitalised(visible(remark))),)


def _unverifiable(one: Prepared) -> Iterator[Sentence]:
    """List the quotations in whose language nothing is held."""
    views = [view for _, view in one.quotations if view.css == UNVERIFIABLE]
    if views:
        words = counted(len(views), "quotation")
        links = _links([(str(view.number), f"#{view.anchor}") for view in views])
        told = f"{words} cannot be verified: nothing is held in their language"
        yield (Part(text=told), *links, Part(text="."))


def _without_note(one: Prepared) -> Iterator[Sentence]:
    bare = [
        view
        for numbered, view in one.quotations
        for audited in (numbered.audited,)
        if audited.cited is None
        and audited.judgement.passages
        and audited.quotation.place is not QuotationPlace.UNMARKED
    ]
    if bare:
        words = counted(len(bare), "quotation was", "quotations were")
        links = _links([(str(view.number), f"#{view.anchor}") for view in bare])
        yield (
            Part(text=f"{words} looked for everywhere, as no note names a document searched"),
            *links,
            Part(text="."),
        )


def _without_original(one: Prepared) -> Iterator[Sentence]:
    """Name the versions that cannot be led back to the original, once for each cause."""
    for code in OF_VERSIONS:
        before, _, after = catalogue()[code]["text"].partition("{found}")
        told = [found.message for found in one.findings if found.code == code]
        names = [words.removeprefix(before).removesuffix(after) for words in told]
        if names:
            yield (Part(text=visible(before + listed(names) + after)),)


def _passed(one: Prepared) -> Iterator[Sentence]:
    """Say what stands in quotation marks and was taken for no quotation of a source."""
    if not one.passed:
        return
    reasons = Counter(audited.quotation.ignored or "part of another" for audited, _ in one.passed)
    told = listed([f"{number} {reason}" for reason, number in sorted(reasons.items())])
    links = [
        (f"“{visible(_short(audited.quotation.text))}”", f"#{row}") for audited, row in one.passed
    ]
    words = counted(
        len(one.passed), "passage in quotation marks was", "passages in quotation marks were"
    )
    yield (Part(text=f"{words} passed over ({told})"), *_links(links), Part(text="."))


def _aside(one: Prepared) -> Iterator[Sentence]:
    aside = [found for found in one.findings if found.suppressed]
    if aside:
        reasons = dict.fromkeys(f"{found.code}: {found.suppressed}" for found in aside)
        words = counted(len(aside), "finding was", "findings were")
        yield (Part(text=visible(f"{words} set aside by the author ({'; '.join(reasons)}).")),)


def _links(named: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """Write links in parentheses, the first few."""
    yield Part(text=" (")
    yield from _named(named)
    yield Part(text=")")


def _named(named: Sequence[tuple[str, str]]) -> Iterator[Part]:
    """Write links one after the other, the first few."""
    for place, (text, href) in enumerate(named[:MOST_LINKS]):
        if place:
            yield Part(text=", ")
        yield Part(text=text, href=href)
    if len(named) > MOST_LINKS:
        yield Part(text=f" and {len(named) - MOST_LINKS} more")


def _note(view: CitationView) -> str:
    return view.note.replace(" ", "\N{NO-BREAK SPACE}") if view.note else "in the text"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else f"{words[:36].rsplit(' ', 1)[0]} …"
