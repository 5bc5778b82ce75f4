"""Punctuation, quotation marks, dashes, capitals and letter forms where the words agree.

Marks in another style weigh nothing but typography; marks inside the quotation that come or go are
an alteration, and those that carry sense (a question mark, a sign of percent) distort.
Entry point: `weigh_marks`.
"""

import re

from provtrack.auditing.matching import Match
from provtrack.auditing.quoted import GAP, Word
from provtrack.auditing.reported_questions import QUESTION
from provtrack.auditing.sides import Sides
from provtrack.auditing.weighed import Weighed
from provtrack.model.names import Nature
from provtrack.model.quotation import Verdict
from provtrack.taxonomy.forms import QUOTES, SINGLE_QUOTES
from provtrack.text.language_rules import LanguageRules
from provtrack.text.letter_forms import differ_in_points_only, plain_letters

_TELLING = frozenset("?？¿؟%‰§$€£¥+=<>°")
_ONE_MARK = str.maketrans(
    dict.fromkeys(QUOTES | SINGLE_QUOTES, "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict(zip("，。：；！？（）、", ",.:;!?(),", strict=True))
)
_BLANKS = frozenset(" \n\t\r")
_WONDERING = re.compile(r"\s?\([!?]{1,3}\)")
_ELLIPSIS = re.compile(r"…+|\.(?:\s?\.){2,}")


def weigh_marks(found: Match, sides: Sides) -> list[Weighed]:
    """Weigh what differs in and between the words that agree, and at both ends."""
    weighed = [
        one
        for s, q in found.pairs
        for is_first in (q == found.pairs[0][1] == 0,)
        for one in (
            _letters(sides.source[s], sides.quoted.words[q], sides.rules, is_first=is_first),
        )
        if one
    ]
    for (s, q), (next_s, next_q) in zip(found.pairs, found.pairs[1:], strict=False):
        if next_s == s + 1 and next_q == q + 1:
            old = sides.source[s].end, sides.source[next_s].start
            word = sides.quoted.words[q]
            new = word.end, sides.quoted.words[next_q].start
            if word.written and word.key == word.written:
                old = old[0] + 1, old[1]  # the stop of the abbreviation
            weighed += _between(old, new, sides)
    return weighed + _outside(found, sides)


def _letters(old: Word, new: Word, rules: LanguageRules, *, is_first: bool) -> Weighed | None:
    """Weigh the same word in other capitals or letter forms."""
    if old.text == new.text:
        return None
    spans = (old.start, old.end), (new.start, new.end)
    if new.key == new.written:
        said = "an abbreviation expanded in brackets"
        return Weighed(Nature.BRACKET, Verdict.EDITORIAL, 0.9, said, *spans, is_declared=True)
    if plain_letters(old.text).lower() != plain_letters(new.text).lower() and not (
        differ_in_points_only(old.text, new.text)
    ):
        if old.text.translate(_ONE_MARK).lower() == new.text.translate(_ONE_MARK).lower():
            return Weighed(Nature.PUNCTUATION, Verdict.TYPOGRAPHIC, 0.95, "other marks", *spans)
        return Weighed(Nature.SPELLING, Verdict.ALTERED, 0.8, "another spelling", *spans)
    if old.text.casefold() == new.text.casefold() and not new.is_patched and not is_first:
        if old.text[1:] == new.text[1:] and old.key in rules.telling_capitals:
            return Weighed(Nature.CASE, Verdict.ALTERED, 0.8, "another capital", *spans)
        return Weighed(Nature.CASE, Verdict.TYPOGRAPHIC, 0.8, "other capitals", *spans)
    return Weighed(Nature.CASE, Verdict.TYPOGRAPHIC, 0.9, "the same letters", *spans)


def _between(old: tuple[int, int], new: tuple[int, int], sides: Sides) -> list[Weighed]:
    """Weigh the marks between two words that follow each other on both sides."""
    before, after = sides.text[slice(*old)], sides.quoted.text[slice(*new)]
    wondering = _WONDERING.search(after)
    if wondering and not _WONDERING.search(before):
        at = new[0] + wondering.start(), new[0] + wondering.end()
        said = "the author wonders"
        declared = Weighed(Nature.BRACKET, Verdict.EDITORIAL, 0.9, said, old, at, is_declared=True)
        return [declared, *_differing(before, _WONDERING.sub("", after), old, new, sides)]
    return _differing(before, after, old, new, sides)


def _differing(
    before: str, after: str, old: tuple[int, int], new: tuple[int, int], sides: Sides
) -> list[Weighed]:
    """Weigh marks against those of the source."""
    if before == after or " ".join(before.split()) == " ".join(after.split()):
        if set(before) - set(after) - _BLANKS or set(after) - set(before) - _BLANKS:
            return [Weighed(Nature.SPACING, Verdict.TYPOGRAPHIC, 0.95, "other blanks", old, new)]
        is_lost = any(map(str.isspace, before)) != any(map(str.isspace, after))
        if is_lost and not sides.rules.words:
            return [Weighed(Nature.SPACING, Verdict.TYPOGRAPHIC, 0.9, "a blank", old, new)]
        return []
    plain, other = _plain(before), _plain(after)
    if plain == other or plain.replace("'", "") == other.replace("'", ""):
        said = "marks or blanks in another style"
        return [Weighed(Nature.PUNCTUATION, Verdict.TYPOGRAPHIC, 0.95, said, old, new)]
    if _is_interrupted(new, sides) and not set(before + after) & _TELLING:
        said = "the pause where the author's words stand"
        return [Weighed(Nature.PUNCTUATION, Verdict.TYPOGRAPHIC, 0.9, said, old, new)]
    if set(before) & _TELLING != set(after) & _TELLING:
        said = "a mark that carries sense"
        return [Weighed(Nature.WORDING, Verdict.DISTORTED, 0.7, said, old, new)]
    return [Weighed(Nature.PUNCTUATION, Verdict.ALTERED, 0.8, "other punctuation", old, new)]


def _is_interrupted(new: tuple[int, int], sides: Sides) -> bool:
    """Tell whether the author's own words, now hidden, stood between two words."""
    first, last = (sides.quoted.origins[at] for at in new)
    return last - first > new[1] - new[0]


def _plain(marks: str) -> str:
    """Bring marks to one style."""
    plain = _ELLIPSIS.sub("…", "".join(marks.split())).translate(_ONE_MARK)
    return re.sub(r"-+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+", _one_dash, plain.replace("[", "").replace("]", ""))


def _one_dash(found: re.Match[str]) -> str:
    """Give one dash for several, and nothing for the raised number of a note."""
    return "-" if found[0].startswith("-") else ""


def _outside(found: Match, sides: Sides) -> list[Weighed]:
    """Weigh the marks before the first word and after the last one."""
    words = sides.quoted.words
    if not found.pairs or GAP in (words[0].key, words[-1].key):
        return []
    weighed = []
    last = sides.source[found.last - 1].end
    tail, head = sides.quoted.text[words[-1].end :], sides.quoted.text[: words[0].start]
    first = sides.source[found.first].start
    following, leading = sides.text[last : last + 8], sides.text[max(0, first - 8) : first]
    if tail.strip() and not following.startswith(tail.rstrip()):
        spans = (
            (last, min(last + len(tail), len(sides.text))),
            (words[-1].end, len(sides.quoted.text)),
        )
        if ("?" in tail) != ("?" in following[: len(tail) + 1]):
            weighed.append(Weighed(Nature.WORDING, Verdict.DISTORTED, 0.7, QUESTION, *spans))
        else:
            said = "the closing mark"
            weighed.append(Weighed(Nature.PUNCTUATION, Verdict.TYPOGRAPHIC, 0.95, said, *spans))
    if head.strip() and not leading.endswith(head.lstrip()):
        spans = (first, first), (0, words[0].start)
        said = "the opening mark"
        weighed.append(Weighed(Nature.PUNCTUATION, Verdict.TYPOGRAPHIC, 0.95, said, *spans))
    return weighed
