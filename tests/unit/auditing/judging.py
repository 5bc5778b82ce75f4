"""Judge words as a quotation of a text, as the tests of single rules do."""

from provtrack.auditing import Candidate, judge
from provtrack.model.quotation import Judgement, Passage, Quotation, QuotationPlace
from provtrack.model.text import Span


def judged_cut(text: str, language: str = "en", before: str = "") -> Judgement:
    """Judge what stands between ⟦ and ⟧ as a quotation of the text.

    Args:
        before: The author's own words before the quotation.
    """
    start, end = text.index("⟦"), text.index("⟧") - 1
    plain = text.replace("⟦", "").replace("⟧", "")
    return judged_beside(plain[start:end], plain, language, place=(start, end), before=before)


def judged_beside(
    words: str,
    source: str,
    language: str = "en",
    *,
    place: tuple[int, int] | None = None,
    before: str = "",
) -> Judgement:
    """Judge words as a quotation of a place in a source; of the whole of it if none is given."""
    span = Span(*place) if place else Span(0, len(source))
    passage = Passage(document="letter", siglum="E1", file="e1.txt", span=span)
    quotation = Quotation(span=Span(0, len(words)), text=words, place=QuotationPlace.INLINE)
    candidate = Candidate(passage=passage, text=source, language=language)
    return judge(quotation, [candidate], setting=(before, ""))
