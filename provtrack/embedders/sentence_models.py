"""Models of the library sentence-transformers, from the extra `embeddings`.

A model is read from the disk only: one that is not there is not fetched. Its name holds a digest of
its files or the revision it was published as, so that two models never pass for one.
"""

import hashlib
from pathlib import Path
from types import ModuleType
from typing import Protocol

from provtrack.aligner.counts import Floats
from provtrack.errors import EmbedderError, MissingExtraError

INSTALL = 'pip install "provtrack[embeddings]"'
WEIGHTS = ("*.safetensors", "*.bin", "*.json", "*.txt", "*.model")
SHOWN = 12  # hexadecimal digits of a digest


class _Model(Protocol):
    """What of a sentence-transformers model is used."""

    def encode(
        self,
        sentences: list[str],
        *,
        convert_to_numpy: bool,
        normalize_embeddings: bool,
        show_progress_bar: bool,
    ) -> Floats: ...


class SentenceModel:
    """A loaded model, as an `aligner.Embedder`."""

    def __init__(self, name: str, model: _Model) -> None:
        self.name = name
        self._model = model

    def embed(self, texts: list[str]) -> Floats:
        """Give a vector of length 1 for each text."""
        return self._model.encode(
            texts, convert_to_numpy=True, normalize_embeddings=True, show_progress_bar=False
        )


def load_model(model: str) -> SentenceModel:
    """Load a model by its name on this disk, or from a folder.

    Raises:
        MissingExtraError: The library is not installed.
        EmbedderError: The model is not on this disk, or cannot be read.
    """
    library = _library()
    try:
        loaded = library.SentenceTransformer(model, local_files_only=True, trust_remote_code=False)
    except Exception as fault:  # the library raises errors of many kinds for a model it lacks
        raise EmbedderError(
            f"the model {model} is not on this disk, or cannot be read, and provtrack downloads "
            f"none: get it once with `hf download {model}`, or name the folder it stands in."
        ) from fault
    return SentenceModel(f"sentence-transformers:{_identified(model, loaded)}", loaded)


def _library() -> ModuleType:
    try:
        import sentence_transformers
    except ImportError as fault:
        raise MissingExtraError(
            f"models for embedding need the extra embeddings. Install it with: {INSTALL}"
        ) from fault
    library: ModuleType = sentence_transformers
    return library


def _identified(model: str, loaded: object) -> str:
    """Name a model with its version: of a folder, the digest of its files."""
    folder = Path(model)
    if folder.is_dir():
        return f"{folder.resolve().name}@{_digest(folder)}"
    config = getattr(getattr(_first_module(loaded), "auto_model", None), "config", None)
    revision = getattr(config, "_commit_hash", None)
    return f"{model}@{str(revision)[:SHOWN]}" if revision else model


def _first_module(loaded: object) -> object:
    """The network itself, first of the modules a model is made of."""
    modules = getattr(loaded, "_modules", None)
    return next(iter(modules.values()), None) if isinstance(modules, dict) else None


def _digest(folder: Path) -> str:
    """Digest of the files a model is made of, by their names."""
    found = hashlib.sha256()
    files = {file for pattern in WEIGHTS for file in folder.rglob(pattern) if file.is_file()}
    for file in sorted(files, key=lambda one: one.relative_to(folder).as_posix()):
        found.update(file.relative_to(folder).as_posix().encode() + b"\0")
        with file.open("rb") as stream:
            found.update(hashlib.file_digest(stream, "sha256").digest())
    return found.hexdigest()[:SHOWN]
