"""Whole sentences at an end of a quotation that its place does not have: they were not found.

A letter quoted at length may be held in part only, say in another document that repeats some of
it. Then the part that stands there is not distorted by the rest; the rest stands nowhere.
Entry points: `found_part`, `part_of`, `of_part`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from provtrack.auditing.assessing import Assessment
from provtrack.auditing.quoted import Quoted, Word
from provtrack.model.names import Nature, Significance
from provtrack.model.quotation import Difference, Judgement, Quotation, Verdict
from provtrack.model.text import Span
from provtrack.taxonomy.recognition import distance
from provtrack.text.sentences import sentences_of

_SURE = 0.85
_ROW = 3  # words that agree, in a row, where the part that is found begins and ends
_SENTENCE = 4  # words of a sentence at an end that can be said to stand nowhere
_LONG = 12  # words there that need be no sentence
_BESIDE = 0.55  # share of wrong letters up to which the words beside the place may be misread ones


def found_part(quoted: Quoted, one: Assessment, needed: set[int]) -> tuple[int, int] | None:
    """Find what of a quotation stands at a place, if whole sentences at its ends do not.

    Args:
        needed: Positions of the words of the quotation that a source must have.

    Returns:
        A range of positions in `Quoted.words`; None if no whole sentence is missing.
    """
    kept = _first_and_last(sorted(one.held & needed))
    if kept is None:
        return None
    last = len(quoted.words)
    before, after = _widened(quoted, range(kept[0])), _widened(quoted, range(kept[1] + 1, last))
    told = [
        part
        for part in (before, after)
        if _is_told(quoted, [n for n in part if n in needed])
        and not _stands_beside(quoted, one, part)
    ]
    if not told:
        return None
    first = before.stop if before in told else 0
    return first, after.start if after in told else last


def part_of(quotation: Quotation, quoted: Quoted, part: tuple[int, int]) -> tuple[Quotation, int]:
    """Cut a range of words out of a quotation; give it with its place in the quotation's text."""
    first, last = part
    start = quoted.origins[quoted.words[first].start] if first else 0
    end = len(quotation.text)
    if last < len(quoted.words):
        end = quoted.origins[quoted.words[last].start]
    return replace(quotation, text=quotation.text[start:end].rstrip()), start


def of_part(quotation: Quotation, judged: Judgement, part: Span) -> Judgement:
    """Judge a quotation of which a place holds a part, and none the rest.

    If most of it stands there, the quotation has words added; else it is not found.

    Args:
        judged: The judgement of the part; spans of its differences count from the part's beginning.
        part: Where it stands in the quotation's text.
    """
    missing = [Span(0, part.start), Span(part.end, len(quotation.text))]
    told = [_missing(quotation, span) for span in missing if span.start < span.end]
    moved = [
        replace(one, quoted=Span(one.quoted.start + part.start, one.quoted.end + part.start))
        for one in judged.differences
    ]
    is_most = _is_most(quotation.text, part)
    verdict = Verdict.DISTORTED if is_most else Verdict.NOT_FOUND
    holding = {judged.verdict, *judged.also} - {verdict, Verdict.EXACT}
    return replace(
        judged,
        verdict=verdict,
        confidence=_SURE,
        also=tuple(sorted(holding, key=list(Verdict).index)),
        passages=judged.passages if is_most else (),
        also_at=() if is_most else judged.passages,
        differences=tuple(sorted([*told, *moved], key=lambda one: one.quoted.start)),
    )


def _is_most(text: str, part: Span) -> bool:
    """Tell whether a part is half of a text, in letters or in whole sentences."""
    sentences = sentences_of(text)
    within = sum(part.start <= span.start and span.end <= part.end for span in sentences)
    return 2 * len(part) >= len(text) or 2 * within >= len(sentences)


def _missing(quotation: Quotation, span: Span) -> Difference:
    """Say of words of a quotation that they stand nowhere."""
    words = quotation.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Difference(
        nature=Nature.CONTENT,
        significance=Significance.SUBSTANTIVE,
        quoted=Span(start, start + len(words.strip())),
        quoted_words=words.strip(),
        source=Span(0, 0),
        source_words="",
        explanation="found nowhere",
        weight=Verdict.NOT_FOUND,
    )


def _first_and_last(held: Sequence[int]) -> tuple[int, int] | None:
    """Give the first and the last word that agree in a row; lone ones agree by chance."""
    rows = [
        number
        for place, number in enumerate(held)
        for row in (held[place : place + _ROW],)
        if len(row) == _ROW and row[-1] - row[0] == _ROW - 1
    ]
    return (rows[0], rows[-1] + _ROW - 1) if rows else None


def _widened(quoted: Quoted, missing: range) -> range:
    """Take in the rest of a sentence of which only a word or two agree."""
    if not missing:
        return missing
    first, last = missing.start, missing.stop
    edge = quoted.words[first if first else last - 1]
    for span in sentences_of(quoted.text):
        if span.start <= edge.start < span.end:
            own = [n for n, word in enumerate(quoted.words) if span.start <= word.start < span.end]
            if first and first - own[0] < _ROW:
                return range(own[0], last)
            if not first and own[-1] + 1 - last < _ROW:
                return range(own[-1] + 1)
    return missing


def _is_told(quoted: Quoted, missing: Sequence[int]) -> bool:
    """Tell whether a whole sentence is missing, or as many words as one has."""
    if len(missing) < _SENTENCE:
        return False
    words = [quoted.words[number] for number in missing]
    return len(words) >= _LONG or any(many >= _SENTENCE for many in _in_sentences(quoted, words))


def _in_sentences(quoted: Quoted, words: Sequence[Word]) -> Iterator[int]:
    """Count the words of each sentence that is missing from its first to its last word."""
    for span in sentences_of(quoted.text):
        whole = sum(span.start <= word.start and word.end <= span.end for word in quoted.words)
        missing = sum(span.start <= word.start and word.end <= span.end for word in words)
        if whole == missing:
            yield missing


def _stands_beside(quoted: Quoted, one: Assessment, part: range) -> bool:
    """Tell whether the source goes on with words that may be the missing ones, misread."""
    missing = "".join(quoted.words[number].key for number in part)
    span, text = one.passage.span, one.candidate.text
    room = 2 * len(missing)
    if part.start:
        beside = _letters(text[span.end : span.end + room])[: len(missing)]
        inside = _letters(text[max(span.start, span.end - room) : span.end])[-len(missing) :]
    else:
        beside = _letters(text[max(0, span.start - room) : span.start])[-len(missing) :]
        inside = _letters(text[span.start : span.start + room])[: len(missing)]
    return any(distance(missing, part) <= _BESIDE * len(missing) for part in (beside, inside))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
