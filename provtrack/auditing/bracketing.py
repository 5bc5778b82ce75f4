"""What words in brackets weigh, beside those of the source that they take the place of.

Brackets declare that something was changed, not that the change is sound. A pronoun may be named
there, a tense fitted, a word explained; another figure, day, share, name or contrary distorts,
brackets or not. Entry points: `weigh_declared`, `IN_BRACKETS`.
"""

from collections.abc import Sequence

from provtrack.auditing.governing import HEDGE
from provtrack.auditing.pairing import Stretch
from provtrack.auditing.quoted import Word
from provtrack.auditing.sides import Sides
from provtrack.auditing.weighed import Weighed
from provtrack.model.edits import Edit, EditKind, Place
from provtrack.model.names import Nature
from provtrack.model.quotation import Verdict
from provtrack.taxonomy import classify
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.romanisation import may_be_one_name

IN_BRACKETS = "in brackets"  # of words that brackets put in, or put for others
_SURER = 2  # by which one certainty is stronger than another
_VALUES = frozenset([Nature.FIGURE, Nature.DATE])


def weigh_declared(part: Stretch, sides: Sides) -> Weighed:
    """Weigh words in brackets against those they take the place of."""
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    spans = sides.spans(part)
    found = _distorted(old, new, sides)
    if found is None and old and all(word.is_inserted for word in new):
        found = _another_value(part, sides)
    if found is not None:
        nature, sure, said = found
        return Weighed(nature, Verdict.DISTORTED, sure, said, *spans, is_declared=True)
    plain = [word for word in new if not word.is_inserted]
    if plain and len(plain) > len(old):
        said = "words added beside those in brackets"
        return Weighed(Nature.CONTENT, Verdict.DISTORTED, 0.6, said, *spans)
    return Weighed(Nature.BRACKET, Verdict.EDITORIAL, 0.95, IN_BRACKETS, *spans, is_declared=True)


def _distorted(
    old: Sequence[Word], new: Sequence[Word], sides: Sides
) -> tuple[Nature, float, str] | None:
    """Name what the words in brackets turn: a negation, a hedge, a contrary, a name."""
    rules = sides.rules
    theirs, ours = [word.key for word in old], [word.key for word in new]
    if sum(is_negation(key, rules) for key in theirs) != sum(is_negation(k, rules) for k in ours):
        return Nature.NEGATION, 0.85, "the words in brackets add or take away a negation"
    if new and _hedges(theirs, rules) and not _hedges(ours, rules):
        return Nature.MODALITY, 0.7, "the words in brackets take the place of a hedge"
    sure = [max((rules.modality[k] for k in keys if k in rules.certainties), default=0)
            for keys in (theirs, ours)]  # fmt: skip
    if all(sure) and abs(sure[0] - sure[1]) >= _SURER:
        return Nature.MODALITY, 0.8, "in brackets, surer or less sure than the source"
    for key in theirs:
        against = rules.opposites.get(key, frozenset()).intersection(ours)
        if against:
            return Nature.WORDING, 0.8, f"{min(against)} in brackets in the place of {key}"
    if _is_another_name(old, new, sides):
        return Nature.NAME, 0.6, "another name in brackets"
    return None


def _another_value(part: Stretch, sides: Sides) -> tuple[Nature, float, str] | None:
    """Name another figure, day or share in brackets; what only spells one out is none.

    A time told from the day of the document (last year) may be made plain.
    """
    (s0, s1), (q0, q1) = sides.spans(part)
    edit = Edit(EditKind.REPLACE, Place(0, s0, s1), Place(0, q0, q1))
    changes = classify(
        [edit], [sides.text], [sides.quoted.text], positions=([0], [0]),
        language=sides.rules.language,
    )  # fmt: skip
    words = [word.key for word in sides.source[part.s0 : part.s1]]
    for change in changes:
        is_value = change.nature in _VALUES and any(_is_value(key, sides.rules) for key in words)
        is_share = change.nature is Nature.QUANTIFIER and bool(change.base.text.strip())
        if is_value or (is_share and bool(change.witness.text.strip())):
            return change.nature, 0.8, f"{change.explanation}, in brackets"
    return None


def _is_value(key: str, rules: LanguageRules) -> bool:
    """Tell a word that is a number or a name of the calendar."""
    tables = (rules.cardinals, rules.ordinals, rules.fractions, rules.months, rules.weekdays)
    return any(map(str.isdecimal, key)) or any(key in table for table in tables)


def _is_another_name(old: Sequence[Word], new: Sequence[Word], sides: Sides) -> bool:
    """Tell a name in brackets that takes the place of another: [Kennedy] for Khrushchev.

    Titles, offices and abbreviations may be made plain in brackets, and pronouns named.
    """
    rules = sides.rules
    if not old or not new or not rules.capitals_mark_names:
        return False
    if not all(word.is_inserted for word in new) or not all(map(_is_name, (*old, *new))):
        return False
    roles = rules.titles | rules.institutions | rules.function_words | rules.persons.keys()
    if any(word.key in roles or word.key in rules.abbreviations for word in (*old, *new)):
        return False
    before = sides.text[: old[0].start].rstrip()[-1:]
    opens = not before or before in ".!?:"
    if opens and len(old) == 1:
        return False  # any word has a capital there
    if "".join(word.key for word in new).startswith(old[0].key):
        return False
    return not any(may_be_one_name(one.key, other.key) for one in old for other in new)


def _is_name(word: Word) -> bool:
    text = word.text.strip("[]")
    return text[:1].isupper() and not text.isupper()


def _hedges(keys: Sequence[str], rules: LanguageRules) -> bool:
    return any(rules.modality.get(key, 10) <= HEDGE for key in keys)
