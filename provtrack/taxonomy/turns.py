"""Who speaks in each sentence of a document, as far as its words tell.

A sentence belongs to whoever is named in it as the subject of a verb of saying; one without such a
subject, or with a pronoun for it ("He added"), to whoever spoke before. After a question both who
asked and who was asked may speak. A label before a colon ("KHRUSHCHEV:") opens direct speech. Where
several may be meant, all are kept: a turn lists everybody to whom its words may be ascribed.
Entry points: `turns_of`, `Turn`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from provtrack.taxonomy.persons import WORD, Person, persons_in
from provtrack.model.text import Paragraph
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.paragraphs import paragraphs_of
from provtrack.text.sentences import sentences_of
from provtrack.text.speaking import Speaking, speaking_of

REMEMBERED = 32  # documents
_LEAD = 8  # words before the colon that opens speech
_GAP = 4  # words between a person and the verb: "the Secretary, however, then said"
_LABEL = re.compile(r"\s*(?:[\d]{1,3}[.)]\s+)?([^\W\d_][^:：\n]{0,48}?)\s*[:：](?=\s|[^\x00-\x7f])")
_INITIALS = re.compile(r"(?:[^\W\d_a-zа-яё]\.?\s?){1,4}")
_LEAST_LABELS = 2  # times a label stands, and labels a transcript has
_CLOSED = re.compile(r"[”\"»“',—–-]\s*$")
_SENTENCE_START = 2  # words before somebody who may open a sentence
_RECORD = 3  # one paragraph in so many names who speaks, in a record of a conversation
_LEAST_TURNS = 3
_LONG = 100  # code points of a paragraph that is no heading
AUTHOR = Person(start=0, end=0, words="")


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence and everybody to whom its words may be ascribed; nobody where that is open.

    Attributes:
        persons: Whoever is named in it.
        is_direct: In direct speech, where "I" is the speaker.
        is_asking, is_telling: Its speaker asks or addresses somebody, who may speak next.
    """

    start: int
    end: int
    speakers: tuple[Person, ...]
    persons: tuple[Person, ...]
    is_asking: bool = False
    is_telling: bool = False
    is_direct: bool = False


@lru_cache(maxsize=REMEMBERED)
def turns_of(text: str, language: str) -> tuple[Turn, ...]:
    """Tell who speaks in each sentence of a document, in order; gaps belong to nobody."""
    rules = rules_of(language)
    speaking = speaking_of(language)
    if not speaking.verbs or not speaking.offices:
        return ()
    return tuple(_Reader(text, rules, speaking).turns())


