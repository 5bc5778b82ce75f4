"""Measure how invented notes are resolved, by style: right, open, and wrong.

    python -m bench.invented_notes [--show]

The notes (`tests/conformance/invented_notes.toml`) stand with the documents that a reader takes
them to cite. A note is right if it resolves to just these; open if it resolves to fewer; wrong if
to any other.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from provtrack.citing import DocumentWords, KnownDocuments, catalogued, cited_works, resolve
from provtrack.importers import read_publication_content
from provtrack.model.citation import CataloguedDocument

INVENTED = Path(__file__).parents[1] / "tests/conformance/invented_notes.toml"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A note with the documents expected of it and those it resolves to."""

    style: str
    note: str
    expected: frozenset[str]
    found: frozenset[str]

    @property
    def outcome(self) -> str:
        """Whether it is right, open or wrong."""
        if self.found == self.expected:
            return "right"
        return "wrong" if self.found - self.expected else "open"


def main() -> None:
    """Print the table, and what is not right."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--show", action="store_true", help="list the notes that are not right")
    asked = options.parse_args()
    notes = list(resolved_notes())
    print("{:28} {:>5} {:>5} {:>5} {:>5}".format("style", "notes", "right", "open", "wrong"))
    for style in dict.fromkeys(one.style for one in notes):
        print_row(style, [one for one in notes if one.style == style])
    print_row("all", notes)
    for one in notes:
        if asked.show and one.outcome != "right":
            print(
                f"  {one.outcome}: {one.note}\n    {sorted(one.found)}, not {sorted(one.expected)}"
            )


def print_row(style: str, notes: list[Resolved]) -> None:
    """Print the counts of some notes."""
    counts = Counter(one.outcome for one in notes)
    shown = (counts["right"], counts["open"], counts["wrong"])
    print("{:28} {:5} {:5} {:5} {:5}".format(style, len(notes), *shown))


def resolved_notes(path: Path = INVENTED) -> Iterator[Resolved]:
    """Resolve the notes of each set as those of one publication."""
    invented = tomllib.loads(path.read_text("utf-8"))
    catalogue = [document(one) for one in invented["documents"]]
    for one in invented["sets"]:
        lines = [f"Word {number}.[^{number}]" for number in range(1, len(one["notes"]) + 1)]
        lines += [f"[^{number}]: {note}" for number, (note, _) in enumerate(one["notes"], 1)]
        publication = read_publication_content("\n\n".join(lines).encode(), "notes.md")
        citations = resolve(cited_works(publication), KnownDocuments.of(catalogue))
        for number, (note, expected) in enumerate(one["notes"], 1):
            found = {c.document for c in citations if c.work.note == str(number) and c.document}
            yield Resolved(one["name"], note, frozenset(expected), frozenset(found))


def document(row: dict) -> CataloguedDocument:
    """Catalogue an invented document."""
    return catalogued(
        DocumentWords(
            id=row["id"],
            titles=[row["title"], *row.get("titles", [])],
            dates=[row["date"]],
            references=row.get("references", []),
            published=[("", form) for form in row.get("published", [])],
            translators=list(row.get("translators", {}).items()),
            origins=[f"https://example.org/document/{link}" for link in row.get("links", [])],
        )
    )


if __name__ == "__main__":
    main()
