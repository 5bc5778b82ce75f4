"""Say how to make a report again: texts by digest, heads, settings, program, decisions, rights.

The same facts stand in the page for machines (`made_from` reads them back), so that a store can
tell later whether a report was made from what it holds.
"""

import json
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html.parser import HTMLParser
from pathlib import Path

from provtrack.errors import FormatError, UsageError
from provtrack.model.comparison import Collation
from provtrack.model.document import Document, Version
from provtrack.reporting.sides import Side
from provtrack.reporting.views import Fact
from provtrack.reporting.wording import listed
from provtrack.reviewing import decision_sentence, id_of, readings_in_words
from provtrack.text.plurals import counted

META_NAME = "provtrack-source"
EMBEDDER_OF = "embedder of "  # with the witness's name, a setting of a collation
LEXICON_OF = "lexicon of "  # likewise
HEAD_OF_PAGE = 400_000  # characters in which the sources of a report stand; texts come after


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSource:
    """One text a report was made from.

    Attributes:
        document, siglum, revision, head: None where it was a plain file.
        embedder: What had a say in aligning it with the base; None if nothing had.
        lexicon_sha256: Digest of the lexicon it was aligned to the base with; None if none was.
    """

    name: str
    text_sha256: str
    document: str | None = None
    siglum: str | None = None
    revision: int | None = None
    head: str | None = None
    embedder: str | None = None
    lexicon_sha256: str | None = None


def sources_of(collation: Collation) -> tuple[str, ...]:
    """Write the source of each version as JSON, for the page's meta elements."""
    settings, lexicons = dict(collation.settings), lexicons_of(collation)
    return tuple(
        _in_json(
            ReportSource(
                name=version.name,
                text_sha256=version.text_sha256,
                document=version.document,
                siglum=version.siglum,
                revision=version.revision,
                head=version.head,
                embedder=settings.get(EMBEDDER_OF + version.name) if number else None,
                lexicon_sha256=lexicons.get(version.name),
            )
        )
        for number, version in enumerate((collation.base, *collation.witnesses))
    )


def lexicons_of(collation: Collation) -> dict[str, str]:
    """Give the digests of the lexicons that versions were aligned with, by name of the version."""
    return {
        name.removeprefix(LEXICON_OF): value
        for name, value in collation.settings
        if name.startswith(LEXICON_OF)
    }


def _in_json(source: ReportSource) -> str:
    """Write a source; embedder and lexicon only where there is one, for older programs to read."""
    fields = asdict(source)
    for name in ("embedder", "lexicon_sha256"):
        if fields[name] is None:
            del fields[name]
    return json.dumps(fields, sort_keys=True)


def made_from(report: Path) -> tuple[ReportSource, ...]:
    """Read from a report which texts it was made from.

    Raises:
        UsageError: There is no such file, or it cannot be opened.
        FormatError: The file is not a report of ours.
    """
    try:
        with report.open(encoding="utf-8") as page:
            head = page.read(HEAD_OF_PAGE)
    except FileNotFoundError as fault:
        raise UsageError(f"there is no report {report}; name a file that exists.") from fault
    except OSError as fault:
        raise UsageError(f"cannot read the report {report}: {fault.strerror or fault}.") from fault
    except UnicodeDecodeError as fault:
        raise FormatError(f"{report} cannot be read as a report: it is not UTF-8 text.") from fault
    reader = _SourceReader()
    reader.feed(head)
    try:
        sources = tuple(ReportSource(**json.loads(content)) for content in reader.contents)
    except (TypeError, ValueError) as fault:
        raise FormatError(f"{report} names a source that cannot be read.") from fault
    if not sources:
        raise FormatError(f"{report} is not a report made by provtrack: it names no sources.")
    return sources


class _SourceReader(HTMLParser):
    """Collects the content of our meta elements."""

    def __init__(self) -> None:
        super().__init__()
        self.contents: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag == "meta" and attributes.get("name") == META_NAME:
            self.contents.append(attributes.get("content") or "")


def facts_of(
    collation: Collation,
    sides: Sequence[Side],
    *,
    document: Document | None,
    versions: Sequence[Version],
    command: str | None,
) -> tuple[Fact, ...]:
    """List the facts, in the order in which one needs them."""
    facts = [Fact(name="Command", values=(command or command_of(collation),), is_code=True)]
    for side in sides:
        values = tuple(_text_facts(side))
        facts.append(Fact(name=f"Text {side.siglum}", values=values, is_code=True))
    facts += _heads(sides)
    settings = tuple(f"{name} = {value}" for name, value in collation.settings)
    if settings:
        facts.append(Fact(name="Settings", values=settings, is_code=True))
    facts.append(Fact(name="Program", values=(collation.program or "not stated",)))
    facts.append(Fact(name="Decisions", values=tuple(_decisions(collation))))
    rights = tuple(dict.fromkeys(_rights(document, versions)))
    facts.append(Fact(name="Rights", values=rights or ("Nothing is recorded on rights.",)))
    return tuple(facts)


def command_of(collation: Collation) -> str:
    """Write the command line that makes the comparison again."""
    names = [
        f"{version.document}:{version.siglum}@{version.revision}"
        if version.document and version.siglum and version.revision
        else version.name
        for version in (collation.base, *collation.witnesses)
    ]
    return shlex.join(["provtrack", "compare", *names])


def _text_facts(side: Side) -> Iterator[str]:
    """Name a text and its digest."""
    version = side.version
    if version.document and version.siglum:
        yield f"{version.document}:{version.siglum}@{version.revision or 1}"
    else:
        yield version.name
    yield f"sha256 {version.text_sha256}"


def _heads(sides: Sequence[Side]) -> Iterator[Fact]:
    """List the head of each document the texts come from."""
    heads = {side.version.document: side.version.head for side in sides if side.version.head}
    for document, head in heads.items():
        yield Fact(name=f"Head of {document}", values=(f"sha512 {head}",), is_code=True)


def _decisions(collation: Collation) -> Iterator[str]:
    """Count the editors' decisions that stand in the comparison; list those without a change."""
    decisions = [
        change.decision
        for witness in collation.witnesses
        for bead in witness.beads
        for change in bead.changes
        if change.decision
    ]
    if decisions:
        editors = listed(sorted({decision.by for decision in decisions}))
        yield f"{counted(len(decisions), 'change')} decided by {editors}."
    else:
        yield "None: every classification is the program's."
    for witness in collation.witnesses:
        for one in witness.orphans:
            yield (
                f"Without effect, as the change is not found: {id_of(one.change)}, "
                f"{readings_in_words(one)}. {decision_sentence(one.decision)}"
            )


def _rights(document: Document | None, versions: Sequence[Version]) -> Iterator[str]:
    """List what is said of rights."""
    for rights in document.rights if document else ():
        yield f"{rights.text} {rights.uri}" if rights.uri else rights.text
    for version in versions:
        for rights in version.rights:
            text = f"{rights.text} {rights.uri}" if rights.uri else rights.text
            yield f"{version.siglum}: {text}"
