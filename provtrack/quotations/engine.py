"""Find the quotations of a publication: by marks, by markup, by blocks (DESIGN §6, Audit).

The steps: the publication is divided into flows (body, notes), the habits of its marks are learned,
marks are paired paragraph by paragraph, interrupted parts are joined, and each quotation is given
its declared edits, notes and speaker. Passages without marks are found elsewhere, with an index.
Time grows with the length of the text. Entry points: `find`, `find_with_remarks`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from provtrack.model.publication import Publication, note_name
from provtrack.model.quotation import Quotation, QuotationPlace
from provtrack.model.text import Span
from provtrack.quotations.block_marks import led_by_marks
from provtrack.quotations.declared import declared_in, with_stress
from provtrack.quotations.dialogue import speech_of
from provtrack.quotations.flows import Flow, flows_of
from provtrack.quotations.habits import Habits, habits_of
from provtrack.quotations.joining import joined
from provtrack.quotations.marks import LOOKED_THROUGH, Mark
from provtrack.quotations.running import Quote, marks_by_paragraph, quotes_of
from provtrack.quotations.surroundings import notes_of, speaker_of, surroundings_of
from provtrack.quotations.telling import may_be, why_ignored

LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")
ATTRIBUTION = re.compile(r"\s*(?:—|–|--|―)\s*[^\W\d_]")
NEAR = 12  # signs between the end of a quotation and a call that still stands at its end
MAX_DEPTH = 8  # of quotations in each other; deeper is no text that a person wrote
LONGEST = 45_000  # characters of a quotation: 7,000 words
TOO_LONG = "too long"
LONGEST_SOURCE = 400  # characters of parentheses that name the source of a block
PARENTHESES_BEHIND = re.compile(
    r"[^\S\n]*(?:\((?:[^()]|\([^()]*\))+\)|\[[^\[\]]+\])\.?$"  # one pair within them
)
# What counts places or goes back: "(vol. VI, p. 4)", "(ibid.)"; "(Applause.)" is of its words.
SOURCE_BEHIND = re.compile(
    r"[^\S\n]*[(\[](?=[^()\[\]]*[)\]]\.?$)(?:"
    r"[^()\[\]]*?(?<!\w)(?:vols?|docs?|nos?|pp?|ff?|ll?|dd?|[Bb]d|S|Bl|т|с|л|д|ф|док|第|№)\.?\s*\d"
    r"|\s*(?:ibid|ib\.|ebd|ebenda|там же|tamże|同上))[^()\[\]]*[)\]]\.?$",
    re.IGNORECASE,
)
TOLD = 5  # places of lone marks that a remark names


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotations:
    """The quotations of a publication in order of their start, outer ones first, and remarks."""

    quotations: tuple[Quotation, ...]
    remarks: tuple[str, ...] = ()


def find(publication: Publication) -> tuple[Quotation, ...]:
    """Find what a publication marks as quoted; see `find_with_remarks`."""
    return find_with_remarks(publication).quotations


def find_with_remarks(publication: Publication, *, sources: Sequence[Span] = ()) -> FoundQuotations:
    """Find what a publication marks as quoted, and say which marks stand alone.

    Args:
        sources: Parentheses in which works are cited: at the end of a block they are none of its
            words.

    Returns:
        Quotations in order of their start, outer ones first; their spans never cross. Titles,
        terms and scare quotes are among them, with `ignored` saying so.
    """
    flows = flows_of(publication)
    marks = [marks_by_paragraph(flow) for flow in flows]
    habits = habits_of(mark for one in marks for paragraph in one for mark in paragraph)
    found: list[tuple[int, Quotation]] = []
    lone: list[int] = []
    for number, (flow, own) in enumerate(zip(flows, marks, strict=True)):
        quotations, alone = _of_flow(flow, own, habits, sources)
        found += [(number, one) for one in quotations]
        lone += alone
    found = [(number, with_stress(one, publication)) for number, one in found]
    ordered = sorted(found, key=lambda one: (one[1].span.start, -one[1].span.end))
    quotations = [_if_not_too_long(one) for one in _nested(ordered)]
    long = [one.span.start for one in quotations if one.ignored == TOO_LONG]
    return FoundQuotations(
        quotations=tuple(quotations),
        remarks=(*_remarks(publication, sorted(lone)), *_remarks_on_long(publication, long)),
    )


def _if_not_too_long(quotation: Quotation) -> Quotation:
    """Take what is longer than anybody quotes for words between marks of two quotations."""
    is_long = len(quotation.text) > LONGEST and not quotation.ignored
    return replace(quotation, ignored=TOO_LONG) if is_long else quotation


def _of_flow(
    flow: Flow, marks: list[list[Mark]], habits: Habits, sources: Sequence[Span]
) -> tuple[list[Quotation], list[int]]:
    """Find the quotations of the body or of a note."""
    read = quotes_of(flow, marks, habits)
    speeches = [*speech_of(flow)]
    blocks = _blocks(flow, marks, read.quotes, sources)
    quotes = _without_crossing([*blocks, *speeches, *read.quotes], flow)
    tops, inner = _tops(quotes)
    tops = joined(flow, tops)
    found = [
        *_described(flow, tops, is_inner=False),
        *_described(flow, inner, is_inner=True),
    ]
    lone = [flow.source_span(place, place).start for place in read.lone]
    return [one for one in found if one.text], lone


def _blocks(
    flow: Flow,
    marks: Sequence[Sequence[Mark]],
    marked: Sequence[Quote],
    sources: Sequence[Span],
) -> Iterator[Quote]:
    """Make quotations of block quotations, without a line or parentheses that name the source."""
    spans = {(one.whole_start, one.whole_end): one for one in marked}
    starts = [one.start for one in flow.paragraphs]
    for number, (span, _) in enumerate(flow.blocks):
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end)
        is_attributed = last - first > 1 and ATTRIBUTION.match(flow.text, starts[last - 1])
        paragraphs = flow.paragraphs[first : last - 1 if is_attributed else last]
        end = paragraphs[-1].end if is_attributed else span.end
        start, end = trimmed(flow.text, span.start, end)
        start, end = _without_source(flow, start, end, sources)
        parts = [trimmed(flow.text, one.start, min(one.end, end)) for one in paragraphs]
        same = spans.get((start, end)) or led_by_marks(parts, marks[first : first + len(parts)])
        yield replace(same or Quote(start, end, start, end), block=number)


def _without_source(flow: Flow, start: int, end: int, sources: Sequence[Span]) -> tuple[int, int]:
    """Leave out parentheses at the end of a block that name its source, unless a note does so."""
    first = max(start, end - LONGEST_SOURCE)
    named = SOURCE_BEHIND.search(flow.text, first, end)
    if named is None and (behind := PARENTHESES_BEHIND.search(flow.text, first, end)):
        named = behind if _holds(flow.source_span(*behind.span()), sources) else None
    place = bisect_left(flow.note_marks, end, key=lambda call: call.position)
    call = flow.note_marks[place].position if place < len(flow.note_marks) else None
    has_note = call is not None and not flow.text[end:call].strip()
    if named is None or has_note:
        return start, end
    return trimmed(flow.text, start, max(start + 1, named.start()))


def _holds(parentheses: Span, sources: Sequence[Span]) -> bool:
    """Whether one of the works that are cited in parentheses stands in these."""
    place = bisect_left(sources, parentheses.start, key=lambda one: one.start)
    return place < len(sources) and sources[place].start < parentheses.end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at both ends of a part."""
    part = text[start:end]
    stripped = part.strip()
    if not stripped:
        return start, start
    first = start + len(part) - len(part.lstrip())
    return first, first + len(stripped)


