"""docs/reference/finding-codes.md: every constraint that is checked is described, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/reference/finding-codes.md").read_text("utf-8")
MODULES = sorted((ROOT / "provtrack/provenance/constraints").glob("*.py"))


def codes_in_the_program() -> set[str]:
    """Collect whole codes, and the numbers that `unification` puts PROV before."""
    source = "\n".join(path.read_text("utf-8") for path in MODULES)
    whole = set(re.findall(r'"(PROV\d+)"', source))
    parts = re.findall(r'"(\d\d|LINKS1|USAGE)"', source)
    return whole | {f"PROV{part}" for part in parts}


def test_every_constraint_is_described_and_no_other() -> None:
    described = set(re.findall(r"^\| (PROV\w+) \|", PAGE, re.MULTILINE))
    assert described == codes_in_the_program()
