"""Collate opened versions, and write their report."""

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from provtrack.collation import collate
from provtrack.comparing.aligning import ChosenEmbedder, recorded_alignment
from provtrack.comparing.opening import OpenedVersion, PlainReading
from provtrack.comparing.remarks import Asked, unheeded
from provtrack.lexicons import Lexicons, lexicon_for
from provtrack.model.comparison import Collation, ComparedVersion
from provtrack.model.review import RecordedDecision
from provtrack.provenance import chain_of
from provtrack.reporting import (
    EMBEDDER_OF,
    doubt_on,
    findings_in_words,
    in_words,
    render,
    write_page,
)
from provtrack.store import Holdings, program_name
from provtrack.text.languages import languages_apart

NO_LEXICON = "--no-lexicon"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVersions:
    """A collation with what its report shows beside it.

    Attributes:
        embedder: What was asked for on the command line; None if it had no say.
        has_no_lexicon: None was used, though one could have been.
        remarks: What the reader should be told beside the result, in sentences.
    """

    collation: Collation
    opened: tuple[OpenedVersion, ...]
    embedder: str | None = None
    has_no_lexicon: bool = False
    remarks: tuple[str, ...] = ()

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

    def findings(self) -> tuple[str, ...]:
        """Say in words what matters most, as the report does, but for what `remarks` say already.

        Returns:
            One passage per witness.
        """
        passages = list(findings_in_words(self.collation))
        for remark in self.remarks:
            passages = [passage.replace(remark, "").strip() for passage in passages]
        return tuple(filter(None, passages))

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
        """The command that makes this report again: with the options that had an effect."""
        arguments = (item.argument for item in self.opened)
        options = [*_reading_options(self.opened), *([NO_LEXICON] if self.has_no_lexicon else [])]
        options += ["--embedder", self.embedder] if self.embedder else []
        return shlex.join(["provtrack", "compare", *arguments, *options])

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


def _reading_options(opened: Sequence[OpenedVersion]) -> Iterator[str]:
    """Give the options by which plain files were read."""
    readings = [item.reading or PlainReading() for item in opened]
    if any(reading.by_line for reading in readings):
        yield from ("--paragraphs", "line")
    if charset := next((one.charset for one in readings if one.charset), None):
        yield from ("--charset", charset)
    if language := readings[0].language:
        yield from ("--base-language", language)
    if language := next((one.language for one in readings[1:] if one.language), None):
        yield from ("--witness-language", language)


def compare_versions(
    base: OpenedVersion,
    witnesses: Sequence[OpenedVersion],
    *,
    chosen: ChosenEmbedder | None = None,
    lexicons: Lexicons | None = None,
    no_lexicon: bool = False,
) -> ComparedVersions:
    """Collate witnesses with a base; a pair whose alignment is recorded keeps it.

    Args:
        chosen: Has a say in the alignments that are not recorded.
        lexicons: What is known of two languages helps to align; None: nothing is known.
        no_lexicon: Nothing that is known is used.
    """
    opened = _uniquely_named([base, *witnesses])
    stored = {
        item.version.name: alignment
        for item in opened[1:]
        if (alignment := recorded_alignment(opened[0], item)) is not None
    }
    used = None if no_lexicon else lexicons
    collation = collate(
        opened[0].version,
        tuple(item.version for item in opened[1:]),
        alignments=stored,
        embedder=chosen.embedder if chosen else None,
        lexicon_of=lambda here, there: lexicon_for(used, here.document, (here, there)),
        decisions={item.version.name: _decisions_between(base, item) for item in opened[1:]},
        program=program_name(),
    )
    aligned = [opened[0].version, *(one for one in collation.witnesses if one.beads)]
    asked = Asked(
        embedder=chosen is not None,
        no_lexicon=no_lexicon,
        is_made_here=any(one.name not in stored for one in aligned[1:]),
        had_a_say=any(name.startswith(EMBEDDER_OF) for name, _ in collation.settings),
    )
    return ComparedVersions(
        collation=collation,
        opened=opened,
        embedder=chosen.asked if chosen and asked.had_a_say else None,
        has_no_lexicon=no_lexicon and asked.is_made_here and _are_of_two_languages(aligned),
        remarks=(*unheeded(asked), *_doubts(collation)),
    )


def _are_of_two_languages(versions: Sequence[ComparedVersion]) -> bool:
    """Tell whether any two versions are in different languages."""
    pairs = combinations(versions, 2)
    return any(languages_apart(one.language, other.language) for one, other in pairs)


def _doubts(collation: Collation) -> Iterator[str]:
    """Say which witnesses seem to have little to do with the base."""
    for witness in collation.witnesses:
        doubt = doubt_on(witness.beads, collation.base, witness)
        if doubt:
            yield in_words(doubt, collation.base.name, witness.name)


def _uniquely_named(opened: Sequence[OpenedVersion]) -> tuple[OpenedVersion, ...]:
    """Name versions so that no two have one name."""
    return tuple(
        replace(item, version=replace(item.version, name=name))
        for item, name in zip(opened, _unique_names(opened), strict=True)
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
