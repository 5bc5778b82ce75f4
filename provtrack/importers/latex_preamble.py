"""What a LaTeX file says before its text: packages, languages, title, and commands of its own."""

import re
from dataclasses import dataclass, field
from itertools import islice

BEGIN, END = re.compile(r"\\begin\s*\{document\}"), re.compile(r"\\end\s*\{document\}")
COMMENT = re.compile(r"(\\.)|%[^\n]*", re.DOTALL)
INPUT_CHARSET = re.compile(rb"\\usepackage\s*\[([\w-]+)\]\s*\{inputenc\}")
CHARSETS = {"latin1": "iso8859-1", "latin2": "iso8859-2", "latin9": "iso8859-15"}
CHARSETS |= {"utf8x": "utf-8", "ansinew": "cp1252", "applemac": "mac-roman"}
BABEL = re.compile(r"\\usepackage\s*\[([^\]]*)\]\s*\{babel\}")
POLYGLOSSIA = re.compile(r"\\(?:setdefaultlanguage|setmainlanguage)\s*(?:\[[^\]]*\])?\s*\{(\w+)\}")
CLASS_OPTIONS = re.compile(r"\\documentclass\s*\[([^\]]*)\]")
FONT_ENCODING = re.compile(r"\\usepackage\s*\[[^\]]*\bT(?:1|2[ABC])\b[^\]]*\]\s*\{fontenc\}")
LANGUAGES = {
    "english": "en", "american": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "usenglish": "en-US", "german": "de", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "french": "fr", "francais": "fr", "russian": "ru", "ukrainian": "uk",
    "polish": "pl", "czech": "cs", "slovak": "sk", "magyar": "hu", "hungarian": "hu",
    "romanian": "ro", "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "italian": "it",
    "spanish": "es", "portuguese": "pt", "dutch": "nl", "chinese": "zh", "japanese": "ja",
}  # fmt: skip
WITH_SHORTHANDS = frozenset(["de", "ru", "uk"])
DEFINITION = re.compile(
    r"\\(?:(?:re|provide)?newcommand\*?|renewcommand\*?|providecommand\*?)\s*"
    r"(?:\{\s*\\([A-Za-z]+)\s*\}|\\([A-Za-z]+))\s*(?:\[(\d)\])?(\[[^\]]*\])?\s*(?=\{)"
    r"|\\def\s*\\([A-Za-z]+)\s*(?=\{)"
)
MAX_BRACED = 5_000  # characters of a title or a definition
MAX_DEFINITIONS = 2_000
FIELD = r"\\{}\s*(?:\[[^\]]*\])?\s*(?=\{{)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preamble:
    """What stands before the text.

    Attributes:
        start, end: Where the text begins and ends in the file.
        title, author, date: As written in the file, with their commands; empty if not there.
        words: Commands without arguments that stand for words, by name.
        own: Commands with arguments, with how many they take.
    """

    start: int
    end: int
    title: str = ""
    author: str = ""
    date: str = ""
    language: str | None = None
    has_shorthands: bool = False
    has_ligatures: bool = False
    words: dict[str, str] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)


def declared_charset(data: bytes) -> str | None:
    """The character set that the package inputenc is told, by Python's name."""
    match = INPUT_CHARSET.search(data[:65536])
    if match is None:
        return None
    name = match.group(1).decode("ascii")
    return CHARSETS.get(name, name)


def preamble_of(source: str) -> Preamble:
    """Read what a file says of itself; without a preamble the whole file is text."""
    begin, end = BEGIN.search(source), None
    if begin:
        end = END.search(source, begin.end())
    start = begin.end() if begin else 0
    plain = COMMENT.sub(lambda match: match.group(1) or "", source)
    head = plain[: match.start()] if (match := BEGIN.search(plain)) else plain
    language = _language(head)
    words, own = _definitions(plain)
    return Preamble(
        start=start,
        end=end.start() if end else len(source),
        title=_field(plain, "title"),
        author=_field(plain, "author"),
        date=_field(plain, "date"),
        language=language,
        has_shorthands=(language or "")[:2] in WITH_SHORTHANDS,
        has_ligatures=bool(FONT_ENCODING.search(head)),
        words=words,
        own=own,
    )


def _language(head: str) -> str | None:
    """The main language: polyglossia's, babel's last option, or the last one of the class."""
    if match := POLYGLOSSIA.search(head):
        return LANGUAGES.get(match.group(1))
    options = BABEL.search(head) or (CLASS_OPTIONS.search(head) if "{babel}" in head else None)
    names = [one.strip() for one in options.group(1).split(",")] if options else []
    mains = [one.partition("=")[2].strip() for one in names if one.startswith("main=")]
    tags = [LANGUAGES[one] for one in mains or names if one in LANGUAGES]
    return tags[-1] if tags else None


def _definitions(source: str) -> tuple[dict[str, str], dict[str, int]]:
    """Commands that the file defines: those that stand for words, and those with arguments."""
    words: dict[str, str] = {}
    own: dict[str, int] = {}
    for match in islice(DEFINITION.finditer(source), MAX_DEFINITIONS):
        name = next(one for one in match.group(1, 2, 5) if one)
        if match.group(3) and match.group(3) != "0":
            own[name] = int(match.group(3)) - bool(match.group(4))
        else:
            body = braced(source, match.end())
            if "\\begin" not in body and "\\end" not in body:
                words[name] = body
    return words, own


def _field(source: str, name: str) -> str:
    match = re.search(FIELD.format(name), source)
    return braced(source, match.end()) if match else ""


def braced(source: str, start: int) -> str:
    """What stands between a brace at `start` and the one that closes it soon; else empty."""
    depth, position = 0, start
    while position < min(len(source), start + MAX_BRACED):
        sign = source[position]
        if sign == "\\":
            position += 1
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                return source[start + 1 : position]
        position += 1
    return ""
