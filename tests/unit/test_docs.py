"""The documentation says what the program has: fields of formats, terms of the glossary."""

import dataclasses
import importlib
import pkgutil
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
import typer.core

import provtrack
from provtrack.cli.app import app
from provtrack.exporters.collation_json import AlignedPair, AlignedSentences
from provtrack.model.alignment import StoredAlignment
from provtrack.model.comparison import Collation
from provtrack.model.document import Document, Notes, Version
from provtrack.model.history import Event
from provtrack.model.lexicon import AlignmentList, StoredLexicon
from provtrack.model.package import PackageLabel
from provtrack.model.register import DocumentRegister
from provtrack.model.review import Reviews
from provtrack.model.search_index import PartList
from provtrack.model.stored import StoredModel

DOCS = Path(__file__).parents[2] / "docs"
WRITTEN = (
    Event,
    Document,
    Version,
    Notes,
    StoredAlignment,
    Reviews,
    PackageLabel,
    StoredLexicon,
    PartList,
    DocumentRegister,
    AlignmentList,
    Collation,
    AlignedPair,
    AlignedSentences,
)

# Terms of the glossary whose code name belongs to what is not built yet: the audit.
AUDIT = {"Citation", "Check", "Locus", "Passage", "Publication", "Quotation", "Verdict"}
LATER = AUDIT


def parts_of(kind: object) -> Iterator[type]:
    """Yield a written class and every class of the project that its fields hold."""
    seen: set[type] = set()
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        waiting += typing.get_args(one)
        if isinstance(one, type) and one not in seen and fields_of(one):
            seen.add(one)
            yield one
            waiting += typing.get_type_hints(one).values()


def fields_of(kind: type) -> tuple[str, ...]:
    """Name the fields of a stored model or a value; of anything else, none."""
    if isinstance(kind, type(StoredModel)) and issubclass(kind, StoredModel):
        return tuple(kind.model_fields)
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    return ()


def written_classes() -> list[type]:
    """Every class whose fields stand in a file, sorted by name."""
    found = {part for kind in WRITTEN for part in parts_of(kind)}
    return sorted(found, key=lambda kind: kind.__name__)


def described(page: str, kind: type) -> set[str]:
    """Field names described under the heading of a class and of those it extends."""
    names = {one.__name__ for one in kind.__mro__}
    sections = re.findall(r"^### (.*?)(?=^##|\Z)", page, flags=re.M | re.S)
    rows = [part for part in sections if re.match(r"`(\w+)`", part)[1] in names]  # type: ignore[index]
    return set(re.findall(r"^\| `(\w+)` \|", "\n".join(rows), flags=re.M))


FORMATS = (DOCS / "formats.md").read_text(encoding="utf-8")
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", written_classes(), ids=lambda kind: kind.__name__)
def test_every_written_field_is_described(kind: type) -> None:
    assert set(fields_of(kind)) - described(FORMATS, kind) == set()


def test_no_field_is_described_that_is_not_written() -> None:
    headings = set(re.findall(r"^### `(\w+)`", FORMATS, flags=re.M))
    known = {kind.__name__: kind for kind in written_classes()}
    assert headings == set(known)
    assert {name: described(FORMATS, kind) for name, kind in known.items()} == {
        name: set(fields_of(kind)) for name, kind in known.items()
    }


def test_every_term_with_a_code_name_can_be_imported() -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(provtrack.__path__, prefix="provtrack.")
        if not module.name.endswith("__main__")
    ]
    named = set(re.findall(r"^\| [^|]*`([A-Z]\w+)` \|", GLOSSARY, flags=re.M))
    missing = {name for name in named if not any(hasattr(module, name) for module in modules)}
    assert missing - LATER == set()


def options_of(command: typer.core.TyperCommand) -> set[str]:
    """Name the options of a command, without --help."""
    flags = {flag for parameter in command.params for flag in parameter.opts}
    return {flag for flag in flags if flag.startswith("--")} - {"--help"}


def test_the_page_of_the_command_line_has_the_commands_and_options_of_the_program() -> None:
    page = (DOCS / "command-line.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, flags=re.M | re.S))
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    told = {
        name: set(re.findall(r"^\| `(--[\w-]+)", text, flags=re.M))
        for name, text in sections.items()
    }
    assert told == {name: options_of(command) for name, command in commands.items()}


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [target for target in targets if not (page.parent / target).exists()] == []
