"""Ask whether a speaker who is named by a surname only is the one who speaks in the source.

Two people of one family name stand in many documents: R. K. Nehru, a diplomat, retells what Nehru,
the prime minister, thinks. Most documents call one person now by the full name and now by the
surname; so it is asked only where who speaks always has the full name, and the bare surname is
spoken of. Entry point: `namesake_queries`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.speakers import speakers_in
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules

_SHORTEST = 3  # letters of a surname
_SENTENCE_END = re.compile(r"[^\W\d_]{3,}\.\s|\n")  # "Laos. Lloyd", a heading before a name
_NAMED_BEFORE = re.compile(r"[^\W\d_a-zа-яё][\w’'\-]*\.?\s+$")  # a capitalised word


def namesake_queries(
    claim: Reading, base: Sequence[str], speaker: str, rules: LanguageRules
) -> Iterator[Query]:
    """Ask whether a speaker known by surname only is the one who speaks in the source.

    Args:
        claim: What the speaker is made to say.
        base: All paragraphs of the source.
        speaker: As the claim names whoever speaks; may be empty.
    """
    surname = speaker
    if " " in surname or len(surname) < _SHORTEST or _is_light(surname, rules):
        return
    text = "\n\n".join(base)
    speaking = speakers_in(text, rules)
    fuller = next((name for name in speaking if _is_fuller(name, surname, rules)), "")
    speaks_bare = any(_is_bare(name, surname, rules) for name in speaking)
    if fuller and not speaks_bare and _is_named(text, surname):
        yield Query(
            topic="name",
            severity=Severity.WARNING,
            sentence=(
                f"In the source {fuller} speaks and “{surname}” alone is named besides; "
                f"the abstract makes “{speaker}” speak. Are they one?"
            ),
            witness=claim,
        )


def _is_light(word: str, rules: LanguageRules) -> bool:
    folded = word.casefold()
    return folded in rules.persons or folded in rules.function_words or folded in rules.institutions


def _is_fuller(name: str, surname: str, rules: LanguageRules) -> bool:
    """Tell a surname with initials or a forename before it; a title or an office is no name."""
    before, _, last = name.rpartition(surname)
    words = [word.strip(".").casefold() for word in before.split()]
    is_one = bool(before) and not last and not _SENTENCE_END.search(before)
    is_office = any(word in rules.institutions for word in words)
    return is_one and not is_office and any(word and word not in TITLES for word in words)


def _is_bare(name: str, surname: str, rules: LanguageRules) -> bool:
    """Tell a surname alone, or with a title or the end of a sentence before it."""
    return name.endswith(surname) and not _is_fuller(name, surname, rules)


def _is_named(text: str, surname: str) -> bool:
    """Tell whether a surname stands somewhere without initials, title or forename before it."""
    bare = re.compile(rf"(?<![\w.]){re.escape(surname)}\b")
    return any(not _NAMED_BEFORE.search(text[: m.start()][-30:]) for m in bare.finditer(text))
