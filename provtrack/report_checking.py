"""Check that a report was made from what a store holds, and that nobody has altered it since.

The texts and heads a report names are looked up; then the report is made again and compared byte
for byte. Where that cannot be done, because the document has been added to since or another
version of the program made the report, the finding says so: an unchecked page is not a sound one.
The same goes for a lexicon that has grown since.
"""

from collections.abc import Iterator
from pathlib import Path

from provtrack.comparing import ComparedVersions, compare_versions, open_version
from provtrack.errors import NotInStoreError
from provtrack.lexicons import Lexicons
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.reporting import ReportSource, lexicons_of, made_from
from provtrack.store import Store, holdings_of, program_name

Sources = tuple[ReportSource, ...]


def check_report(store: Store, report: Path) -> list[Finding]:
    """List what speaks against a report, or keeps it from being checked.

    Raises:
        FormatError: The file is not a report of ours.
        StoreError: The store is damaged.
    """
    sources = made_from(report)
    faults = [fault for source in sources if (fault := _fault_of(store, source))]
    if faults:
        return [_finding("STO100", Severity.ERROR, fault, report) for fault in faults]
    return list(_page_findings(store, sources, report))


def _finding(code: str, severity: Severity, message: str, report: Path) -> Finding:
    return Finding(code=code, severity=severity, message=message, place=str(report))


def _fault_of(store: Store, source: ReportSource) -> str | None:
    """Say what keeps one text of a report from being one the store holds."""
    if source.document is None or source.siglum is None:
        return f"{source.name} was read from a plain file, not from a store."
    name = _name_of(source)
    try:
        holdings = holdings_of(store, source.document)
        version = holdings.version(source.siglum, source.revision)
    except NotInStoreError as fault:
        return f"{name} is not in this store: {fault}"
    if version.text_sha256 != source.text_sha256:
        return f"{name} has another text here than the report was made from."
    if not store.heads_in_chain(source.document, source.head or ""):
        return f"the head {(source.head or '')[:12]} of {source.document} is not in its history."
    return None


def _name_of(source: ReportSource) -> str:
    return f"{source.document}:{source.siglum}@{source.revision}"


def _page_findings(store: Store, sources: Sources, report: Path) -> list[Finding]:
    """Make the report again from the same versions, and compare the pages."""
    page = report.read_text("utf-8")
    moved = sorted({s.document for s in sources if s.document and store.head(s.document) != s.head})
    if moved:
        words = f"{', '.join(moved)} has been added to since this report was made; its texts are "
        words += "held as it names them, but the page itself was not checked."
        return [_finding("STO102", Severity.NOTE, words, report)]
    if f'content="{program_name()}"' not in page:
        words = f"another program than {program_name()} made this report; its texts are held as it "
        words += "names them, but the page itself was not checked."
        return [_finding("STO102", Severity.NOTE, words, report)]
    embedders = sorted({source.embedder for source in sources if source.embedder})
    if embedders:
        words = f"this report was made with the embedder {', '.join(embedders)}, which verify does "
        words += "not run; its texts are held as it names them, but the page was not checked."
        return [_finding("STO102", Severity.NOTE, words, report)]
    lexicons = {source.lexicon_sha256 for source in sources if source.lexicon_sha256}
    for made in _made_again(store, sources):
        if made.page() == page:
            return []
        lexicons -= set(lexicons_of(made.collation).values())
    if lexicons:
        words = "the lexicon this report was made with has changed since; its texts are held as it "
        words += "names them, but the page itself was not checked."
        return [_finding("STO102", Severity.NOTE, words, report)]
    words = "this is not the page that the store makes of these versions: it was altered after it "
    words += "was made, or made with other settings. Compare it with a new one."
    return [_finding("STO101", Severity.ERROR, words, report)]


def _made_again(store: Store, sources: Sources) -> Iterator[ComparedVersions]:
    """Compare as the command line does, versions named with and without revision."""
    folder = store.folder.parent
    known = Lexicons(store) if any(source.lexicon_sha256 for source in sources) else None
    short = [f"{source.document}:{source.siglum}" for source in sources]
    for names in (short, [_name_of(source) for source in sources]):
        opened = [open_version(name, folder) for name in names]
        if tuple(item.version.revision for item in opened) != tuple(s.revision for s in sources):
            continue
        yield compare_versions(opened[0], opened[1:], lexicons=known)
        yield compare_versions(opened[0], opened[1:], no_lexicon=True)
