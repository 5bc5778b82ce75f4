"""Bring an index up to date: what came is added as a part, what went is crossed out.

Parts of one size are joined when there are several, as a log-structured merge tree does (O'Neil et
al. 1996), so that there are few parts and a text is read again only a few times in its life. The
list of parts is replaced in one step, when all that it names is on the disk: a reader sees the
index before or after, and an interrupted refresh leaves files that nobody names. Entry points:
`open_index`, `refresh`.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from provtrack.errors import FormatError, NewerFormatError
from provtrack.indexing.file_index import FileIndex, HeldPart, ReadText, TextSource
from provtrack.indexing.part_files import ENDING, read_part, write_part
from provtrack.model.search_index import ListedPart, PartList
from provtrack.model.stored import dump, load
from provtrack.output_files import write_in_one_step
from provtrack.search import IndexedText, PartMaker

LISTING = "index.json"
ATTEMPTS = 5  # how often a reader looks again while another process refreshes
JOINED = 4  # so many parts of one size become one
SIZE_BITS = 3  # sizes are told apart by factors of eight
REWRITTEN = 1 << 19  # words; a smaller part is written again when a text of it goes
MOST_REMOVED = 0.1  # of the texts of a part; with more it is written again
UNNAMED_S = 3600.0  # a file that no list names for so long belongs to no refresh under way

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh has done.

    Attributes:
        added, removed: How many texts.
        fault: Why the index was made anew; empty if it was not.
        unread: Files, or versions, that could not be read, in order.
        unlisted: Documents of which it cannot be told what texts they have, in order.
        is_kept: It stands on the disk.
    """

    added: int
    removed: int
    fault: str = ""
    unread: tuple[str, ...] = ()
    unlisted: tuple[str, ...] = ()
    is_kept: bool = True


def open_index(folder: Path, source: TextSource) -> FileIndex:
    """Open an index as it is; an empty one if there is none.

    Raises:
        FormatError, NewerFormatError: It is damaged, or of another format.
    """
    fault = FormatError(f"{folder} is being written to all the time; try again.")
    for _ in range(ATTEMPTS):
        try:
            content = (folder / LISTING).read_bytes()
        except OSError:
            return FileIndex((), source)
        listed = load(PartList, content, place=str(folder / LISTING))
        try:
            return FileIndex([_held(folder, one) for one in listed.parts], source)
        except OSError as failure:  # replaced between the list and its parts
            fault = FormatError(f"{folder} lacks a part: {failure.strerror or failure}.")
    raise fault


def _held(folder: Path, listed: ListedPart) -> HeldPart:
    if Path(listed.name).name != listed.name:
        raise FormatError(f"{folder / LISTING} names a part outside its folder.")
    return HeldPart(read_part(folder / listed.name, frozenset(listed.removed)), listed.name)


def refresh(
    folder: Path | None, source: TextSource, *, step: Step | None = None
) -> tuple[FileIndex, Refreshed]:
    """Bring the index in a folder up to date with its source, and open it.

    Args:
        folder: None: the index is made in memory.
        step: Told how many texts of how many are read, for a progress bar.
    """
    fault = ""
    try:
        index = open_index(folder, source) if folder else FileIndex((), source)
    except NewerFormatError:
        fault = f"{folder} was written by a newer provtrack."
        index = FileIndex((), source)
    except FormatError as damage:
        fault = str(damage)
        index = FileIndex((), source)
    there = list(source.texts(index.known()))
    came, kept, gone = _compared(index, there)
    writer = _Writer(folder, source, step or (lambda done, total: None), len(came))
    held = writer.joined([*kept, *writer.made(came)])
    if came or gone or fault:
        writer.list_parts(held)
    done = Refreshed(
        added=len(set(came) - set().union(*index.known().values())),
        removed=gone,
        fault=fault,
        unread=tuple(sorted(writer.unread)),
        is_kept=writer.folder is not None,
    )
    return FileIndex(held, source), done


