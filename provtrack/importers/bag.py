"""Checking a BagIt bag (RFC 8493, versions 0.93 to 1.0) and taking its payload out.

Every fault is found, not the first only, and each names its file. Nothing is fetched: a file that
``fetch.txt`` promises and that is not there is missing. Entry points: `check_bag` tells what is
wrong, `payload_of_bag` gives what is in ``data/`` of a bag in which nothing is.
"""

import codecs
import hashlib
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.package_files import fault_of_path, is_strewn, same_name
from provtrack.model.finding import Finding
from provtrack.model.names import Severity

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
FETCH = "fetch.txt"
PAYLOAD = "data/"
MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt")
ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
VERSIONS = ((0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0))
STRICT = (1, 0)  # from here each manifest lists each payload file, once
LINE = re.compile(r"([0-9a-fA-F]+)[ \t]+\*?(.+)")
SHOWN = 5


@dataclass(slots=True)
class _Bag:
    """A bag being checked: its files, what its declaration says, and what was found."""

    files: Mapping[str, bytes]
    version: tuple[int, int] = STRICT
    encoding: str = "utf-8"
    findings: list[Finding] = field(default_factory=list)

    def find(self, code: str, place: str, message: str) -> None:
        """Keep a fault of the bag."""
        self._keep(code, place, message, Severity.ERROR)

    def warn(self, code: str, place: str, message: str) -> None:
        """Keep what is odd but leaves the bag valid."""
        self._keep(code, place, message, Severity.WARNING)

    def _keep(self, code: str, place: str, message: str, severity: Severity) -> None:
        self.findings.append(
            Finding(code=code, severity=severity, message=f"{place} {message}", place=place)
        )


