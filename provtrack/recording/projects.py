"""Make a project and open its store: ``provtrack.toml`` and ``versions/`` in one folder."""

from pathlib import Path

from provtrack.config import SETTINGS_FILE, VERSIONS, Project, Settings, write_settings
from provtrack.errors import AlreadyHeldError, StoreError, UsageError
from provtrack.model.names import DEFAULT_ID_PREFIX, check_id_prefix
from provtrack.store import Store


def create_project(folder: Path, *, by: str | None = None, id_prefix: str | None = None) -> Project:
    """Make a folder with an empty store, its settings and a place for reports.

    Args:
        by: Who records, unless said otherwise with an act; None: to be said each time.
        id_prefix: What the URIs of the documents begin with; None: the usual one.

    Raises:
        AlreadyHeldError: There is a store, or a ``provtrack.toml``, already.
        UsageError: The name or the prefix does not fit.
        StoreError: The folder cannot be written.
    """
    if by is not None and (not by.strip() or not by.isprintable()):
        raise UsageError(f"who records must be a name on one line; it is {by!r}.")
    settings = Settings(
        by=by.strip() if by else None, id_prefix=check_id_prefix(id_prefix or DEFAULT_ID_PREFIX)
    )
    if (folder / SETTINGS_FILE).exists():
        raise AlreadyHeldError(f"there is a {SETTINGS_FILE} in {folder} already.")
    project = Project(folder=folder, settings=settings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        Store.create(folder / VERSIONS, id_prefix=settings.id_prefix)
        write_settings(folder, settings)
        project.reports.mkdir(exist_ok=True)
    except FileExistsError as fault:
        raise UsageError(f"cannot make a project at {folder}: a file stands there.") from fault
    except OSError as fault:
        if isinstance(fault, StoreError):
            raise
        raise StoreError(f"cannot write to {folder}: {fault.strerror}.") from fault
    return project


def open_store(project: Project) -> Store:
    """Open the store of a project.

    Raises:
        StoreError: It is missing, damaged, or of a later version.
    """
    return Store.open(project.versions, id_prefix=project.settings.id_prefix)
