"""Where in a sentence reported speech begins and ends, and which words name who speaks.

Forms, in the order they are tried: a lead ("according to Nehru, ...", "laut Nehru ..."), a word
behind whoever is meant ("dem Bericht zufolge ..."), a verb or noun of saying with "that" or, where
a language allows it, without; a remark at the end or between commas ("..., Nehru said"); mood, in a
sentence that goes on ("Die Lage sei ernst").
Entry points: `Form`, `SentenceForms`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provtrack.auditing.quoted import Word
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.retelling import Retelling

_BREAKS = frozenset(",;:—()，；：")
_ADDRESSEE = 7  # words between a verb and its "that": "told the Indian Foreign Minister that"
_LONGEST_LEAD = 4  # words: "in the opinion of"
_LEAD_ENDS = 12  # words within which the comma after a lead stands
_LEAST = 2  # words of a clause after "that"
_LEAST_BARE = 5  # of one without: fewer may be an object ("told the envoy the truth")
_LEAST_PARTED = 3  # the same behind a comma ("sagte, der Herzog sei krank")
_LONGEST_REMARK = 6  # words: "..., the Indian ambassador added in Delhi"
_BEHIND = 6  # words before "zufolge"


@dataclass(frozen=True, slots=True)
class Form:
    """Reported speech in a sentence.

    Attributes:
        first, last: Numbers of its first word, and of the word behind its last.
        told_from, told_to: Code points of the sentence between which who speaks is named.
    """

    first: int
    last: int
    told_from: int
    told_to: int


@dataclass(frozen=True, slots=True)
class SentenceForms:
    """A sentence with its words; `gap` is what stands between two of them."""

    text: str
    words: Sequence[Word]
    rules: LanguageRules
    retelling: Retelling

    def forms(self) -> Iterator[Form]:
        """Give what the sentence reports, the surest form first."""
        end = len(self.words)
        for first in (self._after_lead(), self._after_postposition()):
            if first is not None:
                yield Form(first, end, 0, self.words[first].start)
        for at, word in enumerate(self.words):
            first = self._behind(at)
            if first is not None:
                yield Form(first, end, 0, word.start)
        yield from self._remarks()

    def goes_on(self) -> Form | None:
        """Read a sentence that goes on with what was reported before: its mood tells."""
        words = self.words
        if len(words) >= _LEAST and any(one.key in self.retelling.moods for one in words):
            return Form(0, len(words), 0, 0)
        return None

    def gap(self, at: int) -> str:
        return self.text[self.words[at - 1].end : self.words[at].start] if at else ""

    def _is_broken(self, first: int, last: int) -> bool:
        """Tell whether a comma or the like stands between words."""
        return any(_BREAKS & set(self.gap(at)) for at in range(first + 1, last + 1))

    def _retells(self, word: Word) -> bool:
        return word.key in self.rules.attributions or word.key in self.retelling.verbs

    def _is_denied(self, at: int) -> bool:
        """Tell whether what follows a verb is not said: "denied that", "did not say that"."""
        if self.words[at].key in self.retelling.denials:
            return True
        first = at
        while first and not _BREAKS & set(self.gap(first)):
            first -= 1
        before = [word.key for word in self.words[first:at]]
        return any(is_negation(key, self.rules) for key in before)

    def _behind(self, at: int) -> int | None:
        """Find the clause behind a verb or noun of saying."""
        word = self.words[at]
        is_verb = self._retells(word)
        if not (is_verb or word.key in self.retelling.nouns) or self._is_denied(at):
            return None
        if not is_verb:
            return self._right_after_that(at)
        first = self._after_that(at)
        return self._bare(at) if first is None else first

    def _right_after_that(self, at: int) -> int | None:
        """Find the clause behind a noun and "that": "the hope that", "die Ansicht, dass"."""
        is_that = at + 1 < len(self.words) and self.words[at + 1].key in self.rules.complementizers
        return at + 2 if is_that and at and at + 2 + _LEAST <= len(self.words) else None

    def _after_that(self, at: int) -> int | None:
        """Find the clause behind "that"; only its own comma may stand between verb and "that"."""
        words, joining = self.words, self.rules.complementizers
        if not joining:
            return at + 1 if at and at + 1 + _LEAST <= len(words) else None
        for place in range(at + 1, min(at + 1 + _ADDRESSEE, len(words) - _LEAST)):
            if self._is_broken(at, place - 1) or self._retells(words[place]):
                return None
            if words[place].key in joining:
                return place + 1
        return None

    def _bare(self, at: int) -> int | None:
        """Find a clause without "that": somebody, the verb, and who or what the clause is about."""
        words, rules = self.words, self.rules
        beginning = self.retelling.bare
        if not beginning or not at or at + _LEAST_PARTED >= len(words):
            return None
        least = _LEAST_PARTED if _BREAKS & set(self.gap(at + 1)) else _LEAST_BARE
        if at + least >= len(words):
            return None
        who, about = words[at - 1], words[at + 1]
        is_begun = about.key in rules.persons or about.key in beginning or about.text[0].isupper()
        is_somebody = who.key in rules.persons or who.text[0].isupper()
        is_office = who.key not in rules.function_words and at > 1
        if not is_begun or not (is_somebody or is_office) or self._is_broken(at - 1, at):
            return None
        return at + 1

    def _after_lead(self) -> int | None:
        """Find the clause after a lead: "according to Nehru, ..."; names may end it as well."""
        length = self._lead_at(0)
        last = min(length + _LEAD_ENDS, len(self.words) - _LEAST)
        for at in range(length, last + 1) if length else ():
            if at >= length and at < len(self.words) and _BREAKS & set(self.gap(at)):
                return at
        if length and self.retelling.verb_second and length + 1 + _LEAST <= len(self.words):
            return length + 1  # laut Nehru war ...: no comma
        return None

    def _lead_at(self, at: int) -> int:
        """Count the words of a lead that begins at a word; 0 if none does."""
        keys = [word.key for word in self.words[at : at + _LONGEST_LEAD]]
        for length in range(len(keys), 0, -1):
            lead = " ".join(keys[:length])
            if lead in self.retelling.leads or (length > 1 and lead in self.rules.attributions):
                return length
        return 0

    def _after_postposition(self) -> int | None:
        """Find the clause after "dem Bericht zufolge"."""
        keys = [word.key for word in self.words[: _BEHIND + 1]]
        at = next((n for n, key in enumerate(keys) if key in self.retelling.postpositions), None)
        return at + 1 if at and at + 1 + _LEAST <= len(self.words) else None

    def _remarks(self) -> Iterator[Form]:
        """Find who says it behind the clause or inside it: "..., Nehru said"."""
        cuts = [at for at in range(1, len(self.words)) if _BREAKS & set(self.gap(at))]
        for start, end in pairwise([*cuts, len(self.words)]):
            if start < _LEAST or not self._is_remark(start, end):
                continue
            last = start if end == len(self.words) else len(self.words)
            yield Form(0, last, self.words[start].start, self.words[end - 1].end)

    def _is_remark(self, start: int, end: int) -> bool:
        """Tell a few words that only say who speaks."""
        words = self.words[start:end]
        if len(words) > _LONGEST_REMARK:
            return False
        if self._lead_at(start) or words[0].key in self.retelling.tags:
            return len(words) > 1
        verbs = [n for n, word in enumerate(words) if self._retells(word)]
        if not verbs or self._is_denied(start + verbs[0]):
            return False
        others = [word for n, word in enumerate(words) if n not in verbs]
        named = [w for w in others if w.text[0].isupper() or w.key in self.rules.persons]
        is_at_edge = verbs[0] <= 1 or verbs[-1] == len(words) - 1
        has_that = any(word.key in self.rules.complementizers for word in words)
        is_office = bool(others) and others[0].key in self.rules.articles | self.retelling.articles
        return is_at_edge and not has_that and bool(named or is_office)
