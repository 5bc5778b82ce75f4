"""What is wrong with the words of a catalogue's row, before any of its files is read.

Names, closed lists, language tags and dates show their faults by themselves, so that a catalogue of
thousands says all of them at once. What a value means is left to `recording`.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from provtrack.errors import ProvtrackError
from provtrack.importers.charsets import asked_codec
from provtrack.importers.metadata_signs import CONTROL
from provtrack.importers.registry import importer_named
from provtrack.model.names import Extent, VersionKind, check_document_id, check_siglum
from provtrack.text.dates import read_date
from provtrack.text.languages import check_language_tag

DAY_IN_DIGITS = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
MAY_HAVE_LINES = frozenset(["note"])


def word_faults(values: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Say what is wrong with the values of one row, in the order of its columns."""
    faults = []
    for column, several in values.items():
        for word in several:
            signs = re.sub("[\\t\\r\\n]", " ", word) if column in MAY_HAVE_LINES else word
            if sign := CONTROL.search(signs):
                faults.append(
                    f"the column {column!r} has a control character (U+{ord(sign.group()):04X})."
                )
            elif column in CHECKS:
                faults += _fault(CHECKS[column], word)
    return faults


def _fault(check: Callable[[str], object], word: str) -> list[str]:
    try:
        check(word)
    except ProvtrackError as fault:
        return [str(fault)]
    except ValueError as fault:
        return [str(fault)]
    return []


def _one_of(kind: type[StrEnum], name: str) -> Callable[[str], object]:
    """Make the check of a closed list."""

    def check(word: str) -> None:
        if word.casefold() not in list(kind):
            raise ValueError(f"not {name}: {word!r}. It is one of {', '.join(kind)}.")

    return check


def _check_date(word: str) -> None:
    """See that a day in digits is in the calendar; other words are kept as printed."""
    if DAY_IN_DIGITS.fullmatch(word) and read_date(word).edtf is None:
        raise ValueError(f"not a date: {word!r}. Write YYYY-MM-DD, or the words as printed.")


CHECKS: Mapping[str, Callable[[str], object]] = {
    "document": check_document_id,
    "siglum": check_siglum,
    "kind": _one_of(VersionKind, "a kind"),
    "extent": _one_of(Extent, "an extent"),
    "language": check_language_tag,
    "date": _check_date,
    "charset": asked_codec,
    "format": importer_named,
}
