"""A paragraph to sentences, and sentences to clauses.

Sentences end at full stops of any script; a period ends none after initials, titles, labels with
their figure and archival labels (`text.abbreviations`), nor before a lower-case letter. Closing
quotation marks, brackets and note marks stay with their sentence. Where a period is in doubt, the
text stays together: a missed sentence end does less harm than a false one.

Clauses are what one checks an abstract by: sentences cut at semicolons, colons, dashes, brackets,
and at commas and conjunctions with enough words on both sides. No grammar is consulted.
Entry points: `sentences_of`, `clauses_of`.
"""

from collections.abc import Iterable
from functools import cached_property

import regex  # type: ignore[import-untyped]

from provtrack.model.text import Span
from provtrack.text.abbreviations import (
    AFTER_FIGURES,
    ARCHIVAL_LABELS,
    LABELS,
    LIST_ENDS,
    LIST_ENDS_APART,
    MONTHS,
    ORDINAL_PERIOD,
    SENTENCE_STARTS,
    SURNAMES_ALIKE,
    TITLES,
)
from provtrack.text.frequent_words import FREQUENT_WORDS
from provtrack.text.month_names import MONTH_NAMES

_CLOSING = r"[\p{Pe}\p{Pf}\"'”’»›]"
# "„Ja.“ Er ging.": set close to a stop, marks that open elsewhere close
_CLOSE_MARK = r"[\p{Pe}\p{Pf}\"'”’»›“«‹]"
_NOTE_MARK = r"(?:\[\d{1,3}\]|[¹²³⁰-⁹*†‡]+)"
_END = regex.compile(
    rf"""(?xV1)
    (?P<full>[。！？｡।॥؟۔։።፧፨׃]+)(?P<quoted>{_CLOSING}*+)
    | (?P<mark>[.!?…‽⁇⁈⁉;\u037e]+){_CLOSE_MARK}*+{_NOTE_MARK}?+
      (?:(?=\s|$)|(?<=\p{{Ll}}{{2}}[.!?])(?=\p{{Lu}}\p{{Ll}}))
    """
)
_WORD_BEFORE = regex.compile(r"(?V1)(?:[\p{L}\p{M}\p{N}№§]|(?<=\p{L})[.\-'’](?=\p{L}))+$")
_NEXT_WORD = regex.compile(r"(?V1)[^\p{L}\p{N}]{0,16}+([\p{L}\p{M}\p{N}]+)(\.?)")
_LOWER_WORD = regex.compile(r"(?V1)\b\p{Ll}[\p{L}\p{M}]*")
_SPACED_CLOSING = regex.compile(r"\s[»›]")
_QUOTATIVE = ("と", "って")  # 「はい。」と言った。
_COUNTED_BEFORE = regex.compile(r"(?V1)(?:\p{N}|\p{N}-?\p{Ll}{1,2}|[XVIХ])$")
_LOOK_BACK = 40  # code points: longer words are no abbreviations
_BEFORE_FIGURES = LABELS | MONTHS
_ANY_LABEL = LABELS | ARCHIVAL_LABELS
_ALL_FREQUENT = frozenset(
    word
    for by_language in FREQUENT_WORDS.values()
    for words in by_language.values()
    for word in words.split()
)


def sentences_of(paragraph: str, language: str = "und") -> tuple[Span, ...]:
    """Divide a paragraph into sentences.

    Args:
        language: BCP 47. Decides what only some languages do: ordinal numbers with a period
            (German), the semicolon as a question mark (Greek).

    Returns:
        Spans in the paragraph, in order, without the white space between them; together they
        hold everything else.
    """
    reader = _Reader(paragraph, language.partition("-")[0].lower())
    cuts: list[int] = []
    start = 0
    for match in _END.finditer(paragraph):
        end = _with_spaced_closing(paragraph, start, match.end())
        if reader.ends_sentence(match, start, end):
            cuts.append(end)
            start = end
    return tuple(_with_bare_marks(paragraph, _pieces(paragraph, cuts)))


