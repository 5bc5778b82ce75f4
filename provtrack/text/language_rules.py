"""What the differ and the taxonomy must know of a language: words of negation, figures, dates ...

The words stand in ``lexis/<language>.toml``, one file a language, in a form a scholar can extend
(docs/reference/language-rules.md explains it); this module only reads them. Where a language has
no file every list is empty, and only what needs no language is recognised.
Entry point: `rules_of`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from importlib import resources

from provtrack.errors import UsageError
from provtrack.text.language_files import attributes_of

LANGUAGES = ("en", "de", "fr", "ru", "zh")  # that have a file


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRules:
    """The words and rules of one language; all words casefolded.

    Attributes:
        language: Primary subtag, "und" where no file was found.
        decimal: What separates decimals in figures, "." or ",".
        capitals_mark_names: A capital inside a sentence marks a name (not so in German).
        function_words: Too light to part two edits.
        negations: Words that negate; `negation_suffixes` are their endings inside a word.
        negation_prefixes: Prefix -> beginnings of words it negates, ("*",) for any.
        negation_pairs: Suffixes that negate each other (-less, -ful).
        carried_negations: Word and the word that negates it in itself (anything, nothing).
        unnegating: Terms that look like one and are none: not only; a star: any ending.
        misread_negations: Character that looks like a negation -> the words it makes itself.
        unfirm_negations, implied_negations: Words that only answer one: pas, jamais; refuse.
        plain_negations: Those that negate what follows and are nothing else: not, never.
        negation_leads: What may stand between these and what they deny: not "in the" hall.
        predicatives: What says that somebody is what follows: as, als, comme.
        modality: Word or words -> strength of commitment, 1 to 10.
        certainties: Words of `modality` that say how sure something is (surely, probably).
        quantifiers: Word -> share of the whole, 0 to 10.
        limits: Words that limit a figure or share; `lone_limits` do so alone.
        attributions: Form of a verb of saying -> its first form.
        noun_leads: Words after which a verb of saying is a noun (the report, his claim).
        auxiliaries: Words that only carry tense or voice.
        passives: Auxiliaries of the passive voice; `agent_leads` stand before who does it (by).
        impersonal: Words for nobody in particular, which the passive does without (man, on).
        inflections: Form -> its first form; `inflection_suffixes` for regular ones.
        stem_rules: Patterns that leave of a verb what its forms share, where suffixes do not tell.
        months, weekdays: Form -> number, or the first form.
        cardinals, multipliers, ordinals, fractions: Word -> value.
        mixed_numbers: Word for a whole and a part -> value (полтора, anderthalb);
            `half_suffix` makes one of a cardinal (German "einhalb").
        multiples: Word -> how many times (twice, treble, вдвое).
        part_connectors: What joins a part to a whole (five "and" a half).
        fraction_marks: What stands between parts and their number (Chinese 三"分之"一).
        ordinal_suffixes: Endings of ordinals in figures (2nd).
        spelling_rules: Patterns under which two spellings become one word.
        letter_rules: Those that hold in names too (ѣ, е), after the others.
        spellings: Word -> the first word of its line.
        distinct_words: Word -> its line of words that the spelling rules must keep apart.
        telling_capitals: Words that a capital makes another word (Polish, polish).
        joined: Words written apart that may as well be joined, with blanks (can not, no where).
        hyphens_that_tell: Prefixes whose hyphen tells two words apart (re-sign, resign).
        remarks: Words with which editors speak of the document (illegible, sic).
        abbreviations: Short form without its period -> what it can stand for.
        endings: Contracted ending -> what it stands for.
        elisions: Words that are written together with the next (French l', n').
        numbers_joined_by: What joins number words into one (German "und"); None if nothing does.
        words: Words of more than one character, where script does not divide words (Chinese).
        date_marks: What follows year, month and day in a date (Chinese); empty elsewhere.
        eras: Word before a year -> what to add to it (民国 -> 1911).
        year_words: What shows that the figure before it is a year (Russian "года").
        units: Form of a unit or currency -> one form for all of them; a word of two senses has
            both, with a bar between them, the first where one of `measured` follows.
        vague: Multipliers that tell no number where none stands before them (hundreds).
        unsure_order: Signs in dates of figures that leave open whether the day stands first.
        ones: Articles that count one before a multiplier (a hundred).
        range_words: What stands between the first and the last day of a range (to, bis, по);
            `range_leads` is what may stand before the first (from, vom, с).
        style_terms: Marks of the old and the new style in dates (O.S., old style); their letters
            alone are in `old_style` and `new_style`, those of eras in `before_christ`,
            `after_christ` and, with parts of them, `era_letters`.
        day_leads: What may stand before a day whose month is not said (on the 14th, am 14.).
        bare_days: What follows such a day in figures without an ending (German "."); None where it
            has an ending; `day_endings` are those of a day alone (14-го).
        time_parts: What says which part of a month, year or century is meant (early, late).
        moments: Words that say when by themselves (yesterday, Easter); `relative_times` do beside
            one of `periods` (last week) or of those.
        lengths: Form of a length of time, season or part of the day -> the first form of its line;
            `length_minutes` gives the minutes of those that can be told in one another.
        year_leads: What may stand before a year beside light words (fiscal year, spring).
        decades: Word -> tens (eighties); `decade_words` have to follow (Jahre), or
            `decade_leads` to stand before (années), or `decade_marks` to follow (年代).
        hour_leads: What may stand before a time of day (at, um).
        hour_phrases: Words before an hour -> minutes to add (half past: 30, halb: -30).
        hour_words, minute_words: What stands after hours and minutes (h, Uhr, 点);
            `clock_words` only of a time of day (Uhr), `row_words` after 2300.
        half_hours: What after an hour is half of one (半).
        day_halves: Mark of the half of the day -> hours to add (p.m.: 12).
        places: Name of a place -> the first form of its line, where capitals tell no names.
        name_endings: What a name may take on and stay the same (the Indians); None where
            names are declined.
        titles: What stands beside the name of a person (Herr, 同志).
        articles: What stands before a common noun, with a capital too (the Harbour Board).
        locatives: What stands before a place and hardly before a person (in, near).
        determiners: What shows, before a noun, that it is no name, where capitals tell none.
        courtesies: Titles that everybody has, so that one may come or go (Mr., тов.).
        institutions: Words that may have a capital and are translated (President, Red, Cross).
        documents: Form of a kind of message -> the first form of its line (letter, telegram).
        foreign_characters: Characters that write foreign names (Chinese).
        surnames: Surnames of one character, where script does not divide words.
        fillers: Words whose loss leaves what is said: degree, time, order, emphasis.
        figure_leads: Light words that before a figure tell it apart (from 4, to 4, by 4).
        opposites: Light word -> the light words that turn a sentence round in its place.
        turning: Light words that turn a sentence when they come or go alone (until "after").
        beside_negation: Quantifiers that say nothing beside a negation (not any, nicht irgendein).
        same_share: Quantifier -> the first of those that say the same (whole, entire).
        persons: Form of a pronoun -> the first form of the same person.
        complementizers: What joins a clause to the verb that governs it (that, что, dass).
        unasserted: Words after which a clause is not said to be so (believe, deny, perhaps).
        holding: Those of them with which somebody holds or wishes what may be so (believe, hope).
        relatives: What begins a clause about a thing that may not be (a danger, in which).
        conditions: What makes the clause after it depend on something (if, unless).
        whether: What begins a reported question (whether, ob).
        doubting_adverbs: Adverbs that leave in doubt what they stand before (perhaps, probably).
        loose_conditions: Those that may stand before a noun as well (until, provided).
        resumptives: What takes up a condition or goes on from a clause (then, either).
        views: What somebody may hold, which a hedge takes back (it may be his view that).
        exempting: What takes somebody or something out of what is said (except, apart from).
        exceptions: What, after a clause, takes part of it back (but, except, only if).
        for_now: What, after a clause that denies, limits that to the present (at this time).
        adversatives: Those of them that begin a clause of its own (but, however).
        joins: What may stand before those (and, especially).
        partitives: What stands between a part and its whole (two "of" the three).
        shares: What names a part besides figures and `quantifiers` (half, none).
        light: Light words that are not among the function words (concerning, throughout).
    """

    language: str = "und"
    decimal: str = "."
    capitals_mark_names: bool = True
    function_words: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    negation_suffixes: tuple[str, ...] = ()
    negation_prefixes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    negation_pairs: tuple[tuple[str, str], ...] = ()
    carried_negations: frozenset[tuple[str, str]] = frozenset()
    unnegating: frozenset[str] = frozenset()
    misread_negations: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unfirm_negations: frozenset[str] = frozenset()
    implied_negations: frozenset[str] = frozenset()
    plain_negations: frozenset[str] = frozenset()
    negation_leads: frozenset[str] = frozenset()
    predicatives: frozenset[str] = frozenset()
    modality: Mapping[str, int] = field(default_factory=dict)
    quantifiers: Mapping[str, int] = field(default_factory=dict)
    certainties: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    lone_limits: frozenset[str] = frozenset()
    attributions: Mapping[str, str] = field(default_factory=dict)
    noun_leads: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    agent_leads: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()
    inflections: Mapping[str, str] = field(default_factory=dict)
    inflection_suffixes: frozenset[str] = frozenset()
    stem_rules: tuple[tuple[re.Pattern[str], str], ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, str] = field(default_factory=dict)
    cardinals: Mapping[str, int] = field(default_factory=dict)
    multipliers: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, int] = field(default_factory=dict)
    mixed_numbers: Mapping[str, Fraction] = field(default_factory=dict)
    half_suffix: str = ""
    multiples: Mapping[str, int] = field(default_factory=dict)
    part_connectors: frozenset[str] = frozenset()
    fraction_marks: tuple[str, ...] = ()
    ordinal_suffixes: tuple[str, ...] = ()
    number_connectors: frozenset[str] = frozenset()
    percent: frozenset[str] = frozenset({"%"})
    date_fillers: frozenset[str] = frozenset()
    spelling_rules: tuple[tuple[re.Pattern[str], str], ...] = ()
    letter_rules: tuple[tuple[re.Pattern[str], str], ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    distinct_words: Mapping[str, str] = field(default_factory=dict)
    telling_capitals: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    hyphens_that_tell: tuple[str, ...] = ()
    remarks: frozenset[str] = frozenset()
    abbreviations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    elisions: tuple[str, ...] = ()
    numbers_joined_by: str | None = None
    words: frozenset[str] = frozenset()
    date_marks: tuple[str, ...] = ()
    eras: Mapping[str, int] = field(default_factory=dict)
    year_words: frozenset[str] = frozenset()
    units: Mapping[str, str] = field(default_factory=dict)
    measured: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    unsure_order: str = ""
    ones: frozenset[str] = frozenset()
    range_words: frozenset[str] = frozenset()
    range_leads: frozenset[str] = frozenset()
    style_terms: frozenset[str] = frozenset()
    old_style: frozenset[str] = frozenset()
    new_style: frozenset[str] = frozenset()
    before_christ: frozenset[str] = frozenset()
    after_christ: frozenset[str] = frozenset()
    era_letters: frozenset[str] = frozenset()
    day_leads: frozenset[str] = frozenset()
    bare_days: str | None = None
    day_endings: frozenset[str] = frozenset()
    time_parts: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    relative_times: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()
    lengths: Mapping[str, str] = field(default_factory=dict)
    length_minutes: Mapping[str, int] = field(default_factory=dict)
    year_leads: frozenset[str] = frozenset()
    decades: Mapping[str, int] = field(default_factory=dict)
    decade_words: frozenset[str] = frozenset()
    decade_leads: frozenset[str] = frozenset()
    decade_marks: tuple[str, ...] = ()
    hour_leads: frozenset[str] = frozenset()
    hour_phrases: Mapping[str, int] = field(default_factory=dict)
    hour_words: frozenset[str] = frozenset()
    minute_words: frozenset[str] = frozenset()
    clock_words: frozenset[str] = frozenset()
    row_words: frozenset[str] = frozenset()
    half_hours: frozenset[str] = frozenset()
    day_halves: Mapping[str, int] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    name_endings: frozenset[str] | None = None
    titles: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    courtesies: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    documents: Mapping[str, str] = field(default_factory=dict)
    foreign_characters: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    figure_leads: frozenset[str] = frozenset()
    opposites: Mapping[str, frozenset[str]] = field(default_factory=dict)
    turning: frozenset[str] = frozenset()
    beside_negation: frozenset[str] = frozenset()
    same_share: Mapping[str, str] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    complementizers: frozenset[str] = frozenset()
    unasserted: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    whether: frozenset[str] = frozenset()
    doubting_adverbs: frozenset[str] = frozenset()
    loose_conditions: frozenset[str] = frozenset()
    resumptives: frozenset[str] = frozenset()
    views: frozenset[str] = frozenset()
    exempting: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()
    for_now: frozenset[str] = frozenset()
    adversatives: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    shares: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()


NO_RULES = LanguageRules()


@lru_cache(maxsize=256)
def rules_of(language: str) -> LanguageRules:
    """Give the rules for a BCP 47 tag, by its primary subtag; `NO_RULES` if there is no file.

    Raises:
        UsageError: The file of the language is no TOML.
    """
    return _read(language.lower().replace("_", "-").split("-")[0])


@lru_cache(maxsize=64)
def _read(language: str) -> LanguageRules:
    """Read the file of one language."""
    if not re.fullmatch(r"[a-z]{2,3}", language):
        return NO_RULES
    file = resources.files("provtrack.text").joinpath("lexis", f"{language}.toml")
    if not file.is_file():
        return NO_RULES
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise UsageError(f"The language file {language}.toml cannot be read: {fault}.") from fault
    return LanguageRules(**attributes_of({"language": language, **table}))
