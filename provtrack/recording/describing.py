"""What is known of a document, amended with what a file and a recorder say.

What is recorded stays: a contradiction is a finding, never an overwriting. To change what is
recorded, somebody says so with a reason (`amended`). Pure.

Codes keep their meaning for ever: REC101 another value is recorded already and kept; REC102 a
further archival reference; REC103 the words given for a date are no date.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from provtrack.model.document import Agent, Document, PrintedDate, Title
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported
from provtrack.model.names import Severity
from provtrack.recording.options import RecordingOptions
from provtrack.recording.stating import rights_from_words
from provtrack.text.languages import detect_language, share_language

UNDETERMINED = "und"


def title_of(text: str) -> Title:
    """Make a title, with its language where the words tell it clearly."""
    language = detect_language(text)
    return Title(text=text, language=None if language.startswith(UNDETERMINED) else language)


def rivals_of(title: Title, titles: Sequence[Title]) -> list[Title]:
    """List the titles that could stand in the same language as one, itself included.

    A short title's language cannot be told, only its script: then one in this script is a rival.
    """
    tag = title.language or detect_language(title.text)
    return [
        held for held in titles if share_language(tag, held.language or detect_language(held.text))
    ]


def stated_document(document: str, imported: Imported, options: RecordingOptions) -> Document:
    """Say what file and recorder state of a document; the recorder's word goes before the file's.

    The words printed for a date stay beside the recorder's EDTF.
    """
    return Document(
        id=document,
        titles=(title_of(options.title),) if options.title else imported.titles,
        date=_stated_date(imported.date, options.date),
        people=imported.people,
        references=options.references or imported.references,
        type=options.type or imported.type,
        rights=(rights_from_words(options.rights),) if options.rights else imported.rights,
        printed_fields=imported.printed_fields,
        invented=options.invented,
    )


def _stated_date(printed: PrintedDate | None, given: PrintedDate | None) -> PrintedDate | None:
    """Join the recorder's date with the words the file prints."""
    if given is None or printed is None:
        return given or printed
    return replace(given, verbatim=given.verbatim or printed.verbatim)


def merged(held: Document, stated: Document) -> Document:
    """Fill the gaps of what is recorded with what is stated; nothing recorded is changed."""
    printed = {field.name for field in held.printed_fields}
    return held.model_copy(
        update={
            "titles": held.titles
            + tuple(title for title in stated.titles if not rivals_of(title, held.titles)),
            "date": held.date or stated.date,
            "people": held.people + _new_people(held.people, stated.people),
            "references": tuple(dict.fromkeys(held.references + stated.references)),
            "type": held.type or stated.type,
            "rights": held.rights or stated.rights,
            "invented": held.invented or stated.invented,
            "printed_fields": held.printed_fields
            + tuple(field for field in stated.printed_fields if field.name not in printed),
        }
    )


def _new_people(held: tuple[Agent, ...], stated: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """List the people who are not recorded yet in their role."""
    known = {(agent.name, agent.role) for agent in held}
    return tuple(agent for agent in stated if (agent.name, agent.role) not in known)


def contradictions(held: Document, stated: Document) -> Iterator[Finding]:
    """Say where a file or a recorder states something else than what is recorded."""
    place = held.id
    for title in stated.titles:
        rivals = rivals_of(title, held.titles)
        if rivals and title.text not in [rival.text for rival in rivals]:
            yield _kept("title", rivals[0].text, title.text, place)
    if held.date and stated.date and held.date.edtf != stated.date.edtf:
        yield _kept("date", _words(held.date), _words(stated.date), place)
    if held.type and stated.type and held.type != stated.type:
        yield _kept("type", held.type, stated.type, place)
    for reference in stated.references:
        if held.references and reference not in held.references:
            yield Finding(
                code="REC102",
                severity=Severity.NOTE,
                message=f"A further archival reference is added: {reference}",
                place=place,
            )


def unread_date(options: RecordingOptions) -> Iterator[Finding]:
    """Say that the recorder's words for a date are kept as words only."""
    if options.date and options.date.edtf is None:
        yield Finding(
            code="REC103",
            severity=Severity.WARNING,
            message=f"“{options.date.verbatim}” is not understood as a date; it is kept as words. "
            "EDTF says it clearly: 1962-11-02, 1962-11, 1962~, 196X.",
            place="date",
        )


def _kept(field: str, held: str, stated: str, place: str) -> Finding:
    """Say that a recorded value is kept though another is stated."""
    return Finding(
        code="REC101",
        severity=Severity.WARNING,
        message=f"The document's {field} stays “{held}” and does not become “{stated}”. "
        "`provtrack describe` changes it, with a reason.",
        place=place,
    )


def _words(date: PrintedDate) -> str:
    """Show a date."""
    return date.edtf or date.verbatim or "not read"


def amended(held: Document, options: RecordingOptions) -> Document:
    """Change what is recorded of a document to what somebody says now, with a reason.

    A title replaces the one in its language or is added, references and rights replace those
    recorded, an agent those in the same role.
    """
    roles = {agent.role for agent in options.agents}
    changes = {
        "titles": _amended_titles(held.titles, options.title) if options.title else None,
        "date": _stated_date(held.date, options.date) if options.date else None,
        "people": (*(a for a in held.people if a.role not in roles), *options.agents),
        "references": options.references or None,
        "type": options.type,
        "rights": (rights_from_words(options.rights),) if options.rights else None,
        "note": options.note,
    }
    return held.model_copy(update={k: v for k, v in changes.items() if v is not None})


def _amended_titles(titles: tuple[Title, ...], text: str) -> tuple[Title, ...]:
    """Put a title in the place of the one in its language, else after the others."""
    title = title_of(text)
    rivals = rivals_of(title, titles)
    if not rivals:
        return (*titles, title)
    place = titles.index(rivals[0])
    return (*titles[:place], title, *titles[place + 1 :])
