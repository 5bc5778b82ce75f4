"""From bytes to text, with the character set named; never with replacement characters.

Order: byte-order mark, the caller's word, what the file declares (HTML, XML), strict UTF-8, UTF-16
without a mark, then detection (`charset_detection`). What remains undecided is refused: a wrong
guess would become the recorded text of a document for ever.
"""

import codecs
import re
from dataclasses import dataclass

from provtrack.errors import EncodingError, UsageError
from provtrack.importers.charset_detection import Detection, detect, detect_utf16
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.model.finding import Finding
from provtrack.text.plurals import counted

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NOT_CHARSETS = frozenset(
    ["unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "utf-7", "palmos"]
)
LINE_END = re.compile("\r\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with LF line ends, the character set it was decoded from, and what was odd in it."""

    text: str
    charset: str
    findings: tuple[Finding, ...] = ()


def decode(content: Content, *, declared: str | None = None) -> Decoded:
    """Decode a whole file.

    Args:
        declared: Character set the file itself declares, unchecked; a byte-order mark and the
            caller's word go before it.

    Raises:
        EncodingError: Undecided, or bytes that the character set does not have.
    """
    findings: list[Finding] = []
    text, charset = _decoded(content, declared, findings)
    text = LINE_END.sub("\n", text)
    if "\ufffd" in text:
        findings.append(
            found(
                "IMP103",
                f"{counted(text.count(chr(0xFFFD)), 'replacement character')} (U+FFFD) in the "
                "file: it was decoded wrongly before, and letters are lost.",
            )
        )
    return Decoded(text=text, charset=charset, findings=tuple(findings))


def _decoded(content: Content, declared: str | None, findings: list[Finding]) -> tuple[str, str]:
    """Try the sources of knowledge in order of trust."""
    data, name = content.data, content.name
    asked = None if content.charset is None else asked_codec(content.charset)
    for mark, charset in MARKS:
        if data.startswith(mark) and (asked is None or asked.startswith(charset[:6])):
            return _strict(data[len(mark) :], charset, name), _family(charset)
    if asked:
        return _as_asked(data, asked, name)
    if declared:
        honoured = _as_declared(data, declared, findings)
        if honoured:
            return honoured
    detection = _undeclared(data)
    if detection is None:
        raise EncodingError(_undecided(data, name))
    if detection.charset not in ("utf-8", "ascii"):
        findings.append(
            found("IMP101", f"The character set was detected as {detection.charset}: check names.")
        )
    return detection.text, detection.charset


def asked_codec(charset: str) -> str:
    """Return Python's name of the character set that a caller asks for.

    Raises:
        UsageError: There is none of this name; says what is possible.
    """
    try:
        return codec_name(charset, "")
    except EncodingError as fault:
        raise UsageError(
            f"no character set of texts is called {charset!r}. Give a name that Python knows, "
            "such as utf-8, utf-16, cp1251, cp1252, koi8-r, iso-8859-5, gb18030 or big5."
        ) from fault


def codec_name(charset: str, name: str) -> str:
    """Return Python's name of a character set.

    Raises:
        EncodingError: Python knows no such character set, or it is no character set of texts.
    """
    try:
        known = codecs.lookup(charset).name
        "".encode(known)
    except (LookupError, ValueError, TypeError) as error:
        raise EncodingError(
            f"cannot read {name}: no character set is called {charset!r}. "
            "Give one such as utf-8, cp1251, koi8-r or gb18030."
        ) from error
    if known.replace("_", "-") in NOT_CHARSETS:
        raise EncodingError(f"cannot read {name}: {charset!r} is no character set of texts.")
    return known


def _family(charset: str) -> str:
    """Name a marked Unicode form without its byte order, which the mark tells."""
    return charset.removesuffix("-le").removesuffix("-be")


def _strict(data: bytes, charset: str, name: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EncodingError(
            f"cannot decode {name} as {charset}: byte {error.start} (line {line}) is "
            f"0x{data[error.start]:02X}, which fits no character there. "
            "Name its character set with --charset NAME."
        ) from error


def _as_asked(data: bytes, asked: str, name: str) -> tuple[str, str]:
    """Decode as the caller says; UTF-16 and UTF-32 without mark need their byte order found."""
    if asked in ("utf-16", "utf-32"):
        detection = detect_utf16(data) if asked == "utf-16" else None
        if detection is None:
            raise EncodingError(
                f"cannot decode {name} as {asked}: it has no byte-order mark. "
                f"Name the order: --charset {asked}-le or {asked}-be."
            )
        return detection.text, detection.charset
    text = _strict(data, asked, name)
    return text.removeprefix("\ufeff"), asked


def _as_declared(data: bytes, declared: str, findings: list[Finding]) -> tuple[str, str] | None:
    """Decode as the file declares, if its bytes agree; else say so and find out."""
    try:
        charset = codec_name(WEB_NAMES.get(declared.strip().casefold(), declared.strip()), "")
        if charset.startswith(("utf-16", "utf-32")):
            return None  # the declaration itself was read as single bytes, so it cannot be true
        if charset != "utf-8" and _is_multibyte_utf8(data):
            raise EncodingError("valid UTF-8")
        return data.decode(charset), charset
    except (EncodingError, UnicodeDecodeError):
        findings.append(
            found("IMP102", f"The file declares {declared!r}, but its bytes are not of that set.")
        )
        return None


# What the WHATWG Encoding Standard makes of names that old pages use loosely.
WEB_NAMES = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-gbk": "gb18030",
    "macintosh": "mac-roman",
    "windows-874": "cp874",
    "big5": "big5hkscs",
}


def _is_multibyte_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond doubt: valid, with at least four longer sequences."""
    if len(re.findall(rb"[\xC3-\xF4][\x80-\xBF]", data[:65536])) < 4:
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _undeclared(data: bytes) -> Detection | None:
    """Find out what no one tells."""
    if b"\x00" in data:
        return detect_utf16(data)
    return detect(data)


def _undecided(data: bytes, name: str) -> str:
    """Say why the character set cannot be told: damaged UTF-8, or several that fit."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = f"byte {error.start}, line {line}"
        if _is_damaged_utf8(data):
            return (
                f"cannot decode {name}: it is UTF-8 but for some damage ({place}). "
                "Correct it in an editor, or name another set with --charset NAME."
            )
        return (
            f"cannot tell the character set of {name}: it is not UTF-8 ({place}), and nothing "
            "else fits clearly. Name it with --charset NAME, for example cp1251, koi8-r or cp1252."
        )
    return f"cannot tell the character set of {name}. Name it with --charset NAME."


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII form valid UTF-8."""
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    sequences = len(re.findall(rb"[\xC3-\xF4][\x80-\xBF]", data))
    return sequences >= 4 and wrong * 10 <= sequences
