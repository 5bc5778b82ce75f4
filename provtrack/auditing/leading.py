"""Who acts at the end of some words: the subject that stands right before a verb.

In ‘Larsen “declared that ...”’ it is Larsen who declares. No grammar is consulted; where a
preposition or a genitive stands before a name, or more than light words behind it, nobody is named.
Entry points: `Acting`, `acting_in`, `subject_before`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.taxonomy.person_words import PersonWord, words_in
from provtrack.taxonomy.persons import ARTICLES, Person, person_of, persons_in
from provtrack.text.language_rules import LanguageRules
from provtrack.text.sentences import sentences_of
from provtrack.text.speaking import speaking_of

_LIGHT = 2  # words between who acts and the verb: "Larsen had then"
_OPENING = " \n\"'“„«»‘‹"
_ASIDE = re.compile(r",\s+([^,.;:!?]{3,40}),\s*$")  # Larsen, he said, "would ..."
_PAUSE = re.compile(r"[^\w\s'’.-]")
_CYRILLIC = re.compile("[а-яё]")
_CASES = re.compile(r"(?:[аоуяы]ми?|[еиы]м|[ео]го|[ео]му|[аеёиуыэюя])$")  # but not the first


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts.

    Attributes:
        person: Who is named; None for a pronoun.
        word: The last word of the name, or the pronoun.
        clause: Where its clause begins.
    """

    person: Person | None
    word: PersonWord
    clause: int


def subject_before(lead: str, rules: LanguageRules) -> str:
    """Name whoever acts at the end of an author's words before a quotation; "" if unclear."""
    if rules.words or not lead.strip(_OPENING):
        return ""
    paragraph = lead[lead.rfind("\n\n") + 1 :].rstrip(_OPENING)
    spans = sentences_of(paragraph + " x", rules.language)
    sentence = _without_aside(paragraph[spans[-1].start :], rules)
    acting = acting_in(sentence, persons_in(sentence, rules, often=1), rules)
    return acting.person.words if acting and acting.person else ""


def _without_aside(sentence: str, rules: LanguageRules) -> str:
    """Leave out who says so, between commas."""
    aside = _ASIDE.search(sentence)
    verbs = speaking_of(rules.language).verbs
    is_said = aside and verbs.intersection(word.key for word in words_in(aside[1], rules))
    return sentence[: aside.start()] if aside and is_said else sentence


def acting_in(before: str, persons: Sequence[Person], rules: LanguageRules) -> Acting | None:
    """Read who acts at the end of the words of a sentence.

    Args:
        persons: Who is named in them.
    """
    words = words_in(before, rules)
    at = len(words) - 1
    while at > len(words) - 1 - _LIGHT and at > 0 and _is_light(words[at], rules):
        at -= 1
    if at < 0 or _PAUSE.search(before[words[at].end :]):
        return None
    word = words[at]
    clause = _clause(before, words[: at + 1], rules)
    if word.key in speaking_of(rules.language).pronouns | speaking_of(rules.language).author:
        return Acting(None, word, clause)
    person = next((one for one in persons if one.start < word.end <= one.end), None)
    if person is None and word.is_capital and word.key not in rules.function_words:
        named = person_of(word.text, rules)
        person = named and _moved(named, word)
    if person is None or person.is_owner or not _is_subject(word, rules):
        return None
    return Acting(person, word, clause) if _may_act(before, words, person, rules) else None


def _moved(person: Person, word: PersonWord) -> Person:
    """Give a person of one word the place of the word."""
    return Person(
        start=word.start,
        end=word.end,
        words=person.words,
        names=person.names,
        surname=person.surname,
        offices=person.offices,
    )


def _is_light(word: PersonWord, rules: LanguageRules) -> bool:
    """Tell what may stand between who acts and the verb; the passive turns who acts."""
    is_light = word.key in rules.fillers or word.key in rules.auxiliaries
    return is_light and word.key not in rules.passives


def _is_subject(word: PersonWord, rules: LanguageRules) -> bool:
    """Tell a name in the nominative, where endings tell cases."""
    key = word.key
    if not _CYRILLIC.search(key):
        return True
    return not _CASES.search(key) or key.endswith(("ий", "ый", "ой"))


def _may_act(
    before: str, words: Sequence[PersonWord], person: Person, rules: LanguageRules
) -> bool:
    """Tell whether nothing before a name makes it an object, a genitive or one of several."""
    leads = [one for one in words if one.end <= person.start]
    while leads and leads[-1].key in rules.articles | ARTICLES:
        person_start = leads.pop().start
        if _PAUSE.search(before[person_start : person.start]):
            return True
    if not leads or _PAUSE.search(before[leads[-1].end : person.start]):
        return True
    lead = leads[-1]
    opens = rules.complementizers | rules.conditions | rules.resumptives | rules.fillers
    opens |= rules.adversatives | speaking_of(rules.language).subordinators
    if lead.key in rules.joins:
        return not any(one.is_capital for one in leads[-2:-1])
    return lead.key in opens or lead.key not in rules.function_words


def _clause(before: str, words: Sequence[PersonWord], rules: LanguageRules) -> int:
    """Find where the clause of the last word begins: behind a pause, or behind "that"."""
    start = max((m.end() for m in _PAUSE.finditer(before[: words[-1].start])), default=0)
    opens = rules.complementizers | speaking_of(rules.language).subordinators
    joined = [one.end for one in words[:-1] if one.key in opens]
    return max(start, *joined, 0)
