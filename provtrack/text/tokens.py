"""A paragraph to tokens: words, figures and punctuation marks, loss-free.

Words are those of Unicode Standard Annex #29 (https://www.unicode.org/reports/tr29/), taken by its
Word_Break classes, and tailored to what historians compare:

- hyphenated words and names stay one token (En-lai, non-alignment), so do figures with their
  separators, ranges, dates and times (12,500; 120-12; 1962–63; 105-01234-05; 6:34);
- initials and dotted abbreviations keep their periods (R.K., N.S., U.S., т.е.);
- an ellipsis, a double hyphen and a row of the same ornament are one token;
- a period joins no two longer words: copied pages lose the space of "end.The";
- characters of Han, Hiragana, Katakana and of the scripts written without spaces (Thai, Lao,
  Khmer, Burmese) are one token each, with the marks that belong to them.

Points, vowel signs, joiners and soft hyphens stay with their letter. White space is trivia of the
token before it, never a token. Entry point: `tokenise`; `token_spans` gives the same without
making values, for engines.
"""

from collections.abc import Iterator

import regex  # type: ignore[import-untyped]

from provtrack.model.text import Span, Token

_WHITE = r"\s\x1c-\x1f"  # as str.isspace has it; Unicode's White_Space lacks the separators
_MARK = r"[\p{WB=Extend}\p{WB=Format}\p{WB=ZWJ}]"
_APART = r"\p{Han}\p{Hiragana}\p{Katakana}\p{LB=SA}"  # written without spaces between words
_LETTERS = r"\p{WB=ALetter}\p{WB=Hebrew_Letter}\p{WB=Numeric}\p{Pc}"
_LETTER = rf"[[{_LETTERS}]--[{_APART}]]"
_WORD = rf"{_LETTER}[[{_LETTERS}\p{{WB=Extend}}\p{{WB=Format}}\p{{WB=ZWJ}}]--[{_APART}]]*+"
_HYPHEN = r"[\-\u2010\u2011]"
_DASH = r"[\-\u2010-\u2014\u2212]"
_APOSTROPHE = r"['\u2018\u2019\u02bb\u02bc\u02b9\uff07]"
_INITIAL = rf"(?:\p{{Lu}}{_MARK}*+\p{{Ll}}?+|[\p{{L}}--[{_APART}]]){_MARK}*+"  # K, Yu, Ж, के

# What joins two word parts. The part before is known to end in a letter, digit or mark.
_JOINTS = "|".join(
    (
        rf"{_HYPHEN}",
        rf"{_APOSTROPHE}",
        r"[\u00b7\u2027]",  # Catalan col·lecció
        rf"(?<=\p{{Nd}}){_DASH}(?=\p{{Nd}})",  # 1962–63, 1941—1945
        rf"(?<=\p{{L}}{_MARK}*)\u2013(?=\p{{Lu}})",  # Sino–Indian
        r"(?<=\p{Nd})[.,:/\u066b\u066c](?=\p{Nd})",  # 12,500  3.5  6:34  691.93/11-262
        r"(?<=\b\p{Nd}{1,3})(?<!\p{Nd}{4})[\u00a0\u2007\u2009\u202f](?=\p{Nd}{3}(?!\p{Nd}))",
        rf"(?<=\p{{WB=Hebrew_Letter}}{_MARK}*)[\"\u05f4\u05f3](?=\p{{WB=Hebrew_Letter}})",  # צה"ל
    )
)
_TOKEN = regex.compile(
    rf"""(?xV1)
      {_INITIAL}\.(?:{_HYPHEN}?+{_INITIAL}\.)++(?:{_HYPHEN}{_WORD})?+    # R.K.  Ж.-Ж.  U.S.-held
    | {_WORD}(?:(?:{_JOINTS}){_WORD})*+                                  # words and figures
    | \.{{2,}}+ | \u2026++                                              # ellipses
    | -{{2,}}+ | [\u2014\u2015]++ | ([*=~\#])\1++ | \p{{RI}}{{2}}          # dashes, rows, flags
    | [^{_WHITE}](?:\u200d[^{_WHITE}{_LETTERS}]|{_MARK})*+                # one sign, its marks
    """
)


_STOPS = frozenset(".,;:!?")


def tokenise(paragraph: str) -> tuple[Token, ...]:
    """Divide a paragraph into tokens.

    Nothing is lost: the white space before the first token, then text and trivia of each token in
    turn, give the paragraph again. A paragraph of white space only has no tokens.

    Returns:
        Tokens in reading order; spans count code points of the paragraph.
    """
    spans = token_spans(paragraph)
    next_starts = [*(start for start, _ in spans[1:]), len(paragraph)] if spans else []
    return tuple(
        Token(span=Span(start, end), text=paragraph[start:end], trivia=paragraph[end:next_start])
        for (start, end), next_start in zip(spans, next_starts, strict=True)
    )


def token_spans(paragraph: str) -> list[tuple[int, int]]:
    """Give the (start, end) of each token of `tokenise`, without making values: for engines."""
    if paragraph.isascii():  # most words, alone or before a mark, need no pattern
        if paragraph.isalnum():
            return [(0, len(paragraph))]
        if paragraph[-1:] in _STOPS and paragraph[:-1].isalnum():
            return [(0, len(paragraph) - 1), (len(paragraph) - 1, len(paragraph))]
        if paragraph.replace(" ", "").isalnum():
            return list(_between_blanks(paragraph))
    return [match.span() for match in _TOKEN.finditer(paragraph)]


def _between_blanks(paragraph: str) -> Iterator[tuple[int, int]]:
    """Give where the words of a row of plain words stand."""
    start = 0
    for word in paragraph.split(" "):
        if word:
            yield start, start + len(word)
        start += len(word) + 1
