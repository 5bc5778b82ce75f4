"""Reported speech without marks: "he said that ...", "according to him, ...".

No grammar is consulted. A clause retells if a verb or noun of saying or thinking governs it:
through "that", with the addressee between ("told the ambassador that"), or without it where the
language allows that and somebody stands right before the verb ("Nehru thought Liu supported it");
if a lead opens the sentence ("according to") or a remark closes it (", Nehru said"); or if its mood
shows that it goes on with what was said ("Die Lage sei ernst"): `auditing.retold_forms`. What is
denied or not said ("he did not say that") is no claim.
Entry points: `claims_of`; `sentences_as_claims` for an abstract, all of which retells.
"""

from dataclasses import dataclass

from provtrack.auditing.quoted import words_of
from provtrack.auditing.retold_forms import SentenceForms
from provtrack.model.text import Span
from provtrack.taxonomy.speakers import names_in, speakers_in
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.retelling import retelling_of
from provtrack.text.sentences import sentences_of

_QUOTES = frozenset('"“”„«»「」『』')


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


def claims_of(text: str, *, language: str) -> tuple[Claim, ...]:
    """Find reported speech without marks.

    Returns:
        Claims in order, at most one a sentence, each from its first word to the end of the
        sentence or to the remark that says who speaks; none where quotation marks stand in it.
    """
    rules, retelling = rules_of(language), retelling_of(language)
    found: list[Claim] = []
    speaker = None
    for place in sentences_of(text, language):
        own = text[place.start : place.end]
        words = words_of(own, rules)
        sentence = SentenceForms(own, words, rules, retelling)
        form = next(sentence.forms(), None)
        if form is None and speaker is not None:
            form = sentence.goes_on()
        elif form is not None:
            speaker = _speaker(own[form.told_from : form.told_to], rules)
        if form is None:
            speaker = None
            continue
        is_cut = form.last < len(words)
        end = place.start + words[form.last - 1].end if is_cut else place.end
        span = Span(place.start + words[form.first].start, end)
        said = text[span.start : span.end]
        if not _QUOTES & set(said):
            found.append(Claim(span=span, text=said, speaker=speaker or ""))
    return tuple(found)


def _speaker(words: str, rules: LanguageRules) -> str:
    """Name whoever is named last before the verb of saying; "" for a word that is no name."""
    names = names_in(words)
    return names[-1] if names and names[-1].casefold() not in rules.function_words else ""


def sentences_as_claims(text: str, *, language: str) -> tuple[Claim, ...]:
    """Take every sentence for a claim, said by whoever is named before a verb of saying."""
    rules = rules_of(language)
    found = []
    for place in sentences_of(text, language):
        words = text[place.start : place.end]
        speakers = speakers_in(words, rules)
        found.append(Claim(span=place, text=words, speaker=speakers[-1] if speakers else ""))
    return tuple(found)
