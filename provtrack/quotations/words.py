"""Words that stand beside quotations: verbs of saying, leads of terms and titles, formulas.

Read from ``words.toml`` and, for verbs of saying, from the rules of the languages (`text`).
"""

import re
import tomllib
from functools import cache
from importlib import resources

from provtrack.text.language_rules import LANGUAGES, rules_of
from provtrack.text.retelling import retelling_of
from provtrack.text.speaking import speaking_of

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
LEAST_MISREAD = 4
ELIDED = re.compile(r"^[^\W\d_]{1,2}['’]")
INVERTED = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on|je|nous|vous)$")


@cache
def _table() -> dict[str, str]:
    file = resources.files("provtrack.quotations").joinpath("words.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def reporting_verbs() -> frozenset[str]:
    """Forms of verbs that bring in quoted words, casefolded, of all languages."""
    saying = (form for tag in LANGUAGES for form in rules_of(tag).attributions)
    return frozenset([*_table()["reporting"].casefold().split(), *saying])


@cache
def joining_words() -> frozenset[str]:
    """What may stand between a verb of saying and the words said: that, dass, что."""
    return frozenset(word for tag in LANGUAGES for word in rules_of(tag).complementizers)


@cache
def _reporting_signs() -> tuple[str, ...]:
    """Verbs that bring in quoted words in writing without blanks: a clause may end with them."""
    return tuple(one for one in reporting_verbs() if HAN.match(one))


def says(word: str) -> bool:
    """Whether a word of a clause, casefolded, brings in quoted words.

    French puts the pronoun behind the verb ("écrivit-il") or before it ("s'écria"); Chinese and
    Japanese have no blanks ("他写道", "と彼は書き").
    """
    verb = ELIDED.sub("", INVERTED.sub("", word))
    return verb in reporting_verbs() or word.endswith(_reporting_signs())


@cache
def distancing_verbs() -> frozenset[str]:
    """Verbs of saying that doubt or deny what is said: claims, behauptet."""
    return frozenset(_table()["distancing"].casefold().split())


@cache
def incising_verbs() -> frozenset[str]:
    """Verbs of clauses set into a quotation, besides `reporting_verbs`: précise, bemerkt."""
    return frozenset(_table()["incising"].casefold().split())


@cache
def telling_leads() -> frozenset[str]:
    """What brings in whoever is meant, with blanks: according to, по словам, laut."""
    phrases = (lead for tag in LANGUAGES for lead in retelling_of(tag).leads)
    formed = (form for tag in LANGUAGES for form in rules_of(tag).attributions)
    leads = {one.replace("_", " ").replace("’", "'") for one in phrases}
    return frozenset(leads | {one for one in formed if " " in one})


@cache
def speech_tags() -> frozenset[str]:
    """What begins a clause that only names who speaks: as, so, как, comme."""
    tags = frozenset(word for tag in LANGUAGES for word in retelling_of(tag).tags)
    return tags | frozenset(_table()["tags"].casefold().split())


@cache
def third_persons() -> frozenset[str]:
    """Pronouns that may speak: he, she, они."""
    persons = frozenset(word for tag in LANGUAGES for word in speaking_of(tag).pronouns)
    return persons | frozenset(_table()["pronouns"].casefold().split())


@cache
def articles() -> frozenset[str]:
    """What may stand before the office of whoever speaks: the, der, le."""
    words = (word for tag in LANGUAGES for word in retelling_of(tag).articles)
    return frozenset([*words, *_table()["articles"].casefold().split()])


@cache
def _misread_verbs() -> frozenset[str]:
    """Verbs of four letters and more with any one letter misread, which "?" stands for."""
    long = (one for one in reporting_verbs() if len(one) >= LEAST_MISREAD)
    return frozenset(f"{one[:n]}?{one[n + 1 :]}" for one in long for n in range(len(one)))


def says_misread(word: str) -> bool:
    """Whether a word is a verb that brings in quoted words, but for one letter."""
    verb = INVERTED.sub("", word)
    return says(word) or any(
        f"{verb[:n]}?{verb[n + 1 :]}" in _misread_verbs() for n in range(len(verb))
    )


@cache
def month_names() -> frozenset[str]:
    """Names of months, casefolded, of all languages: capitals, but nobody's name."""
    return frozenset(name for tag in LANGUAGES for name in rules_of(tag).months)


@cache
def term_leads() -> frozenset[str]:
    """Words before a term that is kept at a distance."""
    return frozenset(_table()["terms"].casefold().split())


@cache
def title_leads() -> frozenset[str]:
    """Words before the title of a work."""
    return frozenset(_table()["titles"].casefold().split())


@cache
def works_leads() -> tuple[str, ...]:
    """What may stand in a note before the names or the title of a work, the longest first."""
    every = _phrases("works") | _phrases("works_first")
    return tuple(sorted(every, key=lambda one: (-len(one), one)))


@cache
def works_leads_inside() -> re.Pattern[str]:
    """Those of them that may stand in the midst of a sentence, up to the last."""
    every = "|".join(re.escape(one) for one in works_leads() if one in _phrases("works"))
    return re.compile(rf".*(?<!\w)(?:{every})(?=[\s:,])", re.IGNORECASE | re.DOTALL)


@cache
def archival_levels() -> frozenset[str]:
    """Signs of the levels of an archive, without full stops: what they number is no journal."""
    return frozenset(_table()["levels"].casefold().split())


@cache
def emphasis_formulas() -> frozenset[str]:
    """What declares added stress, casefolded, straight apostrophes, no brackets, no last stop."""
    return frozenset(one.strip(" .") for one in _phrases("emphasis"))


@cache
def signatures() -> frozenset[str]:
    """What signs words that an author or editor puts in in round parentheses, casefolded."""
    return _phrases("signatures")


@cache
def sic_marks() -> frozenset[str]:
    """What stands in brackets after an oddity of the source."""
    return _phrases("sic")


def _phrases(name: str) -> frozenset[str]:
    phrases = " ".join(_table()[name].casefold().split()).split(";")
    return frozenset(one.strip() for one in phrases if one.strip())
