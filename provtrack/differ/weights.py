"""How heavy a token is: light words part no edits, heavy ones make a sentence what it is.

Entry point: `Weights`, by language; without rules for a language every word is heavy.
"""

from collections.abc import Iterable
from functools import lru_cache

from provtrack.text.language_rules import rules_of

_LIGHT_MARKS = frozenset(",'’-–—:\"“”«»()")
_QUOTES = frozenset('"“”„«»‹›')
_FIRST_HAN, _LAST_HAN = "\u3400", "\u9fff"


class Weights:
    """Light and heavy tokens of one language, and groups of words that answer each other."""

    def __init__(self, language: str) -> None:
        rules = rules_of(language)
        telling = {*rules.negations, *rules.modality, *rules.quantifiers, *rules.cardinals}
        self._light = rules.function_words - telling
        self._function_words = rules.function_words
        self._places = rules.places
        self._groups: dict[str, str] = {}
        for words, group in (
            (rules.attributions, "attribution"),
            (rules.weekdays, "weekday"),
            (rules.months, "month"),
            (rules.lengths, "length"),
            (rules.limits, "quantifier"),
            (rules.quantifiers, "quantifier"),
            (rules.modality, "modality"),
            (rules.multipliers, "figure"),
            (rules.fractions, "figure"),
            (rules.cardinals, "figure"),
            (rules.negations, "negation"),
        ):
            self._groups.update(dict.fromkeys(words, group))
        self._telling = telling
        self._is_content = lru_cache(maxsize=1 << 14)(self._counts)  # asked of every token

    def is_light(self, token: str) -> bool:
        """Tell whether a kept token is too light to part two edits."""
        if token in _LIGHT_MARKS or token.casefold() in self._light:
            return True
        return len(token) == 1 and _FIRST_HAN <= token <= _LAST_HAN and token not in self._telling

    def count(self, tokens: Iterable[str]) -> int:
        """Count the content words among tokens."""
        return sum(map(self._is_content, tokens))

    def _counts(self, token: str) -> bool:
        """Tell whether a token is a content word."""
        return any(map(str.isalnum, token)) and token.casefold() not in self._function_words

    def is_place(self, token: str) -> bool:
        """Tell a place that a list knows, where capitals tell no names."""
        return token in self._places

    def group(self, token: str) -> str:
        """Name the group a token belongs to, "" for none."""
        if token[0].isdecimal():
            return "figure"
        if token in _QUOTES:
            return "quote"
        return self._groups.get(token.casefold(), "")


@lru_cache(maxsize=8)
def weights_of(language: str) -> Weights:
    """Give the weights for a BCP 47 tag."""
    return Weights(language)
