"""The labels of fond, opis, papka, delo and leaves, and the values after them, as they stand.

Finds and measures; judges nothing. Look-alike letters of Latin and Cyrillic are taken for one
another, so that "oп." with a Latin o is still an opis. Entry point: `find_labels`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from provtrack.references.grammar import LeafRange

# Words of each label; Russian, Ukrainian, Belarusian, Bulgarian, their Latin forms, English.
_LABELS = {
    "fond": "фонд фонда фонды fond fonds fund ф f",
    "opis": "опись описи опис вопіс opis opis' opis’ opisʹ opys inventory"
    " перечень perechen record пер per оп op о o воп vop",
    "papka": "папка папки papka пап pap п p",
    "delo": "дело дела delo dela дд dd справа sprava спр spr ед.хр ед.~хр ed.khr ed.~khr є.зб"
    " од.зб од.~зб"
    " единица~хранения edinitsa~khraneniia edinitsa~khraneniya edinica~chranenija file"
    " документ dokument document док dok doc д d",
    "archival_unit": "а.е а.~е a.e a.~e арх.ед арх.~ед arh.ed arh.~ed ar.ed ar.~ed",
    "volume": "том tom vol т t",
    "part": "часть chast' chast’ chast ч ch part pt",
    "leaves": "листы лист листов листок listy list listok лл ll л l арк аркуш аркуші"
    " ark arkush arkushi sheets sheet leaves leaf"
    " folios folio fols fol стр pages pp",
}
# Lithuanian and Estonian: apyrašas, nimistu; byla, säilik. So short that the archive must be known.
_BALTIC = {"opis": "apyrašas apyr ap nimistu nim n", "delo": "byla b säilik s"}
_KINDS = {
    word.replace("~", " "): kind
    for labels in (_LABELS, _BALTIC)
    for kind, words in labels.items()
    for word in words.split()
}
_CYRILLIC_LIKE = {"o": "о", "p": "р", "e": "е", "a": "а", "c": "с"}
_LATIN_LIKE = {cyrillic: latin for latin, cyrillic in _CYRILLIC_LIKE.items()}
_LIKE = {"o": "о", "о": "o", "p": "р", "a": "а", "а": "a", "e": "е", "е": "e"}
_SHORT = 4  # only abbreviations are looked for in look-alike letters


def _pattern(word: str) -> str:
    """Match a label, an abbreviation also with look-alike letters."""
    letters = [
        f"[{letter}{_LIKE[letter]}]"
        if len(word) <= _SHORT and letter in _LIKE
        else r"\s?"
        if letter == "~"
        else re.escape(letter)
        for letter in word
    ]
    return "".join(letters)


def _by_first_letter(words: Iterable[str]) -> str:
    """Write an alternation in which each first letter is tried once, which is faster."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        first = _pattern(word[0]) if len(word) <= _SHORT else word[0]
        groups.setdefault(first, []).append(_pattern(word)[len(first) :])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


def _any_of(*labels: Mapping[str, str]) -> re.Pattern[str]:
    """Match a label of some lists, as group 1, where no initial stands before it."""
    words = {word for one in labels for words in one.values() for word in words.split()}
    return re.compile(
        r"(?=[^\W\d_])(?<![\w'’])(?<!\b[^\W\d_]\.)"
        rf"({_by_first_letter(words)})(?![^\W\d_])(?!['’]\w)",
        re.IGNORECASE,
    )


_LABEL = _any_of(_LABELS)
_BALTIC_LABEL = _any_of(_LABELS, _BALTIC)
# A figure with letters: 0100, Р-627, 5-os, 17a, 1-B, 5/283; also 9O and l20, which are odd.
_FIGURE = (
    r"(?:[^\W\d_]\s-\s(?=\d))?"
    r"(?=[^\W\d_|]{0,4}\|?[-–]?[^\W\d_]?\d)[\w|]+(?:[-–/][\w|]+)*(?:\[?\?\]?\w*)?(?![^\W_])"
)
_LETTERS = r"[lIОOоoЗІіSBВ|]{1,3}(?![^\W_])(?!\s*[.:]?\s*\d)(?!\.\s*[^\W\d_]{4})"
_LETTERS += r"(?=\s*(?:[.,;]|$)|\s[^\W\d_]{1,4}[.\s])"
_AFTER = re.compile(
    r"(?P<dot>\s?[.:])?(?P<space>\s*(?:\([^\W\d_]{1,3}\.?\)\s)?)(?:(?:№|No\.?|N°)\s*)?"
    rf"(?P<value>{_FIGURE}|(?P<letters>{_LETTERS}))?"
)
# A volume or part is numbered in Roman figures too, which may be Cyrillic letters.
_ROMAN = re.compile(r"[IVXLХІ]{1,6}(?![\w|])")
_ROMAN_KINDS = {"volume", "part"}
_ONLY_AN_END = re.compile(r"[-–—]\s?\d+(?!\w)")
_STOP = re.compile(r"\s*(?:[.,;)]|$|[^\W\d_]{1,2}-\s*[.,;])")  # also "Ф. Р-."
_VERSO = (
    r"(?:\s?(?:оборот|об|ob|oб|оb|verso|recto|зв|VERSO|v|r|RS|Rs)(?![^\W\d_])\.?"
    r"|[^\W\d_](?![^\W\d_]))"
)
_ODD_FIGURE = r"(?:[OОIІЗSB|]|[^\W\d_A-ZА-Я])?\d+(?:[^\W\d_]{1,2}\d+|\|\d*)*[OОlIІЗSZ|]*[^\W\d_]?"
_LEAF = rf"(?:(?:\d+{_VERSO}?|{_ODD_FIGURE})(?![\w|])|[lIOОЗS|](?=\s?[-–]\s?\d))"
_LEAVES = re.compile(rf"({_LEAF})(?:\s?[-–—]\s?({_LEAF}))?")
_NEXT_LEAVES = re.compile(
    r"\s*(?:[,;]|and|и|та|&)\s*(?:и\s*|and\s*)?(?=[OОIІЗSB|]?\d)(?!(?:1[89]|20)\d\d(?!\d))"
    r"(?!\w{1,6}/\w)"  # not "17/162/18" of a further reference
    r"(?!\d{1,2}\.\d{1,2}\.\d)"  # not 24.7.1962
    r"(?!\d+\.?\s(?!об|ob|verso|recto|and\b|та\b)[^\W\d_]{3})"  # not "24 July 1962"
)
_EXTENT = re.compile(
    r"(?<![^\W_]\.)(?<![^\W_]\.\s)(?<![^\W_]\s)(?<![-–\w?\]])"
    r"(\d+)\s?(?:лл|л|ll|l)\b\.?(?=\s*(?:[,;)]|$))"
)
_YEAR = re.compile(r"[,(]\s?((?:1[89]|20)\d\d)(?=\)|\s*г?\.?\s*[,;)])")
# "д. 410, 411": a further delo, where its number is as long and higher, or the label is of several.
_NEXT_DELO = re.compile(r"\s*(?:[,;]|and|и|та|&)\s*(\d+[^\W\d_]?)(?=\s*(?:$|[.,;)]))(?!\.\d)")
_SEVERAL_DELA = {"дд", "dd", "дела", "dela"}
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


class Label(NamedTuple):  # a tuple, since many are made and none leaves this package
    """A label with what follows it.

    Attributes:
        kind: "fond", "opis", "papka", "delo", "archival_unit", "volume", "part" or "leaves".
        words: The label as printed, without its period; empty where order alone tells the level.
        start, end: The label and its value; of a label without value, the label.
        value: As printed; empty if there is none. Of leaves, see `leaves`.
        value_start: Where the value begins.
        is_tight: No space between label and value ("op.1").
    """

    kind: str
    words: str
    start: int
    end: int
    value: str = ""
    value_start: int = 0
    leaves: tuple[LeafRange, ...] = ()
    is_tight: bool = False


def find_labels(
    text: str, extent: tuple[int, int] | None = None, *, is_baltic: bool = False
) -> tuple[Label, ...]:
    """Find every label of a reference in the order printed, with its value if it has one.

    Args:
        extent: Where a number of leaves stands (`find_extent`); its "л." is no label.
        is_baltic: The archive is Lithuanian or Estonian: "ap.", "b.", "n.", "s." are labels too.
    """
    labels: list[Label] = []
    position = 0
    label_of = _BALTIC_LABEL if is_baltic else _LABEL
    while match := label_of.search(text, position):
        position = match.end()
        if extent and extent[0] < match.start() < extent[1]:
            continue
        label = _read_label(text, match.start(), match.end())
        if label is not None:
            labels.append(label)
            labels += _further_dela(text, label)
            position = labels[-1].end
    return tuple(labels)


def _further_dela(text: str, label: Label) -> list[Label]:
    """Read the dela that follow one without a label of their own."""
    found = [label] if label.kind == "delo" and label.value else []
    are_several = label.words.casefold() in _SEVERAL_DELA
    while found and (following := _NEXT_DELO.match(text, found[-1].end)):
        before, value = found[-1].value, following[1]
        if not are_several and not (len(value) == len(before) and value > before):
            break
        place = following.start(1)
        found.append(Label("delo", "", place, following.end(1), value, place))
    return found[1:]


