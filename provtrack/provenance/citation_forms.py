"""The citation of a version: Chicago, GOST R 7.0.5-2008, CSL-JSON.

A version is cited by its document's title and date, the archival reference as it is written, who
obtained, translated, edited it, where it was published, and the head of the document's history,
which fixes the very words. A damaged reference is cited as it stands, with the codes of what is odd
in it: it is never repaired, completed or put into another order. What is not known is said.

Chicago: Manual of Style, 17th ed., 14.222 (unpublished documents: from the particular to the
general). Entry points: `cite_in_chicago`, `cite_in_gost`, `cite_in_csl`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.document import Agent, Document, PrintedDate, Unheld, Version
from provtrack.model.finding import Finding
from provtrack.model.names import AgentKind, Extent, Role, Severity, VersionKind
from provtrack.model.reference import ArchivalReference
from provtrack.provenance.naming import address_of, kind_in_words
from provtrack.references import read_reference
from provtrack.references.printing import print_gost
from provtrack.references.written_forms import Form, as_csl
from provtrack.text.edtf_dates import describe_edtf

_SHOWN_OF_HEAD = 12  # hexadecimal figures; as everywhere on the screen
_NEEDS_MAKER = {VersionKind.TRANSLATION: "Translator not named"}
_GOST_ROLES = {
    Role.WRITTEN: "авт.",
    Role.OBTAINED: "получ.",
    Role.DIGITISED: "оцифр.",
    Role.RECOGNISED: "распозн.",
    Role.TRANSCRIBED: "подгот. текста",
    Role.TRANSLATED: "пер.",
    Role.EXCERPTED: "извлеч.",
    Role.EDITED: "ред.",
    Role.ABSTRACTED: "реф.",
    Role.PUBLISHED: "публ.",
}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedVersion:
    """A version that is to be cited.

    Attributes:
        head: Digest of the newest event of its document, in hexadecimal.
        paragraph_number: From 1; None for the whole.
    """

    document: Document
    version: Version
    head: str
    paragraph_number: int | None = None


def findings_of(cited: CitedVersion) -> tuple[Finding, ...]:
    """List what is damaged in the archival references cited: warnings and errors."""
    return tuple(finding for one in _references(cited) for finding in _damage(one))


def cite_in_chicago(cited: CitedVersion) -> str:
    """Cite a version in a sentence or more, in English, for a note."""
    title = f"“{_title(cited)},” " + ", ".join(
        filter(None, (_date_in_words(cited.document.date), _paragraph(cited, "paragraph")))
    )
    sentences = [title.rstrip(" ,")]
    sentences.append("; ".join(_as_written(one) for one in _references(cited)))
    sentences += [_credit(agent) for agent in _agents(cited.version)]
    sentences += _unnamed(cited.version)
    sentences += cited.version.published_in
    sentences += _states(cited)
    version = cited.version
    kind = kind_in_words(version.kind, version.language)
    kind += ", part of the document" if version.extent is Extent.PARTIAL else ""
    sentences.append(f"Version {_name(cited)} ({kind}), document head {_head(cited)}")
    return _joined(sentences)


def cite_in_gost(cited: CitedVersion) -> str:
    """Cite a version by GOST R 7.0.5-2008: title, date / agents // archive, leaves.

    A sound reference by fond, opis and delo is printed in the standard's order and labels; any
    other one, and a damaged one, as it is written.
    """
    head = ". ".join(filter(None, (_title(cited), _date_in_words(cited.document.date))))
    agents = [f"{agent.name} ({_GOST_ROLES[agent.role]})" for agent in _agents(cited.version)]
    references = [_in_gost(one) for one in _references(cited)] or ["архивный шифр не указан"]
    sentences = [f"{head}{' / ' + ', '.join(agents) if agents else ''} // {'; '.join(references)}"]
    sentences += cited.version.published_in
    sentences += filter(None, [_paragraph(cited, "Абз.")])
    sentences.append(f"Версия {_name(cited)}, хеш документа {_head(cited)}")
    return _joined(sentences)


def cite_in_csl(cited: CitedVersion) -> Form:
    """Give a version as an item of CSL-JSON; the archival reference stays verbatim in the note."""
    version, document = cited.version, cited.document
    references = _references(cited)
    item: Form = as_csl(references[0], 1) if references else {"type": "document"}
    item |= {"id": f"{document.id}:{_name(cited)}", "title": _title(cited)}
    item["language"] = version.language
    item["version"] = _name(cited)
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
    item["note"] = _joined(
        [*(_as_written(one) for one in references), *_states(cited), _paragraph(cited, "paragraph")]
    )
    item["custom"] = {
        "references": [one.verbatim for one in references],
        "findings": [finding.code for finding in findings_of(cited)],
        "agents": [{"role": one.role.value, "name": one.name} for one in _agents(version)],
        "published_in": list(version.published_in),
        "paragraph": cited.paragraph_number,
        "head": cited.head,
        "text_sha256": version.text_sha256,
    }
    return item


def _title(cited: CitedVersion) -> str:
    title = cited.version.title.text if cited.version.title else cited.document.title
    return title.rstrip(" .")


def _name(cited: CitedVersion) -> str:
    return f"{cited.version.siglum}@{cited.version.revision}"


def _head(cited: CitedVersion) -> str:
    return cited.head[:_SHOWN_OF_HEAD]


def _paragraph(cited: CitedVersion, word: str) -> str:
    return f"{word} {cited.paragraph_number}" if cited.paragraph_number else ""


def _references(cited: CitedVersion) -> tuple[ArchivalReference, ...]:
    """Read the references of the document; without any, of what its version was made from."""
    written = list(cited.document.references)
    if not written:
        for derivation in cited.version.derived_from:
            written += _references_of(derivation.unheld)
    return tuple(read_reference(one) for one in dict.fromkeys(written))


def _references_of(unheld: Unheld | None) -> Iterator[str]:
    """Walk back from what is not held to the references of its originals."""
    if unheld is not None:
        yield from [unheld.reference] if unheld.reference else []
        for source in unheld.derived_from:
            yield from _references_of(source)


def _damage(reference: ArchivalReference) -> list[Finding]:
    found = [*reference.findings, *(one for other in reference.others for one in other.findings)]
    return [one for one in found if one.severity.rank > Severity.NOTE.rank]


def _as_written(reference: ArchivalReference) -> str:
    """Give the address as written; what is damaged in it is quoted with its rule."""
    places = []
    for finding in _damage(reference):
        whole = finding.start is None
        words = "" if whole else f"“{reference.verbatim[finding.start : finding.end]}”, "
        places.append(f"{words}{finding.code}")
    odd = f" [as written; odd: {'; '.join(places)}]" if places else ""
    return address_of(reference.verbatim) + odd


def _in_gost(reference: ArchivalReference) -> str:
    is_sound = not _damage(reference) and not reference.others
    if is_sound and {"fond", "delo"} <= {name for name, _ in reference.parts}:
        return print_gost(reference).rstrip(".")
    places = ", ".join(finding.code for finding in _damage(reference))
    return address_of(reference.verbatim) + (f" [так в записи: {places}]" if places else "")


def _agents(version: Version) -> tuple[Agent, ...]:
    """List who obtained, made and published a version, each once, in the order of their acts."""
    agents: list[Agent] = []
    for derivation in version.derived_from:
        agents += _agents_of(derivation.unheld)
    agents += [agent for agent in version.agents if agent.role is not Role.RECORDED]
    once = {(agent.role, agent.name): agent for agent in reversed(agents)}
    return tuple(reversed(once.values()))


def _agents_of(unheld: Unheld | None) -> list[Agent]:
    if unheld is None:
        return []
    before = [agent for source in unheld.derived_from for agent in _agents_of(source)]
    return before + list(unheld.agents)


def _people(cited: CitedVersion) -> list[Agent]:
    return [*cited.document.people, *cited.version.agents]


def _credit(agent: Agent) -> str:
    """Say what an agent did; of a program, that it is one, and which."""
    words = f"{agent.role.value.capitalize()} by {agent.name}"
    if agent.kind is not AgentKind.PROGRAM:
        return words
    return f"{words} (program{f', {agent.program_version}' if agent.program_version else ''})"


def _unnamed(version: Version) -> Iterator[str]:
    sentence = _NEEDS_MAKER.get(version.kind)
    if sentence and not any(agent.role is Role.TRANSLATED for agent in version.agents):
        yield sentence


def _states(cited: CitedVersion) -> Iterator[str]:
    """Say what a reader must know before trusting the version."""
    if not _references(cited):
        yield "Archival reference not recorded"
    if cited.version.retracted is not None:
        yield f"Retracted: {cited.version.retracted}"
    if cited.document.invented:
        yield "An invented specimen, not a historical document"


def _date_in_words(date: PrintedDate | None) -> str:
    """Give the date as printed; in words where only EDTF is recorded."""
    if date is None:
        return "undated"
    return date.verbatim or (describe_edtf(date.edtf) if date.edtf else "undated")


def _issued(date: PrintedDate) -> Form:
    day = _DAY.fullmatch(date.edtf or "")
    if day is None:
        return {"literal": _date_in_words(date)}
    return {"date-parts": [[int(figure) for figure in day.groups() if figure]]}


def _add_names(item: Form, field: str, agents: Sequence[Agent]) -> None:
    if agents:
        names = dict.fromkeys(agent.name for agent in agents)
        item[field] = [{"literal": name} for name in names]


def _joined(sentences: Sequence[str]) -> str:
    """End each sentence with a full stop, unless it has one."""
    ended = (one if one.endswith((".", "!", "?", ".”")) else f"{one}." for one in sentences if one)
    return " ".join(ended)
