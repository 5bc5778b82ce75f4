"""The citation of a version by GOST R 7.0.5-2008, in Russian or in English.

Title, date / who made it, roles first and parted by semicolons // archive, levels, leaves. Names
stand as they are printed: after a role with a colon no case ending is needed. The description is in
the language of what is described (GOST R 7.0.100-2018, 4.8), unless another is asked for. Entry
point: `cite_in_gost`.
"""

from collections.abc import Iterator, Sequence

from provtrack.model.document import Agent, PrintedDate
from provtrack.model.names import Role
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
from provtrack.provenance.naming import address_of
from provtrack.references.printing import print_gost, print_gost_in_latin
from provtrack.text.edtf_dates import parse_edtf

_ROLES = {
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
_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)


def cite_in_gost(cited: CitedVersion, language: str | None = None) -> str:
    """Cite a version by GOST R 7.0.5-2008.

    A sound reference by fond, opis and delo is printed in the standard's order and labels; any
    other one, and a damaged one, as it is written.

    Args:
        language: Of the description, "ru" or "en"; None: Russian of a version in Russian, else
            English.
    """
    chosen = (language or cited.version.language).partition("-")[0]
    return _in_russian(cited) if chosen == "ru" else _in_english(cited)


def _in_russian(cited: CitedVersion) -> str:
    credited = [
        f"{_ROLES[role]}: {', '.join(names)}" for role, names in _by_role(agents_of(cited.version))
    ]
    references = [_reference(one, is_russian=True) for one in references_of(cited)]
    version = cited.version
    sentences = [
        _head(title_of(cited), _russian_date(cited.document.date), credited),
        "; ".join(references) or "архивный шифр не указан",
        *version.published_in,
        paragraph_of(cited, "Абз."),
        f"Отозвана: {version.retracted}" if version.retracted is not None else "",
        "Вымышленный образец, не исторический документ" if cited.document.invented else "",
        f"Версия {name_of(cited)}, хеш документа {short_head_of(cited)}",
    ]
    return joined([" // ".join(sentences[:2]), *sentences[2:]])


def _in_english(cited: CitedVersion) -> str:
    credited = [
        f"{role.value} by {', '.join(names)}" for role, names in _by_role(agents_of(cited.version))
    ]
    references = [_reference(one, is_russian=False) for one in references_of(cited)]
    sentences = [
        _head(title_of(cited), date_in_words(cited.document.date), credited),
        "; ".join(references) or "archival reference not recorded",
        *cited.version.published_in,
        paragraph_of(cited, "Para."),
        *(one for one in states_of(cited) if references or "reference" not in one),
        f"Version {name_of(cited)}, document head {short_head_of(cited)}",
    ]
    return joined([" // ".join(sentences[:2]), *sentences[2:]])


def _head(title: str, date: str, credited: Sequence[str]) -> str:
    """Join title, date and those responsible."""
    described = f"{title}. {date}"
    return " / ".join(filter(None, (described, " ; ".join(credited))))


def _by_role(agents: Sequence[Agent]) -> Iterator[tuple[Role, list[str]]]:
    """Group names by what they did, in the order of the acts."""
    for role in dict.fromkeys(agent.role for agent in agents):
        yield role, [agent.name for agent in agents if agent.role is role]


def _reference(reference: ArchivalReference, *, is_russian: bool) -> str:
    """Print a sound reference in the standard's form, another one as it is written."""
    odd = ", ".join(finding.code for finding in damage_of(reference))
    is_sound = not odd and not reference.others
    if is_sound and {"fond", "delo"} <= {name for name, _ in reference.parts}:
        written = print_gost(reference) if is_russian else print_gost_in_latin(reference)
        return written.rstrip(".")
    words = "так в записи" if is_russian else "as written"
    return address_of(reference.verbatim) + (f" [{words}: {odd}]" if odd else "")


def _russian_date(date: PrintedDate | None) -> str:
    """Give the date as printed; a day, month or year of EDTF in Russian words."""
    if date is None or not (date.verbatim or date.edtf):
        return "[Б. д.]"
    if date.verbatim or not date.edtf:
        return date.verbatim or ""
    first, *others = parse_edtf(date.edtf)
    is_plain = not others and first is not None and not set(date.edtf) & set("?~%XY")
    if not is_plain or first is None or (first.month and int(first.month) > len(_MONTHS)):
        return date.edtf
    if not first.month:
        return f"{first.year} г."
    if not first.day:
        return f"{first.month}.{first.year}"
    return f"{int(first.day)} {_MONTHS[int(first.month) - 1]} {first.year} г."
