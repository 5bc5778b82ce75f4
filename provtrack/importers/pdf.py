"""PDF files that hold text: its lines joined to paragraphs, what is inferred told.

A PDF states neither paragraphs nor an order of reading: both are inferred from the places of lines
and every import says so. Radicals that fonts give for whole Chinese characters are given as these
characters, which is told; ligatures (ﬁ) pdfium has given as letters before. A file without text is
refused. ``FILE.pdf#12-15`` reads some pages; they are counted from 1.
"""

import re
import unicodedata
from collections import Counter

from provtrack.errors import FormatError, UsageError
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.line_joining import PageLine, PageOfLines, join_pages
from provtrack.importers.pdf_layout import layout_of
from provtrack.importers.pdf_pages import PdfFile, read_pages
from provtrack.model.document import PrintedField
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.text.plurals import counted

MAGIC = b"%PDF-"
PAGES = re.compile(r"(?:pages?=)?(\d{1,5})(?:-(\d{1,5}))?")
# Of the radicals supplement only forms that are characters by themselves; NFKC knows two of them.
# Source: the property Equivalent_Unified_Ideograph of the Unicode Character Database.
RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "母民虎西见角贝车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
RADICALS |= {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
PROPERTIES = ("Title", "Author", "Subject", "Creator", "Producer", "CreationDate", "ModDate")
MOST_PAGES_NAMED = 20
ORDER = (
    "A PDF states neither paragraphs nor an order of reading: both were inferred from the places "
    "of its lines. Compare columns, tables and footnotes with the page."
)


def recognises(content: Content) -> bool:
    """Whether the content begins as PDF does."""
    return content.data.startswith(MAGIC)


def read(content: Content) -> Imported:
    """Read a PDF, or some of its pages, into one version.

    Raises:
        FormatError: Damaged, protected, without text, or unreasonably large.
        MissingExtraError: pypdfium2 is not installed.
        UsageError: The fragment names no pages.
    """
    file = read_file(content)
    layout = layout_of(file.pages)
    folded: Counter[str] = Counter()
    joined = join_pages([folded_page(page, folded) for page in layout.pages])
    return Imported(
        importer="pdf",
        versions=(ImportedVersion(text=joined.text, notes=joined.notes),),
        printed_fields=tuple(
            PrintedField(name=f"PDF property: {name}", value=file.properties[name])
            for name in PROPERTIES
            if file.properties.get(name, "").strip()
        ),
        findings=(
            found("IMP210", order_told(file)),
            *joined.findings,
            *left_out_of(layout.left_out),
            *radicals_told(folded),
            *_image_findings(file),
            *glyphs_lost(joined.text),
        ),
    )


def order_told(file: PdfFile) -> str:
    """Say that the order of reading was inferred, and which pages were read by columns."""
    pages = [str(page.number) for page in file.pages if page.has_columns]
    if not pages:
        return ORDER
    where = f"page{'s' if len(pages) > 1 else ''} {', '.join(pages[:MOST_PAGES_NAMED])}"
    more = " and others" if len(pages) > MOST_PAGES_NAMED else ""
    return f"{ORDER} Two columns were read one after the other on {where}{more}."


def read_file(content: Content) -> PdfFile:
    """Read the pages that are asked for.

    Raises:
        FormatError: Damaged, protected, without text, or unreasonably large.
        MissingExtraError: pypdfium2 is not installed.
        UsageError: The fragment names no pages.
    """
    first, last = _asked(content)
    file = read_pages(content.data, content.name, first=first, last=last)
    if not file.pages:
        raise UsageError(f"{content.name} has {counted(file.count, 'page')}, and no page {first}.")
    if not any(page.lines for page in file.pages):
        raise FormatError(
            f"cannot read {content.name}: its pages are images without text. Recognise the text "
            "with a program, and record what it gives (PAGE XML, ALTO, plain text)."
        )
    return file


def _asked(content: Content) -> tuple[int | None, int | None]:
    """The first and last page that the fragment names."""
    if content.fragment is None:
        return None, None
    match = PAGES.fullmatch(content.fragment)
    first = int(match.group(1)) if match else 0
    last = int(match.group(2) or first) if match else 0
    if not 0 < first <= last:
        raise UsageError(f"not pages of a PDF: {content.fragment!r}. Write FILE.pdf#12-15.")
    return first, last


def folded_page(page: PageOfLines, counts: Counter[str]) -> PageOfLines:
    """Give the characters that radicals stand for, and count them."""
    lines = []
    for line in page.lines:
        counts.update(sign for sign in line.text if sign in RADICALS)
        text = "".join(RADICALS.get(sign, sign) for sign in line.text)
        lines.append(PageLine(text=text, begins=line.begins))
    return PageOfLines(label=page.label, lines=tuple(lines))


def left_out_of(lines: tuple[str, ...]) -> tuple[Finding, ...]:
    """Say which heads, feet and page numbers were left out."""
    if not lines:
        return ()
    patterns = {re.sub(r"\d+", "#", one): one for one in reversed(lines)}
    words = [one for one in patterns.values() if any(sign.isalpha() for sign in one)]
    shown = ": " + ", ".join(f'"{one[:60]}"' for one in words[:5]) if words else ""
    said = f"{counted(len(lines), 'line')} repeated at the heads and feet of pages"
    return (found("IMP201", f"Left out of the text: {said}{shown}."),)


def radicals_told(counts: Counter[str]) -> tuple[Finding, ...]:
    """Say which radicals were given as characters."""
    if not counts:
        return ()
    first = sorted(counts.items())[:20]
    shown = ", ".join(f"{sign} as {RADICALS[sign]} ({count})" for sign, count in first)
    return (found("IMP211", f"Radicals given as the characters they stand for: {shown}."),)


def _image_findings(file: PdfFile) -> tuple[Finding, ...]:
    """Say which pages have no text, and whether the text was recognised from images."""
    findings = []
    if empty := [str(page.number) for page in file.pages if not page.lines]:
        said = f"{counted(len(empty), 'page')} without text ({', '.join(empty[:20])})"
        findings.append(found("IMP204", f"Not read: {said}."))
    if images := sum(page.is_image and bool(page.lines) for page in file.pages):
        program = file.properties.get("Producer") or file.properties.get("Creator") or "not named"
        findings.append(
            found(
                "IMP302",
                f"The text lies on the images of {counted(images, 'page')}: a program recognised "
                f"it ({program}). Name it with --agent recognised=NAME.",
            )
        )
    return tuple(findings)


def glyphs_lost(text: str) -> tuple[Finding, ...]:
    """Say how many glyphs the file does not tell the letters of."""
    count = text.count("\ufffd")
    if not count:
        return ()
    said = f"{counted(count, 'glyph')} whose letter the file does not tell: given as U+FFFD."
    return (found("IMP103", said),)
