"""The layers of docs/architecture.md and the size limits of the house, kept true."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import provtrack

ROOT = Path(provtrack.__file__).parent
SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))}

LAYERS = (
    {"errors"},
    {"model"},
    {"text", "references"},
    {"aligner", "differ", "taxonomy", "quotations", "search", "citing"},
    {"collation", "interleaving", "reviewing", "auditing", "provenance", "packing"},
    {"output_files"},
    {"store", "indexing", "importers", "exporters", "reporting", "config", "embedders"},
    {"lexicons", "text_sources"},
    {"recording", "comparing", "checking", "searching", "tracing", "version_citing"},
    {"deciding", "demonstrating", "exchanging", "report_checking"},
    {"web", "cluster", "cli"},
    {"__main__", "__init__"},
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
NEIGHBOURS = {("references", "text"), ("auditing", "collation"), ("collation", "reviewing")}

OWNERS = {
    "anyascii": {"text", "aligner", "importers"},
    "charset_normalizer": {"importers"},
    "diff_match_patch": {"differ"},
    "jinja2": {"reporting"},
    "langcodes": {"text"},
    "lxml": {"checking", "importers", "exporters"},
    "markdown_it": {"importers"},
    "mdit_py_plugins": {"importers"},
    "numpy": {"aligner", "embedders", "indexing", "search"},
    "portalocker": {"store"},
    "prov": {"exporters"},
    "pylatexenc": {"importers"},
    "pypdfium2": {"importers"},
    "pydantic": {"model", "config"},
    "rapidfuzz": {"aligner", "differ", "taxonomy", "citing", "search", "auditing"},
    "rdflib": {"exporters"},
    "regex": {"references", "text"},
    "rfc8785": {"store"},
    "rich": {"cli"},
    "sentence_transformers": {"embedders"},
    "typer": {"cli"},
}
DISK = {"pathlib", "os", "shutil", "tempfile", "time", "datetime", "random", "subprocess"}
PURE = set().union(*LAYERS[:5])

LINES_PER_MODULE = 400
LINES_PER_FUNCTION = 50


def part(path: Path) -> str:
    """Name the top-level module or package a file belongs to."""
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imports() -> Iterator[tuple[str, str, str]]:
    """Yield (importing part, imported dotted name, place) for every import."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{place}: relative import"
                yield part(path), node.module or "", place
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    yield part(path), alias.name, place


def test_imports_point_downwards():
    wrong = []
    for importer, name, place in imports():
        package, _, rest = name.partition(".")
        imported = rest.partition(".")[0] or "__init__"
        if package != "provtrack" or imported == importer or (importer, imported) in NEIGHBOURS:
            continue
        if importer != "__init__" and imported == "__init__":
            wrong.append(f"{place}: {importer} imports the bare package")
        elif RANK[imported] >= RANK[importer]:
            wrong.append(f"{place}: {importer} imports {imported}")
    assert not wrong, "\n".join(wrong)


def test_every_part_stands_in_a_layer():
    assert {part(path) for path in SOURCES} <= set(RANK)


def test_third_party_packages_are_imported_by_their_owners_only():
    wrong = [
        f"{place}: {importer} imports {name}"
        for importer, name, place in imports()
        if importer not in OWNERS.get(name.partition(".")[0], {importer})
    ]
    assert not wrong, "\n".join(wrong)


def test_the_core_imports_nothing_that_reaches_the_disk_or_the_clock():
    wrong = [
        f"{place}: {importer} imports {name}"
        for importer, name, place in imports()
        if importer in PURE and name.partition(".")[0] in DISK
    ]
    assert not wrong, "\n".join(wrong)


def test_modules_stay_short():
    lengths = {path: path.read_text("utf-8").count("\n") for path in SOURCES}
    assert not {str(p): n for p, n in lengths.items() if n > LINES_PER_MODULE}


def test_functions_stay_short():
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for path, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= LINES_PER_FUNCTION
        and part(path) != "cli"  # Typer declares each option as a parameter
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", sorted(SOURCES), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(SOURCES[path])


def test_no_public_name_hides_a_module():
    public = getattr(importlib.import_module("provtrack"), "__all__", ())
    assert not {part(path) for path in SOURCES} & set(public)
