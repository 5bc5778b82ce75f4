"""The citation of a version: Chicago and CSL-JSON (GOST: `gost`).

A version is cited by its document's title and date, the archival reference as it is written, who
obtained, translated, edited it, where it was published, and the head of the document's history,
which fixes the very words. A damaged reference is cited as it stands, with the codes of what is odd
in it: it is never repaired, completed or put into another order. What is not known is said.

Chicago: Manual of Style, 17th ed., 14.222 (unpublished documents: from the particular to the
general). Entry points: `cite_in_chicago`, `cite_in_csl`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.document import Agent, PrintedDate, Version
from provtrack.model.finding import Finding
from provtrack.model.names import AgentKind, Certainty, Extent, Role, VersionKind
from provtrack.model.reference import ArchivalReference
from provtrack.provenance.citation_parts import (
    CitedVersion,
    agents_of,
    damage_of,
    date_in_words,
    joined,
    name_of,
    paragraph_of,
    references_of,
    short_head_of,
    states_of,
    title_of,
)
from provtrack.provenance.naming import address_of, kind_in_words
from provtrack.references.written_forms import Form, as_csl

_NEEDS_MAKER = {
    VersionKind.TRANSLATION: (Role.TRANSLATED, "Translator not named"),
    VersionKind.ABSTRACT: (Role.ABSTRACTED, "Author of the abstract not named"),
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def findings_of(cited: CitedVersion) -> tuple[Finding, ...]:
    """List what is damaged in the archival references cited: warnings and errors."""
    return tuple(finding for one in references_of(cited) for finding in damage_of(one))


def cite_in_chicago(cited: CitedVersion) -> str:
    """Cite a version in a sentence or more, in English, for a note."""
    title = f"“{title_of(cited)},” " + ", ".join(
        filter(None, (date_in_words(cited.document.date), paragraph_of(cited, "paragraph")))
    )
    sentences = [title.rstrip(" ,")]
    sentences.append("; ".join(_as_written(one) for one in references_of(cited)))
    sentences += [_credit(agent) for agent in agents_of(cited.version)]
    sentences += _unnamed(cited.version)
    sentences += cited.version.published_in
    sentences += states_of(cited)
    version = cited.version
    kind = kind_in_words(version.kind, version.language)
    kind += _source_in_words(version)
    kind += ", part of the document" if version.extent is Extent.PARTIAL else ""
    sentences.append(f"Version {name_of(cited)} ({kind}), document head {short_head_of(cited)}")
    return joined(sentences)


def cite_in_csl(cited: CitedVersion) -> Form:
    """Give a version as an item of CSL-JSON; the archival reference stays verbatim in the note."""
    version, document = cited.version, cited.document
    references = references_of(cited)
    item: Form = as_csl(references[0], 1) if references else {"type": "document"}
    item.pop("translator", None)  # whom the reference credits translated one version at most
    item |= {"id": f"{document.id}:{name_of(cited)}", "title": title_of(cited)}
    item["language"] = version.language
    item["version"] = name_of(cited)
    if document.date:
        item["issued"] = _issued(document.date)
    if document.type:
        item["genre"] = document.type
    for role, field in ((Role.WRITTEN, "author"), (Role.TRANSLATED, "translator")):
        _add_names(item, field, [one for one in _people(cited) if one.role is role])
    _add_names(item, "editor", [one for one in version.agents if one.role is Role.EDITED])
    if version.published_in:
        item["container-title"] = version.published_in[0]
    if version.origin and re.match(r"https?://\S+$", version.origin):
        item["URL"] = version.origin
    item["note"] = joined(
        [
            *(_as_written(one) for one in references),
            *states_of(cited),
            paragraph_of(cited, "paragraph"),
        ]
    )
    item["custom"] = {
        "references": [one.verbatim for one in references],
        "findings": [finding.code for finding in findings_of(cited)],
        "agents": [{"role": one.role.value, "name": one.name} for one in agents_of(version)],
        "published_in": list(version.published_in),
        "paragraph": cited.paragraph_number,
        "head": cited.head,
        "text_sha256": version.text_sha256,
    }
    return item


def _as_written(reference: ArchivalReference) -> str:
    """Give the address as written; what is damaged in it is quoted with its rule."""
    places = []
    for finding in damage_of(reference):
        whole = finding.start is None
        words = "" if whole else f"“{reference.verbatim[finding.start : finding.end]}”, "
        places.append(f"{words}{finding.code}")
    odd = f" [as written; odd: {'; '.join(places)}]" if places else ""
    return address_of(reference.verbatim) + odd


def _people(cited: CitedVersion) -> list[Agent]:
    return [*cited.document.people, *cited.version.agents]


def _credit(agent: Agent) -> str:
    """Say what an agent did; of a program, that it is one, and which."""
    words = f"{agent.role.value.capitalize()} by {agent.name}"
    if agent.kind is not AgentKind.PROGRAM:
        return words
    return f"{words} (program{f', {agent.program_version}' if agent.program_version else ''})"


def _unnamed(version: Version) -> Iterator[str]:
    role, sentence = _NEEDS_MAKER.get(version.kind, (None, ""))
    if role and not any(agent.role is role for agent in version.agents):
        yield sentence


def _source_in_words(version: Version) -> str:
    """Say of which version one is an abstract or excerpt: " of E1@1 (inferred)"."""
    if version.kind not in (VersionKind.ABSTRACT, VersionKind.EXCERPT):
        return ""
    sources = [
        one.version + (f" ({one.certainty})" if one.certainty is not Certainty.STATED else "")
        for one in version.derived_from
        if one.version
    ]
    return f" of {' and '.join(sources)}" if sources else ""


def _issued(date: PrintedDate) -> Form:
    day = _DAY.fullmatch(date.edtf or "")
    if day is None:
        return {"literal": date_in_words(date)}
    return {"date-parts": [[int(figure) for figure in day.groups() if figure]]}


def _add_names(item: Form, field: str, agents: Sequence[Agent]) -> None:
    if agents:
        names = dict.fromkeys(agent.name for agent in agents)
        item[field] = [{"literal": name} for name in names]