def _without_crossing(quotes: Sequence[Quote], flow: Flow) -> list[Quote]:
    """Order quotations, outer ones first; drop what crosses one before, and join what is one."""
    kept: list[Quote] = []
    around: list[int] = []
    trim = [_trimmed(one, flow) for one in quotes]
    for one in sorted(trim, key=lambda q: (q.whole_start, -q.whole_end, q.is_guess, -q.block)):
        while around and kept[around[-1]].whole_end <= one.whole_start:
            around.pop()
        outer = kept[around[-1]] if around else None
        if outer is not None and (one.whole_end > outer.whole_end or len(around) >= MAX_DEPTH):
            continue
        if outer is not None and _is_same(outer, one, flow):
            kept[around[-1]] = _merged(outer, one)
            continue
        around.append(len(kept))
        kept.append(one)
    return kept


def _trimmed(quote: Quote, flow: Flow) -> Quote:
    start, end = trimmed(flow.text, quote.start, quote.end)
    return replace(quote, start=start, end=end)


def _is_same(outer: Quote, inner: Quote, flow: Flow) -> bool:
    """Whether two ways of marking mark the same words."""
    if (outer.sign and inner.sign) or inner.block >= 0:
        return False
    margin = flow.text[outer.start : inner.start] + flow.text[inner.end : outer.end]
    return len(margin) <= 6 and not margin.strip(" \u00a0\u202f\n" + "".join(LOOKED_THROUGH))


def _merged(outer: Quote, inner: Quote) -> Quote:
    """One quotation of two ways of marking it."""
    return replace(
        inner,
        start=max(outer.start, inner.start),
        end=min(outer.end, inner.end),
        whole_start=outer.whole_start,
        whole_end=outer.whole_end,
        sign=inner.sign or outer.sign,
        region=max(outer.region, inner.region),
        block=outer.block,
    )


def _tops(quotes: Sequence[Quote]) -> tuple[list[Quote], list[Quote]]:
    """Part those that lie in no other from the rest."""
    tops: list[Quote] = []
    inner: list[Quote] = []
    for one in quotes:
        is_inside = bool(tops) and one.whole_start < tops[-1].whole_end
        (inner if is_inside else tops).append(one)
    return tops, inner


