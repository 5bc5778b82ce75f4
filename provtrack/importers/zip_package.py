"""Open ZIP packages (DOCX, ODT, EPUB, pages of recognised text): bounded members, sizes, ratios.

Nothing is ever written to the disk: parts are bytes by their path in the package, and a path that
leaves the package is refused all the same, because it shows what the package was made for.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from provtrack.errors import FormatError

MAX_MEMBERS = 2_000  # a book with a thousand pictures has as many
MAX_MEMBER_BYTES = 64 * 1024 * 1024  # the text of a large book has 20 MB of XML
MAX_TOTAL_BYTES = 512 * 1024 * 1024  # as the package itself declares; pictures are never unpacked
MAX_RATIO = 200  # XML packs 10 to 30 times; a bomb 1,000 times
MIN_SUSPECT_BYTES = 1024 * 1024  # small members may pack to any ratio

OUTSIDE = re.compile(r"^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)")
MIMETYPE = re.compile(rb"PK\x03\x04.{26}mimetype([\w.+/-]+)", re.DOTALL)


def mimetype_of(data: bytes) -> str:
    """What an ODT or EPUB package says it is, in its first, unpacked member; else empty."""
    match = MIMETYPE.match(data[:200])
    return match.group(1).decode("ascii").partition("PK")[0] if match else ""


def unpack(data: bytes, name: str, *, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Unpack the wanted parts of a package.

    Args:
        wanted: Whether the part of this path is to be unpacked.

    Returns:
        Parts by their path in the package, in its order.

    Raises:
        FormatError: No ZIP, damaged, encrypted, or unpacking to an unreasonable size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            _check_members(members, name)
            return {
                one.filename: _unpacked(package, one, name)
                for one in members
                if wanted(one.filename)
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise FormatError(f"cannot read {name}: a damaged ZIP package ({error}).") from error
    except (RuntimeError, ValueError, OverflowError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"cannot read {name}: {error}.") from error


def _check_members(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse a bomb by what the package declares, before anything is unpacked."""
    if len(members) > MAX_MEMBERS:
        raise FormatError(f"cannot read {name}: it packs {len(members)} files into one.")
    if any(one.flag_bits & 0x1 for one in members):
        raise FormatError(f"cannot read {name}: it is encrypted. Save it without a password.")
    total = sum(one.file_size for one in members)
    if total > MAX_TOTAL_BYTES:
        raise FormatError(
            f"cannot read {name}: it unpacks to {total // 1024**2} MB, which no document needs."
        )
    seen: set[str] = set()
    for one in members:
        _check_member(one, name)
        if one.filename in seen:
            raise FormatError(f"cannot read {name}: its part {one.filename!r} is there twice.")
        seen.add(one.filename)


def _check_member(member: zipfile.ZipInfo, name: str) -> None:
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > MIN_SUSPECT_BYTES and ratio > MAX_RATIO:
        raise FormatError(
            f"cannot read {name}: its part {member.filename!r} is packed {ratio:.0f} times, "
            "as in a ZIP bomb."
        )
    if OUTSIDE.search(member.filename):
        raise FormatError(
            f"cannot read {name}: its part {member.filename!r} has a path that leads outside."
        )


def _unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one part; the limit holds whatever size the package declares."""
    with package.open(member) as stream:
        data = stream.read(MAX_MEMBER_BYTES + 1)
    if len(data) > MAX_MEMBER_BYTES:
        raise FormatError(
            f"cannot read {name}: its part {member.filename!r} is larger than "
            f"{MAX_MEMBER_BYTES // 1024**2} MB."
        )
    return data
