"""Capitals and palaces that stand for a government: what Moscow offers, the Soviet side offers.

The list is `seats` in ``lexis/names.toml``: a country, then what stands for it.
Entry points: `countries_of`, `is_seat`.
"""

import tomllib
from functools import lru_cache
from importlib import resources

from provtrack.text.name_sounds import translated


def countries_of(word: str) -> frozenset[int]:
    """Give the lines of `between` in names.toml of the country that a name is, or stands for.

    Example:
        >>> countries_of("Kremlin") == countries_of("USSR")
        True
    """
    return _seats().get(word, frozenset()) or translated(word)


def is_seat(word: str) -> bool:
    """Tell whether a name stands for a government."""
    return word in _seats()


@lru_cache(maxsize=1)
def _seats() -> dict[str, frozenset[int]]:
    file = resources.files("provtrack.text").joinpath("lexis", "names.toml")
    lines = tomllib.loads(file.read_text(encoding="utf-8"))["seats"].split("\n")
    found: dict[str, frozenset[int]] = {}
    for line in lines:
        country, *seats = line.split() or [""]
        for seat in seats:
            found[seat] = found.get(seat, frozenset()) | translated(country)
    return found
