"""Commands of LaTeX that stand for signs, and its accents."""

import unicodedata

SIGNS = {
    "ldots": "…", "dots": "…", "textellipsis": "…", "textellip": "…", "elp": "…",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹",
    "frq": "›", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "og": "« ", "fg": " »",
    "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘",
    "textquoteright": "’", "textquotesingle": "'", "textquotedbl": '"', "quotedblbase": "„",
    "quotesinglbase": "‚", "lq": "‘", "rq": "’", "dq": '"', "ss": "ß", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı",
    "textendash": "–", "textemdash": "—", "textbackslash": "\\", "S": "§", "P": "¶", "pounds": "£",
    "euro": "€", "dag": "†", "ddag": "‡", "copyright": "©", "LaTeX": "LaTeX", "TeX": "TeX",
    "textasciitilde": "~", "quad": " ", "qquad": " ", "newline": "\n", "linebreak": "\n",
}  # fmt: skip
COMBINING = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "d": "\u0323",
}  # fmt: skip


def accented(letter: str, mark: str) -> str:
    """A letter with its accent, as one sign where there is one."""
    return unicodedata.normalize("NFC", letter + mark)
