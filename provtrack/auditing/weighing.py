"""What each departure of a quotation from its source weighs: form, colour, or sense.

The nature comes from the taxonomy. A change of negation, figure, date, name, modality or quantity
turns the sense whatever the letters look like; recognition noise is looked for only where the word
that is read is no word. Weights are verdicts: typographic, editorial, altered, distorted.
Entry points: `Weighed`, `weigh`.
"""

from collections.abc import Sequence
from dataclasses import replace

from provtrack.auditing.bracketing import weigh_declared
from provtrack.auditing.garbling import is_garbled
from provtrack.auditing.matching import Match
from provtrack.auditing.near_words import are_near
from provtrack.auditing.pairing import Stretch
from provtrack.auditing.recutting import recut
from provtrack.auditing.same_sense import (
    are_grouped_otherwise,
    are_one_figure,
    are_one_name,
    are_one_person,
    is_set_otherwise,
    light_share,
)
from provtrack.auditing.sides import Sides
from provtrack.auditing.slips import (
    TWO_SCRIPTS,
    is_spaced_out,
    is_written_twice,
    set_otherwise,
)
from provtrack.auditing.turning_words import is_made_active, turned, without_shared
from provtrack.auditing.weighed import Weighed
from provtrack.model.comparison import Change
from provtrack.model.edits import Edit, EditKind, Place
from provtrack.model.names import ACCIDENTAL_NATURES, Nature
from provtrack.model.quotation import Verdict
from provtrack.taxonomy import classify
from provtrack.taxonomy.balance import CARRIED
from provtrack.taxonomy.inflection import is_same_word
from provtrack.taxonomy.recognition import distance, is_near
from provtrack.taxonomy.spellings import spelling_key
from provtrack.text.language_rules import LanguageRules

_NOISY = 1  # garbled words in a quotation that make others likely
_LIKE = 0.4  # share of the letters in which a word and its correction may differ
_SENSE = frozenset(
    [Nature.NEGATION, Nature.FIGURE, Nature.DATE, Nature.NAME, Nature.MODALITY, Nature.QUANTIFIER,
     Nature.ATTRIBUTION]
)  # fmt: skip
_TYPOGRAPHIC = frozenset([Nature.PUNCTUATION, Nature.QUOTATION, Nature.BRACKET])


def weigh(found: Match, sides: Sides) -> list[Weighed]:
    """Weigh what a quotation departs in from the passage, but for ellipses and punctuation."""
    departing = [part for part in found.stretches if not part.is_swallowed]
    printed = {part: set_otherwise(part, sides) for part in departing}
    parts = [part for part in departing if not printed[part]]
    surely = sum(is_garbled(part, sides, is_noisy=False) for part in parts)
    is_noisy = surely + list(printed.values()).count(TWO_SCRIPTS) >= _NOISY
    if is_noisy:
        parts = recut(parts, sides)
    garbled = [part for part in parts if is_garbled(part, sides, is_noisy=is_noisy)]
    weighed = [
        Weighed(Nature.SPELLING, weight, 0.9, how, *sides.spans(part))
        for part, how in printed.items()
        if how
        for weight in (Verdict.ALTERED if how == TWO_SCRIPTS else Verdict.TYPOGRAPHIC,)
    ]
    weighed += [_noise(part, sides) for part in garbled]
    plain: list[Stretch] = []
    for part in parts:
        if part in garbled:
            continue
        words = sides.quoted.words[part.q0 : part.q1]
        is_new = part.s0 == part.s1 and all(word.is_patched for word in words)
        if _is_corrected(part, sides):
            said = "corrected in brackets"
            spans = sides.spans(part)
            weighed.append(Weighed(Nature.BRACKET, Verdict.EDITORIAL, 0.9, said, *spans, True))
        elif any(word.is_inserted for word in words) or (words and is_new):
            weighed.append(weigh_declared(part, sides))
        elif any(word.is_patched for word in words) and part.s0 < part.s1:
            weighed.append(_patched(part, sides))
        elif not sides.rules.words and is_written_twice(part, sides):
            said = "the same words twice"
            weighed.append(
                Weighed(Nature.SPELLING, Verdict.ALTERED, 0.85, said, *sides.spans(part))
            )
        else:
            plain.append(part)
    weighed += _classified(plain, sides, is_noisy=is_noisy)
    return sorted(weighed, key=lambda one: (one.source, one.quoted))


