"""A list of source files for an audit without a store: JSON lines or CSV, one file a line.

Fields: ``file`` (path, relative to the list), ``document``, ``siglum``, ``title``, ``date`` (EDTF),
``reference`` (archival, verbatim), ``published`` (in words), ``translator``, ``language``,
``origin``. Only ``file`` is needed; files of one ``document`` are its versions. Entry point:
`read_source_list`.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from provtrack.errors import FormatError

LARGEST = 64 * 1024 * 1024  # bytes
JSON_ENDINGS = frozenset({".jsonl", ".ndjson", ".json"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """One source file, with what is written of it."""

    file: str
    document: str = ""
    siglum: str = ""
    title: str = ""
    date: str = ""
    reference: str = ""
    published: str = ""
    translator: str = ""
    language: str = ""
    origin: str = ""


FIELDS = frozenset(field.name for field in fields(ListedSource))


def read_source_list(path: Path) -> tuple[ListedSource, ...]:
    """Read a list of sources.

    Raises:
        FormatError: It is no such list; says in which line.
        OSError: The file cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise FormatError(f"{path} is larger than {LARGEST >> 20} MB; divide the list.")
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path} is not in UTF-8; save it as UTF-8.") from error
    rows = _json_rows if path.suffix.lower() in JSON_ENDINGS else _csv_rows
    return tuple(_listed(row, f"{path}, line {line}") for line, row in rows(text, path))


def _json_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    for line, words in enumerate(text.splitlines(), 1):
        if not words.strip():
            continue
        try:
            row = json.loads(words)
        except (ValueError, RecursionError) as error:
            raise FormatError(f"{path}, line {line} is no JSON: {error}.") from error
        if not isinstance(row, dict):
            raise FormatError(f"{path}, line {line} is no JSON object; write one a line.")
        yield line, row


def _csv_rows(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    table = csv.DictReader(io.StringIO(text), strict=True)
    try:
        for row in table:
            yield table.line_num, {key: value or "" for key, value in row.items() if key}
    except csv.Error as error:
        raise FormatError(f"{path}, line {table.line_num} is no CSV: {error}.") from error


def _listed(row: Mapping[str, object], place: str) -> ListedSource:
    """Make an entry of a row; fields that are not ours are passed over."""
    words = {key: str(value) for key, value in row.items() if key in FIELDS and value is not None}
    if not words.get("file"):
        raise FormatError(f'{place} names no file; give it in the field "file".')
    return ListedSource(**words)
