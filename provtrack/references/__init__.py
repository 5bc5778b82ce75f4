"""Archival references: the words as printed, the parts written in them, and what is odd.

A first grammar: fond, opis, papka, delo and leaves, in Latin and Cyrillic. Entry point:
`read_reference`. What no grammar fits is kept as it is, with family "unread".
"""

from provtrack.references.reading import read_reference

__all__ = ["read_reference"]
