"""Locks on files that are there anyway, so that nothing is left behind by a killed writer.

The operating system gives the lock back when the process ends, however it ends. On Windows the
lock keeps others from reading the locked file, so nobody reads a declaration to open a store.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import portalocker

from provtrack.errors import StoreError

FIRST_WAIT_S = 0.002
LONGEST_WAIT_S = 0.05


@contextmanager
def locked(path: Path, *, timeout_s: float) -> Iterator[None]:
    """Hold the lock of a file while the body runs.

    Args:
        timeout_s: Seconds to wait for another writer.

    Raises:
        StoreError: Another writer did not end in time, or the disk knows no locks.
    """
    with path.open("r+b") as stream:
        deadline = time.monotonic() + timeout_s
        wait_s = FIRST_WAIT_S
        while not _try_lock(stream, path):
            if time.monotonic() > deadline:
                raise StoreError(
                    f"another program has been writing to {path.parent} for {timeout_s:g} seconds; "
                    "try again when it has ended."
                )
            time.sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)
        yield


@contextmanager
def locked_if_free(path: Path) -> Iterator[bool]:
    """Hold the lock of a file if nobody has it, and say whether we do."""
    with path.open("r+b") as stream:
        yield _try_lock(stream, path)


def _try_lock(stream: "portalocker.types.IO", path: Path) -> bool:
    """Take a lock without waiting; closing the stream gives it back."""
    try:
        portalocker.lock(
            stream, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING
        )
    except portalocker.AlreadyLocked:
        return False
    except (portalocker.LockException, OSError) as fault:
        raise StoreError(
            f"cannot lock {path}: {fault}. Network drives often know no locks; "
            "keep the store on a disk of this machine."
        ) from fault
    return True
