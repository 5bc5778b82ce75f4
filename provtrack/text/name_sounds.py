"""What a name sounds like, in few classes, so that scripts and systems of romanisation agree.

Чжоу Эньлай, 周恩来, Zhou Enlai and Chou En-lai give one row of consonants; so do Хрущев, 赫鲁晓夫
and Khrushchev. The classes are coarse: they can tell that nothing on the other side of a bead
sounds like a name, not that two names are one. Names that do not sound alike (Китай, China, 中国)
stand in ``lexis/names.toml`` under `between`.
Entry points: `sounds_of`, `consonants_of`, `han_consonants`, `translated`.
"""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from itertools import islice, product

from anyascii import anyascii

_MOST_READINGS = 48
_NOT_LETTERS = re.compile(r"[^a-z]")
_DOUBLED = re.compile(r"(.)\1+")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST_HAN = 7  # characters of a name written in Chinese
_VOWELS = re.compile("[aiu]")
_SHORTEST_STEM = 3  # letters before an ending that declension may change
_LONGEST_ENDING = 3
_WEAK_END = re.compile(r"[aeiouyаеёиоуыэюяйьії]$")

# What letters can stand for, longest first. Capitals are classes of consonants, S every sibilant,
# K what is spoken in the throat; vowels are a, i and u; "" is not spoken.
_READINGS = (
    ("shch", "S"), ("chzh", "S"), ("tsch", "S"), ("dsch", "S"), ("schtsch", "S"), ("tch", "S"),
    ("dzh", "S"), ("sch", "S SK"), ("sh", "S"), ("zh", "S"), ("ch", "S K"), ("ts", "S"),
    ("tz", "S"), ("cz", "S"), ("dz", "S"), ("dj", "S"), ("hs", "S"), ("ph", "F"), ("th", "T F"),
    ("kh", "K"), ("gh", "K"), ("ck", "K"), ("ng", "N NK NS"), ("ei", "i a"), ("x", "KS S"),
    ("q", "K S"),
    ("ce", "Si"), ("ci", "Si"), ("cy", "Si"), ("c", "K"), ("ge", "Ki Si"), ("gi", "Ki Si"),
    ("j", "i S"), ("h", "K "), ("k", "K"), ("g", "K"), ("b", "P"), ("p", "P"), ("v", "F P u"),
    ("f", "F T"), ("w", "F u"), ("d", "T"), ("t", "T"), ("z", "S"), ("s", "S"), ("m", "M"),
    ("n", "N"), ("l", "L"), ("r", "R"), ("a", "a"), ("e", "i"), ("i", "i"), ("y", "i"),
    ("o", "u"), ("u", "u"),
)  # fmt: skip
_BY_LETTERS = {letters: tuple(kept.split(" ")) for letters, kept in _READINGS}
_LETTERS = re.compile("|".join(sorted(_BY_LETTERS, key=len, reverse=True)))


@lru_cache(maxsize=1 << 15)
def sounds_of(word: str) -> tuple[str, ...]:
    """Give the ways a word can sound: vowels in small letters, consonants in capitals."""
    letters = _NOT_LETTERS.sub("", anyascii(word).lower())
    found = _LETTERS.findall(letters)
    many = [part for part in dict.fromkeys(found) if len(_BY_LETTERS[part]) > 1]
    keys = []
    for choice in islice(product(*(_BY_LETTERS[part] for part in many)), _MOST_READINGS):
        chosen = dict(zip(many, choice, strict=True))
        keys.append("".join(chosen.get(part, _BY_LETTERS[part][0]) for part in found))
    return tuple(dict.fromkeys(_DOUBLED.sub(r"\1", key) for key in keys))


@lru_cache(maxsize=1 << 15)
def consonants_of(word: str) -> tuple[str, ...]:
    """Give the rows of consonants a word can have; l and r are one, as Chinese hears them."""
    rows = (_VOWELS.sub("", key).replace("R", "L") for key in sounds_of(word))
    return tuple(dict.fromkeys(_DOUBLED.sub(r"\1", row) for row in rows))


