"""Read the words of a language file: lists, forms on a line, words with a value.

How a file is written: docs/reference/language-rules.md. What the attributes mean is said in
`language_rules`. Entry points: `attributes_of`, `letters_of`.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

_OF_VOICE = ("auxiliaries", "passives", "agent_leads", "impersonal")


def attributes_of(table: Mapping[str, Any]) -> dict[str, Any]:
    """Turn the tables of a file into the attributes of `LanguageRules`."""
    limits = table.get("limits", {})
    tense, short = table.get("tense", {}), table.get("abbreviations", {})
    return {
        "language": table["language"],
        "decimal": table.get("decimal", "."),
        "capitals_mark_names": table.get("capitals", "names") == "names",
        "function_words": _words(table.get("function_words", "")),
        **_of_negation(table.get("negation", {})),
        "modality": _folded(table.get("modality", {})),
        "quantifiers": _folded(table.get("quantifiers", {})),
        "certainties": _words(table.get("certainty", {}).get("words", "")),
        "limits": _words(limits.get("words", "")),
        "lone_limits": _words(limits.get("alone", "")),
        "attributions": _forms(table.get("attribution", {}).get("forms", "")),
        "noun_leads": _words(table.get("attribution", {}).get("noun_leads", "")),
        **{name: _words(tense.get(name, "")) for name in _OF_VOICE},
        "inflections": _forms(tense.get("forms", "")),
        "inflection_suffixes": frozenset(tense.get("suffixes", ())),
        "stem_rules": tuple((re.compile(old), new) for old, new in tense.get("stems", ())),
        "months": _folded(table.get("months", {})),
        "weekdays": _forms(table.get("weekdays", {}).get("forms", "")),
        "cardinals": _folded(table.get("cardinals", {})),
        "multipliers": _folded(table.get("multipliers", {})),
        "ordinals": _folded(table.get("ordinals", {})),
        "fractions": _folded(table.get("fractions", {})),
        "multiples": _folded(table.get("multiples", {})),
        "mixed_numbers": {
            word: Fraction(worth) for word, worth in _folded(table.get("mixed", {})).items()
        },
        "abbreviations": _abbreviations(short.get("pairs", "")),
        "endings": tuple((a, b) for a, b in short.get("endings", ())),
        "elisions": tuple(short.get("elisions", ())),
        "words": _long_words(table) if "words" in table else frozenset(),
        "documents": _forms(table.get("documents", {}).get("kinds", "")),
        **_of_spelling(table.get("spelling", {})),
        **_of_names(table.get("names", {})),
        **_of_figures(table.get("figures", {})),
        **_of_times(table.get("times", {})),
        **_of_quoting(table.get("quoting", {})),
    }


def _of_negation(negation: Mapping[str, Any]) -> dict[str, Any]:
    """Read what a file says of negations, by attribute."""
    return {
        "negations": _words(negation.get("words", "")),
        "negation_suffixes": tuple(negation.get("suffixes", ())),
        "negation_prefixes": {
            prefix: tuple(words.split()) for prefix, words in negation.get("prefixes", {}).items()
        },
        "negation_pairs": tuple((a, b) for a, b in negation.get("suffix_pairs", ())),
        "carried_negations": frozenset((a, b) for a, b in negation.get("carried", ())),
        "unnegating": _words(negation.get("idle", "")),
        "misread_negations": {
            sign: _words(words) for sign, words in negation.get("look_alikes", {}).items()
        },
        "unfirm_negations": _words(negation.get("beside", "")),
        "implied_negations": _words(negation.get("implied", "")),
        "plain_negations": _words(negation.get("plain", "")),
        "negation_leads": _words(negation.get("leads", "")),
        "predicatives": _words(negation.get("predicatives", "")),
    }


def _of_spelling(spelling: Mapping[str, Any]) -> dict[str, Any]:
    """Read what a file says of spelling, by attribute."""
    return {
        "spelling_rules": tuple((re.compile(old), new) for old, new in spelling.get("rules", ())),
        "letter_rules": tuple((re.compile(old), new) for old, new in spelling.get("letters", ())),
        "spellings": _forms(spelling.get("pairs", "")),
        "distinct_words": _lowered(spelling.get("distinct", "")),
        "telling_capitals": _words(spelling.get("capitals", "")),
        "joined": _words(spelling.get("joined", "")),
        "hyphens_that_tell": tuple(spelling.get("not_hyphenation", ())),
        "remarks": _words(spelling.get("remarks", "")),
    }


def _of_names(names: Mapping[str, str]) -> dict[str, Any]:
    """Read what a file says of names, by attribute."""
    lists = ("titles", "articles", "locatives", "determiners", "courtesies", "institutions")
    return {
        **{name: _words(names.get(name, "")) for name in lists},
        "places": _forms(names.get("places", "")),
        "name_endings": _words(names["endings"]) if "endings" in names else None,
        "foreign_characters": _words(names.get("foreign", "")),
        "surnames": _words(names.get("surnames", "")),
    }


def _of_figures(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Read what a file says of figures and dates, by attribute."""
    lists = (
        "date_fillers",
        "year_words",
        "ones",
        "range_words",
        "range_leads",
        "day_leads",
        "day_endings",
        "time_parts",
        "measured",
        "vague",
    )
    marks = ("old_style", "new_style", "before_christ", "after_christ")
    styles = {name: _words(figures.get(name, "")) for name in marks}
    return {
        **{name: _words(figures.get(name, "")) for name in lists},
        **{name: frozenset(map(letters_of, styles[name])) for name in styles},
        "era_letters": frozenset(
            letters_of(word)
            for name in marks[2:]
            for term in styles[name]
            for word in (term, *term.replace(".", " ").split())
        ),
        "style_terms": frozenset(term for terms in styles.values() for term in terms),
        "number_connectors": _words(figures.get("connectors", "")),
        "ordinal_suffixes": tuple(figures.get("ordinal_suffixes", ())),
        "percent": frozenset(figures.get("percent", ["%"])),
        "numbers_joined_by": figures.get("joined_by"),
        "date_marks": tuple(figures.get("date_marks", ())),
        "bare_days": figures.get("bare_days"),
        "eras": dict(figures.get("eras", {})),
        "unsure_order": figures.get("unsure_order", ""),
        "half_suffix": figures.get("half_suffix", ""),
        "part_connectors": _words(figures.get("part_connectors", "")),
        "fraction_marks": tuple(figures.get("fraction_marks", ())),
        "units": _senses(figures.get("units", "")),
    }


