"""Whether two spellings are one name: hyphens, diacritics, and systems of romanisation.

Chinese names are read by the rules of Wade-Giles (Giles 1912) and compared with pinyin, allowing
for the apostrophes that print usually drops; Russian names are reduced to a key in which the usual
systems (BGN/PCGN, Library of Congress, ISO 9, popular, French, German) agree. Names that no rule
ties together stand in ``lexis/names.toml``. Entry points: `shared_name`,
`may_be_one_name`, `name_key`.
"""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from itertools import islice, product

from anyascii import anyascii

NOT_LETTERS = re.compile(r"[^a-z]")
_PARTS = re.compile(r"[\s\-\u2010\u2011]+")
_APOSTROPHES = re.compile(r"[’‘ʻʼ`´ʹʺ]")
_MOST_READINGS = 256
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_HACEKS = str.maketrans({"ž": "zh", "Ž": "Zh", "š": "sh", "Š": "Sh", "č": "ch", "Č": "Ch"})

# Wade-Giles initials, longest first, with their pinyin, aspirated and not.
_INITIALS = (
    ("ts'", ("c",)), ("tz'", ("c",)), ("ch'", ("ch", "q")), ("p'", ("p",)), ("t'", ("t",)),
    ("k'", ("k",)), ("ts", ("z", "c")), ("tz", ("z", "c")), ("ch", ("zh", "ch", "j", "q")),
    ("hs", ("x",)), ("sh", ("sh",)), ("ss", ("s",)), ("sz", ("s",)), ("p", ("b", "p")),
    ("t", ("d", "t")), ("k", ("g", "k")), ("j", ("r",)), ("m", ("m",)), ("f", ("f",)),
    ("n", ("n",)), ("l", ("l",)), ("h", ("h",)), ("s", ("s",)), ("w", ("w",)), ("y", ("y",)),
    ("", ("",)),
)  # fmt: skip
# Initials of pinyin that a Wade-Giles one has only where its apostrophe was dropped, and the one
_DROPPED = {
    "ch": ("ch", "q"), "ts": ("c",), "tz": ("c",), "p": ("p",), "t": ("t",), "k": ("k",),
}  # fmt: skip
# What German and French make of Wade-Giles: Tschou En-lai, Tchou En-lai, Mao Tsé-toung.
_CONTINENTAL = tuple(
    (re.compile(pattern), english)
    for pattern, english in ((r"tsch|tch", "ch"), (r"sch", "sh"), (r"oung", "ung"), (r"dj", "j"))
)
_FINALS = {
    "a": "a", "o": "o uo e", "e": "e", "ai": "ai", "ei": "ei", "ao": "ao", "ou": "ou", "an": "an",
    "en": "en an", "ang": "ang", "eng": "eng", "ung": "ong", "i": "i", "ia": "ia", "ieh": "ie",
    "iao": "iao", "iu": "iu", "ien": "ian", "in": "in", "iang": "iang", "ing": "ing",
    "iung": "iong", "u": "u i ou", "ua": "ua", "uo": "uo", "uai": "uai", "ui": "ui", "uei": "ui",
    "uan": "uan", "un": "un", "uang": "uang", "ueh": "ue", "ih": "i", "eh": "e", "erh": "er",
    "ü": "u", "üeh": "ue", "üan": "uan", "ün": "un", "iai": "ai", "io": "ue",
}  # fmt: skip
_BEFORE_I = {"j", "q", "x"}

