"""Write a page into its file in one step: readers see the old page or the new one, never half."""

from collections.abc import Iterable
from pathlib import Path

from provtrack.errors import AlreadyHeldError, FormatError, UsageError
from provtrack.output_files import write_in_one_step
from provtrack.reporting.reproduction import made_from


def write_page(
    page: str | Iterable[str], path: Path, *, replace_report: bool = False, force: bool = False
) -> None:
    """Write a page atomically.

    Args:
        page: Whole, or in chunks.
        replace_report: A report of ours at `path` may be replaced.
        force: Any file at `path` may be replaced.

    Raises:
        AlreadyHeldError: Another file stands at `path` and may not be replaced.
        UsageError: The place cannot be written to.
    """
    content = (page if isinstance(page, str) else "".join(page)).encode("utf-8")
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file for the report.")
        if path.exists():
            if path.read_bytes() == content:
                return
            if not (force or (replace_report and _is_report(path))):
                raise AlreadyHeldError(
                    f"{path} exists and is another file. Use --force to replace it, "
                    "or --output to write elsewhere."
                )
        write_in_one_step(content, path)
    except OSError as fault:
        raise UsageError(f"cannot write {path}: {fault.strerror or fault}.") from fault


def _is_report(path: Path) -> bool:
    """Tell whether a file is a report of ours."""
    try:
        return bool(made_from(path))
    except (FormatError, UsageError):
        return False
