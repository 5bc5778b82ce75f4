"""Archival references: the words as printed, the parts written in them, and what is odd.

One grammar for each family of repositories (`families` lists them), rules that say what is odd,
printing in customary styles (`printing`), data (`written_forms`), and checks beside the document
(`in_context`). Entry point: `read_reference`. What no grammar fits is kept as it is, with family
"unread".
"""

from provtrack.references.reading import read_reference

__all__ = ["read_reference"]
