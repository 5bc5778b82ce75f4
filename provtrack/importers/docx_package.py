"""Open the ZIP package of a DOCX file: bounded members, sizes and ratios, XML without entities."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from provtrack.errors import FormatError
from provtrack.importers.xml_reading import Element, parse_xml_text

MAX_MEMBERS = 2_000  # a book with a thousand pictures has as many
MAX_MEMBER_BYTES = 64 * 1024 * 1024  # the text of a large book has 20 MB of XML
MAX_TOTAL_BYTES = 512 * 1024 * 1024  # as the package itself declares; pictures are never unpacked
MAX_RATIO = 200  # XML packs 10 to 30 times; a bomb 1,000 times
MIN_SUSPECT_BYTES = 1024 * 1024  # small members may pack to any ratio

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
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            _check_members(members, name)
            wanted = [one for one in members if one.filename.endswith((".xml", ".rels"))]
            parts = {one.filename: _unpacked(package, one, name) for one in wanted}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise FormatError(f"cannot read {name}: a damaged ZIP package ({error}).") from error
    except (RuntimeError, ValueError, OverflowError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"cannot read {name}: {error}.") from error
    if "word/document.xml" not in parts and "[Content_Types].xml" not in parts:
        raise FormatError(
            f"cannot read {name}: it is a ZIP archive, not a Word document. Unpack it first."
        )
    return parts


def _check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse a bomb by what the package declares, before anything is unpacked."""
    if len(members) > MAX_MEMBERS:
        raise FormatError(f"cannot read {name}: it packs {len(members)} files into one.")
    if any(one.flag_bits & 0x1 for one in members):
        raise FormatError(f"cannot read {name}: it is encrypted. Save it without a password.")
    total = sum(one.file_size for one in members)
    if total > MAX_TOTAL_BYTES:
        raise FormatError(
            f"cannot read {name}: it unpacks to {total // 1024**2} MB, which no document needs."
        )
    seen: set[str] = set()
    for one in members:
        ratio = one.file_size / max(1, one.compress_size)
        if one.file_size > MIN_SUSPECT_BYTES and ratio > MAX_RATIO:
            raise FormatError(
                f"cannot read {name}: its part {one.filename!r} is packed {ratio:.0f} times, "
                "as in a ZIP bomb."
            )
        if one.filename in seen:
            raise FormatError(f"cannot read {name}: its part {one.filename!r} is there twice.")
        seen.add(one.filename)


def _unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one part; the limit holds whatever size the package declares."""
    with package.open(member) as stream:
        data = stream.read(MAX_MEMBER_BYTES + 1)
    if len(data) > MAX_MEMBER_BYTES:
        raise FormatError(
            f"cannot read {name}: its part {member.filename!r} is larger than "
            f"{MAX_MEMBER_BYTES // 1024**2} MB."
        )
    return data


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
