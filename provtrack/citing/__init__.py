"""Notes of a publication -> the works they cite, and which recorded documents these are.

Entry points: `cited_works` reads the works of notes, and of parentheses behind quotations, which
`behind` names; `resolve` finds which `KnownDocuments` they mean;
`check_citations` says what is odd in them, `beside_found` what is odd beside the document in which
the words quoted stand.
"""

from provtrack.citing.cataloguing import DocumentWords, catalogued
from provtrack.citing.checking import beside_found, check_citations
from provtrack.citing.inline import Parenthesis, behind, inside
from provtrack.citing.known import KnownDocuments
from provtrack.citing.numbering import is_bare
from provtrack.citing.resolving import resolve
from provtrack.citing.works import cited_works, in_text, note_of_source

__all__ = [
    "DocumentWords",
    "KnownDocuments",
    "Parenthesis",
    "behind",
    "beside_found",
    "catalogued",
    "check_citations",
    "cited_works",
    "in_text",
    "inside",
    "is_bare",
    "note_of_source",
    "resolve",
]
