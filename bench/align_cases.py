"""The alignment cases of the material beside the project: texts, languages, gold."""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Two texts with a gold alignment.

    Attributes:
        kind: What it is counted with in the means.
        gold: Path of the gold file.
        is_strict: False where the gold is by chapter, so that only lax figures mean anything.
    """

    name: str
    kind: str
    base: tuple[str, ...]
    witness: tuple[str, ...]
    languages: tuple[str, str]
    gold: Path
    is_strict: bool = True


def scorer(shared: Path) -> ModuleType:
    """Load the scorer that stands beside the cases."""
    spec = importlib.util.spec_from_file_location("score_align", shared / "bench/score_align.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {shared}; name the folder with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bench_cases(shared: Path) -> Iterator[Case]:
    """Give the cases of ``bench/align``, one for each pair of versions."""
    for folder in sorted((shared / "bench/align").iterdir()):
        if not (folder / "meta.json").is_file():
            continue
        languages = json.loads((folder / "meta.json").read_text("utf-8"))["languages"]
        for gold in sorted(folder.glob("gold*.tsv")):
            sides = gold.stem.partition("_")[2] or "ab"
            yield Case(
                name=folder.name + ("" if sides == "ab" and len(languages) == 2 else f"-{sides}"),
                kind=_kind(folder.name, languages, sides),
                base=_lines(folder / f"{sides[0]}.txt"),
                witness=_lines(folder / f"{sides[1]}.txt"),
                languages=(languages[ord(sides[0]) - 97], languages[ord(sides[1]) - 97]),
                gold=gold,
            )


def document_cases(shared: Path) -> Iterator[Case]:
    """Give the pairs of versions of the real documents that have a gold alignment."""
    for file in sorted((shared / "cases").glob("*/case.json")):
        fields = json.loads(file.read_text("utf-8"))
        languages = {one["siglum"]: one["language"] for one in fields["versions"]}
        for gold in fields.get("gold") or ():
            if not str(gold.get("file", "")).endswith(".tsv"):
                continue
            first, second = gold["a"], gold["b"]
            if not (file.parent / gold["file"]).is_file():
                continue
            yield Case(
                name=f"{file.parent.name}:{first}-{second}",
                kind=_document_kind(languages[first], languages[second], gold["level"]),
                base=_paragraphs(file.parent, first),
                witness=_paragraphs(file.parent, second),
                languages=(languages[first], languages[second]),
                gold=file.parent / gold["file"],
                is_strict=not gold["level"].startswith("chapter"),
            )


def _kind(name: str, languages: list[str], sides: str) -> str:
    if name.startswith(("textberg", "parice")):
        return "sentences"
    one = len({languages[ord(side) - 97] for side in sides}) == 1
    tongue = "one language" if one else "two languages"
    if "-l" in name:
        return f"{tongue}, 3,000"
    if name.endswith(("excerpt", "ocr")):
        return f"{tongue}, {'excerpt' if name.endswith('excerpt') else 'noisy'}"
    size = "30" if "-s" in name else "150" if name.startswith("nway") else "300"
    return f"{'zh' if 'zh' in languages and size == '300' else tongue}, {size}"


def _document_kind(first: str, second: str, level: str) -> str:
    one = first.partition("-")[0] == second.partition("-")[0]
    grain = "by chapter" if level.startswith("chapter") else "documents"
    return f"{grain}, {'one language' if one else 'two languages'}"


def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text("utf-8").split("\n")[:-1])


def _paragraphs(folder: Path, siglum: str) -> tuple[str, ...]:
    (path,) = folder.glob(f"{siglum}.*.txt")
    return tuple(part for part in path.read_text("utf-8").strip("\n").split("\n\n") if part)
