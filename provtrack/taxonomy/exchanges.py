"""Names, figures, dates and words that stand in exchanged places: who misled whom.

Each change alone says "another name: Weller against Harding". Where the name that one change takes
away comes in another change of the same sentence, and the other way round, the sentence speaks of
the same persons and says the reverse. Entry point: `tell_exchanged`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from provtrack.model.comparison import Change, Reading
from provtrack.model.names import ChangeKind, Nature
from provtrack.taxonomy.hunks import is_content, is_word, key_of, tokens_of
from provtrack.taxonomy.inflection import is_same_word
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules, rules_of

_NOUNS = {
    Nature.NAME: "names",
    Nature.FIGURE: "figures",
    Nature.DATE: "dates",
    Nature.WORDING: "words",
}
_MOST_WORDS = 6  # of a reading: longer ones are rewordings
_MOST_AFTER = 12  # changes that are looked at after one
_SENTENCE_ENDS = frozenset(".!?…。！？")
_CONFIDENCE = 0.85


def tell_exchanged(
    changes: Sequence[Change], base: Sequence[str], positions: Sequence[int], *, language: str
) -> tuple[Change, ...]:
    """Say of changes of one sentence that their readings have changed places.

    Args:
        changes: In reading order, inside one bead.
        base: The paragraphs of the base, at `positions`.
    """
    rules = rules_of(language)
    texts = dict(zip(positions, base, strict=True))
    pairs = [
        (place, _keys(change.base.text, rules.language), _keys(change.witness.text, rules.language))
        for place, change in enumerate(changes)
        if change.kind is ChangeKind.SUBSTITUTION
        and change.nature in _NOUNS
        and not _changes_voice(change, rules)
    ]
    sources: set[int] = set()
    targets: set[int] = set()
    partners: dict[int, int] = {}
    for number, (place, old, new) in enumerate(pairs):
        for other, old_there, new_there in pairs[number + 1 : number + 1 + _MOST_AFTER]:
            goes, comes = _are_same(old, new_there, rules), _are_same(new, old_there, rules)
            if not (goes or comes):
                continue
            if not _in_one_sentence(changes[place].base, changes[other].base, texts):
                break
            sources.update([place] * goes + [other] * comes)
            targets.update([other] * goes + [place] * comes)
            partners.setdefault(place, other)
            partners.setdefault(other, place)
    told = list(changes)
    for place in sources & targets:
        told[place] = _told(changes[place], changes[partners[place]], rules)
    return tuple(told)


def _changes_voice(change: Change, rules: LanguageRules) -> bool:
    """Tell whether only one reading says "by": in the passive the names stand the other way."""
    old, new = (
        set(map(key_of, reading.text.split())) & rules.agent_leads
        for reading in (change.base, change.witness)
    )
    return old != new


@lru_cache(maxsize=1 << 12)
def _keys(text: str, language: str) -> tuple[str, ...]:
    """Give the words of a reading that carry sense, without articles written together with them."""
    rules = rules_of(language)
    keys = []
    for word in filter(is_word, tokens_of(text, language)):
        key = key_of(word)
        elided = next((e for e in rules.elisions if e and key.startswith(e)), "")
        keys.append(key.removeprefix(elided))
    content = tuple(key for key in keys if is_content(key, rules))
    return content if 0 < len(content) <= _MOST_WORDS else ()


def _are_same(keys: tuple[str, ...], others: tuple[str, ...], rules: LanguageRules) -> bool:
    if not keys or len(keys) != len(others):
        return False
    return all(
        a[:1] == b[:1] and is_same_word(a, b, rules) for a, b in zip(keys, others, strict=True)
    )


def _in_one_sentence(first: Reading, second: Reading, texts: dict[int, str]) -> bool:
    """Tell whether no sentence ends between two readings; "Mr." ends none."""
    if first.paragraph != second.paragraph:
        return False
    chunks = texts[first.paragraph][first.end : second.start].split()
    return not any(
        chunk.rstrip("\"'”’»)")[-1:] in _SENTENCE_ENDS
        and chunk.rstrip(".").casefold() not in TITLES
        for chunk in chunks
    ) and not any(mark in chunk for chunk in chunks for mark in "。！？")


def _told(change: Change, partner: Change, rules: LanguageRules) -> Change:
    """Say that the two readings stand in exchanged places; a first word may be a name too."""
    nature = change.nature
    if nature is Nature.WORDING and (
        partner.nature is Nature.NAME or (_is_name(change, rules) and _is_name(partner, rules))
    ):
        nature = Nature.NAME
    noun = _NOUNS[nature]
    old, new = change.base.text.strip(), change.witness.text.strip()
    return replace(
        change,
        nature=nature,
        rule=f"any-{nature.value}-9",
        confidence=max(change.confidence, _CONFIDENCE),
        explanation=f"the {noun} stand in exchanged places: {old} against {new}",
    )


def _is_name(change: Change, rules: LanguageRules) -> bool:
    """Tell whether both readings have a capital, where capitals mark names."""
    texts = change.base.text.strip(), change.witness.text.strip()
    return rules.capitals_mark_names and all(text[:1].isupper() for text in texts)