def _of_times(times: Mapping[str, Any]) -> dict[str, Any]:
    """Read what a file says of decades, hours and words that say when, by attribute."""
    lists = ("moments", "periods", "year_leads", "decade_words", "decade_leads", "hour_leads",
             "hour_words", "minute_words", "clock_words", "row_words", "half_hours")  # fmt: skip
    return {
        **{name: _words(times.get(name, "")) for name in lists},
        "relative_times": _words(times.get("relative", "")),
        "lengths": _forms(times.get("lengths", "")),
        "length_minutes": _numbered(times.get("minutes", "")),
        "decades": _folded(times.get("decades", {})),
        "decade_marks": tuple(times.get("decade_marks", ())),
        "hour_phrases": _folded(times.get("hour_phrases", {})),
        "day_halves": _folded(times.get("day_halves", {})),
    }


def _of_quoting(quoting: Mapping[str, str]) -> dict[str, Any]:
    """Read what a file says of faithful quoting, by attribute."""
    terms = (
        "complementizers",
        "unasserted",
        "conditions",
        "exempting",
        "exceptions",
        "for_now",
        "adversatives",
    )
    return {
        **{name: frozenset(_forms(quoting.get(name, ""))) for name in terms},
        "fillers": _words(quoting.get("fillers", "")),
        "joins": _words(quoting.get("joins", "")),
        "whether": _words(quoting.get("whether", "")),
        "doubting_adverbs": _words(quoting.get("doubting_adverbs", "")),
        "loose_conditions": _words(quoting.get("loose_conditions", "")),
        "resumptives": _words(quoting.get("resumptives", "")),
        "views": _words(quoting.get("views", "")),
        "holding": _words(quoting.get("holding", "")),
        "relatives": _words(quoting.get("relatives", "")),
        "light": _words(quoting.get("light", "")),
        "partitives": _words(quoting.get("partitives", "")),
        "shares": _words(quoting.get("shares", "")),
        "figure_leads": _words(quoting.get("figure_leads", "")),
        "turning": _words(quoting.get("turning", "")),
        "opposites": _opposites(quoting.get("opposites", "")),
        "beside_negation": _words(quoting.get("beside_negation", "")),
        "same_share": _forms(quoting.get("same_share", "")),
        "persons": _forms(quoting.get("persons", "")),
    }


