"""Quotations with what is right of them, made of drawn sentences by every way to alter.

What is made depends on the seed alone. Entry points: `Case`, `cases_of`,
`swaps_among_noise`.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bench import altering_pieces  # noqa: F401  registers its ways
from bench.altering import Altered, Way
from bench.altering_cuts import WAYS
from bench.drawn_sentences import Draw, Held, drawn
from bench.recognition_noise import misread


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation with what is right of it."""

    way: Way
    draw: Draw
    words: str
    spans: tuple[tuple[int, int], ...]
    cited: str
    half: int


def cases_of(
    archive: Sequence[Held], elsewhere: Sequence[Held], each: int, seed: str, only: str | None
) -> Iterator[Case]:
    """Alter sentences by each way; none is taken twice."""
    by_language: dict[tuple[str, int], list[Draw]] = defaultdict(list)
    for draw in drawn(archive, seed):
        by_language[draw.document.language, draw.document.half].append(draw)
    for (language, half), draws in sorted(by_language.items()):
        used: set[int] = set()
        for name, way in sorted(WAYS.items()):
            rng = random.Random(f"{seed} {name} {language} {half}")
            if language in way.languages:
                taken = _made(way, draws, used, each, rng)
                yield from (one for one in taken if only in (None, name))
        for name, way in _AMONG.items():
            rng = random.Random(f"{seed} {name} {language} {half}")
            taken = list(_among(name, way, draws, used, each, rng))
            yield from (one for one in taken if only in (None, name))
    absent = Way("absent", WAYS["whole"].make, ("not_found",), is_held_out=False)
    for draw in drawn(elsewhere, seed)[: 4 * each]:
        if only in (None, "absent"):
            cited = archive[len(draw.words) % len(archive)].id
            yield Case(absent, draw, draw.words, (), cited, draw.document.half)


def _made(
    way: Way, draws: Sequence[Draw], used: set[int], each: int, rng: random.Random
) -> Iterator[Case]:
    count = 0
    for number, draw in enumerate(draws):
        if number in used or count == each:
            continue
        made = way.make(draw, rng)
        if made is None or (made == draw.words and way.right != ("exact",)):
            continue
        if not isinstance(made, Altered):
            made = Altered(made, draw.start, draw.end)
        used.add(number)
        count += 1
        span = ((made.start, made.end),)
        yield Case(way, draw, made.words, span, draw.document.id, draw.document.half)


def swaps_among_noise(cases: Iterable[Case], share: float, seed: str) -> Iterator[Case]:
    """Misread a share of the letters beside what was changed: the change has to be seen still."""
    for number, case in enumerate(cases):
        if case.way.group == "swap":
            start, end = _changed(case.draw.words, case.words)
            rng, language = random.Random(f"{seed}{number}"), case.draw.document.language
            before, after = (
                misread(part, share, rng, language=language) or part
                for part in (case.words[:start], case.words[end:])
            )
            yield replace(case, words=f"{before}{case.words[start:end]}{after}")


def _changed(source: str, words: str) -> tuple[int, int]:
    """Give the span of what was changed, in whole words with the blanks beside them."""
    start = _alike(source, words)
    most = min(len(source), len(words)) - start
    end = len(words) - min(most, _alike(source[::-1], words[::-1]))
    while start and words[start - 1].isalnum():
        start -= 1
    while end < len(words) and words[end].isalnum():
        end += 1
    return max(0, start - 1), end + 1


def _alike(one: str, other: str) -> int:
    """Count the letters with which both begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in pairs)


_AMONG = {
    "misattributed": Way("misattributed", WAYS["whole"].make, ("misattributed",), False),
    "seam_within": Way("seam_within", WAYS["whole"].make, ("stitched",), False),
    "seam_reversed": Way("seam_reversed", WAYS["whole"].make, ("stitched",), True),
    "seam_across": Way("seam_across", WAYS["whole"].make, ("stitched",), True),
}


def _among(
    name: str, way: Way, draws: Sequence[Draw], used: set[int], each: int, rng: random.Random
) -> Iterator[Case]:
    """Take two sentences: of one document or two, joined, or one cited as the other's."""
    free = [number for number in range(len(draws)) if number not in used]
    count = 0
    for number in free:
        if count == each or number in used:
            continue
        draw = draws[number]
        other = _other(name, draw, [draws[n] for n in free if n != number and n not in used])
        if other is None:
            continue
        used.add(number)
        count += 1
        here = draw.document
        if name == "misattributed":
            span = ((draw.start, draw.end),)
            yield Case(way, draw, draw.words, span, other.document.id, here.half)
        else:
            first, last = (other, draw) if name == "seam_reversed" else (draw, other)
            joint = rng.choice([" ", " ... "]) if name != "seam_within" else " "
            words = f"{first.words}{joint}{last.words}"
            spans = (first.start, first.end), (last.start, last.end)
            yield Case(way, draw, words, spans, here.id, here.half)


def _other(name: str, draw: Draw, others: Iterable[Draw]) -> Draw | None:
    for other in others:
        is_same = other.document == draw.document
        if name.startswith("seam_") and name != "seam_across":
            if is_same and other.start > draw.end + 400:
                return other
        elif not is_same:
            return other
    return None
