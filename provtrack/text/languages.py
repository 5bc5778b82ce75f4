"""Languages of texts and of tags: detect, compare, check, name.

Detection is by script, then by frequent words and telling letters (`text.frequent_words`): short
and plain, so that a reader can see why. It prefers "not known" to a guess. Tags are BCP 47, read
with langcodes. Leaves the rules of grammar per language to `text.lexis`.
Entry points: `detect_language`, `share_language`, `languages_apart`, `check_language_tag`.
"""

import unicodedata

import regex  # type: ignore[import-untyped]
from langcodes import Language, tag_is_valid
from langcodes.tag_parser import LanguageTagError

from provtrack.errors import UsageError
from provtrack.text.frequent_words import (
    CLASSICAL_CHINESE,
    FREQUENT_WORDS,
    ONE_LANGUAGE,
    TELLING_LETTERS,
    VERNACULAR_CHINESE,
)
from provtrack.text.language_names import (
    HISTORICAL_SCRIPTS,
    LANGUAGE_NAMES,
    RIGHT_TO_LEFT,
    SCRIPT_NAMES,
)

UNDETERMINED = "und"
_SAMPLE = 40_000  # code points: enough to be sure, and long texts cost no more
_LEAST_LETTERS = 20  # below this a script that many languages share tells nothing
_LEAST_HAN = 10  # a Han character is a word or half of one
_WORD_WEIGHT = 60  # divisible by the number of languages that may share a word, up to 6
_LETTER_WEIGHT = 12  # a telling letter counts a fifth of a word of one language only

_LETTERS = regex.compile(r"(?V1)[\p{L}--\p{Script=Common}--\p{Script=Inherited}]")
_WORDS = regex.compile(r"(?V1)\p{L}[\p{L}\p{M}]*")
_MARKS = regex.compile(r"\p{M}+|\u0640")
_SCRIPTS = {
    "Latn": r"\p{Latin}", "Cyrl": r"\p{Cyrillic}", "Grek": r"\p{Greek}", "Hebr": r"\p{Hebrew}",
    "Arab": r"\p{Arabic}", "Deva": r"\p{Devanagari}", "Hani": r"\p{Han}", "Hang": r"\p{Hangul}",
    "Kana": r"[\p{Hiragana}\p{Katakana}]", "Armn": r"\p{Armenian}", "Geor": r"\p{Georgian}",
    "Thai": r"\p{Thai}", "Beng": r"\p{Bengali}", "Taml": r"\p{Tamil}", "Telu": r"\p{Telugu}",
    "Gujr": r"\p{Gujarati}", "Guru": r"\p{Gurmukhi}", "Knda": r"\p{Kannada}",
    "Mlym": r"\p{Malayalam}", "Sinh": r"\p{Sinhala}", "Khmr": r"\p{Khmer}", "Laoo": r"\p{Lao}",
    "Mymr": r"\p{Myanmar}", "Tibt": r"\p{Tibetan}", "Ethi": r"\p{Ethiopic}",
    "Syrc": r"\p{Syriac}", "Mong": r"\p{Mongolian}", "Thaa": r"\p{Thaana}", "Copt": r"\p{Coptic}",
    "Goth": r"\p{Gothic}", "Glag": r"\p{Glagolitic}", "Orya": r"\p{Oriya}",
}  # fmt: skip
_IN_SCRIPT = {code: regex.compile(rf"(?V1){signs}") for code, signs in _SCRIPTS.items()}

_SAME_LANGUAGE = {"cmn": "zh", "arb": "ar", "pes": "fa", "nb": "no", "ekk": "et", "lvs": "lv"}
_SAME_SCRIPT = {
    "Latf": "Latn", "Latg": "Latn", "Hans": "Hani", "Hant": "Hani", "Cyrs": "Cyrl",
    "Aran": "Arab", "Hang": "Kore", "Hrkt": "Jpan", "Hira": "Jpan", "Kana": "Jpan",
}  # fmt: skip


