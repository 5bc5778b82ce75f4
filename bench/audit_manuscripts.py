"""Audit the manuscripts of ``cases/manuscripts``, whose gold has other statuses and no offsets.

The cases they quote are recorded by script, the audit reads the store. Quotations are matched by
their words, statuses by the table ``statuses.toml``. Called by ``python -m bench.audit``; alone:
``python -m bench.audit_manuscripts [--shared DIR]``.
"""

import argparse
import json
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from bench.cases import SHARED, record_versions
from bench.quotations import parts, plain
from bench.sliding_window import called, texts_of
from provtrack.auditing import audit
from provtrack.checking import OpenedSources
from provtrack.checking.archive import archive_of_store
from provtrack.importers import read_publication
from provtrack.model.audit import AuditedQuotation, AuditReport
from provtrack.model.publication import Publication
from provtrack.model.quotation import Verdict
from provtrack.recording import create_project, open_store

STATUSES = Path(__file__).with_name("statuses.toml")


@dataclass(frozen=True, slots=True)
class Compared:
    """A quotation of the gold with what the audit and the baseline call it."""

    status: str
    text: str
    remark: str
    ours: str
    grounds: str
    baseline: str


def main() -> None:
    """Audit the manuscripts and print what agrees."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    print_manuscripts(options.parse_args().shared)


def print_manuscripts(shared: Path) -> None:
    """Print agreement by status, and each disagreement with both wordings."""
    same = tomllib.loads(STATUSES.read_text("utf-8"))
    compared = compare(shared)
    print("cases/manuscripts, by status of their gold: quotations, ours right, rapidfuzz right")
    rows: dict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        rows[one.status].append(one)
    for status, some in sorted(rows.items()):
        print("  {:22} {:3} {:3} {:3}".format(status, len(some), *agreeing(some, same)))
    print("  {:22} {:3} {:3} {:3}".format("all", len(compared), *agreeing(compared, same)))
    for one in compared:
        if one.ours not in same[one.status]:
            print(f"  gold {one.status}, ours {one.ours}: “{one.text}”")
            print(f"      gold says: {one.remark or 'nothing more'}; ours: {one.grounds}")


def agreeing(some: Sequence[Compared], same: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """Count where we, and where the baseline, say what the gold says."""
    ours = sum(one.ours in same[one.status] for one in some)
    return ours, sum(one.baseline in same[one.status] for one in some)


def compare(shared: Path) -> list[Compared]:
    """Audit all manuscripts of a folder and put each quotation beside its gold."""
    folder = shared / "cases/manuscripts"
    golds = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.gold.json"))]
    publications = {
        gold["manuscript"]: read_publication(folder / gold["manuscript"]) for gold in golds
    }
    quoted = {one["case"] for gold in golds for one in gold["quotations"] if one["case"]}
    with tempfile.TemporaryDirectory() as place:
        sources = recorded(shared / "cases", sorted(quoted), Path(place))
        report = audit(publications.values(), sources)
        texts = [text for _, text in texts_of(sources)]
    return [
        beside(one, publications[gold["manuscript"]], report, texts)
        for gold in golds
        for one in gold["quotations"]
    ]


def recorded(cases: Path, names: Sequence[str], project: Path) -> OpenedSources:
    """Record cases in one store and open it."""
    opened = create_project(project, by="bench")
    store = open_store(opened)
    for name in names:
        case = json.loads((cases / name / "case.json").read_text("utf-8"))
        record_versions(store, cases / name, case)
    return OpenedSources(archive_of_store(store, None, opened.derived, tell=print))


def beside(
    gold: Mapping[str, str], publication: Publication, report: AuditReport, texts: Sequence[str]
) -> Compared:
    """Put a quotation of the gold beside what we and the baseline call it."""
    found = audited(gold["text"], publication, report)
    likeness = max(fuzz.partial_ratio(gold["text"], text) for text in texts)
    return Compared(
        status=gold["status"],
        text=gold["text"],
        remark=gold.get("note", ""),
        ours=str(found.judgement.verdict) if found else "not detected",
        grounds=said_of(found, report) if found else "",
        baseline=called(likeness),
    )


def said_of(one: AuditedQuotation, report: AuditReport) -> str:
    """Give what the audit says of a quotation, in the sentences of its findings."""
    span = one.quotation.span
    said = [
        found.message
        for found in report.findings
        if found.publication == one.publication and span.start <= found.span.start < span.end
    ]
    return " ".join(said) or "nothing more"


def audited(text: str, publication: Publication, report: AuditReport) -> AuditedQuotation | None:
    """Find the audited quotation that has these words, or a part that has them."""
    for one in report.quotations:
        if one.publication != publication.name or one.judgement.verdict is Verdict.IGNORE:
            continue
        if plain(text) in {plain(part) for part in parts(publication, one.quotation)}:
            return one
    return None


if __name__ == "__main__":
    main()
