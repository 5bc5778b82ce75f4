"""Refuse what is no text, by its magic number or its control characters, with one sentence."""

import codecs
import re

from provtrack.errors import FormatError
from provtrack.importers.charset_detection import detect_utf16
from provtrack.importers.content import Content

MAGIC = (
    (b"%PDF-", "a PDF file. Read it with --format pdf"),
    (b"PK\x03\x04", "a ZIP archive (Word, Excel, ODT, EPUB) and no plain text"),
    (b"\x89PNG", "an image. Transcribe it first"),
    (b"\xff\xd8\xff", "an image (JPEG). Transcribe it first"),
    (b"GIF8", "an image (GIF). Transcribe it first"),
    (b"II*\x00", "an image (TIFF). Transcribe it first"),
    (b"MM\x00*", "an image (TIFF). Transcribe it first"),
    (b"BM\x00", "an image. Transcribe it first"),
    (b"AT&TFORM", "an image (DjVu). Transcribe it first"),
    (b"RIFF", "an image, sound or film. Transcribe it first"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file. Save it as DOCX"),
    (b"{\\rtf", "an RTF file. Save it as DOCX or as plain text"),
    (b"\x1f\x8b", "a compressed file (gzip). Unpack it first"),
    (b"BZh", "a compressed file (bzip2). Unpack it first"),
    (b"7z\xbc\xaf", "a compressed file (7z). Unpack it first"),
    (b"\xfd7zXZ", "a compressed file (xz). Unpack it first"),
    (b"Rar!", "a compressed file (RAR). Unpack it first"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"ID3", "a sound file. Transcribe it first"),
    (b"OggS", "a sound file. Transcribe it first"),
)
ZIP = b"PK\x03\x04"
SNIFFED = 20_000  # bytes in which a file of provenance shows itself
# A JSON object with a relation of PROV as a key, or with things and prefixes alone; the root of
# PROV-XML; the first word of PROV-N; Turtle and TriG that declare the prefix.
_RELATION = (
    rb'"(?:wasGeneratedBy|used|wasDerivedFrom|wasAttributedTo|wasAssociatedWith|wasInformedBy|wasStartedBy|wasEndedBy'
    rb'|specializationOf|alternateOf|hadMember|actedOnBehalfOf|wasInvalidatedBy|wasInfluencedBy|mentionOf)"\s*:\s*[{\[]'
)
PROVENANCE = {
    "PROV-JSON": re.compile(
        rb"\{(?:.*?" + _RELATION + rb'|(?=\s*"(?:prefix|entity|activity|agent)"\s*:\s*\{)'
        rb'(?=.*"prefix"\s*:)(?=.*"(?:entity|activity|agent|bundle)"\s*:\s*\{))',
        re.DOTALL,
    ),
    "PROV-XML": re.compile(
        rb"(?:<\?[^>]*>\s*)*(?:<!--.*?-->\s*)*<(?:\w+:)?document\s[^>]*www\.w3\.org/ns/prov#",
        re.DOTALL,
    ),
    "PROV-N": re.compile(rb"document\s+(?:(?:prefix|default)\s+\S.*?\n\s*)*(?:\w+\(|bundle\s)"),
    "RDF": re.compile(rb"(?:@?prefix\s.*\n\s*)*@?prefix\s+prov:\s", re.IGNORECASE),
}
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")  # all but TAB, LF, FF, CR, ESC


def refuse_binary(content: Content, *, own: bytes = b"") -> None:
    """Raise FormatError for a file that holds no text.

    Args:
        own: What files of the format begin with that are to be read though they are no text.
    """
    data = content.data
    if own and data.startswith(own):
        return
    for magic, what in MAGIC:
        if data.startswith(magic) and (magic != b"ID3" or b"\x00" in data[:16]):
            raise FormatError(f"cannot read {content.name}: it is {what}.")
    if content.charset is not None or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return
    control = CONTROL.search(data)
    if control is None or (b"\x00" in data and detect_utf16(data)):
        return
    raise FormatError(
        f"cannot read {content.name}: it is no text (control character "
        f"0x{control.group()[0]:02X} at byte {control.start()}). If it is one, name its "
        "character set with --charset NAME."
    )


def refuse_provenance(content: Content) -> None:
    """Raise FormatError for a file of W3C PROV: it says where texts come from, and is none."""
    start = content.data[:SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    for notation, shape in PROVENANCE.items():
        if shape.match(start):
            raise FormatError(
                f"cannot read {content.name}: it is a file of provenance ({notation}), which "
                "holds no text. Record the text itself."
            )
