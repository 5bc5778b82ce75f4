"""Leaves in the words of authors of other languages: "d. 17, Bl. 34", "d. 17, f. 34".

Right behind a delo, "f." with a number is a leaf, not a fond, if no opis follows; "p." is a page if
the papka is named already. Entry point: `with_leaves_behind_dela`.
"""

import re
from collections.abc import Sequence

from provtrack.references.labels import Label, leaves_at

# German, French, Italian, Spanish, Portuguese, Dutch and Scandinavian, Polish, Finnish, Hungarian.
_WORDS = (
    "Bll? Blatt Blätter Blaetter S Seiten? feuilles? feuillets? ff? fo? f[°º] fogli?o? cc? cart[ae]"
    " pág págs páginas? hojas? folhas? fls blad blz sid side kk? kart[ay] str strony ss? lap oldal"
    " sivu с стор pp?"
)
_DELO = {"delo", "archival_unit"}
_PARTS_OF_DELO = {"volume", "part"}
# A year is no leaf: "c. 1962" is "about 1962".
_BEHIND = re.compile(
    rf"\s?[,:.]?\s*(?P<word>{'|'.join(_WORDS.split())})(?:\.\s?|\s)\s*"
    r"(?=\d)(?!(?:1[89]|20)\d\d(?![\w-]))",
    re.IGNORECASE,
)


def with_leaves_behind_dela(
    text: str, labels: Sequence[Label], *, is_baltic: bool = False
) -> list[Label]:
    """Read as leaves what stands behind a delo in other words, and drop labels found in it.

    Args:
        is_baltic: The archive is Lithuanian or Estonian, where "s." is a delo.
    """
    kept = list(labels)
    for place in range(len(labels) - 1, -1, -1):
        one = labels[place]
        if one.kind not in _DELO | _PARTS_OF_DELO or not one.value:
            continue
        found = _BEHIND.match(text, one.end)
        if found and not (is_baltic and found["word"].casefold() == "s"):
            kept = _with_leaves(text, kept, place, found)
    return kept


def _with_leaves(text: str, labels: list[Label], place: int, found: re.Match[str]) -> list[Label]:
    """Put leaves behind the delo at a place, unless the word means something else there."""
    leaves = leaves_at(text, found.end())
    if not leaves:
        return labels
    end = leaves[-1].end
    before, behind = labels[: place + 1], [one for one in labels[place + 1 :] if one.start >= end]
    following = {one.kind for one in behind if ";" not in text[end : one.start]}
    if not _names_leaves(found["word"].casefold(), _levels_at_the_end(before), following):
        return labels
    value = text[found.end() : end]
    read = Label("leaves", found["word"], found.start("word"), end, value, found.end(), leaves)
    return [*before, read, *behind]


def _levels_at_the_end(labels: Sequence[Label]) -> set[str]:
    """Name the levels of the reference that the last label belongs to."""
    fonds = [place for place, one in enumerate(labels) if one.kind == "fond"]
    return {one.kind for one in labels[max(fonds, default=0) :]}


def _names_leaves(word: str, levels: set[str], following: set[str]) -> bool:
    """Whether a word behind the levels of a delo, and before others, names leaves."""
    if "opis" not in levels or not levels & _DELO or "leaves" in following:
        return False
    is_fond = word == "f" and bool(following & {"opis", "delo"})
    is_papka = word == "p" and "papka" not in levels
    return not (is_fond or is_papka)
