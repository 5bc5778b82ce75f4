"""The words of a quotation with its declared edits read: ellipses, brackets, sic, emphasis.

The quotation's text becomes a plain text in which the author's own signs are gone: [T]he is "The",
an ellipsis is one sign, a note of emphasis is nothing. Each word knows where it stands in the
quotation and whether the author put it in. Entry points: `read_quoted`, `words_of`, `with_told`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, repeat

from provtrack.model.quotation import DeclaredEdit, DeclaredKind, Quotation
from provtrack.taxonomy.hunks import is_word, key_of, spans_of
from provtrack.text.language_rules import LanguageRules
from provtrack.text.letter_forms import letters_key

GAP = "\x00"  # stands for an ellipsis; in no text
_MARKS = " \u00a0,\"'“”‘’«»„‹›—–-()"  # that may stand between a quotation and "he said"
_OTHER_INCISE = r"\s*[,(—–][^\w,]*\w+(?:[^\w,—–()]+\w+){0,4}\s*[,)—–]\W*"
_CLOSING = re.compile('["“”„«»‹›「」『』]')
_IN_BRACKETS = (DeclaredKind.EMPHASIS, DeclaredKind.SIC, DeclaredKind.INSERTED)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LAST_WORD = re.compile(r"\w+$")
_LONGEST_UNIT = 2  # letters or digits before a power: km², 10³
_LONGEST_PATCH = 6  # letters in brackets inside a word
_LONGEST_EXPANSION = 14  # the same at its end: Com[rade], м[инистерство]
_LEAST_EXPANSION = 3  # letters that make another word to look for
_BRACKETS = re.compile(r"\[([^\[\]]{1,400})\]")
_EDITS = re.compile(
    r"""
      (?P<sic>\s?[\[(]\s*(?:sic|so|ainsi|так)\s*[!?.]?\s*[\])]|\s?\[[!?]\])
    | (?P<note>\s?[\[(][^()\[\]]{0,60}?
        (?:emphas|italic|выделен|курсив|soulign|hervorheb|kursiv|着重)
        [^()\[\]]{0,60}[\])])
    | (?P<ellipsis>\*(?:[\ \u00a0]\*){2,}|[\[(<]\s*(?:…+|\.(?:\s?\.)+)\s*[\])>]|…+
        | (?!(?<=\.\w)\.(?:[ \u00a0]?\.){3}|\.(?:[ \u00a0]?\.){4})  # the stop of "U.S. . . ."
          \.(?:[ \u00a0]?\.){2,3})
    | \[(?P<bracket>[^\[\]]{0,400})\]
    | (?P<spaced>(?<!\w)[A-Za-zÀ-ÿА-яЁё](?:\ [A-Za-zÀ-ÿА-яЁё]){3,}(?!\w))
    | (?P<mark>(?<![\w*_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*_]))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of either side.

    `key` is what words are compared by. `is_inserted` words stand in brackets of their own;
    `is_patched` ones have brackets inside: [T]he, receive[d]; `written` is what an abbreviation
    expanded in them is compared by: Com[rade].
    """

    start: int
    end: int
    text: str
    key: str
    is_inserted: bool = False
    is_patched: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as it is compared.

    Attributes:
        text: Its words without the author's signs.
        origins: For each code point of `text`, where it stands in the quotation's text.
        words: Its words, and a `GAP` for each ellipsis.
        has_sic, has_emphasis: The author declares so.
    """

    text: str
    origins: tuple[int, ...]
    words: tuple[Word, ...]
    has_sic: bool
    has_emphasis: bool


def words_of(text: str, rules: LanguageRules) -> list[Word]:
    """List the words of a text; an ellipsis read by `read_quoted` counts as one."""
    return [
        Word(start, end, word, word if word == GAP else comparable(word))
        for start, end in spans_of(text, rules)
        for word in (text[start:end],)
        if word == GAP or (is_word(word) and not _is_note_sign(text, start, end))
    ]


def _is_note_sign(text: str, start: int, end: int) -> bool:
    """Tell the raised number of a note from a power: it stands behind a word, not behind a unit."""
    if not _RAISED.issuperset(text[start:end]):
        return False
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_PATCH), start)
    return before is None or len(before[0]) > _LONGEST_UNIT


