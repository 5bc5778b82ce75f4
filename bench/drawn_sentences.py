"""Sentences drawn from documents of five languages, for `bench.held_out` to alter.

English is drawn from the scale corpus, the other languages from the cases and the alignment
benchmark; nothing of them is kept in the project. What is drawn depends on the seed alone.
Entry points: `shelves`, `Draw`, `sentences`.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = 320  # English ones in the archive; as many again are held by nobody
CHUNK = 6_000  # code points of a document cut from a longer text
_SENTENCE = re.compile(r"[^.!?。！？\n]+(?:[.!?](?=[^\s])[^.!?。！？\n]*)*[.!?。！？]+[”’\"'»]?")
_SHORT_FORM = re.compile(
    r"(?:^|[\s(])(?:[A-ZА-Я]|Mr|Mrs|Dr|Gen|Amb|Sec|No|St|Jr|vs|cf|им|тов|д)\.$"
)
OTHERS = {
    "ru": ("cases/turgenev-fathers-3-10/ru.ru.txt", "cases/udhr-1948/russian.ru.txt",
           "bench/align/ru-en-m1/a.txt", "bench/align/nway-ru-en3/a.txt"),
    "de": ("bench/align/textberg-de-fr-dev/a.txt", "bench/align/de-en-m1/a.txt"),
    "fr": ("bench/align/textberg-de-fr-dev/b.txt", "cases/udhr-1948/french.fr.txt"),
    "zh": ("bench/align/zh-en-m1/a.txt", "cases/udhr-1948/chinese.zh-Hans.txt"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the archive, or one that the archive lacks."""

    id: str
    language: str
    text: str
    title: str
    half: int


@dataclass(frozen=True, slots=True)
class Draw:
    """A sentence with the document it stands in and what stands around it."""

    document: Held
    start: int
    end: int

    @property
    def words(self) -> str:
        """The sentence."""
        return self.document.text[self.start : self.end]


def shelves(shared: Path) -> tuple[list[Held], list[Held]]:
    """Give the documents of the archive, and some that it lacks."""
    english = list(_english(shared / "bench/scale/frus-10k.jsonl.gz"))
    others = [
        one
        for language, names in OTHERS.items()
        for name in names
        for one in _chunks(shared / name, language)
    ]
    return [*english[:DOCUMENTS], *others], english[DOCUMENTS:]


def _english(path: Path) -> Iterator[Held]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random("documents").shuffle(rows)
    rows = [row for row in rows if sum(map(len, row["paragraphs"])) > CHUNK // 4]
    for number, row in enumerate(rows[: 2 * DOCUMENTS]):
        text = "\n\n".join([row["title"], *row["paragraphs"]])
        yield Held(row["id"].replace("/", "_"), "en", text, row["title"], number % 2)


def _chunks(path: Path, language: str) -> Iterator[Held]:
    """Cut a long text into documents, at paragraphs."""
    rows = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    rows = [_respaced(row) for row in rows]
    size, number, held = 0, 0, []
    for row in [*rows, ""]:
        if held and (size > CHUNK or not row):
            name = f"{language}-{path.parent.name}-{path.stem.split('.')[0]}-{number}"
            title = f"{path.parent.name} {number}"
            yield Held(name, language, "\n\n".join([title, *held]), title, number % 2)
            size, number, held = 0, number + 1, []
        held.append(row)
        size += len(row)


def _respaced(row: str) -> str:
    """Undo the blanks that a tokeniser put before signs."""
    row = re.sub(r"(?<=[^\W_]['’]) ", "", row)
    return re.sub(r"(?<=\w) (?=[.,;:!?)](?:\s|$))", "", row)


def sentences(document: Held, least: int = 45, most: int = 330) -> Iterator[Draw]:
    """Give the whole sentences of a document that can be quoted."""
    least, most = (12, 110) if document.language == "zh" else (least, most)
    first = document.text.find("\n\n")
    start = None
    for found in _SENTENCE.finditer(document.text, first):
        start = found.start() if start is None else start
        words = document.text[start : found.end()]
        if _SHORT_FORM.search(words) and found.end() - start < most:
            continue
        lead = len(words) - len(words.lstrip())
        draw = Draw(document, start + lead, found.end())
        start = None
        if least <= draw.end - draw.start <= most and _is_plain(draw):
            yield draw


def _is_plain(draw: Draw) -> bool:
    """Keep to whole sentences without marks that a manuscript's own would meet."""
    words, text = draw.words, draw.document.text
    if re.search(r"[\"“”«»„\[\]*_<>#`|…\n]|\.\.|(?<!\w)['‘]|['’](?!\w)|^\d+\.", words):
        return False
    if words.count("「") != words.count("」") or words.count("『") != words.count("』"):
        return False
    is_start = text[draw.start - 1 : draw.start] in ("\n", " ") or draw.document.language == "zh"
    return is_start and (words[:1].isupper() or draw.document.language == "zh")


def drawn(documents: Sequence[Held], seed: str) -> list[Draw]:
    """Give every sentence that stands once, in an order of the seed's."""
    every = [draw for document in documents for draw in sentences(document)]
    counts: dict[str, int] = {}
    for draw in every:
        counts[draw.words] = counts.get(draw.words, 0) + 1
    once = [draw for draw in every if counts[draw.words] == 1]
    random.Random(seed).shuffle(once)
    return once
