"""The template environment: strict, escaping, with the package's own style sheet and scripts."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from provtrack.reporting.running_text import visible

PACKAGE = "provtrack.reporting"


@cache
def environment() -> Environment:
    """Make the environment of all pages; templates are compiled once."""
    return Environment(
        loader=PackageLoader(PACKAGE, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """Make control characters visible in every text a template writes; markup is ready."""
    return visible(value) if type(value) is str and not value.isprintable() else value


@cache
def static(names: Sequence[str]) -> Markup:
    """Read static files of this package, one after the other; they are ours and not escaped."""
    folder = resources.files(PACKAGE) / "static"
    return Markup("\n").join(  # ours alone: no text of a version comes near
        Markup((folder / name).read_text("utf-8"))  # noqa: S704
        for name in names
    )
