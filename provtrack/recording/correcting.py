"""Correct a version: a new revision with a reason; the old one stays readable.

What is recorded of the version stays unless the recorder says otherwise; the text, its notes and
the file it was read from are new. Alignments that the version takes part in are made again; pins
and decisions on changes are brought over to the new text, and reported where their paragraphs are
not found in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from provtrack.aligner.binding import carried
from provtrack.errors import AlreadyHeldError
from provtrack.importers import read
from provtrack.lexicons import Lexicons, lexicon_for
from provtrack.model.alignment import Pin
from provtrack.model.document import Version
from provtrack.model.finding import Finding
from provtrack.model.history import Act
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import EventKind, SideName
from provtrack.model.stored import dump
from provtrack.recording.acts import Recorded, checked_reason, newest_version, record_on_newest
from provtrack.recording.alignments import (
    AlignedText,
    derived_pairs,
    stored_alignment,
)
from provtrack.recording.describing import title_of
from provtrack.recording.options import RecordingOptions
from provtrack.recording.orphans import orphan_findings
from provtrack.recording.planning import ReceivedFile, receive, source_of, version_files
from provtrack.recording.reviews import (
    CorrectedText,
    carried_reviews,
    lost_decisions,
    review_files,
)
from provtrack.recording.stating import rights_from_words
from provtrack.recording.versions import PlannedVersion, joined_agents, main_text, text_digest
from provtrack.store import Holdings, Store, VersionName
from provtrack.store.layout import alignment_path, source_path
from provtrack.text.languages import check_language_tag
from provtrack.text.paragraphs import paragraphs_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a corrected version is made from: a file read already, and what the recorder says."""

    imported: Imported
    received: ReceivedFile | None = None
    options: RecordingOptions = field(default_factory=RecordingOptions)


