"""Who speaks in each sentence of a document, as far as its words tell.

A sentence belongs to whoever is named in it as the subject of a verb of saying; one without such a
subject, or with a pronoun for it ("He added"), to whoever spoke before. After a question both who
asked and who was asked may speak. A label before a colon ("KHRUSHCHEV:") opens direct speech. Where
several may be meant, all are kept: a turn lists everybody to whom its words may be ascribed.
Entry points: `turns_of`, `Turn`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from provtrack.model.text import Paragraph
from provtrack.taxonomy.person_words import han_names, words_in
from provtrack.taxonomy.persons import OFTEN, Person, persons_in
from provtrack.taxonomy.saying import AUTHOR, Sayings, Subject
from provtrack.taxonomy.spoken import Marks, begins_spoken, marks_in
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.paragraphs import paragraphs_of
from provtrack.text.sentences import sentences_of
from provtrack.text.speaking import Speaking, speaking_of

REMEMBERED = 32  # documents
_LABEL = re.compile(r"\s*(?:[\d]{1,3}[.)]\s+)?([^\W\d_][^:：\n]{0,48}?)\s*[:：](?=\s|[^\x00-\x7f])")
_INITIALS = re.compile(r"(?:[^\W\d_a-zа-яё]\.?\s?){1,4}")
_WORDS = re.compile(r"[^\W\d_]+")
_LEAST_LABELS = 2  # times a label stands, and labels a transcript has
_RECORD = 3  # one paragraph in so many names who speaks, in a record of a conversation
_LEAST_TURNS = 3
_LONG = 40  # code points of a paragraph that is no heading
_LONG_OF_CHARACTERS = 12
_STOPS = tuple(".!?…”»\"')]。！？」")


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence and everybody to whom its words may be ascribed; nobody where that is open.

    Attributes:
        persons: Whoever is named in it.
        is_asking, is_telling: Its speaker asks or addresses somebody, who may speak next.
        is_direct: In direct speech, where "I" is the speaker.
    """

    start: int
    end: int
    speakers: tuple[Person, ...]
    persons: tuple[Person, ...]
    is_asking: bool = False
    is_telling: bool = False
    is_direct: bool = False


@lru_cache(maxsize=REMEMBERED)
def turns_of(text: str, language: str, *, often: int = OFTEN) -> tuple[Turn, ...]:
    """Tell who speaks in each sentence of a document, in order; gaps belong to nobody.

    Args:
        often: How often a name without a title has to say something before it is known.
    """
    rules, speaking = rules_of(language), speaking_of(language)
    if not speaking.verbs or not speaking.offices:
        return ()
    return tuple(_Reader(text, rules, speaking, often).turns())