# Ordered rewritings that bring the romanisations of Russian to one key; a digit is one letter.
_RUSSIAN = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"[^a-z]", ""), (r"(?<=[aeiouy])ss(?=[aeiouy])", "s"),
        (r"shch|schtsch|chtch|stch", "5"), (r"tsch|tch", "6"), (r"sch", "4"),
        (r"kh|ch(?=r)", "h"), (r"zh", "3"), (r"sh", "4"), (r"ch", "6"), (r"ts|tz", "c"),
        (r"x", "ks"), (r"w", "v"), (r"(?<=[eo])ff$", "v"), (r"(?<=[3456])o(?=[a-z])", "e"),
        (r"(?<=[^aeiou])(?:[yij]e|[yij]o)(?=v(?:$|a$|o|s))", "e"), (r"(?<=[^aeiou])yo", "e"),
        (r"iu|yu|ju|you", "8"), (r"ia|ya|ja", "7"), (r"(?<=[aeiou])[yij](?=e)", ""),
        (r"^[yij]e", "e"), (r"[yj]?[iy]?[ijy]$", "i"), (r"[yj]", "i"),
    )
)  # fmt: skip
# The same for names of any language, looser: what transcribers of the same name differ in.
_LOOSE = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"ou|oo|oe", "u"), (r"ee|ie|ea", "i"), (r"ph|ff", "f"), (r"ck|q|c(?![eihy])", "k"),
        (r"sch", "sh"), (r"kh|gh", "h"), (r"dj|dzh", "j"), (r"tj|tch|tsh", "ch"), (r"w", "v"),
        (r"[yj]", "i"), (r"(?<=[aeiou])h(?![aeiou])", ""), (r"(.)\1", r"\1"), (r"ii", "i"),
    )
)  # fmt: skip
_BEFORE_VOWEL = re.compile(r"(?<=[b-df-hj-np-tv-xz])[yj](?=[aeou])")
_SHORTEST_RUSSIAN = 6  # letters; below it different names have one key (Iran, Irian; Khan, Han)
# In these, names that are not Russian differ too; a Russian one is told by its shape.
_COMMON_TO_ALL = (("ss", "s"), ("sch", "sh"), ("w", "v"), ("y", "i"), ("j", "i"))
_RUSSIAN_SHAPE = re.compile(
    r"(?:[oe](?:v|w|ff)a?|ina?|[sz]k(?:y|i|ii|ij|iy|aya|aia|aja)|[oe]i|oy|gey|rey|ii|iy|ij)\b"
    r"|(?:itch|itsch|vich|wich|[yie]nko|[yi]ko|[aeiou][iyj]an|grad|gorod|ostok)\b"
    r"|zh|kh|shch|schtsch|vlad|wlad"
)
_ONE_SYSTEM_ONLY = re.compile(r"zh|x|q|ong|ian|hs|tz|tch|tsch|ung|ien|ieh|ueh|ih$|'")


def shared_name(name: str, other: str) -> str | None:
    """Tell why two spellings are one name, in words for a reader; None if they seem not to be."""
    plain, other_plain = plain_name(name), plain_name(other)
    if not plain or not other_plain:
        return None
    if NOT_LETTERS.sub("", plain) == NOT_LETTERS.sub("", other_plain):
        return "same name, written otherwise"
    if _with_umlauts(name) == _with_umlauts(other):
        return "same name, written otherwise"
    if _known().get(plain, plain) == _known().get(other_plain, other_plain):
        return "same name in another customary form"
    if is_romanised_otherwise(plain, other_plain):
        return "same name: Wade-Giles and pinyin"
    if _with_i(plain) == _with_i(other_plain):
        return "same name in another romanisation"
    lengths = (len(NOT_LETTERS.sub("", letters)) for letters in (plain, other_plain))
    if max(lengths) < _SHORTEST_RUSSIAN or name_key(name) != name_key(other):
        return None
    is_russian = any(map(_RUSSIAN_SHAPE.search, (plain, other_plain)))
    if not is_russian and _with_plain_sounds(plain) == _with_plain_sounds(other_plain):
        return None  # Fischer and Fisher are two
    return "same name in another romanisation"


def _with_plain_sounds(plain: str) -> str:
    """Write one letter where names of all languages vary: Masson, Mason; Fischer, Fisher."""
    for pattern, letters in _COMMON_TO_ALL:
        plain = plain.replace(pattern, letters)
    return plain


def _with_umlauts(name: str) -> str:
    """Write umlauts as print without them does: Juergen for Jürgen."""
    return plain_name(name.translate(_UMLAUTS))


def _with_i(plain: str) -> str:
    """Write one letter for the sound between consonant and vowel: Sonya, Sonia, Sonja."""
    return _BEFORE_VOWEL.sub("i", plain)


def may_be_one_name(name: str, other: str) -> bool:
    """Tell whether two spellings may be one name, where all words around them agree.

    Looser than `shared_name`, which has no such words to go by: Tan and Dan may be two men, but
    hardly where a quotation has one and its source the other.
    """
    plain, other_plain = plain_name(name), plain_name(other)
    if not plain or not other_plain or shared_name(name, other):
        return bool(plain and other_plain)
    if _loose_key(plain) == _loose_key(other_plain):
        return True
    readings, others = pinyin_of(plain), pinyin_of(other_plain)
    letters, other_letters = (NOT_LETTERS.sub("", one) for one in (plain, other_plain))
    return letters in others or other_letters in readings


