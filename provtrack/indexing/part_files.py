"""The file of one part of an index: a heading, and arrays that are mapped into memory.

    8 bytes   PTINDEX2
    8 bytes   length of the heading, little-endian
    heading   JSON, compressed (zlib): the texts, where each array stands, a checksum of all arrays
    arrays    32-bit numbers, little-endian, each at a multiple of 64 bytes after the heading

A file is named by the digest of its content and never changes. Whoever has it mapped may go on
reading after it is deleted. Entry points: `write_part`, `read_part`.
"""

import hashlib
import json
import mmap
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from provtrack.errors import FormatError
from provtrack.output_files import write_pieces_in_one_step
from provtrack.search import IndexedText, IndexPart
from provtrack.search.postings import Array, Postings

MAGIC = b"PTINDEX2"
HEAD = len(MAGIC) + 8
ALIGNED = 64
ENDING = ".part"
CHECKED_AT_ONCE = 1 << 22  # bytes
MOST_HEADING = 1 << 30  # bytes; a longer one is damage, not a heading

FIELDS = (
    "document", "file", "siglum", "revision", "place", "fingerprint", "is_retracted", "language",
    "text_sha256",
)  # fmt: skip


def write_part(part: IndexPart, folder: Path) -> str:
    """Write a part into a folder, whole and flushed; give the name of its file.

    Raises:
        OSError: The folder cannot be written to; nothing is left behind.
    """
    arrays = _arrays(part)
    checksum = 0
    for array in arrays:
        checksum = zlib.crc32(_bytes(array), checksum)
    heading = {
        "texts": [[getattr(text, name) for name in FIELDS] for text in part.texts],
        "lengths": [len(array) for array in arrays],
        "bits": [
            bits
            for postings in (part.pairs, part.rare)
            for bits in (postings.key_bits, postings.position_bits)
        ],
        "checksum": checksum,
    }
    packed = zlib.compress(json.dumps(heading, ensure_ascii=False).encode(), 1)
    name = hashlib.sha256(packed).hexdigest()[:24] + ENDING
    write_pieces_in_one_step(_pieces(packed, arrays), folder / name)
    return name


def _arrays(part: IndexPart) -> list[Array]:
    """Give the arrays of a part in the order of the file."""
    return [
        part.starts,
        part.samples,
        part.rare.buckets,
        part.rare.packed,
        part.pairs.buckets,
        part.pairs.packed,
    ]


def _bytes(array: Array) -> memoryview:
    little = array if sys.byteorder == "little" else array.byteswap()
    return np.ascontiguousarray(little).data.cast("B")


def _pieces(heading: bytes, arrays: list[Array]) -> Iterator[bytes | memoryview]:
    """Give the file piece by piece."""
    yield MAGIC + len(heading).to_bytes(8, "little")
    yield heading
    at = HEAD + len(heading)
    for array in arrays:
        yield bytes(-at % ALIGNED)
        at += -at % ALIGNED
        yield _bytes(array)
        at += array.nbytes


def read_part(path: Path, removed: frozenset[int] = frozenset()) -> IndexPart:
    """Map a part into memory, after seeing that it is whole.

    Raises:
        OSError: It cannot be read.
        FormatError: It is damaged, or of another format.

    Cost: every byte is read once for the checksum, some .5 ms a megabyte.
    """
    with path.open("rb") as file:
        try:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as fault:
            raise FormatError(f"{path} is empty.") from fault
    try:
        return _part(content, removed)
    except (ValueError, TypeError, LookupError, zlib.error) as fault:
        raise FormatError(f"{path} is damaged, or not a part of an index: {fault}.") from fault


def _part(content: mmap.mmap, removed: frozenset[int]) -> IndexPart:
    """Make a part of the content of a file."""
    if content[: len(MAGIC)] != MAGIC:
        raise ValueError(f"it does not begin with {MAGIC.decode()}")
    length = int.from_bytes(content[len(MAGIC) : HEAD], "little")
    if not 0 < length < min(MOST_HEADING, len(content)):
        raise ValueError("its heading is cut off")
    heading = json.loads(zlib.decompress(content[HEAD : HEAD + length]))
    arrays = _mapped(content, HEAD + length, heading["lengths"], heading["checksum"])
    texts = [IndexedText(**dict(zip(FIELDS, one, strict=True))) for one in heading["texts"]]
    starts, samples, rare_buckets, rare, pair_buckets, pairs = arrays
    if len(starts) != len(texts) + 1:
        raise ValueError("its texts are not those of its words")
    pair_bits, rare_bits = heading["bits"][:2], heading["bits"][2:]
    return IndexPart(
        texts,
        starts,
        Postings(pair_buckets, pairs, *pair_bits),
        Postings(rare_buckets, rare, *rare_bits),
        samples,
        removed,
    )


def _mapped(content: mmap.mmap, at: int, lengths: list[int], checksum: int) -> list[Array]:
    """Give the arrays as views of the content."""
    arrays = []
    found = 0
    for length in lengths:
        at += -at % ALIGNED
        array = np.frombuffer(content, dtype="<u4", count=length, offset=at)
        found = _checked(content, at, array.nbytes, found)
        at += array.nbytes
        arrays.append(array if sys.byteorder == "little" else array.astype(np.uint32))
    if found != checksum or at != len(content):
        raise ValueError("its checksum is wrong")
    return arrays


def _checked(content: mmap.mmap, at: int, size: int, checksum: int) -> int:
    """Continue a checksum over a stretch of a file, and let go of the pages read for it.

    Else every part would lie in memory from the start, though a search reads little of it.
    """
    view = memoryview(content)
    for start in range(at, at + size, CHECKED_AT_ONCE):
        end = min(start + CHECKED_AT_ONCE, at + size)
        checksum = zlib.crc32(view[start:end], checksum)
        if hasattr(mmap, "MADV_DONTNEED"):
            page = start // mmap.PAGESIZE * mmap.PAGESIZE
            content.madvise(mmap.MADV_DONTNEED, page, end - page)
    return checksum
