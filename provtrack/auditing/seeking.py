"""What of a quotation is looked for, and where it may stand.

A quotation is divided at its ellipses, and what the author put in brackets is left out. Where the
whole stands nowhere, or only by and large, its sentences are looked for too, or the halves of one:
a sentence with words put into it, or with an invented one behind it, stands in part.
Entry points: `segments_of`, `wordings_of`, `places_in`, `Seeker`, `with_signs`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from provtrack.auditing.quoted import GAP, read_quoted, sought, words_of
from provtrack.model.quotation import DeclaredKind, Passage, Quotation
from provtrack.model.text import Span
from provtrack.search import Located, PassageIndex, locate
from provtrack.text.language_rules import NO_RULES, rules_of
from provtrack.text.letter_forms import in_one_script

MOST_CANDIDATES = 8  # places that are judged; the likeliest
NEARLY_ALL = 0.8  # similarity of a place from which halves are not asked for
LEAST_HALF = 4  # words of a half, in a document that is cited
TELLING_HALF = 8  # words of a half in any other: fewer stand together by chance
PHRASE = 12  # words of a half that are a stock phrase if they stand in several documents
SIGNS = ".,;:!?…()[]\"'“”‘’«»„-–—。，；：！？、「」『』（）"  # that may end or begin a sentence
MOST_OF_HALVES = 2  # places of each half or sentence
MOST_SENTENCES = 6
MOST_REMEMBERED = 2_000  # quotations
_SENTENCE = re.compile(r"(?:[^.!?…。！？；]|[.!?…](?!\s|$))+[.!?…。！？；]*[”’\"'»」』]*")


def segments_of(quotation: Quotation, language: str) -> list[str]:
    """Divide a quotation at its ellipses, without the words put in in brackets.

    Words stay as near to each other as they are written: blanks tell words apart.
    """
    quoted = read_quoted(quotation, rules_of(language))
    segments: list[list[str]] = [[]]
    at = 0
    for word in quoted.words:
        if word.key == GAP:
            segments.append([])
        elif not word.is_inserted:
            gap = quoted.text[at : word.start] if segments[-1] and at else ""
            gap = " " if any(map(str.isalnum, gap)) else gap
            segments[-1] += [gap, sought(word)]
            at = word.end
            continue
        at = 0
        if segments[-1]:
            segments[-1].append(" ")
    joined = (in_one_script("".join(pieces).strip()) for pieces in segments)
    return [segment for segment in joined if segment]


def wordings_of(quotation: Quotation, language: str) -> list[list[str]]:
    """Give the segments of a quotation without "he said", and with it where it has such a clause.

    A source that tells who speaks itself has the clause too.
    """
    told = segments_of(quotation, language)
    kept = tuple(e for e in quotation.declared if e.kind is not DeclaredKind.INTERRUPTION)
    if kept == quotation.declared:
        return [told]
    return [told, segments_of(replace(quotation, declared=kept), language)]


@dataclass(slots=True)
class Seeker:
    """Finds where segments may stand in an index; what is quoted again is not looked for again."""

    index: PassageIndex
    _found: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Passage, ...]] = field(
        init=False, default_factory=dict
    )

    def places(self, segments: Sequence[str], first: tuple[str, ...]) -> Sequence[Passage]:
        """Find places, the likeliest first; some documents are asked first."""
        asked = tuple(segments), first
        if asked not in self._found:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            self._found[asked] = tuple(places_in(segments, self.index, first=first))
        return self._found[asked]


def places_in(
    segments: Sequence[str], index: PassageIndex, *, first: Sequence[str] = ()
) -> dict[Passage, None]:
    """Find where segments may stand, the likeliest place first.

    Args:
        first: Documents to be asked first.
    """
    if not segments:
        return {}
    places: dict[Passage, None] = {}
    located = locate(segments, index, first=first)
    for one in located[:MOST_CANDIDATES]:
        places |= dict.fromkeys(one.passages)
    if not located or located[0].similarity < NEARLY_ALL:
        for half, words in (part for segment in segments for part in _parts(segment)):
            found = locate(half, index, first=first, may_be_noisy=False)
            is_telling = words >= TELLING_HALF and not (words <= PHRASE and _is_phrase(found))
            for one in found[:MOST_OF_HALVES]:
                sure = (p for p in one.passages if is_telling or p.document in first)
                places |= dict.fromkeys(sure)
    return places


def _is_phrase(found: Sequence[Located]) -> bool:
    """Tell whether exactly these words stand in several documents."""
    exact = (one for one in found if one.similarity == 1)
    return len({passage.document for one in exact for passage in one.passages}) > 1


def _parts(segment: str) -> Iterator[tuple[str, int]]:
    """Give the sentences of a segment, or the halves of one, with their lengths in words."""
    sentences = [one for one in _SENTENCE.findall(segment) if one.strip()]
    if len(sentences) < 2:
        yield from _halves(segment)
        return
    for one in sentences[:MOST_SENTENCES]:
        words = len(words_of(one, NO_RULES))
        if words >= LEAST_HALF:
            yield one.strip(), words


def _halves(segment: str) -> Iterator[tuple[str, int]]:
    """Give both halves of a segment with their lengths in words, if long enough to be found."""
    words = words_of(segment, NO_RULES)
    middle = len(words) // 2
    if middle >= LEAST_HALF:
        yield segment[: words[middle - 1].end], middle
        yield segment[words[middle].start :], len(words) - middle


def with_signs(passage: Passage, text: str, quoted: str) -> Passage:
    """Take the signs before and after the words in, as far as the quotation has some too."""
    start, end = passage.span.start, passage.span.end
    before = len(quoted) - len(quoted.lstrip(SIGNS))
    after = len(quoted) - len(quoted.rstrip(SIGNS))
    while before and start and text[start - 1] in SIGNS:
        start, before = start - 1, before - 1
    while after and end < len(text) and text[end] in SIGNS:
        end, after = end + 1, after - 1
    return replace(passage, span=Span(start, end))