def _with_spaced_closing(text: str, start: int, end: int) -> int:
    """Take in a closing guillemet set apart by a space, as French does, where one is open."""
    if not _SPACED_CLOSING.match(text, end):
        return end
    is_open = text.count("«", start, end) > text.count("»", start, end)
    return end + 2 if is_open or text[end + 1] == "›" else end


def _with_bare_marks(text: str, pieces: Iterable[Span]) -> list[Span]:
    """Join pieces without letter or figure to what stands before them: "Why? ..."."""
    joined: list[Span] = []
    for piece in pieces:
        is_bare = not any(map(str.isalnum, text[piece.start : piece.end]))
        if joined and is_bare:
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return joined


def _pieces(text: str, cuts: Iterable[int]) -> list[Span]:
    """Cut a text at these places and trim the white space off each piece."""
    spans = []
    start = 0
    for end in [*cuts, len(text)]:
        piece = text[start:end]
        if trimmed := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            spans.append(Span(first, first + len(trimmed)))
        start = end
    return spans


class _Reader:
    """Judges the stops of one paragraph."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words that the paragraph has in lower case: capitalised, they start a sentence."""
        return frozenset(_LOWER_WORD.findall(self.text))

    def starts_like_a_sentence(self, word: str) -> bool:
        """Tell whether a capitalised word is none for its own sake, as a name is."""
        folded = word.casefold()
        if folded in _ALL_FREQUENT or folded in SENTENCE_STARTS:
            return True
        return len(folded) > 1 and folded in self.lower_words

    def ends_sentence(self, match: "regex.Match[str]", start: int, end: int) -> bool:
        """Judge one full stop, question or exclamation mark, or ellipsis."""
        text = self.text
        if match["full"]:
            return not (match["quoted"] and text.startswith(_QUOTATIVE, end))
        mark = match["mark"]
        if set(mark) <= {";", "\u037e"} and self.language not in ("el", "grc"):
            return False
        following = _NEXT_WORD.match(text, end)
        if following is None:
            return True
        if following[1][0].islower() and not self._has_no_capitals():
            return False
        if mark != ".":
            return True
        next_word = following[1] + following[2] if len(following[1]) == 1 else following[1]
        if len(next_word) == 1 and text[following.end(1) : following.end(1) + 1] in ("'", "’"):
            next_word += "'"  # L'ambassadeur: an article, no label or initial
        before = text[max(start, match.start() - _LOOK_BACK) : match.start()]
        return not self._is_abbreviated(before, next_word)

    def _has_no_capitals(self) -> bool:
        """Editions of ancient Greek begin paragraphs with a capital, not sentences."""
        return self.language == "grc"

    def _is_abbreviated(self, before: str, following: str) -> bool:
        """Tell whether the period after `before` belongs to its last word."""
        found = _WORD_BEFORE.search(before)
        if found is None:
            return False
        word: str = found[0].casefold()
        opening = before[: found.start()].rstrip()
        if word[-1].isdigit():
            return self._figure_goes_on(word, following, opening)
        if word in _BEFORE_FIGURES and _is_figure(following):
            return True
        label = following.casefold().rstrip(".")
        if label in ARCHIVAL_LABELS and (word in _ANY_LABEL or len(label) < 3):
            return True
        if not opening and (len(word) == 1 or _is_figure(found[0])):
            return word != "i"  # a list letter or number; "I." is a word
        if _closes_list(word, opening):
            return False
        starts_like_a_sentence = self.starts_like_a_sentence(following)
        if word in AFTER_FIGURES and _COUNTED_BEFORE.search(opening):
            return not starts_like_a_sentence
        if word in TITLES or len(word) == 1 or _is_dotted(word):
            is_surname = found[0].isupper() and following.casefold() in SURNAMES_ALIKE
            return not starts_like_a_sentence or is_surname
        return False

    def _figure_goes_on(self, figure: str, following: str, opening: str) -> bool:
        """Judge a period after a figure: list numbers, ordinals, dates and labels go on."""
        next_word = following.casefold().rstrip(".")
        if next_word in ARCHIVAL_LABELS or next_word in MONTH_NAMES:
            return True
        is_list_number = len(figure) <= 3 and not opening.strip("\"'“„«(")
        is_ordinal = self.language in ORDINAL_PERIOD and len(figure) <= 2
        return is_list_number or (is_ordinal and next_word not in _ALL_FREQUENT)