def add(index: FileIndex, folder: Path | None, texts: Sequence[IndexedText]) -> FileIndex:
    """Add texts that are known to be new, without looking at the others."""
    writer = _Writer(folder, index.source, lambda done, total: None, len(texts))
    held = writer.joined([*index.held, *writer.made(texts)])
    writer.list_parts(held)
    return FileIndex(held, index.source)


def _compared(
    index: FileIndex, there: Iterable[IndexedText]
) -> tuple[list[IndexedText], list[HeldPart], int]:
    """Tell what is to be read, which parts stay, and how many texts are gone or changed."""
    wanted = dict.fromkeys(there)
    kept, gone = [], 0
    for one in index.held:
        part = one.part
        missing = {
            number
            for number, text in enumerate(part.texts)
            if number not in part.removed and text not in wanted
        }
        gone += len(missing)
        removed = part.removed | missing
        if missing and (len(part) < REWRITTEN or len(removed) > MOST_REMOVED * len(part.texts)):
            continue  # what is left of it is read again
        for number, text in enumerate(part.texts):
            if number not in removed:
                wanted.pop(text, None)
        kept.append(replace(one, part=part.with_texts(part.texts, removed)) if missing else one)
    return list(wanted), kept, gone


def _described(about: IndexedText, found: ReadText) -> IndexedText:
    """Add what only reading a text tells."""
    digest = about.text_sha256
    if not digest:
        digest = hashlib.sha256(found.text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(about, language=about.language or found.language, text_sha256=digest)


class _Writer:
    """Makes parts of texts, and writes them where there is a folder that can be written."""

    def __init__(self, folder: Path | None, source: TextSource, step: Step, total: int) -> None:
        self.folder = folder
        self.unread: set[str] = set()
        self._source = source
        self._step = step
        self._done, self._total = 0, total
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError:
                self.folder = None

    def made(self, texts: Iterable[IndexedText]) -> list[HeldPart]:
        """Read texts, and make parts of them."""
        held: list[HeldPart] = []
        maker = PartMaker()
        for about in texts:
            found = self._source.read(about)
            self._done += 1
            self._step(self._done, self._total)
            if found is None:
                self.unread.add(about.named)
                continue
            if not maker.has_room_for(found.text):
                held.append(self._written(maker))
                maker = PartMaker()
            maker.add(_described(about, found), found.text)
        if not maker.is_empty:
            held.append(self._written(maker))
        return held

    def _written(self, maker: PartMaker) -> HeldPart:
        """Write a part, and give it as it is mapped from its file."""
        held = HeldPart(maker.part())
        if self.folder is None:
            return held
        try:
            name = write_part(held.part, self.folder)
        except OSError:
            self.folder = None  # a full disk, say; the index is good for this run
            return held
        del held  # before the same is mapped: memory holds it once
        return HeldPart(read_part(self.folder / name), name)

    def joined(self, held: Sequence[HeldPart]) -> list[HeldPart]:
        """Join parts of one size, the smallest first, until there are few of each."""
        held = list(held)
        while True:
            sizes: dict[int, list[HeldPart]] = {}
            for one in held:
                sizes.setdefault(len(one.part).bit_length() // SIZE_BITS, []).append(one)
            many = [size for size in sorted(sizes) if len(sizes[size]) >= JOINED]
            if not many:
                return held
            small = sizes[many[0]]
            texts = [
                text
                for one in small
                for number, text in enumerate(one.part.texts)
                if number not in one.part.removed
            ]
            made = self.made(texts)
            held = [one for one in held if one not in small] + made
            if len(made) >= len(small):  # they are as large as a part can be
                return held

    def list_parts(self, held: Sequence[HeldPart]) -> None:
        """Write which parts there are, then delete those long out of use."""
        if self.folder is None or any(not one.name for one in held):
            return
        parts = [ListedPart(name=one.name, removed=tuple(sorted(one.part.removed))) for one in held]
        try:
            write_in_one_step(dump(PartList(parts=tuple(parts))), self.folder / LISTING)
        except OSError:
            self.folder = None
            return
        named = {one.name for one in held}
        for path in self.folder.glob(f"*{ENDING}"):
            if path.name not in named:
                with suppress(OSError):
                    if time.time() - path.stat().st_mtime > UNNAMED_S:
                        path.unlink()