def _opposites(lines: str) -> dict[str, frozenset[str]]:
    """Map each word to those that stand on a line with it."""
    pairs: dict[str, frozenset[str]] = {}
    for line in lines.casefold().splitlines():
        for word in line.split():
            pairs[word] = pairs.get(word, frozenset()) | (frozenset(line.split()) - {word})
    return pairs


def _words(words: str) -> frozenset[str]:
    """Read words apart by blanks; a low line stands for a blank inside a term."""
    return frozenset(word.replace("_", " ") for word in words.casefold().split())


def _long_words(table: Mapping[str, Any]) -> frozenset[str]:
    """Collect every word of several characters from all lists of a language."""
    lists = (
        table["words"],
        table.get("function_words", ""),
        table.get("negation", {}).get("words", ""),
        table.get("limits", {}).get("words", ""),
        table.get("attribution", {}).get("forms", ""),
        table.get("weekdays", {}).get("forms", ""),
        table.get("tense", {}).get("auxiliaries", ""),
        table.get("figures", {}).get("units", ""),
        table.get("names", {}).get("places", ""),
        table.get("names", {}).get("titles", ""),
        table.get("abbreviations", {}).get("pairs", "").replace("=", " "),
        " ".join(table.get("figures", {}).get("eras", {})),
        table.get("times", {}).get("moments", ""),
        table.get("times", {}).get("hour_leads", ""),
        " ".join(table.get("mixed", {})),
        " ".join(table.get("modality", {})),
        " ".join(table.get("quantifiers", {})),
    )
    return frozenset(word for words in lists for word in words.split() if len(word) > 1)


def _numbered(words: str) -> dict[str, int]:
    """Read words with a number each: hour=60."""
    pairs = (word.split("=") for word in words.casefold().split())
    return {word: int(number) for word, number in pairs}


def _folded(scale: Mapping[str, int]) -> dict[str, int]:
    return {word.casefold(): value for word, value in scale.items()}


def _forms(lines: str) -> dict[str, str]:
    """Map every word of a line to the first word of the line; the first line of a word holds.

    A low line stands for the blank inside a term of several words: pointed_out.
    """
    forms: dict[str, str] = {}
    for line in lines.casefold().splitlines():
        for word in line.split():
            forms.setdefault(word.replace("_", " "), line.split()[0].replace("_", " "))
    return forms


def _senses(lines: str) -> dict[str, str]:
    """Map every word to the first words of all lines it stands on, with bars between them.

    A word on two lines has two senses: a pound of money and one of weight.
    """
    senses: dict[str, list[str]] = {}
    for line in lines.casefold().splitlines():
        for word in line.split():
            senses.setdefault(word.replace("_", " "), []).append(line.split()[0])
    return {word: "|".join(dict.fromkeys(firsts)) for word, firsts in senses.items()}


@lru_cache(maxsize=1 << 14)
def letters_of(term: str) -> str:
    """Give the letters and figures of a term, casefolded, without blanks and periods."""
    return "".join(filter(str.isalnum, term.casefold()))


def _lowered(lines: str) -> dict[str, str]:
    """Map every word of a line to the line; lower case only, so that ß and ss stay two."""
    return {word: line for line in lines.lower().splitlines() for word in line.split()}


def _abbreviations(lines: str) -> dict[str, tuple[str, ...]]:
    """Map each short form to all it can stand for."""
    pairs: dict[str, tuple[str, ...]] = {}
    for line in lines.casefold().splitlines():
        short, equals, long = line.partition("=")
        if equals:
            key = re.sub(r"(?<=\.)\s+", "", short.strip())  # т. д is т.д
            pairs[key] = (*pairs.get(key, ()), long.strip())
    return pairs
