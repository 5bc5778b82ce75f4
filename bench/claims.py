"""Measure what is asked of an abstract's claims, by `compare` and by `audit`, against a reading.

The reading by hand (``cases/benediktov-1962/abstract-claims.json``) says which claims are
supported, distorted, partly right or not in the text. A supported claim, and one of the editor's
own, must not be asked about; a distorted one must be, and where the reading says by which words,
the query must have them. The speaker with a namesake is counted apart.
Usage: ``python -m bench.claims [--shared DIR]``.
"""

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.cases import SHARED, record_case
from bench.quotations import plain
from provtrack.auditing.claims import set_beside
from provtrack.comparing import compare_versions, open_version
from provtrack.model.comparison import Coverage, Query, Reading

CALM = frozenset(["supported", "not-in-body"])
TELLING = {3: "letter", 5: "Zhou Enlai", 7: "“can”", 8: "not simply"}  # claim, counted from 1
NAMED = range(8, 13)  # claims the abstract puts into the mouth of a bare surname
Asked = Mapping[int, Sequence[Query]]


def main() -> None:
    """Ask by both doors and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    folder = options.parse_args().shared / "cases/benediktov-1962"
    claims = json.loads((folder / "abstract-claims.json").read_text("utf-8"))
    print_door("compare", claims, by_compare(folder, claims))
    print_door("audit", claims, by_audit(folder, claims))


def by_compare(folder: Path, claims: Sequence[dict]) -> Asked:
    """Compare the abstract with the text, and put the queries to the claims."""
    case = json.loads((folder / "case.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        record_case(Path(place), folder, case)
        body, abstract = (open_version(f"{case['id']}:{one}", Path(place)) for one in
                          ("body", "abstract"))  # fmt: skip
        coverage = compare_versions(body, [abstract]).collation.witnesses[0].coverage
    return {
        number: [
            query
            for part in coverage
            for query in part.queries
            if plain(part.clause.text) in plain(claim["claim"])
        ]
        + spoken(coverage, claim["claim"])
        for number, claim in enumerate(claims, 1)
    }


def spoken(coverage: Sequence[Coverage], claim: str) -> list[Query]:
    """Give what is asked of whoever speaks, by the last clause that says so, up to a claim."""
    asked: list[Query] = []
    for part in coverage:
        asked = [query for query in part.queries if query.topic == "name"] or asked
        if plain(part.clause.text) in plain(claim):
            return asked
    return []


def by_audit(folder: Path, claims: Sequence[dict]) -> Asked:
    """Ask of each claim as the audit asks of reported speech."""
    base = (folder / "body.en.txt").read_text("utf-8").split("\n\n")
    asked = {}
    for number, claim in enumerate(claims, 1):
        text = claim["claim"]
        reading = Reading(paragraph=0, start=0, end=len(text), text=text)
        speaker = "Nehru" if number in NAMED else ""
        asked[number] = set_beside(reading, base, language="en", speaker=speaker).queries
    return asked


def print_door(door: str, claims: Sequence[dict], asked: Asked) -> None:
    """Print how many claims get the right query, and those that do not."""
    named = sum(any(query.topic == "name" for query in asked[number]) for number in NAMED)
    wrong = []
    for number, claim in enumerate(claims, 1):
        queries = [query for query in asked[number] if query.topic != "name"]
        if not is_right(number, claim["status"], queries):
            wrong.append((number, claim["status"], [query.sentence for query in queries]))
    print(f"{door}: {len(claims) - len(wrong)} of {len(claims)} claims are asked about rightly; "
          f"the speaker is asked about in {named} of {len(NAMED)}")  # fmt: skip
    for number, status, sentences in wrong:
        print(f"  claim {number} ({status}): {sentences or 'nothing is asked'}")


def is_right(number: int, status: str, queries: Sequence[Query]) -> bool:
    """Whether a claim is asked about as its reading says."""
    if status in CALM:
        return not queries
    return any(TELLING.get(number, "") in query.sentence for query in queries)


if __name__ == "__main__":
    main()
