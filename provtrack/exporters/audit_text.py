"""An audit report as text, for a terminal or a mail: publication by publication.

The lines are made once, in pieces with a style each; as plain text a difference inside a quotation
is written [-source-]{+quoted+}, a terminal colours it. Entry points: `audit_to_text`,
`audit_lines`.
"""

from collections.abc import Iterator
from enum import StrEnum

from provtrack.auditing.source_lines import OF_QUOTATION
from provtrack.auditing.tallies import reported_in_words, tally
from provtrack.auditing.woven import PieceKind, woven
from provtrack.model.audit import (
    AuditedPublication,
    AuditedQuotation,
    AuditFinding,
    AuditReport,
    EarlierFinding,
    Novelty,
)
from provtrack.model.names import Severity, version_name
from provtrack.text.plurals import counted

MOST_SUGGESTIONS = 4
AROUND = 60  # characters of what agrees that are shown beside a difference
MOST_CHANGED = 240  # characters on one side only that are shown whole
SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}
UNREADABLE = "AUD303"


class Style(StrEnum):
    """How a piece of a line is shown on a terminal."""

    PLAIN = "plain"
    NAME = "name"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    SOURCE = "source"
    QUOTED = "quoted"


Line = tuple[tuple[Style, str], ...]
OF_SEVERITY = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.NOTE: Style.NOTE,
}
BRACKETS = {Style.SOURCE: ("[-", "-]"), Style.QUOTED: ("{+", "+}")}


def audit_to_text(report: AuditReport) -> bytes:
    """Write what was found, publication by publication."""
    lines = ["".join(marked(style, text) for style, text in line) for line in audit_lines(report)]
    return ("\n".join(lines) + "\n").encode(errors="backslashreplace")


def marked(style: Style, text: str) -> str:
    """Write a piece of a line without colour: [-source-]{+quoted+}."""
    before, after = BRACKETS.get(style, ("", ""))
    return f"{before}{text}{after}"


def audit_lines(report: AuditReport) -> Iterator[Line]:
    """Say what was found, line by line."""
    for one in report.publications:
        yield from _publication(one, report)


def _publication(publication: AuditedPublication, report: AuditReport) -> Iterator[Line]:
    name = publication.name
    findings = [one for one in report.findings if one.publication == name]
    quotations = {one.quotation.span: one for one in report.quotations if one.publication == name}
    yield ((Style.NAME, name),)
    yield ((Style.PLAIN, "  " + summary(name, report)),)
    if publication.reported:
        yield ((Style.PLAIN, "  " + reported_in_words(publication.reported)),)
    shown: set[tuple[int, int]] = set()
    for one in findings:
        if one.suppressed:
            continue
        yield from _finding(one)
        place = one.span.start, one.span.end
        quotation = quotations.get(one.span)
        if quotation and one.code in OF_QUOTATION and place not in shown:
            shown.add(place)
            yield from _difference(quotation)
    aside = sum(bool(one.suppressed) for one in findings)
    if aside:
        yield ((Style.PLAIN, f"  {aside} set aside by the author, with a reason."),)
    yield from _beside_earlier(findings, [one for one in report.gone if one.publication == name])
    yield ()


def summary(name: str, report: AuditReport) -> str:
    """Say in one sentence what was checked of a publication, and what came of it."""
    findings = [one for one in report.findings if one.publication == name]
    if any(one.code == UNREADABLE for one in findings):
        return "Not read."
    counts = tally((one for one in report.quotations if one.publication == name), findings)
    cited = [one for one in report.citations if one.publication == name]
    resolved = sum(one.citation.document is not None for one in cited)
    verb = "resolves" if 1 in (resolved, len(cited)) else "resolve"
    of = counted(len(cited), "citation")
    notes = f" {resolved} of {of} {verb} to a document." if cited else ""
    lifted = counted(
        counts.unmarked, "passage without quotation marks", "passages without quotation marks"
    )
    also = f"; {lifted}" if counts.unmarked else ""
    if not counts.quotations:
        is_checked = cited or counts.unmarked or _is_read(name, report)
        return (
            f"No quotation was found{also}{'.' if is_checked else '; nothing was checked.'}{notes}"
        )
    told = [f"{many} {verdict.replace('_', ' ')}" for verdict, many in counts.verdicts.items()]
    if counts.unverifiable:
        told.append(f"{counts.unverifiable} not verifiable")
    if counts.ignored:
        also += f"; {counts.ignored} passed over as titles, terms or the like"
    return f"{counted(counts.quotations, 'quotation')}: {', '.join(told)}{also}.{notes}"