def _noise(part: Stretch, sides: Sides) -> Weighed:
    """Weigh letters that differ: a word set otherwise, in another form or spelling, or misread."""
    spans = sides.spans(part)
    (s0, s1), (q0, q1) = spans
    if is_spaced_out(part, sides):
        return Weighed(Nature.CASE, Verdict.TYPOGRAPHIC, 0.9, "emphasis by spaces", *spans)
    if sides.text[s0:s1].rstrip(".") == sides.quoted.text[q0:q1].rstrip("."):
        return Weighed(Nature.PUNCTUATION, Verdict.TYPOGRAPHIC, 0.9, "the stop", *spans)
    old = [word.key for word in sides.source[part.s0 : part.s1]]
    new = [word.key for word in sides.quoted.words[part.q0 : part.q1]]
    nature, said = Nature.SPELLING, "misread or misspelt"
    if _are_forms(old, new, sides.rules):
        nature, said = Nature.TENSE, "another form of the word"
    elif "".join(old) == "".join(new):
        said = "written together or apart"
    elif _spelt(old, sides.rules) == _spelt(new, sides.rules):
        said = "another spelling"
    return Weighed(nature, Verdict.ALTERED, 0.85, said, *spans)


def _is_corrected(part: Stretch, sides: Sides) -> bool:
    """Tell a word that brackets right after it correct: take the initiate [initiative]."""
    words = sides.quoted.words[part.q0 : part.q1 + 1]
    if part.s0 < part.s1 or len(words) != 2 or words[0].is_inserted or not words[1].is_inserted:
        return False
    old, new = (word.key for word in words)
    return distance(old, new) <= _LIKE * max(len(old), len(new))


def _spelt(words: Sequence[str], rules: LanguageRules) -> list[str]:
    return [spelling_key(word, rules.language) for word in words]


def _patched(part: Stretch, sides: Sides) -> Weighed:
    """Weigh a word with letters in brackets: receive[d]."""
    old = sides.source[part.s0 : part.s1]
    new = sides.quoted.words[part.q0 : part.q1]
    same = len(old) == len(new) and all(
        is_same_word(one.key, other.key, sides.rules) or is_near(one.key, other.key)
        for one, other in zip(old, new, strict=True)
    )
    weight = Verdict.EDITORIAL if same else Verdict.DISTORTED
    return Weighed(
        Nature.BRACKET, weight, 0.9, "letters in brackets", *sides.spans(part), is_declared=True
    )


def _classified(parts: Sequence[Stretch], sides: Sides, *, is_noisy: bool) -> list[Weighed]:
    """Let the taxonomy name the changes, and weigh each by its nature."""
    edits = []
    for part in parts:
        (s0, s1), (q0, q1) = sides.spans(part)
        kind = (
            EditKind.REPLACE
            if s0 < s1 and q0 < q1
            else (EditKind.DELETE if s0 < s1 else EditKind.INSERT)
        )
        edits.append(Edit(kind, Place(0, s0, s1), Place(0, q0, q1)))
    if not edits:
        return []
    changes = classify(
        edits, [sides.text], [sides.quoted.text], positions=([0], [0]),
        language=sides.rules.language,
    )  # fmt: skip
    weighed = [_weighed(change, sides, is_noisy=is_noisy) for change in changes]
    if not is_made_active(parts, sides):
        return weighed
    said = "the passive made active: whoever acted is acted upon"
    return [replace(one, weight=Verdict.DISTORTED, explanation=said) for one in weighed]


