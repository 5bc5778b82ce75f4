"""Light words that turn a sentence: opposed ones, those before a figure, the signs of the passive.

Entry points: `turned`, `is_made_active`.
"""

from collections.abc import Sequence

from provtrack.auditing.pairing import Stretch
from provtrack.auditing.sides import Sides
from provtrack.model.comparison import Change
from provtrack.model.names import Nature
from provtrack.text.language_rules import LanguageRules


def turned(
    old: Sequence[str], new: Sequence[str], sides: Sides, change: Change
) -> tuple[Nature, str] | None:
    """Find a light word that turns the sentence round, or a pronoun for another person.

    Args:
        old, new: Words of the change, as they are compared.
    """
    rules = sides.rules
    only_old, only_new = without_shared(old, new)
    if _leads_figure(only_old, only_new, sides.text[change.base.end :], rules):
        return Nature.FIGURE, f"{only_new[0]} in the place of {only_old[0]}, before a figure"
    for word in only_old:
        against = rules.opposites.get(word, frozenset()) & set(only_new)
        if against:
            return Nature.WORDING, f"{min(against)} in the place of {word}"
    alone = rules.turning.intersection((*only_old, *only_new))
    if alone and not (only_old and only_new):
        return Nature.WORDING, f"{min(alone)} {'added' if only_new else 'left out'}"
    persons = {rules.persons[word] for word in only_old if word in rules.persons}
    others = {rules.persons[word] for word in only_new if word in rules.persons}
    if persons and others and persons != others:
        mine, theirs = (next(word for word in words if word in rules.persons)
                        for words in (only_new, only_old))  # fmt: skip
        return Nature.NAME, f"another person: {mine} in the place of {theirs}"
    return None


def _leads_figure(
    old: Sequence[str], new: Sequence[str], behind: str, rules: LanguageRules
) -> bool:
    """Tell a word for another before a figure which it makes another one: by 7, to 7."""
    if len(old) != 1 or len(new) != 1 or not {old[0], new[0]} <= rules.figure_leads:
        return False
    word = behind.split(maxsplit=1)[:1]
    key = word[0].strip(" ,.;:$£€").casefold() if word else ""
    return key[:1].isdecimal() or key in rules.cardinals


def without_shared(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """Leave out the words that both sides have."""
    return [key for key in old if key not in new], [key for key in new if key not in old]


def is_made_active(parts: Sequence[Stretch], sides: Sides) -> bool:
    """Tell a passive made active with its persons left in their places: I was visited by him.

    Its auxiliary and the word before whoever acts are left out, and nothing is put in.
    """
    if any(part.q0 < part.q1 for part in parts):
        return False
    keys = {word.key for part in parts for word in sides.source[part.s0 : part.s1]}
    rules = sides.rules
    return (
        bool(keys & rules.passives)
        and bool(keys & rules.agent_leads)
        and (keys <= rules.passives | rules.agent_leads)
    )
