"""Compare versions that stand in a store or in plain files: find, align, collate, write.

The composition of `store`, `importers`, `collation`, `provenance` and `reporting` that the command
line calls. A version is named ``DOCUMENT:SIGLUM[@REVISION]``; an argument that is an existing file
is a file, and needs no store.
"""

import hashlib
import shlex
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from provtrack.aligner import Embedder, align, align_sentences
from provtrack.aligner.mirroring import mirrored
from provtrack.collation import collate
from provtrack.config import Project, find_project
from provtrack.embedders import open_embedder
from provtrack.errors import UsageError
from provtrack.importers import read
from provtrack.lexicons import Lexicons
from provtrack.model.alignment import Alignment, SentenceAlignment
from provtrack.model.comparison import Collation, ComparedVersion
from provtrack.model.document import Version
from provtrack.model.lexicon import Lexicon
from provtrack.model.review import RecordedDecision
from provtrack.provenance import chain_of
from provtrack.reporting import EMBEDDER_OF, render, write_page
from provtrack.store import (
    Holdings,
    Store,
    VersionName,
    holdings_of,
    parse_version_name,
    program_name,
)
from provtrack.text.languages import check_language_tag, detect_language
from provtrack.text.paragraphs import line_paragraphs_of, paragraphs_of

NO_LEXICON = "--no-lexicon"  # the option, as the command of a report names it


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVersion:
    """A version ready to be compared, with what the store knows around it.

    Attributes:
        argument: As the user named it.
        holdings: Of its document; None for a plain file.
        project: Where its store is; None for a plain file.
    """

    argument: str
    version: ComparedVersion
    holdings: Holdings | None = None
    project: Project | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVersions:
    """A collation with what its report shows beside it.

    Attributes:
        embedder: What was asked for on the command line; None if it had no say.
        options: Of the command line, as far as they shaped the collation.
    """

    collation: Collation
    opened: tuple[OpenedVersion, ...]
    embedder: str | None = None
    options: tuple[str, ...] = ()

    def write_report(self, folder: Path, *, output: Path | None, force: bool = False) -> Path:
        """Write the report and return its path.

        Args:
            folder: Where reports of plain files go.
            output: Where to write instead of the default place.
            force: Replace a file that is not a report of ours at its default path.
        """
        path = output or self._default_path(folder)
        if output is None:
            path.parent.mkdir(exist_ok=True)
        write_page(self.page(), path, replace_report=output is None, force=force)
        return path

    def unrelated(self) -> tuple[str, ...]:
        """Name the witnesses of which no paragraph answers one of the base."""
        return tuple(
            witness.name
            for witness in self.collation.witnesses
            if witness.beads and not any(bead.base and bead.witness for bead in witness.beads)
        )

    def page(self) -> str:
        """Render the report."""
        holdings = self._common_holdings()
        if holdings is None:
            return render(self.collation, command=self.command)
        versions = tuple(holdings.versions.values())
        texts = {siglum: holdings.text(siglum) for siglum in holdings.versions}
        return render(
            self.collation,
            document=holdings.document,
            versions=versions,
            chain=chain_of(holdings.document, versions, texts=texts),
            command=self.command,
        )

    @property
    def command(self) -> str:
        """The command that makes this report again."""
        arguments = (item.argument for item in self.opened)
        embedder = ["--embedder", self.embedder] if self.embedder else []
        return shlex.join(["provtrack", "compare", *arguments, *self.options, *embedder])

    def _common_holdings(self) -> Holdings | None:
        """Return the holdings if all versions are of one document."""
        first = self.opened[0].holdings
        documents = {item.version.document for item in self.opened}
        return first if len(documents) == 1 else None

    def _default_path(self, folder: Path) -> Path:
        """``reports/<document>.<base>--<witness>.html`` beside the store, else in `folder`."""
        project = next((item.project for item in self.opened if item.project), None)
        documents = {item.version.document for item in self.opened}
        if project and len(documents) == 1:
            names = "--".join(_siglum_in_file_name(item) for item in self.opened)
            return project.reports / f"{documents.pop()}.{names}.html"
        names = "--".join(_file_stem(item) for item in self.opened)
        return (project.reports if project else folder) / f"{names}.html"


