"""Correct a version: a new revision with a reason; the old one stays readable.

What is recorded of the version stays unless the recorder says otherwise; the text, its notes and
the file it was read from are new. Alignments that the version takes part in are made again.
"""

from dataclasses import dataclass, field
from pathlib import Path

from provtrack.errors import AlreadyHeldError
from provtrack.importers import read
from provtrack.model.document import Rights, Version
from provtrack.model.history import Act
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import EventKind
from provtrack.model.stored import dump
from provtrack.recording.acts import Recorded, checked_reason, newest_version, record_on_newest
from provtrack.recording.alignments import AlignedText, derived_pairs, stored_alignment
from provtrack.recording.describing import title_of
from provtrack.recording.options import RecordingOptions
from provtrack.recording.planning import ReceivedFile, receive, source_of, version_files
from provtrack.recording.versions import PlannedVersion, joined_agents, main_text, text_digest
from provtrack.store import Holdings, Store, VersionName
from provtrack.store.layout import alignment_path, source_path
from provtrack.text.languages import check_language_tag


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
) -> Recorded:
    """Record the text of a file as the next revision of a version.

    Raises:
        NotInStoreError: No such version.
        AlreadyHeldError: Neither text nor metadata would differ.
        UsageError: No reason, no such file, or an earlier revision is named.
        FormatError: The file cannot be read.
    """
    options = options or RecordingOptions()
    imported = read(path, format=options.format, charset=options.charset)
    correction = Correction(imported=imported, received=receive(path), options=options)
    return correct_from(store, name, correction, reason=reason, by=by, when=when)


def correct_from(
    store: Store, name: VersionName, correction: Correction, *, reason: str, by: str, when: str
) -> Recorded:
    """Record the next revision of a version from what was read already; as `correct`."""
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        held = newest_version(holdings, name)
        corrected = _corrected(held, correction)
        return Act(
            kind=EventKind.CORRECT,
            by=by,
            when=when,
            reason=reason,
            versions=(f"{corrected.siglum}@{corrected.version.revision}",),
            files={
                **_outdated_files(holdings, held, corrected.version),
                **version_files(corrected, correction.received),
                **_alignment_files(holdings, corrected),
            },
        )

    return record_on_newest(store, name.document, prepare)


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
        "rights": (Rights(text=options.rights),) if options.rights else None,
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


def _alignment_files(holdings: Holdings, corrected: PlannedVersion) -> dict[str, bytes]:
    """Align the corrected version again with those it derives from, and those made from it."""
    versions = {**holdings.versions, corrected.siglum: corrected.version}
    pairs = [
        pair
        for version in versions.values()
        for pair in derived_pairs(version, versions)
        if corrected.siglum in pair
    ]

    def text_of(siglum: str) -> AlignedText:
        text = corrected.text if siglum == corrected.siglum else holdings.text(siglum)
        return AlignedText(version=versions[siglum], text=text)

    return {
        alignment_path(base, witness): dump(stored_alignment(text_of(base), text_of(witness)))
        for base, witness in pairs
    }
