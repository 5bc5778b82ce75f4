"""A page of the Wilson Center Digital Archive: text copied from a browser, or saved HTML.

Yields the text of the document (a translation, a transcription or both), the abstract if there is
one, and what the page says of the document. The chain tells what is not held: the original in its
archive, and a copy of unstated form where the page says who obtained it.
"""

import re

from provtrack.errors import FormatError
from provtrack.importers.charsets import decode
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.page_blocks import blocks_of
from provtrack.importers.printed import is_date
from provtrack.importers.wilson_headings import CERTAIN, SECTION, key_of
from provtrack.importers.wilson_metadata import metadata_of
from provtrack.importers.wilson_page import Page, page_of
from provtrack.importers.wilson_versions import abstract_version, body_version
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported

SAMPLE_BYTES = 4 * 1024 * 1024  # no such page is longer


def recognises(content: Content) -> bool:
    """Whether the headings of such a page stand on lines of their own."""
    if b"nformation" not in content.data[:SAMPLE_BYTES]:
        return False
    text = content.data[:SAMPLE_BYTES].decode("utf-8", "replace")
    if re.match(r"\s*[<\ufeff]*<", text):
        return False
    keys = {key_of(line) for line in text.splitlines() if len(line) < 60}
    return SECTION in keys and bool(keys & CERTAIN)


def read(content: Content) -> Imported:
    """Read a page into versions and metadata.

    Raises:
        FormatError: The page holds no text of a document.
    """
    decoded = decode(content)
    page = page_of(blocks_of(decoded.text), is_date=is_date)
    if not page.body:
        raise FormatError(
            f"cannot read {content.name} as a Wilson Center page: there is no text between its "
            "title and its fields. Copy the whole page, or use --format text."
        )
    return _imported(page, decoded.charset, decoded.findings)


def _imported(page: Page, charset: str, findings: tuple[Finding, ...]) -> Imported:
    metadata = metadata_of(page)
    body, odd = body_version(page.body, metadata)
    versions = [body]
    findings += metadata.findings + odd
    if page.abstract:
        versions.append(abstract_version(page.abstract, body))
    if page.abstract_told_by in ("gap", "container"):
        by = {"gap": "the wider gap before it", "container": "its place on the page"}
        findings += (
            found("IMP304", f"The abstract was told from the text by {by[page.abstract_told_by]}."),
        )
    return Imported(
        importer="wilson-center",
        charset=charset,
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
