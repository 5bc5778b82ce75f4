"""What has a file of its own: a format number, strict reading, one way of writing.

`dump` and `load` are the only way between a stored model and its bytes, so that
``load(type(x), dump(x)) == x`` holds for each of them.
"""

import json
import re
from itertools import islice
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from provtrack.errors import FormatError, NewerFormatError

PIECES_AT_ONCE = 10_000
MAX_DEPTH = 40  # our own files stay below 12; a deeper one is broken or hostile

_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=2, sort_keys=True)


class StoredModel(BaseModel):
    """Base of the models that have a file of their own; frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings")

    FORMAT: ClassVar[int] = 1
    format: int = 1


ModelT = TypeVar("ModelT", bound=StoredModel)


def dump(model: StoredModel) -> bytes:
    """Write a stored model as UTF-8 JSON: sorted keys, two spaces, final newline.

    Raises:
        FormatError: A text holds half of a surrogate pair, which no UTF-8 file can.
    """
    written = bytearray()
    # piece by piece: the pieces of a long text are ten times as large as the file
    pieces = _ENCODER.iterencode(model.model_dump(mode="json"))
    try:
        while batch := "".join(islice(pieces, PIECES_AT_ONCE)):
            written += batch.encode()
    except UnicodeEncodeError as fault:
        raise FormatError(
            f"{type(model).__name__} holds U+{ord(fault.object[fault.start]):04X}, half of a "
            "surrogate pair, which is no character and cannot be written as UTF-8; replace or "
            "remove it."
        ) from fault
    written += b"\n"
    return bytes(written)


def load(kind: type[ModelT], content: bytes, *, place: str) -> ModelT:
    """Read a stored model from the bytes of its file.

    Args:
        place: What to call the file in an error message.

    Raises:
        NewerFormatError: The file's ``format`` is above the one this program knows.
        FormatError: The bytes are not such a file.
    """
    fields = parse_json(content, place=place)
    found = fields.get("format") if isinstance(fields, dict) else None
    if isinstance(found, int) and found > kind.FORMAT:
        raise NewerFormatError(
            f"{place} has format {found}; this provtrack reads format {kind.FORMAT} at most. "
            "Install a newer provtrack to read it."
        )
    try:
        return kind.model_validate_json(content)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the top level"
        raise FormatError(
            f"{place} is not a valid {kind.__name__} file: {first['msg']} at {where}."
        ) from fault


def parse_json(content: bytes, *, place: str) -> Any:  # JSON of unknown shape, checked by callers
    """Parse JSON strictly: UTF-8, no key twice, nested at most `MAX_DEPTH` deep.

    Raises:
        FormatError: Naming `place` and the fault.
    """
    try:
        text = content.decode("utf-8")
        if _depth(text) > MAX_DEPTH:
            raise FormatError(
                f"{place} is nested more than {MAX_DEPTH} deep; it is not one of ours."
            )
        return json.loads(text, object_pairs_hook=_unique_pairs)
    except UnicodeDecodeError as fault:
        raise FormatError(f"{place} is not UTF-8 at byte {fault.start}.") from fault
    except json.JSONDecodeError as fault:
        raise FormatError(
            f"{place} is not JSON: {fault.msg} in line {fault.lineno}, column {fault.colno}."
        ) from fault
    except _DoubleKeyError as fault:
        raise FormatError(f"{place} has the key {fault} twice in one object.") from fault
    except FormatError:
        raise
    except ValueError as fault:  # a number of thousands of digits
        raise FormatError(f"{place} is not JSON of ours: {fault}.") from fault


class _DoubleKeyError(ValueError):
    """A JSON object names a key twice."""


def _unique_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that names a key twice: readers disagree about which one counts."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _DoubleKeyError(repr(next(key for key in keys if keys.count(key) > 1)))
    return fields


def _depth(text: str) -> int:
    """Count how deep brackets nest, strings included: an upper bound, found without recursion."""
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        if bracket in "[{":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest
