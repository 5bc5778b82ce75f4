"""A page of the Wilson Center Digital Archive: text copied from a browser, or saved HTML.

Yields the text of the document (a translation, a transcription or both), the abstract if there is
one, and what the page says of the document. The chain tells what is not held: the original in its
archive, and a copy of unstated form where the page says who obtained it.
"""

import dataclasses
import re

from provtrack.errors import FormatError
from provtrack.importers import html
from provtrack.importers.charsets import Decoded, decode
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.html_blocks import html_blocks
from provtrack.importers.html_metadata import meta_values
from provtrack.importers.html_metadata import metadata_of as metadata_of_head
from provtrack.importers.page_blocks import Block, blocks_of, line_blocks_of
from provtrack.importers.printed import is_date
from provtrack.importers.sigla import unique_siglum
from provtrack.importers.wilson_headings import CERTAIN, SECTION, key_of
from provtrack.importers.wilson_metadata import metadata_of
from provtrack.importers.wilson_page import Page, page_of
from provtrack.importers.wilson_versions import abstract_version, body_version
from provtrack.model.imported import Imported, ImportedVersion

SAMPLE_BYTES = 4 * 1024 * 1024  # no such page is longer
TOLD_BY = {
    "gap": "the wider gap between them",
    "container": "their places on the page",
    "language": "their languages",
    "note": "the sentence that says who wrote the abstract",
}
DOUBT = (
    "The last paragraph may be the archive's abstract and no part of the text: look at the page."
)
UNNAMED = (
    "The page has the form of a Wilson Center page but does not name that archive: where it was "
    "published is not known."
)
SECTION_WORDS = b"document information"
PUBLISHED_IN = "Wilson Center Digital Archive"
# A page of this form is the archive's only if it says so: by its name or by that of its program.
NAMES = ("wilson center", "wilsoncenter.org", "history and public policy program")


def recognises(content: Content) -> bool:
    """Whether the headings of such a page are there, as lines of text or in HTML."""
    data = content.data[:SAMPLE_BYTES]
    lowered = data.lower()
    if html.recognises(content):
        marks = (SECTION_WORDS, b"record id", b"original uploaded date")
        several = sum(mark in lowered for mark in marks)
        return several >= (1 if b"wilson center" in lowered else 3)
    if SECTION_WORDS not in lowered and b"record id" not in lowered:
        return False
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    keys = {key_of(line.partition(":")[0]) for line in text.splitlines()}
    return (SECTION in keys and bool(keys & CERTAIN)) or len(keys & CERTAIN) >= 4


def read(content: Content) -> Imported:
    """Read a page into versions and metadata.

    Raises:
        FormatError: The page holds no text of a document.
    """
    if html.recognises(content):
        page, decoded, origin = _saved(content)
    else:
        decoded = decode(content)
        page, origin = page_of(_copied_blocks(decoded.text), is_date=is_date), None
    if not page.split.body:
        raise FormatError(
            f"cannot read {content.name} as a Wilson Center page: there is no text between its "
            "title and its fields. Copy the whole page, or use --format text."
        )
    return _imported(page, decoded, origin)


def _copied_blocks(text: str) -> tuple[Block, ...]:
    """Cut copied text; where headings stand among other lines, each line is a paragraph."""
    blocks = blocks_of(text)
    is_dense = any(
        not block.is_line and SECTION in map(key_of, block.text.split("\n")) for block in blocks
    )
    return line_blocks_of(text) if is_dense else blocks


def _saved(content: Content) -> tuple[Page, Decoded, str | None]:
    """Tell the parts of saved HTML; the head of the page fills what its body lacks."""
    root, decoded = html.parse_html(content)
    metas = meta_values(root)
    descriptions = metas.get("og:description") or metas.get("description") or ("",)
    page = page_of(html_blocks(html.main_part(root)), is_date=is_date, description=descriptions[0])
    about = metadata_of_head(root)
    if not page.title and about.titles:
        title = re.sub(r"\s*[|–-]\s*Wilson Center.*$", "", about.titles[0].text)
        page = dataclasses.replace(page, title=title)
    if not page.date and about.date and about.date.verbatim:
        page = dataclasses.replace(page, date=about.date.verbatim)
    return page, decoded, about.origin


def _imported(page: Page, decoded: Decoded, origin: str | None) -> Imported:
    """Make versions of each tab's text and of the abstract, and the document's metadata."""
    metadata = metadata_of(page)
    findings = decoded.findings + metadata.findings
    versions: list[ImportedVersion] = []
    for blocks in _texts(page.split.body):
        version, odd = body_version(blocks, metadata)
        taken = tuple(one.siglum or "" for one in versions)
        siglum = unique_siglum(version.siglum or "", taken)
        versions.append(dataclasses.replace(version, siglum=siglum, origin=origin))
        findings += odd
    if page.split.abstract:
        abstract = abstract_version(page.split, versions[0])
        versions.append(dataclasses.replace(abstract, origin=origin))
    if any(name in decoded.text.casefold() for name in NAMES):
        versions = [dataclasses.replace(one, published_in=(PUBLISHED_IN,)) for one in versions]
    else:
        findings += (found("IMP307", UNNAMED),)
    if page.split.told_by in TOLD_BY:
        findings += (
            found("IMP304", f"Abstract and text were told apart by {TOLD_BY[page.split.told_by]}."),
        )
    if page.split.is_doubtful:
        findings += (found("IMP306", DOUBT),)
    return Imported(
        importer="wilson-center",
        charset=decoded.charset,
        versions=tuple(versions),
        titles=metadata.titles,
        date=metadata.date,
        people=metadata.people,
        references=metadata.references,
        type=metadata.type,
        rights=metadata.rights,
        printed_fields=metadata.printed_fields,
        findings=findings,
    )


def _texts(body: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """The texts of a page: one for each tab that holds any, else the whole body."""
    panes = list(dict.fromkeys(block.pane for block in body if block.pane))
    if len(panes) < 2:
        return [body]
    first = tuple(block for block in body if block.pane in ("", panes[0]))
    rest = (tuple(block for block in body if block.pane == pane) for pane in panes[1:])
    return [first, *rest]
