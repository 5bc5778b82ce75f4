"""Whether two words are forms of one word: lists of irregular forms, suffixes for regular ones."""

from provtrack.text.language_rules import LanguageRules

_SHORTEST_STEM = 3
_LONGEST_PREFIX = 5  # letters: under-, inter-, wieder- is longer and rare


def is_same_word(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether two casefolded words are forms of one word (or the same form)."""
    if word == other:
        return True
    forms = rules.inflections
    if word in forms and forms[word] == forms.get(other):
        return True
    if _share_prefix(word, other, rules):
        return True
    sayings = rules.attributions
    if word in sayings and sayings[word] == sayings.get(other):
        return True
    if rules.stem_rules and _share_stem(word, other, rules):
        return True
    stem = _shared(word, other)
    if stem < _SHORTEST_STEM:
        return False
    suffixes = rules.inflection_suffixes
    for length in (stem, stem - 1):
        endings = word[length:], other[length:]
        if _are_two_stems(endings, word[length - 1]):
            return False
        if length >= _SHORTEST_STEM and all(
            ending in suffixes or _undoubled(ending, word[length - 1]) in suffixes
            for ending in endings
        ):
            return True
    return False


def _share_prefix(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether two words are one prefix before forms of one word: undertook, принёс."""
    forms = rules.inflections
    for length in range(1, min(_LONGEST_PREFIX, _shared(word, other)) + 1):
        rest = word[length:]
        if len(rest) >= _SHORTEST_STEM and rest in forms:
            return forms[rest] == forms.get(other[length:])
    return False


def _share_stem(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether two words, one of them with an ending, have one stem by the language's rules."""
    ending = rules.stem_rules[0][0]
    if not (ending.search(word) or ending.search(other)):
        return False
    stems = []
    for stem in (word, other):
        for pattern, replacement in rules.stem_rules:
            stem = pattern.sub(replacement, stem)
        stems.append(stem)
    return stems[0] == stems[1] and len(stems[0]) > _SHORTEST_STEM


def _shared(word: str, other: str) -> int:
    """Count the letters two words begin with in common."""
    for place, (letter, second) in enumerate(zip(word, other, strict=False)):
        if letter != second:
            return place
    return min(len(word), len(other))


def _undoubled(ending: str, last: str) -> str:
    """Drop the consonant that English doubles before an ending: stopped, travelling."""
    return ending.removeprefix(last) if ending[:1] == last else ending


def _are_two_stems(endings: tuple[str, str], last: str) -> bool:
    """Tell planed from planned: one ending after a consonant that only one word doubles."""
    undoubled = [_undoubled(ending, last) for ending in endings]
    return endings[0] != endings[1] and undoubled[0] == undoubled[1] != ""
