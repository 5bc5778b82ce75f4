"""What makes each export of a document valid: the schema or the program of others, by format.

A check takes what `export_document` gives and the package it was made of, and raises where
something is wrong. A schema that is not at hand leaves the checks that need none.
"""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import bagit
import jsonschema
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as citeproc_formatter
from citeproc.source.json import CiteProcJSON
from lxml import etree
from prov.model import ProvDocument

from provtrack.exporters.writing import write_folder
from provtrack.importers.content import Content
from provtrack.importers.packages import read_package
from provtrack.importers.prov_json import read_prov_json
from provtrack.importers.prov_xml import read_prov_xml
from provtrack.model.package import Package
from provtrack.packing import whole_of
from provtrack.provenance.constraints import check_statements

SHARED = Path(__file__).parents[2] / "shared/conformance/provenance"
SCHEMAS = SHARED / "schemas"
CRATE_VALIDATION = Path(__file__).parent / "crate_validation.py"
OMEGAT = Path(os.environ.get("OMEGAT_JAR", "/usr/share/omegat/OmegaT.jar"))

UNKNOWN_TO_CITEPROC = {"archive_collection", "custom"}  # of CSL 1.0.2; it would warn of them

Files = Mapping[str, bytes]


@cache
def _relax_ng(name: str) -> etree.RelaxNG | None:
    path = SCHEMAS / name
    if not path.exists():
        return None
    content = path.read_bytes()
    opened = gzip.decompress(content) if name.endswith(".gz") else content
    return etree.RelaxNG(etree.fromstring(opened))


@cache
def _json_schema(path: Path) -> dict[str, object] | None:
    return json.loads(path.read_text("utf-8")) if path.exists() else None


@cache
def _tmx_definition() -> etree.DTD | None:
    if not zipfile.is_zipfile(OMEGAT):
        return None
    with zipfile.ZipFile(OMEGAT) as members:
        return etree.DTD(io.BytesIO(members.read("schemas/tmx14.dtd")))


def _check_xml(content: bytes, schema: etree.RelaxNG | etree.DTD | None) -> etree._Element:
    root = etree.fromstring(content)
    assert schema is None or schema.validate(root), schema.error_log
    return root


def _same_again(files: Files, package: Package, folder: Path) -> Path:
    """Write the files, read them, and see that it is the same document."""
    write_folder(folder / "sent", files)
    assert read_package(folder / "sent") == package
    return folder / "sent"


def _check_bag(files: Files, package: Package, folder: Path) -> None:
    bagit.Bag(str(_same_again(files, package, folder))).validate()


def _check_crate(files: Files, package: Package, folder: Path) -> None:
    crate = _same_again(files, package, folder)
    assert crate_faults(crate, folder) == []


def crate_faults(crate: Path, folder: Path) -> list[str]:
    """List what the validator of others says against a crate."""
    words = [sys.executable, str(CRATE_VALIDATION), str(crate), str(folder / "cache")]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    first, *faults = ran.stdout.splitlines()
    assert int(first.removesuffix(" checks")) >= 30
    return faults


def _check_tei(content: bytes, package: Package, _: Path) -> None:
    root = _check_xml(content, _relax_ng("tei_all-p5-4.8.0.rng.gz"))
    ids = set(root.xpath("//@xml:id"))
    assert all(point[1:] in ids for points in root.xpath("//@corresp") for point in points.split())
    assert len(root.xpath("//*[local-name()='group']/*")) == len(whole_of(package).versions)


def _check_tmx(content: bytes, package: Package, _: Path) -> None:
    units = _check_xml(content, _tmx_definition()).findall("body/tu")
    beads = [bead for one in whole_of(package).alignments for bead in one.alignment.beads]
    assert len(units) <= len(beads)


def _check_ead(content: bytes, package: Package, _: Path) -> None:
    root = _check_xml(content, _relax_ng("ead3.rng"))
    words = root.xpath("//*[local-name()='didnote']/text()")
    assert set(whole_of(package).document.references) <= set(words)


def _check_csl(content: bytes, package: Package, _: Path) -> None:
    items = json.loads(content)
    schema = _json_schema(SCHEMAS / "csl-data.json")
    if schema is not None:
        jsonschema.Draft7Validator(schema).validate(items)
    for item in items:
        printed = rendered(item)
        assert all(word in printed for word in item["title"].split() if word.isalnum())


def rendered(item: dict[str, object]) -> str:
    """Print an item as a bibliography has it (the style that comes with citeproc)."""
    known = {name: value for name, value in item.items() if name not in UNKNOWN_TO_CITEPROC}
    source = CiteProcJSON([known])
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, citeproc_formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return str(bibliography.bibliography()[0])


def _check_annotations(content: bytes, package: Package, _: Path) -> None:
    collection = json.loads(content)
    items = collection.get("first", {}).get("items", [])
    assert collection["total"] == len(items)
    texts = whole_of(package).texts
    for place in (place for item in items for place in item["target"] if "selector" in place):
        quote, position = place["selector"]
        siglum = place["source"]["id"].split("/")[-2]
        assert texts[siglum][position["start"] : position["end"]] == quote["exact"]


def _check_prov_json(content: bytes, package: Package, _: Path) -> None:
    schema = _json_schema(SHARED / "prov-json.schema.json")
    if schema is not None:
        jsonschema.Draft4Validator(schema).validate(json.loads(content))
    found = read_prov_json(Content(name="x.json", data=content))
    assert check_statements(found, usage_is_unique=True) == ()
    assert len(found.bundles) == len(package.events)


def _check_prov_xml(content: bytes, package: Package, _: Path) -> None:
    found = read_prov_xml(Content(name="x.xml", data=content))
    assert check_statements(found, usage_is_unique=True) == ()
    assert len(found.bundles) == len(package.events)


def _check_prov_n(content: bytes, package: Package, _: Path) -> None:
    text = content.decode()
    assert (text.startswith("document"), text.endswith("endDocument\n")) == (True, True)
    assert text.count("endBundle") >= len(package.events)


def _check_trig(content: bytes, package: Package, _: Path) -> None:
    found = ProvDocument.deserialize(content=content.decode(), format="rdf", rdf_format="trig")
    assert len(list(found.bundles)) == len(package.events)


CHECKS: Mapping[str, Callable[..., object]] = {
    "folder": _same_again,
    "bagit": _check_bag,
    "ro-crate": _check_crate,
    "tei": _check_tei,
    "tmx": _check_tmx,
    "csl-json": _check_csl,
    "ead": _check_ead,
    "web-annotation": _check_annotations,
    "prov-json": _check_prov_json,
    "prov-n": _check_prov_n,
    "prov-xml": _check_prov_xml,
    "prov-trig": _check_trig,
}
