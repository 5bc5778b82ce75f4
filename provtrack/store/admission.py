"""What an act must be before a byte of it is written.

Every path, every JSON file and every digest is checked here; the store writes nothing that its own
`verify` would call damaged, and nothing that some system could not read.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime

from provtrack.errors import FormatError, NameFormatError, UsageError
from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Document, Version
from provtrack.model.history import Act
from provtrack.model.names import check_siglum
from provtrack.model.stored import load
from provtrack.store.inventory import digest_of
from provtrack.store.layout import (
    DOCUMENT,
    TEXT,
    alignment_path,
    check_no_collision,
    check_path,
    model_of,
    source_path,
    text_path,
    version_path,
)

WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MAX_NAME_LENGTH = 500  # of who acted


def check_act(act: Act) -> None:
    """See that an act says who and when, and names its files and versions as they may be named.

    Raises:
        UsageError: Naming what is wrong (NameFormatError for a path or siglum).
    """
    _check_line("who acts", act.by)
    if len(act.by) > MAX_NAME_LENGTH:
        raise UsageError(f"who acts has more than {MAX_NAME_LENGTH} characters: {act.by[:40]}...")
    _check_when(act.when)
    if act.reason is not None:
        _check_text("the reason", act.reason)
    for name in act.versions:
        siglum, _, revision = name.partition("@")
        check_siglum(siglum)
        if not re.fullmatch(r"[1-9]\d{0,8}", revision):
            raise NameFormatError(f"not a version with its revision: {name!r}, as in E1@2.")
    for path in act.files:
        check_path(path)


def _check_line(what: str, text: str) -> None:
    """See that a text is one line with something on it."""
    if not text.strip() or any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in text):
        raise UsageError(f"{what} must be a name on one line; it is {text!r}.")
    _check_text(what, text)


def _check_text(what: str, text: str) -> None:
    """See that a text can be written as UTF-8 and has no control characters but line ends."""
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in "\n\t"):
            raise UsageError(f"{what} has a character that cannot be kept: {character!r}.")


def _check_when(when: str) -> None:
    """See that a time is UTC to the second, and a real one."""
    try:
        datetime.fromisoformat(when)
        fits = bool(WHEN.fullmatch(when))
    except ValueError:
        fits = False
    if not fits:
        raise UsageError(f"not a time: {when!r}. Give UTC to the second: 2024-05-31T09:15:00Z.")


Reader = Callable[[str], bytes]


def check_result(document: str, act: Act, state: Mapping[str, str], read: Reader) -> None:
    """See that the document would be whole and true to its own digests after an act.

    Args:
        state: Digest by logical path, as it would be, without the event.
        read: Gives the content of a path, as it would be.

    Raises:
        UsageError: Two paths collide, a text lacks its metadata, a digest is wrong.
        FormatError: A JSON file is not what its place says.
    """
    if DOCUMENT not in state:
        raise UsageError(f"a document needs its metadata: {DOCUMENT} is missing.")
    check_no_collision(state)
    for path, content in act.files.items():
        if content is not None:
            check_content(document, path, content)
    touched = {path.split("/")[1] for path in act.files if path.startswith("texts/")}
    for siglum in sorted(touched):
        check_version(siglum, state, read)
    for path, content in act.files.items():
        if path.startswith("alignments/") and content is not None:
            _check_alignment(path, content, state)


def check_content(document: str, path: str, content: bytes) -> None:
    """See that one file is what its place in the document says.

    Raises:
        FormatError: Not such a file; not JSON; nested too deep; a key twice; not UTF-8.
    """
    model = model_of(path)
    if model is not None:
        stored = load(model, content, place=path)
        if isinstance(stored, Document) and stored.id != document:
            raise FormatError(f"{path} is of the document {stored.id!r}, not of {document!r}.")
        if isinstance(stored, Version) and version_path(stored.siglum) != path:
            raise FormatError(f"{path} is of the version {stored.siglum!r}.")
        if isinstance(stored, StoredAlignment):
            sigla = (stored.base.partition("@")[0], stored.witness.partition("@")[0])
            if alignment_path(*sigla) != path:
                raise FormatError(f"{path} is of {stored.base!r} and {stored.witness!r}.")
    elif path.endswith(f"/{TEXT}") and path.count("/") == 2:
        try:
            content.decode()
        except UnicodeDecodeError as fault:
            raise FormatError(f"{path} is not UTF-8 at byte {fault.start}.") from fault


def check_version(siglum: str, state: Mapping[str, str], read: Reader) -> None:
    """See that a version has its text and metadata, and that the digests in it are true.

    Raises:
        FormatError: Naming the version and what does not fit.
    """
    paths = [path for path in state if path.startswith(f"texts/{siglum}/")]
    if not paths:
        return
    for needed in (text_path(siglum), version_path(siglum)):
        if needed not in state:
            raise FormatError(f"the version {siglum!r} lacks {needed}.")
    version = load(Version, read(version_path(siglum)), place=version_path(siglum))
    found = hashlib.sha256(read(text_path(siglum))).hexdigest()
    if version.text_sha256 != found:
        raise FormatError(
            f"{version_path(siglum)} gives the text's sha256 as {version.text_sha256[:12]}...; "
            f"{text_path(siglum)} has {found[:12]}...."
        )
    if version.source is None:
        return
    source = source_path(siglum, version.source.name)
    if source not in state or state[source] != version.source.sha512:
        raise FormatError(f"{version_path(siglum)} names a source file that is not {source}.")


def _check_alignment(path: str, content: bytes, state: Mapping[str, str]) -> None:
    """See that an alignment is of versions the document holds."""
    stored = load(StoredAlignment, content, place=path)
    for name in (stored.base, stored.witness):
        if text_path(name.partition("@")[0]) not in state:
            raise FormatError(f"{path} aligns {name!r}, which the document does not hold.")


def read_from(files: Mapping[str, bytes | None], held: Mapping[str, bytes]) -> Reader:
    """Give a reader of files as they would be: new content first, then what is held."""

    def read(path: str) -> bytes:
        content = files.get(path)
        return held[path] if content is None else content

    return read


def result_of(files: Mapping[str, bytes | None], state: Mapping[str, str]) -> dict[str, str]:
    """Compute the digest of every path after an act.

    Raises:
        UsageError: A file is to be removed that is not held.
    """
    result = dict(state)
    for path, content in files.items():
        if content is not None:
            result[path] = digest_of(content)
        elif result.pop(path, None) is None:
            raise UsageError(f"cannot remove {path}: the document does not hold it.")
    return result
