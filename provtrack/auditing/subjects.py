"""Whether a quotation gives the act of one person to another: ‘Larsen “declared that ...”’.

Where a quotation begins with a verb, the name right before it is its subject, and so is the name or
pronoun right before its passage in the document. Both must be known from the document, and it must
show them to be two. A pronoun may mean whoever is named in its sentence and shortly before.
Entry points: `another_subject`, `AnotherSubject`, `of_another`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from provtrack.auditing.leading import Acting, acting_in
from provtrack.auditing.weighed import Weighed
from provtrack.model.names import Nature
from provtrack.model.quotation import Quotation, Verdict
from provtrack.taxonomy.cast import Cast, cast_of
from provtrack.taxonomy.person_words import PersonWord, words_in
from provtrack.taxonomy.persons import ARTICLES, Person, person_of
from provtrack.taxonomy.saying import AUTHOR
from provtrack.taxonomy.speakers import around, is_another_speaker, may_be_named
from provtrack.taxonomy.turns import REMEMBERED, Turn, turns_of
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.speaking import speaking_of

_BACK = 2  # sentences before that of a pronoun in which whoever it means may be named
_PATRONYMIC = re.compile(r"(?:[оеь]вич|[оеь]вн|o[vw]i[ct][hz]?|e[vw]i[ct][hz]?|o[vw]na|e[vw]na)$")
_LOOK = 60  # code points in which the first word of a passage stands


@dataclass(frozen=True, slots=True)
class AnotherSubject:
    """Who acts in the document, where a publication names another.

    Attributes:
        name: As the document has it.
        is_saying: The quoted verb says something, so that he speaks.
    """

    name: str
    is_saying: bool


def another_subject(
    quotation: Quotation, text: str, start: int, rules: LanguageRules
) -> AnotherSubject | None:
    """Give whoever acts where a passage begins, if it is surely not who is claimed.

    Args:
        start: Of the passage, in the text of the document.
    """
    claimed = quotation.subject
    if not claimed or rules.words or not may_be_named(claimed, text):
        return None
    verb = _first_word(quotation.text, text[start : start + _LOOK], rules)
    if verb is None or not _may_follow_subject(verb, rules):
        return None
    is_saying = verb.key in speaking_of(rules.language).verbs
    near, place = around(text, start)
    name = _another(claimed, near, place, rules)
    if name is None and is_saying:
        name = is_another_speaker(claimed, text, start, rules)
    return AnotherSubject(name, is_saying) if name else None


def _first_word(quoted: str, passage: str, rules: LanguageRules) -> PersonWord | None:
    """Give the word with which both a quotation and its passage begin."""
    ours, theirs = words_in(quoted[:_LOOK], rules)[:1], words_in(passage, rules)[:1]
    is_one = ours and theirs and ours[0].key == theirs[0].key
    return theirs[0] if is_one and not quoted.lstrip().startswith(("[", "…", ".")) else None


def _may_follow_subject(word: PersonWord, rules: LanguageRules) -> bool:
    """Tell a word that may be a verb, or stand before one: no preposition, no "that"."""
    key = word.key
    is_verbal = key in rules.auxiliaries or key in rules.modality or key in rules.negations
    is_near = key in rules.fillers or key in rules.passives
    return is_verbal or is_near or key not in rules.function_words


def _another(claimed: str, text: str, start: int, rules: LanguageRules) -> str | None:
    """Name who acts there; "" if it may be who is claimed, None where nothing tells who acts."""
    turns = turns_of(text, rules.language)
    at = bisect_right(turns, start, key=lambda turn: turn.start) - 1
    who = person_of(claimed, rules)
    if at < 0 or start > turns[at].end or who is None:
        return None
    first = turns[at].start
    persons = [_moved(one, first) for one in turns[at].persons if one.end <= start]
    acting = acting_in(text[first:start], persons, rules)
    if acting is None:
        return None
    cast = cast_of(text, rules.language)
    meant = tuple(dict.fromkeys(_meant(acting, turns[: at + 1], persons, rules)))
    surnames = surnames_in(text, rules.language)
    if not meant or any(not _are_two(cast.known(who), one, cast, surnames) for one in meant):
        return "" if acting.person else None
    named = acting.person or (cast.author if meant[0] is AUTHOR else meant[0])
    return " ".join(named.words.split()) if named else ""


def _moved(person: Person, first: int) -> Person:
    """Count the places of a person from that of his sentence."""
    return replace(person, start=person.start - first, end=person.end - first)


def _meant(
    acting: Acting, turns: Sequence[Turn], persons: Sequence[Person], rules: LanguageRules
) -> Iterator[Person]:
    """List everybody who may act: all who are named in the clause, or whom a pronoun may mean.

    Args:
        turns: Up to that of the sentence.
        persons: Named in the sentence before the verb.
    """
    turn = turns[-1]
    if acting.person is not None:
        yield acting.person
        yield from (one for one in persons if one.is_known and one.start >= acting.clause)
    elif acting.word.key in speaking_of(rules.language).author:
        yield from turn.speakers if turn.is_direct else (AUTHOR,)
    else:
        yield from (one for one in persons if one.is_known)
        yield from turn.speakers
        for earlier in turns[-1 - _BACK : -1]:
            yield from (one for one in earlier.persons if one.is_known)
            yield from earlier.speakers


def _are_two(who: Person, other: Person, cast: Cast, surnames: frozenset[str]) -> bool:
    """Tell whether a document shows two to be two, by what it says or by their surnames."""
    named = cast.author if other is AUTHOR and who is not AUTHOR and cast.author else other
    if cast.are_one(who, other) or cast.are_one(who, named):
        return False
    ours, theirs = (one.surname or _only(one.names) for one in (who, named))
    return cast.are_two(who, other) or surnames.issuperset([ours, theirs])


def _only(names: frozenset[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


@lru_cache(maxsize=REMEMBERED)
def surnames_in(text: str, language: str) -> frozenset[str]:
    """List names that are surnames: behind a title or office, an initial or a forename.

    What stands behind an article alone (the Soviets) is no person. Who is called by a title before
    a forename (King Hussein) or by a patronymic may have another name as well.
    """
    rules, speaking = rules_of(language), speaking_of(language)
    persons = [one for turn in turns_of(text, language) for one in turn.persons]
    surnames, others = set[str](), set[str]()
    for one in (*persons, *cast_of(text, language).listed):
        name = one.surname or _only(one.names)
        first, _, rest = one.words.casefold().partition(" ")
        has_article = first in ARTICLES
        title = (rest.partition(" ")[0] if has_article else first).rstrip(".")
        is_titled = bool(one.offices) or title in rules.courtesies | rules.titles
        if (has_article and not is_titled) or title in speaking.forenamed:
            others.add(name)
        elif (one.is_known and is_titled) or len(one.names) > 1 or one.initials:
            surnames.add(name)
    return frozenset(name for name in surnames - others if not _PATRONYMIC.search(name)) - {""}


def of_another(name: str, claimed: str, start: int) -> Weighed:
    """Weigh an act that a publication gives to another person than the document does."""
    said = f"another person: “{claimed}” for “{name}”"
    return Weighed(Nature.NAME, Verdict.DISTORTED, 0.85, said, (start, start), (0, 0))
