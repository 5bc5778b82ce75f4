"""An edit as the rules of the taxonomy see it: words of both sides, and what stands around them.

Words are tokens with a letter, digit or other sign of meaning; punctuation is kept apart.
Entry point: `Hunk`.
"""

from bisect import bisect_left
from functools import lru_cache

from provtrack.text.abbreviations import TITLES
from provtrack.text.han_words import with_words
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.letter_forms import with_ligatures
from provtrack.text.tokens import token_spans

_LONGEST_TERM = 5
_LONGEST_WORD = 80  # code points in which the word beside an edit is looked for
_AROUND = 48  # code points looked at on each side of an edit: a date or a figure fits
_ENDS = frozenset(".!?…:。！？\n")
_ONE_FORM = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
_OPENERS = "\"'“”„«»‘’‚([{—–- "


class Hunk:
    """The two readings of an edit and their surroundings.

    Attributes:
        base, witness: (paragraph, start, end) of each side.
        old, new: The readings of base and witness, as they stand.
        old_tokens, new_tokens: All their tokens.
        old_words, new_words: Their words, in their own case.
        old_keys, new_keys: Their words, casefolded, with one form of apostrophe and hyphen.
        old_terms, new_terms: The same with contractions undone: "cannot" is "can not".
        rules: Those of the language of both sides.
    """

    __slots__ = (
        "base", "new", "new_keys", "new_terms", "new_tokens", "new_words",
        "old", "old_keys", "old_terms", "old_tokens", "old_words", "rules", "witness",
    )  # fmt: skip

    def __init__(
        self,
        base: tuple[str, int, int],
        witness: tuple[str, int, int],
        *,
        rules: LanguageRules,
    ) -> None:
        self.base = base
        self.witness = witness
        self.old = base[0][base[1] : base[2]]
        self.new = witness[0][witness[1] : witness[2]]
        self.rules = rules
        self.old_tokens, self.old_words, self.old_keys = _read(self.old, rules.language)
        self.new_tokens, self.new_words, self.new_keys = _read(self.new, rules.language)
        self.old_terms = _undone(self.old_keys, rules.language)
        self.new_terms = _undone(self.new_keys, rules.language)

    @property
    def opens_sentence(self) -> bool:
        """Tell whether either reading stands at the head of a sentence."""
        return any(self.heads)

    @property
    def heads(self) -> tuple[bool, bool]:
        """Tell of each reading whether it stands at the head of a sentence."""
        return _opens(*self.base[:2]), _opens(*self.witness[:2])

    @property
    def is_quoted(self) -> bool:
        """Tell whether the change stands inside quotation marks on both sides."""
        return all(_inside_quotes(text, start) for text, start, _ in (self.base, self.witness))

    def unlike(self) -> list[tuple[str, str]]:
        """Pair the words that differ in two readings of equal length; nothing for other ones."""
        if len(self.old_keys) != len(self.new_keys):
            return []
        return [(a, b) for a, b in zip(self.old_keys, self.new_keys, strict=True) if a != b]


