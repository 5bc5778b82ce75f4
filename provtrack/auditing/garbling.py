"""Words misread, misspelt, torn or run together: what is read is no word.

Whether it is one is asked of the language's lists, the source and the archive. A word that carries
sense is judged more strictly than others, so that noise hides no negation and no figure.
Entry points: `is_garbled`, `recut`, `tells`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from provtrack.auditing.nonwords import is_no_word
from provtrack.auditing.pairing import Stretch
from provtrack.auditing.quoted import Word
from provtrack.auditing.sides import Sides
from provtrack.taxonomy.dates import is_valued
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
_GAIN = 1.5  # by which words cut otherwise are nearer when they are joined
_LONG = 7  # letters of a word that is known again with more of them wrong


def is_garbled(part: Stretch, sides: Sides, *, is_noisy: bool) -> bool:
    """Tell words misread, torn or run together: what is read is no word.

    Chinese characters that look alike are words all of them; they are misread, or may be, unless
    they carry sense.
    """
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    if not old or not new or any(word.is_inserted or word.is_patched for word in new):
        return False
    word, read = ("".join(one.key for one in side) for side in (old, new))
    if word.replace("-", "") == read.replace("-", ""):
        return len(old) != len(new) and not _has_sense(old, new, sides)
    if looks_alike(word, read):
        return not _tell(old, new, sides.rules, is_noisy=is_noisy)
    if len(old) == len(new) == 1:
        return _is_garbled_word(old[0], new[0], sides, is_noisy=is_noisy)
    figures = [_FIGURE.findall(side) for side in (word, read)]
    if figures[0]:
        return figures[0] == figures[1] and distance(word, read) <= _ALMOST
    if distance(word, read) > _most(word, is_noisy=is_noisy):
        return False
    if not _is_cut_otherwise(old, new) or _has_strange_word(word, new, sides):
        return False
    if len(old) == 1 and _is_divided(new, sides) and distance(word, read) <= _LETTERS * len(word):
        return not tells(word, sides.rules) or is_noisy
    whole = (one.key for one in new if len(one.key) > 1 and not _is_mixed(one.key))
    if any(tells(key, sides.rules) for key in whole):
        return False
    return not all(_is_known(one.key, sides, is_noisy=is_noisy) for one in new)


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
    return joined + _GAIN <= apart and joined <= _RECUT * len(letters)


def _has_strange_word(letters: str, new: Sequence[Word], sides: Sides) -> bool:
    """Tell whether a word that is read stands nowhere in the letters it is read for."""
    words = [one.key for one in new if len(one.key) >= _SHORTEST_NEAR]
    return any(
        _nearest(key, letters) > (_LETTERS if _is_known(key, sides) else _NOISY_LETTERS) * len(key)
        for key in words
    )


def _nearest(key: str, letters: str) -> float:
    starts = range(max(1, len(letters) - len(key) + 1))
    return min(distance(letters[at : at + len(key)], key) for at in starts)


def _tell(
    old: Sequence[Word], new: Sequence[Word], rules: LanguageRules, *, is_noisy: bool
) -> bool:
    """Tell whether characters that look alike make another sense; among noise a negation does not.

    A figure or share that is read must be one: nobody writes 入 for 人 to say something else.
    """
    signs = {sign for one in new for sign in one.key} - {sign for one in old for sign in one.key}
    read = {*signs, *(word.key for word in new)}
    if any(tells(key, rules) and not is_negation(key, rules) for key in read):
        return True
    both = {*read, *(word.key for word in old)}
    return not is_noisy and any(is_negation(key, rules) for key in both)


def recut(parts: Sequence[Stretch], sides: Sides) -> list[Stretch]:
    """Join neighbours that noise has cut otherwise: "most important" read as "mo stimportant"."""
    joined: list[Stretch] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and (last.s1, last.q1) == (part.s0, part.q0):
            both = Stretch(last.s0, part.s1, last.q0, part.q1)
            if _is_recut(both, (last, part), sides) and not all(
                is_garbled(one, sides, is_noisy=True) for one in (last, part)
            ):
                joined[-1] = both
                continue
        joined.append(part)
    return joined


def _is_recut(both: Stretch, parts: Sequence[Stretch], sides: Sides) -> bool:
    """Tell words of the same letters, by and large, nearer together than apart; none has sense."""
    old, new = sides.source[both.s0 : both.s1], sides.quoted.words[both.q0 : both.q1]
    if any(tells(word.key, sides.rules) for word in (*old, *new)):
        return False
    apart = sum(_apart(part, sides) for part in parts)
    return _apart(both, sides) + _GAIN <= apart and is_garbled(both, sides, is_noisy=True)


def _apart(part: Stretch, sides: Sides) -> float:
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    return distance(*("".join(word.key for word in side) for side in (old, new)))


def _has_sense(old: Sequence[Word], new: Sequence[Word], sides: Sides) -> bool:
    """Tell "may be" against "maybe" from words that print has torn or run together."""
    rules = sides.rules
    apart, joined = max(old, new, key=len), min(old, new, key=len)
    if any(character.isdecimal() for one in apart for character in one.text):
        figures = (_FIGURE.findall(" ".join(one.key for one in side)) for side in (apart, joined))
        return next(figures) != next(figures)
    if not all(_is_known(one.key, sides) for one in joined):
        return False
    return all(one.key in rules.function_words or tells(one.key, rules) for one in apart)


def tells(key: str, rules: LanguageRules) -> bool:
    """Tell words that carry sense by themselves."""
    return (
        is_negation(key, rules)
        or key in rules.modality
        or key in rules.quantifiers
        or key in rules.lone_limits
        or key in rules.persons
        or is_valued(key, rules.language)
    )


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
    if _is_mixed(read) or is_no_word(old.text, new.text):
        return True
    if is_noisy and _has_lost_sense(word, read, sides.rules):
        return True
    return not _is_known(read, sides, is_noisy=is_noisy)


def _has_lost_sense(word: str, read: str, rules: LanguageRules) -> bool:
    """Tell a pronoun or word of content that has lost a letter, and looks like one with sense.

    Among noise only: нем read as не, machten as achten. Who changes a negation or figure puts it
    for another, or puts it in; light words (now, no) are a word for another word.
    """
    if not tells(read, rules) or (word not in rules.persons and tells(word, rules)):
        return False
    if word not in rules.persons and word in rules.function_words | rules.fillers | rules.light:
        return False
    return any(word[:at] + word[at + 1 :] == read for at in range(len(word)))


def _has_prefix_more(longer: str, shorter: str, rules: LanguageRules) -> bool:
    return any(longer == prefix + shorter for prefix in rules.negation_prefixes)


def _may_be_read_as(old: Word, new: Word, sides: Sides, *, is_noisy: bool) -> bool:
    """Tell whether letters are near enough to a word: the nearer, the more it says."""
    word, read, rules = old.key.replace(".", ""), new.key.replace(".", ""), sides.rules
    if is_negation(word, rules) and len(read) > _SHORTEST and word.endswith(read):
        return False  # never, ever
    apart = distance(word, read)
    if is_misread(word, read) or (_is_mixed(read) and 2 * apart <= len(word)):
        return True
    if is_no_word(old.text, new.text) and apart <= _NO_WORD * max(len(word), len(read)):
        return True
    if is_negation(word, rules):
        most = _LETTERS * len(word) if is_noisy else 0.0
        return apart <= max(1.0 if is_noisy or len(word) >= _SHORTEST_NEAR else _ALMOST, most)
    if tells(word, rules) and word not in rules.persons:
        share = _NOISY_LETTERS if is_noisy else _LETTERS
        least = 1.0 if is_noisy or len(word) > _SHORTEST else _ALMOST
        return apart <= max(least, share * len(word))
    if word in rules.function_words:
        return apart <= (2.0 if is_noisy else 1.0) or len(read) <= _SHORTEST
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


def _is_mixed(read: str) -> bool:
    """Tell letters with a digit among them, which no word has: sh0uld, legis1ation."""
    read = read.replace("-", "").replace("'", "")
    return read.isalnum() and any(map(str.isalpha, read)) and any(map(str.isdecimal, read))


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


def _is_known(key: str, sides: Sides, *, is_noisy: bool = False) -> bool:
    """Tell whether letters are a word: of the language's lists, of the source, of the archive.

    A lone letter stands in every text; among noise it is a word only if it is one that carries
    sense or joins others.
    """
    rules = sides.rules
    key = key.removesuffix("'s")
    if _is_mixed(key):
        return False
    if len(key) == 1 and is_noisy:
        return key in rules.function_words or tells(key, rules)
    if len(key) <= _SHORTEST and key.isascii():
        lists = (rules.function_words, rules.abbreviations)
        return any(key in words for words in lists) or tells(key, rules)
    return (
        key in rules.function_words
        or key in rules.light
        or tells(key, rules)
        or key in rules.fillers
        or key in rules.inflections
        or key in rules.attributions
        or key in rules.spellings
        or key in rules.abbreviations
        or sides.knows(key)
    )