@dataclass(slots=True)
class _Reader:
    """Reads a document from the top; `before` is whoever may go on speaking."""

    text: str
    rules: LanguageRules
    speaking: Speaking
    persons: Sequence[Person] = field(init=False)
    before: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    last: Turn | None = None
    is_direct: bool = False

    def __post_init__(self) -> None:
        self.persons = persons_in(self.text, self.rules)

    def turns(self) -> Iterator[Turn]:
        labels = _labels_of(self.text)
        is_record = bool(labels) or _is_record(self)
        for paragraph in paragraphs_of(self.text):
            at = paragraph.span.start
            label = _LABEL.match(paragraph.text)
            if label and label[1] in labels:
                self.before, self.is_direct = (self._labelled(label, at),), True
            elif label and label[1].casefold() in self.speaking.remarks:
                self.before, self.is_direct = (), False
            elif self.is_direct and not labels:
                self.is_direct = not self._ends_speech(paragraph, at)
            for number, span in enumerate(sentences_of(paragraph.text, self.rules.language)):
                may_go_on = is_record or number > 0
                yield self._turn(at + span.start, at + span.end, may_go_on=may_go_on)

    def _ends_speech(self, paragraph: Paragraph, at: int) -> bool:
        """Tell whether a paragraph goes back to telling: its first words name who speaks."""
        span = sentences_of(paragraph.text, self.rules.language)[0]
        subjects = _sentence(self, at + span.start, at + span.end).subjects()
        return bool(subjects) and subjects[0].is_first and subjects[0].person not in (None, AUTHOR)

    def _labelled(self, label: re.Match[str], at: int) -> Person:
        """Make a person of a label, also of initials."""
        start, end = at + label.start(1), at + label.end(1)
        found = [one for one in self.persons if start <= one.start and one.end <= end]
        names = frozenset([label[1].casefold().strip(". ")])
        return found[0] if found else Person(start=start, end=end, words=label[1], names=names)

    def _turn(self, start: int, end: int, *, may_go_on: bool) -> Turn:
        """Read one sentence, and remember who may go on."""
        sentence = _sentence(self, start, end)
        speakers = self._speakers(sentence, may_go_on=may_go_on)
        asking = sentence.has(self.speaking.asking), sentence.has(self.speaking.telling)
        turn = Turn(
            start, end, tuple(dict.fromkeys(speakers)), sentence.persons, *asking, self.is_direct
        )
        self.last = turn
        return turn

    def _speakers(self, sentence: "_Sentence", *, may_go_on: bool) -> tuple[Person, ...]:
        """Tell to whom a sentence may be ascribed, and keep who goes on."""
        subjects = sentence.subjects()
        named = tuple(one.person for one in subjects if one.person is not None)
        speaking = [one for one in subjects if not one.is_earlier]
        if self.is_direct and not sentence.opens_speech():
            return (*self.before, *(one for one in named if one is not AUTHOR))
        if speaking and speaking[0].person is not None:
            first = speaking[0].person
            self.before = (first,) if speaking[0].is_first else named
            if first is not AUTHOR:
                self.others = (first,)
            self.is_direct = sentence.opens_speech()
            return named
        has_pronoun = bool(speaking)
        if not has_pronoun and not sentence.is_verbal() and not may_go_on:
            return ()
        opening = None if has_pronoun and speaking[0].is_first else sentence.opening()
        self.before = (*self._going_on(has_pronoun=has_pronoun), *((opening,) if opening else ()))
        return (*self.before, *named)

    def _going_on(self, *, has_pronoun: bool) -> tuple[Person, ...]:
        """List whoever may speak on after the last sentence."""
        going, last = self.before, self.last
        if last is not None and (last.is_asking or (has_pronoun and last.is_telling)):
            going = (*going, *(one for one in last.persons if one.is_known))
        if AUTHOR in going and has_pronoun:
            going = (*self.others, *(one for one in (last.persons if last else ()) if one.is_known))
        return tuple(dict.fromkeys(going))


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who says; nobody where a pronoun stands. `is_first`: at the head of the sentence."""

    person: Person | None
    is_earlier: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words (key, start, end) and the persons named in it."""

    reader: _Reader
    start: int
    words: Sequence[tuple[str, int, int]]
    persons: tuple[Person, ...]

    def subjects(self) -> list[_Subject]:
        """List the subjects of verbs of saying; the author for "I", nobody for a pronoun."""
        speaking = self.reader.speaking
        found: list[_Subject] = []
        for number, (key, start, _) in enumerate(self.words):
            named = self._person_at(start)
            if named is not None and named.start == start and named.is_known:
                after = next((n for n, w in enumerate(self.words) if w[1] >= named.end), None)
                verb = None if after is None or named.is_owner else self._verb_after(after)
                if verb is not None or self._is_said_by(named):
                    is_earlier = verb is not None and self._is_earlier(after, verb)
                    found.append(_Subject(named, is_earlier, self._is_at_head(number)))
            elif key in speaking.author | speaking.pronouns:
                verb = self._verb_after(number + 1)
                if verb is not None:
                    who = AUTHOR if key in speaking.author else None
                    is_earlier = self._is_earlier(number + 1, verb)
                    found.append(_Subject(who, is_earlier, self._is_at_head(number)))
        return found

    def _is_at_head(self, number: int) -> bool:
        """Tell whether a word opens the sentence, but for an article or an adverb."""
        rules = self.reader.rules
        before = [word[0] for word in self.words[:number]]
        light = rules.function_words - rules.fillers - rules.articles - _ARTICLES
        return len(before) < _SENTENCE_START and not light & set(before)

    def _is_earlier(self, first: int | None, verb: int) -> bool:
        """Tell what somebody "had said" from what is said now."""
        return any(word[0] in self.reader.speaking.earlier for word in self.words[first:verb])

    def _person_at(self, place: int) -> Person | None:
        return next((one for one in self.persons if one.start <= place < one.end), None)

    def _verb_after(self, first: int) -> int | None:
        """Find a verb of saying behind a few light words."""
        rules = self.reader.rules
        for number in range(first, min(first + _GAP, len(self.words))):
            key, start, _ = self.words[number]
            is_not_said = key in rules.passives or key in rules.modality
            if is_not_said or self._has_stop(first, number):
                return None
            if key in self.reader.speaking.verbs:
                return number
            is_light = key in rules.fillers or key in rules.auxiliaries
            if self._person_at(start) is not None or (key in rules.function_words and not is_light):
                return None
        return None

    def _has_stop(self, first: int, last: int) -> bool:
        """Tell whether a full stop or bracket stands between words."""
        text = self.reader.text[self.words[max(0, first - 1)][2] : self.words[last][1]]
        return bool(re.search(r"[.;:!?()\[\]。；：！？]", text))

    def _is_said_by(self, person: Person) -> bool:
        """Tell whether somebody stands right behind a verb of saying."""
        before = [word for word in self.words if word[2] <= person.start][-2:]
        if before and before[-1][0] in self.reader.rules.articles | _ARTICLES:
            before.pop()
        if not before or before[-1][0] not in self.reader.speaking.verbs:
            return False
        if "," in self.reader.text[before[-1][2] : person.start]:
            return False
        lead = self.reader.text[self.start : before[-1][1]]
        return self.reader.speaking.inverts or bool(_CLOSED.search(lead))

    def opening(self) -> Person | None:
        """Give whoever opens the sentence, whatever the verb."""
        first = next((one for one in self.persons if one.is_known), None)
        before = sum(1 for word in self.words if first and word[2] <= first.start)
        is_open = first is not None and before < _SENTENCE_START and not first.is_owner
        return first if is_open else None

    def opens_speech(self) -> bool:
        """Tell whether a colon ends what says that somebody speaks: "Wang replied: As to ..."."""
        subject = next((one for one in self.subjects() if one.is_first), None)
        if subject is None:
            return False
        text, end = self.reader.text, self.words[-1][2]
        colon = text.find(":", self.start, end + 2)
        before = WORD.findall(text[self.start : colon]) if colon >= 0 else []
        return 0 < len(before) <= _LEAD and before[-1].casefold() in self.reader.speaking.verbs

    def is_verbal(self) -> bool:
        """Tell whether a verb of saying opens the sentence: "Said he ...", "Continuing, ..."."""
        return bool(self.words) and self.words[0][0] in self.reader.speaking.verbs

    def has(self, verbs: frozenset[str]) -> bool:
        return any(word[0] in verbs for word in self.words)


