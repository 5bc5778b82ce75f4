"""Put a file in its place whole: readers see the old file or the new one, never half of one.

What may be replaced is decided by who calls: `exporters.writing` for results, `reporting.files` for
reports. The store writes its own files, in its own way. What can be made again at any time goes to
`DERIVED`, beside the store.
"""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

DERIVED = ".provtrack"


def write_in_one_step(content: bytes, path: Path) -> None:
    """Write beside the place, flush to the disk, then rename over it.

    Raises:
        OSError: The place cannot be written to; nothing is left behind.
    """
    write_pieces_in_one_step((content,), path)


def write_pieces_in_one_step(pieces: Iterable[bytes | memoryview], path: Path) -> None:
    """Write as `write_in_one_step` does what need not be in memory as a whole.

    Raises:
        OSError: The place cannot be written to; nothing is left behind.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
