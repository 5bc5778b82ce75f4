"""Reported speech and abstracts: claims without quotation marks beside what the source says.

A claim retells, so it gets no verdict: only queries, each with the words of the source it rests on.
To what `taxonomy` asks of an abstract (quotations, figures, negations, hedges, limits) are added: a
denial that is dropped, another thing before the same name ("a letter to N.", "a message to N."), a
speaker who shares a surname with somebody else.
Entry points: `claims_of`, `question`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.auditing.quoted import Word, words_of
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.model.text import Span
from provtrack.taxonomy import clause_queries
from provtrack.taxonomy.senses import is_negation
from provtrack.taxonomy.speakers import names_in, namesake_queries
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.sentences import clauses_of, sentences_of

_STEM = 6  # letters of a word that count across inflections
_MOST_PLACES = 2  # paragraphs a claim is set beside
_LEAST_SHARED = 2  # telling words that make a paragraph a place
_LONGEST = 30  # words of a clause in which a negation is sure to belong to the name
_QUOTES = frozenset('"“”„«»')


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
    """Find reported speech without marks: "he said that ...".

    Returns:
        Claims in order, each from after "that" to the end of its sentence; none in a sentence
        that has quotation marks there.
    """
    rules = rules_of(language)
    found = []
    for sentence in sentences_of(text, language):
        words = words_of(text[sentence.start : sentence.end], rules)
        at = _reporting(words, rules)
        if at is None or at + 2 >= len(words):
            continue
        span = Span(sentence.start + words[at + 2].start, sentence.end)
        if not _QUOTES & set(text[span.start : span.end]):
            before = text[sentence.start : sentence.start + words[at].start]
            names = names_in(before)
            speaker = names[-1] if names else ""
            found.append(Claim(span=span, text=text[span.start : span.end], speaker=speaker))
    return tuple(found)


def _reporting(words: Sequence[Word], rules: LanguageRules) -> int | None:
    """Find the verb of saying before "that"."""
    for at in range(len(words) - 1):
        if words[at].key in rules.attributions and words[at + 1].key in rules.complementizers:
            return at
    return None


def question(
    claim: Reading,
    base: Sequence[str],
    *,
    language: str,
    covered: Sequence[int] = (),
    speaker: str = "",
) -> tuple[Query, ...]:
    """Ask where a claim and what it rests on seem to differ.

    Args:
        claim: With its place in the publication or abstract.
        base: All paragraphs of the source.
        covered: Positions of those the claim rests on; the likeliest are looked for if none.
        speaker: Whoever the publication makes say it; or empty.
    """
    rules = rules_of(language)
    places = list(covered) or places_of(claim.text, base, rules)
    near = [
        Reading(paragraph=place, start=at.start, end=at.end, text=base[place][at.start : at.end])
        for place in places
        for at in clauses_of(base[place], rules.language)
    ]  # fmt: skip
    known = clause_queries(claim, base, places, language=language)
    is_negated = any(query.topic == "negation" for query in known)
    return (
        *known,
        *(() if is_negated else _denials(claim, near, rules)),
        *_things(claim, near, rules),
        *namesake_queries(claim, base, speaker, rules),
    )


def places_of(text: str, base: Sequence[str], rules: LanguageRules) -> list[int]:
    """Find the paragraphs a claim seems to rest on: by its words that few paragraphs have."""
    held = [_stems(paragraph, rules) for paragraph in base]
    counts = {stem: sum(stem in other for other in held) for stem in _stems(text, rules)}
    weight = {stem: 1 / count for stem, count in counts.items() if count}
    worth = [
        (sum(weight[stem] for stem in sorted(weight) if stem in stems), -place)
        for place, stems in enumerate(held)
        if sum(stem in stems for stem in weight) >= _LEAST_SHARED
    ]
    best = sorted(worth, reverse=True)[:_MOST_PLACES]
    return sorted(-place for _, place in best)


def _stems(text: str, rules: LanguageRules) -> frozenset[str]:
    return frozenset(
        word.key[:_STEM]
        for word in words_of(text, rules)
        if word.key not in rules.function_words and word.key not in rules.fillers
    )


def _denials(claim: Reading, near: Sequence[Reading], rules: LanguageRules) -> Iterator[Query]:
    """Ask where the source denies something of a person and the claim does not."""
    if any(is_negation(word.key, rules) for word in words_of(claim.text, rules)):
        return
    for name in names_in(claim.text):
        having = [clause for clause in near if " " in name and name in clause.text]
        words = words_of(having[0].text, rules) if len(having) == 1 else []
        negations = [word for word in words if is_negation(word.key, rules)]
        if negations and len(words) <= _LONGEST:
            sentence = f"The source says “{negations[0].text}” of {name}; the claim does not."
            yield Query(
                topic="negation",
                severity=Severity.WARNING,
                sentence=sentence,
                base=having[0],
                witness=claim,
            )


def _things(claim: Reading, near: Sequence[Reading], rules: LanguageRules) -> Iterator[Query]:
    """Ask where claim and source have another noun before the same preposition and name."""
    stems = frozenset[str]().union(*(_stems(clause.text, rules) for clause in near))
    ours = dict(_before_names(claim.text, rules))
    for clause in near:
        for key, thing in _before_names(clause.text, rules):
            other = ours.get(key)
            if other and other.key[:_STEM] not in stems and thing.key[:_STEM] != other.key[:_STEM]:
                said = f"{thing.text} {key[0]} … {key[1].title()}"
                yield Query(
                    topic="wording",
                    severity=Severity.WARNING,
                    sentence=f"The source has “{said}”; the claim says “{other.text}”.",
                    base=clause,
                    witness=claim,
                )


def _before_names(text: str, rules: LanguageRules) -> Iterator[tuple[tuple[str, str], Word]]:
    """Give what stands before a preposition and a name: ((to, khrushchev), letter)."""
    words = words_of(text, rules)
    for at in range(1, len(words) - 1):
        last = at + 1
        while last < len(words) - 1 and _is_initials(words[last].text):
            last += 1
        thing, light, name = words[at - 1], words[at], words[last]
        is_noun = thing.key not in rules.function_words and thing.text[:1].islower()
        if is_noun and light.key in rules.function_words and name.text[:1].isupper():
            yield (light.key, name.key), thing


def _is_initials(word: str) -> bool:
    return bool(re.fullmatch(r"(?:\w\.?){1,3}", word)) and word.isupper()
