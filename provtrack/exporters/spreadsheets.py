"""Rows as CSV that a spreadsheet program reads as it should.

Encoded as UTF-8 with a byte-order mark, without which spreadsheet programs read Cyrillic as Latin
letters. What would be run as a formula is made inert.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

# Spreadsheet programs run a cell that begins so as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Write rows under a heading; a column that a row lacks is empty."""
    stream = io.StringIO()
    table = csv.DictWriter(stream, columns, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: _inert(str(value)) for name, value in row.items()})
    return stream.getvalue().encode("utf-8-sig", "backslashreplace")  # halves of surrogate pairs


def _inert(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet program would run as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
