"""Rules that find form only: spacing, punctuation, case, hyphens, spelling, names, abbreviations.

Each rule proves that the two readings are the same words in another form; in doubt it stays
silent, and the change counts as substantive. Names are judged in `name_forms`, abbreviations in
`short_forms`, spellings in `spellings`. Entry point: `form_of`.
"""

import re
from collections.abc import Callable, Sequence
from unicodedata import category

from provtrack.model.names import ACCIDENTAL_NATURES, Nature
from provtrack.taxonomy.brackets import SQUARE, bracket
from provtrack.taxonomy.hunks import Hunk, is_word, word_after, word_before
from provtrack.taxonomy.name_forms import name_form
from provtrack.taxonomy.ruling import Ruling
from provtrack.taxonomy.short_forms import short_form
from provtrack.taxonomy.spellings import spelling_form
from provtrack.text.language_rules import LanguageRules
from provtrack.text.letter_forms import differ_in_points_only, plain_letters

QUOTES = frozenset('"“”„‟«»‹›「」『』〝〞〟＂')
SINGLE_QUOTES = frozenset("'‘’‚‛`")
_OVERRIDES = frozenset("\u202d\u202e")  # of the direction of writing: they show other words
_STEERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u202d\u202e")
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # tones that change the emoji before them
_SENSE_MARKS = frozenset("?？¿؟;%‰§$€£¥+=<>°") - {";"} | _OVERRIDES | _SKINS
# Unicode categories of emoji, flags and currencies; of halves of pairs and private characters,
# which stand for no one knows what.
_SIGNS = frozenset({"So", "Sc", "Cs", "Co"})
_MINUS = frozenset("-\u2212\u2013")
_HYPHENS = re.compile(r"[\-\u00ad\u05be\u2010\u2011\u2e17]")
_BLANK_AT_HYPHEN = re.compile(r"[^\W\d_](?:\s+[\-\u2010\u2011]\s*|[\-\u2010\u2011]\s+)[^\W\d_]")


def form_of(hunk: Hunk) -> Ruling | None:
    """Find why two readings are the same words in another form; None if no rule says so."""
    for rule in _RULES:
        ruling = rule(hunk)
        if ruling:
            return _with_marks(hunk, ruling) if hunk.old_words and hunk.new_words else ruling
    return None


def _with_marks(hunk: Hunk, ruling: Ruling) -> Ruling | None:
    """Take back that only form differs where a quotation mark comes or goes with the words."""
    quotes = [bool(_marks(text) & QUOTES) for text in (hunk.old, hunk.new)]
    if ruling.nature not in ACCIDENTAL_NATURES or quotes[0] == quotes[1]:
        return ruling
    return Ruling(Nature.QUOTATION, "any-quotation-1", 0.7, "quotation marks on one side")


def _spacing(hunk: Hunk) -> Ruling | None:
    if "".join(hunk.old.split()) != "".join(hunk.new.split()):
        return None
    if _joins_light_words(hunk):
        if len(_negations(hunk.old_keys, hunk)) != len(_negations(hunk.new_keys, hunk)):
            return None  # not able, notable
        return Ruling(Nature.WORDING, "any-spacing-2", 0.6, "two words against one")
    if any(map(_BLANK_AT_HYPHEN.search, (hunk.old, hunk.new))):
        return Ruling(Nature.HYPHENATION, "any-hyphenation-3", 0.9, "a blank beside the hyphen")
    return Ruling(Nature.SPACING, "any-spacing-1", 1.0, "other white space")


def _unseen(hunk: Hunk) -> Ruling | None:
    """Judge marks that steer the direction of writing, and control characters within words.

    Where a paragraph has an override, what ends it decides which words are shown.
    """
    bare = [_without_unseen(text) for text in (hunk.old, hunk.new)]
    if hunk.old == hunk.new or bare[0] != bare[1] or bare == [hunk.old, hunk.new]:
        return None
    if not {*hunk.old, *hunk.new} & _STEERING:
        is_within = bool(hunk.old_words or hunk.new_words)
        nature = Nature.SPELLING if is_within else Nature.PUNCTUATION
        return Ruling(nature, "any-control-1", 0.8, "a control character, which shows nothing")
    if any(not _OVERRIDES.isdisjoint(text) for text, _, _ in (hunk.base, hunk.witness)):
        return Ruling(Nature.WORDING, "any-direction-2", 0.6, "a mark that turns words about")
    return Ruling(Nature.PUNCTUATION, "any-direction-1", 0.9, "a mark of the direction of writing")


def _without_unseen(text: str) -> str:
    """Leave out what steers the direction of writing, and control characters."""
    if text.isprintable():
        return text
    return "".join(
        sign
        for sign in text
        if sign not in _STEERING and (sign.isspace() or category(sign) != "Cc")
    )


