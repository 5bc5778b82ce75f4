"""What the tests of the store share."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108  # a folder in memory: hundreds of small stores come and go


@pytest.fixture
def fast_path(tmp_path: Path) -> Iterator[Path]:
    """Give an empty folder, in memory where the system has such."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)