def comparable(word: str) -> str:
    """Give what a word is compared by: casefolded, in plain letters, one form of dash."""
    key = key_of(word)
    return key if key.isascii() else letters_key(key.translate(_DASHES)).replace("’", "'")


def read_quoted(quotation: Quotation, rules: LanguageRules) -> Quoted:
    """Read the declared edits of a quotation."""
    text = quotation.text
    own = tuple(_own(quotation))
    pieces: list[tuple[str, int]] = []
    inserted: list[tuple[int, int]] = []
    patched: list[tuple[int, int]] = []
    kinds: set[str] = set()
    at = length = 0
    for start, end, kind, words in _edits(text, own):
        pieces.append((text[at:start], at))
        length += start - at
        kinds.add(kind)
        at = end
        if kind == "bracket":
            is_patch = _is_patch(text, start, end, words)
            (patched if is_patch else inserted).append((length, length + len(words)))
            pieces.append((words, start + 1))
            length += len(words)
        elif kind == "ellipsis":
            pieces.append((f" {GAP} ", start))
            length += 3
        elif kind == "spaced":
            letters = [(text[n], n) for n in range(start, end) if text[n] != " "]
            pieces += letters
            length += len(letters)
    pieces.append((text[at:], at))
    plain = "".join(piece for piece, _ in pieces)
    origins = tuple(
        place
        for piece, origin in pieces
        for place in (
            repeat(origin, len(piece)) if GAP in piece else range(origin, origin + len(piece))
        )
    )
    found = (_flagged(word, inserted, patched) for word in words_of(plain, rules))
    emphasised = {"note", "mark", "spaced"} & kinds or any(
        edit.kind is DeclaredKind.EMPHASIS for edit in quotation.declared
    )
    return Quoted(plain, (*origins, len(text)), tuple(found), "sic" in kinds, bool(emphasised))


def with_told(quotation: Quotation, sources: Sequence[str]) -> Quotation:
    """Take "he said" inside a quotation for the source's where the source has it too.

    A novel, quoted with its dialogue, tells who speaks itself; and what stands for other words of
    the source at its place ("he said" for "he denied") is an alteration.

    Args:
        sources: The words of the places where the quotation may stand.
    """
    kept = tuple(
        edit
        for edit in quotation.declared
        if edit.kind is not DeclaredKind.INTERRUPTION
        or not any(_is_told_in(source, quotation.text, edit.words) for source in sources)
    )
    return quotation if kept == quotation.declared else replace(quotation, declared=kept)


def sought(word: Word) -> str:
    """Give a word as it is looked for: an abbreviation without what brackets add to it."""
    is_expanded = word.written and len(word.key) - len(word.written) >= _LEAST_EXPANSION
    return word.text[: len(word.written)] if is_expanded else word.text


def _is_told_in(source: str, text: str, words: str) -> bool:
    """Tell whether a text has some words of another, or others, between those beside them."""
    before, found, after = text.partition(words)
    first, last = re.findall(r"\w+", before)[-1:], re.findall(r"\w+", after)[:1]
    said = re.findall(r"\w+", found)
    rows = [row for row in ([*first, *said], [*said, *last]) if len(row) > len(said) > 0]
    forms = [r"\W+".join(map(re.escape, row)) for row in rows]
    is_marked = _CLOSING.search(before[-3:] + words + after[:3])  # the author's own, in its place
    if first and last and not is_marked:
        forms.append(rf"{re.escape(first[0])}{_OTHER_INCISE}{re.escape(last[0])}")
    return any(re.search(rf"(?<!\w){form}(?!\w)", source, re.IGNORECASE) for form in forms)


def without_own(quoted: Quoted, source: str) -> Quoted:
    """Read brackets beside a source: those it has declare nothing, and "Com[rade]" is "Com."."""
    own = [{comparable(word) for word in match[1].split()} for match in _BRACKETS.finditer(source)]
    words: list[Word] = []
    for is_inserted, run in groupby(quoted.words, key=lambda word: word.is_inserted):
        row = [_as_abbreviated(word, source) for word in run]
        keys = {word.key for word in row}
        if is_inserted and any(2 * len(keys & other) >= len(keys) for other in own):
            row = [replace(word, is_inserted=False) for word in row]
        words += row
    return replace(quoted, words=tuple(words))


