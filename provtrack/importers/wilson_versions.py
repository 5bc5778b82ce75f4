"""The versions on a Wilson Center page, each with what it was made from.

The translation comes from a copy whose form is not stated, which the page says someone obtained;
that copy from the original in its archive. Neither is held. The abstract is the archive's own.
"""

import re
from collections.abc import Sequence

from provtrack.importers.findings import found
from provtrack.importers.page_blocks import Block
from provtrack.importers.sigla import siglum_for
from provtrack.importers.wilson_abstract import BY_PROGRAM, Split
from provtrack.importers.wilson_metadata import Metadata
from provtrack.model.document import Agent, Derivation, Unheld
from provtrack.model.finding import Finding
from provtrack.model.imported import ImportedVersion
from provtrack.model.names import AgentKind, Certainty, Extent, Role, VersionKind
from provtrack.text.languages import detect_language

COPY = "copy, form not stated"
ORIGINAL = "original"

ABSTRACT_LANGUAGE = "en"  # the archive writes no other; short ones cannot be detected

OPEN_END = re.compile(r"""(["”»’']\s*(\.\.\.|…|\. \. \.)|[\[(]\s*(\.\.\.|…)\s*[\])])\W*$""")
OPEN_START = re.compile(r"^\s*[\[(]\s*(\.\.\.|…|\. \. \.)\s*[\])]")
PROGRAM_WORDS = re.compile(r"\b(AI|intelligence|model|program|software|GPT)\b", re.I)
EXCERPT = re.compile(r"\bexcerpts?\b|\bextracts?\b|\(excerpted\)", re.I)


def body_version(
    blocks: Sequence[Block], metadata: Metadata
) -> tuple[ImportedVersion, tuple[Finding, ...]]:
    """Make the version of the document's own text, with findings on its kind and extent."""
    text = "\n\n".join(block.text for block in blocks)
    language, findings = _language_of(text)
    kind, certainty = _kind(language, metadata)
    if certainty is Certainty.INFERRED:
        findings += (
            found("IMP304", f"Taken as a {kind}: the languages differ, no translator is named."),
        )
    elif kind is None:
        findings += (
            found("IMP302", "The page does not tell whether this is a translation.", place="kind"),
        )
    agents = _makers(kind, metadata.credits)
    extent, odd = _extent(text, metadata)
    version = ImportedVersion(
        text=text,
        siglum=siglum_for(language, tuple(agent.name for agent in agents)),
        kind=kind,
        language=language,
        extent=extent,
        agents=agents,
        derived_from=_chain(metadata, certainty),
    )
    return version, findings + odd


def abstract_version(split: Split, body: ImportedVersion) -> ImportedVersion:
    """Make the version of the abstract; that it rests on the body is inferred, not printed."""
    text = "\n\n".join(block.text for block in split.abstract)
    language = detect_language(text)
    if language == "und-Latn":
        language = ABSTRACT_LANGUAGE
    return ImportedVersion(
        text=text,
        siglum=siglum_for(language, ending="abstract"),
        kind=VersionKind.ABSTRACT,
        language=language,
        extent=Extent.UNKNOWN,
        agents=_program(split.program_note),
        derived_from=(Derivation(version=body.siglum, certainty=Certainty.INFERRED),),
    )


def _program(note: str | None) -> tuple[Agent, ...]:
    """The program that a note names as the author of the abstract."""
    match = BY_PROGRAM.search(note or "")
    if note is None or match is None:
        return ()
    name = re.split(r"\s+and\b|[.,;]", note[match.end() :].strip(), maxsplit=1)[0]
    name = re.sub(r"^(an?|the)\s+", "", name.strip())
    kind = AgentKind.PROGRAM if PROGRAM_WORDS.search(name) else AgentKind.UNKNOWN
    return (Agent(name=name, role=Role.ABSTRACTED, kind=kind, words=note),)


def _language_of(text: str) -> tuple[str, tuple[Finding, ...]]:
    tag = detect_language(text)
    if tag.partition("-")[0] == "und":
        return tag, (found("IMP303", "The language of the text cannot be told.", place="language"),)
    return tag, ()


def _kind(language: str, metadata: Metadata) -> tuple[VersionKind | None, Certainty]:
    """Tell translation from transcription: by the credits, else by the languages."""
    roles = {agent.role for agent in metadata.credits}
    spoken, original = language.partition("-")[0], (metadata.language or "").partition("-")[0]
    if Role.TRANSLATED in roles and (not original or spoken != original):
        return VersionKind.TRANSLATION, Certainty.STATED
    if original and spoken == original:
        return VersionKind.TRANSCRIPTION, Certainty.STATED
    if original and spoken not in ("und", original):
        return VersionKind.TRANSLATION, Certainty.INFERRED
    if Role.TRANSCRIBED in roles:
        return VersionKind.TRANSCRIPTION, Certainty.STATED
    return None, Certainty.STATED


def _makers(kind: VersionKind | None, named: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """Pick the agents who made this version, in the order of their acts."""
    roles = (
        {
            VersionKind.TRANSLATION: (Role.TRANSCRIBED, Role.TRANSLATED, Role.EDITED),
            VersionKind.TRANSCRIPTION: (Role.TRANSCRIBED, Role.EDITED),
        }.get(kind, (Role.EDITED,))
        if kind
        else (Role.EDITED,)
    )
    return tuple(agent for role in roles for agent in named if agent.role is role)


def _chain(metadata: Metadata, certainty: Certainty) -> tuple[Derivation, ...]:
    """From the version to the copy someone obtained, to the original in its archive."""
    reference = metadata.references[0] if metadata.references else None
    original = Unheld(description=ORIGINAL, reference=reference)
    obtained = tuple(one for one in metadata.credits if one.role is Role.OBTAINED)
    words = _credit_words(metadata)
    if obtained:
        copy = Unheld(description=COPY, agents=obtained, derived_from=(original,))
        return (Derivation(unheld=copy, certainty=certainty, words=words),)
    if reference:
        return (Derivation(unheld=original, certainty=certainty, words=words),)
    return ()


def _credit_words(metadata: Metadata) -> str | None:
    """The printed words from the first credit on, as they stand in the reference."""
    for credit in metadata.credits:
        for reference in metadata.references:
            start = reference.find(credit.words or "\x00")
            if start >= 0:
                return reference[start:]
    return next((one.words for one in metadata.credits if one.words), None)


def _extent(text: str, metadata: Metadata) -> tuple[Extent, tuple[Finding, ...]]:
    """Partial if the text or the title shows it; else unknown."""
    titles = " ".join(title.text for title in metadata.titles)
    if OPEN_END.search(text[-40:]):
        message = "The text ends in an ellipsis after its last sentence: an excerpt."
    elif OPEN_START.match(text):
        message = "The text begins with an ellipsis in brackets: an excerpt."
    elif EXCERPT.search(titles):
        message = "The title calls the text an excerpt."
    else:
        return Extent.UNKNOWN, ()
    return Extent.PARTIAL, (found("IMP305", message, place="extent"),)