def _negations(keys: Sequence[str], hunk: Hunk) -> list[str]:
    return [key for key in keys if key in hunk.rules.negations]


def _joins_light_words(hunk: Hunk) -> bool:
    """Tell "may be" against "maybe" from a blank that print or copying lost."""
    if hunk.old_keys == hunk.new_keys:
        return False
    apart = max(hunk.old_keys, hunk.new_keys, key=len)
    together = min(hunk.old_keys, hunk.new_keys, key=len)
    if not all(word.isalpha() for word in apart):
        return False
    if all(len(word) == 1 for word in apart) or " ".join(apart) in hunk.rules.joined:
        return False  # initials: A. N. and A.N.; nowhere and no where, but not now here
    return any(_tells(word, hunk.rules) for word in (*apart, *together))


def _tells(word: str, rules: LanguageRules) -> bool:
    return (
        word in rules.function_words
        or word in rules.negations
        or word in rules.modality
        or word in rules.quantifiers
    )


def _punctuation(hunk: Hunk) -> Ruling | None:
    """Judge a change of marks only."""
    if hunk.old_words or hunk.new_words:
        return None
    marks, others = _marks(hunk.old), _marks(hunk.new)
    if _is_minus(hunk.base) != _is_minus(hunk.witness):
        return Ruling(Nature.FIGURE, "any-figure-5", 0.8, "a figure below nothing")
    if _telling(marks) != _telling(others):
        return Ruling(Nature.WORDING, "any-punctuation-2", 0.6, "a mark that carries sense")
    if (marks | others) & SQUARE and not (marks & SQUARE and others & SQUARE):
        return Ruling(Nature.BRACKET, "any-bracket-1", 0.9, "square brackets")
    quotes, other_quotes = marks & QUOTES, others & QUOTES
    if bool(quotes) != bool(other_quotes):
        if (others if quotes else marks) & SINGLE_QUOTES:
            return Ruling(Nature.PUNCTUATION, "any-punctuation-3", 0.8, "other quotation marks")
        verb = "removed" if quotes else "added"
        return Ruling(Nature.QUOTATION, "any-quotation-1", 0.9, f"quotation mark {verb}")
    return Ruling(Nature.PUNCTUATION, "any-punctuation-1", 0.95, "other punctuation")


def _is_minus(side: tuple[str, int, int]) -> bool:
    """Tell whether a reading is a sign right before a figure, and after no word or figure."""
    text, start, end = side
    is_before_figure = text[end : end + 1].isdecimal()
    return (
        text[start:end] in _MINUS
        and is_before_figure
        and not text[max(0, start - 1) : start].strip()
    )


def _marks(text: str) -> set[str]:
    return {character for character in text if not character.isspace()}


def _telling(marks: set[str]) -> set[str]:
    """Keep the marks and signs that carry sense."""
    return {mark for mark in marks if mark in _SENSE_MARKS or category(mark) in _SIGNS}


def _same_words(hunk: Hunk) -> Ruling | None:
    """Judge the same words with other marks, or in other case."""
    if not hunk.old_words or hunk.old_keys != hunk.new_keys:
        return None
    marks, others = _marks(hunk.old), _marks(hunk.new)
    if bool(marks & QUOTES) != bool(others & QUOTES):
        return Ruling(Nature.QUOTATION, "any-quotation-1", 0.8, "quotation marks on one side")
    if _telling(marks) != _telling(others):
        return Ruling(Nature.WORDING, "any-punctuation-2", 0.6, "a mark that carries sense")
    if hunk.old_words == hunk.new_words or _plain_marks(hunk.old) == _plain_marks(hunk.new):
        return Ruling(Nature.PUNCTUATION, "any-punctuation-1", 0.9, "other punctuation")
    if _stops(hunk.old_tokens) != _stops(hunk.new_tokens):
        return Ruling(Nature.PUNCTUATION, "any-punctuation-1", 0.9, "other punctuation")
    if [word.lower() for word in hunk.old_words] != [word.lower() for word in hunk.new_words]:
        return None  # ß and ss are one letter only when casefolded
    if _capitals_tell(hunk):
        return Ruling(Nature.WORDING, "any-case-2", 0.5, "the capital may tell two words apart")
    confidence = 0.6 if hunk.heads[0] != hunk.heads[1] and _telling_case(hunk) else 0.95
    return Ruling(Nature.CASE, "any-case-1", confidence, "same words, other capitals")


def _capitals_tell(hunk: Hunk) -> bool:
    """Tell whether a word is another word with a capital: Polish, polish.

    Where one reading alone stands at the head of a sentence, that gives it the capital.
    """
    words = _telling_case(hunk)
    if not words or hunk.heads[0] != hunk.heads[1]:
        return False
    word, other = words
    side = hunk.witness if word.islower() else hunk.base
    return not (max(word, other, key=len).isupper() and _is_among_capitals(side))


