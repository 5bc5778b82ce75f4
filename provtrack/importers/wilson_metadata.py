"""What a Wilson Center page says of the document: reference, rights, type, people, fields."""

from dataclasses import dataclass

from provtrack.importers.findings import found
from provtrack.importers.printed import credits_in, printed_date
from provtrack.importers.wilson_fields import Field
from provtrack.importers.wilson_headings import language_of
from provtrack.importers.wilson_page import Page
from provtrack.model.document import Agent, PrintedDate, PrintedField, Rights, Title
from provtrack.model.finding import Finding
from provtrack.model.names import Role
from provtrack.text.languages import detect_language
from provtrack.text.plurals import counted

SEPARATOR = " | "
OWN_PLACE = frozenset(["source", "rights", "type", "authors"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page says of the document.

    Attributes:
        references: Whole lines as printed, credits included.
        credits: Who obtained, translated ..., read from all lines that say so.
        language: Of the original, if the page names exactly one.
    """

    titles: tuple[Title, ...]
    date: PrintedDate | None
    people: tuple[Agent, ...]
    references: tuple[str, ...]
    credits: tuple[Agent, ...]
    type: str | None
    rights: tuple[Rights, ...]
    language: str | None
    printed_fields: tuple[PrintedField, ...]
    findings: tuple[Finding, ...]


def metadata_of(page: Page) -> Metadata:
    """Collect the metadata of a page, with findings for what is missing or odd."""
    sources = _values(page, "source")
    types = _values(page, "type")
    return Metadata(
        titles=_titles(page.title),
        date=printed_date(page.date) if page.date else None,
        people=tuple(Agent(name=name, role=Role.WRITTEN) for name in _values(page, "authors")),
        references=sources,
        credits=_credits(page, sources),
        type=types[0] if types else None,
        rights=_rights(page),
        language=_language(page),
        printed_fields=_printed_fields(page),
        findings=_findings(page, sources),
    )


def _titles(title: str | None) -> tuple[Title, ...]:
    """The title with its language: the archive writes English, but for titles it only copies."""
    if not title:
        return ()
    tag = "en" if title.isascii() else detect_language(title)
    return (Title(text=title, language=None if tag.startswith("und") else tag),)


def _values(page: Page, key: str) -> tuple[str, ...]:
    return tuple(value for one in page.fields if one.key == key for value in one.values)


def _credits(page: Page, sources: tuple[str, ...]) -> tuple[Agent, ...]:
    """Read the credits of all fields that hold such words; each agent once."""
    lines = (*sources, *_values(page, "credits"), *_values(page, "contributors"))
    agents = [agent for line in lines for agent in credits_in(line)]
    seen: dict[tuple[str, Role], Agent] = {}
    for agent in agents:
        seen.setdefault((agent.name, agent.role), agent)
    return tuple(seen.values())


def _rights(page: Page) -> tuple[Rights, ...]:
    """Join the words printed under one heading: they are one statement."""
    statements = [" ".join(one.values) for one in page.fields if one.key == "rights" and one.values]
    return tuple(Rights(text=text, uri=_uri_in(text)) for text in dict.fromkeys(statements))


def _uri_in(text: str) -> str | None:
    """The first rights statement URI that is printed, if any."""
    for word in text.split():
        address = word.strip("().,;<>\"'")
        if address.startswith(("http://", "https://")) and (
            "creativecommons.org" in address or "rightsstatements.org" in address
        ):
            return address
    return None


def _language(page: Page) -> str | None:
    words = [
        word for value in _values(page, "language") for word in value.replace(";", ",").split(",")
    ]
    tags = {tag for word in words if (tag := language_of(word))}
    return tags.pop() if len(tags) == 1 else None


def _printed_fields(page: Page) -> tuple[PrintedField, ...]:
    """Keep headings without a place of their own, and every heading without a value."""
    fields = [
        PrintedField(name=one.name, value=SEPARATOR.join(one.values) or None)
        for one in page.fields
        if one.key != "left out" and (one.key not in OWN_PLACE or not one.values)
    ]
    return (*fields, *(PrintedField(name="Support", value=words) for words in page.support))


def _findings(page: Page, sources: tuple[str, ...]) -> tuple[Finding, ...]:
    findings = [
        found("IMP301", f'The heading "{one.name}" is printed without a value.', place=one.name)
        for one in page.fields
        if one.is_printed and not one.values
    ]
    if not page.date:
        findings.append(found("IMP302", "The page has no date that can be read.", place="date"))
    if not page.title:
        findings.append(found("IMP302", "The page has no title.", place="title"))
    if not sources:
        findings.append(found("IMP302", "The page names no archival source.", place="reference"))
    findings += [_unlabelled(one) for one in page.fields if not one.is_printed and one.name]
    left_out = (*page.left_out, *_values(page, "left out"))
    if left_out:
        quoted = "; ".join(f'"{line[:60]}"' for line in left_out)
        findings.append(
            found(
                "IMP201",
                f"Left out, {counted(len(left_out), 'line')} of the page itself: {quoted}.",
            )
        )
    return tuple(findings)


def _unlabelled(one: Field) -> Finding:
    return found(
        "IMP304", f"{one.name}: stands without its heading, told by its form.", place=one.name
    )
