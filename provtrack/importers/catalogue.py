"""Read a catalogue: a table of versions to record, as CSV, JSON lines or TOML.

Columns are named as the options of ``provtrack record``; several values are a list, or separated
by " | ". All faults of a file are collected and raised at once. What a value means is left to
`recording`; files are named as written, relative to the folder of the catalogue.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from provtrack.errors import FormatError
from provtrack.importers.catalogue_tables import RawRow, Tables, csv_rows, jsonl_rows, toml_rows
from provtrack.importers.catalogue_words import word_faults
from provtrack.importers.charsets import decode
from provtrack.importers.content import Content
from provtrack.importers.reading import load
from provtrack.importers.sniffing import refuse_binary

CatalogueRow = Mapping[str, Sequence[str]]
"""Values by column; columns without a value are left out."""

SEPARATOR = " | "
SURROGATE = re.compile("[\ud800-\udfff]")
MAKERS = {
    *("author", "obtainer", "digitiser", "recogniser", "transcriber", "translator", "excerpter"),
    *("editor", "abstracter", "publisher"),
}
SEVERAL = MAKERS | {"agent", "derived_from", "derived_from_unheld", "reference", "published_in"}
SINGLE = {
    *("file", "document", "siglum", "kind", "language", "extent", "date", "type", "origin"),
    *("rights", "title", "note", "format", "charset", "invented", "certainty", "derived_words"),
}
COLUMNS = frozenset(SINGLE | SEVERAL)
FAULTS_SHOWN = 20  # of a catalogue of thousands; the rest is counted


def read_catalogue(path: Path, *, allows_outside: bool = False) -> tuple[CatalogueRow, ...]:
    """Read all rows of a catalogue, in order.

    Args:
        path: ``.csv``, ``.tsv``, ``.jsonl`` or ``.toml``; else told from the content.
        allows_outside: Files may be named by absolute paths and lie outside its folder.

    Raises:
        UsageError: No such file.
        FormatError: With every fault found: unknown columns, rows without a file, files that are
            not there or lie outside, names, kinds, languages and dates that cannot be.
    """
    content = Content(name=path.name, data=load(path))
    tables = _tables(content)
    faults = list(tables.faults) + _unknown_columns(tables.rows)
    rows = []
    for row in tables.rows:
        values, wrong = _values(row)
        wrong += word_faults(values)
        wrong += _file_faults(values, path.parent, allows_outside=allows_outside)
        faults += [f"{row.place}: {fault}" for fault in wrong]
        rows.append(values)
    if not rows and not faults:
        faults.append("it has no rows.")
    if faults:
        raise FormatError(_report(path.name, faults))
    return tuple(rows)


def _tables(content: Content) -> Tables:
    """Read the table by its suffix, else by how it begins."""
    if not content.data.strip():
        raise FormatError(f"cannot read the catalogue {content.name}: the file is empty.")
    refuse_binary(content)
    text = decode(content).text
    start = text.lstrip()[:2]
    if content.suffix in (".jsonl", ".ndjson", ".json") or start[:1] == "{":
        return jsonl_rows(text)
    if content.suffix == ".toml" or start == "[[":
        return toml_rows(text)
    return csv_rows(text)


def _column(name: str) -> str:
    """The option a column is named after, however it is written."""
    return "_".join(name.strip().lower().replace("-", " ").split())


def _unknown_columns(rows: Sequence[RawRow]) -> list[str]:
    """Name each column that is no option once, with the first row that has it."""
    places: dict[str, list[str]] = {}
    for row in rows:
        for name, _ in row.cells:
            if _column(name) not in COLUMNS:
                places.setdefault(name, []).append(row.place)
    return [
        f"{where[0]}: unknown column {name!r}"
        + (f" (and in {len(where) - 1} more rows)." if len(where) > 1 else ".")
        for name, where in places.items()
    ]


def _values(row: RawRow) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Give the values of a row by column, and what is wrong with them."""
    values: dict[str, tuple[str, ...]] = {}
    faults = []
    for name, given in row.cells:
        column = _column(name)
        if column not in COLUMNS:
            continue
        split = given
        if column in SEVERAL:
            split = tuple(part for value in given for part in value.split(SEPARATOR))
        several = tuple(text for value in split if (text := value.strip()))
        if any(SURROGATE.search(text) for text in several):
            faults.append(f"the column {column!r} holds half a character (a lone surrogate).")
            continue
        if several and column in values:
            faults.append(f"the column {column!r} is there twice.")
        elif several:
            values[column] = several
        if len(several) > 1 and column in SINGLE:
            faults.append(f"the column {column!r} takes one value, not {len(several)}.")
    return values, faults


def _file_faults(
    values: Mapping[str, tuple[str, ...]], folder: Path, *, allows_outside: bool
) -> list[str]:
    """Check that the row names a file that is there, and inside the catalogue's folder."""
    name = values.get("file", ("",))[0]
    if not name:
        return ["it names no file."]
    if "\x00" in name:
        return ["its file name holds a NUL character."]
    if not allows_outside and _points_outside(name, folder):
        return [f"its file {name!r} lies outside the folder of the catalogue."]
    plain, _, fragment = name.rpartition("#")
    names = [name, plain] if plain and fragment else [name]
    try:
        if not any((folder / one).is_file() for one in names):
            return [f"there is no file {name!r}."]
    except OSError as error:
        return [f"its file {name!r} cannot be read: {error.strerror}."]
    return []


def _points_outside(name: str, folder: Path) -> bool:
    """Whether a path is absolute, climbs out, or leads out through a link."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    if posix.is_absolute() or windows.is_absolute() or windows.drive:
        return True
    try:
        return not (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return True


def _report(name: str, faults: Sequence[str]) -> str:
    shown = "\n  ".join(faults[:FAULTS_SHOWN])
    more = len(faults) - FAULTS_SHOWN
    rest = f"\n  and {more} more." if more > 0 else ""
    known = ", ".join(sorted(COLUMNS))
    columns = f"\nColumns are: {known}." if any("unknown column" in one for one in faults) else ""
    return f"cannot read the catalogue {name}:\n  {shown}{rest}{columns}"