def _closes_list(word: str, opening: str) -> bool:
    """Tell whether this is the end of "and so on": "и т. д.", "и т.п."."""
    return word in LIST_ENDS or (word in LIST_ENDS_APART and opening.casefold().endswith(" т."))


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or not set(word) - set("IVXLCDM")


def _is_dotted(word: str) -> bool:
    return "." in word and all(len(part) <= 2 for part in word.split("."))


_LEAST_WORDS = 4
_OPENING_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "《": "》"}
_BREAK = regex.compile(
    r"""(?xV1)
    (?P<quote>["“”„«»「」『』《》])
    | (?P<open>[(\[（【]) | (?P<close>[)\]）】])[,;:.!?，；：。]*+
    | (?P<dash>--+|[—―]+|(?<=\s)[-–](?=\s))
    | (?P<stop>[;:；：؛](?=\s|\p{Han})|[,，、،](?=\s|[\p{Han}\p{Hangul}\p{Kana}\p{Hira}]))
    | \b(?P<conjunction>(?:but(?:\ that)?|and\ that|in\ order\ to|so\ that|(?:not\ )?because
        |although|whereas|while|mais|parce\ que|tandis\ que|sino\ que|porque|aunque|mentre))\b
    """,
    regex.IGNORECASE,
)
_COUNTED = regex.compile(
    r"(?V1)[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-]*"
)
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")


def clauses_of(paragraph: str, language: str = "und") -> tuple[Span, ...]:
    """Divide a paragraph into the clauses one would check one by one.

    A clause has at least four words (eight characters where words are not written apart), unless
    its whole sentence is shorter. What stands in quotation marks is not divided.

    Returns:
        Spans in the paragraph, in order; together they hold all but white space.
    """
    spans: list[Span] = []
    for sentence in sentences_of(paragraph, language):
        text = paragraph[sentence.start : sentence.end]
        for piece in _joined(text, _pieces(text, _clause_cuts(text))):
            spans.append(Span(sentence.start + piece.start, sentence.start + piece.end))
    return tuple(spans)


def _clause_cuts(sentence: str) -> list[int]:
    """Find every place where a clause may begin, outside quotation marks."""
    cuts: set[int] = set()
    closing = ""
    depth = dashes = 0
    for match in _BREAK.finditer(sentence):
        if quote := match["quote"]:
            if closing:
                closing = "" if quote in closing else closing
            elif _is_closed(sentence, match.end(), quote):
                closing = _OPENING_QUOTES[quote]
        elif closing:
            continue
        elif match["open"]:
            depth += 1
            cuts.add(match.start())
        elif match["close"]:
            depth = max(0, depth - 1)
            cuts.add(match.end())
        elif match["dash"]:
            dashes += 1  # the second of a pair closes what the first opened, and stays with it
            cuts.add(match.start() if dashes % 2 else match.end())
        elif not depth:
            cuts.add(match.start() if match["conjunction"] else match.end())
    return sorted(cuts)


def _is_closed(sentence: str, position: int, quote: str) -> bool:
    """An opening quotation mark counts only if its sentence closes it."""
    closing = _OPENING_QUOTES.get(quote, "")
    return any(sentence.find(mark, position) >= 0 for mark in closing)


def _joined(sentence: str, pieces: list[Span]) -> list[Span]:
    """Join pieces too short to be a clause to the one before, or at the start to the one after."""
    clauses: list[Span] = []
    for piece in pieces:
        is_short = _words_in(sentence, piece) < _LEAST_WORDS
        if clauses and (is_short or _words_in(sentence, clauses[-1]) < _LEAST_WORDS):
            clauses[-1] = Span(clauses[-1].start, piece.end)
        else:
            clauses.append(piece)
    return clauses


def _words_in(sentence: str, piece: Span) -> float:
    """Count words; a character of a script without spaces is half a word."""
    text = sentence[piece.start : piece.end]
    return len(_COUNTED.findall(text)) - len(_UNSPACED.findall(text)) / 2
