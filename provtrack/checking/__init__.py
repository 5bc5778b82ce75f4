"""Audit publications against recorded versions or a folder of files: what the commands call.

Entry points: `audit_files` with an `AuditRequest`, `commented_publications`; `archive_of_folder`
and `archive_of_store` open what is audited against.
"""

from provtrack.checking.archive import Archive, ArchivedText, archive_of_folder, archive_of_store
from provtrack.checking.auditing import AuditRequest, audit_files, commented_publications
from provtrack.checking.opened import OpenedSources

__all__ = [
    "Archive",
    "ArchivedText",
    "AuditRequest",
    "OpenedSources",
    "archive_of_folder",
    "archive_of_store",
    "audit_files",
    "commented_publications",
]
