"""The store: ``versions/`` on the disk, an OCFL 1.1 storage root written and read by `Store`."""

from provtrack.store.store import DEFAULT_ID_PREFIX, Store

__all__ = ["DEFAULT_ID_PREFIX", "Store"]