def _is_read(name: str, report: AuditReport) -> bool:
    """Tell whether reported speech of a publication was set beside its source."""
    reported = next(one.reported for one in report.publications if one.name == name)
    return reported is not None and max(reported.beside, reported.asked) > 0


def _finding(one: AuditFinding) -> Iterator[Line]:
    place = one.locus.in_words()
    style = OF_SEVERITY[one.severity]
    new = (Style.WARNING, " (new)") if one.novelty is Novelty.NEW else (Style.PLAIN, "")
    said = f" {place + ': ' if place else ''}{one.message}"
    words = Style.NOTE if one.severity is Severity.NOTE else Style.PLAIN
    yield (style, f"  {SIGNS[one.severity]} {one.code}"), (words, said), new
    if one.suggestions:
        told = ", ".join(one.suggestions[:MOST_SUGGESTIONS])
        more = len(one.suggestions) - MOST_SUGGESTIONS
        yield ((Style.NOTE, f"      perhaps {told}" + (f" and {more} more" if more > 0 else "")),)


def _difference(one: AuditedQuotation) -> Iterator[Line]:
    """Show the difference inside the quotation, and where the words stand."""
    pieces = woven(one.quotation.text, one.judgement.differences)
    if any(piece.kind is not PieceKind.BOTH for piece in pieces):
        styles = {PieceKind.SOURCE: Style.SOURCE, PieceKind.QUOTED: Style.QUOTED}
        line: list[tuple[Style, str]] = [(Style.PLAIN, "      ")]
        for number, piece in enumerate(pieces):
            words = " ".join(piece.text.split(" ")).replace("\n", " ")
            if piece.kind is PieceKind.BOTH:
                words = _shortened(words, is_first=number == 0, is_last=number == len(pieces) - 1)
            elif len(words) > MOST_CHANGED:
                words = _with_middle_counted(words)
            line.append((styles.get(piece.kind, Style.PLAIN), words))
        yield tuple(line)
    for passage, seen in zip(one.judgement.passages, one.seen, strict=False):
        paragraph = f", paragraph {seen.paragraphs[0]}" if seen.paragraphs else ""
        yield (
            (Style.NOTE, f"      in {version_name(passage.document, passage.siglum)}{paragraph}"),
        )


def _shortened(words: str, *, is_first: bool, is_last: bool) -> str:
    """Leave out, by whole words, what stands far from a difference."""
    room = AROUND if is_first or is_last else 2 * AROUND
    if len(words) <= room:
        return words
    head = "" if is_first else f"{_beginning(words)} "
    tail = "" if is_last else f" {_end(words)}"
    return f"{head}…{tail}"


def _with_middle_counted(words: str) -> str:
    """Say of many words that stand on one side only how many lie between the first and last."""
    head, tail = _beginning(words), _end(words)
    between = words[len(head) : len(words) - len(tail)].split()
    told = f" {counted(len(between), 'word')} …" if len(between) > 1 else ""
    return f"{head} …{told} {tail}"


def _beginning(words: str) -> str:
    """Give the first words, whole where blanks divide them."""
    return words[:AROUND].rpartition(" ")[0] or words[:AROUND]


def _end(words: str) -> str:
    """Give the last words, whole where blanks divide them."""
    return words[-AROUND:].partition(" ")[2] or words[-AROUND:]


def _beside_earlier(findings: list[AuditFinding], gone: list[EarlierFinding]) -> Iterator[Line]:
    if gone or any(one.novelty for one in findings):
        new = sum(one.novelty is Novelty.NEW for one in findings)
        told = f"  Since the earlier audit: {new} new, {len(gone)} gone."
        yield ((Style.PLAIN, told),)
