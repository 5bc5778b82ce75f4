"""Words of several characters in a script that does not divide words.

The tokeniser gives Chinese character by character, which shows changes finely but would cut
"可以" against "可能" in the middle. Here characters that are one word in the lists of a language,
and figures written in characters, are put together again; everything else stays apart.
Entry point: `with_words`.
"""

from collections.abc import Sequence

from provtrack.text.language_rules import LanguageRules

_LONGEST = 14  # 中国共产党中央委员会, 苏维埃社会主义共和国联盟


def with_words(
    text: str, spans: Sequence[tuple[int, int]], rules: LanguageRules
) -> list[tuple[int, int]]:
    """Join the spans of characters that are one word or one figure; the longest word first."""
    joined: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        count = _word_at(text, spans, at, rules) or _figure_at(text, spans, at, rules)
        joined.append((spans[at][0], spans[at + count - 1][1]))
        at += count
    return joined


def _word_at(text: str, spans: Sequence[tuple[int, int]], at: int, rules: LanguageRules) -> int:
    """Count the characters of the longest listed word that starts here; 0 if there is none."""
    start = spans[at][0]
    for count in range(min(_LONGEST, len(spans) - at), 1, -1):
        end = spans[at + count - 1][1]
        if end - start == count and text[start:end] in rules.words:
            return count
    return 0


def _figure_at(text: str, spans: Sequence[tuple[int, int]], at: int, rules: LanguageRules) -> int:
    """Count the characters of a figure that starts here; 1 where there is none."""
    count = 0
    while at + count < len(spans):
        start, end = spans[at + count]
        is_digit = text[start:end] in rules.cardinals or text[start:end] in rules.multipliers
        if not is_digit or (count and start != spans[at + count - 1][1]):
            break
        count += 1
    return count or 1