def _weighed(change: Change, sides: Sides, *, is_noisy: bool) -> Weighed:
    nature, weight, said = _weight(change, sides, is_noisy=is_noisy)
    return Weighed(
        nature,
        weight,
        change.confidence,
        said or change.explanation,
        (change.base.start, change.base.end),
        (change.witness.start, change.witness.end),
    )


def _weight(change: Change, sides: Sides, *, is_noisy: bool) -> tuple[Nature, Verdict, str]:
    """Weigh one change: sense first, then form, then light words, then noise."""
    rules = sides.rules
    old, new = (
        [word.key for word in words if start <= word.start and word.end <= end]
        for words, (start, end) in (
            (sides.source, (change.base.start, change.base.end)),
            (sides.quoted.words, (change.witness.start, change.witness.end)),
        )
    )
    if change.rule == CARRIED:
        return change.nature, Verdict.ALTERED, ""
    if change.nature is Nature.ATTRIBUTION and not new and _is_retold(change, sides):
        return change.nature, Verdict.EDITORIAL, "told in the author's words"
    turning = turned(old, new, sides, change)
    if turning:
        return turning[0], Verdict.DISTORTED, turning[1]
    only_old, only_new = without_shared(old, new)
    all_fillers = all(key in rules.fillers for key in (*only_old, *only_new))
    if change.nature is Nature.NAME and are_one_name(change):
        return Nature.NAME_FORM, Verdict.ALTERED, "may be another spelling of the same name"
    if change.nature in (Nature.FIGURE, Nature.DATE) and are_one_figure(change, rules):
        return Nature.FIGURE_FORM, Verdict.ALTERED, "the same number, in figures or in words"
    if change.nature is Nature.FIGURE and are_grouped_otherwise(change):
        return Nature.FIGURE_FORM, Verdict.ALTERED, "the same figure, its digits set otherwise"
    if change.nature in _SENSE:
        is_colour = all_fillers and not (only_old and only_new) and change.nature in (
            Nature.QUANTIFIER, Nature.MODALITY
        )  # fmt: skip
        said = light_share(change, only_old, only_new, sides)
        return change.nature, Verdict.ALTERED if is_colour or said else Verdict.DISTORTED, said
    if change.nature in ACCIDENTAL_NATURES or change.nature in _TYPOGRAPHIC:
        is_form = change.nature in _TYPOGRAPHIC or change.nature is Nature.SPACING
        letters, others = ("".join("".join(side).split()) for side in (old, new))
        is_blank = letters == others and any(map(str.isdecimal, letters))
        is_form = (is_form and not (old or new)) or is_blank or is_set_otherwise(change)
        return change.nature, Verdict.TYPOGRAPHIC if is_form else Verdict.ALTERED, ""
    light = rules.function_words | rules.fillers | rules.light | rules.courtesies
    if all(key in light for key in (*only_old, *only_new)):
        return change.nature, Verdict.ALTERED, "light words"
    is_one_person = are_one_person(only_old, only_new, rules)
    if change.nature is Nature.TENSE or is_one_person or _are_forms(only_old, only_new, rules):
        return Nature.TENSE, Verdict.ALTERED, ""
    if is_noisy and are_near(only_old, only_new, rules):
        return Nature.SPELLING, Verdict.ALTERED, "misread, among other words misread"
    return change.nature, Verdict.DISTORTED, ""


def _is_retold(change: Change, sides: Sides) -> bool:
    """Tell whether the author's own "he said" stands where that of the source is left out."""
    at = change.witness.start
    before = max((word.end for word in sides.quoted.words if word.end <= at), default=None)
    after = min((word.start for word in sides.quoted.words if word.start >= at), default=None)
    if before is None or after is None:
        return False
    first, last = sides.quoted.origins[before - 1], sides.quoted.origins[after]
    return last - first > after - before + 1


def _are_forms(old: Sequence[str], new: Sequence[str], rules: LanguageRules) -> bool:
    return (
        bool(old)
        and len(old) == len(new)
        and all(is_same_word(one, other, rules) for one, other in zip(old, new, strict=True))
    )