def _described(flow: Flow, quotes: Sequence[Quote], *, is_inner: bool) -> Iterator[Quotation]:
    """Make the quotations of places in a flow."""
    ends = flow.paragraph_ends
    for quote in quotes:
        place = min(bisect_right(ends, max(quote.whole_start, quote.end - 1)), len(ends) - 1)
        paragraph_end = ends[place] if ends else len(flow.text)
        yield _quotation(flow, quote, paragraph_end, is_inner=is_inner)


def _quotation(flow: Flow, quote: Quote, paragraph_end: int, *, is_inner: bool) -> Quotation:
    """Describe one quotation."""
    around = surroundings_of(flow, quote)
    notes = notes_of(flow, quote, around, paragraph_end)
    is_declared = quote.block >= 0 or quote.region >= 0
    ignored = perhaps = ""
    if not is_declared and not is_inner:
        has_call = _has_call(flow, quote)
        ignored = why_ignored(flow, quote, around, has_call=has_call)
        perhaps = "" if ignored or has_call else may_be(flow, quote, around)
    source = ""
    if quote.region >= 0:
        source = flow.quoted[quote.region][1].source
    elif quote.block >= 0:
        source = flow.blocks[quote.block][1].source
    return Quotation(
        span=flow.source_span(quote.start, quote.end),
        text=words_of(flow, quote),
        place=_place(flow, quote),
        marks=quote.sign,
        ignored=ignored,
        perhaps=perhaps,
        declared=declared_in(flow, quote.start, quote.end, quote.interruptions),
        notes=notes,
        source=source,
        speaker=speaker_of(around),
    )


def _has_call(flow: Flow, quote: Quote) -> bool:
    """Whether a note is called inside a quotation or at its end."""
    place = bisect_left(flow.note_marks, quote.start, key=lambda call: call.position)
    if place == len(flow.note_marks):
        return False
    between = flow.text[quote.whole_end : flow.note_marks[place].position]
    return len(between) <= NEAR and not any(sign.isalnum() for sign in between)


def _place(flow: Flow, quote: Quote) -> QuotationPlace:
    if quote.block >= 0:
        return QuotationPlace.BLOCK
    return QuotationPlace.FOOTNOTE if flow.is_note else QuotationPlace.INLINE


def words_of(flow: Flow, quote: Quote) -> str:
    """The words as read: lines joined, marks that only open again left out."""
    borders = [quote.start, *(place for one in quote.reopened for place in one), quote.end]
    ends = flow.paragraph_ends
    paragraphs: list[str] = []
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        breaks = [start, *ends[first:last], end]
        paragraphs += [flow.text[a:b].strip() for a, b in pairwise(breaks)]
    return "\n\n".join(LINE_BREAK.sub(" ", one) for one in paragraphs if one)


def _nested(quotations: Sequence[tuple[int, Quotation]]) -> Iterator[Quotation]:
    """Tell each quotation which one it lies in; drop what would cross.

    A quotation in a note does not lie in the one in whose midst the note is called.

    Args:
        quotations: With the number of the flow of each.
    """
    around: list[tuple[int, int, Quotation]] = []
    number = 0
    for flow, one in quotations:
        while around and around[-1][2].span.end <= one.span.start:
            around.pop()
        if around and one.span.end > around[-1][2].span.end:
            continue
        outer = next((place for place, other, _ in reversed(around) if other == flow), None)
        yield replace(one, outer=outer)
        around.append((number, flow, one))
        number += 1


def _remarks(publication: Publication, lone: Sequence[int]) -> tuple[str, ...]:
    """Say where marks stand alone."""
    if not lone:
        return ()
    places = [_where(publication, position) for position in lone[:TOLD]]
    more = f" and {len(lone) - TOLD} more" if len(lone) > TOLD else ""
    what = "A quotation mark has" if len(lone) == 1 else f"{len(lone)} quotation marks have"
    return (f"{what} no counterpart: {', '.join(places)}{more}.",)


def _remarks_on_long(publication: Publication, long: Sequence[int]) -> tuple[str, ...]:
    """Say where a quotation begins that is too long to be one."""
    places = [_where(publication, position) for position in long[:TOLD]]
    more = f" and {len(long) - TOLD} more" if len(long) > TOLD else ""
    what = "What begins at" if len(long) == 1 else "What begins at each of"
    said = f"{what} {', '.join(places)}{more} is too long for a quotation and was looked for as"
    return (f"{said} words without marks; perhaps a mark is missing.",) if long else ()


def _where(publication: Publication, position: int) -> str:
    """A place as a person would look it up."""
    locus = publication.locus(position)
    if locus.line:
        return f"line {locus.line}, column {locus.column}"
    note = f"{note_name(locus.note)}, " if locus.note else ""
    return f"{note}paragraph {locus.paragraph}" if locus.paragraph else f"sign {position + 1}"
