"""Every importer keeps the common law: parametrised over the list of formats."""

import dataclasses
import json

import pytest

from provtrack.errors import FormatError
from provtrack.importers import FORMATS, read_content
from provtrack.importers.registry import IMPORTERS
from provtrack.text.paragraphs import paragraphs_of
from tests.unit.importers import packages
from tests.unit.importers.packages import PAGE, TELEGRAM, docx, epub, frus, odt, tei, w_paragraph

SAMPLES = {
    "text": b"One.\n\nTwo.\n",
    "markdown": b"# One.\n\nTwo.[^1]\n\n[^1]: Note.\n",
    "html": b"<!DOCTYPE html><html><body><p>One.</p><p>Two.</p></body></html>",
    "docx": docx(w_paragraph("One.") + w_paragraph("Two.")),
    "odt": odt("<text:p>One.</text:p><text:p>Two.</text:p>"),
    "epub": epub("<p>One.</p>", "<p>Two.</p>"),
    "page-xml": packages.page_xml(packages.page_region("One.") + packages.page_region("Two.", "s")),
    "alto": packages.alto(packages.alto_block("One.") + packages.alto_block("Two.", id="c")),
    "latex": b"One.\\footnote{Note.}\n\nTwo.\n",
    "pdf": packages.pdf(packages.pdf_lines("One.", "", "Two.")),
    "tei": tei("<p>One.<note>Note.</note></p><p>Two.</p>"),
    "frus": frus(TELEGRAM),
    "wilson-center": PAGE.encode(),
}
CONTAINERS = {"docx", "epub", "odt", "pdf"}


def test_every_format_has_a_sample():
    assert set(SAMPLES) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_importer_names_itself(name):
    assert read_content(SAMPLES[name], "a", format=name).importer == name


@pytest.mark.parametrize("name", FORMATS)
def test_reading_twice_gives_the_same(name):
    assert read_content(SAMPLES[name], "a", format=name) == read_content(
        SAMPLES[name], "a", format=name
    )


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
def test_paragraphs_are_separated_by_one_empty_line(name):
    for version in read_content(SAMPLES[name], "a", format=name).versions:
        assert "\n\n".join(one.text for one in paragraphs_of(version.text)) == version.text


@pytest.mark.parametrize("name", FORMATS)
def test_notes_stand_in_the_text_and_in_order(name):
    for version in read_content(SAMPLES[name], "a", format=name).versions:
        positions = [note.position for note in version.notes]
        assert positions == sorted(positions)
        assert all(0 <= place <= len(version.text) for place in positions)


@pytest.mark.parametrize("name", FORMATS)
def test_charset_is_named_but_for_containers(name):
    charset = read_content(SAMPLES[name], "a", format=name).charset
    assert charset == (None if name in CONTAINERS else "utf-8")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_empty_files_are_refused(name, content):
    with pytest.raises(FormatError, match="cannot read a"):
        read_content(content, "a", format=name)


@pytest.mark.parametrize("name", FORMATS)
def test_findings_have_published_codes_and_whole_sentences(name):
    for finding in read_content(SAMPLES[name], "a", format=name).findings:
        assert finding.code.startswith("IMP")
        assert finding.message.endswith(".")


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda one: one.name)
def test_suffixes_are_told_from_each_other(importer):
    others = [one for one in IMPORTERS if one is not importer]
    assert not {s for one in others for s in one.suffixes} & set(importer.suffixes)


@pytest.mark.parametrize("name", FORMATS)
def test_everything_read_can_be_stored_as_utf8(name):
    imported = read_content(SAMPLES[name], "a", format=name)
    json.dumps(dataclasses.asdict(imported), ensure_ascii=False).encode("utf-8")
