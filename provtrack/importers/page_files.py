"""Files of recognised pages: one XML file a page, alone or several packed in a ZIP archive.

Programs that recognise text give a file a page, and their exports pack them. The pages stand in
the order of their file names, with numbers in the names read as numbers.
"""

import re

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.sniffing import ZIP
from provtrack.importers.xml_reading import Element, parse_xml
from provtrack.importers.zip_package import mimetype_of, unpack

START = 8192  # bytes in which the root element is to be found, behind comments
OTHER_PACKAGES = (b"[Content_Types].xml", b"META-INF/container.xml")  # parts of DOCX, EPUB


def shows_pages(content: Content, root: re.Pattern[bytes]) -> bool:
    """Whether a file, or a file packed in it, begins with a root element."""
    if not content.data.startswith(ZIP):
        return begins_with(content.data, root)
    if mimetype_of(content.data) or any(part in content.data for part in OTHER_PACKAGES):
        return False
    try:
        parts = unpack(content.data, content.name, wanted=_is_xml)
    except FormatError:
        return False
    return any(begins_with(data, root) for data in parts.values())


def page_roots(content: Content, root: re.Pattern[bytes]) -> tuple[list[Element], str | None]:
    """Parse the pages of a file.

    Returns:
        The root elements in the order of the pages, and the character set of a single file.

    Raises:
        FormatError: Damaged, or no such page in it.
    """
    if not content.data.startswith(ZIP):
        element, decoded = parse_xml(content)
        return [element], decoded.charset
    parts = unpack(content.data, content.name, wanted=_is_xml)
    paths = sorted((path for path in parts if begins_with(parts[path], root)), key=_natural)
    if not paths:
        raise FormatError(f"cannot read {content.name}: there is no such page in the archive.")
    pages = [Content(name=f"{content.name} ({path})", data=parts[path]) for path in paths]
    return [parse_xml(page)[0] for page in pages], None


def _is_xml(path: str) -> bool:
    return path.lower().endswith(".xml")


def begins_with(data: bytes, root: re.Pattern[bytes]) -> bool:
    """Whether the root element of a file is of this name."""
    return root.search(data[:START].replace(b"\x00", b"")) is not None


def _natural(path: str) -> list[tuple[int, str]]:
    """Sort "p2" before "p10"; equal numbers by their form."""
    parts = re.split(r"(\d+)", path)
    return [(int(part), part) if part.isdecimal() else (-1, part.casefold()) for part in parts]
