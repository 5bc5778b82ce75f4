"""Measure how invented references of every family are read, some of them damaged.

    python -m bench.invented_references [--show]

The references (`tests/conformance/invented_references.tsv`) are in the forms that are customary for
each family; their numbers and persons are invented. They were written in lots, each before the
grammars were mended by it (docs/reference/reference-rules.md has the first figures). A value left
empty ("delo=") is one that is lost: its label stands, and it is read as null; "delo=42|43" are
those of several references on the line.
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path

from bench.references import is_flagged, leaves, plain_leaf, share, values
from provtrack.references import read_reference

INVENTED = Path(__file__).parents[1] / "tests/conformance/invented_references.tsv"

Row = dict[str, str]


def invented() -> list[Row]:
    """Read the invented references."""
    lines = INVENTED.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def misses(row: Row) -> list[str]:
    """List what is read otherwise than it is labelled: family, repository, parts, leaves."""
    reference = read_reference(row["verbatim"])
    code = reference.repository.code if reference.repository else None
    read: dict[str, str | None] = {**dict(reference.parts), **dict.fromkeys(reference.lost)}
    pairs: list[tuple[str, object, object]] = [
        ("family", row["family"], reference.family),
        ("repository", row["repository"] or None, code),
        ("leaves", leaves_labelled(row), [plain_leaf(leaf) for leaf in leaves(reference)]),
    ]
    for part in filter(None, row["parts"].split("; ")):
        name, _, value = part.partition("=")
        if "|" in value:  # of several references on one line
            pairs.append((name, value.split("|"), values(reference, name)))
        else:
            pairs.append((name, value or None, read.get(name, "(no such part)")))
    return [f"{name}: labelled {gold!r}, read {got!r}" for name, gold, got in pairs if gold != got]


def leaves_labelled(row: Row) -> list[str]:
    """Write the labelled leaves in the plain form in which those read are compared."""
    return [plain_leaf(leaf) for leaf in row["leaves"].split(", ") if leaf]


def lines(*, show: bool) -> Iterator[str]:
    """Write the table, one line a family, and with `show` every miss."""
    table = invented()
    for family in sorted({row["family"] for row in table}):
        mine = [row for row in table if row["family"] == family]
        sound = [row for row in mine if not row["damage"]]
        damaged = [row for row in mine if row["damage"]]
        yield share(f"{family}: sound, every part right", [not misses(row) for row in sound], "")
        yield share(f"{family}: sound, flagged", [is_flagged(r["verbatim"]) for r in sound], "")
        yield share(f"{family}: damaged, flagged", [is_flagged(r["verbatim"]) for r in damaged], "")
        if show:
            yield from missed(mine)


def missed(rows: list[Row]) -> Iterator[str]:
    """Say for each reference that is not read as labelled what is read."""
    for row in rows:
        wrong = misses(row) if not row["damage"] else []
        if wrong or is_flagged(row["verbatim"]) != bool(row["damage"]):
            found = [f"{f.code} {f.message}" for f in read_reference(row["verbatim"]).findings]
            yield f"    {row['verbatim']}  [{row['damage'] or 'sound'}]"
            yield f"        {wrong} {found}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--show", action="store_true", help="list every miss")
    for line in lines(show=parser.parse_args().show):
        print(line)


if __name__ == "__main__":
    main()