def _siglum_in_file_name(opened: OpenedVersion) -> str:
    """Name a version in a file name; an older revision is named, so that no report takes the
    place of that of the newest.
    """
    version = opened.version
    newest = opened.holdings.version(version.siglum or "").revision if opened.holdings else None
    is_newest = version.revision == newest
    return f"{version.siglum}" if is_newest else f"{version.siglum}@{version.revision}"


def _file_stem(opened: OpenedVersion) -> str:
    """Name a version of any document, or a plain file, in a file name."""
    if opened.version.document:
        return f"{opened.version.document}.{_siglum_in_file_name(opened)}"
    return Path(opened.version.name.replace("#", "-")).stem


def open_version(
    argument: str, folder: Path, *, language: str | None = None, by_line: bool = False
) -> OpenedVersion:
    """Find what an argument names: a plain file, or a version of the store around `folder`.

    Args:
        language: BCP 47 tag of a plain file; detected if not given.
        by_line: In a plain file each line is a paragraph.

    Raises:
        UsageError: Neither a file nor a version of a store.
        FormatError: The file cannot be read.
    """
    path = Path(argument)
    if path.exists() or Path(argument.partition("#")[0]).is_file():
        version = _read_file(path, language=language, by_line=by_line)
        return OpenedVersion(argument=argument, version=version)
    if ":" not in argument:
        raise UsageError(
            f"there is no file {argument}; a version in the store is named DOCUMENT:SIGLUM."
        )
    name = parse_version_name(argument)
    project = find_project(folder)
    holdings = holdings_of(Store.open(project.versions), name.document)
    return replace(held_version(holdings, name), argument=argument, project=project)


def held_version(holdings: Holdings, name: VersionName) -> OpenedVersion:
    """Open a version of a document that is read already.

    Raises:
        NotInStoreError: No such version or revision.
    """
    version = _compared(holdings, holdings.version(name.siglum, name.revision))
    return OpenedVersion(argument=str(name), version=version, holdings=holdings)


def _read_file(path: Path, *, language: str | None, by_line: bool) -> ComparedVersion:
    """Read a plain file as a version without document."""
    imported = read(path).versions[0]
    split = line_paragraphs_of if by_line else paragraphs_of
    tag = check_language_tag(language) if language else imported.language
    return ComparedVersion(
        name=path.name,
        language=tag or detect_language(imported.text),
        text_sha256=hashlib.sha256(imported.text.encode()).hexdigest(),
        paragraphs=tuple(paragraph.text for paragraph in split(imported.text)),
        kind=imported.kind,
        title=imported.title,
        agents=imported.agents,
    )


