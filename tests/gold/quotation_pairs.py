"""Read the gold of invented quotations, each beside the source it is taken from.

The notation is described in quotations/README.md. Entry point: `read_quotations`.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from provtrack.auditing import Candidate, Cited
from provtrack.model.quotation import Passage, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span

FOLDER = Path(__file__).parent / "quotations"
LANGUAGES = ("en", "ru", "fr", "de", "zh")
CITED = Cited(document="cited", siglum="a")
_PLACES = {"<": ("cited", "a"), "<v": ("cited", "b"), "<d": ("other", "a")}
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


@dataclass(slots=True)
class QuotedPair:
    """A quotation, the verdicts accepted for it, and its sources as written."""

    language: str
    number: int
    verdicts: tuple[Verdict, ...]
    words: str = ""
    speaker: str = ""
    setting: tuple[str, str] = ("", "")
    sources: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_held_out(self) -> bool:
        """Tell whether the pair was only counted while the rules were written."""
        return self.number % 2 == 1

    @property
    def quotation(self) -> Quotation:
        """Give the quotation as a value."""
        return Quotation(
            span=Span(0, len(self.words)),
            text=self.words,
            place=QuotationPlace.INLINE,
            speaker=self.speaker,
        )

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Give every marked place of the sources."""
        return tuple(
            candidate
            for mark, text in self.sources
            for candidate in _candidates(text, *_PLACES[mark], self.language)
        )


def read_quotations(language: str) -> list[QuotedPair]:
    """Read the pairs of one language, in the order of the file."""
    pairs: list[QuotedPair] = []
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "=":
            verdicts = tuple(map(Verdict, rest.split("/")))
            pairs.append(QuotedPair(language, len(pairs), verdicts))
        elif mark == ">":
            pairs[-1].words = rest
        elif mark == "@":
            pairs[-1].speaker = rest
        elif mark == ":":
            before, _, after = rest.partition("|")
            pairs[-1].setting = before, after
        elif mark in _PLACES:
            pairs[-1].sources.append((mark, rest))
        elif line and pairs[-1].sources:
            last, text = pairs[-1].sources[-1]
            pairs[-1].sources[-1] = last, f"{text}\n\n{line}"
    return pairs


def _candidates(text: str, document: str, siglum: str, language: str) -> list[Candidate]:
    """Take the marks out of a source, and give the places they marked."""
    plain = text.replace("⟦", "").replace("⟧", "")
    found = []
    for number, match in enumerate(_MARKED.finditer(text)):
        start = match.start() - 2 * number
        span = Span(start, start + len(match[1]))
        passage = Passage(document=document, siglum=siglum, file=f"{document}.txt", span=span)
        found.append(Candidate(passage=passage, text=plain, language=language))
    return found
