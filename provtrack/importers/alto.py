"""ALTO (2 to 4): recognised pages in their reading order, and the program that read them.

Blocks are paragraphs, in the order of the element ReadingOrder (from 4.3), else as they stand.
Words that ALTO marks as divided (HYP, SUBS_CONTENT) are joined by what it states. Margins of the
page are left out and counted; program, version and settings are those of the recognising step.
Source: the schemas of the ALTO board, https://www.loc.gov/standards/alto/.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.line_joining import PageLine, PageOfLines, join_pages
from provtrack.importers.page_files import page_roots, shows_pages
from provtrack.importers.page_programs import with_settings
from provtrack.importers.recognised import ORDER_UNSTATED, in_reading_order, recognised_version
from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.document import Agent
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported
from provtrack.model.names import AgentKind, Role
from provtrack.text.plurals import counted

ROOT = re.compile(rb"<(?:\w+:)?alto[\s>]")
STEPS = ("ocrProcessingStep", "Processing")  # of versions 2 and 3, of version 4
OTHER_STEPS = frozenset(["preOperation", "postOperation", "contentModification", "other"])
MARGINS = frozenset(["TopMargin", "BottomMargin", "LeftMargin", "RightMargin"])
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
SOFT_HYPHEN = "\u00ad"  # how a line says that its last word goes on


def recognises(content: Content) -> bool:
    """Whether the content is ALTO, or an archive of such pages."""
    return shows_pages(content, ROOT)


def read(content: Content) -> Imported:
    """Read one file, or a packed row of files, into one version.

    Raises:
        FormatError: Not ALTO, or damaged.
    """
    roots, charset = page_roots(content, ROOT)
    if any(local_name(root) != "alto" for root in roots):
        raise FormatError(f"cannot read {content.name}: it is no ALTO.")
    walk = _Pages()
    pages = [walk.page(page, root) for root in roots for page in _named(root, "Page")]
    programs: dict[Agent, None] = {}
    for root in roots:
        programs |= dict.fromkeys(_programs(root))
    return recognised_version(
        "alto",
        join_pages(pages),
        charset=charset,
        programs=tuple(programs),
        images=tuple(walk.images),
        language=next(iter(walk.languages)) if len(walk.languages) == 1 else None,
        findings=walk.findings(),
    )


def _named(element: Element, name: str) -> Iterator[Element]:
    """Elements of a local name at any depth, as they stand."""
    return (one for one in element.iter() if local_name(one) == name)


@dataclass(slots=True)
class _Pages:
    """Reads pages and counts what it decides."""

    images: list[str] = field(default_factory=list)
    languages: dict[str, None] = field(default_factory=dict)
    unordered: int = 0
    margins: int = 0

    def page(self, page: Element, root: Element) -> PageOfLines:
        """Read the lines of a page."""
        image = next((plain_text(one) for one in _named(root, "fileName")), "")
        image = re.split(r"[\\/]", image)[-1]
        self.images.append(image)
        elements: list[Element] = []
        firsts: set[int] = set()  # numbers of the lines that begin a block
        for block in self.blocks(page):
            self.language(block)
            firsts.add(len(elements))
            elements += _named(block, "TextLine")
        lines = tuple(_joined(elements, firsts))
        label = page.get("PRINTED_IMG_NR") or image or page.get("PHYSICAL_IMG_NR") or ""
        return PageOfLines(label=label, lines=lines)

    def blocks(self, page: Element) -> list[Element]:
        """The blocks of the print space in reading order; unnamed ones come last."""
        spaces = [one for one in page if local_name(one) not in MARGINS]
        self.margins += sum(
            1 for one in page if local_name(one) in MARGINS for _ in _named(one, "String")
        )
        blocks = [block for space in spaces for block in _named(space, "TextBlock")]
        order = [
            name
            for stated in _named(page.getroottree().getroot(), "ReadingOrder")
            for reference in stated.iter()
            for name in (reference.get("REF") or "").split()
        ]
        ordered, is_stated = in_reading_order(blocks, order or _chained(blocks), key="ID")
        self.unordered += len(blocks) > 1 and not is_stated
        return ordered

    def language(self, block: Element) -> None:
        """Note the language of a block, if it states one."""
        stated = block.get("LANG") or block.get("language") or ""
        if LANGUAGE.fullmatch(stated):
            self.languages[stated] = None

    def findings(self) -> tuple[Finding, ...]:
        """Say what was decided and left out."""
        findings = []
        if self.unordered:
            findings.append(found("IMP210", ORDER_UNSTATED.format(counted(self.unordered, "page"))))
        if self.margins:
            said = f"Left out of the text: {counted(self.margins, 'word')} in the margins of pages."
            findings.append(found("IMP201", said))
        return tuple(findings)


def _chained(blocks: list[Element]) -> list[str]:
    """Name blocks in the order in which each names the next (IDNEXT); none if no block does.

    A block that no other names begins a chain; chains follow each other as they stand.
    """
    following = {block.get("ID"): block.get("IDNEXT") for block in blocks}
    nexts = {name for name in following.values() if name in following}
    if not nexts:
        return []
    order: dict[str, None] = {}
    for start in (name for name in following if name not in nexts):
        name: str | None = start
        while name is not None and name in following and name not in order:
            order[name] = None
            name = following[name]
    return list(order)


def _joined(lines: list[Element], firsts: set[int]) -> Iterator[PageLine]:
    """Yield the lines of a page; a word divided over two is what SUBS_CONTENT states it to be.

    A block that begins with the second part of such a word goes on with the paragraph before.
    """
    taken: Element | None = None  # second part of a word that stands in the line before
    begins = True
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        strings = list(_named(line, "String"))
        next_string = None if after is None else next(_named(after, "String"), None)
        whole = ""
        if strings and next_string is not None and _part(next_string) == "HypPart2":
            is_first = _part(strings[-1]) == "HypPart1"
            whole = (strings[-1].get("SUBS_CONTENT") or "") if is_first else ""
        text = _line_text(line, without=taken, last=strings[-1] if whole else None) + whole
        begins = (begins or number in firsts) and taken is None
        if text:
            yield PageLine(text=text, begins=begins)
            begins = False
        taken = next_string if whole else None


def _line_text(line: Element, *, without: Element | None, last: Element | None) -> str:
    """Compose a line from its words, without a part told elsewhere and what follows `last`."""
    text = ""
    has_spaces = any(local_name(one) == "SP" for one in line)
    for one in line:
        name = local_name(one)
        if one is last:
            text += "" if has_spaces or not text else " "
            break
        if name == "String" and one is not without:
            text += "" if has_spaces or not text else " "  # some programs leave SP out
            text += one.get("CONTENT") or ""
        elif name == "SP":
            text += " "
        elif name == "HYP":
            text = text.rstrip() + SOFT_HYPHEN
    return text if last is not None else text.strip()


def _part(string: Element) -> str:
    return string.get("SUBS_TYPE") or ""


def _programs(root: Element) -> Iterator[Agent]:
    """Yield the programs of the steps that recognised the text."""
    for step in root.iter():
        if local_name(step) not in STEPS:
            continue
        values = {local_name(one): plain_text(one) for one in step.iter()}
        name = values.get("softwareName") or values.get("softwareCreator")
        if name and values.get("processingCategory") not in OTHER_STEPS:
            settings = {"": values.get("processingStepSettings", "")}
            yield Agent(
                name=name,
                role=Role.RECOGNISED,
                kind=AgentKind.PROGRAM,
                words=values.get("processingStepDescription") or None,
                program_version=with_settings(values.get("softwareVersion", ""), settings),
            )
