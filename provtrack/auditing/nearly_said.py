"""A claim that nearly repeats its source: what single words it has in the place of others.

Most reported speech is told in other words, and cannot be compared word by word. But where a claim
keeps most words of a sentence in their order, a "not" more or less, another share ("all" for
"some"), another figure or name between words that agree tells as much as in a quotation. Tense and
person are told otherwise in reported speech and count for nothing.
Entry point: `near_queries`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache

from provtrack.auditing.quoted import Word, words_of
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.denying import denies_otherwise
from provtrack.taxonomy.persons import are_alike
from provtrack.taxonomy.senses import is_negation
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.retelling import retelling_of
from provtrack.text.sentences import sentences_of

_STEM = 6  # letters of a word that count across inflections
_REMEMBERED = 2_000  # paragraphs
_LEAST = 5  # words that agree
_SHARE = 0.6  # of the words of the claim
_NEARLY = 0.8  # of them before another name is asked about: names have by-names
_BESIDE = 2  # words that agree on either side, or at one side where the other is an end
_AT_END = 4
_LONGEST = 3  # words that stand in the place of others
_SURE = 6  # strength from which a word of modality leaves no doubt
_FAR = 3  # steps between two shares that are two


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the source with its words, and what they are compared by."""

    reading: Reading
    words: tuple[Word, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words of the source and those of the claim in their place."""

    source: tuple[Word, ...]
    claim: tuple[Word, ...]
    share: float


def near_queries(claim: Reading, base: Sequence[str], rules: LanguageRules) -> Iterator[Query]:
    """Ask about single words of a claim that nearly repeats a sentence of its source.

    Args:
        base: The paragraphs it may rest on.
    """
    own = words_of(claim.text, rules)
    keys = _keys(own, rules)
    if len(keys) < _LEAST:
        return
    told = [one for place, text in enumerate(base) for one in _told(text, place, rules)]
    best = max(told, key=lambda one: len(set(one.keys) & set(keys)), default=None)
    if best is None:
        return
    for edit in _edits(best, own, keys):
        sentence = (
            _of_negation(edit, rules)
            or _of_doubt(edit, rules)
            or _of_share(edit, rules)
            or _of_name(edit, best, own, rules)
        )
        if sentence:
            topic, said = sentence
            yield Query(
                topic=topic, severity=Severity.WARNING, sentence=said, base=best.reading,
                witness=claim,
            )  # fmt: skip


def _told(text: str, place: int, rules: LanguageRules) -> Sequence[_Told]:
    return [
        replace(one, reading=replace(one.reading, paragraph=place))
        for one in _read(text, rules.language)
    ]


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, language: str) -> tuple[_Told, ...]:
    """Read the sentences of a paragraph."""
    rules = rules_of(language)
    found = []
    for at in sentences_of(text, language):
        said = text[at.start : at.end]
        words = tuple(words_of(said, rules))
        reading = Reading(paragraph=0, start=at.start, end=at.end, text=said)
        found.append(_Told(reading, words, _keys(words, rules)))
    return tuple(found)


def _keys(words: Sequence[Word], rules: LanguageRules) -> tuple[str, ...]:
    """Give what words are compared by: stems; persons and auxiliaries are all alike."""

    def key(word: Word) -> str:
        if is_negation(word.key, rules):
            return word.key
        if word.key in rules.persons:
            return "\x00person"
        return "\x00tense" if word.key in rules.auxiliaries else word.key[:_STEM]

    return tuple(map(key, words))


def _edits(best: _Told, own: Sequence[Word], keys: tuple[str, ...]) -> Iterator[_Edit]:
    """Give the few words between words that agree."""
    steps = SequenceMatcher(None, best.keys, keys, autojunk=False).get_opcodes()
    kept = sum(j1 - j0 for tag, _, _, j0, j1 in steps if tag == "equal")
    share = kept / len(keys)
    if kept < _LEAST or share < _SHARE:
        return
    for number, (tag, i0, i1, j0, j1) in enumerate(steps):
        if tag == "equal" or max(i1 - i0, j1 - j0) > _LONGEST:
            continue
        before, after = (
            steps[n][2] - steps[n][1] if 0 <= n < len(steps) else 0
            for n in (number - 1, number + 1)
        )
        if min(before, after) >= _BESIDE or (
            0 in (j0, len(keys) - j1) and after + before >= _AT_END
        ):
            yield _Edit(best.words[i0:i1], tuple(own[j0:j1]), share)


def _of_negation(edit: _Edit, rules: LanguageRules) -> tuple[str, str] | None:
    """Ask where only one side negates."""
    source, claim = (
        [word.text for word in side if is_negation(word.key, rules)]
        for side in (edit.source, edit.claim)
    )
    if bool(source) == bool(claim):
        return None
    ours, theirs = (" ".join(word.text for word in side) for side in (edit.claim, edit.source))
    if denies_otherwise(*((ours, theirs) if source else (theirs, ours)), rules):
        return None
    has = "the base negates, the abstract does not" if source else "only the abstract negates"
    return "negation", f"Negation: {has}."


def _of_doubt(edit: _Edit, rules: LanguageRules) -> tuple[str, str] | None:
    """Ask where the source leaves in doubt what the claim says for sure: "will" for "might"."""
    doubts = [w for w in edit.source if w.key in retelling_of(rules.language).doubts]
    if not doubts or not edit.claim:
        return None
    if any(rules.modality.get(word.key, _SURE) < _SURE for word in edit.claim):
        return None
    return "modality", f"The base says “{doubts[0].text}”; the abstract drops it."


def _of_share(edit: _Edit, rules: LanguageRules) -> tuple[str, str] | None:
    """Ask where both sides name a share and it is not the same."""
    source, claim = (
        [word for word in side if word.key in rules.quantifiers]
        for side in (edit.source, edit.claim)
    )
    if len(source) != 1 or len(claim) != 1:
        return None
    old, new = source[0], claim[0]
    if abs(rules.quantifiers[old.key] - rules.quantifiers[new.key]) < _FAR:
        return None
    return "quantifier", f"The base says “{old.text}”; the abstract says “{new.text}”."


def _of_name(
    edit: _Edit, best: _Told, own: Sequence[Word], rules: LanguageRules
) -> tuple[str, str] | None:
    """Ask where both sides have one name, and the other stands nowhere in the sentence."""
    if edit.share < _NEARLY or not rules.capitals_mark_names:
        return None
    source, claim = ([word for word in side if _is_name(word, rules)] for side in
                     (edit.source, edit.claim))  # fmt: skip
    if len(source) != 1 or len(claim) != 1 or are_alike(source[0].key, claim[0].key):
        return None
    old, new = source[0], claim[0]
    is_elsewhere = any(_begins_alike(new, word) for word in best.words) or any(
        _begins_alike(old, word) for word in own
    )
    if is_elsewhere:
        return None
    return "name", f"The base has “{old.text}” where the abstract has “{new.text}”."


def _begins_alike(one: Word, other: Word) -> bool:
    return one.key[:4] == other.key[:4]


def _is_name(word: Word, rules: LanguageRules) -> bool:
    """Tell a name from abbreviations, titles and words of institutions."""
    is_light = word.key in rules.institutions or word.key in rules.function_words
    is_title = word.key in TITLES or word.key in rules.titles or word.key in rules.months
    return word.text[:1].isupper() and not word.text.isupper() and not is_light and not is_title