def _loose_key(plain: str) -> str:
    """Write a name with one letter a sound, as near as English, French and Dutch ears agree."""
    key = NOT_LETTERS.sub("", plain)
    for pattern, replacement in _LOOSE:
        key = pattern.sub(replacement, key)
    return key


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Reduce a name to a key that the usual romanisations of Russian share.

    Letters without diacritics, one letter per sound; for comparing, never for showing.
    """
    keys = []
    for key in plain_name(name.translate(_HACEKS)).replace(".", " ").split():
        for pattern, replacement in _RUSSIAN:
            key = pattern.sub(replacement, key)
        keys.append(key)
    return " ".join(keys)


def plain_name(name: str) -> str:
    """Lower-case ASCII letters with apostrophes, blanks and hyphens kept."""
    return anyascii(_APOSTROPHES.sub("'", name)).lower().strip()


def is_homonym(name: str) -> bool:
    """Tell whether a place that bears other names too shares this one with a person or a place."""
    return plain_name(name) in _names_file()["homonyms"].split()


@lru_cache(maxsize=1)
def _names_file() -> dict[str, str]:
    file = resources.files("provtrack.text").joinpath("lexis", "names.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Map each form in names.toml to the first of its line."""
    forms: dict[str, str] = {}
    for line in _names_file()["same"].splitlines():
        names = [plain_name(form) for form in line.split("=")]
        forms |= {form: names[0] for form in names if form}
    return forms


def is_romanised_otherwise(name: str, other: str) -> bool:
    """Tell whether one name is the other's Wade-Giles spelling, or both spell one syllable row."""
    for wade_giles, pinyin in ((name, other), (other, name)):
        letters = NOT_LETTERS.sub("", pinyin)
        is_one_syllable = len(_PARTS.split(wade_giles)) == 1
        if is_one_syllable and not _ONE_SYSTEM_ONLY.search(f"{wade_giles} {pinyin}"):
            continue  # Tan and Dan may be two men
        if letters in pinyin_of(wade_giles):
            return True
    return False


@lru_cache(maxsize=1024)
def pinyin_of(name: str, *, is_strict: bool = False) -> frozenset[str]:
    """Read a name as Wade-Giles and give what it can be in pinyin, without blanks.

    Args:
        is_strict: No apostrophe and no umlaut was dropped: "chun" is zhun and nothing else.
    """
    for pattern, english in _CONTINENTAL:
        name = pattern.sub(english, name)
    read = _strict_syllable if is_strict else _syllable
    syllables = [read(part) for part in _PARTS.split(name) if part]
    if not syllables or not all(syllables):
        return frozenset()
    return frozenset("".join(row) for row in islice(product(*syllables), _MOST_READINGS))


def _syllable(syllable: str) -> tuple[str, ...]:
    """Read one Wade-Giles syllable; empty if it is none."""
    for initial, readings in _INITIALS:
        final = syllable.removeprefix(initial)
        if syllable.startswith(initial) and final in _FINALS:
            return tuple(
                pinyin
                for reading in readings
                for vowel in _FINALS[final].split()
                if _agree(reading, final, vowel)
                for pinyin in (_special(reading, final, vowel),)
            )
    return ()


def _strict_syllable(syllable: str) -> tuple[str, ...]:
    """Read one Wade-Giles syllable that has all its apostrophes and umlauts."""
    initial = next(one for one, _ in _INITIALS if syllable.startswith(one))
    dropped = _DROPPED.get(initial, ())
    final = syllable.removeprefix(initial)
    if initial == "ch" and final.startswith("u"):
        dropped = (*dropped, "j")  # that is chü
    return tuple(pinyin for pinyin in _syllable(syllable) if not pinyin.startswith(dropped))


def _agree(initial: str, final: str, vowel: str) -> bool:
    """Keep initials and finals that pinyin joins: j, q, x only before i and ü."""
    if initial in _BEFORE_I:
        return (vowel[0] == "i" and final not in {"ih", "u"}) or vowel in {"u", "ue", "uan", "un"}
    if initial in {"zh", "ch", "sh", "r"} and vowel[0] == "i":
        return final == "ih"
    if vowel == "ou":
        return initial == "y" or final == "ou"
    if vowel == "i" and final == "u":
        return initial in {"z", "c", "s"}
    if final == "o":
        uo = initial in {"d", "t", "n", "l", "z", "c", "s", "zh", "ch", "r", "sh"}
        return vowel == ("uo" if uo else "e" if initial in {"g", "k", "h"} else "o")
    return not (vowel == "an" and final == "en" and initial != "y")


def _special(initial: str, final: str, vowel: str) -> str:
    """Spell what pinyin spells otherwise: i -> yi, and the like."""
    if not initial and vowel == "i":
        return "yi"
    return initial + vowel


@lru_cache(maxsize=1)
def pinyin_syllables() -> frozenset[str]:
    """List the syllables of pinyin: whatever one of Wade-Giles can stand for."""
    rows = (_syllable(initial + final) for initial, _ in _INITIALS for final in _FINALS)
    return frozenset(pinyin for row in rows for pinyin in row)
