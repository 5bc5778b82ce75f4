"""Say what is odd or missing in a provenance chain: custody flags, each one clear sentence.

Codes keep their meaning for ever:

    PRV101 original not held               PRV201 version retracted
    PRV102 form of the copy not stated     PRV202 made from a retracted version
    PRV103 translator not named            PRV203 made from an earlier revision
    PRV104 author of the abstract not named  PRV204 names a version that is not recorded
    PRV105 derivation not stated           PRV205 versions derived from each other in a circle
    PRV106 derivation inferred             PRV301 text breaks off in an ellipsis
    PRV107 made by a program               PRV302 part of the document only
    PRV108 transcriber not named           PRV401 heading printed without a value
    PRV109 language not known              PRV402 invented specimen
    PRV110 translated into its own language  PRV403 no archival reference

Oddities of an archival reference keep the codes of `references`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from provtrack.model.document import Document, Unheld, Version
from provtrack.model.finding import Finding
from provtrack.model.names import Certainty, Extent, Role, Severity, VersionKind
from provtrack.model.provenance import ChainLink
from provtrack.provenance.naming import MAKERS, is_machine_made
from provtrack.references import read_reference
from provtrack.references.in_context import lint_together, lint_with_document

ELLIPSES = ("...", "…", ". . .", "……", "[…]", "[...]")
CLOSING_MARKS = "\"'”’»›“」』)]"


def flags_of(
    document: Document,
    versions: Sequence[Version],
    *,
    links: Sequence[ChainLink],
    texts: Mapping[str, str],
) -> tuple[Finding, ...]:
    """List the flags of a chain, the gravest first; else the document's, then each version's."""
    flags = [*_of_document(document), *_of_references(document, versions)]
    flags += [*_of_unheld(links, versions), *_of_circles(versions)]
    by_siglum = {version.siglum.casefold(): version for version in versions}
    for version in versions:
        flags += _of_makers(version)
        flags += _of_derivations(version, by_siglum)
        flags += _of_extent(version, texts.get(version.siglum))
    return tuple(sorted(flags, key=lambda flag: -flag.severity.rank))


def _flag(
    code: str, message: str, *, place: str = "", severity: Severity = Severity.NOTE
) -> Finding:
    """Make a flag; a note unless it can mislead a reader."""
    return Finding(code=f"PRV{code}", severity=severity, message=message, place=place)


def _of_document(document: Document) -> Iterator[Finding]:
    """Flag what the record of the document itself leaves open."""
    if document.invented:
        yield _flag(
            "402",
            "This document is an invented specimen: neither it nor its versions are historical.",
            place="document",
            severity=Severity.WARNING,
        )
    elif not document.references:
        yield _flag(
            "403",
            "No archival reference is recorded: where the original is kept is not stated.",
            place="document",
        )
    missing = [printed.name for printed in document.printed_fields if printed.value is None]
    if missing:
        headings = " and ".join(f"“{name}”" for name in missing)
        stands = "stands" if len(missing) == 1 else "stand"
        yield _flag(
            "401",
            f"{headings} {stands} on the page without a value.",
            place="document",
        )


def _of_references(document: Document, versions: Sequence[Version]) -> Iterator[Finding]:
    """Pass on what is odd in the archival references, alone and together, each oddity once."""
    references = [*document.references]
    for version in versions:
        for derivation in version.derived_from:
            references += _references_in(derivation.unheld)
    seen = set()
    read = [read_reference(reference) for reference in dict.fromkeys(references)]
    together = lint_together(read)
    date = document.date.edtf if document.date else None
    for position, one in enumerate(read):
        beside = [finding for place, finding in together if place == position]
        reference = one.verbatim
        for finding in (*one.findings, *lint_with_document(one, date=date), *beside):
            words = "" if finding.start is None else reference[finding.start : finding.end]
            message = (
                f"Archival reference, “{words}”: {finding.message}"
                if words
                else (f"Archival reference: {finding.message}")
            )
            if message not in seen:
                seen.add(message)
                yield replace(finding, message=message)


def _references_in(unheld: Unheld | None) -> list[str]:
    """Collect the references of something not held and of what it was made from."""
    if unheld is None:
        return []
    own = [unheld.reference] if unheld.reference else []
    return own + [words for source in unheld.derived_from for words in _references_in(source)]


def _of_unheld(links: Sequence[ChainLink], versions: Sequence[Version]) -> Iterator[Finding]:
    """Flag an original that is not held and a copy of unstated form."""
    checked = _checked_without_original(versions)
    for link in links:
        if link.held:
            continue
        if link.label.casefold().startswith("original") and "not stated" not in link.details:
            where = f" ({link.details[0]})" if link.details else ""
            yield _flag(
                "101",
                f"The original{where} is not held here: {checked}.",
                place=link.id,
            )
        elif "not stated" in link.label:
            yield _flag(
                "102",
                f"{link.label}: whether a photocopy, photograph, film or handwritten copy "
                "was used is not known.",
                place=link.id,
            )


def _checked_without_original(versions: Sequence[Version]) -> str:
    """Say what versions can be checked against: a transcription that is held, or nothing."""
    standing = [one for one in versions if one.retracted is None]
    sigla = [one.siglum for one in standing if one.kind is VersionKind.TRANSCRIPTION]
    if not sigla:
        return "no version can be checked against it"
    named = (
        f"the transcription{'s' * (len(sigla) > 1)} {_listed(sigla)} cannot be checked against it"
    )
    if len(sigla) == len(standing):
        return named
    return f"{named}, other versions only against {sigla[0] if len(sigla) == 1 else 'these'}"


def _of_circles(versions: Sequence[Version]) -> Iterator[Finding]:
    """Flag versions that are recorded as made from each other."""
    sources = {
        version.siglum.casefold(): {
            derivation.version.partition("@")[0].casefold()
            for derivation in version.derived_from
            if derivation.version
        }
        for version in versions
    }
    circular = [v.siglum for v in versions if v.siglum.casefold() in _ancestors(v, sources)]
    if circular:
        yield _flag(
            "205",
            f"{_listed(circular)}: recorded as made from each other in a circle; "
            "one of these derivations is wrong.",
            place=circular[0],
            severity=Severity.ERROR,
        )


def _ancestors(version: Version, sources: Mapping[str, set[str]]) -> set[str]:
    """Collect everything a version goes back to, itself included if it stands in a circle."""
    found: set[str] = set()
    waiting = list(sources[version.siglum.casefold()])
    while waiting:
        siglum = waiting.pop()
        if siglum not in found:
            found.add(siglum)
            waiting += sources.get(siglum, set())
    return found


def _of_makers(version: Version) -> Iterator[Finding]:
    """Flag makers that are not named, programs, a retraction, an unknown language."""
    siglum = version.siglum
    if version.retracted is not None:
        reason = version.retracted.strip().rstrip(".")
        yield _flag(
            "201",
            f"{siglum} has been retracted{f': {reason}' if reason else ''}.",
            place=siglum,
            severity=Severity.ERROR,
        )
    if not any(agent.role in MAKERS[version.kind] for agent in version.agents):
        code, sentence = _UNNAMED.get(version.kind, ("", ""))
        if code:
            yield _flag(code, sentence.format(siglum=siglum), place=siglum)
    for agent in version.agents:
        if is_machine_made(agent) and agent.role is not Role.RECORDED:
            edition = f" ({agent.program_version})" if agent.program_version else ""
            yield _flag(
                "107",
                f"{siglum} was {agent.role.value} by a program, {agent.name}{edition}: "
                "read it against its source before quoting it.",
                place=siglum,
                severity=Severity.WARNING,
            )
    if version.language.casefold() == "und":
        yield _flag("109", f"The language of {siglum} is not known.", place=siglum)


_UNNAMED = {
    VersionKind.TRANSLATION: ("103", "The translator of {siglum} is not named."),
    VersionKind.ABSTRACT: ("104", "The author of the abstract {siglum} is not named."),
    VersionKind.TRANSCRIPTION: ("108", "Who transcribed {siglum} is not named."),
}


def _of_derivations(version: Version, held: Mapping[str, Version]) -> Iterator[Finding]:
    """Flag derivations that are not stated, only inferred, or point to the wrong thing."""
    siglum = version.siglum
    if not version.derived_from:
        yield _flag("105", f"What {siglum} was made from is not stated.", place=siglum)
    for derivation in version.derived_from:
        if derivation.certainty is Certainty.INFERRED:
            source = derivation.version or (
                derivation.unheld.description if derivation.unheld else ""
            )
            yield _flag(
                "106",
                f"That {siglum} was made from {source} is inferred, not stated.",
                place=siglum,
            )
        if derivation.version:
            yield from _of_source(version, derivation.version, held)


def _of_source(version: Version, named: str, held: Mapping[str, Version]) -> Iterator[Finding]:
    """Flag a source in the store that is not there, retracted, corrected since, or unlikely."""
    siglum = version.siglum
    name, _, revision = named.partition("@")
    source = held.get(name.casefold())
    if source is None:
        yield _flag(
            "204",
            f"{siglum} is said to be made from {name}, which is not recorded here.",
            place=siglum,
            severity=Severity.WARNING,
        )
        return
    if source.retracted is not None:
        yield _flag(
            "202",
            f"{siglum} was made from {name}, which has been retracted since.",
            place=siglum,
            severity=Severity.WARNING,
        )
    if revision.isdecimal() and int(revision) < source.revision:
        yield _flag(
            "203",
            f"{siglum} was made from revision {revision} of {name}, "
            f"which now stands at revision {source.revision}.",
            place=siglum,
        )
    if (
        version.kind is VersionKind.TRANSLATION
        and version.language.partition("-")[0] == source.language.partition("-")[0] != "und"
    ):
        yield _flag(
            "110",
            f"{siglum} is recorded as a translation of {name}, but both are in the same language.",
            place=siglum,
            severity=Severity.WARNING,
        )


def _of_extent(version: Version, text: str | None) -> Iterator[Finding]:
    """Flag a version that holds a part, and a text that breaks off."""
    siglum = version.siglum
    if version.extent is Extent.PARTIAL:
        yield _flag("302", f"{siglum} holds only part of the document.", place=siglum)
    ending = (text or "").rstrip()
    while ending and ending[-1] in CLOSING_MARKS and not ending.endswith(ELLIPSES):
        ending = ending[:-1].rstrip()
    breaks_off = version.kind not in (VersionKind.EXCERPT, VersionKind.ABSTRACT)
    if breaks_off and ending.endswith(ELLIPSES):
        claim = ", though it is recorded as complete" if version.extent is Extent.COMPLETE else ""
        yield _flag(
            "301",
            f"{siglum} ends in an ellipsis{claim}: whether its source goes on "
            "cannot be decided from it.",
            place=siglum,
            severity=Severity.WARNING if claim else Severity.NOTE,
        )


def _listed(words: Sequence[str]) -> str:
    """Join words as a sentence does."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
