"""What a cut makes of a part: “two of” the three plants become the three plants.

A figure, share or quantifier with what joins it to its whole ("of") stands left of the cut, and the
quotation, a statement, begins with the whole. Entry points: `part_before`,
`of_whole`.
"""

import re
from collections.abc import Sequence

from provtrack.auditing.quoted import Word, words_of
from provtrack.auditing.weighed import Weighed
from provtrack.model.names import Nature
from provtrack.model.quotation import Verdict
from provtrack.taxonomy.numerals import numeral
from provtrack.taxonomy.persons import ARTICLES
from provtrack.text.language_rules import LanguageRules
from provtrack.text.sentences import sentences_of
from provtrack.text.speaking import speaking_of

_WINDOW = 120  # code points before a passage
_LEAST = 3  # words of a statement that has a verb
_LONG = 10  # words of one in which no verb is known
_WHOLE = 10  # strength of a quantifier that takes nothing away: all of
_PAUSE = re.compile(r"[^\w\s'’%-]")
_ADDED = re.compile(r"\W*\[[^\]]{3,}\]")


def part_before(
    text: str, start: int, end: int, *, rules: LanguageRules, quoted: str, setting: str = ""
) -> str:
    """Give the part left of a passage of whose whole it speaks: "two of"; "" if there is none.

    Args:
        quoted: The quotation.
        setting: The author's own words before it.
    """
    if rules.words or not rules.partitives or _ADDED.match(quoted):
        return ""
    start += _joining(text[start:end], quoted, rules)
    farthest = max(0, start - _WINDOW)
    left = text[max(farthest, text.rfind("\n\n", farthest, start) + 1) : start]
    left = left[sentences_of(left + "x", rules.language)[-1].start :]
    words = words_of(left, rules)
    found = _part(left, words, rules)
    if found is None or not _is_statement(text[start:end], quoted, rules):
        return ""
    if words[found].key[0].isdigit() and not _is_counted(text[start:end], rules):
        return ""
    said = {word.key for word in words_of(setting, rules)}
    if any(_is_quantity(key, rules) for key in said):
        return ""
    return " ".join(left[words[found].start :].split())


def _joining(passage: str, quoted: str, rules: LanguageRules) -> int:
    """Give the length of an "of" for which the quotation has another word: les for (deux) des."""
    ours, theirs = words_of(quoted, rules)[:1], words_of(passage, rules)[:1]
    if not ours or not theirs or ours[0].key == theirs[0].key:
        return 0
    return theirs[0].end if theirs[0].key in rules.partitives else 0


def _part(left: str, words: Sequence[Word], rules: LanguageRules) -> int | None:
    """Find the quantity that ends some words, but for "of" and an article."""
    at = len(words) - 1
    articles = (rules.articles | ARTICLES) - rules.partitives
    while at > 0 and words[at].key in articles:
        at -= 1
    joined = at
    while at > 0 and words[at].key in rules.partitives:
        at -= 1
    is_genitive = not rules.articles and at >= 0 and words[at].key in rules.shares
    if at < 0 or (at == joined and not is_genitive) or _PAUSE.search(left[words[at].end :]):
        return None
    return at if _is_quantity(words[at].key, rules) else None


def _is_quantity(key: str, rules: LanguageRules) -> bool:
    """Tell a figure, a share, or a quantifier of less than all."""
    if key in rules.shares or numeral(key, rules) is not None or key in rules.cardinals:
        return True
    return rules.quantifiers.get(key, _WHOLE) < _WHOLE


def _is_counted(passage: str, rules: LanguageRules) -> bool:
    """Tell a whole that is counted as well, 12 of the 40; July 25 of that year is none."""
    keys = [word.key for word in words_of(passage, rules)[:2]]
    return any(numeral(key, rules) is not None for key in keys)


def _is_statement(passage: str, quoted: str, rules: LanguageRules) -> bool:
    """Tell whether a quotation says something of the whole, and does not only name it."""
    keys = [word.key for word in words_of(passage, rules)]
    verbs = rules.auxiliaries | rules.passives | rules.modality.keys()
    relatives = {word for term in rules.relatives for word in term.split()[-1:]}
    related = (n for n, key in enumerate(keys) if key in rules.complementizers | relatives)
    own = keys[: next(related, len(keys))]  # "the reasons that were given" says nothing
    is_verbal = not (verbs | speaking_of(rules.language).verbs).isdisjoint(own)
    first = [word.key for word in words_of(quoted, rules)[:1]]
    is_turned = bool(first) and not rules.articles and first != keys[:1]  # три for трёх
    return len(own) >= _LONG or (len(keys) >= _LEAST and (is_verbal or is_turned))


def of_whole(part: str, start: int) -> Weighed:
    """Weigh a cut that says of a whole what its source says of a part."""
    said = f"the source has “{part}” before it"
    return Weighed(Nature.QUANTIFIER, Verdict.DISTORTED, 0.85, said, (start, start), (0, 0))
