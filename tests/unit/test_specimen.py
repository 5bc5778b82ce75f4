"""The specimen is whole, says that it is invented, and holds what its README promises."""

import re
import tomllib
from pathlib import Path

import pytest

import provtrack
from provtrack.collation import compare
from provtrack.importers import read
from provtrack.model.comparison import ComparedVersion, Comparison
from provtrack.model.names import Nature
from provtrack.recording.options import read_options
from provtrack.text.paragraphs import paragraphs_of

SPECIMEN = Path(provtrack.__file__).parent / "specimen"
ROWS = tomllib.loads((SPECIMEN / "catalogue.toml").read_text(encoding="utf-8"))["versions"]
ENGLISH, RUSSIAN = "journal.en-marchbank.txt", "journal.ru.txt"
OTHER_ENGLISH = "journal.en-okerlund.txt"


def paragraphs(name: str) -> list[str]:
    """The paragraphs of one of its texts."""
    text = (SPECIMEN / name).read_text(encoding="utf-8")
    return [paragraph.text for paragraph in paragraphs_of(text)]


@pytest.fixture(scope="module")
def translations() -> Comparison:
    """The second translation compared with the first."""
    base, witness = (
        ComparedVersion(name=name, language="en", text_sha256="", paragraphs=tuple(texts))
        for name, texts in ((n, paragraphs(n)) for n in (ENGLISH, OTHER_ENGLISH))
    )
    return compare(base, witness)


def test_the_translations_differ_in_every_nature(translations):
    found = {change.nature for bead in translations.beads for change in bead.changes}
    assert set(Nature) == found


def test_one_paragraph_is_split_and_one_is_moved(translations):
    shapes = {bead.shape for bead in translations.beads}
    moved = [bead for bead in translations.beads if bead.transposed]
    assert (1, 2) in shapes
    assert [(bead.base, bead.witness) for bead in moved] == [((8,), (6,))]


def test_paragraphs_stand_in_one_translation_only(translations):
    beads = translations.beads
    assert [bead.base for bead in beads if not bead.witness] == [(12,), (17,)]
    assert [bead.witness for bead in beads if not bead.base] == [(17,)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["siglum"])
def test_every_row_of_the_catalogue_can_be_recorded(row):
    assert (SPECIMEN / row["file"]).is_file()
    options = read_options({name: value for name, value in row.items() if name != "file"})
    assert options.siglum == row["siglum"]


def test_every_text_is_in_the_catalogue_or_is_the_page():
    texts = {path.name for path in SPECIMEN.glob("*.txt")}
    assert texts - {"page.txt"} == {row["file"] for row in ROWS}


def test_the_document_is_marked_as_invented():
    assert ROWS[0]["invented"] == "yes"
    assert "invented" in ROWS[0]["title"]
    assert "invented" in ROWS[0]["rights"].casefold()


def test_the_readme_names_every_version_and_says_invented_first():
    readme = (SPECIMEN / "README.md").read_text(encoding="utf-8")
    assert re.search(r"\A# .*\n\n\*\*Everything in this folder is invented", readme)
    assert {row["siglum"] for row in ROWS} == set(re.findall(r"^\| (\w\d?) \| `", readme, re.M))


def test_the_first_translation_follows_the_transcription_paragraph_by_paragraph():
    assert len(paragraphs(RUSSIAN)) == len(paragraphs(ENGLISH)) == 18


def test_the_page_holds_the_first_translation_and_its_abstract():
    texts = [version.text for version in read(SPECIMEN / "page.txt").versions]
    abstract = (SPECIMEN / "abstract.en.txt").read_text(encoding="utf-8").strip()
    assert texts == ["\n\n".join(paragraphs(ENGLISH)[2:16]), abstract]


def test_the_page_has_two_headings_without_a_value():
    fields = read(SPECIMEN / "page.txt").printed_fields
    assert [field.name for field in fields if field.value is None] == [
        "Original Uploaded Date",
        "Record ID",
    ]


def test_the_excerpt_swallows_a_hedge_that_its_source_has():
    assert "Government would probably take" in "".join(paragraphs(ENGLISH))
    assert "Government would . . . take" in "".join(paragraphs("excerpt.en-farrant.txt"))


@pytest.mark.parametrize("passed_over", ["United Nations", "trade delegation", "probably"])
def test_the_abstract_passes_over_what_the_readme_says(passed_over):
    assert passed_over in "".join(paragraphs(ENGLISH))
    assert passed_over not in "".join(paragraphs("abstract.en.txt"))


def test_the_abstract_has_a_claim_that_stands_in_no_other_version():
    others = [row["file"] for row in ROWS if row["siglum"] != "A"]
    assert "tractors" in "".join(paragraphs("abstract.en.txt"))
    assert not [name for name in others if re.search("tractor|трактор", "".join(paragraphs(name)))]
