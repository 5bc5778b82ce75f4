"""Both sides of a comparison of a quotation with a passage. Entry points: `Sides`, `KnowsWord`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from provtrack.auditing.pairing import Stretch
from provtrack.auditing.quoted import Quoted, Word
from provtrack.text.language_rules import LanguageRules

KnowsWord = Callable[[str, str], bool]  # a casefolded word, the primary subtag of its language


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a comparison and what is known of their language and words."""

    text: str
    source: Sequence[Word]
    quoted: Quoted
    rules: LanguageRules
    knows: Callable[[str], bool]

    def spans(self, part: Stretch) -> tuple[tuple[int, int], tuple[int, int]]:
        """Give where a stretch stands on both sides; an empty side lies before the next word."""
        words = self.quoted.words
        return (
            _span(self.source, part.s0, part.s1, len(self.text)),
            _span(words, part.q0, part.q1, len(self.quoted.text)),
        )


def _span(words: Sequence[Word], first: int, last: int, length: int) -> tuple[int, int]:
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[first].start if first < len(words) else length
    return at, at
