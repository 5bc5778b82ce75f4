"""Source notes of "Foreign Relations of the United States": where the editors found a document.

A note begins with "Source:" and names the repository first; its first sentence is the address, up
to the classification; what follows speaks of drafting, and may name further copies. Entry point:
`read_source_note`.
"""

import re
from collections.abc import Iterator

from provtrack.model.finding import Finding
from provtrack.references.american import find_parts, lint_parts, lost_parts
from provtrack.references.grammar import FoundRepository, Part, Reading, note
from provtrack.references.repositories import find_repository, resembling_repository
from provtrack.references.repository_lint import lint_repository

FAMILY = "frus-source-note"
_SOURCE = re.compile(r"\s*(?:\W?Source\s*:\s*)+")
_CLASSIFICATION = re.compile(
    r"(?:[.:]\s*|\s(?=(?:Top )?(?:Secret|Confidential)[;.]))"
    r"\[?(?:Top Secret|Top secret|Secret|Confidential|No classification|No Classification|"
    r"Unclassified|Limited Official Use|Official Use Only|Limited official use|Personal|Restricted|"
    r"Strictly|Eyes Only|Sensitive|classification)\b"
)
_SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:No|Jr|Sr|Dr|Mr|fr|pp|Lt))(?<!\b(?:Vol|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec|Sec|Ser|Mrs|Gen|Col))"
    r"(?<!\b(?:Sept|Misc|Docs|Memo))\.\s+(?=[“\"A-Z(\[])"
)
_PUBLISHED = re.compile(
    r"[^.;]{0,80}?\b(?:Bulletin|BULLETIN|Public Papers|Congressional Record|Hearings|"
    r"Press Release|Journal|Declassified Documents|Documents on|Current Documents|"
    r"Federal Register|Essays)\b"
)
_PAGES = re.compile(r"\bpp?\. ?[A-Z\d]|\bHearings\b")
_INSTITUTION = re.compile(
    r"\b(?:Librar(?:y|ies)|Archives?|Cent(?:er|re)|University|Institut(?:e|ion)|Society|Museum|"
    r"Department|Agency|Ministry|Council|College|Congress|Foundation|Bureau|Administration|"
    r"Command|Bank|Embassy)\b"
)
_SEGMENT = re.compile(r"(?:U\.\s?S\. )?[^,:;.]+")
_CHUNK = re.compile(r"[^();]+")
_IS_COPY = re.compile(r"\b(?:Lot|RG|FRC|Job|Box)\s?\d|\d/\d{1,2}[-–]\d{2}|Librar|Archives")
_BETWEEN = 8  # characters of "The " or a quotation mark before the name of a repository


def read_source_note(text: str) -> Reading | None:
    """Read a source note; None if the text does not begin as one."""
    source = _SOURCE.match(text)
    if source is None and not _is_unmarked_note(text):
        return None
    start = source.end() if source else 0
    end = _address_end(text, start)
    repository = _repository(text, start, end)
    if repository is not None and repository.family not in ("nara", ""):
        return None  # "Source: RGANI, fond 3, ..." has a grammar of its own
    parts = find_parts(text, repository.end if repository else start, end)
    is_published = _is_published(text, (start, end), parts, repository)
    if is_published:
        repository, parts = None, ()
    findings = sorted(
        [*_lint(text, repository, parts, (start, end, is_published))],
        key=lambda one: (one.start or 0, one.code),
    )
    return Reading(
        family=FAMILY,
        repository=repository,
        parts=parts,
        lost=() if is_published else lost_parts(text, start, end),
        findings=tuple(findings),
        others=tuple(_copies(text, end)),
    )


def _is_unmarked_note(text: str) -> bool:
    """Whether a line begins with an American repository and has a classification."""
    marked = _CLASSIFICATION.search(text)
    named = find_repository(text, limit=_BETWEEN) if marked else None
    return named is not None and named.family == "nara"


def _address_end(text: str, start: int) -> int:
    """Find the end of the first sentence: the classification, else the first full stop."""
    marked = _CLASSIFICATION.search(text, start)
    sentence = _SENTENCE.search(text, start, marked.start() if marked else len(text))
    if marked and (sentence is None or not _is_drafting(text, sentence.end())):
        return marked.start()
    return sentence.start() if sentence else len(text)


def _is_drafting(text: str, start: int) -> bool:
    """Whether a sentence speaks of the document, so that the address ended before it."""
    return bool(
        re.match(
            r"(?:Drafted|Transcribed|Prepared|Repeated|Sent|Copies|Extracts?|According|The |A |An |"
            r"This |In |For |No |Other|Another|Also|All |Printed|Published|Brackets|Reprinted)",
            text[start : start + 12],
        )
    )


def _repository(text: str, start: int, end: int) -> FoundRepository | None:
    """Name the repository, which stands first."""
    named = find_repository(text[start:end], limit=_BETWEEN)
    if named is not None and named.start <= _BETWEEN:
        return _shifted(named, start)
    segment = _SEGMENT.match(text, start, end)
    if segment is None:
        return None
    stop = start + len(segment[0].rstrip())
    if found := resembling_repository(text, start, stop):
        return found
    words = segment[0].split()
    for count in range(min(len(words), 6), 2, -1):
        stop_at = start + len(" ".join(words[:count]))
        if count < len(words) and (found := resembling_repository(text, start, stop_at)):
            return found
    if _INSTITUTION.search(segment[0]):
        return FoundRepository(code=None, start=start, end=stop)
    return None


def _shifted(found: FoundRepository, by: int) -> FoundRepository:
    return FoundRepository(
        code=found.code,
        start=found.start + by,
        end=found.end + by,
        family=found.family,
        now=found.now,
        others=found.others,
    )


def _is_published(
    text: str,
    address: tuple[int, int],
    parts: tuple[Part, ...],
    repository: FoundRepository | None,
) -> bool:
    """Whether the address is that of a book or a periodical."""
    archival = {"lot", "box", "record_group", "decimal_file", "job", "frc", "file"}
    if any(part.name in archival for part in parts):
        return False
    if _PUBLISHED.match(text, *address):
        return True
    is_known = repository is not None and repository.code is not None
    return not is_known and bool(_PAGES.search(text, *address))


def _lint(
    text: str,
    repository: FoundRepository | None,
    parts: tuple[Part, ...],
    address: tuple[int, int, bool],
) -> Iterator[Finding]:
    start, end, is_published = address
    if is_published:
        yield note("REF002", "The source is a publication, not an archive.", at=(start, end))
    else:
        yield from lint_repository(text, repository)
    yield from lint_parts(text, parts, end)


def _copies(text: str, start: int) -> Iterator[Reading]:
    """Read further addresses in the rest of the note: copies and papers related to it."""
    if not _IS_COPY.search(text, start):
        return
    for chunk in _CHUNK.finditer(text, start):
        for sentence in re.finditer(r".+?(?:\.\s+(?=[A-Z])|$)", chunk[0], re.DOTALL):
            first = chunk.start() + sentence.start()
            last = chunk.start() + sentence.end()
            if not _IS_COPY.search(text, first, last):
                continue
            parts = find_parts(text, first, last)
            named = find_repository(text[first:last])
            repository = _shifted(named, first) if named else None
            if any(part.name != "series" for part in parts) or repository:
                yield Reading(family=FAMILY, repository=repository, parts=parts)
