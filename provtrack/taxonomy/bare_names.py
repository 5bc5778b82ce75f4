"""Names that no capital and no title marks: German surnames, Chinese given names.

A German noun without an article that does what one person does, says something, is a name: "sagte
Rathenau". What stands between a Chinese surname and a title or a verb of saying is a given name.
Entry point: `bare_name`.
"""

from provtrack.taxonomy.hunks import Hunk, key_of
from provtrack.text.language_rules import LanguageRules

_NEAR = 32  # code points in which the words beside a name stand
_LONGEST_GIVEN = 2  # characters of a Chinese given name
_MARKS = '.,;:!?»«“”„"()'
_PLURAL = ("en", "n")  # of German verbs: several persons say it, and they have no name
_DEPUTY = "副"


def bare_name(hunk: Hunk) -> bool:
    """Tell whether both readings are names by what stands beside them."""
    sides = (hunk.base, hunk.witness)
    if hunk.rules.surnames:
        return all(_is_given_name(side, hunk.rules) for side in sides)
    if not hunk.rules.determiners or not len(hunk.old_words) == len(hunk.new_words) == 1:
        return False
    are_nouns = hunk.old_words[0][0].isupper() and hunk.new_words[0][0].isupper()
    return are_nouns and all(_says_something(side, hunk.rules) for side in sides)


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