def _telling_case(hunk: Hunk) -> tuple[str, str] | None:
    """Find a word that one side has with a capital, and that is another word without it."""
    for word, other in zip(hunk.old_words, hunk.new_words, strict=True):
        if word.islower() != other.islower() and word.casefold() in hunk.rules.telling_capitals:
            return word, other
    return None


def _is_among_capitals(side: tuple[str, int, int]) -> bool:
    """Tell whether the words beside a reading are all in capitals, as in a heading."""
    text, start, end = side
    beside = word_before(text, start), word_after(text, end)
    return any(len(word) > 1 and word.isupper() for word in beside)


def _stops(tokens: tuple[str, ...]) -> list[str]:
    return [token for token in tokens if not is_word(token)]


def _plain_marks(text: str) -> str:
    return text.translate({ord(mark): "'" for mark in SINGLE_QUOTES})


def _letter_form(hunk: Hunk) -> Ruling | None:
    """Judge the same letters otherwise encoded or printed, or written without their points."""
    if hunk.old.isascii() and hunk.new.isascii():
        return None
    if plain_letters(hunk.old) == plain_letters(hunk.new):
        return Ruling(
            Nature.SPELLING, "any-spelling-1", 0.95, "the same letters, written otherwise"
        )
    if len(hunk.old_words) == len(hunk.new_words) > 0 and all(
        map(differ_in_points_only, hunk.old_words, hunk.new_words)
    ):
        return Ruling(Nature.SPELLING, "any-spelling-2", 0.9, "the same letters, fewer points")
    return None


def _hyphenation(hunk: Hunk) -> Ruling | None:
    """Judge the same letters with other hyphens: co-operate, cooperate, co operate."""
    if not hunk.old_words or not hunk.new_words:
        return None
    old, new = (" ".join(keys) for keys in (hunk.old_keys, hunk.new_keys))
    if _HYPHENS.sub("", old).replace(" ", "") != _HYPHENS.sub("", new).replace(" ", ""):
        return None
    if old == new or any(character.isdecimal() for character in old):
        return None
    if len(_negations(hunk.old_keys, hunk)) != len(_negations(hunk.new_keys, hunk)):
        return None
    if _telling(_marks(hunk.old)) != _telling(_marks(hunk.new)):
        return None
    if _parts_numbers_otherwise(hunk):
        return Ruling(Nature.FIGURE, "any-figure-6", 0.5, "the hyphen may tell figures apart")
    for prefix in hunk.rules.hyphens_that_tell:
        if old.startswith(prefix) != new.startswith(prefix):
            return Ruling(
                Nature.WORDING, "any-hyphenation-2", 0.5, "the hyphen may tell words apart"
            )
    hyphens_for_blanks = _HYPHENS.sub(" ", old) == _HYPHENS.sub(" ", new)
    if _is_name(hunk) and not hyphens_for_blanks:
        return Ruling(Nature.NAME_FORM, "any-name-form-1", 0.9, "same name, written otherwise")
    return Ruling(Nature.HYPHENATION, "any-hyphenation-1", 0.9, "same word, other hyphens")


def _parts_numbers_otherwise(hunk: Hunk) -> bool:
    """Tell whether number words are joined otherwise: twenty five-pound, twenty-five pound."""
    numbers = [
        [_numbers_in(key, hunk.rules) for key in keys] for keys in (hunk.old_keys, hunk.new_keys)
    ]
    joined = [[row for row in rows if row] for rows in numbers]
    return joined[0] != joined[1]


def _numbers_in(key: str, rules: LanguageRules) -> tuple[str, ...]:
    """List the number words among the parts of a word with hyphens."""
    parts = _HYPHENS.split(key)
    return tuple(part for part in parts if part in rules.cardinals or part in rules.multipliers)


def _is_name(hunk: Hunk) -> bool:
    """Tell whether all words of both sides have capitals, inside a sentence or in each part."""
    words = (*hunk.old_words, *hunk.new_words)
    if (
        not hunk.rules.capitals_mark_names
        or not words
        or not all(word[:1].isupper() for word in words)
    ):
        return False
    parts = [part for word in words for part in _HYPHENS.split(word) if part]
    inner = len(parts) > len(words) and any(
        part[0].isupper() for word in words for part in _HYPHENS.split(word)[1:] if part
    )
    return inner or not hunk.opens_sentence


_RULES: tuple[Callable[[Hunk], Ruling | None], ...] = (
    _spacing,
    _unseen,
    _punctuation,
    bracket,
    _same_words,
    _letter_form,
    short_form,
    _hyphenation,
    spelling_form,
    name_form,
)
