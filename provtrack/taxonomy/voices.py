"""A sentence turned from active to passive: the court dismissed it, it was dismissed.

Changes inside one sentence are judged together: they are one change of voice if both readings have
the same words of weight, only one of them has a passive auxiliary, and what stands before the verb
in one stands after it in the other. Entry points: `voice_rows`, `voice_of`.
"""

from collections.abc import Iterator, Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.cases import BREAKS, Case
from provtrack.taxonomy.hunks import Hunk, is_content
from provtrack.taxonomy.inflection import is_same_word
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_SENTENCE_ENDS = frozenset(".!?;。！？；")
_LONGEST_ROW = 8  # changes of one sentence
_MOST_WORDS = 24  # of a clause that is looked at


def voice_rows(cases: Sequence[Case], rules: LanguageRules) -> Iterator[tuple[int, int]]:
    """Give the ranges of cases that stand in one sentence, if a passive comes or goes in them."""
    passive = [_has_passive(case, rules) for case in cases]
    if not any(passive):
        return
    start = 0
    for place in range(1, len(cases) + 1):
        if place < len(cases) and _stand_in_one_sentence(cases[place - 1], cases[place]):
            continue
        if place - start <= _LONGEST_ROW and any(passive[start:place]):
            yield start, place
        start = place


def _has_passive(case: Case, rules: LanguageRules) -> bool:
    keys = {*case.hunk.old_keys} ^ {*case.hunk.new_keys}
    return case.edit.kind not in BREAKS and not rules.passives.isdisjoint(keys)


def _stand_in_one_sentence(case: Case, other: Case) -> bool:
    if any(one.edit.kind in BREAKS for one in (case, other)):
        return False
    (text, _, end), (other_text, start, _) = case.hunk.base, other.hunk.base
    is_one = case.edit.base.paragraph == other.edit.base.paragraph and (
        case.edit.witness.paragraph == other.edit.witness.paragraph
    )
    return is_one and text is other_text and _SENTENCE_ENDS.isdisjoint(text[end:start])


def voice_of(hunk: Hunk) -> Ruling | None:
    """Judge two readings that say one thing in the active and in the passive voice."""
    rules = hunk.rules
    sides = [(hunk.old_keys, hunk.new_keys), (hunk.new_keys, hunk.old_keys)]
    for active, passive in sides:
        has_passive = [not rules.passives.isdisjoint(keys) for keys in (active, passive)]
        if has_passive == [False, True] and _is_turned(active, passive, rules):
            said = "the same in the passive and in the active voice"
            return Ruling(Nature.TENSE, f"{rules.language}-tense-3", 0.7, said)
    return None


def _is_turned(active: Sequence[str], passive: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether subject and object change places about the same verb."""
    ours, theirs = (_weighty(keys, rules) for keys in (active, passive))
    agents = rules.impersonal & set(active)
    lost = 0 if not agents else len([word for word in ours if word in agents])
    if not 1 < len(theirs) == len(ours) - lost or len(ours) > _MOST_WORDS:
        return False
    return any(
        _are_same(_without(ours[:place], agents), theirs[turn + 1 :], rules)
        and _are_same(ours[place + 1 :], theirs[:turn], rules)
        for place, verb in enumerate(ours)
        for turn, other in enumerate(theirs)
        if is_same_word(verb, other, rules)
    )


def _weighty(keys: Sequence[str], rules: LanguageRules) -> list[str]:
    """Leave out light words, auxiliaries and what leads to the agent; keep what negates."""
    light = rules.auxiliaries | rules.passives | rules.agent_leads
    return [
        key for key in keys if key in rules.impersonal or (key not in light and _tells(key, rules))
    ]


def _tells(key: str, rules: LanguageRules) -> bool:
    return is_content(key, rules) or key in rules.negations or key in rules.modality


def _without(words: Sequence[str], agents: frozenset[str]) -> list[str]:
    return [word for word in words if word not in agents]


def _are_same(words: Sequence[str], others: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether two rows have the same words, declined or not, in order."""
    return len(words) == len(others) and all(
        is_same_word(word, other, rules) for word, other in zip(words, others, strict=True)
    )