def _compared(holdings: Holdings, version: Version) -> ComparedVersion:
    """Return a recorded version as it enters a comparison."""
    text = holdings.text(version.siglum, version.revision)
    return ComparedVersion(
        name=version.siglum,
        document=holdings.document.id,
        siglum=version.siglum,
        revision=version.revision,
        kind=version.kind,
        extent=version.extent,
        language=version.language,
        title=version.title,
        agents=version.agents,
        text_sha256=version.text_sha256,
        head=holdings.head,
        paragraphs=tuple(paragraph.text for paragraph in paragraphs_of(text)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEmbedder:
    """An embedder, and the name by which it was asked for."""

    asked: str
    embedder: Embedder


def choose_embedder(
    asked: str | None, opened: Sequence[OpenedVersion], *, tell: Callable[[str], None]
) -> ChosenEmbedder | None:
    """Load an embedder; its vectors are kept beside the store of the versions, if they have one.

    Args:
        tell: Takes a sentence for the reader, if kept vectors could not be used.

    Raises:
        UsageError: Nothing has this name.
        EmbedderError: It does not work.
    """
    if asked is None:
        return None
    project = next((item.project for item in opened if item.project), None)
    cache = project.derived / "vectors" if project else None
    return ChosenEmbedder(asked=asked, embedder=open_embedder(asked, cache=cache, tell=tell))


def compare_versions(
    base: OpenedVersion,
    witnesses: Sequence[OpenedVersion],
    *,
    chosen: ChosenEmbedder | None = None,
    lexicons: Lexicons | None = None,
    options: Sequence[str] = (),
) -> ComparedVersions:
    """Collate witnesses with a base; a pair whose alignment is stored keeps it.

    Args:
        chosen: Has a say in the alignments that are not stored.
        lexicons: What is known of two languages helps to align; None: nothing is used.
        options: Of the command line, for the report to name.
    """
    names = _unique_names([base, *witnesses])
    opened = tuple(
        replace(item, version=replace(item.version, name=name))
        for item, name in zip([base, *witnesses], names, strict=True)
    )
    stored = {
        item.version.name: alignment
        for item in opened[1:]
        if (alignment := _stored_alignment(base, item)) is not None
    }
    collation = collate(
        opened[0].version,
        tuple(item.version for item in opened[1:]),
        alignments=stored,
        embedder=chosen.embedder if chosen else None,
        lexicon_of=partial(_known_of, lexicons) if lexicons else None,
        decisions={item.version.name: _decisions_between(base, item) for item in opened[1:]},
        program=program_name(),
    )
    had_a_say = any(name.startswith(EMBEDDER_OF) for name, _ in collation.settings)
    return ComparedVersions(
        collation=collation,
        opened=opened,
        embedder=chosen.asked if chosen and had_a_say else None,
        options=tuple(options),
    )


def _decisions_between(base: OpenedVersion, witness: OpenedVersion) -> tuple[RecordedDecision, ...]:
    """List what editors decided on changes between two versions, whichever they named first."""
    if base.holdings is None or witness.version.document != base.version.document:
        return ()
    return base.holdings.reviews.between(base.version.siglum, witness.version.siglum)


def _unique_names(opened: Sequence[OpenedVersion]) -> list[str]:
    """Name versions so that no two have one name: with their folder or document where needed."""
    names = [item.version.name for item in opened]
    if len(set(names)) == len(names):
        return names
    names = [
        f"{item.version.siglum}@{item.version.revision}" if item.version.siglum else item.argument
        for item in opened
    ]
    return names if len(set(names)) == len(names) else [item.argument for item in opened]


def align_versions(
    base: OpenedVersion,
    witness: OpenedVersion,
    *,
    chosen: ChosenEmbedder | None = None,
    lexicons: Lexicons | None = None,
) -> Alignment:
    """Align two versions, or return the alignment that is recorded for them.

    Args:
        chosen: Has a say if the alignment is not stored.
        lexicons: What is known of two languages helps to align; None: nothing is used.
    """
    stored = _stored_alignment(base, witness)
    return stored or align(
        base.version.paragraphs,
        witness.version.paragraphs,
        base_language=base.version.language,
        witness_language=witness.version.language,
        embedder=chosen.embedder if chosen else None,
        lexicon=_known_of(lexicons, base.version, witness.version) if lexicons else None,
    )


def _known_of(lexicons: Lexicons, here: ComparedVersion, there: ComparedVersion) -> Lexicon | None:
    """Give what is known of two languages, but for what the two versions taught themselves."""
    sigla = frozenset(filter(None, (here.siglum, there.siglum)))
    own = (here.document, sigla) if here.document else None
    return lexicons.between(here.language, there.language, without=own)


def align_sentences_of(
    alignment: Alignment, base: OpenedVersion, witness: OpenedVersion
) -> SentenceAlignment:
    """Align the sentences of two versions inside the beads of their alignment."""
    return align_sentences(
        alignment,
        base.version.paragraphs,
        witness.version.paragraphs,
        base_language=base.version.language,
        witness_language=witness.version.language,
    )


def _stored_alignment(base: OpenedVersion, witness: OpenedVersion) -> Alignment | None:
    """Return the recorded alignment of exactly these two texts, mirrored where needed."""
    if base.holdings is None or witness.version.document != base.version.document:
        return None
    for stored in base.holdings.alignments:
        pair = (stored.base_sha256, stored.witness_sha256)
        if pair == (base.version.text_sha256, witness.version.text_sha256):
            return stored.alignment
        if pair == (witness.version.text_sha256, base.version.text_sha256):
            return mirrored(stored.alignment)
    return None
