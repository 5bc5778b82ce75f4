"""Tell a phrase of the trade from the words of a document.

Short words that share a row with a text, and go on otherwise, are a quotation of it with a word
changed, or other words altogether that have a stock phrase in common with it. The likeness of the
words does not tell which. The archive does: a stock phrase stands in other documents too, where it
goes on otherwise again, or is put together of two pieces that do. The larger the archive, the more
phrases it knows. Entry points: `is_stock_phrase`, `stands_elsewhere`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from provtrack.search.aligning import Block
from provtrack.search.alike import AlikeRun
from provtrack.search.candidates import exact_candidates, stands_at
from provtrack.search.index import RARE, PassageIndex
from provtrack.search.postings import Postings
from provtrack.search.sought import Sought
from provtrack.search.words import KEY_BITS, RARE_BITS, Words, pair_key

LONGEST = 12  # words; a longer quotation shares more with a place than a phrase
ALIKE = 0.6  # letters of a word that are the same, if it was only misread
LIGHT = 3  # letters of a word that is alike to many others by chance
BESIDE = 2  # words shared beside a phrase that say nothing
COMMON = 2  # words that the two pieces of a phrase share
SHORTEST = 3  # words of a piece


@dataclass(frozen=True, slots=True)
class Shared:
    """A row of words that a quotation shares with a text, [start, end) of the text's words.

    Attributes:
        keys, sizes: Of the words of the text.
        document: That the text is of.
        further: Where pairs begin that are shared beyond other words.
        goes_on_before, goes_on_after: The quotation has other words there.
    """

    keys: list[int]
    sizes: list[int]
    document: str
    start: int
    end: int
    further: tuple[int, ...] = ()
    goes_on_before: bool = False
    goes_on_after: bool = False

    def piece(self, start: int, end: int) -> "Shared":
        """Give the words [start, end) alone."""
        before, after = start > self.start, end < self.end
        return Shared(
            self.keys, self.sizes, self.document, start, end,
            goes_on_before=before, goes_on_after=after,
        )  # fmt: skip

    def pair(self, at: int) -> int:
        """Give the key of the words at `at` and after it."""
        return pair_key(self.keys[at], self.keys[at + 1])

    def beside(self) -> list[int]:
        """Give where the pairs begin that join the row to the words beside it."""
        before = [self.start - 1] if self.goes_on_before and self.start else []
        is_last = self.end == len(self.keys)
        return before + ([self.end - 1] if self.goes_on_after and not is_last else [])


def is_stock_phrase(
    wanted: Sought,
    blocks: Sequence[Block],
    theirs: Words,
    text: tuple[int, int],
    index: PassageIndex,
) -> bool:
    """Tell whether all that some words share with a text is a phrase that many texts have.

    Args:
        blocks: Words that are the same in both, without those that agree by chance.
        theirs: The words of the text.
        text: Part and number.
    """
    if len(wanted) > LONGEST or not blocks:
        return False
    rows = _rows(blocks, theirs)
    if not rows:
        return True
    others, is_misread = _between(rows, wanted, theirs, index)
    if is_misread or not others or any(row.words == 1 for row in rows):
        return False
    row = max(rows, key=lambda row: row.words)
    shared = Shared(
        theirs.keys.tolist(),
        (theirs.last - theirs.first).tolist(),
        index.parts[text[0]].texts[text[1]].document,
        row.b,
        row.b_end,
        tuple(at for one in rows if one is not row for at in range(one.b, one.b_end - 1)),
        goes_on_before=row.a > 0,
        goes_on_after=row.a_end < len(wanted),
    )
    if row.words < SHORTEST or stands_elsewhere(shared, index):
        return True
    beside = sum(one.words for one in rows) - row.words
    return beside <= BESIDE and _is_of_two_phrases(shared, index)


def _rows(blocks: Sequence[Block], theirs: Words) -> list[AlikeRun]:
    """Join blocks that meet in the text, and leave out light words that stand alone."""
    rows: list[AlikeRun] = []
    for a, b, size in blocks:
        row = AlikeRun(a, a + size, b, b + size, size)
        last = rows[-1] if rows else None
        if last and last.b_end == b:
            rows[-1] = AlikeRun(last.a, row.a_end, last.b, row.b_end, last.words + size)
        else:
            rows.append(row)
    return [row for row in rows if row.words > 1 or len(theirs.letters(row.b, row.b_end)) > LIGHT]


def _between(
    rows: Sequence[AlikeRun], wanted: Sought, theirs: Words, index: PassageIndex
) -> tuple[int, bool]:
    """Look at the words beside rows and between them.

    Returns:
        How many of the quotation's are none of the text's; whether one is the text's, misread:
        a word of the language alike to it is another word.
    """
    others, is_misread = 0, False
    a = b = 0
    for row in [*rows, AlikeRun(len(wanted), 0, len(theirs), 0, 0)]:
        nearby = row.a - a + 1
        near = range(b, min(row.b, b + nearby)) if a else range(max(b, row.b - nearby), row.b)
        letters = [theirs.letters(at, at + 1) for at in near]
        for at in range(a, row.a):
            word = wanted.words.letters(at, at + 1)
            if not any(Levenshtein.normalized_similarity(word, one) >= ALIKE for one in letters):
                others += 1
            elif len(word) > LIGHT and word not in letters:
                is_misread |= not _is_common(wanted.keys[at], index)
        a, b = row.a_end, row.b_end
    return others, is_misread


def _is_common(key: int, index: PassageIndex) -> bool:
    """Tell whether a word is one of those that stand often: misread words hardly do."""
    total = 0
    for part in index.parts:
        start, end = part.rare.range_of(key >> (KEY_BITS - RARE_BITS))
        total += end - start
    return total > RARE


def _is_of_two_phrases(shared: Shared, index: PassageIndex) -> bool:
    """Tell whether a row is put together of two pieces that both stand elsewhere."""
    for end in range(shared.end - 1, shared.start + SHORTEST - 1, -1):
        if stands_elsewhere(shared.piece(shared.start, end), index):
            starts = range(shared.start + 1, end - COMMON + 1)
            return any(stands_elsewhere(shared.piece(at, shared.end), index) for at in starts)
    return False


def stands_elsewhere(shared: Shared, index: PassageIndex) -> bool:
    """Tell whether a row of words stands in another document, and goes on otherwise there.

    Where it goes on as in the text, the text is printed again.
    """
    return any(
        all(moved + at >= 0 and pairs.holds(shared.pair(at), moved + at) for at in shared.further)
        and not any(
            pairs.holds(shared.pair(at), moved + at) for at in shared.beside() if moved + at >= 0
        )
        for pairs, moved in _places(shared, index)
    )


def _places(shared: Shared, index: PassageIndex) -> Iterator[tuple[Postings, int]]:
    """Yield where a row stands in other documents: pairs, and what is added to a place of ours."""
    own = slice(shared.start, shared.end)
    piece = Sought("", shared.keys[own], shared.sizes[own], is_plain=True)
    for number, first in exact_candidates(piece, index):
        part = index.parts[number]
        text = part.number_at(first)
        is_there = text not in part.removed and part.texts[text].document != shared.document
        if is_there and stands_at(piece, part, first):
            yield part.pairs, first - shared.start