def correct(
    store: Store,
    name: VersionName,
    path: Path,
    *,
    reason: str,
    by: str,
    when: str,
    options: RecordingOptions | None = None,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Record the text of a file as the next revision of a version.

    Args:
        lexicons: What is known of two languages helps to align; None: nothing is used.

    Raises:
        NotInStoreError: No such version.
        AlreadyHeldError: Neither text nor metadata would differ.
        UsageError: No reason, no such file, or an earlier revision is named.
        FormatError: The file cannot be read.
    """
    options = options or RecordingOptions()
    imported = read(path, format=options.format, charset=options.charset)
    correction = Correction(imported=imported, received=receive(path), options=options)
    return correct_from(store, name, correction, reason=reason, by=by, when=when, lexicons=lexicons)


def correct_from(
    store: Store,
    name: VersionName,
    correction: Correction,
    *,
    reason: str,
    by: str,
    when: str,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Record the next revision of a version from what was read already; as `correct`."""
    reason = checked_reason(reason)
    lost: list[Finding] = []

    def prepare(holdings: Holdings) -> Act:
        held = newest_version(holdings, name)
        corrected = _corrected(held, correction)
        pairs = _pairs(holdings, corrected)
        text = _corrected_text(holdings, corrected)
        reviews = carried_reviews(holdings.reviews, text)
        lost[:] = [finding for pair in pairs for finding in orphan_findings(*pair)]
        lost.extend(lost_decisions(reviews, text))
        return Act(
            kind=EventKind.CORRECT,
            by=by,
            when=when,
            reason=reason,
            versions=(f"{corrected.siglum}@{corrected.version.revision}",),
            files={
                **_outdated_files(holdings, held, corrected.version),
                **version_files(corrected, correction.received),
                **_alignment_files(name.document, pairs, lexicons),
                **(review_files(reviews) if reviews.decisions else {}),
            },
        )

    recorded = record_on_newest(store, name.document, prepare, lexicons)
    return replace(recorded, findings=tuple(lost))


def _corrected(held: Version, correction: Correction) -> PlannedVersion:
    """Make the next revision of a version."""
    text = _text_for(held, correction.imported)
    options = correction.options
    same = held.model_copy(update=_said(held, options))
    if text_digest(text.text) == held.text_sha256 and same == held:
        raise AlreadyHeldError(
            f"{held.siglum}@{held.revision} has this text already; there is nothing to correct."
        )
    version = same.model_copy(
        update={
            "revision": held.revision + 1,
            "text_sha256": text_digest(text.text),
            "source": source_of(correction.imported, correction.received),
            "retracted": None,
        }
    )
    return PlannedVersion(version=version, text=text.text, notes=text.notes)


def _corrected_text(holdings: Holdings, corrected: PlannedVersion) -> CorrectedText:
    """Give the paragraphs of a version as they are and as they will be."""
    old, new = paragraphs_of(holdings.text(corrected.siglum)), paragraphs_of(corrected.text)
    return CorrectedText(
        siglum=corrected.siglum, old=[one.text for one in old], new=[one.text for one in new]
    )


def _text_for(held: Version, imported: Imported) -> ImportedVersion:
    """Choose the text of a file that corrects a version: the one of its kind, else the main one."""
    texts = [text for text in imported.versions if text.text.strip()]
    of_kind = [text for text in texts if text.kind is held.kind]
    named = [text for text in texts if text.siglum == held.siglum]
    return (named or of_kind or [main_text(texts)])[0]


def _said(held: Version, options: RecordingOptions) -> dict[str, object]:
    """List what the recorder says otherwise of a version."""
    said: dict[str, object] = {
        "kind": options.kind,
        "language": check_language_tag(options.language) if options.language else None,
        "extent": options.extent,
        "agents": joined_agents(held.agents, options.agents),
        "published_in": options.published_in or None,
        "origin": options.origin,
        "rights": (rights_from_words(options.rights),) if options.rights else None,
        "title": title_of(options.title) if options.title else None,
        "note": options.note,
    }
    return {name: value for name, value in said.items() if value is not None}


def _outdated_files(holdings: Holdings, held: Version, corrected: Version) -> dict[str, None]:
    """List the files of the earlier revision that the corrected one does not replace."""
    paths = set()
    if held.source:
        paths.add(source_path(held.siglum, held.source.name))
    paths |= {
        alignment_path(base.partition("@")[0], witness.partition("@")[0])
        for base, witness in ((one.base, one.witness) for one in holdings.alignments)
        if held.siglum in (base.partition("@")[0], witness.partition("@")[0])
    }
    return dict.fromkeys(sorted(path for path in paths if path in holdings.history.files))


AlignedPair = tuple[AlignedText, AlignedText, tuple[Pin, ...]]


def _pairs(holdings: Holdings, corrected: PlannedVersion) -> list[AlignedPair]:
    """List the pairs to align again, with their pins: derived from each other, or pinned."""
    versions = {**holdings.versions, corrected.siglum: corrected.version}
    pinned = {
        (one.base.partition("@")[0], one.witness.partition("@")[0]): one.pins
        for one in holdings.alignments
        if one.pins
    }
    derived = [pair for version in versions.values() for pair in derived_pairs(version, versions)]
    pairs = [pair for pair in dict.fromkeys([*derived, *pinned]) if corrected.siglum in pair]

    def text_of(siglum: str) -> AlignedText:
        text = corrected.text if siglum == corrected.siglum else holdings.text(siglum)
        return AlignedText(version=versions[siglum], text=text)

    old = AlignedText(
        version=holdings.versions[corrected.siglum], text=holdings.text(corrected.siglum)
    )
    new = text_of(corrected.siglum)
    found = []
    for base, witness in pairs:
        side = SideName.BASE if base == corrected.siglum else SideName.WITNESS
        pins = carried(pinned.get((base, witness), ()), side, old.paragraphs, new.paragraphs)
        found.append((text_of(base), text_of(witness), pins))
    return found


def _alignment_files(
    document: str, pairs: Sequence[AlignedPair], lexicons: Lexicons | None
) -> dict[str, bytes]:
    """Align pairs of versions again."""
    files = {}
    for base, witness, pins in pairs:
        lexicon = lexicon_for(lexicons, document, (base.version, witness.version))
        path = alignment_path(base.version.siglum, witness.version.siglum)
        files[path] = dump(stored_alignment(base, witness, pins, lexicon=lexicon))
    return files
