"""Values of the model as JSON on stdout."""

import dataclasses
import json
from collections.abc import Mapping, Sequence

from provtrack.cli.consoles import write_bytes
from provtrack.model.stored import StoredModel

Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None


def print_json(fields: object) -> None:
    """Print nouns of the model, mappings and sequences of them, as indented UTF-8 JSON."""
    text = json.dumps(plain(fields), ensure_ascii=False, indent=2)
    write_bytes(text.encode() + b"\n")


def plain(value: object) -> Json:
    """Turn a noun of the model into mappings, lists and scalars."""
    if isinstance(value, StoredModel):
        return value.model_dump(mode="json")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON form for {type(value).__name__}")