def find_extent(text: str) -> tuple[int, int] | None:
    """Find a number of leaves that is an extent, not a place: "9 л." """
    found = _EXTENT.search(text)
    return (found.start(), found.end()) if found else None


def find_years(text: str, labels: Sequence[Label]) -> list[tuple[int, int]]:
    """Find years that stand between the labels of a reference and belong to none of them."""
    start, end = labels[0].start, labels[-1].end + 8
    return [
        year.span(1)
        for year in _YEAR.finditer(text, start, end)
        if not any(label.value_start <= year.start(1) < label.end for label in labels)
    ]


def has_mixed_letters(words: str) -> bool:
    """Tell whether a word mixes Latin and Cyrillic letters."""
    return bool(_LATIN.search(words) and _CYRILLIC.search(words))


@lru_cache(maxsize=1024)
def kind_of(words: str) -> str:
    """Tell the level of a printed label; of look-alike letters, what they look like."""
    folded = re.sub(r"\s", "", words.casefold()) if "." in words else words.casefold()
    for table in ({}, _LATIN_LIKE, _CYRILLIC_LIKE):
        read = "".join(table.get(letter, letter) for letter in folded)
        if kind := _KINDS.get(read):
            return kind
    return "archival_unit" if folded.startswith(("а", "a")) else "delo"


def _read_label(text: str, start: int, label_end: int) -> Label | None:
    """Read the value after a label; None if the word is no label, as in "L. I. Brezhnev"."""
    words = text[start:label_end]
    kind = kind_of(words)
    after = _AFTER.match(text, label_end)
    assert after is not None  # every group may be empty  # noqa: S101
    is_marked = after["dot"] or after["space"] or text[label_end : label_end + 1].isdigit()
    number = _ROMAN.match(text, after.end("space")) if kind in _ROMAN_KINDS else None
    if number and after["dot"]:
        return Label(kind, words, start, number.end(), number[0], number.start())
    if kind == "leaves":
        leaves = leaves_at(text, after.end("space")) if is_marked else ()
        if leaves:
            end = leaves[-1].end
            value = text[after.end("space") : end]
            tight = after["space"] == ""
            return Label(kind, words, start, end, value, after.end("space"), leaves, tight)
    elif after["value"] and is_marked and not (kind == "opis" and _is_lone_o(words, after)):
        place = after.start("value")
        tight = after["space"] == "" and place == after.end("space")
        return Label(kind, words, start, after.end(), after["value"], place, (), tight)
    if kind == "leaves" and is_marked and (only := _ONLY_AN_END.match(text, after.end("space"))):
        return Label(kind, words, start, only.end(), only[0], only.start())
    if kind == "leaves" and after["letters"] and is_marked:
        place = after.start("value")
        leaf = LeafRange(after["value"], None, place, after.end())
        return Label(kind, words, start, after.end(), after["value"], place, (leaf,))
    return Label(kind, words, start, label_end) if _stands_alone(text, label_end, after) else None


def _is_lone_o(words: str, after: re.Match[str]) -> bool:
    """An "o" is an opis only as "o. 16" or "o.16"."""
    is_close = after["value"][:1].isdigit() or not after["space"]
    return len(words) == 1 and not (after["dot"] and is_close)


def _stands_alone(text: str, label_end: int, after: re.Match[str]) -> bool:
    """Whether the value was lost: a stop, the end or another label follows."""
    if after["dot"] is None:
        return text[label_end:].lstrip()[:1] in ("", ",", ";")
    position = after.end("dot")
    if _STOP.match(text, position):
        return True
    following = _LABEL.match(text, after.end("space"))
    if following is None:
        return False
    next_one = _AFTER.match(text, following.end())
    if next_one is None or not (next_one["dot"] or next_one["space"]):
        return False
    if next_one["value"]:
        return True
    second = _LABEL.match(text, next_one.end("space"))  # "D. L. L. 47"
    return bool(second and (third := _AFTER.match(text, second.end())) and third["value"])


def further_leaves(text: str, position: int) -> tuple[LeafRange, ...]:
    """Read the leaves that go on, after a comma, from leaves that end at a place."""
    following = _NEXT_LEAVES.match(text, position)
    return leaves_at(text, following.end()) if following else ()


def leaves_at(text: str, position: int) -> tuple[LeafRange, ...]:
    """Read a list of leaves and ranges of leaves."""
    found: list[LeafRange] = []
    while leaf := _LEAVES.match(text, position):
        first, last = leaf.group(1, 2)
        last = last.rstrip(". ") if last else None
        found.append(LeafRange(first.rstrip(". "), last, leaf.start(), leaf.end()))
        following = _NEXT_LEAVES.match(text, leaf.end())
        if following is None:
            break
        position = following.end()
    return tuple(found)
