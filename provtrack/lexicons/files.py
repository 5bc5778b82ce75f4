"""The files in ``.provtrack/lexicons/``: read if they are whole and of this program, written whole.

They are derived: one that is missing, damaged or of another program is as good as none, and a disk
that cannot be written only costs time.
"""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from provtrack.errors import FormatError
from provtrack.model.lexicon import (
    AlignmentList,
    Counts,
    Lexicon,
    ListedDocument,
    StoredLexicon,
    TaughtAlignment,
)
from provtrack.model.stored import StoredModel, dump, load
from provtrack.output_files import write_in_one_step
from provtrack.store import program_name

DOCUMENTS = "documents.json"
Summed = tuple[dict[tuple[str, str], int], set[TaughtAlignment]]
ModelT = TypeVar("ModelT", bound=StoredModel)


def lexicon_file(folder: Path, languages: tuple[str, str]) -> Path:
    """Give the place of a lexicon."""
    return folder / f"{languages[0]}-{languages[1]}.json"


def read_summed(folder: Path, languages: tuple[str, str]) -> Summed:
    """Read what was summed before: counts, and the alignments they come from."""
    stored = _read(StoredLexicon, lexicon_file(folder, languages))
    if stored is None or (stored.program, stored.languages) != (program_name(), languages):
        return {}, set()
    counts = {
        (first, second): count
        for first, answers in stored.counts.items()
        for second, count in answers.items()
    }
    if any(count <= 0 for count in counts.values()):
        return {}, set()
    if _lexicon(languages, counts).sha256 != stored.lexicon_sha256:
        return {}, set()
    return counts, set(stored.alignments)


def write_summed(
    folder: Path, languages: tuple[str, str], counts: Counts, alignments: Iterable[TaughtAlignment]
) -> None:
    """Keep what is summed now."""
    answers: dict[str, dict[str, int]] = defaultdict(dict)
    for (first, second), count in counts.items():
        answers[first][second] = count
    stored = StoredLexicon(
        program=program_name(),
        languages=languages,
        lexicon_sha256=_lexicon(languages, counts).sha256,
        alignments=tuple(sorted(alignments)),
        counts=dict(answers),
    )
    _write(stored, lexicon_file(folder, languages))


def _lexicon(languages: tuple[str, str], counts: Counts) -> Lexicon:
    return Lexicon(base_language=languages[0], witness_language=languages[1], counts=counts)


def read_listing(folder: Path) -> dict[str, ListedDocument]:
    """Read which alignments were listed before."""
    stored = _read(AlignmentList, folder / DOCUMENTS)
    return stored.documents if stored else {}


def write_listing(folder: Path, documents: dict[str, ListedDocument]) -> None:
    """Keep which alignments there are."""
    _write(AlignmentList(documents=documents), folder / DOCUMENTS)


def _read(kind: type[ModelT], path: Path) -> ModelT | None:
    """Read a file; None if it cannot be used."""
    try:
        return load(kind, path.read_bytes(), place=str(path))
    except (OSError, FormatError):
        return None


def _write(model: StoredModel, path: Path) -> None:
    """Write a file where that is possible."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_in_one_step(dump(model), path)
