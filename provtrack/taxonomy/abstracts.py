"""What can be asked of a clause of an abstract and the text it rests on, in one language.

An abstract says things in other words, so nothing is compared word by word. These questions need
no judgement of style: words in quotation marks that the text does not have, figures and dates it
does not have, a negation on one side only, a limit behind the text's negation ("not simply") and a
hedge ("can approve") or doubt ("might") that the abstract drops, another kind of message to the
same person (`message_kinds`), and a speaker named by a surname of two people (`namesakes`).
A list of doubtful questions is worthless: in doubt nothing is asked.
Entry point: `clause_queries`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.denying import denies_otherwise
from provtrack.taxonomy.figure_queries import figure_queries
from provtrack.taxonomy.hunks import is_word, key_of, tokens_of
from provtrack.taxonomy.message_kinds import kind_queries
from provtrack.taxonomy.namesakes import namesake_queries
from provtrack.taxonomy.quantity_queries import quantity_queries
from provtrack.taxonomy.senses import is_negation
from provtrack.taxonomy.speakers import speakers_in
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.retelling import retelling_of
from provtrack.text.sentences import clauses_of, sentences_of

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,400})[\"”“»]")
_STEM = 6  # letters of a word that count when words are compared across inflections
_LEAST_SHARED = 3  # content words two clauses share before their negations are compared
_LEAST_WORDS = 2  # of a clause: fewer say too little
_MOST_SHARE = 0.6  # of the content words of the abstract's clause
_TOLD_SHARE = 0.4  # of them, in a clause that tells the same, before a figure is missed
_LIMITED_SHARE = 3  # one content word in so many, at least, before a limit is missed
_REMEMBERED = 8  # bases: all clauses of an abstract ask the same
_HEDGE = 6  # strength up to which a word of modality hedges
_DOUBT = 4  # and up to which it leaves in doubt, as "might" and "can" do and "would" does not
_HEDGED = 4  # words after a name in which a hedge is sure to belong to it
_FEW_PLACES = 2  # paragraphs a name may stand in to lead to the right one


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of the base with its words, casefolded, and the sentence it is part of."""

    reading: Reading
    keys: tuple[str, ...]
    stems: frozenset[str]
    sentence: str


def clause_queries(
    clause: Reading,
    base: Sequence[str],
    covered: Sequence[int],
    *,
    language: str,
    sentence: str = "",
) -> tuple[Query, ...]:
    """Ask where a clause of an abstract and the text it rests on seem to differ.

    Args:
        clause: The clause, with its place in the abstract.
        base: All paragraphs of the base.
        covered: Positions of the paragraphs the clause rests on; may be empty.
        language: BCP 47, of both.
        sentence: What the clause is part of, if known: what is denied or hedged in another part
            of it is not missed.
    """
    rules = rules_of(language)
    stems = _stems(clause.text, rules)
    names = _names(clause.text, rules)
    places = list(covered) or _places_of(names, base)
    near = [found for place in places for found in _clauses(base[place], place, rules)]
    sentence = sentence or clause.text
    texts = [base[place] for place in places]
    said, same = _keys(sentence, rules), _same(stems, near, names)
    is_told = any(len(stems & one.stems) >= _TOLD_SHARE * len(stems) for one in near)
    is_hedged = bool(said & rules.modality.keys())
    negations = tuple(_negations(clause, same, sentence, rules))
    hedges = () if is_hedged else tuple(_hedges(clause, names, near, rules))
    return (
        *_quotations(clause, base),
        *(figure_queries(clause, texts, rules) if is_told else ()),
        *(quantity_queries(clause, texts, sentence, rules) if is_told else ()),
        *negations,
        *_limits(clause, stems, near, rules),
        *(hedges or (() if negations else _doubts(clause, same, sentence, rules))),
        *kind_queries(clause, base, places, rules),
        *_speakers(clause, base, rules),
    )


def _keys(text: str, rules: LanguageRules) -> frozenset[str]:
    return frozenset(key_of(token) for token in tokens_of(text, rules.language))


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
    for sentence in sentences_of(text, rules.language):
        whole = text[sentence.start : sentence.end]
        for span in clauses_of(whole, rules.language):
            start, end = sentence.start + span.start, sentence.start + span.end
            words = text[start:end]
            reading = Reading(paragraph=place, start=start, end=end, text=words)
            tokens = tokens_of(words, rules.language)
            keys = tuple(key_of(token) for token in tokens if is_word(token))
            yield _Clause(reading, keys, _stems(words, rules), whole)


def _quotations(clause: Reading, base: Sequence[str]) -> Iterator[Query]:
    """Ask about words in quotation marks that stand nowhere in the base."""
    for match in _QUOTED.finditer(clause.text):
        quoted = _squeezed(match[1]).rstrip(".,;:!? ")
        if quoted and quoted not in _all_squeezed(tuple(base)):
            yield Query(
                topic="quotation",
                severity=Severity.WARNING,
                sentence="The words in quotation marks do not stand so in the base.",
                witness=_part(clause, match.start(1), match.end(1)),
            )


@lru_cache(maxsize=_REMEMBERED)
def _all_squeezed(texts: tuple[str, ...]) -> str:
    return _squeezed(" ".join(texts))


