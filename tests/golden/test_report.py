"""The report of the invented letter looks as it did; `--update-golden` rewrites it."""

from pathlib import Path

from provtrack.provenance import chain_of
from provtrack.reporting import render
from tests.golden import letter

EXPECTED = Path(__file__).parent / "port-amsel.E1--E2--S.html"


def test_the_report_of_two_translations_and_an_abstract_is_as_expected(updates_golden):
    collation = letter.two_translations()
    collation = collation.model_copy(
        update={"witnesses": (*collation.witnesses, letter.abstract())}
    )
    versions = letter.stored_versions()
    page = render(
        collation,
        document=letter.document(),
        versions=versions,
        chain=chain_of(letter.document(), versions),
    )
    if updates_golden:
        EXPECTED.write_text(page, encoding="utf-8")
    assert page == EXPECTED.read_text("utf-8")
