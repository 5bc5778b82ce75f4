"""Where each version comes from: the provenance chain of a document, and what is odd in it."""

from provtrack.provenance.chain import chain_of

__all__ = ["chain_of"]
