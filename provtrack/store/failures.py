"""Failures of the disk in words: what could not be done, where, and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from provtrack.errors import NotInStoreError, StoreError

READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def in_words_on_reading(place: Path) -> Iterator[None]:
    """Turn an `OSError` of the body into a `StoreError` that says what could not be read."""
    try:
        yield
    except (StoreError, NotInStoreError):
        raise
    except OSError as fault:
        raise StoreError(reading_failed(fault, place)) from fault


@contextmanager
def in_words_on_writing(place: Path) -> Iterator[None]:
    """Turn an `OSError` of the body into a `StoreError` that says nothing was recorded and why."""
    try:
        yield
    except (StoreError, NotInStoreError):
        raise
    except OSError as fault:
        raise StoreError(writing_failed(fault, place)) from fault


def reading_failed(fault: OSError, place: Path) -> str:
    """Say that something could not be read."""
    name = fault.filename or place
    if isinstance(fault, FileNotFoundError):
        return f"{name} is missing; the store is damaged. `provtrack verify` tells more."
    return f"cannot read {name}: {fault.strerror or fault}."


def writing_failed(fault: OSError, place: Path) -> str:
    """Say that something could not be written, and that nothing was."""
    name = fault.filename or place
    if isinstance(fault, FileNotFoundError):
        return f"{name} is missing. Nothing was recorded; `provtrack verify` tells more."
    if fault.errno in READ_ONLY:
        return f"cannot write {name}: the store is read-only for you. Nothing was recorded."
    if fault.errno in FULL:
        return f"cannot write {name}: the disk is full. Nothing was recorded; make room, try again."
    if fault.errno == errno.EXDEV:
        return (
            f"cannot move into {place}: versions/ and .provtrack/ must be on one disk. "
            "Nothing was recorded."
        )
    return f"cannot write {name}: {fault.strerror or fault}. Nothing was recorded."
