"""The list of importers: name, suffixes, how each recognises its files, how it reads them.

A new format is one module and one entry here; the conformance tests run over this list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from provtrack.errors import UsageError
from provtrack.importers import (
    alto,
    docx,
    epub,
    frus,
    html,
    latex,
    markdown,
    odt,
    page_xml,
    pdf,
    plain_text,
    tei,
    wilson_center,
)
from provtrack.importers.content import Content
from provtrack.importers.sniffing import ZIP
from provtrack.model.imported import Imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """One format.

    Attributes:
        name: As given to ``--format``.
        suffixes: In lower case with their dot.
        recognises: Whether the content shows this format by itself, whatever its name.
        read: Reads the content; raises FormatError with one sentence.
        magic: What its files begin with, where they are no text.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Callable[[Content], Imported]
    magic: bytes = b""


IMPORTERS = (
    Importer(
        name="wilson-center",
        suffixes=(),
        recognises=wilson_center.recognises,
        read=wilson_center.read,
    ),
    Importer(
        name="odt",
        suffixes=(".odt", ".ott", ".fodt"),
        recognises=odt.recognises,
        read=odt.read,
        magic=ZIP,
    ),
    Importer(
        name="epub", suffixes=(".epub",), recognises=epub.recognises, read=epub.read, magic=ZIP
    ),
    Importer(
        name="page-xml", suffixes=(), recognises=page_xml.recognises, read=page_xml.read, magic=ZIP
    ),
    Importer(name="alto", suffixes=(), recognises=alto.recognises, read=alto.read, magic=ZIP),
    Importer(
        name="pdf", suffixes=(".pdf",), recognises=pdf.recognises, read=pdf.read, magic=pdf.MAGIC
    ),
    Importer(
        name="docx",
        suffixes=(".docx", ".docm"),
        recognises=docx.recognises,
        read=docx.read,
        magic=ZIP,
    ),
    Importer(name="frus", suffixes=(), recognises=frus.recognises, read=frus.read),
    Importer(name="tei", suffixes=(".xml", ".tei"), recognises=tei.recognises, read=tei.read),
    Importer(
        name="html",
        suffixes=(".html", ".htm", ".xhtml"),
        recognises=html.recognises,
        read=html.read,
    ),
    Importer(
        name="latex", suffixes=(".tex", ".latex"), recognises=latex.recognises, read=latex.read
    ),
    Importer(
        name="markdown",
        suffixes=(".md", ".markdown"),
        recognises=markdown.recognises,
        read=markdown.read,
    ),
    Importer(
        name="text",
        suffixes=(".txt", ".text"),
        recognises=lambda _: False,
        read=plain_text.read,
    ),
)
FORMATS = tuple(importer.name for importer in IMPORTERS)


def importer_named(name: str) -> Importer:
    """Return the importer of a format.

    Raises:
        UsageError: There is none of this name.
    """
    for importer in IMPORTERS:
        if importer.name == name:
            return importer
    raise UsageError(f"no importer reads the format {name!r}; there are: {', '.join(FORMATS)}.")


def importer_for(content: Content) -> Importer:
    """Choose an importer: by what the content shows, else by the suffix, else plain text.

    Raises:
        FormatError: The content is of no kind that any importer reads.
    """
    for importer in IMPORTERS:
        if importer.recognises(content):
            return importer
    for importer in IMPORTERS:
        if content.suffix in importer.suffixes:
            return importer
    return importer_named("text")