@dataclass(slots=True)
class _Reader:
    """Reads a document from the top.

    Attributes:
        before: Whoever may go on speaking.
        others: Whoever spoke last and is not the author of the document.
        quoted: Whose words the last sentence gave between quotation marks.
    """

    text: str
    rules: LanguageRules
    speaking: Speaking
    often: int
    persons: Sequence[Person] = field(init=False)
    han: frozenset[str] = field(init=False)
    before: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    last: Turn | None = None
    is_direct: bool = False
    quoted: tuple[Person, ...] = ()

    def __post_init__(self) -> None:
        self.persons = persons_in(self.text, self.rules, often=self.often)
        self.han = han_names(self.text, self.rules)

    def turns(self) -> Iterator[Turn]:
        labels = _labels_of(self.text)
        is_record = bool(labels) or self._is_record()
        for paragraph in paragraphs_of(self.text):
            at = paragraph.span.start
            self._open(paragraph, at, labels)
            marks = marks_in(paragraph.text)
            for span in sentences_of(paragraph.text, self.rules.language):
                turn = self._turn(at + span.start, at + span.end, may_go_on=is_record)
                yield self._between_marks(turn, paragraph, marks)

    def _open(self, paragraph: Paragraph, at: int, labels: frozenset[str]) -> None:
        """Read the label of a paragraph, or the end of direct speech."""
        label = _LABEL.match(paragraph.text)
        if label and label[1] in labels:
            self.before, self.is_direct = (self._labelled(label, at),), True
        elif label and label[1].casefold() in self.speaking.remarks:
            self.before, self.is_direct = (), False
        elif self.is_direct and not labels:
            self.is_direct = not self._ends_speech(paragraph, at)

    def _ends_speech(self, paragraph: Paragraph, at: int) -> bool:
        """Tell whether a paragraph goes back to telling: its first words name who speaks."""
        span = sentences_of(paragraph.text, self.rules.language)[0]
        subjects = self._sayings(at + span.start, at + span.end).subjects()
        return bool(subjects) and subjects[0].is_first and subjects[0].person not in (None, AUTHOR)

    def _labelled(self, label: re.Match[str], at: int) -> Person:
        """Make a person of a label, also of initials."""
        start, end = at + label.start(1), at + label.end(1)
        found = [one for one in self.persons if start <= one.start and one.end <= end]
        names = frozenset([label[1].casefold().strip(". ")])
        return found[0] if found else Person(start=start, end=end, words=label[1], names=names)

    def _sayings(self, start: int, end: int) -> Sayings:
        words = words_in(self.text[start:end], self.rules, start, self.han)
        first, last = (bisect_left(self.persons, at, key=_start_of) for at in (start, end))
        persons = tuple(self.persons[first:last])
        return Sayings(self.text, start, words, persons, self.rules, self.speaking)

    def _turn(self, start: int, end: int, *, may_go_on: bool) -> Turn:
        """Read one sentence, and remember who may go on."""
        sentence = self._sayings(start, end)
        speakers = self._speakers(sentence, may_go_on=may_go_on)
        self.last = Turn(
            start,
            end,
            tuple(dict.fromkeys(speakers)),
            sentence.persons,
            is_asking=sentence.has(self.speaking.asking),
            is_telling=sentence.has(self.speaking.telling),
            is_direct=self.is_direct,
        )
        return self.last

    def _between_marks(self, turn: Turn, paragraph: Paragraph, marks: Marks) -> Turn:
        """Give words between quotation marks to whoever spoke those before them.

        They go on over sentences and paragraphs; one that names who speaks is not changed.
        """
        start, end = (place - paragraph.span.start for place in (turn.start, turn.end))
        goes_on = marks.are_open(start) or begins_spoken(paragraph.text[start:end])
        is_named = any(one is not AUTHOR for one in turn.speakers)
        if goes_on and self.quoted and not self.is_direct and not self._names_speaker(turn):
            turn = replace(turn, speakers=self.quoted, is_direct=True)
            self.before, self.last = self.quoted, turn
        is_open = marks.are_open(end) or (goes_on and bool(self.quoted))
        is_sure = (len(turn.speakers) == 1 and is_named) or turn.is_direct
        self.quoted = turn.speakers if is_open and is_sure else ()
        return turn

    def _names_speaker(self, turn: Turn) -> bool:
        subjects = self._sayings(turn.start, turn.end).subjects()
        return any(one.person not in (None, AUTHOR) for one in subjects)

    def _speakers(self, sentence: Sayings, *, may_go_on: bool) -> tuple[Person, ...]:
        """Tell to whom a sentence may be ascribed, and keep who goes on."""
        subjects = sentence.subjects()
        named = tuple(one.person for one in subjects if one.person is not None)
        speaking = [one for one in subjects if not one.is_earlier]
        if self.is_direct and not sentence.opens_speech():
            return (*self.before, *(one for one in named if one is not AUTHOR))
        if speaking and speaking[0].person is not None:
            first = speaking[0].person
            self.before = (first,) if speaking[0].is_first else named
            self._remember(first)
            self.is_direct = sentence.opens_speech()
            return named
        pronoun = speaking[0] if speaking else None
        if not pronoun and not sentence.is_verbal() and not may_go_on:
            return ()
        opening = None if pronoun and pronoun.is_first else sentence.opening()
        self.before = (*self._going_on(pronoun), *((opening,) if opening else ()))
        if len(self.before) == 1:
            self._remember(self.before[0])
        return (*self.before, *named)

    def _remember(self, person: Person) -> None:
        if person is not AUTHOR:
            self.others = (person,)

    def _going_on(self, pronoun: Subject | None) -> tuple[Person, ...]:
        """List whoever may speak on after the last sentence."""
        going, last = self.before, self.last
        named = tuple(one for one in last.persons if one.is_known) if last else ()
        if last is not None and (last.is_asking or (pronoun and last.is_telling)):
            going = (*going, *named)
        if AUTHOR in going and pronoun:
            going = (*self.others, *named)
        if pronoun and (pronoun.is_she or any(one.is_lady for one in going)):
            going = tuple(one for one in (*going, *named) if one.is_lady == pronoun.is_she)
        return tuple(dict.fromkeys(going))

    def _is_record(self) -> bool:
        """Tell a record of a conversation: many paragraphs name who speaks, and several speak."""
        least = _LONG_OF_CHARACTERS if self.rules.words else _LONG
        long = [one for one in paragraphs_of(self.text) if _is_prose(one.text, least)]
        naming, speaking = 0, set[frozenset[str]]()
        for paragraph in long:
            at = paragraph.span.start
            span = sentences_of(paragraph.text, self.rules.language)[0]
            subjects = self._sayings(at + span.start, at + span.end).subjects()
            persons = [one.person for one in subjects if one.person is not None]
            naming += bool(persons)
            speaking |= {one.names or one.offices for one in persons}
        return naming >= _LEAST_TURNS and naming * _RECORD >= len(long) and len(speaking) > 1


def _start_of(person: Person) -> int:
    return person.start


def _is_prose(text: str, least: int) -> bool:
    return len(text) >= least and text.rstrip().endswith(_STOPS)


def _labels_of(text: str) -> frozenset[str]:
    """List the labels of a transcript: names or initials that open several paragraphs."""
    found = (_LABEL.match(one.text) for one in paragraphs_of(text))
    counts = Counter(label[1] for label in found if label and _may_be_label(label[1]))
    several = {label for label, count in counts.items() if count >= _LEAST_LABELS}
    return frozenset(counts) if len(several) >= _LEAST_LABELS else frozenset()


def _may_be_label(words: str) -> bool:
    """Tell a name, an office or initials from any other words before a colon."""
    parts = _WORDS.findall(words)
    return bool(_INITIALS.fullmatch(words)) or all(not part[0].islower() for part in parts)
