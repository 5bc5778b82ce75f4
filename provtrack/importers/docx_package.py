"""Open the package of a DOCX file: its XML parts (`zip_package`), without entities."""

from collections.abc import Mapping

from provtrack.errors import FormatError
from provtrack.importers.xml_reading import Element, parse_xml_text
from provtrack.importers.zip_package import unpack

NAMESPACES = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    "http://purl.oclc.org/ooxml/officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""Strict Open XML by its transitional names, so that one reader serves both (ISO/IEC 29500)."""


def open_package(data: bytes, name: str) -> Mapping[str, bytes]:
    """Unpack the XML parts of a DOCX package.

    Returns:
        Parts by their path in the package.

    Raises:
        FormatError: No ZIP, no Word document, encrypted, or unpacking to an unreasonable size.
    """
    parts = unpack(data, name, wanted=lambda path: path.endswith((".xml", ".rels")))
    if "word/document.xml" not in parts and "[Content_Types].xml" not in parts:
        raise FormatError(
            f"cannot read {name}: it is a ZIP archive, not a Word document, an ODT or an EPUB. "
            "Unpack it first."
        )
    return parts


def xml_part(parts: Mapping[str, bytes], path: str, name: str) -> Element | None:
    """Parse a part; None if the package has none of this path."""
    if path not in parts:
        return None
    data = parts[path]
    text = _decoded(data, f"{name} ({path})")
    for strict, transitional in NAMESPACES.items():
        text = text.replace(strict, transitional)
    return parse_xml_text(text, f"{name} ({path})")


def _decoded(data: bytes, place: str) -> str:
    """Decode a part: Open XML allows UTF-8 and UTF-16 only."""
    charset = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(charset)
    except UnicodeDecodeError as error:
        raise FormatError(f"cannot read {place}: it is not {charset}.") from error
    end = text.find("?>")
    return text[end + 2 :] if text.lstrip().startswith("<?xml") and end > 0 else text
