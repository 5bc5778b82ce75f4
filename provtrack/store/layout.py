"""The names in ``versions/``: which paths a document may hold, and what each file must be.

The tree is an OCFL 1.1 storage root (https://ocfl.io/1.1/spec/); ``README.txt``, written into every
store, explains it. What is not one of ours is refused before anything is written.
"""

import re
import unicodedata
from collections.abc import Iterable
from importlib import resources

from provtrack.errors import NameFormatError, UsageError
from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Document, Notes, Version
from provtrack.model.names import RESERVED_NAMES, check_siglum
from provtrack.model.review import Reviews
from provtrack.model.stored import StoredModel

ROOT_DECLARATION = "0=ocfl_1.1"
OBJECT_DECLARATION = "0=ocfl_object_1.1"
DECLARATION_CONTENT = {ROOT_DECLARATION: b"ocfl_1.1\n", OBJECT_DECLARATION: b"ocfl_object_1.1\n"}
README = "README.txt"
INVENTORY = "inventory.json"
SIDECAR = "inventory.json.sha512"
CONTENT = "content"

EVENT = "event.json"
DOCUMENT = "document.json"
REVIEWS = "reviews.json"
TEXT = "text.txt"
VERSION = "version.json"
NOTES = "notes.json"

MAX_NAME_BYTES = 200  # of a source file; most file systems end at 255
FORBIDDEN_CHARACTERS = frozenset('<>:"/\\|?*')  # Windows cannot have them in a name


def readme_text() -> bytes:
    """Give the text of ``README.txt``, which explains the layout to a reader."""
    return resources.files("provtrack.store").joinpath("readme.txt").read_bytes()


def text_path(siglum: str) -> str:
    """Give the path of a version's recorded text inside its document."""
    return f"texts/{siglum}/{TEXT}"


def version_path(siglum: str) -> str:
    """Give the path of a version's metadata inside its document."""
    return f"texts/{siglum}/{VERSION}"


def notes_path(siglum: str) -> str:
    """Give the path of a version's notes inside its document."""
    return f"texts/{siglum}/{NOTES}"


def source_path(siglum: str, name: str) -> str:
    """Give the path of the file a version was read from inside its document."""
    return f"texts/{siglum}/source/{name}"


def alignment_path(base: str, witness: str) -> str:
    """Give the path of the alignment of two versions, named by their sigla."""
    return f"alignments/{base}--{witness}.json"


def model_of(path: str) -> type[StoredModel] | None:
    """Tell which stored model a path of a document holds; None for texts and source files."""
    if path == DOCUMENT:
        return Document
    if path == REVIEWS:
        return Reviews
    if path.startswith("alignments/"):
        return StoredAlignment
    parts = path.split("/")
    if len(parts) == 3 and parts[2] == VERSION:
        return Version
    return Notes if len(parts) == 3 and parts[2] == NOTES else None


def check_path(path: str) -> str:
    """Return a path inside a document, or say why it is none.

    Raises:
        NameFormatError: Absolute, climbing out, or not a place where provtrack keeps something.
    """
    if path in (DOCUMENT, REVIEWS):
        return path
    parts = path.split("/")
    if parts[0] == "alignments" and len(parts) == 2 and path.endswith(".json"):
        sigla = parts[1].removesuffix(".json").split("--")
        if len(sigla) == 2:
            for siglum in sigla:
                check_siglum(siglum)
            return path
    if parts[0] == "texts" and len(parts) >= 3:
        check_siglum(parts[1])
        if len(parts) == 3 and parts[2] in (TEXT, VERSION, NOTES):
            return path
        if len(parts) == 4 and parts[2] == "source":
            check_source_name(parts[3])
            return path
    raise NameFormatError(
        f"not a path inside a document: {path!r}. A document holds document.json, reviews.json, "
        "texts/SIGLUM/... and alignments/A--B.json."
    )


def check_source_name(name: str) -> str:
    """Return the name of a source file, or say why it cannot be kept under that name.

    Raises:
        NameFormatError: Empty, with a separator or control character, reserved, too long ...
    """
    fault = _name_fault(name)
    if fault:
        raise NameFormatError(f"cannot keep a file under the name {name!r}: {fault}.")
    return name


def _name_fault(name: str) -> str | None:
    """Say what keeps a name from being the same file on every system; None if nothing does."""
    if name in ("", ".", ".."):
        return "it is not a file name"
    if any(unicodedata.category(c) in ("Cc", "Cs") for c in name):
        return "it has a control character"
    if FORBIDDEN_CHARACTERS & set(name):
        return 'it has one of < > : " / \\ | ? *'
    if name[-1] in ". " or name[0] == " ":
        return "it begins with a space, or ends in a space or a full stop"
    if name.partition(".")[0].lower() in RESERVED_NAMES:
        return "the name is reserved on some systems"
    if unicodedata.normalize("NFC", name) != name:
        return "its letters are decomposed (not Unicode NFC)"
    if len(name.encode()) > MAX_NAME_BYTES:
        return f"it is longer than {MAX_NAME_BYTES} bytes"
    return None


def safe_source_name(name: str) -> str:
    """Make the nearest name a received file can be kept under on every system."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    name = "".join(
        "_" if c in FORBIDDEN_CHARACTERS or unicodedata.category(c) in ("Cc", "Cs") else c
        for c in name
    ).strip(" ")
    name = name.rstrip(". ") or "source"
    if name.partition(".")[0].lower() in RESERVED_NAMES:
        name = "_" + name
    stem, dot, ending = name.rpartition(".")
    while len(name.encode()) > MAX_NAME_BYTES:
        stem, ending = (stem[:-1], ending) if dot and stem else ("", ending[:-1])
        name = f"{stem}{dot}{ending}" if stem else ending
    return name


def check_no_collision(paths: Iterable[str]) -> None:
    """See that no two paths are one on a system that does not tell upper from lower case.

    Raises:
        UsageError: Naming the two paths.
    """
    seen: dict[str, str] = {}
    for path in paths:
        for depth in range(1, path.count("/") + 2):
            part = "/".join(path.split("/")[:depth])
            key = unicodedata.normalize("NFC", part.casefold())
            if seen.setdefault(key, part) != part:
                raise UsageError(
                    f"{part!r} and {seen[key]!r} differ by case only; some systems take them for "
                    "one. Use another name."
                )
