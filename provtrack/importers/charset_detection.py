"""Detect the character set of a text by what a wrong one does to it.

A candidate is decoded strictly and judged by its letters: do those beyond ASCII belong to the
alphabet of one language, do capitals stand at the beginning of words, do symbols keep out of
words, are the frequent letters of the script frequent? charset-normalizer is asked as a second
opinion and has a veto on short texts. Two candidates that both fit and give different texts are
no answer. Loosely after Li & Momoi, "A composite approach to language/encoding detection" (2001).
"""

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

import charset_normalizer

from provtrack.importers.alphabets import ALPHABETS, FREQUENT_HAN, FREQUENT_HANGUL, FREQUENT_LETTERS
from provtrack.text.languages import detect_language

# First of equals wins, where two give the same text: the narrower set says less.
SINGLE_BYTE = tuple(
    """
    iso8859-1 iso8859-15 cp1252 koi8-r koi8-u cp1251 cp866 mac-cyrillic iso8859-5 iso8859-2 cp1250
    iso8859-9 cp1254 iso8859-7 cp1253 iso8859-8 cp1255 iso8859-6 cp1256 iso8859-13 cp1257
    iso8859-16 cp850 cp852 cp437 mac-roman mac-latin2 cp874 cp1258 mac-greek
    """.split()  # noqa: SIM905
)
CHINESE = frozenset(["gb18030", "big5", "big5hkscs"])
MULTI_BYTE = ("gb18030", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949")
ESCAPED = ((b"\x1b$", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"), (b"~{", "hz"))

SAMPLE_BYTES = 16384  # enough for any of the statistics
LEAST_WORTH = 0.82  # below it nothing is good enough, whatever the rivals
MIN_LETTERS = 8  # fewer letters beyond ASCII leave several sets possible
LONG_SAMPLE = 200  # letters from which our own judgement stands without the second opinion
MAX_FAULTS = 0.03  # share of odd characters in a rightly decoded text: typing errors, symbols
CLEAR_LEAD = 0.08  # by which the best must beat every rival that gives another text
CLEAR_NUMBER = 4  # odd letters more than the best has, in a longer text
LONG_CONTEXT = 100  # characters of a text in which few letters beyond ASCII stand in whole words
MIN_LETTERS_IN_CONTEXT = 2
LANGUAGE_SAMPLE = 8000  # characters that tell the language
TELLING_LETTERS = 60  # from which on a language of ours would have been told by its words
TWO_SCRIPTS = 3  # a word of two scripts counts as so many broken ones
STRANGE = 0.85  # worth of a text in no language we know
ALL_CAPITALS = 0.7  # a text in capitals only is rarer than a wrong character set: better ask

FREQUENT_SHARE = 0.3  # least share of the frequent Han characters; in Chinese texts 0.45 to 0.65
HAN_RUN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
GLUED = re.compile(
    r"(?<=[^\W\d_])[€£±¶¤¢¥¦¬]|[€±¶¤¢¥¦¬](?=[^\W\d_])|(?<=[^\W\d_]{3})[¹²³]"
    r"|[؟،؛](?=[A-Za-z])|(?<=[A-Za-z])[؟،؛]"
)
# Letters that end a word inside one, and sigma of the middle at an end.
MISPLACED = re.compile(r"[ךםןףץςةى](?=[^\W\d_])|(?<=[^\W\d_])σ(?![\w'’])")
C1_CONTROL = re.compile(r"[\x7f-\x84\x86-\x9f]")  # all but NEL: what 8-bit sets share, no text has
WORD = re.compile(r"[^\W\d_]+(?:[^\w\s\x00-\x7f][^\W\d_]+)*")
TYPOGRAPHY = frozenset("\xa0«»‹›“”„‘’‚–—…§№©®°·•¿¡ºª´`€£\xad\u200e\u200f،؛؟ـ½¼¾²³¹×±¶")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """A text and the character set it was decoded with."""

    text: str
    charset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How a candidate reads a sample; `worth` from 0.0 (nonsense) to 1.0."""

    charset: str
    sample: str
    worth: float
    letters: int


def detect(data: bytes) -> Detection | None:
    """Detect the character set of bytes without NUL; None where it cannot be told."""
    for mark, charset in ESCAPED:
        if mark in data and (escaped := _decoded(data, charset)) and _has_cjk(escaped):
            return Detection(text=escaped, charset=charset)
    utf8 = _decoded(data, "utf-8")
    if utf8 is not None:
        return Detection(text=utf8, charset="utf-8")
    sample = _sample(data)
    judgements = _judgements(sample)
    best = _best(judgements)
    if best is None or not _is_confirmed(best, sample):
        return None
    return _whole(data, [one.charset for one in judgements if one.sample == best.sample])


def _sample(data: bytes) -> bytes:
    """The first lines that hold bytes beyond ASCII, cut at line ends."""
    size = 0
    lines = []
    for line in re.split(rb"(?<=[\n\r])", data):
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > SAMPLE_BYTES:
            break
    return b"".join(lines)[: 4 * SAMPLE_BYTES]


def _whole(data: bytes, charsets: list[str]) -> Detection | None:
    """Decode the whole file with those that read the sample alike; they must agree on the rest."""
    decoded = [
        Detection(text=text, charset=charset)
        for charset in charsets
        if (text := _decoded(data, charset)) is not None and not C1_CONTROL.search(text)
    ]
    if len({one.text for one in decoded}) > 1:
        lines = zip(*(one.text.split("\n") for one in decoded), strict=False)
        differing = [row for row in lines if len(set(row)) > 1]
        worths = [_judge_letters("\n".join(column))[0] for column in zip(*differing, strict=True)]
        decoded = [one for one, worth in zip(decoded, worths, strict=True) if worth == max(worths)]
    return decoded[0] if len({one.text for one in decoded}) == 1 else None


def detect_utf16(data: bytes) -> Detection | None:
    """Detect UTF-16 without a byte-order mark, by which order gives sane text."""
    if len(data) % 2:
        return None
    sane = []
    for charset in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, charset)
        if text is not None and _is_sane(text):
            sane.append(Detection(text=text, charset=charset))
    if len(sane) == 2:
        sane = [found for found in sane if re.search(r"[ \n\r\u3002\u3001\uff0c]", found.text)]
    return sane[0] if len(sane) == 1 else None


def _decoded(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, ValueError):
        return None


def _has_cjk(text: str) -> bool:
    return bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]", text))


def _is_sane(text: str) -> bool:
    """No control, unassigned or private character in the first part of a text."""
    return all(
        unicodedata.category(mark) not in ("Cc", "Cn", "Co", "Cs") or mark in "\t\n\r\f"
        for mark in text[: 4 * SAMPLE_BYTES]
    )


def _judgements(data: bytes) -> list[Judgement]:
    """Judge every candidate that can decode the sample."""
    judgements = []
    for charset in (*SINGLE_BYTE, *MULTI_BYTE):
        decoder = codecs.getincrementaldecoder(charset)()
        try:
            sample = decoder.decode(data)
        except (UnicodeDecodeError, ValueError):
            continue
        is_han = charset in MULTI_BYTE
        worth, letters = _judge_han(sample, charset) if is_han else _judge_letters(sample)
        judgements.append(Judgement(charset=charset, sample=sample, worth=worth, letters=letters))
    return judgements


def _judge_letters(sample: str) -> tuple[float, int]:
    """Judge a decoding into an alphabet: worth, and the number of its signs beyond ASCII."""
    beyond = [mark for mark in sample if mark > "\x7f"]
    letters = Counter(mark.lower()[0] for mark in beyond if mark.isalpha())
    total = sum(letters.values())
    if not beyond or C1_CONTROL.search(sample):
        return 0.0, 0
    tag = detect_language(sample[:LANGUAGE_SAMPLE])
    language = tag.partition("-")[0]
    alphabets = [ALPHABETS[language]] if language in ALPHABETS else ALPHABETS.values()
    foreign = total - max(sum(letters[one] for one in own) for own in alphabets)
    odd = sum(
        not mark.isalpha() and mark not in TYPOGRAPHY and not _is_point(mark) for mark in beyond
    )
    faults = (foreign + 3 * odd + 3 * _broken_words(sample)) / len(beyond)
    capitals = sum(mark != mark.lower() for mark in beyond) / len(beyond)
    worth = max(0.0, 1.0 - faults) * _familiarity(letters)
    if tag in ("und-Cyrl", "und-Grek", "und-Latn") and total >= TELLING_LETTERS:
        worth *= STRANGE
    return worth * (ALL_CAPITALS if capitals > 0.7 else 1.0), len(beyond)


def _is_point(mark: str) -> bool:
    """Whether a mark belongs to Hebrew or Arabic letters; loose accents are Vietnamese or wrong."""
    return bool(unicodedata.combining(mark)) and "\u0590" <= mark <= "\u06ff"


def _broken_words(sample: str) -> int:
    """Count words with a capital after a small letter, two scripts, or a symbol inside."""
    broken = 0
    for word in WORD.findall(sample):
        if word.isascii():
            continue
        inner = word[1:]
        mixed_case = inner != inner.lower() and word != word.upper()
        scripts = {_script(mark) for mark in word if mark.isalpha()}
        symbol = any(not mark.isalnum() and mark not in "’‘­·" for mark in word)
        broken += bool(mixed_case) + TWO_SCRIPTS * (len(scripts) > 1) + symbol
    return broken + len(GLUED.findall(sample)) + len(MISPLACED.findall(sample))


def _script(letter: str) -> str:
    """First word of the Unicode name: LATIN, CYRILLIC, GREEK ..."""
    return unicodedata.name(letter, "?").partition(" ")[0]


def _familiarity(letters: Counter[str]) -> float:
    """0.5 to 1.0: how frequent the frequent letters of the script are; 1.0 for Latin."""
    script = Counter[str]()
    for letter, count in letters.items():
        script[_script(letter).capitalize()] += count
    name, total = script.most_common(1)[0] if script else ("", 0)
    frequent = FREQUENT_LETTERS.get(name)
    if frequent is None:
        return 1.0
    share = sum(letters[letter] for letter in frequent) / total
    return 0.5 + 0.5 * min(1.0, share / 0.6)


def _judge_han(sample: str, charset: str) -> tuple[float, int]:
    """Judge a decoding into Chinese, Japanese or Korean."""
    beyond = [mark for mark in sample if mark > "\x7f" and not mark.isspace()]
    letters = [mark for mark in beyond if mark.isalpha()]
    if not letters:
        return 0.0, 0
    kana = sum("\u3041" <= mark <= "\u30ff" for mark in letters) / len(letters)
    hangul = sum("\uac00" <= mark <= "\ud7a3" for mark in letters) / len(letters)
    han = [mark for mark in letters if "\u4e00" <= mark <= "\u9fff"]
    frequent = sum(mark in FREQUENT_HAN for mark in han) / max(1, len(han))
    known = len(han) / len(letters) + kana + hangul
    if kana > 0.2:
        worth = known * (1.0 - kana if charset in CHINESE else 1.0)
    elif hangul > 0.6:
        common = sum(mark in FREQUENT_HANGUL for mark in letters) / len(letters)
        worth = known * min(1.0, hangul / 0.8) * min(1.0, common / FREQUENT_SHARE)
    else:
        worth = known * min(1.0, frequent / FREQUENT_SHARE)
    if sum(map(len, HAN_RUN.findall(sample))) < 1.5 * len(HAN_RUN.findall(sample)):
        worth *= 0.5  # single signs among other letters: accents read as halves of a sign
    strange = sum(unicodedata.category(mark) in ("Cc", "Cn", "Co") for mark in sample)
    return max(0.0, worth - 3 * strange / len(sample)), len(letters)


def _best(judgements: list[Judgement]) -> Judgement | None:
    """Take the best, if it is good and no rival with another text comes near."""
    ordered = sorted(judgements, key=lambda judged: -judged.worth)
    if not ordered:
        return None
    best = ordered[0]
    rivals = [judged for judged in ordered if judged.sample != best.sample]
    enough = MIN_LETTERS if len(best.sample) < LONG_CONTEXT else MIN_LETTERS_IN_CONTEXT
    if best.worth < LEAST_WORTH or best.letters < enough:
        return None
    return best if all(_is_beaten(rival, best) for rival in rivals) else None


def _is_beaten(rival: Judgement, best: Judgement) -> bool:
    """Whether a rival is clearly worse: by its share of odd letters, or by their number."""
    lead = best.worth - rival.worth
    several = lead * best.letters >= CLEAR_NUMBER
    return lead >= CLEAR_LEAD or (several and 1 - rival.worth >= 2.5 * (1 - best.worth))


def _is_confirmed(best: Judgement, sample: bytes) -> bool:
    """Ask charset-normalizer about short texts; long ones speak for themselves."""
    if best.letters >= LONG_SAMPLE:
        return True
    other = charset_normalizer.from_bytes(sample).best()
    if other is None:
        return best.worth >= 1.0 - MAX_FAULTS
    return str(other) == best.sample or best.worth >= 1.0 - MAX_FAULTS
