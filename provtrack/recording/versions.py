"""From imported texts and the recorder's options to versions. Pure.

A file may hold several texts, such as a translation and its abstract. The recorder's siglum, kind,
language, extent, derivation, agents and note are meant for the main one: the first that is no
abstract. The rest of the options is true of them all.

Codes keep their meaning for ever: REC201 options were applied to one text of several; REC202 the
text does not read like its language; REC203 the text is held already under another siglum; REC204
an empty text was left out.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from provtrack.errors import AlreadyHeldError, NotInStoreError, UsageError
from provtrack.model.document import (
    Agent,
    Derivation,
    Document,
    Note,
    Notes,
    SourceFile,
    Title,
    Version,
)
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Extent, Severity, VersionKind, check_siglum
from provtrack.recording.describing import rivals_of
from provtrack.recording.options import RecordingOptions
from provtrack.recording.stating import rights_from_words, unheld_from_words
from provtrack.text.language_names import SCRIPT_NAMES
from provtrack.text.languages import check_language_tag, detect_language, share_language

UNDETERMINED = "und"
UNTOLD = frozenset([UNDETERMINED, "und-Zzzz"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedVersion:
    """A version as it would be recorded, with its text and notes."""

    version: Version
    text: str
    notes: tuple[Note, ...] = ()

    @property
    def siglum(self) -> str:
        """Its siglum."""
        return self.version.siglum

    @property
    def stored_notes(self) -> Notes:
        """Its notes as they are stored, in order of position."""
        return Notes(notes=tuple(sorted(self.notes, key=lambda note: note.position)))


def plan_versions(
    imported: Imported,
    options: RecordingOptions,
    *,
    source: SourceFile | None,
    held: Mapping[str, Version],
) -> tuple[PlannedVersion, ...]:
    """Make the versions of one file.

    Args:
        held: Versions the document has already, by siglum.

    Raises:
        UsageError: Kind, language or siglum is neither in the file nor among the options.
        AlreadyHeldError: The document has a version of that siglum.
        NotInStoreError: It is said to derive from a version that is neither held nor in the file.
    """
    texts = [text for text in imported.versions if text.text.strip()]
    main = main_text(texts)
    sigla = _sigla(texts, main, options)
    check_new_sigla(list(sigla.values()), held)
    planned = []
    for number, text in enumerate(texts):
        version = _version(text, imported, options, is_main=text is main, siglum=sigla[number])
        derived = _derivations(text, options, is_main=text is main)
        planned.append(
            PlannedVersion(
                version=version.model_copy(update={"derived_from": derived, "source": source}),
                text=text.text,
                notes=text.notes,
            )
        )
    proposed = {text.siglum: sigla[number] for number, text in enumerate(texts) if text.siglum}
    return tuple(_resolved(one, planned, proposed, held) for one in planned)


def with_own_title(
    versions: tuple[PlannedVersion, ...], title: Title, document: Document
) -> tuple[PlannedVersion, ...]:
    """Keep with the main version a title that is another than the document's in its language."""
    rivals = rivals_of(title, document.titles)
    if not rivals or title.text in [rival.text for rival in rivals]:
        return versions
    kinds = [one.version.kind for one in versions]
    main = next((i for i, kind in enumerate(kinds) if kind is not VersionKind.ABSTRACT), 0)
    titled = versions[main].version.model_copy(update={"title": title})
    return (
        *versions[:main],
        replace(versions[main], version=titled),
        *versions[main + 1 :],
    )


def main_text(texts: Sequence[ImportedVersion]) -> ImportedVersion:
    """Choose the text of a file that the recorder's options are meant for."""
    return next((text for text in texts if text.kind is not VersionKind.ABSTRACT), texts[0])


def _sigla(
    texts: Sequence[ImportedVersion], main: ImportedVersion, options: RecordingOptions
) -> dict[int, str]:
    """Name each text of a file, by its number."""
    sigla = {}
    for number, text in enumerate(texts):
        siglum = (options.siglum if text is main else None) or text.siglum
        if siglum is None:
            raise UsageError(
                "the file proposes no siglum for the text: say --siglum, for example --siglum E1."
            )
        sigla[number] = check_siglum(siglum)
    return sigla


def check_new_sigla(sigla: Sequence[str], held: Mapping[str, Version]) -> None:
    """See that no siglum is taken, also not in other case.

    Raises:
        AlreadyHeldError: One is held by the document.
        UsageError: Two texts of the file would have the same.
    """
    taken = {siglum.casefold(): version for siglum, version in held.items()}
    for siglum in sigla:
        version = taken.get(siglum.casefold())
        if version:
            raise AlreadyHeldError(
                f"{version.siglum} is held already (revision {version.revision}). A corrected text "
                f"of it is recorded with `provtrack correct`; another text needs another siglum."
            )
    if len({siglum.casefold() for siglum in sigla}) < len(sigla):
        raise UsageError(f"the texts of one file need different sigla: {', '.join(sigla)}.")


