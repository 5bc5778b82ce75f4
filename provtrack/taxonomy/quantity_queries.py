"""Ask where a claim has a figure of its source and another quantity: a whole for a part, a growth.

"All three plants" has the three of "two of the three plants", and "risen by 7 percent" the seven of
"risen from 4 to 7 percent": each figure is known, and still the quantity is another.
Entry point: `quantity_queries`.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.figure_queries import Counted, counted_in
from provtrack.taxonomy.hunks import key_of, tokens_of
from provtrack.text.language_rules import LanguageRules
from provtrack.text.retelling import retelling_of

_BETWEEN = 3  # tokens between a part and its whole: two *out of the* three
_STEM = 5  # letters of what is counted that count: завод, заводов
_ALL = 10  # on the scale of quantifiers


def quantity_queries(
    clause: Reading, texts: Sequence[str], sentence: str, rules: LanguageRules
) -> Iterator[Query]:
    """Ask of the figures of a clause that the paragraphs beside it have as part of others.

    Args:
        sentence: What the clause is part of; what another part of it says is not missed.
    """
    own, around = counted_in(clause.text, rules), counted_in(sentence, rules)
    for text in texts if own else ():
        tokens = tokens_of(text, rules.language)
        for first, second in pairwise(counted_in(text, rules)):
            between = [key_of(t) for t in tokens[first.value.last : second.value.first]]
            if not between or any(_same(first, other) for other in around):
                continue
            if _is_part(first, second, between, rules):
                said = next((one for one in own if _is_whole(one, second, sentence, rules)), None)
            elif _is_growth(first, second, between, rules):
                said = next((one for one in own if _is_step(one, second, clause, rules)), None)
            else:
                continue
            if said is not None:
                shown = _shown(said, clause, rules)
                has = " ".join(tokens[first.value.first : second.value.last])
                yield Query(
                    topic="quantifier",
                    severity=Severity.WARNING,
                    sentence=f"The base says “{has}”; the abstract says “{shown}”.",
                    witness=clause,
                )
                return


def _shown(one: Counted, clause: Reading, rules: LanguageRules) -> str:
    """Give a value with the word before it: all three, by 7 percent."""
    tokens = tokens_of(clause.text, rules.language)
    return " ".join(tokens[max(0, one.value.first - 1) : one.value.last])


def _same(one: Counted, other: Counted) -> bool:
    return one.value.worth[0] == other.value.worth[0] or (
        one.amount is not None and one.amount == other.amount
    )


def _is_part(first: Counted, second: Counted, between: Sequence[str], rules: LanguageRules) -> bool:
    """Tell "two of the three plants"."""
    partitives = retelling_of(rules.language).partitives
    is_light = all(key in rules.function_words or key in partitives for key in between)
    has_of = bool(partitives & {*between, " ".join(between[:2])})
    is_counted = len(between) <= _BETWEEN and bool(second.thing)
    numbers = first.value.worth[0], second.value.worth[0]
    return is_light and has_of and is_counted and _is_less(*numbers)


def _is_less(one: object, other: object) -> bool:
    return isinstance(one, int | Fraction) and isinstance(other, int | Fraction) and one < other


def _is_whole(one: Counted, whole: Counted, sentence: str, rules: LanguageRules) -> bool:
    """Tell whether a claim counts the whole, and says of no part."""
    keys = {key_of(token) for token in tokens_of(sentence, rules.language)}
    is_part = any(0 < rules.quantifiers.get(key, 0) < _ALL for key in keys)
    is_one_thing = one.thing[:_STEM] == whole.thing[:_STEM] != ""
    return is_one_thing and one.value.worth == whole.value.worth and not is_part


def _is_growth(
    first: Counted, second: Counted, between: Sequence[str], rules: LanguageRules
) -> bool:
    """Tell "from 4 to 7 percent": two amounts of one thing with a light word between."""
    is_one_thing = first.amount is not None and first.thing == second.thing
    return is_one_thing and len(between) == 1 and between[0] in retelling_of(rules.language).up_to


def _is_step(one: Counted, second: Counted, clause: Reading, rules: LanguageRules) -> bool:
    """Tell "by 7 percent", where seven is what was reached."""
    tokens = tokens_of(clause.text, rules.language)
    before = key_of(tokens[one.value.first - 1]) if one.value.first else ""
    return one.amount == second.amount and before in retelling_of(rules.language).steps