def detect_language(text: str) -> str:
    """Tell the language of a text, or that it cannot be told.

    Returns:
        A BCP 47 tag: the language (``ru``); ``und`` with the script where the language is not
        sure (``und-Latn``: fewer than 20 letters, or no language clearly before the others);
        ``und`` for a text without letters.
    """
    sample = text[:_SAMPLE]
    script = script_of(sample)
    letters = len(_LETTERS.findall(sample))
    if script == "Zyyy":
        return UNDETERMINED
    if script in ONE_LANGUAGE:
        return ONE_LANGUAGE[script]
    if script == "Hani" and letters >= _LEAST_HAN:
        return _chinese(sample, letters)
    if script in FREQUENT_WORDS and letters >= _LEAST_LETTERS:
        return _by_frequent_words(sample, script) or f"{UNDETERMINED}-{script}"
    return f"{UNDETERMINED}-{script}"


def _chinese(sample: str, letters: int) -> str:
    """Tell classical Chinese by its particles; what is in doubt is Chinese."""
    classical = sum(sample.count(character) for character in CLASSICAL_CHINESE)
    vernacular = sum(sample.count(character) for character in VERNACULAR_CHINESE)
    return "lzh" if classical * 16 >= letters and classical >= 4 * vernacular else "zh"


def _by_frequent_words(sample: str, script: str) -> str | None:
    """Name the language whose words and letters clearly prevail; None if none does."""
    folded = sample.casefold()
    # The points of Hebrew tell its age, so letters are counted before they are taken away.
    points = _letter_scores(folded, script)
    words = _words(folded, script)
    scores = {
        language: score + points.get(language, 0)
        for language, score in _word_scores(words, script).items()
    }
    ranked = sorted(scores, key=lambda language: (-scores[language], language))
    best, second = scores[ranked[0]], scores[ranked[1]]
    enough = best * 16 >= _WORD_WEIGHT * len(words)  # one word in 16 counts for it in full
    return ranked[0] if enough and best >= 2 * _WORD_WEIGHT and best * 4 >= second * 5 else None


def _words(folded: str, script: str) -> list[str]:
    if script in ("Grek", "Hebr", "Arab"):
        folded = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", folded)))
    found: list[str] = _WORDS.findall(folded)
    return found


