"""A document as a BagIt bag (RFC 8493, version 1.0): what archives take in.

The payload is the plain folder (`packing`), so that whoever opens the bag can read it. Nothing in
it depends on the day it was made: the same document gives the same bytes.
"""

import hashlib
from collections.abc import Mapping

from provtrack.model.package import WholeDocument
from provtrack.packing import pack

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def document_to_bag(whole: WholeDocument) -> dict[str, bytes]:
    """Give the files of a bag by path."""
    payload = {f"data/{path}": content for path, content in pack(whole.package).items()}
    tags = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _info(whole, payload).encode(),
        "manifest-sha512.txt": _manifest(payload),
    }
    return {**tags, "tagmanifest-sha512.txt": _manifest(tags), **payload}


def _info(whole: WholeDocument, payload: Mapping[str, bytes]) -> str:
    """Say what is in the bag."""
    size = sum(map(len, payload.values()))
    said = [
        ("External-Identifier", whole.package.uri),
        ("External-Description", whole.document.title),
        ("Internal-Sender-Identifier", whole.document.id),
        ("Internal-Sender-Description", f"provtrack head sha512:{whole.package.head}"),
        ("Payload-Oxum", f"{size}.{len(payload)}"),
    ]
    return "".join(f"{name}: {' '.join(words.split())}\n" for name, words in said if words.split())


def _manifest(files: Mapping[str, bytes]) -> bytes:
    """List files with their digests, by path."""
    lines = (
        f"{hashlib.sha512(content).hexdigest()}  {_encoded(path)}\n"
        for path, content in sorted(files.items())
    )
    return "".join(lines).encode()


def _encoded(path: str) -> str:
    """Write a path as manifests must: a per cent sign in it stands for itself no more."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
