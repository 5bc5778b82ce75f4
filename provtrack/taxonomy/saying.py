"""Who says something in one sentence: the subjects of its verbs of saying.

No grammar is consulted: a subject stands a few light words before its verb ("the Secretary then
said"), or right behind it where the language allows that or a quotation ends before the verb.
Entry points: `Sayings`, `Subject`, `AUTHOR`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.taxonomy.person_words import PersonWord
from provtrack.taxonomy.persons import ARTICLES, Person
from provtrack.text.language_rules import LanguageRules
from provtrack.text.speaking import Speaking

AUTHOR = Person(start=0, end=0, words="")
_GAP = 4  # words between a person and the verb: "the Secretary, however, then said"
_GAP_OF_CHARACTERS = 8  # the same where each character is a word: 大使对部长又说
_LEAD = 8  # words before the colon that opens speech
_HEAD = 2  # words before which a subject stands at the head of its sentence
_CLOSED = re.compile(r"[”\"»“',—–-]\s*$")
_STOP = re.compile(r"[.;:!?()\[\]。；：！？]")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says; nobody where a pronoun stands.

    Attributes:
        is_earlier: It "had said" so, which is told by whoever speaks.
        is_first: At the head of the sentence.
        is_she: The pronoun of a woman.
    """

    person: Person | None
    is_earlier: bool
    is_first: bool
    is_she: bool = False


@dataclass(frozen=True, slots=True)
class Sayings:
    """A sentence with its words and the persons named in it."""

    text: str
    start: int
    words: Sequence[PersonWord]
    persons: tuple[Person, ...]
    rules: LanguageRules
    speaking: Speaking

    def subjects(self) -> list[Subject]:
        """List the subjects of verbs of saying; the author for "I", nobody for a pronoun."""
        found: list[Subject] = []
        for number, word in enumerate(self.words):
            person = self._person_at(word.start)
            if person is not None:
                if person.start == word.start and person.is_known and not person.is_owner:
                    found += self._subject(person, number, self._after(person))
            elif word.key in self.speaking.author:
                found += self._subject(AUTHOR, number, number + 1)
            elif word.key in self.speaking.pronouns:
                found += self._subject(None, number, number + 1)
        return found

    def opening(self) -> Person | None:
        """Give whoever opens the sentence, whatever the verb."""
        first = next((one for one in self.persons if one.is_known), None)
        if first is None or first.is_owner:
            return None
        before = sum(word.end <= first.start for word in self.words)
        return first if before < _HEAD else None

    def opens_speech(self) -> bool:
        """Tell whether a colon ends what says that somebody speaks: "Wang replied: As to ..."."""
        if not any(one.is_first for one in self.subjects()):
            return False
        colon = re.compile("[:：]").search(self.text, self.start, self.words[-1].end + 2)
        before = [word for word in self.words if colon and word.end <= colon.start()]
        return 0 < len(before) <= _LEAD and before[-1].key in self.speaking.verbs

    def is_verbal(self) -> bool:
        """Tell whether a verb of saying opens the sentence: "Said he ...", "Continuing, ..."."""
        return bool(self.words) and self.words[0].key in self.speaking.verbs

    def has(self, verbs: frozenset[str]) -> bool:
        return any(word.key in verbs for word in self.words)

    def _subject(self, person: Person | None, number: int, after: int) -> list[Subject]:
        """Make a subject of a person if a verb of saying goes with it."""
        verb = self._verb_after(after)
        if verb is None and not (person and person is not AUTHOR and self._is_said_by(person)):
            return []
        between = [word.key for word in self.words[after:verb]] if verb is not None else []
        is_earlier = any(key in self.speaking.earlier for key in between)
        is_she = self.words[number].key in self.speaking.of_women
        return [Subject(person, is_earlier, self._is_at_head(number), is_she)]

    def _after(self, person: Person) -> int:
        """Give the number of the word behind a person."""
        behind = (n for n, word in enumerate(self.words) if word.start >= person.end)
        return next(behind, len(self.words))

    def _person_at(self, place: int) -> Person | None:
        return next((one for one in self.persons if one.start <= place < one.end), None)

    def _verb_after(self, first: int) -> int | None:
        """Find a verb of saying behind a few light words."""
        gap = _GAP_OF_CHARACTERS if self.rules.words else _GAP
        for number in range(first, min(first + gap, len(self.words))):
            word = self.words[number]
            if not self._may_lead(word) or self._has_stop(first, number):
                return None
            if word.key in self.speaking.verbs:
                return number
            if not self.rules.words and self._person_at(word.start) is not None:
                return None
        return None

    def _may_lead(self, word: PersonWord) -> bool:
        """Tell whether a word may stand between who says and the verb, or be the verb."""
        rules = self.rules
        if word.key in rules.passives or word.key in rules.modality:
            return False
        is_light = word.key in rules.fillers or word.key in rules.auxiliaries or rules.words
        return bool(is_light) or word.key not in rules.function_words

    def _has_stop(self, first: int, last: int) -> bool:
        """Tell whether a full stop or bracket stands between words."""
        start, end = self.words[max(0, first - 1)].end, self.words[last].start
        return bool(_STOP.search(self.text, start, end))

    def _is_said_by(self, person: Person) -> bool:
        """Tell whether somebody stands right behind a verb of saying."""
        before = [word for word in self.words if word.end <= person.start][-2:]
        if before and before[-1].key in self.rules.articles | ARTICLES:
            before.pop()
        if not before or before[-1].key not in self.speaking.verbs:
            return False
        if "," in self.text[before[-1].end : person.start]:
            return False
        lead = self.text[self.start : before[-1].start]
        return self.speaking.inverts or bool(_CLOSED.search(lead))

    def _is_at_head(self, number: int) -> bool:
        """Tell whether a word opens the sentence, but for an article or an adverb."""
        before = {word.key for word in self.words[:number]}
        heavy = self.rules.function_words - self.rules.fillers - self.rules.articles - ARTICLES
        return number < _HEAD and not heavy & before