def _sentence(reader: _Reader, start: int, end: int) -> _Sentence:
    words = [
        (m[0].rstrip(".").casefold(), start + m.start(), start + m.end())
        for m in WORD.finditer(reader.text[start:end])
    ]
    persons = tuple(one for one in reader.persons if start <= one.start < end)
    return _Sentence(reader, start, words, persons)


_ARTICLES = frozenset("the der die le la l' el il".split())  # noqa: SIM905


def _labels_of(text: str) -> frozenset[str]:
    """List the labels of a transcript: names or initials that open several paragraphs."""
    found = (_LABEL.match(one.text) for one in paragraphs_of(text))
    counts = Counter(label[1] for label in found if label and _may_be_label(label[1]))
    several = {label for label, count in counts.items() if count >= _LEAST_LABELS}
    return frozenset(counts) if len(several) >= _LEAST_LABELS else frozenset()


def _may_be_label(words: str) -> bool:
    """Tell a name, an office or initials from any other words before a colon."""
    parts = WORD.findall(words)
    return bool(_INITIALS.fullmatch(words)) or all(part[0].isupper() for part in parts)


def _is_record(reader: _Reader) -> bool:
    """Tell a record of a conversation: many paragraphs name who speaks, and several speak."""
    long = [one for one in paragraphs_of(reader.text) if len(one.text) >= _LONG]
    naming, speaking = 0, set[frozenset[str]]()
    for paragraph in long:
        span = sentences_of(paragraph.text, reader.rules.language)[0]
        start, end = paragraph.span.start + span.start, paragraph.span.start + span.end
        subjects = [one.person for one in _sentence(reader, start, end).subjects() if one.person]
        naming += bool(subjects)
        speaking |= {one.names or one.offices for one in subjects}
    return naming >= _LEAST_TURNS and naming * _RECORD >= len(long) and len(speaking) > 1
