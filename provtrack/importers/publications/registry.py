"""The readers of publications: name, suffixes, how each recognises its files, how it reads them.

A new format is one module and one entry here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from provtrack.errors import UsageError
from provtrack.importers import docx as docx_files
from provtrack.importers import html as html_pages
from provtrack.importers import odt as odt_files
from provtrack.importers import pdf as pdf_files
from provtrack.importers import tei as tei_files
from provtrack.importers.content import Content
from provtrack.importers.publications import docx, html, latex, markdown, odt, pdf, plain_text, tei
from provtrack.importers.sniffing import ZIP
from provtrack.model.publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format.

    Attributes:
        name: As given to ``--format``.
        suffixes: In lower case with their dot.
        recognises: Whether the content shows this format by itself, whatever its name.
        read: Reads the content; raises FormatError with one sentence.
        read_original: Reads it as it was before tracked changes, where a format has them.
        magic: What its files begin with though they are no text.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Callable[[Content], Publication]
    read_original: Callable[[Content], Publication] | None = None
    magic: bytes = b""


def never(_: Content) -> bool:
    """Whether the content shows a format that only its suffix tells."""
    return False


READERS = (
    Reader(
        name="odt",
        suffixes=(".odt", ".ott", ".fodt"),
        recognises=odt_files.recognises,
        read=odt.read,
        read_original=odt.read_original,
        magic=ZIP,
    ),
    Reader(
        name="docx",
        suffixes=(".docx", ".docm"),
        recognises=docx_files.recognises,
        read=docx.read,
        read_original=docx.read_original,
        magic=ZIP,
    ),
    Reader(
        name="pdf",
        suffixes=(".pdf",),
        recognises=pdf_files.recognises,
        read=pdf.read,
        magic=pdf_files.MAGIC,
    ),
    Reader(name="tei", suffixes=(".xml", ".tei"), recognises=tei_files.recognises, read=tei.read),
    Reader(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        recognises=html_pages.recognises,
        read=html.read,
    ),
    Reader(name="markdown", suffixes=(".md", ".markdown"), recognises=never, read=markdown.read),
    Reader(name="latex", suffixes=(".tex", ".ltx", ".latex"), recognises=never, read=latex.read),
    Reader(name="text", suffixes=(".txt", ".text"), recognises=never, read=plain_text.read),
)
PUBLICATION_FORMATS = tuple(reader.name for reader in READERS)


def reader_named(name: str) -> Reader:
    """Return the reader of a format.

    Raises:
        UsageError: There is none of this name.
    """
    for reader in READERS:
        if reader.name == name:
            return reader
    raise UsageError(
        f"no reader of publications reads {name!r}; there are: {', '.join(PUBLICATION_FORMATS)}."
    )


def reader_for(content: Content) -> Reader:
    """Choose a reader: by what the content shows, else by the suffix, else plain text."""
    for reader in READERS:
        if reader.recognises(content):
            return reader
    for reader in READERS:
        if content.suffix in reader.suffixes:
            return reader
    return reader_named("text")
