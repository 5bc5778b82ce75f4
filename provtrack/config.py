"""Where the store is and how it is used: ``provtrack.toml`` beside ``versions/``.

Nothing here is global: a `Project` is found from a folder and passed on. Making a project, store
included, is `recording.create_project`.
"""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from provtrack.errors import FormatError, NotInStoreError
from provtrack.model.names import DEFAULT_ID_PREFIX, check_id_prefix
from provtrack.output_files import DERIVED

SETTINGS_FILE = "provtrack.toml"
VERSIONS = "versions"
REPORTS = "reports"


class Settings(BaseModel):
    """What ``provtrack.toml`` says; unknown keys are refused.

    Attributes:
        by: Who records; None: to be said with each act.
        id_prefix: What the URIs of new documents begin with.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    by: str | None = None
    id_prefix: str = DEFAULT_ID_PREFIX

    @field_validator("by")
    @classmethod
    def _by_names_somebody(cls, by: str | None) -> str | None:
        if by is not None and (not by.strip() or not by.isprintable()):
            raise ValueError("it must be a name on one line")
        return by

    @field_validator("id_prefix")
    @classmethod
    def _id_prefix_begins_a_uri(cls, prefix: str) -> str:
        return check_id_prefix(prefix)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A folder that holds ``versions/``, with its settings."""

    folder: Path
    settings: Settings

    @property
    def versions(self) -> Path:
        """The store."""
        return self.folder / VERSIONS

    @property
    def reports(self) -> Path:
        """Where reports go."""
        return self.folder / REPORTS

    @property
    def derived(self) -> Path:
        """What can be made again at any time."""
        return self.folder / DERIVED


def find_project(start: Path) -> Project:
    """Find the nearest folder with a store, from a folder upwards.

    Raises:
        NotInStoreError: There is none.
        FormatError: Its ``provtrack.toml`` has a mistake; says where.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file() or any((folder / VERSIONS).glob("0=ocfl_*")):
            return Project(folder=folder, settings=read_settings(folder))
    raise NotInStoreError(
        f"no store in {start} or a folder above it. `provtrack init` makes one here."
    )


def read_settings(folder: Path) -> Settings:
    """Read ``provtrack.toml`` in a folder; the defaults where there is none.

    Raises:
        FormatError: Not TOML, an unknown key, or a value that does not fit.
    """
    place = folder / SETTINGS_FILE
    if not place.is_file():
        return Settings()
    try:
        fields = tomllib.loads(place.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise FormatError(f"{place} is not TOML: {fault}.") from fault
    except OSError as fault:
        raise FormatError(f"cannot read {place}: {fault.strerror}.") from fault
    try:
        return Settings.model_validate(fields)
    except ValidationError as fault:
        raise FormatError(f"{place} {_first_mistake(fault)}") from fault


def _first_mistake(fault: ValidationError) -> str:
    """Say the first mistake of a settings file in a sentence."""
    first = fault.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        known = ", ".join(Settings.model_fields)
        return f"has the key {key!r}, which provtrack does not know. It knows {known}."
    return f"has a wrong value for {key!r}: {first['msg'].removeprefix('Value error, ')}."


def write_settings(folder: Path, settings: Settings) -> Path:
    """Write ``provtrack.toml`` into a folder that has none; return its path.

    Raises:
        FileExistsError: There is one.
    """
    place = folder / SETTINGS_FILE
    lines = [
        "# Settings of provtrack for the store in versions/ beside this file.",
        "# Who records, unless --by says otherwise:",
        f"by = {_toml(settings.by)}" if settings.by else '# by = "A. Editor"',
        "# What the URIs of new documents begin with; do not change it once there are some:",
        f"id_prefix = {_toml(settings.id_prefix)}",
    ]
    with place.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write("\n".join(lines) + "\n")
    return place


def _toml(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)
