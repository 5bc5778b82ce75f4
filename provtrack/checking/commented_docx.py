"""The author's own Word file, given back with a comment on each finding.

Nothing of the file is changed but what a comment needs: marks around the words, for which a run of
plain text is parted where they begin and end, the part with the comments, and its entry in the
package. Elements follow ECMA-376, Part 1, 17.13.4 (comments). A
finding in a note is set at the call of the note, since notes take no comments in all versions of
Word. Comments of an earlier audit are taken away: the new ones stand for them. They have the date
that is passed in, or none, so that the same audit gives the same bytes. Entry point: `commented`.
"""

import io
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from provtrack.auditing.source_lines import OF_QUOTATION, source_lines
from provtrack.importers.content import Content
from provtrack.importers.publications.docx import OWN_AUTHOR, WordRuns, read_with_runs
from provtrack.importers.xml_reading import Element, local_name, parse_xml_text
from provtrack.model.audit import AuditedQuotation, AuditFinding
from provtrack.model.publication import Publication
from provtrack.model.text import Span

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP member can have
INITIALS = "pt"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def commented(
    data: bytes,
    name: str,
    findings: Sequence[AuditFinding],
    *,
    quotations: Sequence[AuditedQuotation] = (),
    keeps_changes: bool = True,
    when: str = "",
) -> bytes:
    """Write a Word file again with a comment on each finding that is not set aside.

    Args:
        data: The file that was audited.
        findings: Of this publication.
        quotations: Of this publication; the words of their sources stand in the comments.
        when: Date and time of the comments, "2026-03-01T10:00:00Z"; empty for none.
        keeps_changes: Whether its tracked changes were read as accepted.

    Raises:
        FormatError: It is no Word document.
    """
    publication, word = read_with_runs(Content(name=name, data=data), keeps_changes=keeps_changes)
    told = [one for one in findings if not one.suppressed]
    folder = word.path.rpartition("/")[0]
    path = f"{folder}/comments.xml"
    comments = _comments_part(word.package.get(path))
    number = _first_free(comments)
    _take_away_own(comments, word.body)
    held = list(word.runs)
    seen = {one.quotation.span: tuple(source_lines(one)) for one in quotations}
    for one in told:
        runs = _runs_at(_place(one.span, publication), held)
        if runs:
            _mark(runs, number)
            lines = seen.get(one.span, ()) if one.code in OF_QUOTATION else ()
            comments.append(_comment(number, [*_paragraphs(one), *lines], when))
            number += 1
    changed = {word.path: _written(word.body), path: _written(comments)}
    if path not in word.package:
        changed |= _entered(word, folder)
    return _packed(data, changed)


def _place(span: Span, publication: Publication) -> Span:
    """Where a comment can stand: in the body, or at the call of the note a finding stands in."""
    label = publication.locus(span.start).note
    calls = [mark.position for mark in publication.note_marks if mark.label == label]
    if not label:
        return span
    return Span(calls[0], calls[0]) if calls else Span(0, 0)


def _runs_at(span: Span, runs: list[tuple[int, Element]]) -> list[Element]:
    """Give the runs of the body that hold a span, parted at its ends; none if there are none.

    Args:
        runs: Each with where it starts; what is parted is entered.
    """
    if span.start == span.end:
        place = bisect_left(runs, span.start, key=_start_of)
        is_call = place < len(runs) and runs[place][0] == span.start
        return [run for _, run in runs[place if is_call else max(place - 1, 0) :][:1]]
    _part(runs, span.start)
    _part(runs, span.end)
    first = max(bisect_right(runs, span.start, key=_start_of) - 1, 0)
    last = max(bisect_left(runs, span.end, key=_start_of) - 1, first)
    return [run for _, run in runs[first : last + 1]]


def _start_of(placed: tuple[int, Element]) -> int:
    return placed[0]


def _part(runs: list[tuple[int, Element]], position: int) -> None:
    """Part the run around a position in two of the same form, if it holds only plain text."""
    place = bisect_right(runs, position, key=_start_of) - 1
    if place < 0:
        return
    start, run = runs[place]
    words = [child for child in run if local_name(child) != "rPr"]
    if len(words) != 1 or local_name(words[0]) != "t":
        return
    text, cut = words[0].text or "", position - start
    if not 0 < cut < len(text):
        return
    rest = deepcopy(run)
    rest.tail = None
    _set_text(run, text[:cut])
    _set_text(rest, text[cut:])
    run.addnext(rest)
    runs.insert(place + 1, (position, rest))


def _set_text(run: Element, words: str) -> None:
    text = run.find(f"{W}t")
    if text is not None:
        text.text = words
        text.set(XML_SPACE, "preserve")


def _mark(runs: Sequence[Element], number: int) -> None:
    """Set the marks of a comment around runs."""
    start = etree.Element(f"{W}commentRangeStart", {f"{W}id": str(number)})
    end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(number)})
    call = etree.Element(f"{W}r")
    etree.SubElement(call, f"{W}commentReference", {f"{W}id": str(number)})
    runs[0].addprevious(start)
    runs[-1].addnext(end)
    end.addnext(call)


def _comment(number: int, paragraphs: Sequence[str], when: str) -> Element:
    """Write one comment."""
    known = {f"{W}id": str(number), f"{W}author": OWN_AUTHOR, f"{W}initials": INITIALS}
    comment = etree.Element(f"{W}comment", known | ({f"{W}date": when} if when else {}))
    for words in paragraphs:
        run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
        text = etree.SubElement(run, f"{W}t")
        text.text = _writable(words)
        text.set(XML_SPACE, "preserve")
    return comment


def _paragraphs(finding: AuditFinding) -> Iterator[str]:
    """Say the finding, then what might have been meant."""
    yield f"{finding.code} ({finding.severity}): {finding.message}"
    if finding.suggestions:
        yield f"Perhaps: {', '.join(finding.suggestions)}"


def _writable(words: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(
        sign
        for sign in words
        if sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff")
    )


def _comments_part(data: bytes | None) -> Element:
    """Open the part with the comments, or begin one."""
    if data is None:
        return etree.Element(f"{W}comments", nsmap={"w": NAMESPACE})
    return parse_xml_text(data.decode("utf-8"), "comments.xml")


def _take_away_own(comments: Element, body: Element) -> None:
    """Take away the comments of an earlier audit, and their marks."""
    own = [one for one in comments.findall(f"{W}comment") if one.get(f"{W}author") == OWN_AUTHOR]
    numbers = {one.get(f"{W}id") for one in own}
    for one in own:
        comments.remove(one)
    for mark in list(body.iter(*(f"{W}{name}" for name in MARKS))):
        parent = mark.getparent()
        if mark.get(f"{W}id") not in numbers or parent is None:
            continue
        parent.remove(mark)
        around = parent.getparent()
        if local_name(parent) == "r" and not len(parent) and around is not None:
            around.remove(parent)


def _first_free(comments: Element) -> int:
    """Give the first number above those of the comments there are."""
    numbers = [int(one.get(f"{W}id") or 0) for one in comments.findall(f"{W}comment")]
    return max(numbers, default=-1) + 1


def _entered(word: WordRuns, folder: str) -> Mapping[str, bytes]:
    """Enter the new part into the types and the relationships of the package."""
    types = parse_xml_text(word.package["[Content_Types].xml"].decode("utf-8"), "types")
    part = {"PartName": f"/{folder}/comments.xml", "ContentType": TYPE}
    etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override", part)
    name = word.path.rpartition("/")[2]
    place = f"{folder}/_rels/{name}.rels"
    held = word.package.get(place)
    relations = (
        parse_xml_text(held.decode("utf-8"), place)
        if held
        else etree.Element(f"{{{PACKAGE}/relationships}}Relationships")
    )
    entry = {"Id": "provtrackComments", "Type": KIND, "Target": "comments.xml"}
    etree.SubElement(relations, f"{{{PACKAGE}/relationships}}Relationship", entry)
    return {"[Content_Types].xml": _written(types), place: _written(relations)}


def _written(element: Element) -> bytes:
    tree = element.getroottree()
    written: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _packed(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Write the package again, parts in their order; new ones come last.

    What the package holds beside text, such as pictures, was measured when it was opened.
    """
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        names = before.namelist()
        for name in [*names, *(one for one in changed if one not in names)]:
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            content = changed[name] if name in changed else before.read(name)
            package.writestr(member, content)
    return stream.getvalue()