def around(
    side: tuple[str, int, int], rules: LanguageRules
) -> tuple[list[tuple[int, int]], tuple[str, ...]]:
    """Give the tokens near an edit: their spans in the paragraph, and their characters.

    Apostrophes and hyphens have one form.
    """
    text, start, end = side
    first = max(0, start - _AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or (first if rules.words else start)
    last = min(len(text), end + _AROUND)
    if last < len(text):
        last = last if rules.words else max(text.rfind(" ", end, last), end)
    spans = [(first + a, first + b) for a, b in spans_of(text[first:last], rules)]
    return spans, tuple(text[a:b].translate(_ONE_FORM) for a, b in spans)


@lru_cache(maxsize=1 << 14)
def _undone(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Write out contracted words of a language, and join words that are listed as one term."""
    return _with_terms(_written_out(keys, language), _terms(language))


def _with_terms(words: tuple[str, ...], terms: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    """Join the longest row of words that is one term: "no doubt", "in his words"."""
    if len(words) < 2:
        return words
    joined: list[str] = []
    at = 0
    while at < len(words):
        lengths = range(min(_LONGEST_TERM, len(words) - at), 1, -1)
        length = next((n for n in lengths if words[at : at + n] in terms), 1)
        joined.append(" ".join(words[at : at + length]))
        at += length
    return tuple(joined)


@lru_cache(maxsize=16)
def _terms(language: str) -> frozenset[tuple[str, ...]]:
    """List the terms of several words of a language."""
    rules = rules_of(language)
    lists = (rules.negations, rules.modality, rules.quantifiers, rules.attributions)
    return frozenset(tuple(term.split()) for words in lists for term in words if " " in term)


def _written_out(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Write out contracted words of a language, where only one reading is possible."""
    rules, endings = rules_of(language), _endings(language)
    terms: list[str] = []
    for key in keys:
        stands_for = rules.abbreviations.get(key, ())
        ending = None
        if key.endswith(endings):
            ending = next(pair for pair in rules.endings if key.endswith(pair[0]))
        if len(stands_for) == 1 and all(w in _light(language) for w in stands_for[0].split()):
            terms += _written_out(tuple(stands_for[0].split()), language)
        elif ending and len(key) > len(ending[0]):
            terms += [key.removesuffix(ending[0]), *ending[1].split()]
        elif key.startswith(rules.elisions):
            elided = next(word for word in rules.elisions if key.startswith(word))
            terms += [elided, key.removeprefix(elided)] if elided else [key]
        else:
            terms.append(key)
    return tuple(terms)


@lru_cache(maxsize=16)
def _endings(language: str) -> tuple[str, ...]:
    return tuple(ending for ending, _ in rules_of(language).endings)


@lru_cache(maxsize=16)
def _light(language: str) -> frozenset[str]:
    rules = rules_of(language)
    return rules.function_words | rules.negations


@lru_cache(maxsize=1 << 14)
def _read(text: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Give the tokens of a short text, its words and their keys."""
    tokens = tokens_of(text, language)
    words = tuple(filter(is_word, tokens))
    return tokens, words, tuple(map(key_of, words))


@lru_cache(maxsize=1 << 14)
def tokens_of(text: str, language: str) -> tuple[str, ...]:
    """Divide a short text into its tokens, Chinese into words where lists know them."""
    return tuple(text[start:end] for start, end in spans_of(text, rules_of(language)))


def spans_of(text: str, rules: LanguageRules) -> list[tuple[int, int]]:
    """Find the tokens of a text, Chinese words put together."""
    spans = with_ligatures(text, token_spans(text))
    return with_words(text, spans, rules) if rules.words else spans


@lru_cache(maxsize=1 << 14)
def is_word(token: str) -> bool:
    """Tell words, figures and signs of value (%, &, £) from punctuation."""
    return token.isalnum() or any(map(str.isalnum, token)) or token in {"%", "&", "§"}


def is_content(word: str, rules: LanguageRules) -> bool:
    """Tell whether a casefolded word carries sense by itself."""
    return word not in rules.function_words and word not in rules.negations


def key_of(word: str) -> str:
    """Casefold a word and give it one form of apostrophe and hyphen."""
    key = word.casefold()
    return key if key.isascii() else key.translate(_ONE_FORM)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 16) : start].rstrip(_OPENERS)
    if before.endswith("."):
        word = before[:-1].split()[-1:] or [""]
        return not (len(word[0]) == 1 or word[0].casefold() in TITLES)  # Mr., K.
    return not before or before[-1] in _ENDS


def _inside_quotes(text: str, start: int) -> bool:
    straight, opened, closed, left, right = (
        bisect_left(places, start) for places in _quote_places(text)
    )
    return straight % 2 == 1 or opened > closed or left > right


@lru_cache(maxsize=8)
def _quote_places(text: str) -> tuple[tuple[int, ...], ...]:
    """List where each quotation mark stands, once for all changes of a paragraph."""
    return tuple(
        tuple(place for place, sign in enumerate(text) if sign == mark) if mark in text else ()
        for mark in '"“”«»'
    )


def word_before(text: str, start: int) -> str:
    """Give what stands between blanks before a place; empty at the head of a paragraph."""
    return "".join(text[max(0, start - _LONGEST_WORD) : start].split()[-1:])


def word_after(text: str, end: int) -> str:
    """Give what stands between blanks behind a place; empty at the end of a paragraph."""
    return "".join(text[end : end + _LONGEST_WORD].split()[:1])
