"""Names that no capital and no title marks: German surnames, Chinese given names and places.

A German noun without an article that does what one person does, says something, is a name: "sagte
Rathenau". What stands between a Chinese surname and a title or a verb of saying is a given name.
Entry point: `bare_name`.
"""

from provtrack.taxonomy.hunks import Hunk, key_of
from provtrack.text.language_rules import LanguageRules
from provtrack.text.name_sounds import translated

_NEAR = 32  # code points in which the words beside a name stand
_LONGEST_GIVEN = 2  # characters of a Chinese given name
_LONGEST_PLACE = 4  # characters
_MARKS = '.,;:!?»«“”„"()'
_PLURAL = ("en", "n")  # of German verbs: several persons say it, and they have no name
_DEPUTY = "副"


def bare_name(hunk: Hunk) -> bool:
    """Tell whether both readings are names by what stands beside them."""
    sides = (hunk.base, hunk.witness)
    if hunk.rules.surnames:
        return (
            all(_is_given_name(side, hunk.rules) for side in sides)
            or all(_is_full_name(side, hunk.rules) for side in sides)
            or _are_places(hunk)
        )
    if _are_known_names(hunk):
        return True
    if not hunk.rules.determiners or not len(hunk.old_words) == len(hunk.new_words) == 1:
        return False
    are_nouns = hunk.old_words[0][0].isupper() and hunk.new_words[0][0].isupper()
    return are_nouns and all(_says_something(side, hunk.rules) for side in sides)


def _are_known_names(hunk: Hunk) -> bool:
    """Tell whether two words with capitals are two names that are known in several languages."""
    if not len(hunk.old_words) == len(hunk.new_words) == 1:
        return False
    old, new = hunk.old_words[0], hunk.new_words[0]
    lines = [translated(word) for word in (old, new)]
    return old[0].isupper() and new[0].isupper() and all(lines) and lines[0].isdisjoint(lines[1])


def _are_places(hunk: Hunk) -> bool:
    """Tell whether readings are part of two places: 湖南 and 湖北 differ in one character."""
    places = hunk.rules.places
    (text, start, end), (other, start2, end2) = hunk.base, hunk.witness
    for before in range(_LONGEST_PLACE):
        for after in range(_LONGEST_PLACE - before):
            old = text[max(0, start - before) : end + after]
            new = other[max(0, start2 - before) : end2 + after]
            if old in places and new in places and places[old] != places[new]:
                return True
    return False


def _is_full_name(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a surname before a reading of two characters stands right after a light word."""
    text, start, end = side
    before, given = text[max(0, start - 2) : start], text[start:end]
    if len(given) != _LONGEST_GIVEN or not given.isalpha() or before[-1:] not in rules.surnames:
        return False
    is_word = given in rules.words or f"{before[-1:]}{given[0]}" in rules.words
    is_first = len(before) == 1 or before[0] in rules.function_words or not before[0].isalpha()
    return is_first and not is_word


def _is_given_name(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a surname stands before, and a title or a verb of saying after a reading."""
    text, start, end = side
    if not 0 < end - start <= _LONGEST_GIVEN or text[start - 1 : start] not in rules.surnames:
        return False
    if not start or not text[start:end].isalpha():
        return False
    after = text[end : end + _NEAR].removeprefix(_DEPUTY)
    return after.startswith((*rules.titles, *rules.attributions))


def _says_something(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a verb of saying, of one person, is beside a noun that has no article."""
    text, start, end = side
    before = text[max(0, start - _NEAR) : start].split()
    after = text[end : end + _NEAR].split()
    last = before[-1] if before else "."
    following = key_of(after[0].strip(_MARKS)) if after and text[end : end + 1] == " " else ""
    says = [key_of(last), following]
    if not any(word in rules.attributions and not word.endswith(_PLURAL) for word in says):
        return False
    is_free = last[-1] in _MARKS or key_of(last) in rules.attributions
    return is_free or key_of(last) in rules.function_words - rules.determiners
