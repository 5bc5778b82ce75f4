"""Vectors kept beside a store, so that no paragraph is embedded twice by one embedder.

One file an embedder in ``.provtrack/vectors/``: rows of the digest of a paragraph (SHA-256 of its
text in UTF-8) and its vector (float32), as numpy writes them. Derived: the folder may be deleted at
any time. A file that is damaged or too large is made anew; nothing in it is ever executed.
"""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner import Embedder
from provtrack.aligner.counts import Floats
from provtrack.aligner.embedding import checked_vectors
from provtrack.output_files import write_in_one_step

MOST_BYTES = 1 << 30  # of one file; above it, what is not needed now is dropped
MOST_SIZE = 65_536  # numbers in one vector
DIGEST = 32  # bytes

Vectors = dict[bytes, Floats]


class CachedEmbedder:
    """An embedder that is only asked what it was never asked before."""

    def __init__(self, embedder: Embedder, folder: Path, tell: Callable[[str], None]) -> None:
        self.name = embedder.name
        self._embedder = embedder
        self._tell = tell
        name = hashlib.sha256(embedder.name.encode()).hexdigest()[:DIGEST]
        self._file = folder / f"{name}.npy"
        self._known: Vectors | None = None

    def embed(self, texts: list[str]) -> Floats:
        """Give a vector for each text, kept ones where there are; keep the new ones."""
        if self._known is None:
            self._known = self._read()
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        if new:
            made = checked_vectors(self._embedder, list(new.values()))
            if self._known and made.shape[1] != len(next(iter(self._known.values()))):
                self._tell(f"the vectors kept in {self._file} are of another size; made anew.")
                self._known = {}
                return self.embed(texts)
            self._known |= dict(zip(new, made, strict=True))
            self._write(keys)
        return np.stack([self._known[key] for key in keys])

    def _read(self) -> Vectors:
        """Read what is kept; nothing, with a sentence, if it cannot be used."""
        try:
            if self._file.stat().st_size > MOST_BYTES:
                raise ValueError("it is too large")
            return _vectors_in(self._file)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, EOFError, MemoryError) as fault:
            self._tell(f"the vectors kept in {self._file} cannot be used ({fault}); made anew.")
            return {}

    def _write(self, needed: list[bytes]) -> None:
        """Keep all vectors, or only those needed now if they have become too many."""
        known = self._known or {}
        size = len(next(iter(known.values())))
        if len(known) * (DIGEST + 4 * size) > MOST_BYTES:
            known = self._known = {key: known[key] for key in dict.fromkeys(needed)}
        rows = np.empty(len(known), _row(size))
        for place, key in enumerate(sorted(known)):
            rows[place] = np.frombuffer(key, np.uint8), known[key]
        content = io.BytesIO()
        np.save(content, rows, allow_pickle=False)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_in_one_step(content.getvalue(), self._file)
        except OSError as fault:
            self._tell(f"vectors cannot be kept in {self._file}: {fault.strerror or fault}.")


def _row(size: int) -> np.dtype:
    return np.dtype([("digest", np.uint8, (DIGEST,)), ("vector", "<f4", (size,))])


def _vectors_in(file: Path) -> Vectors:
    """Read a file of vectors.

    Raises:
        ValueError: It is not one.
    """
    # mapped, not loaded: numpy then refuses a file shorter than its head promises
    rows: NDArray[np.void] = np.load(file, mmap_mode="r", allow_pickle=False)
    shape = rows.dtype["vector"].shape if "vector" in (rows.dtype.names or ()) else ()
    if len(shape) != 1 or not 0 < shape[0] <= MOST_SIZE or rows.dtype != _row(shape[0]):
        raise ValueError("it holds something else")
    vectors = np.array(rows["vector"])
    if rows.ndim != 1 or not np.isfinite(vectors).all():
        raise ValueError("it holds what are no vectors")
    digests = [bytes(digest) for digest in rows["digest"]]
    return dict(zip(digests, vectors, strict=True))
