"""Repositories: codes, acronyms, names in several languages, former names.

The list is `repositories.toml` beside this module; codes are of our own making (country, hyphen,
acronym), not ISIL. Names are compared by their words, without case and punctuation; acronyms must
begin with a capital, and those of up to three letters must be printed exactly. Entry points:
`find_repository`, `resembling_repository`.
"""

import difflib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from provtrack.references.grammar import FoundRepository

_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+(?:['’ʹ][^\W_\u3400-\u9fff]+)*")
_FIRST_CHINESE = "\u3400"
_APOSTROPHES = str.maketrans("", "", "'’ʹ")
_NOT_NAMES = {"family", "shared_by", "now", "acronyms", "former", "optional"}
# "Архив Президента РФ" for "Архив Президента Российской Федерации".
_FEDERATION = re.compile(r"Российской Федерации|Rossiiskoi Federatsii|Rossiyskoy Federatsii")
_MOST_MORE = 3  # words of a name that the list lacks, before its acronym in brackets
_FEWEST_DOTTED = 3  # letters of an acronym with full stops: "А.П.Р.Ф."
# An acronym in small letters counts before a fond or record group only: "rgaspi f. 17".
_IN_SMALL = re.compile(r"[\s,.:]*(?:fond|фонд|f|ф|rg)[\s.]*\d", re.IGNORECASE)
# After a short name: "National Archives of Australia" is no American archive.
_OF_ANOTHER = re.compile(
    r"\s+of\s+(?!(?:the )?(?:United States|U\.?\s?S\b))|,\s(?:Kew|London|Ottawa)"
)
_OF_A_NATION = re.compile(
    r"\b(?!The\b|See\b|Also\b|U\.)[A-Z][^\W\d_]+ $"
)  # "Swiss National Archives"
_SHORT_ACRONYM = 3  # letters; so short a word is too often a word of its own
_LONGEST_NAME = 160  # characters
_MOST_LOST = 8  # letters: "Washington National Records"
_RESEMBLES = 0.86  # of the letters: "Eiserhower Library", "Department of Stare"


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a repository."""

    words: tuple[str, ...]
    printed: str
    code: str
    is_acronym: bool
    is_former: bool
    is_short: bool


@dataclass(frozen=True, slots=True)
class _Repository:
    family: str
    name: str
    shared_by: tuple[str, ...]
    optional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _List:
    repositories: dict[str, _Repository]
    by_first_word: dict[str, tuple[_Name, ...]]
    acronyms: dict[str, str]
    native: dict[str, str]
    without_blanks: re.Pattern[str]


@cache
def _known() -> _List:
    """Read the list once; it does not change while the program runs."""
    text = files(__package__).joinpath("repositories.toml").read_text(encoding="utf-8")
    repositories: dict[str, _Repository] = {}
    names: list[_Name] = []
    acronyms: dict[str, str] = {}
    native: dict[str, str] = {}
    for code, entry in tomllib.loads(text).items():
        full = [name for key, value in entry.items() if key not in _NOT_NAMES for name in value]
        full += [shorter for name in full if (shorter := _FEDERATION.sub(_in_short, name)) != name]
        short = entry.get("acronyms", [])
        repositories[code] = _Repository(
            family=entry["family"],
            name=(short or full)[-1],
            shared_by=tuple(entry.get("shared_by", ())),
            optional=tuple(entry.get("optional", ())),
        )
        acronyms[code] = next((name for name in short if name.isascii()), (short or full)[0])
        native[code] = (short or full)[0]
        names += [_name(name, code, is_acronym=True) for name in [*short, *_dotted(short)]]
        short_names = set(entry.get("short", ()))
        names += [_name(name, code, is_short=name in short_names) for name in full]
        names += [_name(name, code, is_former=True) for name in entry.get("former", ())]
    by_first: dict[str, list[_Name]] = {}
    for one in sorted(names, key=lambda name: -len(name.words)):
        by_first.setdefault(one.words[0], []).append(one)
    chinese = (word for word in by_first if word >= _FIRST_CHINESE)
    return _List(
        repositories,
        {word: tuple(some) for word, some in by_first.items()},
        acronyms,
        native,
        re.compile("|".join(sorted(chinese, key=len, reverse=True))),
    )


def _in_short(found: re.Match[str]) -> str:
    return "РФ" if found[0].startswith("Р") else "RF"


def _dotted(acronyms: list[str]) -> list[str]:
    """Write acronyms of capitals with full stops, as some print them: "A.N.I.C"."""
    plain = [name for name in acronyms if name.isalpha() and name.isupper()]
    return [".".join(name) for name in plain if len(name) >= _FEWEST_DOTTED]


def _name(
    printed: str,
    code: str,
    *,
    is_acronym: bool = False,
    is_former: bool = False,
    is_short: bool = False,
) -> _Name:
    words = tuple(_key(word) for word in _WORD.findall(printed))
    is_acronym = is_acronym or sum(letter.isupper() for letter in printed) > len(printed) // 2
    return _Name(words, printed, code, is_acronym, is_former, is_short)


def _key(word: str) -> str:
    """Fold a word in which names are compared: case, and apostrophes that print drops."""
    return word.casefold().translate(_APOSTROPHES)


def acronym_of(code: str) -> str | None:
    """Give the acronym, in Latin letters if there is one, of a code in the list."""
    return _known().acronyms.get(code)


def native_acronym_of(code: str) -> str | None:
    """Give the acronym in the repository's own script of a code in the list."""
    return _known().native.get(code)


def find_repository(text: str, *, limit: int = 400) -> FoundRepository | None:
    """Find the first repository named in a text, with the acronym that repeats it in brackets.

    Args:
        limit: Characters from the beginning in which a name may begin.
    """
    by_first_word = _known().by_first_word
    found = _WORD.finditer(text, 0, limit + _LONGEST_NAME)
    words = [match.span() if text.isascii() else _span(match) for match in found]
    for first, (start, end) in enumerate(words):
        if start >= limit:
            break
        names = by_first_word.get(_key(text[start:end]))
        if names and (name := _name_at(text, words, first, names)):
            last = first + len(name.words) - 1
            return _found(text, words, name, (start, last))
    return None


def _span(word: re.Match[str]) -> tuple[int, int]:
    """Give the place of a word; of Chinese, which prints no blanks, that of a name within it."""
    if word[0] < _FIRST_CHINESE:
        return word.span()
    name = _known().without_blanks.search(word.string, *word.span())
    return name.span() if name else word.span()


def _name_at(
    text: str, words: list[tuple[int, int]], first: int, names: tuple[_Name, ...]
) -> _Name | None:
    """Give the longest of some names that stands at a word."""
    for name in names:
        last = first + len(name.words) - 1
        if last >= len(words):
            continue
        printed = text[words[first][0] : words[last][1]]
        if any(
            _key(text[words[first + i][0] : words[first + i][1]]) != word
            for i, word in enumerate(name.words)
        ):
            continue
        after = text[words[last][1] : words[last][1] + 8]
        if name.is_acronym and not _is_printed_as_acronym(printed, name.printed, after):
            continue
        if any(mark in printed for mark in ";()\n") and not any(c in name.printed for c in ";()"):
            continue
        if name.is_short and _is_another(text, words[first][0], words[last][1]):
            continue
        return name
    return None


def _is_another(text: str, start: int, end: int) -> bool:
    """Whether the words around a short name make it the name of another repository."""
    before = text[max(0, start - 40) : start]
    return bool(_OF_ANOTHER.match(text, end) or _OF_A_NATION.search(before))


def _is_printed_as_acronym(printed: str, name: str, after: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) <= _SHORT_ACRONYM:
        return printed == name
    return not printed[0].islower() or bool(_IN_SMALL.match(after))


def _found(
    text: str, words: list[tuple[int, int]], name: _Name, place: tuple[int, int]
) -> FoundRepository:
    """Make the find; include the same repository's other name in brackets after it."""
    start, last = place
    end = _end_of_repeated(text, words, name.code, last)
    known = _known().repositories[name.code]
    return FoundRepository(
        code=None if known.shared_by else name.code,
        start=start,
        end=end,
        family=known.family,
        now=acronym_of(name.code) if name.is_former else None,
        others=known.shared_by,
        optional=known.optional,
    )


def _end_of_repeated(text: str, words: list[tuple[int, int]], code: str, last: int) -> int:
    """Give the end of a name, with the repository's other name that repeats it after the name.

    In brackets it may stand after some more words: "… zahraničních věcí ČR (AMZV)".
    """
    end = words[last][1]
    for following in range(last + 1, min(last + 2 + _MOST_MORE, len(words))):
        between = text[end : words[following][0]]
        is_next = following == last + 1 and between.strip() in ("(", ",", "")
        if not is_next and not (between.endswith("(") and "," not in between):
            continue
        key = _key(text[slice(*words[following])])
        names = tuple(one for one in _known().by_first_word.get(key, ()) if one.code == code)
        if again := _name_at(text, words, following, names):
            closed = words[following + len(again.words) - 1][1]
            return closed + (text[closed : closed + 1] == ")")
    return end


def resembling_repository(text: str, start: int, end: int) -> FoundRepository | None:
    """Find the repository whose full name the words at [start, end) resemble: a misprint.

    Cost grows with the list; ask only where `find_repository` found nothing.
    """
    printed = text[start:end].casefold()
    best, score = None, _RESEMBLES
    matcher = difflib.SequenceMatcher(b=printed, autojunk=False)
    for names in _known().by_first_word.values():
        for name in names:
            if name.is_acronym or abs(len(name.printed) - len(printed)) > _MOST_LOST:
                continue
            matcher.set_seq1(name.printed.casefold())
            if matcher.quick_ratio() > score and (ratio := matcher.ratio()) > score:
                best, score = name, ratio
    if best is None:
        return None
    family = _known().repositories[best.code].family
    return FoundRepository(code=best.code, start=start, end=end, family=family, is_distant=True)
