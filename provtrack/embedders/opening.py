"""Find the embedder that a name means.

``package.module:factory`` is a callable without arguments; ``sentence-transformers:MODEL`` is a
model or a folder for the extra `embeddings`; any other name is one that an installed package
registers under the entry point group ``provtrack.embedders``. Only what the user names is loaded.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from provtrack.aligner import Embedder
from provtrack.embedders.vector_cache import CachedEmbedder
from provtrack.errors import EmbedderError, ProvtrackError, UsageError, ended

GROUP = "provtrack.embedders"
MODELS = "sentence-transformers"
MOST_NAME = 200  # characters of an embedder's name


def open_embedder(
    name: str, *, cache: Path | None = None, tell: Callable[[str], None] = print
) -> Embedder:
    """Load an embedder.

    Args:
        name: As above.
        cache: Folder where vectors are kept; None: they are not kept.
        tell: Takes a sentence for the reader, if kept vectors could not be used.

    Raises:
        UsageError: Nothing has this name.
        EmbedderError: It is there, but does not work.
        MissingExtraError: It needs an extra that is not installed.
    """
    kind, is_qualified, rest = name.partition(":")
    if is_qualified and not (kind and rest):
        raise UsageError(f"{name!r} names no embedder: {_forms()}")
    if kind == MODELS:
        from provtrack.embedders.sentence_models import load_model

        embedder: Embedder = load_model(rest)
    else:
        factory = _from_module(kind, rest) if is_qualified else _registered(name)
        embedder = _made(name, factory)
    return embedder if cache is None else CachedEmbedder(embedder, cache, tell)


def _forms() -> str:
    return f"write package.module:factory, {MODELS}:MODEL, or the name of an installed plug-in."


def _registered(name: str) -> object:
    """Load what an installed package registers under a name."""
    found = entry_points(group=GROUP)
    chosen = [one for one in found if one.name == name]
    if not chosen:
        known = ", ".join(sorted({one.name for one in found}))
        installed = f"Installed: {known}" if known else "No plug-in is installed"
        raise UsageError(f"there is no embedder {name!r}. {installed}; or {_forms()}")
    try:
        return chosen[0].load()
    except Exception as fault:  # somebody else's code: whatever it raises, it cannot be loaded
        raise EmbedderError(f"the embedder {name} cannot be loaded: {ended(str(fault))}") from fault


def _from_module(module: str, attribute: str) -> object:
    """Find ``module:attribute``."""
    try:
        found: object = import_module(module)
        for part in attribute.split("."):
            found = getattr(found, part)
    except ModuleNotFoundError as fault:
        raise UsageError(
            f"there is no module {fault.name}; the embedder {module}:{attribute} has to be "
            "installed where provtrack is, or stand on PYTHONPATH."
        ) from fault
    except AttributeError as fault:
        raise UsageError(f"the module {module} has no {attribute}.") from fault
    except Exception as fault:  # somebody else's code: whatever it raises, it cannot be loaded
        raise EmbedderError(f"the module {module} cannot be loaded: {ended(str(fault))}") from fault
    return found


def _made(name: str, factory: object) -> Embedder:
    """Call a factory; what it makes has a name and can embed."""
    if not callable(factory):
        raise UsageError(f"the embedder {name} is not a function that makes one.")
    try:
        made = factory()
    except ProvtrackError:
        raise
    except Exception as fault:  # somebody else's code: whatever it raises, it makes nothing
        said = ended(f"{type(fault).__name__}: {fault}")
        raise EmbedderError(f"the embedder {name} could not be made: {said}") from fault
    called = getattr(made, "name", None)
    if not (isinstance(called, str) and called.strip() and called.isprintable()):
        raise EmbedderError(f"the embedder {name} has no name that says its model and version.")
    if len(called) > MOST_NAME or not callable(getattr(made, "embed", None)):
        raise EmbedderError(f"the embedder {name} has too long a name, or no function embed.")
    embedder: Embedder = made
    return embedder
