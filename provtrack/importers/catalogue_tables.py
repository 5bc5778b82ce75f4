"""The three forms of a catalogue, each to rows of named cells; faults are kept, not raised."""

import csv
import io
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from provtrack.text.plurals import counted

TABLE_NAMES = ("version", "versions")
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row as written.

    Attributes:
        place: How messages call it: "row 3 (line 4)".
        cells: Name and values of each cell, in order.
    """

    place: str
    cells: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The rows of a file and what is wrong with its form."""

    rows: tuple[RawRow, ...]
    faults: tuple[str, ...] = ()


def csv_rows(text: str) -> Tables:
    """Read CSV with a line of names; separated by comma, semicolon or tab."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[RawRow] = []
    faults: list[str] = []
    names: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = cells
                continue
            place = f"row {len(rows) + 1} (line {reader.line_num})"
            if len(cells) > len(names):
                columns = counted(len(names), "column")
                faults.append(f"{place}: {counted(len(cells), 'cell')}, but {columns}.")
            pairs = zip(names, ((cell,) for cell in cells), strict=False)
            rows.append(RawRow(place=place, cells=tuple(pairs)))
    except csv.Error as error:
        faults.append(f"line {reader.line_num}: not CSV: {error}.")
    return Tables(rows=tuple(rows), faults=tuple(faults))


def jsonl_rows(text: str) -> Tables:
    """Read JSON lines: one object a line."""
    rows: list[RawRow] = []
    faults: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"row {len(rows) + 1} (line {number})"
        try:
            pairs = json.loads(line, object_pairs_hook=_Pairs)
        except (ValueError, RecursionError) as error:
            faults.append(f"{place}: not JSON: {error}.")
            continue
        if not isinstance(pairs, _Pairs):
            faults.append(f"{place}: not a JSON object.")
            continue
        rows.append(_row(place, pairs, faults))
    return Tables(rows=tuple(rows), faults=tuple(faults))


def toml_rows(text: str) -> Tables:
    """Read TOML: one table ``[[version]]`` a row."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return Tables(rows=(), faults=(f"not TOML: {error}.",))
    rows: list[RawRow] = []
    faults: list[str] = []
    for name, listed in tables.items():
        if name not in TABLE_NAMES or not isinstance(listed, list):
            faults.append(f"{name!r} is no list of tables [[version]].")
            continue
        for table in listed:
            place = f"row {len(rows) + 1}"
            if isinstance(table, dict):
                rows.append(_row(place, table.items(), faults))
            else:
                faults.append(f"{place}: not a table.")
    return Tables(rows=tuple(rows), faults=tuple(faults))


class _Pairs(list[tuple[str, object]]):
    """The members of a JSON object in order, doubles included."""


def _row(place: str, pairs: Iterable[tuple[str, object]], faults: list[str]) -> RawRow:
    """Turn members into cells; what is no word, number or list of them is a fault."""
    cells = []
    for name, value in pairs:
        several = value if type(value) is list else [value]
        if all(_is_word(one) for one in several):
            cells.append((name, tuple(_word(one) for one in several if one is not None)))
        else:
            faults.append(f"{place}: the value of {name!r} is neither text nor a list of texts.")
    return RawRow(place=place, cells=tuple(cells))


def _is_word(value: object) -> bool:
    return not isinstance(value, list | dict | _Pairs)


def _word(value: object) -> str:
    """Write a value as text; true and false as words of an option."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
