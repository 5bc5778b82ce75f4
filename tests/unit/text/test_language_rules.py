"""The files of language rules are what their page says."""

import tomllib
from pathlib import Path

import pytest

from provtrack.text.language_rules import NO_RULES, rules_of

ROOT = Path(__file__).parents[3]
LEXIS = ROOT / "provtrack" / "text" / "lexis"
LANGUAGES = sorted(file.stem for file in LEXIS.glob("*.toml") if file.stem != "names")
TABLES_OF_WORDS = {
    "months", "cardinals", "ordinals", "multipliers", "fractions", "modality", "quantifiers",
    "prefixes", "eras", "mixed", "multiples", "decades", "hour_phrases", "day_halves",
    "look_alikes",
}  # fmt: skip


def names_in(table: dict[str, object]) -> set[str]:
    """Name the tables and keys of a file, but not the words that are keys."""
    names = set()
    for key, value in table.items():
        names.add(key)
        if isinstance(value, dict) and key not in TABLES_OF_WORDS:
            names |= names_in(value)
    return names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_language_is_explained(language):
    file = LEXIS / f"{language}.toml"
    page = (ROOT / "docs" / "reference" / "language-rules.md").read_text("utf-8")
    names = names_in(tomllib.loads(file.read_text("utf-8")))
    assert {name for name in names if name not in page} == set()


def test_an_unknown_language_has_no_rules():
    assert rules_of("xx") is NO_RULES


def test_a_low_line_stands_for_the_blank_in_a_term():
    assert rules_of("en").attributions["pointed out"] == "point out"


def test_forms_of_a_unit_have_one_form():
    units = rules_of("en").units
    assert units["kilometres"] == units["kilometer"] == "km"
