"""Claims without quotation marks, of an abstract or a publication, beside what the source says.

A claim retells, so it gets no verdict: only queries, each with the words of the source it rests on.
To what `taxonomy` asks of an abstract (quotations, figures, negations, hedges, limits) are added: a
denial that is dropped, another thing before the same name ("a letter to N.", "a message to N."), a
speaker who shares a surname with somebody else.
Entry point: `set_beside`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from provtrack.auditing.cuts import lost_before
from provtrack.auditing.denied_things import denied_queries
from provtrack.auditing.nearly_said import near_queries
from provtrack.auditing.quoted import Word, words_of
from provtrack.auditing.unnamed import unnamed_queries
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy import clause_queries
from provtrack.taxonomy.denying import denies_as_much
from provtrack.taxonomy.namesakes import namesake_queries
from provtrack.taxonomy.senses import is_negation
from provtrack.taxonomy.speakers import names_in
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.sentences import clauses_of

_STEM = 6  # letters of a word that count across inflections
_MOST_PLACES = 2  # paragraphs a claim is set beside
_REMEMBERED = 4_000  # paragraphs and clauses: many claims rest on one source
_SAME = 0.5  # share of its telling words by which a claim says what a clause says
_LEAST_SHARED = 2  # telling words that make a paragraph a place
_OF_THE_WORDS = ("negation", "modality", "quantifier")
_LEAST_KEPT = 5  # words of a clause that stands in its source as it is
_LONGEST = 30  # words of a clause in which a negation is sure to belong to the name


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked of a claim, and whether a clause of the source was found to set it beside."""

    queries: tuple[Query, ...]
    has_clause: bool


def set_beside(
    claim: Reading,
    base: Sequence[str],
    *,
    language: str,
    covered: Sequence[int] = (),
    speaker: str = "",
    head: str = "",
    around: str = "",
) -> Beside:
    """Set a claim beside the clauses it seems to rest on, and ask where they seem to differ.

    Args:
        claim: With its place in the publication or abstract.
        base: All paragraphs of the source.
        covered: Positions of those the claim rests on; the likeliest are looked for if none.
        speaker: Whoever the publication makes say it; or empty.
        head: What else is known of the source, as its title.
        around: What the publication says before the claim: names in it are not asked about.
    """
    rules = rules_of(language)
    places = list(covered) or places_of(claim.text, base, rules)
    near = [
        Reading(paragraph=place, start=at.start, end=at.end, text=base[place][at.start : at.end])
        for place in places
        for at in clauses_of(base[place], rules.language)
    ]  # fmt: skip
    known = tuple(_of_clauses(claim, base, places, language))
    topics = {query.topic for query in known}
    repeated = near_queries(claim, [base[place] for place in places], rules)
    known += tuple(query for query in repeated if query.topic not in topics)
    topics = {query.topic for query in known}
    queries = (
        *known,
        *(() if "negation" in topics else _denied(claim, near, base, rules)),
        *(() if "wording" in topics else _things(claim, near, rules)),
        *(() if "name" in topics else namesake_queries(claim, base, speaker, rules)),
    )
    if not any(query.topic == "name" for query in queries):
        told = [base[place] for place in places]
        queries = (*queries, *unnamed_queries(claim, [*base, head], told, around, rules))
    return Beside(queries, has_clause=_has_clause(claim, near, rules))


def _has_clause(claim: Reading, near: Sequence[Reading], rules: LanguageRules) -> bool:
    """Tell whether a clause of the source says what a clause of the claim says, by its words."""
    theirs = [_stems(clause.text, rules) for clause in near]
    for at in clauses_of(claim.text, rules.language):
        said = _stems(claim.text[at.start : at.end], rules)
        least = max(_LEAST_SHARED, _SAME * len(said))
        if any(len(said & stems) >= least for stems in theirs):
            return True
    return False


def _of_clauses(
    claim: Reading, base: Sequence[str], places: Sequence[int], language: str
) -> Iterator[Query]:
    """Ask of each clause of a claim what is asked of one of an abstract, nothing twice."""
    asked: set[str] = set()
    for at in clauses_of(claim.text, language):
        part = replace(
            claim,
            start=claim.start + at.start,
            end=claim.start + at.end,
            text=claim.text[at.start : at.end],
        )
        queries = clause_queries(part, base, places, language=language, sentence=claim.text)
        is_kept = _is_kept(part.text, [base[place] for place in places], language)
        for query in queries:
            if is_kept and query.topic in _OF_THE_WORDS:
                continue
            if query.sentence not in asked:
                asked.add(query.sentence)
                yield query


def _is_kept(words: str, texts: Sequence[str], language: str) -> bool:
    """Tell whether a clause stands in its source as it is, and its cut loses nothing."""
    said = words.strip(" .,;:!?")
    if len(said.split()) < _LEAST_KEPT and not rules_of(language).words:
        return False
    for text in texts:
        at = text.casefold().find(said.casefold())
        if at >= 0:
            return not lost_before(text, at, at + len(said), rules=rules_of(language))
    return False


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
    return _stems_in(text, rules.language)


@lru_cache(maxsize=_REMEMBERED)
def _stems_in(text: str, language: str) -> frozenset[str]:
    rules = rules_of(language)
    return frozenset(
        word.key[:_STEM]
        for word in words_of(text, rules)
        if word.key not in rules.function_words and word.key not in rules.fillers
    )


def _denied(
    claim: Reading, near: Sequence[Reading], base: Sequence[str], rules: LanguageRules
) -> Sequence[Query]:
    """Ask where the source denies something of a person, or a thing, and the claim does not."""
    return tuple(_denials(claim, near, rules)) or tuple(denied_queries(claim, base, rules))


def _denials(claim: Reading, near: Sequence[Reading], rules: LanguageRules) -> Iterator[Query]:
    """Ask where the source denies something of a person and the claim does not."""
    if any(is_negation(word.key, rules) for word in words_of(claim.text, rules)):
        return
    for name in names_in(claim.text):
        having = [clause for clause in near if " " in name and name in clause.text]
        words = words_of(having[0].text, rules) if len(having) == 1 else []
        negations = [word for word in words if is_negation(word.key, rules)]
        shared = _stems(claim.text, rules) & _stems(having[0].text, rules) if having else ()
        if negations and denies_as_much(claim.text, having[0].text, rules):
            continue
        if negations and len(words) <= _LONGEST and len(shared) > len(_stems(name, rules)):
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
    said, ours = _stems(claim.text, rules), dict(_before_names(claim.text, rules))
    for clause in near:
        if len(said & _stems(clause.text, rules)) < _SAME * len(said):
            continue
        for key, thing in _before_names(clause.text, rules):
            other = ours.get(key)
            if other and other.key[:_STEM] not in stems and thing.key[:_STEM] != other.key[:_STEM]:
                words = f"{thing.text} {key[0]} … {key[1].title()}"
                yield Query(
                    topic="wording",
                    severity=Severity.WARNING,
                    sentence=f"The source has “{words}”; the claim says “{other.text}”.",
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
        if (
            is_noun
            and light.key not in rules.articles
            and light.key in rules.function_words
            and name.text[:1].isupper()
        ):
            yield (light.key, name.key), thing


def _is_initials(word: str) -> bool:
    return bool(re.fullmatch(r"(?:\w\.?){1,3}", word)) and word.isupper()
