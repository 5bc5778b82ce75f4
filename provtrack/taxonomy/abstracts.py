"""What can be asked of a clause of an abstract and the text it rests on, in one language.

An abstract says things in other words, so nothing is compared word by word. Eight questions need
no judgement of style: words in quotation marks that the text does not have, figures and dates it
does not have, a negation on one side only, a limit behind the text's negation ("not simply") and a
hedge ("can approve") that the abstract drops, another kind of message to the same person
(`message_kinds`), and a speaker named by a surname that the text gives to two (`speakers`). A list
of doubtful questions is worthless: in doubt nothing is asked.
Entry point: `clause_queries`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.dates import values_of
from provtrack.taxonomy.hunks import is_word, key_of, tokens_of
from provtrack.taxonomy.message_kinds import kind_queries
from provtrack.taxonomy.senses import is_negation
from provtrack.taxonomy.speakers import namesake_queries, speakers_in
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.sentences import clauses_of

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,400})[\"”“»]")
_STEM = 6  # letters of a word that count when words are compared across inflections
_LEAST_SHARED = 3  # content words two clauses share before their negations are compared
_MOST_SHARE = 0.6  # of the content words of the abstract's clause
_HEDGE = 6  # strength up to which a word of modality hedges
_LONGEST_HEDGED = 30  # words of a clause in which a hedge is sure to belong to the name
_FEW_PLACES = 2  # paragraphs a name may stand in to lead to the right one


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of the base with its words, casefolded."""

    reading: Reading
    keys: tuple[str, ...]
    stems: frozenset[str]


def clause_queries(
    clause: Reading, base: Sequence[str], covered: Sequence[int], *, language: str
) -> tuple[Query, ...]:
    """Ask where a clause of an abstract and the text it rests on seem to differ.

    Args:
        clause: The clause, with its place in the abstract.
        base: All paragraphs of the base.
        covered: Positions of the paragraphs the clause rests on; may be empty.
        language: BCP 47, of both.
    """
    rules = rules_of(language)
    stems = _stems(clause.text, rules)
    names = _names(clause.text, rules)
    places = list(covered) or _places_of(names, base)
    near = [found for place in places for found in _clauses(base[place], place, rules)]
    return (
        *_quotations(clause, base),
        *_figures(clause, [base[place] for place in places], rules),
        *_negations(clause, stems, near, rules),
        *_limits(clause, stems, near, rules),
        *_hedges(clause, names, near, rules),
        *kind_queries(clause, base, places, rules),
        *_speakers(clause, base, rules),
    )


def _speakers(clause: Reading, base: Sequence[str], rules: LanguageRules) -> Iterator[Query]:
    """Ask of each speaker of a clause whether it is the base's of that surname."""
    for name in dict.fromkeys(speakers_in(clause.text, rules)):
        yield from namesake_queries(clause, base, name, rules)


def _stems(text: str, rules: LanguageRules) -> frozenset[str]:
    """Give the content words of a text, cut to their stems."""
    keys = (key_of(token) for token in tokens_of(text, rules.language) if is_word(token))
    return frozenset(key[:_STEM] for key in keys if key not in rules.function_words)


def _names(text: str, rules: LanguageRules) -> tuple[str, ...]:
    """List names of two words or more, as they stand: "Liu Shaoqi"."""
    if not rules.capitals_mark_names:
        return ()
    return tuple(re.findall(r"\b[^\W\d_a-z]\w+(?: [^\W\d_a-z][\w-]+)+", text))


def _places_of(names: Sequence[str], base: Sequence[str]) -> list[int]:
    """List the paragraphs that have a name which few paragraphs have."""
    places: set[int] = set()
    for name in names:
        having = [place for place, text in enumerate(base) if name in text]
        places |= set(having) if len(having) <= _FEW_PLACES else set()
    return sorted(places)


def _clauses(text: str, place: int, rules: LanguageRules) -> Iterator[_Clause]:
    for span in clauses_of(text, rules.language):
        words = text[span.start : span.end]
        reading = Reading(paragraph=place, start=span.start, end=span.end, text=words)
        keys = tuple(key_of(token) for token in tokens_of(words, rules.language) if is_word(token))
        yield _Clause(reading, keys, _stems(words, rules))


