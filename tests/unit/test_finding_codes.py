"""docs/reference: every code of a finding is described, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\b(?:BAG|IMP|REC|PRV|STO|AUD|CIT)\d{3}\b")
PAGE = (ROOT / "docs/reference/finding-codes.md").read_text("utf-8")


def codes_in_the_program() -> set[str]:
    files = [*(ROOT / "provtrack").rglob("*.py"), *(ROOT / "provtrack").rglob("catalogue.json")]
    sources = (path.read_text("utf-8") for path in files)
    return {code for source in sources for code in CODE.findall(source)}


def test_every_code_is_described_and_no_other():
    assert set(CODE.findall(PAGE)) == codes_in_the_program()


def test_no_code_is_described_twice():
    described = re.findall(r"^\| (\w{3}\d{3}) ", PAGE, re.MULTILINE)
    assert len(described) == len(set(described))


def test_every_rule_of_references_is_described_and_no_other():
    rule = re.compile(r"\bREF\d{3}\b")
    page = (ROOT / "docs/reference/reference-rules.md").read_text("utf-8")
    sources = [path.read_text("utf-8") for path in (ROOT / "provtrack").rglob("*.py")]
    described = set(re.findall(r"^\| (REF\d{3}) ", page, re.MULTILINE))
    assert described == {code for source in sources for code in rule.findall(source)}
