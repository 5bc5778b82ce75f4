"""Documents of our own around PROV-CONSTRAINTS: merging, order, types, impossibility, bundles.

`prov_own_cases.txt` has them in the notation of PROV-N without declarations; the verdict before
each was written by the numbered constraints of the Recommendation.
"""

import re
from pathlib import Path

import pytest

from provtrack.provenance.constraints import check_statements
from provtrack.provenance.statements import (
    FORMALS,
    OBJECTS,
    PROV,
    Name,
    Statement,
    StatementBundle,
    StatementDocument,
    StatementKind,
)

CASES = Path(__file__).with_name("prov_own_cases.txt").read_text("utf-8").strip().split("\n\n")
STATEMENT = re.compile(r"(\w+)\((?:(\w+);)?([^\[]*?)(?:,? ?\[(.*)\])?\)")
ATTRIBUTE = re.compile(r"(\w+):(\w+)=['\"](?:prov:)?(\w+)['\"]")

pytestmark = pytest.mark.conformance


def statement(line: str) -> Statement:
    """Read one line."""
    found = STATEMENT.fullmatch(line)
    assert found is not None, line
    kind = StatementKind(found[1])
    words = [word.strip() for word in found[3].split(",") if word.strip()]
    identifier = words.pop(0) if kind in OBJECTS else found[2]
    words += ["-"] * (len(FORMALS[kind]) - len(words))
    return Statement(
        kind=kind,
        id=Name(identifier) if identifier else None,
        arguments=tuple(
            None if word == "-" else word if formal.is_time else Name(word)
            for word, formal in zip(words, FORMALS[kind], strict=True)
        ),
        attributes=tuple(
            (Name((PROV if prefix == "prov" else "urn:x:") + name), Name(PROV + value))
            for prefix, name, value in ATTRIBUTE.findall(found[4] or "")
        ),
    )


def document(lines: list[str]) -> StatementDocument:
    """Read a case: statements, and bundles from "bundle b" to "end"."""
    outside: list[Statement] = []
    bundles: list[StatementBundle] = []
    inside: list[Statement] | None = None
    for line in lines:
        if line.startswith("bundle "):
            inside = []
        elif line == "end":
            bundles.append(StatementBundle(id=Name("b"), statements=tuple(inside or ())))
            inside = None
        else:
            (outside if inside is None else inside).append(statement(line))
    return StatementDocument(statements=tuple(outside), bundles=tuple(bundles))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.partition("\n")[0][2:])
def test_verdict_is_that_of_the_recommendation(case: str) -> None:
    heading, *lines = case.splitlines()
    findings = check_statements(document(lines))
    assert bool(findings) == heading.startswith("# invalid: "), findings
