"""Reported speech without marks: "he said that ...", "according to him, ...".

No grammar is consulted. A clause retells if a verb of saying or thinking governs it: through
"that", with the addressee between ("told the ambassador that"), or without it where the language
allows that and somebody stands right before the verb ("Nehru thought Liu supported it"); or if a
lead opens the sentence ("according to"). What is denied or not said ("he did not say that") is no
claim.
Entry points: `claims_of`; `sentences_as_claims` for an abstract, all of which retells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.auditing.quoted import Word, words_of
from provtrack.model.text import Span
from provtrack.taxonomy.senses import is_negation
from provtrack.taxonomy.speakers import names_in, speakers_in
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.retelling import Retelling, retelling_of
from provtrack.text.sentences import sentences_of

_QUOTES = frozenset('"“”„«»「」『』')
_BREAKS = frozenset(",;:—()，；：")
_ADDRESSEE = 7  # words between a verb and its "that": "told the Indian Foreign Minister that"
_LONGEST_LEAD = 4  # words: "in the opinion of"
_LEAD_ENDS = 12  # words within which the comma after a lead stands
_LEAST = 2  # words of a clause after "that"
_LEAST_BARE = 5  # of one without: fewer may be an object ("told the envoy the truth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a publication says that somebody said, in its own words.

    Attributes:
        span: In the text it was found in.
        speaker: The words before the verb of saying; or empty.
    """

    span: Span
    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its words; `gap` is what stands between two of them."""

    text: str
    words: Sequence[Word]
    rules: LanguageRules
    retelling: Retelling

    def gap(self, at: int) -> str:
        return self.text[self.words[at - 1].end : self.words[at].start] if at else ""

    def is_broken(self, first: int, last: int) -> bool:
        """Tell whether a comma or the like stands between words."""
        return any(_BREAKS & set(self.gap(at)) for at in range(first + 1, last + 1))


def claims_of(text: str, *, language: str) -> tuple[Claim, ...]:
    """Find reported speech without marks.

    Returns:
        Claims in order, at most one a sentence, each from its first word to the end of the
        sentence; none where quotation marks stand in it.
    """
    rules, retelling = rules_of(language), retelling_of(language)
    found = []
    for place in sentences_of(text, language):
        words = words_of(text[place.start : place.end], rules)
        sentence = _Sentence(text[place.start : place.end], words, rules, retelling)
        begins = next(_beginnings(sentence), None)
        if begins is None:
            continue
        first, until = begins
        span = Span(place.start + words[first].start, place.end)
        if not _QUOTES & set(text[span.start : span.end]):
            names = names_in(text[place.start : place.start + until])
            speaker = (
                names[-1] if names and names[-1].casefold() not in rules.function_words else ""
            )
            found.append(Claim(span=span, text=text[span.start : span.end], speaker=speaker))
    return tuple(found)


def sentences_as_claims(text: str, *, language: str) -> tuple[Claim, ...]:
    """Take every sentence for a claim, said by whoever is named before a verb of saying."""
    rules = rules_of(language)
    found = []
    for place in sentences_of(text, language):
        words = text[place.start : place.end]
        speakers = speakers_in(words, rules)
        found.append(Claim(span=place, text=words, speaker=speakers[-1] if speakers else ""))
    return tuple(found)


def _beginnings(sentence: _Sentence) -> Iterator[tuple[int, int]]:
    """Give the first word of each retold clause, and where the words for the speaker end."""
    lead = _after_lead(sentence)
    if lead is not None:
        yield lead, sentence.words[lead].start
    for at, word in enumerate(sentence.words):
        if not _retells(word, sentence) or _is_denied(at, sentence):
            continue
        first = _after_that(at, sentence)
        if first is None:
            first = _bare(at, sentence)
        if first is not None:
            yield first, word.start


def _retells(word: Word, sentence: _Sentence) -> bool:
    return word.key in sentence.rules.attributions or word.key in sentence.retelling.verbs


def _is_denied(at: int, sentence: _Sentence) -> bool:
    """Tell whether what follows a verb is not said: "denied that", "did not say that"."""
    if sentence.words[at].key in sentence.retelling.denials:
        return True
    first = at
    while first and not _BREAKS & set(sentence.gap(first)):
        first -= 1
    before = [word.key for word in sentence.words[first:at]]
    return any(is_negation(key, sentence.rules) for key in before)


def _after_that(at: int, sentence: _Sentence) -> int | None:
    """Find the clause behind "that"; only its own comma may stand between verb and "that"."""
    words, joining = sentence.words, sentence.rules.complementizers
    if not joining:
        return at + 1 if at and at + 1 + _LEAST <= len(words) else None
    for place in range(at + 1, min(at + 1 + _ADDRESSEE, len(words) - _LEAST)):
        if sentence.is_broken(at, place - 1) or _retells(words[place], sentence):
            return None
        if words[place].key in joining:
            return place + 1
    return None


def _bare(at: int, sentence: _Sentence) -> int | None:
    """Find a clause without "that": somebody, the verb, and who or what the clause is about."""
    words, rules = sentence.words, sentence.rules
    beginning = sentence.retelling.bare
    if not beginning or not at or at + _LEAST_BARE >= len(words):
        return None
    who, about = words[at - 1], words[at + 1]
    is_begun = about.key in rules.persons or about.key in beginning or about.text[0].isupper()
    is_somebody = who.key in rules.persons or who.text[0].isupper()
    is_office = who.key not in rules.function_words and at > 1
    if not is_begun or not (is_somebody or is_office) or sentence.is_broken(at - 1, at):
        return None
    return at + 1


def _after_lead(sentence: _Sentence) -> int | None:
    """Find the clause after a lead: "according to Nehru, ..."; names may end it as well."""
    words = sentence.words
    keys = [word.key for word in words[: _LONGEST_LEAD + 1]]
    length = next(
        (
            n
            for n in range(_LONGEST_LEAD, 1, -1)
            if " ".join(keys[:n]) in sentence.rules.attributions
        ),
        0,
    )
    for at in range(length, min(length + _LEAD_ENDS, len(words) - _LEAST)) if length else ():
        if at > length and _BREAKS & set(sentence.gap(at)):
            return at
    return None
