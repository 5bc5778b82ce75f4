"""Words misread, misspelt, torn or run together: what is read is no word.

Whether it is one is asked of the language's lists, the source and the archive. A word that carries
sense is judged more strictly than others, so that noise hides no negation and no figure.
Entry point: `is_garbled`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from provtrack.auditing.known_words import is_known, is_mixed, tells
from provtrack.auditing.nonwords import is_no_word
from provtrack.auditing.pairing import Stretch
from provtrack.auditing.quoted import Word
from provtrack.auditing.sides import Sides
from provtrack.taxonomy.recognition import distance, is_misread, looks_alike
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.romanisation import may_be_one_name

_LETTERS = 0.25  # share of the letters of a word that may be wrong
_NO_WORD = 0.5  # the same where no language has what is read
_NOISY_LETTERS = 0.4  # the same among other garbled words
_ONE_LETTER = 1.2  # distance of a word with one letter wrong, and one that looks alike
_PREFIX = 2  # letters of the prefixes that are set for each other: in and de, im and ex
_ALMOST = 0.5  # distance of a short word that carries sense
_SHORTEST_NEAR = 4  # letters of a word that carries sense of which one may be wrong
_SHORTEST = 2
_LONG_NAME = 1.5  # distance of a name of as many letters
_AROUND = 24  # code points beside a word that show whether all is set in capitals
_DIVISION = re.compile(r"[-‐¬]\s+")
_FIGURE = re.compile(r"\d+")
_RECUT = 0.2  # share of wrong letters in as many words that are cut otherwise
GAIN = 1.5  # by which words cut otherwise are nearer when they are joined
_DOTTED = re.compile(r"[^\W\d_]+(?:[.!|][^\W\d_]+)+")
_SPECKS = str.maketrans({".": None, "!": "l", "|": "l"})
_LONG = 7  # letters of a word that is known again with more of them wrong


def is_garbled(part: Stretch, sides: Sides, *, is_noisy: bool) -> bool:
    """Tell words misread, torn or run together: what is read is no word.

    Chinese characters that look alike are words all of them; they are misread, or may be, unless
    they carry sense.
    """
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    if not old or not new or any(word.is_inserted or word.is_patched for word in new):
        return False
    new = tuple(_without_dots(new, sides)) if len(old) == 1 else new
    word, read = ("".join(one.key for one in side) for side in (old, new))
    if word.replace("-", "") == read.replace("-", ""):
        return part.s1 - part.s0 != part.q1 - part.q0 and not _has_sense(
            old, new, sides, is_noisy=is_noisy
        )
    if looks_alike(word, read):
        return not _tell(old, new, sides, is_noisy=is_noisy)
    if len(old) == len(new) == 1:
        return _is_garbled_word(old[0], new[0], sides, is_noisy=is_noisy)
    if len(old) == 1 and is_mixed(read) and all(len(one.key) == 1 for one in new):
        return distance(word, read) <= _ALMOST  # t 0
    figures = [_FIGURE.findall(side) for side in (word, read)]
    if figures[0]:
        return figures[0] == figures[1] and distance(word, read) <= _ALMOST
    if distance(word, read) > _most(word, is_noisy=is_noisy):
        return False
    if not _is_cut_otherwise(old, new) or _has_strange_word(word, new, sides):
        return False
    if len(old) == 1 and _is_divided(new, sides) and distance(word, read) <= _LETTERS * len(word):
        return not tells(word, sides.rules) or is_noisy
    whole = (one.key for one in new if len(one.key) > 1 and not is_mixed(one.key))
    if any(tells(key, sides.rules) for key in whole):
        return False
    return not all(is_known(one.key, sides, is_noisy=is_noisy) for one in new)


def _without_dots(new: Sequence[Word], sides: Sides) -> Sequence[Word]:
    """Take words with specks or strokes between them, and no blank, for one: no.thing, ta!king."""
    start, end = new[0].start, new[-1].end
    text = sides.quoted.text[start:end]
    if len(new) == 1 or not _DOTTED.fullmatch(text):
        return new
    letters = text.translate(_SPECKS)
    return [Word(start, end, letters, letters.casefold())]


def _is_divided(new: Sequence[Word], sides: Sides) -> bool:
    """Tell parts of a word with a hyphen and a blank between them, as at the end of a line."""
    text = sides.quoted.text
    return len(new) > 1 and all(
        _DIVISION.fullmatch(text[one.end : other.start]) for one, other in pairwise(new)
    )


def _is_cut_otherwise(old: Sequence[Word], new: Sequence[Word]) -> bool:
    """Tell words torn or run together from as many words, of which one is another word."""
    if len(old) != len(new):
        return True
    apart = sum(distance(one.key, other.key) for one, other in zip(old, new, strict=True))
    letters, read = ("".join(word.key for word in side) for side in (old, new))
    joined = distance(letters, read)
    return joined + GAIN <= apart and joined <= _RECUT * len(letters)


def _has_strange_word(letters: str, new: Sequence[Word], sides: Sides) -> bool:
    """Tell whether a word that is read stands nowhere in the letters it is read for."""
    words = [one.key for one in new if len(one.key) >= _SHORTEST_NEAR]
    return any(
        _nearest(key, letters) > (_LETTERS if is_known(key, sides) else _NOISY_LETTERS) * len(key)
        for key in words
    )


def _nearest(key: str, letters: str) -> float:
    """Measure how far a word is from the stretch of letters that is most like it."""
    starts = range(max(1, len(letters) - len(key) + 1))
    sizes = (len(key), len(key) + 1)
    return min(distance(letters[at : at + size], key) for at in starts for size in sizes)


def _tell(old: Sequence[Word], new: Sequence[Word], sides: Sides, *, is_noisy: bool) -> bool:
    """Tell whether characters that look alike make another sense; among noise a negation does not.

    A figure or share that is read must be one: nobody writes 入 for 人 to say something else. Nor
    does anybody negate with 末, which looks like 未, but in one of its own words.
    """
    rules = sides.rules
    signs = {sign for one in new for sign in one.key} - {sign for one in old for sign in one.key}
    read = {*signs, *(word.key for word in new)}
    if any(tells(key, rules) and not is_negation(key, rules) for key in read):
        return True
    if is_noisy or any(is_negation(key, rules) for key in read):
        return not is_noisy
    if not any(is_negation(word.key, rules) for word in old):
        return False
    return not all(_is_misread_negation(sign, new, sides) for sign in signs)


def _is_misread_negation(sign: str, new: Sequence[Word], sides: Sides) -> bool:
    """Tell a character that is read for a negation where it makes no word of its own."""
    words = sides.rules.misread_negations.get(sign)
    if words is None:
        return False
    longest = max(map(len, words), default=1)
    text = sides.quoted.text
    around = text[max(0, new[0].start - longest + 1) : new[-1].end + longest - 1]
    return not any(word in around for word in words)


def _has_sense(old: Sequence[Word], new: Sequence[Word], sides: Sides, *, is_noisy: bool) -> bool:
    """Tell "may be" against "maybe" from words that print has torn or run together.

    Among noise a negation does only: "they" is torn into "the y".
    """
    rules = sides.rules
    apart, joined = max(old, new, key=len), min(old, new, key=len)
    if any(character.isdecimal() for one in apart for character in one.text):
        figures = (_FIGURE.findall(" ".join(one.key for one in side)) for side in (apart, joined))
        return next(figures) != next(figures)
    if is_noisy and not any(is_negation(one.key, rules) for one in (*old, *new)):
        return False
    if not all(is_known(one.key, sides) for one in joined):
        return False
    return all(_may_stand_apart(one.key, rules) for one in apart)


def _may_stand_apart(key: str, rules: LanguageRules) -> bool:
    """Tell a light word, or one with sense; a lone letter is a unit beside a figure only."""
    if len(key) == 1 and key.isalpha() and not rules.words:
        return key in rules.function_words
    return key in rules.function_words or tells(key, rules)


def _is_garbled_word(old: Word, new: Word, sides: Sides, *, is_noisy: bool) -> bool:
    """Tell a word misread as letters that are no word."""
    word, read = old.key.replace(".", ""), new.key.replace(".", "")
    if any(character.isdecimal() for character in word):
        return _is_same_figure(word, read)
    if is_negation(word, sides.rules) and is_negation(read, sides.rules):
        return is_misread(word, read) and not sides.knows(read)  # haven't, havcn't
    if _has_prefix_more(word, read, sides.rules) or _has_prefix_more(read, word, sides.rules):
        return False
    if not _may_be_read_as(old, new, sides, is_noisy=is_noisy):
        return False
    if is_mixed(read) or _is_no_word(old, new, sides.rules):
        return True
    if _has_lost_sense(word, read, sides.rules):
        return is_noisy or _makes_a_figure(word, read, sides.rules)
    return not is_known(read, sides, is_noisy=is_noisy)


def _has_lost_sense(word: str, read: str, rules: LanguageRules) -> bool:
    """Tell a pronoun or word of content that has lost a letter, and looks like one with sense.

    Among noise, mostly: нем read as не, machten as achten. Who changes a negation or figure puts it
    for another, or puts it in; light words (now, no) are a word for another word.
    """
    if not tells(read, rules) or (word not in rules.persons and tells(word, rules)):
        return False
    if word not in rules.persons and word in rules.function_words | rules.fillers | rules.light:
        return False
    return any(word[:at] + word[at + 1 :] == read for at in range(len(word)))


def _makes_a_figure(word: str, read: str, rules: LanguageRules) -> bool:
    """Tell a longer word of content read as a number word: machte as achte.

    Who changes a figure puts one for another; nobody puts one in the place of a verb.
    """
    has_sense = is_negation(read, rules) or read in rules.modality or read in rules.quantifiers
    is_light = word in rules.persons or word in rules.function_words
    return len(word) > _SHORTEST_NEAR and not has_sense and not is_light and read.isalpha()


def _has_prefix_more(longer: str, shorter: str, rules: LanguageRules) -> bool:
    return any(longer == prefix + shorter for prefix in rules.negation_prefixes)


def _is_no_word(old: Word, new: Word, rules: LanguageRules) -> bool:
    """Tell letters that are no word in any language; в, к and с have no vowel and are words."""
    return new.key not in rules.function_words and is_no_word(old.text, new.text)


def _may_be_read_as(old: Word, new: Word, sides: Sides, *, is_noisy: bool) -> bool:
    """Tell whether letters are near enough to a word: the nearer, the more it says."""
    word, read, rules = old.key.replace(".", ""), new.key.replace(".", ""), sides.rules
    is_ending = len(read) > _SHORTEST and word.endswith(read)
    if is_negation(word, rules) and is_ending and is_known(read, sides):
        return False  # never, ever
    apart = distance(word, read)
    if is_misread(word, read) or (is_mixed(read) and 2 * apart <= len(word)):
        return True
    if _is_no_word(old, new, rules) and apart <= _NO_WORD * max(len(word), len(read)):
        return True
    if is_negation(word, rules):
        most = _LETTERS * len(word) if is_noisy else 0.0
        return apart <= max(1.0 if is_noisy or len(word) >= _SHORTEST_NEAR else _ALMOST, most)
    if tells(word, rules) and word not in rules.persons:
        share = _NOISY_LETTERS if is_noisy else _LETTERS
        least = 1.0 if is_noisy or len(word) > _SHORTEST else _ALMOST
        return apart <= max(least, share * len(word))
    if word in rules.function_words:
        return apart <= (2.0 if is_noisy else _ONE_LETTER) or len(read) <= _SHORTEST
    if _may_be_name(old, sides) and new.text[:1].isupper():
        if may_be_one_name(word, read):
            return False  # not misread: the taxonomy is asked, and a looser rule after it
        is_safe = len(word) >= _SHORTEST_NEAR and word[0] == read[0]
        if is_safe and not is_noisy:
            return apart <= (_LONG_NAME if len(word) >= _LONG else 1.0)
        return is_noisy and apart <= _most(word, is_noisy=is_noisy)
    begins_alike = is_noisy or apart <= _ONE_LETTER or read[0] in word[:_SHORTEST]
    if len(word) <= 1 or not begins_alike or _has_other_prefix(word, read):
        return False
    return apart <= max(_ONE_LETTER, _most(word, is_noisy=is_noisy))


def _has_other_prefix(word: str, read: str) -> bool:
    """Tell increase and decrease: all but the first two letters are the same, and these are not."""
    is_same = word[_PREFIX:] == read[_PREFIX:] and len(word) > 2 * _PREFIX
    return is_same and distance(word[:_PREFIX], read[:_PREFIX]) >= _PREFIX


def _most(word: str, *, is_noisy: bool) -> float:
    """Give how far a misread word may be from what it was."""
    is_long = len(word) >= _LONG
    return max(1.0, (_NOISY_LETTERS if is_noisy or is_long else _LETTERS) * len(word))


def _may_be_name(word: Word, sides: Sides) -> bool:
    """Tell a capital that a name may have: not of a light word, nor among capitals only."""
    rules = sides.rules
    is_light = word.key in rules.function_words | rules.fillers | rules.light
    if is_light or not rules.capitals_mark_names or not word.text[:1].isupper():
        return False
    around = sides.text[max(0, word.start - _AROUND) : word.end + _AROUND]
    return any(map(str.islower, around))


def _is_same_figure(word: str, read: str) -> bool:
    """Tell whether letters stand for the digits they look like: l962, 1O."""
    return not read.isdecimal() and _as_digits(word) == _as_digits(read)


def _as_digits(key: str) -> str:
    return key.translate(str.maketrans("oilsbz", "011582"))