def check_bag(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Tell what is wrong or odd in a bag; a bag without an error is complete and valid.

    Args:
        files: Everything in the bag's folder, by path.
    """
    bag = _Bag(files)
    if _read_declaration(bag):
        manifests = sorted(path for path in files if MANIFEST.fullmatch(path))
        payload = [path for path in manifests if not path.startswith("tag")]
        if not payload:
            bag.find("BAG002", "manifest-sha512.txt", "is missing: no manifest lists the payload.")
        listed = {path: _read_manifest(bag, path) for path in manifests}
        for path in manifests:
            _check_listed(bag, path, listed[path])
        _check_all_listed(bag, {path: set(listed[path]) for path in payload})
        _check_fetch(bag, {path for manifest in payload for path in listed[manifest]})
        _check_count(bag)
    return tuple(bag.findings)


def payload_of_bag(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the payload of a bag by path below ``data/``.

    Raises:
        FormatError: The bag is not valid; names the files that are missing or damaged.
    """
    faults = [found for found in check_bag(files) if found.severity is Severity.ERROR]
    if faults:
        more = f" And {len(faults) - SHOWN} more." if len(faults) > SHOWN else ""
        said = " ".join(found.message for found in faults[:SHOWN])
        raise FormatError(f"the bag is not valid: {said}{more}")
    return {
        path.removeprefix(PAYLOAD): content
        for path, content in files.items()
        if path.startswith(PAYLOAD)
    }


def _read_declaration(bag: _Bag) -> bool:
    """Read ``bagit.txt``; False where it says too little to go on."""
    if DECLARATION not in bag.files:
        bag.find("BAG001", DECLARATION, "is missing: this is no bag.")
        return False
    content = bag.files[DECLARATION]
    form = rb"BagIt-Version:[ \t]*(\d+)\.(\d+)[ \t]*\r?\n"
    form += rb"Tag-File-Character-Encoding:[ \t]*([\w.:-]+)[ \t]*[\r\n]*"
    match = re.fullmatch(form, content)
    if not match:
        bag.find("BAG001", DECLARATION, "does not say version and character encoding as it must.")
        return False
    bag.version = (int(match[1]), int(match[2]))
    bag.encoding = match[3].decode()
    if bag.version not in VERSIONS:
        bag.find("BAG001", DECLARATION, f"says version {match[1].decode()}.{match[2].decode()}.")
        return False
    try:
        codecs.lookup(bag.encoding)
    except LookupError:
        bag.find("BAG001", DECLARATION, f"names an unknown encoding: {bag.encoding}.")
        return False
    return True


def _lines(bag: _Bag, path: str) -> list[str]:
    """Read the lines of a tag file that have something on them."""
    try:
        text = bag.files[path].decode(bag.encoding)
    except (UnicodeError, LookupError):
        bag.find("BAG003", path, f"cannot be decoded as {bag.encoding}.")
        return []
    return [line for line in re.split(r"\r\n|\r|\n", text.lstrip("\ufeff")) if line.strip()]


def _read_manifest(bag: _Bag, manifest: str) -> dict[str, str]:
    """Read a manifest: digest by path. Paths that lead outside are found and left out."""
    digests: dict[str, str] = {}
    for line in _lines(bag, manifest):
        match = LINE.fullmatch(line)
        if not match:
            bag.find("BAG003", manifest, f"has a line that is none of a manifest: {line[:60]!r}.")
            continue
        digest, written = match[1].lower(), match[2]
        path = _path_of(bag, manifest, written)
        if path is None:
            continue
        if path in digests:
            _find_twice(bag, manifest, path, is_same=digests[path] == digest)
        digests.setdefault(path, digest)
    return digests


def _find_twice(bag: _Bag, manifest: str, path: str, *, is_same: bool) -> None:
    """Keep that a manifest lists a path twice: a fault since 1.0, and always if they differ."""
    keep = bag.warn if is_same and bag.version < STRICT else bag.find
    keep("BAG006", manifest, f"lists {path} twice" + ("." if is_same else ", with two digests."))


def _path_of(bag: _Bag, manifest: str, written: str) -> str | None:
    """Give the path a line means, decoded where the bag has it only so; None if outside."""
    fault = fault_of_path(written)
    is_payload = not manifest.startswith("tag") and manifest != INFO
    plain = written.removeprefix("./")
    if fault or (is_payload and not plain.startswith(PAYLOAD)):
        reason = fault or "payload stands in data/"
        bag.find("BAG007", manifest, f"lists {written!r}: {reason}.")
        return None
    if plain != written:
        bag.warn("BAG008", manifest, f"lists {written!r}, which is {plain}.")
    decoded = re.sub("%(0[AaDd]|25)", lambda code: chr(int(code[1], 16)), plain)
    return decoded if decoded in bag.files or bag.version >= STRICT else plain


def _check_listed(bag: _Bag, manifest: str, digests: Mapping[str, str]) -> None:
    """Hold every file that a manifest lists against its digest."""
    algorithm = MANIFEST.fullmatch(manifest)[2]  # type: ignore[index] # chosen by this pattern
    if algorithm not in ALGORITHMS:
        bag.find("BAG003", manifest, f"has digests of a kind that is not known: {algorithm}.")
        return
    names: dict[str, list[str]] = {}
    for path in digests:
        names.setdefault(same_name(path), []).append(path)
    for path, digest in digests.items():
        twins = [other for other in names[same_name(path)] if other != path]
        if twins:
            bag.warn("BAG008", path, f"and {twins[0]} are one file on some systems.")
        if path in bag.files:
            found = hashlib.new(algorithm, bag.files[path], usedforsecurity=False).hexdigest()
            if found != digest:
                bag.find(
                    "BAG005",
                    path,
                    f"is damaged: its {algorithm} should be {digest} and is {found}.",
                )
        elif is_strewn(path):
            bag.warn("BAG008", path, "is missing; systems make and remove it of their own.")
        elif not any(twin in bag.files and digests[twin] == digest for twin in twins):
            bag.find("BAG004", path, "is missing.")


def _check_all_listed(bag: _Bag, listed: Mapping[str, set[str]]) -> None:
    """See that each payload file is listed: in each manifest since 1.0, before in one of them."""
    for path in bag.files:
        if not path.startswith(PAYLOAD) or is_strewn(path):
            continue
        lacking = [manifest for manifest, paths in listed.items() if path not in paths]
        if lacking and (bag.version >= STRICT or len(lacking) == len(listed)):
            bag.find("BAG009", path, f"is not listed in {lacking[0]}.")


def _check_fetch(bag: _Bag, listed: Set[str]) -> None:
    """See that what is to be fetched has its place in the bag, and stands in a manifest."""
    if FETCH not in bag.files:
        return
    for line in _lines(bag, FETCH):
        parts = line.split(None, 2)
        if len(parts) != 3:
            bag.find("BAG003", FETCH, f"has a line that is none of it: {line[:60]!r}.")
            continue
        path = parts[2].removeprefix("./")
        fault = fault_of_path(path) or (not path.startswith(PAYLOAD) and "payload is in data/")
        if fault:
            bag.find("BAG007", FETCH, f"names {path!r}: {fault}.")
        elif path not in listed:
            bag.find("BAG009", FETCH, f"names {path!r}, which is listed in no manifest.")


def _check_count(bag: _Bag) -> None:
    """Hold number and size of the payload against ``Payload-Oxum``; of a short bag more is said."""
    said = [value for name, value in _said(bag) if name.casefold() == "payload-oxum"]
    is_short = any("is missing" in found.message for found in bag.findings)
    if len(said) != 1 or is_short:
        return
    payload = [c for path, c in bag.files.items() if path.startswith(PAYLOAD)]
    found = f"{sum(map(len, payload))}.{len(payload)}"
    if said[0] != found:
        bag.find("BAG010", INFO, f"gives bytes and files as {said[0]}; there are {found}.")


def _said(bag: _Bag) -> Iterator[tuple[str, str]]:
    """Yield what ``bag-info.txt`` says, by name; a line that begins with a space goes on."""
    for line in _lines(bag, INFO) if INFO in bag.files else ():
        name, colon, value = line.partition(":")
        if colon and name.strip() and not line[0].isspace():
            yield name.strip(), value.strip()
        elif not line[0].isspace():
            bag.find("BAG003", INFO, f"has a line without a name: {line[:60]!r}.")
