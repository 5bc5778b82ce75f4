"""A publication's own words, and the language they are in.

Few files say what language they are written in, and some say it wrongly: a template's "en" stands
over a Russian chapter. So the words are asked: of the whole publication where it states nothing,
and of each paragraph, since a volume may have chapters in several languages.
Entry points: `with_language`, `own_paragraphs`, `plain_text`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from provtrack.model.publication import Publication, RegionKind
from provtrack.model.quotation import Quotation
from provtrack.model.text import Span
from provtrack.text.languages import UNDETERMINED, detect_language

OF_OTHERS = frozenset(
    [RegionKind.NOTE, RegionKind.BLOCK_QUOTE, RegionKind.COMMENT, RegionKind.CODE,
     RegionKind.HIDDEN]
)  # fmt: skip
SHORT = 40  # letters that are not quoted
ENOUGH = 40_000  # code points that are asked, as much as detection looks at


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnParagraph:
    """A paragraph in the author's words.

    Attributes:
        text: Of `span`; markup in it, and calls of notes, are blank.
        language: BCP 47; "und" where nothing tells it.
        is_short: So little of it is not quoted that its language need not be told.
    """

    span: Span
    text: str
    language: str
    is_short: bool


def with_language(publication: Publication, quotations: Sequence[Quotation] = ()) -> Publication:
    """Tell the language of a publication by its words, if the file does not state it.

    Args:
        quotations: What it quotes; their language may be another.
    """
    if publication.language != UNDETERMINED:
        return publication
    plain = plain_text(publication, [one.span for one in quotations])
    pieces, length = [], 0
    for span in _paragraphs(publication):
        pieces.append(plain[span.start : span.end])
        length += len(span)
        if length >= ENOUGH:
            break
    told = detect_language("\n".join(pieces) or plain)
    return publication if told.startswith(UNDETERMINED) else replace(publication, language=told)


def own_paragraphs(
    publication: Publication,
    quotations: Sequence[Quotation],
    is_wanted: Callable[[Span], bool],
) -> Iterator[OwnParagraph]:
    """Yield the paragraphs that are no notes, comments or block quotations, in order.

    Args:
        quotations: What it quotes, which does not tell the language of a paragraph.
        is_wanted: Tells by its place whether a paragraph is asked for; telling a language takes
            time.
    """
    stated = {one.span: one.language for one in publication.regions if one.language}
    plain = plain_text(publication)
    unquoted = plain_text(publication, [one.span for one in quotations if one.outer is None])
    for span in filter(is_wanted, _paragraphs(publication)):
        own = unquoted[span.start : span.end]
        told = detect_language(own)
        if told.startswith(UNDETERMINED):
            told = stated.get(span, publication.language)
        yield OwnParagraph(
            span=span,
            text=plain[span.start : span.end],
            language=told,
            is_short=sum(map(str.isalpha, own)) < SHORT,
        )


def plain_text(publication: Publication, apart: Sequence[Span] = ()) -> str:
    """Blank markup and what is left apart, read entities and commands; positions stay."""
    pieces, at = [], 0
    left_apart = [(span.start, span.end, "") for span in apart]
    for first, end, signs in sorted([*publication.cuts(), *left_apart]):
        if end <= at:
            continue
        start = max(first, at)
        pieces += [publication.text[at:start], signs[: end - start].ljust(end - start)]
        at = end
    return "".join([*pieces, publication.text[at:]])


def _paragraphs(publication: Publication) -> Iterator[Span]:
    """Yield the paragraphs of the author's own, in order."""
    end = 0  # of what is another's: regions never cross, and outer ones come first
    for region in publication.regions:
        if region.kind in OF_OTHERS:
            end = max(end, region.span.end)
        elif region.kind is RegionKind.PARAGRAPH and region.span.start >= end:
            yield region.span