def _squeezed(text: str) -> str:
    """Bring white space, case, quotation marks, dashes and "7 %" to one form."""
    plain = re.sub(r"[\"“”„«»‘’']", "'", text.casefold())
    plain = re.sub(r"(?<=\d)\s+(?=[%‰])", "", plain)
    return " ".join(re.sub(r"\s*[-‐-―]+\s*", "-", plain).split())


def _part(clause: Reading, start: int, end: int) -> Reading:
    return Reading(
        paragraph=clause.paragraph,
        start=clause.start + start,
        end=clause.start + end,
        text=clause.text[start:end],
    )


def _same(stems: frozenset[str], near: Sequence[_Clause], names: Sequence[str]) -> _Clause | None:
    """Find the clause of the base that says the same thing, by its words and of whom."""
    near = [one for one in near if any(name in one.reading.text for name in names)] or near
    if not near or len(stems) < _LEAST_WORDS:
        return None
    best = max(near, key=lambda found: len(stems & found.stems))
    shared = len(stems & best.stems)
    least = max(min(_LEAST_SHARED, len(stems)), _MOST_SHARE * min(len(stems), len(best.stems)))
    return best if shared >= least else None


def _negations(
    clause: Reading, same: _Clause | None, sentence: str, rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the clause of the base with the same words negates and this one does not.

    What one clause negates is missing only if the other's whole sentence does not negate, in
    whatever words, since clauses are cut otherwise in other words.

    Args:
        sentence: The whole sentence of the abstract.
    """
    if same is None:
        return
    said, told = _keys(sentence, rules), _keys(same.sentence, rules)
    if _negates(same.keys, rules) and not _negates(said, rules):
        has, is_answered = "the base negates, the abstract does not", (sentence, same.sentence)
    elif _negates(_keys(clause.text, rules), rules) and not _negates(told, rules):
        has, is_answered = "only the abstract negates", (same.sentence, sentence)
    else:
        return
    if denies_otherwise(*is_answered, rules):
        return
    yield Query(
        topic="negation",
        severity=Severity.WARNING,
        sentence=f"Negation: {has}.",
        base=same.reading,
        witness=clause,
    )


def _doubts(
    clause: Reading, same: _Clause | None, sentence: str, rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the clause of the base with the same words is in doubt and nothing here is.

    What stands before a "that" and the words they share governs another clause. Who "could not" is
    in no doubt where the abstract denies it in other words: he was unable.
    """
    stems, said = _stems(clause.text, rules), _keys(sentence, rules)
    if same is None or any(rules.modality.get(key, _DOUBT + 1) <= _DOUBT for key in said):
        return
    first = next(n for n, key in enumerate(same.keys) if key[:_STEM] in stems)
    known = retelling_of(rules.language).doubts
    joining = (n for n in range(first) if same.keys[n] in rules.complementizers)
    doubts = [key for key in same.keys[max(joining, default=0) :] if key in known]
    is_denied = _negates(same.keys, rules) and denies_otherwise(sentence, same.sentence, rules)
    if doubts and not is_denied:
        yield Query(
            topic="modality",
            severity=Severity.WARNING,
            sentence=f"The base says “{doubts[0]}”; the abstract drops it.",
            base=same.reading,
            witness=clause,
        )


def _negates(keys: Iterable[str], rules: LanguageRules) -> bool:
    return any(is_negation(key, rules) for key in keys)


def _limits(
    clause: Reading, stems: frozenset[str], near: Sequence[_Clause], rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the base negates with a limit ("not simply") and the clause without."""
    keys = [key_of(token) for token in tokens_of(clause.text, rules.language) if is_word(token)]
    if _limited(keys, rules) or not _negates(keys, rules):
        return
    denying = [found for found in near if _negates(found.keys, rules)]
    most = max((len(stems & found.stems) for found in denying), default=0)
    for found in denying:
        said, shared = _limited(found.keys, rules), len(stems & found.stems)
        if said and shared == most and shared * _LIMITED_SHARE >= len(stems):
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
        if is_negation(key, rules) and following in retelling_of(rules.language).limits:
            return f"{key} {following}"
    return ""


def _hedges(
    clause: Reading, names: Sequence[str], near: Sequence[_Clause], rules: LanguageRules
) -> Iterator[Query]:
    """Ask where the base hedges what it says of a person, and the abstract does not."""
    for name in names:
        having = [found for found in near if name in found.reading.text]
        after = clause.text.rpartition(name)[2]
        if len(having) != 1 or not re.search(r"\w", after):
            continue
        keys = _keys_after(name, having[0].reading.text, rules)
        hedges = [key for key in keys if 0 < rules.modality.get(key, 0) <= _HEDGE]
        if hedges:
            yield Query(
                topic="modality",
                severity=Severity.WARNING,
                sentence=f"The base says “{hedges[0]}” of {name}; the abstract drops it.",
                base=having[0].reading,
                witness=clause,
            )


def _keys_after(name: str, text: str, rules: LanguageRules) -> list[str]:
    """Give the few words after a name."""
    tokens = tokens_of(text.partition(name)[2], rules.language)
    return [key_of(token) for token in tokens if is_word(token)][:_HEDGED]
