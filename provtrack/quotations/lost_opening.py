"""Where a quotation begins whose opening mark is lost: behind the words that bring it in.

Such words are a verb of saying with a comma, a colon or "that", or a colon alone, in the same
sentence. Where there are none, nothing is guessed. Entry point: `begin_of`.
"""

import re

from provtrack.quotations.words import says

LEAD = re.compile(
    r"(?P<colon>[:：]\s*)|(?P<verb>[^\W\d_]+(?:-[^\W\d_]+)*)(?:,\s+|，|\s+(?:that|dass|daß)\s+|\s+que\s+|,\s+что\s+)"
)
SENTENCE_END = re.compile(r"[.!?…]\s+(?=[^\W\d_a-zа-яё])|。")
REACH = 600  # signs before the closing mark that are looked at
MIN_WORDS = 3


def begin_of(text: str, start: int, end: int) -> int | None:
    """Find where the quotation that ends at a place begins.

    Args:
        start: Where it can begin at the earliest: its paragraph, or the mark before it.
        end: Where its closing mark stands.

    Returns:
        None where no words bring it in.
    """
    start = max(start, end - REACH)
    for sentence in SENTENCE_END.finditer(text, start, end):
        if len(text[sentence.end() : end].split()) >= MIN_WORDS:
            start = sentence.end()
    for match in LEAD.finditer(text, start, end):
        if match["colon"] or says(match["verb"].casefold()):
            is_long = len(text[match.end() : end].split()) >= MIN_WORDS
            return match.end() if is_long else None
    return None
