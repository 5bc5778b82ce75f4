"""The lines of a PDF's pages with their places, as pdfium finds them.

The only module that speaks to pypdfium2. A line ends where pdfium ends it; a hyphen at a line end,
which pdfium hides, is a line end again. Everything else is left to `pdf` and `pdf_layout`.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from provtrack.errors import FormatError, MissingExtraError
from provtrack.importers.pdf_columns import in_columns
from provtrack.importers.pdf_lines import LineGap, PdfLine

INSTALL = 'pip install "provtrack[pdf]"'
MAX_PAGES = 5_000
MAX_PAGE_CHARACTERS = 200_000  # a page of a newspaper has 40,000
HIDDEN_HYPHENS = frozenset([0x02, 0xFFFE])  # how pdfium gives the hyphen of a divided word
OTHER_LINE = 0.8  # of the height of a letter; raised and lowered letters differ by half
RAISED_FIGURES = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
SMALL, RAISED = 0.85, 0.1  # of the height of a letter of the line: of figures that call a note
SMALL_SIZE = 0.9  # of the size of letters, as that of figures which call a note
BEHIND = 0.3  # of the size of letters: farther off is no longer right behind a word
SAME_ROW = 0.3  # of the size of letters: what differs more in height stands on another row
NO_BLANK, BLANK = 0.12, 0.7  # of the size of letters: between pieces of a row
FIGURE_ALONE = re.compile(r"\d{1,3}")
WIDE_GAP = 0.8  # of the height of letters
IMAGE_SHARE = 0.7  # of the page: an image that large is a picture of the page


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """A page.

    Attributes:
        number: From 1, in the file.
        label: As the file calls it; may be empty.
        is_image: Whether an image covers it.
        has_columns: Whether two columns, drawn line beside line, were put one after the other.
    """

    number: int
    label: str
    lines: tuple[PdfLine, ...]
    is_image: bool
    has_columns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfFile:
    """The pages asked for, how many the file has, and what it says of itself."""

    pages: tuple[PdfPage, ...]
    count: int
    properties: dict[str, str]


def read_pages(data: bytes, name: str, *, first: int | None, last: int | None) -> PdfFile:
    """Read the pages of a PDF.

    Args:
        first, last: Numbers of pages, from 1; None: all.

    Raises:
        FormatError: Damaged, protected by a password, or unreasonably large.
        MissingExtraError: pypdfium2 is not installed.
    """
    try:
        import pypdfium2
    except ImportError as fault:
        raise MissingExtraError(
            f"PDF files need the extra pdf. Install it with: {INSTALL}"
        ) from fault
    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        protected = "password" in str(fault).lower()
        why = "it is protected by a password" if protected else "it is a damaged PDF file"
        raise FormatError(f"cannot read {name}: {why}.") from fault
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise FormatError(f"cannot read {name}: it has {count:,} pages; split it.")
        numbers = range(first or 1, min(last or count, count) + 1)
        pages = tuple(_page(document, number, name) for number in numbers)
        properties = {key: text for key, text in document.get_metadata_dict().items() if text}
    except pypdfium2.PdfiumError as fault:
        raise FormatError(f"cannot read {name}: a damaged PDF file ({fault}).") from fault
    finally:
        document.close()
    return PdfFile(pages=pages, count=count, properties=properties)


def _page(document: Any, number: int, name: str) -> PdfPage:
    page = document[number - 1]
    text = page.get_textpage()
    try:
        if text.count_chars() > MAX_PAGE_CHARACTERS:
            raise FormatError(
                f"cannot read {name}: page {number} has {text.count_chars():,} characters, "
                "which no page can show."
            )
        drawn = _numbered(_lines(text))
        lines = in_columns(drawn)
        return PdfPage(
            number=number,
            label=document.get_page_label(number - 1) or "",
            lines=lines,
            is_image=_is_image(page),
            has_columns=lines != drawn,
        )
    finally:
        text.close()
        page.close()


def _numbered(lines: Iterable[PdfLine]) -> tuple[PdfLine, ...]:
    """Number lines; pieces into which a raised figure parts a line for pdfium are put together."""
    found: list[PdfLine] = []
    for line in lines:
        if found and _is_raised_behind(line, found[-1]):
            raised = replace(line, raised=((0, len(line.text)),))
            found[-1] = _joined(found[-1], raised, blank="")
        elif found and _is_rest_of_row(line, found[-1]):
            gap = line.left - found[-1].right
            found[-1] = _joined(found[-1], line, blank=" " if gap > NO_BLANK * line.size else "")
        elif found and _is_led_by(line, found[-1]):
            figure = replace(found[-1], raised=((0, len(found[-1].text)),))
            found[-1] = replace(
                _joined(figure, line, blank=" "), size=line.size, bottom=line.bottom
            )
        else:
            found.append(line)
    return tuple(replace(line, number=number) for number, line in enumerate(found, 1))


def _joined(before: PdfLine, line: PdfLine, *, blank: str) -> PdfLine:
    """Put a piece of a line behind another."""
    offset = len(before.text) + len(blank)
    return replace(
        before,
        text=before.text + blank + line.text,
        right=line.right,
        raised=(*before.raised, *((a + offset, b + offset) for a, b in line.raised)),
        gaps=(*before.gaps, *(replace(gap, place=gap.place + offset) for gap in line.gaps)),
    )


def _is_led_by(line: PdfLine, before: PdfLine) -> bool:
    """Whether what stands before a line is nothing but a small figure, higher than it."""
    return (
        bool(FIGURE_ALONE.fullmatch(before.text))
        and before.size <= SMALL_SIZE * line.size
        and -BEHIND < (line.left - before.right) / max(line.size, 1.0) < BLANK
        and RAISED < (before.bottom - line.bottom) / max(line.size, 1.0) < 1
    )


def _is_rest_of_row(line: PdfLine, before: PdfLine) -> bool:
    """Whether a line goes on with the row of another that a raised figure ends, or begins it."""
    is_parted = any(end == len(before.text) for _, end in before.raised) or any(
        not start for start, _ in line.raised
    )
    is_level = abs(line.bottom - before.bottom) < SAME_ROW * before.size
    is_near = -NO_BLANK < (line.left - before.right) / max(before.size, 1.0) < BLANK
    return is_parted and is_level and is_near


def _is_raised_behind(line: PdfLine, before: PdfLine) -> bool:
    """Whether a line is nothing but a small figure, higher than a line and right behind it."""
    return (
        bool(FIGURE_ALONE.fullmatch(line.text))
        and line.size <= SMALL_SIZE * before.size
        and abs(line.left - before.right) < BEHIND * before.size
        and RAISED < (line.bottom - before.bottom) / before.size < 1
    )


def _lines(text: Any) -> Iterator[PdfLine]:
    """Yield the lines of a page that have letters."""
    import pypdfium2.raw as pdfium

    line: list[tuple[int, str]] = []
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        ends = code in (0x0A, 0x0D)
        sign = "-" if code in HIDDEN_HYPHENS else _character(code)
        if ends or (line and line[-1][1] == " " and sign != " " and _is_lower(text, line, index)):
            yield from _measured(text, line)
            line = []
        if not ends:
            line.append((index, sign))
        if code in HIDDEN_HYPHENS:
            yield from _measured(text, line)
            line = []
    yield from _measured(text, line)


def _is_lower(text: Any, line: list[tuple[int, str]], index: int) -> bool:
    """Whether a word stands on another line than the one before, though pdfium joins them."""
    first = next((place for place, sign in line if not sign.isspace()), index)
    _, own, _, top = _box(text, index)
    _, bottom, _, _ = _box(text, first)
    return abs(own - bottom) > OTHER_LINE * (top - own)


def _character(code: int) -> str:
    """The character of a code; what is none is said by U+FFFD."""
    if code == 0x09:
        return " "
    is_none = code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF
    return "\ufffd" if is_none or code & 0xFFFE == 0xFFFE or 0xE000 <= code < 0xF900 else chr(code)


def _measured(text: Any, line: list[tuple[int, str]]) -> Iterator[PdfLine]:
    """Find the place of a line from its first and its last letter; nothing if it has none."""
    import pypdfium2.raw as pdfium

    collapsed = _collapsed(line)
    letters = [index for index, sign in collapsed if sign != " "]
    if not letters:
        return
    raised = tuple(_raised(text, collapsed))
    begins = raised[0][1] if raised and not raised[0][0] else 0
    first = next((index for index, sign in collapsed[begins:] if sign != " "), letters[0])
    left, _, _, _ = _box(text, letters[0])
    _, bottom, _, _ = _box(text, first)
    _, _, right, _ = _box(text, letters[-1])
    yield PdfLine(
        text="".join(sign for _, sign in collapsed),
        left=left,
        right=right,
        bottom=bottom,
        size=float(pdfium.FPDFText_GetFontSize(text, first)),
        raised=raised,
        gaps=tuple(_gaps(text, collapsed)),
    )


def _gaps(text: Any, line: list[tuple[int, str]]) -> Iterator[LineGap]:
    """Yield the wide gaps between the words of a line."""
    for place, (_, sign) in enumerate(line):
        if sign == " ":
            _, _, left, top = _box(text, line[place - 1][0])
            right, bottom, _, _ = _box(text, line[place + 1][0])
            if right - left > WIDE_GAP * (top - bottom):
                yield LineGap(place, left, right)


def _collapsed(line: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The signs of a line with their indices, white space collapsed and none at the ends."""
    signs: list[tuple[int, str]] = []
    for index, sign in line:
        if not sign.isspace():
            signs.append((index, sign))
        elif signs and signs[-1][1] != " ":
            signs.append((index, " "))
    return signs[:-1] if signs and signs[-1][1] == " " else signs


def _raised(text: Any, line: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield where figures stand that are smaller and higher than the letters of their line."""
    letter = next((index for index, sign in line if sign.isalpha()), None)
    if letter is None or not any(sign.isdigit() for _, sign in line):
        return
    _, bottom, _, top = _box(text, letter)

    def is_raised(place: int) -> bool:
        index, sign = line[place]
        if not sign.isdigit() or not sign.isascii():
            return sign in RAISED_FIGURES
        _, own_bottom, _, own_top = _box(text, index)
        is_small = own_top - own_bottom < SMALL * (top - bottom)
        return is_small and own_bottom > bottom + RAISED * (top - bottom)

    for is_call, places in groupby(range(len(line)), key=is_raised):
        if is_call:
            own = list(places)
            yield own[0], own[-1] + 1


def _box(text: Any, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a letter, with the room its font gives it."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _is_image(page: Any) -> bool:
    """Whether one image covers the page: then its text was recognised from it."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = one.get_bounds()
        if (right - left) * (top - bottom) > IMAGE_SHARE * width * height:
            return True
    return False
