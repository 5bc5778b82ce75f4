"""Electronic books (EPUB 2 and 3): the files of the reading order as one text.

Each file is read as the HTML reader reads a page; the links between them are turned into links of
one page first, so that notes kept in a file of their own stand at their places. What the reading
order marks as not linear is read for its notes only. ``BOOK.epub#chapter3.xhtml`` reads one file.
"""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote

from lxml import etree

from provtrack.errors import FormatError, UsageError
from provtrack.importers.content import Content
from provtrack.importers.epub_package import Book, SpineItem, book_of
from provtrack.importers.findings import found
from provtrack.importers.html import compose_page, parse_html
from provtrack.importers.sniffing import ZIP
from provtrack.importers.xml_reading import Element, check_tree
from provtrack.importers.zip_package import mimetype_of, unpack
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Role, VersionKind
from provtrack.text.plurals import counted

MIMETYPE = "application/epub+zip"
ENCRYPTION = "META-INF/encryption.xml"
TEXT_SUFFIXES = (".xml", ".opf", ".xhtml", ".html", ".htm")


def recognises(content: Content) -> bool:
    """Whether the content says that it is an EPUB."""
    stated = mimetype_of(content.data) if content.data.startswith(ZIP) else "none"
    return stated == MIMETYPE or (not stated and content.suffix == ".epub")


def read(content: Content) -> Imported:
    """Read a book into one version.

    Raises:
        FormatError: No EPUB, damaged, protected, or unreasonably large.
        UsageError: No file of the reading order has the name asked for.
    """
    name = content.name
    parts = unpack(content.data, name, wanted=lambda path: path.lower().endswith(TEXT_SUFFIXES))
    book = book_of(parts, name)
    _refuse_protected(parts, book, name)
    root = _one_page(parts, book, content)
    check_tree(root, name)
    composed = compose_page(root)
    translated = any(one.role is Role.TRANSLATED for one in book.makers)
    return Imported(
        importer="epub",
        versions=(
            ImportedVersion(
                text=composed.text,
                kind=VersionKind.TRANSLATION if translated else None,
                language=book.language,
                agents=book.makers,
                notes=composed.notes,
            ),
        ),
        titles=book.titles,
        people=book.people,
        rights=book.rights,
        printed_fields=book.printed_fields,
        findings=composed.findings + _unread(parts, book),
    )


def _refuse_protected(parts: Mapping[str, bytes], book: Book, name: str) -> None:
    """Refuse a book whose text is encrypted; encrypted fonts do no harm."""
    said = unquote(parts.get(ENCRYPTION, b"").decode("utf-8", "replace"))
    protected = set(re.findall(r"""URI=["']([^"']*)""", said))
    if any(one.path in protected for one in book.spine):
        raise FormatError(
            f"cannot read {name}: its text is encrypted (protected by its publisher). "
            "Ask for a copy without protection."
        )


def _one_page(parts: Mapping[str, bytes], book: Book, content: Content) -> Element:
    """Put the files of the reading order into one page: what is not linear outside its main part.

    Ids become those of the file and are found again by the links that lead to them.
    """
    page = etree.Element("html")
    body = etree.SubElement(page, "body")
    main = etree.SubElement(body, "main")
    outside = etree.SubElement(body, "aside")
    chosen = _chosen(book, content)
    readable = [one for one in book.spine if one.is_text and one.path in parts]
    numbers = {one.path: number for number, one in enumerate(readable)}
    for item in readable:
        is_main = item in chosen and (item.is_linear or content.fragment)
        section = etree.SubElement(main if is_main else outside, "section")
        data = parts[item.path]
        if not data.strip():
            continue
        root, _ = parse_html(Content(name=f"{content.name} ({item.path})", data=data))
        _link_within(root, item.path, numbers)
        for one in root.iter("body"):
            section.text = one.text
            section.extend(list(one))
            break
    return page


def _chosen(book: Book, content: Content) -> tuple[SpineItem, ...]:
    """The files asked for: all, or the one whose name stands after ``#``."""
    if content.fragment is None:
        return book.spine
    asked = content.fragment
    chosen = [one for one in book.spine if asked in (one.path, posixpath.basename(one.path))]
    if not chosen:
        names = ", ".join(posixpath.basename(one.path) for one in book.spine[:8])
        raise UsageError(
            f"no file of the reading order of {content.name} is named {asked!r}. "
            f"There are: {names} ..."
        )
    return tuple(chosen)


def _link_within(root: Element, path: str, numbers: Mapping[str, int]) -> None:
    """Make ids unique in the book, and the links between its files links inside one page."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for key in ("id", "name"):
            if own := element.get(key):
                element.set(key, f"{own}@{numbers[path]}")
        address, mark, place = unquote(element.get("href") or "").partition("#")
        if element.tag != "a" or not mark:
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        number = numbers.get(target if address else path)
        if number is not None:
            element.set("href", f"#{place}@{number}")


def _unread(parts: Mapping[str, bytes], book: Book) -> tuple[Finding, ...]:
    """Say which files of the reading order were not read."""
    pictures = [one.path for one in book.spine if not one.is_text]
    missing = [one.path for one in book.spine if one.is_text and one.path not in parts]
    findings = []
    if pictures:
        said = f"{counted(len(pictures), 'file')} of the reading order without text"
        findings.append(found("IMP204", f"Not read: {said} ({', '.join(pictures[:8])})."))
    if missing:
        said = f"{counted(len(missing), 'file')} of the reading order"
        findings.append(found("IMP204", f"Not in the package: {said} ({', '.join(missing[:8])})."))
    return tuple(findings)
