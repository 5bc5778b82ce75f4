"""Read the fields at the foot of a Wilson Center Digital Archive page.

A heading takes what stands below it only if it has the form of such a value, so that a heading
without a value stays without one. What stands there without a heading (copied pages lose some) is
told by its form: reference, rights, type, language.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from provtrack.importers.page_blocks import Block
from provtrack.importers.wilson_headings import SECTION, is_chrome, key_of, language_of

ENQUIRY = re.compile(r"\b(en|in)quir(e|y|ies)\b|permission for commercial use|\[email", re.I)
RIGHTS = re.compile(
    r"copyright|©|\breus(e|ing)\b|rights[- ]holder|public domain|creative commons|\bCC[ -]BY|"
    r"all rights reserved|terms of use",
    re.I,
)
CREDIT = re.compile(
    r"\b(obtained|translated|contributed|provided|donated|transcribed|procured|acquired|edited|"
    r"published|included|document)\b.{0,80}\b(by|for|in|from)\b",
    re.I,
)
RECORD_ID = re.compile(r"[A-Z]{0,4}[ -]?\d[\w.\-/]*", re.I)
FAR_GAP = 3  # empty lines; a value stands nearer to its heading than the next field does

SINGLE = frozenset(["uploaded", "type", "record", "classification", "permalink"])
PROSE = frozenset(["source", "rights", "credits", "citation", "publication"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A heading with its values.

    Attributes:
        key: Our word for it (`wilson_headings.KEYS`), or "left out".
        name: As printed; a name of ours where the value stands without a heading.
        values: As printed, in order; empty where none is printed.
        is_printed: False where the value stood without a heading.
    """

    key: str
    name: str
    values: tuple[str, ...]
    is_printed: bool = True


@dataclass(slots=True)
class _Open:
    """A field that still takes values."""

    key: str
    name: str
    values: list[str] = field(default_factory=list)
    is_printed: bool = True

    def close(self) -> Field:
        return Field(
            key=self.key, name=self.name, values=tuple(self.values), is_printed=self.is_printed
        )


def fields_of(blocks: Sequence[Block], *, is_date: Callable[[str], bool]) -> tuple[Field, ...]:
    """Read all fields, in the order printed."""
    fields: list[_Open] = []
    current: _Open | None = None
    for text, gap in _pieces(blocks):
        key = key_of(text)
        if key == SECTION:
            current = None
        elif key is not None:
            current = _Open(key=key, name=text.strip().rstrip(":").rstrip())
            fields.append(current)
        elif inline := _inline(text):
            current = inline
            fields.append(current)
        elif current is not None and _takes(current, text, gap, is_date):
            current.values.append(text)
        else:
            current = _unlabelled(text, fields)
    return tuple(one.close() for one in fields)


def _pieces(blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """Yield lines of fields; prose keeps its lines together."""
    for block in blocks:
        lines = block.text.split("\n")
        cut = [n for n, line in enumerate(lines) if key_of(line) or _inline(line)]
        if not cut and max(map(len, lines)) > 80:
            yield block.text, block.gap
            continue
        for number, line in enumerate(lines):
            yield line.strip(), block.gap if number == 0 else 0


def _inline(line: str) -> _Open | None:
    """Read "Language: Russian" on one line."""
    name, colon, value = line.partition(":")
    key = key_of(name) if colon and value.strip() and "\n" not in name else None
    if key is None or key == SECTION:
        return None
    return _Open(key=key, name=name.strip(), values=[value.strip()])


def _takes(current: _Open, text: str, gap: int, is_date: Callable[[str], bool]) -> bool:
    """Whether a piece of text has the form of a value of the open field."""
    if not current.is_printed:
        return False
    if current.key in SINGLE:
        return not current.values and _fits_single(current.key, text, is_date)
    form = _form(text)
    if current.key in PROSE:
        return form in ("", "prose", current.key) or (form != "rights" and current.key == "source")
    if current.key == "language":
        return all(language_of(word) for word in re.split(r"[,;/]| and ", text))
    return gap < FAR_GAP and form not in ("rights", "enquiry") and len(text) <= 200


def _fits_single(key: str, text: str, is_date: Callable[[str], bool]) -> bool:
    if key == "uploaded":
        return len(text) <= 60 and is_date(text)
    if key == "record":
        return bool(RECORD_ID.fullmatch(text))
    if key == "permalink":
        return text.startswith(("http", "www."))
    return _form(text) == "type"


def _form(text: str) -> str:
    """Tell by its form what a piece of text is; empty for what could be several things."""
    if ENQUIRY.search(text):
        return "enquiry"
    if RIGHTS.search(text):
        return "rights"
    if CREDIT.search(text) or re.search(r"\d", text):
        return "source"
    if all(language_of(word) for word in re.split(r"[,;/]| and ", text)):
        return "language"
    words = text.split()
    if len(words) <= 6 and not text.endswith(".") and "," not in text:
        return "type"
    return "prose" if len(words) > 12 else ""


NAMES = {"source": "Source", "rights": "Rights", "type": "Type", "language": "Language"}


def _unlabelled(text: str, fields: list[_Open]) -> _Open | None:
    """File a piece of text that stands under no heading of its own; None closes the field."""
    form = _form(text)
    have = {one.key for one in fields if one.values}
    if form in ("", "prose"):
        form = "source" if "source" not in have else "left out"
    if form in ("enquiry", "left out") or (form != "language" and is_chrome(text)):
        fields.append(_Open(key="left out", name="", values=[text], is_printed=False))
        return None
    if form == "type" and "type" in have:
        form = "left out"
    same = [one for one in fields if one.key == form and not one.is_printed]
    if same:
        same[0].values.append(text)
        return same[0]
    fields.append(_Open(key=form, name=NAMES.get(form, ""), values=[text], is_printed=False))
    return fields[-1]
