"""Events as files: canonical bytes, and what an OCFL inventory says of them.

``event.json`` is canonical JSON (RFC 8785), so that anyone can compute the head of a document
again from what the event says, without this program.
"""

import hashlib
import re
from importlib import metadata
from urllib.parse import quote

import rfc8785

from provtrack.model.history import Event
from provtrack.model.names import DEFAULT_ID_PREFIX

ADDRESS = re.compile(r"(?P<name>.*\S)\s*<(?P<address>[^<>\s]+)>")
URI = re.compile(r"[a-z][a-z0-9+.-]{2,5}:\S+")  # OCFL validators want a scheme of 3 to 6 letters


def program_name() -> str:
    """Name this program with its version, for example ``provtrack 0.1.0``."""
    try:
        return f"provtrack {metadata.version('provtrack')}"
    except metadata.PackageNotFoundError:  # run from a source tree that was never installed
        return "provtrack"


def event_bytes(event: Event) -> bytes:
    """Write an event as canonical JSON (RFC 8785)."""
    return rfc8785.dumps(event.model_dump(mode="json"))


def head_of(event: Event) -> str:
    """Compute the digest of an event: the head of its document after it, in hexadecimal."""
    return hashlib.sha512(event_bytes(event)).hexdigest()


def message_of(event: Event) -> str:
    """Say in one line what an event did, for the inventory."""
    what = " ".join((event.kind.value, *event.versions))
    return f"{what}: {event.reason}" if event.reason else what


def user_of(by: str, *, id_prefix: str) -> tuple[str, str]:
    """Split who acted into a name and an address that is a URI, as OCFL recommends.

    ``A. Editor <editor@example.org>`` has an address; any other name gets one made of the prefix.
    """
    match = ADDRESS.fullmatch(by)
    if not match:
        return by, f"{_scheme_safe(id_prefix)}agent/{quote(by, safe='')}"
    address = match["address"]
    return match["name"], address if URI.fullmatch(address) else f"mailto:{address}"


def _scheme_safe(id_prefix: str) -> str:
    """Give the prefix if its scheme passes as an address, else one that does."""
    return id_prefix if URI.fullmatch(id_prefix) else DEFAULT_ID_PREFIX
