"""The labels of fond, opis, papka, delo and leaves, and the values after them, as they stand.

Finds and measures; judges nothing. Look-alike letters of Latin and Cyrillic are taken for one
another, so that "oп." with a Latin o is still an opis. Entry point: `find_labels`.
"""

from dataclasses import dataclass

import regex  # type: ignore[import-untyped]

_LABELS = {
    "fond": r"фонд|fonds?|fund|ф|f",
    "opis": r"опись|opis['’ʹ]?|оп|op",
    "papka": r"папка|papka|пап|pap|п|p",
    "delo": r"дело|delo|ед\.?\s?хр|ed\.?\s?khr|д|d",
    "archival_unit": r"а\.\s?е|a\.\s?e",
    "leaves": r"листы|лист|listy|list|лл|ll|л|l",
}
_KIND = "|".join(f"(?P<{name}>{labels})" for name, labels in _LABELS.items())
_LABEL = regex.compile(
    rf"(?xV1)(?<![\p{{L}}\p{{N}}.'’])(?:{_KIND.replace(' ', chr(92) + ' ')})"
    r"(?:\.(?P<space>\s*)|(?P<space>\s+)(?=\S*\d)|(?P<space>)(?=\d)|(?=\s*[,;]))",
    regex.IGNORECASE,
)
_NO_VALUE = regex.compile(
    rf"(?V1)\s*(?:[.,;]|$|(?:{'|'.join(_LABELS.values())})(?:\.\s*|\s+)\d)", regex.IGNORECASE
)
_FOLD = str.maketrans("aeopcxyABEKMHOPCTX", "аеорсхуАВЕКМНОРСТХ")
_UNFOLD = str.maketrans("аеорсхуАВЕКМНОРСТХ", "aeopcxyABEKMHOPCTX")

# A figure with letters: 0100, Р-627, 5-os, 17a, 1-B, 5/283; also 9O and l20, which are odd.
_VALUE = regex.compile(
    r"(?V1)(?=\p{L}{0,4}[-–]?\p{L}?\d)[\p{L}\p{N}]+(?:[-–/][\p{L}\p{N}]+)*(?![\p{L}\p{N}])"
)
_VERSO = r"(?:\s?(?:об|ob|verso|v|r)(?!\p{L})\.?|\p{L}(?!\p{L}))"
_ODD_FIGURE = r"(?:[OОIІЗ|]|\p{Ll})?\d+(?:\p{L}{1,2}\d+)*[OОlIІЗ|]*"
_LEAF = rf"(?:\d+{_VERSO}?|{_ODD_FIGURE})(?![\p{{L}}\p{{N}}])"
_LEAVES = regex.compile(rf"(?V1)(?P<start>{_LEAF})(?:\s?[-–—]\s?(?P<end>{_LEAF}))?")
_NEXT_LEAVES = regex.compile(r"(?V1)\s*(?:,|and|и)\s*(?=[OОIІЗ|]?\d)(?!(?:1[89]|20)\d\d(?!\d))")
_EXTENT = regex.compile(
    r"(?V1)(?<![\p{L}\p{N}.]\s?)(?<![-–])\b\d+\s?(?:лл|л|ll|l)\.?(?=\s*(?:[,;.]|$))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafRange:
    """Leaves after a label, at [start, end) of the text; `last` is None for a single leaf."""

    first: str
    last: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label with what follows it.

    Attributes:
        kind: "fond", "opis", "papka", "delo", "archival_unit" or "leaves".
        words: The label as printed, without its period.
        start, end: The label and its value; of a label without value, the label.
        value: As printed; empty if there is none. Of leaves, see `leaves`.
        value_start: Where the value begins.
        is_tight: No space between label and value ("op.1").
        is_look_alike: Read only because its letters look like those of the other alphabet.
    """

    kind: str
    words: str
    start: int
    end: int
    value: str = ""
    value_start: int = 0
    leaves: tuple[LeafRange, ...] = ()
    is_tight: bool = False
    is_look_alike: bool = False


def find_labels(text: str) -> tuple[Label, ...]:
    """Find every label of a reference in the order printed, with its value if it has one."""
    labels: list[Label] = []
    position = 0
    extent = find_extent(text) or (0, 0)
    for match in _matches(text):
        if match.start() < position or extent[0] < match.start() < extent[1]:
            continue
        label = _read_label(text, match)
        if not label.value and not _NO_VALUE.match(text, match.end()):
            continue  # an initial: "L. I. Brezhnev"
        labels.append(label)
        position = label.end
    return tuple(labels)


def find_extent(text: str) -> tuple[int, int] | None:
    """Find a number of leaves that is an extent, not a place: "9 л." """
    found = _EXTENT.search(text)
    return (found.start(), found.end()) if found else None


def _matches(text: str) -> "list[regex.Match[str]]":
    """Match labels as printed, and those with look-alike letters of the other alphabet."""
    found = {match.start(): match for match in _LABEL.finditer(text)}
    printed = "".join(match[0] for match in found.values())
    is_latin = bool(regex.search(r"\p{Latin}", printed))
    is_cyrillic = bool(regex.search(r"\p{Cyrillic}", printed))
    for table, is_usual in ((_FOLD, is_cyrillic), (_UNFOLD, is_latin)):
        for match in _LABEL.finditer(text.translate(table)):
            words = text[match.start() : match.end()]
            is_odd = has_mixed_letters(words) or (is_usual and is_latin != is_cyrillic)
            if match.start() not in found and is_odd:
                found[match.start()] = match
    return [found[start] for start in sorted(found)]


def has_mixed_letters(words: str) -> bool:
    """Tell whether a word mixes Latin and Cyrillic letters."""
    return bool(regex.search(r"\p{Latin}", words) and regex.search(r"\p{Cyrillic}", words))


def _read_label(text: str, match: "regex.Match[str]") -> Label:
    """Read the value after a label."""
    kind = match.lastgroup if match.lastgroup != "space" else None
    kind = kind or next(name for name in _LABELS if match[name])
    words = text[match.start(kind) : match.end(kind)]
    leaves = _read_leaves(text, match.end()) if kind == "leaves" else ()
    value = _VALUE.match(text, match.end()) if kind != "leaves" else None
    value_end = leaves[-1].end if leaves else value.end() if value else match.end(kind)
    return Label(
        kind=kind,
        words=words,
        start=match.start(kind),
        end=value_end,
        value=text[match.end() : value_end] if leaves or value else "",
        value_start=match.end(),
        leaves=leaves,
        is_look_alike=match.string != text,
        is_tight=bool(leaves or value) and match["space"] == "",
    )


def _read_leaves(text: str, position: int) -> tuple[LeafRange, ...]:
    """Read a list of leaves and ranges of leaves."""
    found: list[LeafRange] = []
    while leaf := _LEAVES.match(text, position):
        first, last = (words and words.rstrip(". ") for words in (leaf["start"], leaf["end"]))
        found.append(LeafRange(first=first, last=last, start=leaf.start(), end=leaf.end()))
        following = _NEXT_LEAVES.match(text, leaf.end())
        if following is None:
            break
        position = following.end()
    return tuple(found)
