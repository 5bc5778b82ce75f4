"""Measure how archival references are read: parts, damage, source notes, speed.

    python -m bench.references [--shared DIR] [--show]

Reads the labelled references beside the project. Prints one line for each measure with its target
(docs/reference/reference-rules.md says what is counted); `--show` lists every miss.
"""

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from provtrack.model.names import Severity
from provtrack.model.reference import ArchivalReference
from provtrack.references import read_reference

SHARED = Path(__file__).parents[2] / "shared"
LABELS = Path(__file__).parents[1] / "tests/conformance/source_notes.jsonl"
LEVELS = ("fond", "opis", "papka", "delo")
VISIBLE = {
    "descending_range",
    "truncated_range",
    "delo_lost",
    "ocr_digit",
    "descending leaf range",
    "delo number missing",
}
INVISIBLE = {"list_lost", "archive_lost", "opis_delo_swapped"}
ADDRESS = ("record_group", "lot", "box", "decimal_file")
WEAK_LINT = ("REF101", "REF112", "REF120")  # of gold.jsonl: damage that shows in the line
REFERENCES_TIMED = 100_000

Row = dict[str, object]


def rows(path: Path) -> list[Row]:
    """Read a file of one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def soviet(shared: Path) -> list[Row]:
    """Read the references to Soviet and Russian archives, real and derived."""
    folder = shared / "bench/citations"
    read = rows(folder / "soviet_refs.jsonl") + rows(folder / "soviet_refs_forms.jsonl")
    for row in read:
        damage = row.pop("damaged", None) or row.pop("damage", None)
        row["damage"] = damage[0] if isinstance(damage, list) else damage
    return read


def values(reference: ArchivalReference, name: str) -> list[str]:
    """Collect a part of a reference and of the further ones on its line."""
    found = [value for part, value in reference.parts if part == name]
    return found + [value for other in reference.others for value in values(other, name)]


def leaves(reference: ArchivalReference) -> list[str]:
    """Write the leaves of a reference as "12-15"."""
    found = [f"{one.start}-{one.end}" if one.end else one.start for one in reference.leaves]
    return found + [leaf for other in reference.others for leaf in leaves(other)]


def as_list(value: object) -> list[str]:
    """Make a list of a gold value, of none or of several."""
    if value is None:
        return []
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def parts_right(row: Row) -> bool:
    """Whether fond, opis, papka, delo and leaves are those of the gold."""
    reference = read_reference(str(row["raw"]))
    gold = row["gold"]
    assert isinstance(gold, dict)
    ranges = [one.replace(" ", "").replace("–", "-") for one in as_list(gold["list"])]
    # The derived forms "min" and "slash" do not print the papka that the gold keeps.
    levels = [
        name for name in LEVELS if name != "papka" or row.get("style") not in ("min", "slash")
    ]
    return leaves(reference) == ranges and all(
        values(reference, name) == as_list(gold[name]) for name in levels
    )


def is_flagged(verbatim: str) -> bool:
    """Whether a warning or an error is reported."""
    reference = read_reference(verbatim)
    found = [*reference.findings, *(f for one in reference.others for f in one.findings)]
    return any(one.severity != Severity.NOTE for one in found)


def share(label: str, good: Sequence[bool], target: str) -> str:
    """Write one line of the table."""
    return f"{label:52} {sum(good):4}/{len(good):<4} {sum(good) / max(1, len(good)):.3f}  {target}"


def soviet_lines(shared: Path, show: Callable[[str], None]) -> Iterator[str]:
    """Measure parts and damage."""
    read = soviet(shared)
    sound = [row for row in read if row["damage"] is None]
    right = [parts_right(row) for row in sound]
    for row, good in zip(sound, right, strict=True):
        if not good:
            reference = read_reference(str(row["raw"]))
            show(f"parts: {row['raw']}  gold {row['gold']}  read {reference.parts}")
    yield share("sound: every part right", right, ">= .98")
    for label, kinds, target in (("seen", VISIBLE, ">= .97"), ("not in the line", INVISIBLE, "-")):
        damaged = [row for row in read if row["damage"] in kinds]
        flagged = [is_flagged(str(row["raw"])) for row in damaged]
        for row, good in zip(damaged, flagged, strict=True):
            if not good and kinds is VISIBLE:
                show(f"damage not flagged: {row['raw']} ({row['damage']})")
        yield share(f"damage {label}: flagged", flagged, target)
    false = [is_flagged(str(row["raw"])) for row in sound]
    for row, bad in zip(sound, false, strict=True):
        if bad:
            show(f"false flag: {row['raw']}")
    yield share("sound: flagged by mistake", false, "<= .01")


def gold_lines(shared: Path, show: Callable[[str], None]) -> Iterator[str]:
    """Measure the hand-labelled references of all families."""
    read = rows(shared / "conformance/provenance/archival-refs/gold.jsonl")
    right = []
    lint = []
    for row in read:
        wrong = gold_misses(row)
        right.append(not wrong)
        if wrong:
            show(f"gold {row['id']}: {row['verbatim']}\n    {wrong}")
        reference = read_reference(str(row["verbatim"]))
        found = {one.code for one in reference.findings}
        wanted = {str(name).partition("-")[0] for name in as_list(row["lint"])}
        wanted -= {"REF105", "REF160", "REF161"}  # they need the document, not only the line
        lint.append(found == wanted)
        if found != wanted:
            show(f"lint {row['id']}: {row['verbatim']}\n    found {found} labelled {wanted}")
    yield share("hand-labelled, all families: every part right", right, ">= .98")
    yield share("hand-labelled: findings exactly the labels", lint, "-")


def gold_misses(row: Row) -> list[str]:
    """List the parts of a hand-labelled reference that are read otherwise."""
    reference = read_reference(str(row["verbatim"]))
    gold = row["parts"]
    assert isinstance(gold, dict)
    code = reference.repository.code if reference.repository else None
    read: dict[str, object] = {**dict(reference.parts), "repository": code}
    for role in ("obtained", "translated", "transcribed"):
        read[f"{role}_by"] = [one.name for one in reference.credits if one.role == role]
    wrong = []
    for name, value in gold.items():
        if name == "leaves":
            good = [plain_leaf(one) for one in leaves(reference)] == [
                plain_leaf(first if first == last else f"{first}-{last}", first)
                for first, last in value
            ]
        elif name in ("date", "pages", "extent_leaves", "year"):
            good = name in read
        else:
            good = read.get(name) == value
        if not good:
            wrong.append(f"{name}: gold {value!r}, read {read.get(name) or leaves(reference)!r}")
    return wrong


def plain_leaf(leaf: str, first: str = "") -> str:
    """Fold the forms of verso, and abbreviated ends as the gold completes them."""
    folded = re.sub(r"\s?RS", "v", leaf.replace("об", "ob").replace("–", "-"))
    folded = folded.replace(" ob", "ob")
    start, _, end = folded.partition("-")
    if end and end.isdigit() and start.isdigit() and len(end) < len(start) and not first:
        completed = start[: len(start) - len(end)] + end
        if int(completed) > int(start):
            end = completed
    return f"{start}-{end}" if end else start


def note_lines(shared: Path, show: Callable[[str], None]) -> Iterator[str]:
    """Measure FRUS source notes: labels by pattern, and our own labels of 200 notes."""
    silver = rows(shared / "conformance/provenance/archival-refs/frus-source-notes.jsonl")
    pairs = [(str(row["verbatim"]), row["silver"]) for row in silver]
    yield from address_lines("by pattern", pairs, show)
    if LABELS.exists():
        notes = {
            row["id"]: str(row["note"])
            for row in rows(shared / "bench/citations/frus_source_notes.jsonl")
        }
        labelled = [(notes[row["id"]], row) for row in rows(LABELS) if row["id"] in notes]
        yield from address_lines("by hand", labelled, show)


def address_lines(
    label: str, pairs: Sequence[tuple[str, object]], show: Callable[[str], None]
) -> Iterator[str]:
    """Measure repository, RG, lot, box and decimal file of source notes."""
    right: dict[str, list[bool]] = {}
    for verbatim, gold in pairs:
        assert isinstance(gold, dict)
        reference = read_reference(verbatim)
        # Labels by pattern are of the whole note, ours of the address of the document itself.
        address = reference if label == "by pattern" else replace(reference, others=())
        read = {name: values(address, name)[:1] for name in ADDRESS}
        read["repository"] = [reference.repository.name] if reference.repository else []
        for name, found in read.items():
            good = (found[0] if found else None) == gold.get(name)
            right.setdefault(name, []).append(good)
            if not good:
                show(f"note, {name}: gold {gold.get(name)!r} read {found}: {verbatim[:150]}")
    for name, good in right.items():
        target = ">= .995" if name == "repository" else ">= .99"
        yield share(f"source notes ({label}): {name}", good, target)


def speed_line(shared: Path) -> str:
    """Time 100,000 references, all parsed and linted, on one core."""
    texts = [str(row["raw"]) for row in soviet(shared)]
    many = (texts * (REFERENCES_TIMED // len(texts) + 1))[:REFERENCES_TIMED]
    start = time.process_time()
    for text in many:
        read_reference(text)
    taken = time.process_time() - start
    return f"{'100,000 references parsed and linted':52} {taken:9.2f} s       <= 10 s"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--show", action="store_true", help="list every miss")
    options = parser.parse_args()
    show: Callable[[str], None] = print if options.show else lambda line: None
    for measure in (soviet_lines, gold_lines, note_lines):
        for line in measure(options.shared, show):
            print(line)
    print(speed_line(options.shared))


if __name__ == "__main__":
    main()