def _version(
    text: ImportedVersion,
    imported: Imported,
    options: RecordingOptions,
    *,
    is_main: bool,
    siglum: str,
) -> Version:
    """Make the metadata of one version, without what it derives from."""
    own = options if is_main else RecordingOptions()
    kind = own.kind or text.kind
    if kind is None:
        raise UsageError(
            f"the file does not say what {siglum} is: say --kind {', '.join(VersionKind)}."
        )
    extent = own.extent or text.extent
    if extent is None:
        extent = Extent.PARTIAL if kind is VersionKind.EXCERPT else Extent.UNKNOWN
    rights = (rights_from_words(options.rights),) if options.rights else imported.rights
    return Version(
        siglum=siglum,
        kind=kind,
        language=_language(text, own.language or text.language or options.language, siglum),
        extent=extent,
        title=text.title,
        date=text.date,
        agents=joined_agents(text.agents, own.agents),
        published_in=options.published_in or text.published_in,
        origin=options.origin or text.origin,
        rights=rights,
        text_sha256=text_digest(text.text),
        note=own.note,
    )


def _language(text: ImportedVersion, given: str | None, siglum: str) -> str:
    """Give the language of a text as a well-formed tag; it must be said, by file or recorder."""
    if given:
        return check_language_tag(given)
    likely = detect_language(text.text)
    example = "TAG" if likely.startswith(UNDETERMINED) else likely
    hint = "" if example == "TAG" else f" It looks like {likely}."
    raise UsageError(
        f"the file does not say the language of {siglum}: say --language {example}.{hint}"
    )


def joined_agents(stated: tuple[Agent, ...], given: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """Put the recorder's agents in the place of those the file names in the same role."""
    roles = {agent.role for agent in given}
    return (*(agent for agent in stated if agent.role not in roles), *given)


def text_digest(text: str) -> str:
    """Compute the digest of a recorded text: sha256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _derivations(
    text: ImportedVersion, options: RecordingOptions, *, is_main: bool
) -> tuple[Derivation, ...]:
    """Say what a text was made from: as the recorder says, else as the file says."""
    if not is_main or not (options.derived_from or options.derived_from_unheld):
        return text.derived_from
    return (
        *(
            Derivation(version=name, certainty=options.certainty, words=options.derived_words)
            for name in options.derived_from
        ),
        *(
            Derivation(
                unheld=unheld_from_words(words),
                certainty=options.certainty,
                words=options.derived_words,
            )
            for words in options.derived_from_unheld
        ),
    )


def _resolved(
    planned: PlannedVersion,
    together: Sequence[PlannedVersion],
    proposed: Mapping[str, str],
    held: Mapping[str, Version],
) -> PlannedVersion:
    """Name the versions it derives from by their sigla and revisions in the store."""
    revisions = {one.siglum: one.version.revision for one in together if one is not planned}
    revisions |= {siglum: version.revision for siglum, version in held.items()}
    derived = tuple(
        Derivation(
            version=_pinned(one.version, proposed, revisions),
            certainty=one.certainty,
            words=one.words,
        )
        if one.version
        else one
        for one in planned.version.derived_from
    )
    version = planned.version.model_copy(update={"derived_from": derived})
    return PlannedVersion(version=version, text=planned.text, notes=planned.notes)


def _pinned(name: str, proposed: Mapping[str, str], revisions: Mapping[str, int]) -> str:
    """Find a version by the name given, and name it with its revision."""
    siglum, sign, revision = name.partition("@")
    siglum = proposed.get(siglum, siglum)
    same = next((held for held in revisions if held.casefold() == siglum.casefold()), None)
    if same is None:
        there = ", ".join(revisions) or "no other version"
        raise NotInStoreError(
            f"cannot derive from {name!r}: the document has {there}. "
            "What is not held is named with --derived-from-unheld."
        )
    newest = revisions[same]
    if sign and not (revision.isdecimal() and 1 <= int(revision) <= newest):
        raise NotInStoreError(
            f"cannot derive from {name!r}: {same} has the revisions 1 to {newest}."
        )
    return f"{same}@{int(revision) if sign else newest}"


def oddities(
    imported: Imported, planned: Sequence[PlannedVersion], held: Mapping[str, Version]
) -> Iterator[Finding]:
    """Say what a recorder should look at before these versions are recorded."""
    if len(planned) > 1:
        sigla = ", ".join(one.siglum for one in planned)
        yield _note("REC201", f"The file holds {len(planned)} texts, recorded as {sigla}.")
    if len(planned) < len(imported.versions):
        yield _note("REC204", "A text of the file is empty and was left out.")
    digests = {version.text_sha256: siglum for siglum, version in held.items()}
    for one in planned:
        if likely := _unlike(one.text, one.version.language):
            yield Finding(
                code="REC202",
                severity=Severity.WARNING,
                message=f"The text is said to be {one.version.language} and {likely}.",
                place=one.siglum,
            )
        if one.version.text_sha256 in digests:
            same = digests[one.version.text_sha256]
            yield _note("REC203", f"The text is the same as that of {same}.", place=one.siglum)


def _unlike(text: str, language: str) -> str:
    """Say what a text reads like if not like its language; empty if it may be in it.

    The script tells at any length, the language only where it is sure.
    """
    likely = detect_language(text)
    if likely in UNTOLD or share_language(likely, language):
        return ""
    name, _, script = likely.partition("-")
    if name != UNDETERMINED:
        return f"looks like {likely}"
    may_be_han = share_language("und-Jpan", language) or share_language("und-Kore", language)
    if script == "Hani" and may_be_han:
        return ""  # few signs of Japanese or Korean may all be Han
    return f"is written in another script ({SCRIPT_NAMES.get(script, script)})"


def _note(code: str, message: str, *, place: str = "") -> Finding:
    return Finding(code=code, severity=Severity.NOTE, message=message, place=place)