def _quotations(clause: Reading, base: Sequence[str]) -> Iterator[Query]:
    """Ask about words in quotation marks that stand nowhere in the base."""
    text = _squeezed(" ".join(base))
    for match in _QUOTED.finditer(clause.text):
        quoted = _squeezed(match[1]).rstrip(".,;:!? ")
        if quoted and quoted not in text:
            yield Query(
                topic="quotation",
                severity=Severity.WARNING,
                sentence="The words in quotation marks do not stand so in the base.",
                witness=_part(clause, match.start(1), match.end(1)),
            )


def _squeezed(text: str) -> str:
    """Bring white space, case, quotation marks and dashes to one form."""
    plain = re.sub(r"[\"“”„«»‘’']", "'", text.casefold())
    return " ".join(re.sub(r"\s*[-‐-―]+\s*", "-", plain).split())


def _part(clause: Reading, start: int, end: int) -> Reading:
    return Reading(
        paragraph=clause.paragraph,
        start=clause.start + start,
        end=clause.start + end,
        text=clause.text[start:end],
    )


def _figures(clause: Reading, texts: Sequence[str], rules: LanguageRules) -> Iterator[Query]:
    """Ask about figures and dates the paragraphs beside the clause do not have."""
    if not texts:
        return
    known = {
        value.worth
        for text in texts
        for value in values_of(tokens_of(text, rules.language), rules.language)
    }
    plain = {worth[0] for worth in known}
    tokens = tokens_of(clause.text, rules.language)
    for value in values_of(tokens, rules.language):
        words = " ".join(tokens[value.first : value.last])
        is_exact = any(character.isdecimal() for character in words)
        if is_exact and value.worth not in known and value.worth[0] not in plain:
            yield Query(
                topic=value.kind,
                severity=Severity.WARNING,
                sentence=f"The base does not have the {value.kind} “{words}” here.",
                witness=clause,
            )


def _negations(
    clause: Reading, stems: frozenset[str], near: Sequence[_Clause], rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the clause of the base with the same words negates and this one does not."""
    if not near or len(stems) < _LEAST_SHARED:
        return
    best = max(near, key=lambda found: len(stems & found.stems))
    shared = len(stems & best.stems)
    if shared < _LEAST_SHARED or shared < _MOST_SHARE * min(len(stems), len(best.stems)):
        return
    keys = [key_of(token) for token in tokens_of(clause.text, rules.language)]
    ours = sum(is_negation(key, rules) for key in keys)
    theirs = sum(is_negation(key, rules) for key in best.keys)
    if bool(ours) == bool(theirs):
        return
    has = "the base negates, the abstract does not" if theirs else "only the abstract negates"
    yield Query(
        topic="negation",
        severity=Severity.WARNING,
        sentence=f"Negation: {has}.",
        base=best.reading,
        witness=clause,
    )


def _limits(
    clause: Reading, stems: frozenset[str], near: Sequence[_Clause], rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the base negates with a limit ("not simply") and the clause without."""
    keys = [key_of(token) for token in tokens_of(clause.text, rules.language) if is_word(token)]
    if _limited(keys, rules) or not any(is_negation(key, rules) for key in keys):
        return
    for found in near:
        said = _limited(found.keys, rules)
        if said and stems & found.stems:
            yield Query(
                topic="quantifier",
                severity=Severity.WARNING,
                sentence=f"The base says “{said}”; the abstract negates without that limit.",
                base=found.reading,
                witness=clause,
            )


def _limited(keys: Sequence[str], rules: LanguageRules) -> str:
    """Give a negation with the limit right after it."""
    for key, following in pairwise(keys):
        if is_negation(key, rules) and following in rules.limits | rules.fillers:
            return f"{key} {following}"
    return ""


def _hedges(
    clause: Reading, names: Sequence[str], near: Sequence[_Clause], rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the base hedges what it says of a person, and the abstract does not."""
    keys = {key_of(token) for token in tokens_of(clause.text, rules.language)}
    if keys & rules.modality.keys():
        return
    for name in names:
        having = [found for found in near if name in found.reading.text]
        if len(having) != 1 or len(having[0].keys) > _LONGEST_HEDGED:
            continue
        hedges = [key for key in having[0].keys if 0 < rules.modality.get(key, 0) <= _HEDGE]
        if hedges:
            yield Query(
                topic="modality",
                severity=Severity.WARNING,
                sentence=f"The base says “{hedges[0]}” of {name}; the abstract drops it.",
                base=having[0].reading,
                witness=clause,
            )