def _as_abbreviated(word: Word, source: str) -> Word:
    """Compare an abbreviation expanded in brackets as it stands in the source, with its stop."""
    if not word.written:
        return word
    short = re.escape(word.text[: len(word.written)])
    if re.search(rf"(?<!\w){short}\.", source) is None:
        return word
    return replace(word, key=word.written)


def _own(quotation: Quotation) -> Iterator[tuple[int, int, str, str]]:
    """Find the author's own words inside: "he said", "(my emphasis)", "(Soviet ones. — A. V.)"."""
    at = 0
    text = quotation.text
    for edit in quotation.declared:
        start = text.find(edit.words, at) if edit.words else -1
        if start < 0 or (start, len(edit.words)) == (0, len(text)):
            continue
        end = start + len(edit.words)
        if edit.kind is DeclaredKind.INTERRUPTION:
            at = end
            yield from ((*part, "hidden", "") for part in _with_marks(text, start, end))
        elif edit.kind in _IN_BRACKETS and (place := _brackets(text, edit.words, at)):
            at = place[1]
            yield from _in_brackets(text, place, edit)


def _brackets(text: str, words: str, at: int) -> tuple[int, int] | None:
    """Find words in brackets of their own."""
    found = re.compile(rf"[\[(]\s*{re.escape(words)}[\s\])]*[\])]").search(text, at)
    return found.span() if found else None


def _in_brackets(
    text: str, place: tuple[int, int], edit: DeclaredEdit
) -> Iterator[tuple[int, int, str, str]]:
    """Read an edit in brackets: stress and "sic" go with a blank, words in parentheses are in."""
    start, end = place
    if edit.kind is DeclaredKind.INSERTED:
        if text[start] == "(":
            yield start, end, "bracket", text[start + 1 : end - 1]
        return
    start -= start > 0 and text[start - 1].isspace()
    yield start, end, "sic" if edit.kind is DeclaredKind.SIC else "note", ""


def _with_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take in the marks around an interruption, which close and open the quotation again.

    One blank stays, between the words on both sides.
    """
    while start and text[start - 1] in _MARKS:
        start -= 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    blank = text.find(" ", start, end)
    if blank < 0 or not start or end == len(text):
        yield start, end
    else:
        yield from ((start, blank), (blank + 1, end))


def _edits(
    text: str, own: Sequence[tuple[int, int, str, str]]
) -> Iterator[tuple[int, int, str, str]]:
    """Give the declared edits of a text in order: start, end, kind, words in brackets."""
    found = [*own]
    for match in _EDITS.finditer(text):
        if not any(one[0] < match.end() and match.start() < one[1] for one in own):
            kind = match.lastgroup or ""
            found.append((*match.span(), kind, match["bracket"] or ""))
    yield from sorted(found)


def _is_patch(text: str, start: int, end: int, words: str) -> bool:
    """Tell brackets inside a word ([T]he, receive[d]; also [i] said) from words in brackets."""
    if not text[:start].strip() and len(words) == 1 and words.isalpha():
        return True
    touches = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
    is_expanded = text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha()
    longest = _LONGEST_EXPANSION if is_expanded else _LONGEST_PATCH
    return touches and len(words) <= longest and (not words or words.isalpha())


def _flagged(
    word: Word, inserted: Sequence[tuple[int, int]], patched: Sequence[tuple[int, int]]
) -> Word:
    """Note on a word that the author put it, or letters of it, in."""
    is_inserted = any(start <= word.start and word.end <= end for start, end in inserted)
    is_patched = any(start <= word.end and word.start <= end for start, end in patched)
    if not is_inserted and not is_patched:
        return word
    first = next((start for start, end in patched if word.start < start < end == word.end), None)
    written = comparable(word.text[: first - word.start]) if first is not None else ""
    return Word(word.start, word.end, word.text, word.key, is_inserted, is_patched, written)
