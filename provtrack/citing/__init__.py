"""Notes of a publication -> the works they cite, and which recorded documents these are.

Entry points: `cited_works` reads the works of notes; `resolve` finds the documents they mean;
`check_citations` says what is odd in them.
"""

from provtrack.citing.cataloguing import DocumentWords, catalogued
from provtrack.citing.checking import check_citations
from provtrack.citing.resolving import resolve
from provtrack.citing.works import cited_works

__all__ = ["DocumentWords", "catalogued", "check_citations", "cited_works", "resolve"]
