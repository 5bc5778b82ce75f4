"""Embedders by name: found, loaded, and their vectors kept. Entry point: `open_embedder`.

An embedder is a plug-in (`aligner.Embedder`); provtrack has none of its own and downloads none.
"""

from provtrack.embedders.opening import open_embedder

__all__ = ["open_embedder"]