@lru_cache(maxsize=1 << 14)
def reading_of(character: str) -> str:
    """Give the usual pinyin of one Chinese character, in small letters."""
    return _NOT_LETTERS.sub("", anyascii(character).lower())


@lru_cache(maxsize=1 << 13)
def translated(word: str) -> frozenset[int]:
    """Give the lines of `between` in names.toml on which a word stands, in any case form."""
    exact, beginnings = _between()
    found = set(exact.get(word, ()))
    for length in range(1, len(word) + 1):
        found |= beginnings.get(word[:length], frozenset())
    for cut in range(_LONGEST_ENDING + 1):
        stem = _stem(word[: len(word) - cut])
        if len(stem) >= _SHORTEST_STEM and not (word.isascii() or _HAN.match(word)):
            found |= _stems().get(stem, frozenset())
    return frozenset(found)


def is_in_characters(line: int) -> bool:
    """Tell whether a line of `between` says how its name is written in Chinese."""
    return any(_HAN.match(form) for form in _lines()[line])


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, ...], ...]:
    file = resources.files("provtrack.text").joinpath("lexis", "names.toml")
    between = tomllib.loads(file.read_text(encoding="utf-8"))["between"]
    lines = (line.split() for line in between.splitlines())
    return tuple(tuple(form.replace("_", " ") for form in line) for line in lines if line)


@lru_cache(maxsize=1)
def _between() -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Map each whole form, and each beginning marked with a star, to its lines."""
    exact: dict[str, frozenset[int]] = {}
    beginnings: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_lines()):
        for form in line:
            table, key = (beginnings, form[:-1]) if form.endswith("*") else (exact, form)
            table[key] = table.get(key, frozenset()) | {number}
    return exact, beginnings


@lru_cache(maxsize=1)
def _stems() -> dict[str, frozenset[int]]:
    """Map the forms that decline, without the vowel they end in, to their lines."""
    stems: dict[str, frozenset[int]] = {}
    for form, lines in _between()[0].items():
        if not form.isascii():
            stems[_stem(form)] = stems.get(_stem(form), frozenset()) | lines
    return stems


def _stem(form: str) -> str:
    return _WEAK_END.sub("", form)


@lru_cache(maxsize=1 << 12)
def lines_in(han: str) -> frozenset[int]:
    """Give the lines of `between` that have a form among these Chinese characters."""
    return frozenset(
        number
        for form, lines in _between()[0].items()
        if _HAN.match(form) and form in han
        for number in lines
    )


def known_in(han: str) -> tuple[tuple[int, int], ...]:
    """Find the forms of `between` in a text with Chinese characters: (start, end)."""
    pattern = _known_pattern()
    return tuple(match.span() for match in pattern.finditer(han))


@lru_cache(maxsize=1)
def _known_pattern() -> re.Pattern[str]:
    forms = [form for form in _between()[0] if _HAN.match(form) and len(form) > 1]
    return re.compile("|".join(sorted(forms, key=lambda form: (-len(form), form))))


@lru_cache(maxsize=1 << 12)
def han_consonants(han: str) -> frozenset[str]:
    """Give the rows of consonants that stretches of some Chinese characters can have."""
    readings = [_of_character(character) for character in han]
    rows: set[str] = set()
    for start in range(len(readings)):
        heard = {""}
        for reading in readings[start : start + _LONGEST_HAN]:
            heard = {_DOUBLED.sub(r"\1", row + more) for row in heard for more in reading}
            rows |= heard
            if len(heard) > _MOST_READINGS:
                break
    return frozenset(rows)


@lru_cache(maxsize=1 << 14)
def _of_character(character: str) -> tuple[str, ...]:
    """Read one character; foreign names use it with and without its last n."""
    rows = consonants_of(reading_of(character))
    return tuple(dict.fromkeys((*rows, *(row.removesuffix("N") for row in rows))))
