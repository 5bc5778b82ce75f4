"""Changes that say the same: a figure or name in another form, a share in another word.

Entry points: `light_share`, `is_set_otherwise`, `are_grouped_otherwise`, `are_one_figure`,
`are_one_name`, `are_one_person`.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from provtrack.auditing.quoted import words_of
from provtrack.auditing.sides import Sides
from provtrack.model.comparison import Change
from provtrack.model.names import Nature
from provtrack.taxonomy.numerals import number_word, numeral
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.romanisation import may_be_one_name

_PAUSE = re.compile(r"[,;:.!?—–，；：。]")
_GROUPS = re.compile(r"(?<=\d)[.,'’ \u00a0\u202f](?=\d{3}(?!\d))")


def light_share(change: Change, old: Sequence[str], new: Sequence[str], sides: Sides) -> str:
    """Say why a change of a share says the same: entire for whole, "any" beside a negation."""
    if change.nature is not Nature.QUANTIFIER:
        return ""
    shares = [sides.rules.same_share.get(key) for key in (*old, *new)]
    if len(old) == len(new) == 1 and shares[0] is not None and shares[0] == shares[1]:
        return "the same share in another word"
    if (old and new) or not sides.rules.beside_negation.issuperset((*old, *new)):
        return ""
    before = _PAUSE.split(sides.text[: change.base.start])[-1]
    is_negated = any(is_negation(word.key, sides.rules) for word in words_of(before, sides.rules))
    return f"“{(*old, *new)[0]}” beside a negation" if is_negated else ""


def is_set_otherwise(change: Change) -> bool:
    """Tell capitals and the points of a short form, which printers set: U.S.S.R., USSR."""
    if change.nature is Nature.CASE:
        return True
    letters = {
        "".join(side.text.split()).replace(".", "").casefold()
        for side in (change.base, change.witness)
    }
    return change.nature is Nature.ABBREVIATION and len(letters) == 1


def are_grouped_otherwise(change: Change) -> bool:
    """Tell whether both sides are one figure in groups of three digits, parted by other signs."""
    old, new = (
        _GROUPS.sub("", side.text.strip().casefold()) for side in (change.base, change.witness)
    )
    return old == new and any(map(str.isdecimal, old))


def are_one_figure(change: Change, rules: LanguageRules) -> bool:
    """Tell whether both sides are one number, in figures and in words: 4, four; $7, $seven."""
    old, new = (_number(side.text, rules) for side in (change.base, change.witness))
    return old is not None and old == new


def _number(text: str, rules: LanguageRules) -> Fraction | None:
    """Read a number that is one word."""
    word = text.strip(" $£€.,").casefold()
    if not word or " " in word:
        return None
    value = number_word(word, rules)[0]
    return numeral(word, rules) if value is None else Fraction(value)


def are_one_name(change: Change) -> bool:
    """Tell whether two names, word by word, may be one."""
    old, new = change.base.text.split(), change.witness.text.split()
    return len(old) == len(new) and all(map(may_be_one_name, old, new))


def are_one_person(old: Sequence[str], new: Sequence[str], rules: LanguageRules) -> bool:
    """Tell forms of one pronoun: моих, мои."""
    persons = [rules.persons.get(key) for key in (*old, *new)]
    return len(old) == len(new) == 1 and persons[0] is not None and persons[0] == persons[1]
