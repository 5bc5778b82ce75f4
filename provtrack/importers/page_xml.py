"""PAGE XML (2013 to 2019): recognised pages in their reading order, and the program that read them.

Regions are paragraphs, in the order of the element ReadingOrder, else in the order that Transkribus
writes into its own attribute, else as they stand in the file, which is told. Of several readings of
a line the first by index is taken. Page numbers, running heads and the like are left out.
Source: the schemas of the PRImA Research Lab, https://www.primaresearch.org/schema/PAGE/.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.line_joining import PageLine, PageOfLines, join_pages
from provtrack.importers.page_files import page_roots, shows_pages
from provtrack.importers.page_programs import page_programs, told_by_creator
from provtrack.importers.recognised import ORDER_UNSTATED, in_reading_order, recognised_version
from provtrack.importers.xml_reading import Element, local_name
from provtrack.model.document import Agent
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported
from provtrack.text.plurals import counted

ROOT = re.compile(rb"<(?:\w+:)?PcGts[\s>]")
FURNITURE = {
    "page-number": "page number",
    "header": "running head",
    "footer": "running foot",
    "catch-word": "catchword",
    "signature-mark": "signature mark",
}
ONLY_CREATOR = (
    "The file names {} as its creator only: it was taken for the program that recognised the text. "
    "Where people typed it, say so with --agent."
)
GROUPED = frozenset(["RegionRef", "RegionRefIndexed"])
CUSTOM_ORDER = re.compile(r"readingOrder\s*\{\s*index:\s*(\d{1,6})")
CUSTOM_TYPE = re.compile(r"structure\s*\{[^}]{0,200}?type:\s*([\w-]+)")


def recognises(content: Content) -> bool:
    """Whether the content is PAGE XML, or an archive of such pages."""
    return shows_pages(content, ROOT)


def read(content: Content) -> Imported:
    """Read one page, or a packed row of pages, into one version.

    Raises:
        FormatError: Not PAGE XML, or damaged.
    """
    roots, charset = page_roots(content, ROOT)
    walk = _Pages()
    pages = []
    for root in roots:
        page = next((one for one in root if local_name(one) == "Page"), None)
        if local_name(root) != "PcGts" or page is None:
            raise FormatError(f"cannot read {content.name}: it is no PAGE XML (it has no Page).")
        pages.append(walk.page(page))
    joined = join_pages(pages)
    programs: dict[Agent, None] = {}
    for root in roots:
        programs |= dict.fromkeys(page_programs(root))
    told = dict.fromkeys(name for root in roots for name in told_by_creator(root))
    creators = (found("IMP304", ONLY_CREATOR.format(", ".join(told))),) if told else ()
    return recognised_version(
        "page-xml",
        joined,
        charset=charset,
        programs=tuple(programs),
        images=tuple(walk.images),
        findings=(*walk.findings(), *creators),
    )


@dataclass(slots=True)
class _Pages:
    """Reads pages and counts what it decides."""

    images: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    alternatives: int = 0
    unordered: int = 0

    def page(self, page: Element) -> PageOfLines:
        """Read the lines of a page."""
        image = (page.get("imageFilename") or "").rpartition("/")[2]
        self.images.append(image)
        number, lines = "", []
        for region in self.regions(page):
            own = list(self.lines(region))
            kind = _type(region)
            if kind in FURNITURE:
                self.left_out[FURNITURE[kind]] += 1
                number = number or (" ".join(own) if kind == "page-number" else "")
                continue
            lines += [PageLine(text=one, begins=at == 0) for at, one in enumerate(own)]
        return PageOfLines(label=number or image, lines=tuple(lines))

    def regions(self, page: Element) -> list[Element]:
        """The regions with text in reading order; those it does not name come last."""
        regions = list(_text_regions(page))
        stated = [one for one in page if local_name(one) == "ReadingOrder"]
        order = [name for one in stated for name in _references(one)]
        if not order:
            indexed = [(_custom_index(one), one.get("id") or "") for one in regions]
            order = [name for index, name in sorted(indexed) if index >= 0]
        ordered, is_stated = in_reading_order(regions, order, key="id")
        self.unordered += len(regions) > 1 and not is_stated
        return ordered

    def lines(self, region: Element) -> Iterator[str]:
        """Yield the lines of a region; one without lines has its text in one piece."""
        stated = [one for one in region if local_name(one) == "TextLine"]
        if stated and all(_custom_index(one) >= 0 for one in stated):
            stated.sort(key=_custom_index)
        lines = [self.reading(one) for one in stated]
        if not any(lines):
            lines = self.reading(region).split("\n")
        yield from (" ".join(one.split()) for one in lines if one.strip())

    def reading(self, element: Element) -> str:
        """The text of a line or region: its own first reading, else its words'."""
        readings = [one for one in element if local_name(one) == "TextEquiv"]
        if readings and (text := _unicode(min(readings, key=_index))):
            self.alternatives += len(readings) > 1
            return text
        words = [self.reading(one) for one in element if local_name(one) == "Word"]
        glyphs = [self.reading(one) for one in element if local_name(one) == "Glyph"]
        return " ".join(one for one in words if one) or "".join(glyphs)

    def findings(self) -> tuple[Finding, ...]:
        """Say what was decided and left out."""
        findings = []
        if self.unordered:
            findings.append(found("IMP210", ORDER_UNSTATED.format(counted(self.unordered, "page"))))
        if self.left_out:
            what = ", ".join(counted(n, name) for name, n in sorted(self.left_out.items()))
            findings.append(found("IMP201", f"Left out of the text: {what}."))
        if self.alternatives:
            said = f"{counted(self.alternatives, 'line')} with several readings"
            findings.append(found("IMP203", f"{said}: the first by its index was taken."))
        return tuple(findings)


def _unicode(reading: Element) -> str:
    """The text of a reading; where it has no Unicode, its plain text."""
    texts = {local_name(one): one.text or "" for one in reading}
    return texts.get("Unicode") or texts.get("PlainText") or ""


def _text_regions(element: Element) -> Iterator[Element]:
    """Yield text regions as they stand, those inside tables and other regions too."""
    for child in element:
        name = local_name(child)
        if name in ("TextRegion", "TableCell"):
            yield child
        if name.endswith("Region"):
            yield from _text_regions(child)


def _references(group: Element) -> Iterator[str]:
    """Yield the region ids of a reading order, its groups by their index."""
    for one in sorted(group, key=_index):
        if reference := one.get("regionRef"):
            yield reference
        if local_name(one) not in GROUPED:
            yield from _references(one)


def _index(element: Element) -> int:
    index = element.get("index") or ""
    return int(index) if index.isascii() and index.isdigit() and len(index) < 10 else 0


def _custom_index(region: Element) -> int:
    stated = CUSTOM_ORDER.search(region.get("custom") or "")
    return int(stated.group(1)) if stated else -1


def _type(region: Element) -> str:
    custom = CUSTOM_TYPE.search(region.get("custom") or "")
    return region.get("type") or (custom.group(1) if custom else "")