def _word_scores(words: list[str], script: str) -> dict[str, int]:
    """Sum the weight of frequent words by language; a word of several languages is shared out."""
    languages = {name: frozenset(text.split()) for name, text in FREQUENT_WORDS[script].items()}
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    scores = dict.fromkeys(languages, 0)
    for word, count in counts.items():
        owners = [language for language, frequent in languages.items() if word in frequent]
        for language in owners:
            scores[language] += count * (_WORD_WEIGHT // len(owners))
    return scores


def _letter_scores(folded: str, script: str) -> dict[str, int]:
    return {
        language: _LETTER_WEIGHT * sum(folded.count(letter) for letter in letters)
        for language, letters in TELLING_LETTERS[script].items()
    }


def script_of(text: str) -> str:
    """Tell the script most letters of a text are in, as an ISO 15924 code.

    Han with kana is ``Jpan``, Hangul with or without Han ``Kore``, Han alone ``Hani``; ``Zyyy``
    for a text without letters, ``Zzzz`` for letters of a script not known here.
    """
    sample = text[:_SAMPLE]
    total = len(_LETTERS.findall(sample))
    if not total:
        return "Zyyy"
    counts = {code: len(pattern.findall(sample)) for code, pattern in _IN_SCRIPT.items()}
    han, kana, hangul = counts["Hani"], counts.pop("Kana"), counts.pop("Hang")
    if han + kana + hangul > total // 2:
        return _east_asian_script(han, kana, hangul)
    code = max(counts, key=lambda name: counts[name])
    return code if counts[code] else "Zzzz"


def _east_asian_script(han: int, kana: int, hangul: int) -> str:
    """A tenth of kana or Hangul tells more than nine tenths of Han: a Chinese text has none."""
    east_asian = han + kana + hangul
    if hangul * 10 >= east_asian and hangul >= kana:
        return "Kore"
    return "Jpan" if kana * 10 >= east_asian else "Hani"


def share_language(a: str, b: str) -> bool:
    """Tell whether texts with these tags can be compared word by word.

    They can if their languages are one (``cmn`` is ``zh``, ``nb`` is ``no``; ``zh`` and ``lzh``
    differ) and their scripts do not differ (Fraktur is Latin; ``sr-Latn`` and ``sr-Cyrl`` differ).
    A tag without a script has the usual one of its language. An undetermined language (``und``)
    is taken for any language in the script it names; without a script only for another ``und``.
    """
    first, second = _read_tag(a), _read_tag(b)
    languages = {_primary(first), _primary(second)}
    if len(languages) > 1 and UNDETERMINED not in languages:
        return False
    return _script(first) == _script(second)


def written_language(tag: str) -> str:
    """Name the language of a tag, with its script where that is not the usual one.

    Texts that `share_language` have one name, undetermined ones apart: ``ru-RU`` is ``ru``,
    ``zh-Hant`` is ``zh``, ``de-Latf`` is ``de``, ``sr-Latn`` is ``sr-Latn``.
    """
    read = _read_tag(tag)
    language, script = _primary(read), _script(read)
    return language if script == _script(_read_tag(language)) else f"{language}-{script}"


def languages_apart(a: str, b: str) -> tuple[str, str] | None:
    """Name the languages of two texts in alphabetical order; None if one is not known, or they
    are one.
    """
    names = written_language(a), written_language(b)
    if share_language(a, b) or any(name.startswith(UNDETERMINED) for name in names):
        return None
    return (names[0], names[1]) if names[0] < names[1] else (names[1], names[0])


def check_language_tag(tag: str) -> str:
    """Return a language tag in its usual form (``de-latf`` as ``de-Latf``).

    Raises:
        UsageError: Not a BCP 47 tag, or one of a language, script or region that does not exist.
    """
    try:
        valid = tag_is_valid(tag)
    except (LanguageTagError, ValueError):
        valid = False
    if valid:
        return _read_tag(tag).to_tag()
    named = [code for code, name in LANGUAGE_NAMES.items() if name.casefold() == tag.casefold()]
    hint = f"write {named[0]}" if named else "write for example en, ru, zh-Hant or de-Latf"
    raise UsageError(f"not a language tag (BCP 47): {tag!r}; {hint}.")


def language_name(tag: str) -> str:
    """Name the language of a tag in English, with a script or region if the tag states one.

    A language without a name here is called by its tag.
    """
    language = _read_tag(tag)
    name = LANGUAGE_NAMES.get(language.language or UNDETERMINED)
    if name is None:
        return tag
    stated = [SCRIPT_NAMES.get(language.script, language.script)] if language.script else []
    stated += [language.territory] if language.territory else []
    return f"{name} ({', '.join(stated)})" if stated else name


def direction_of(tag_or_text: str) -> str:
    """Tell whether a language, or a text, is written ``ltr`` or ``rtl``.

    What is a valid language tag is taken for one; all else is a text, judged by its script.
    """
    try:
        is_tag = tag_is_valid(tag_or_text)
    except (LanguageTagError, ValueError):
        is_tag = False
    script = _script(_read_tag(tag_or_text)) if is_tag else script_of(tag_or_text)
    return "rtl" if script in RIGHT_TO_LEFT else "ltr"


def _read_tag(tag: str) -> Language:
    try:
        return Language.get(tag)
    except LanguageTagError as fault:
        raise UsageError(f"not a language tag (BCP 47): {tag!r}; write for example en.") from fault


def _primary(language: Language) -> str:
    code = language.language or UNDETERMINED
    return _SAME_LANGUAGE.get(code, code)


def _script(language: Language) -> str:
    """Give the script a tag states, else the usual one; a bare ``und`` has none (``Zyyy``)."""
    if language.script:
        return _SAME_SCRIPT.get(language.script, language.script)
    if language.language is None:
        return "Zyyy"
    usual = HISTORICAL_SCRIPTS.get(language.language) or language.maximize().script or "Zyyy"
    return _SAME_SCRIPT.get(usual, usual)
