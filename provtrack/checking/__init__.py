"""Audit publications against recorded versions or a folder of files: what the commands call."""

from provtrack.checking.archive import Archive, ArchivedText, archive_of_folder, archive_of_store

__all__ = ["Archive", "ArchivedText", "archive_of_folder", "archive_of_store"]
