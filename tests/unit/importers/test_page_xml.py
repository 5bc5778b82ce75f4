"""PAGE XML: reading order, lines, the recognising program, several pages."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content
from provtrack.model.names import AgentKind, Role, VersionKind
from tests.unit.importers.packages import page_region, page_xml, zipped

A, B, C = (page_region(text, text.lower()) for text in "ABC")


def text_of(content: bytes) -> str:
    """The recorded text of a page."""
    return read_content(content, "a.xml").versions[0].text


@pytest.mark.parametrize(
    "order",
    [
        "<OrderedGroup><RegionRefIndexed index='1' regionRef='a'/>"
        "<RegionRefIndexed index='0' regionRef='c'/></OrderedGroup>",
        "<OrderedGroup><OrderedGroupIndexed index='0'><RegionRefIndexed index='0' regionRef='c'/>"
        "<RegionRefIndexed index='1' regionRef='a'/></OrderedGroupIndexed>"
        "<RegionRefIndexed index='1' regionRef='b'/></OrderedGroup>",
        "<UnorderedGroup><RegionRef regionRef='c'/><RegionRef regionRef='a'/>"
        "<RegionRef regionRef='a'/><RegionRef regionRef='none'/></UnorderedGroup>",
    ],
)
def test_the_reading_order_is_followed_and_the_rest_comes_last(order):
    assert text_of(page_xml(A + B + C, order=order)) == "C\n\nA\n\nB"


def test_the_order_of_transkribus_is_followed():
    regions = [
        page_region(text, text, f'custom="readingOrder {{index:{index};}}"')
        for text, index in (("A", 1), ("B", 0))
    ]
    assert text_of(page_xml("".join(regions))) == "B\n\nA"


def test_regions_without_ids_or_with_one_id_twice_are_all_read():
    order = "<OrderedGroup><RegionRefIndexed index='0' regionRef='b'/></OrderedGroup>"
    regions = A + A.replace(' id="a"', "") + B + B
    assert text_of(page_xml(regions, order=order)) == "B\n\nB\n\nA\n\nA"


def test_without_an_order_the_regions_stand_as_in_the_file_and_it_is_told():
    imported = read_content(page_xml(B + A), "a.xml")
    assert imported.versions[0].text == "B\n\nA"
    assert "IMP210" in [one.code for one in imported.findings]


def test_lines_are_joined_and_divided_words_too():
    assert text_of(page_xml(page_region("The min\u00ac\nister\ncame"))) == "The minister came"


def test_the_first_reading_by_index_is_taken():
    line = (
        "<TextRegion id='r'><TextLine><TextEquiv index='1'><Unicode>lea</Unicode></TextEquiv>"
        "<TextEquiv index='0'><Unicode>tea</Unicode></TextEquiv></TextLine></TextRegion>"
    )
    imported = read_content(page_xml(line), "a.xml")
    assert imported.versions[0].text == "tea"
    assert "1 line with several readings" in imported.findings[0].message


def test_words_serve_where_a_line_has_no_text_of_its_own():
    word = "<Word><TextEquiv><Unicode>{}</Unicode></TextEquiv></Word>"
    line = f"<TextLine>{word.format('green')}{word.format('tea')}</TextLine>"
    assert text_of(page_xml(f"<TextRegion id='r'>{line}</TextRegion>")) == "green tea"


def test_tables_and_nested_regions_are_read():
    cell = "<TableRegion><TableCell><TextLine><TextEquiv><Unicode>1</Unicode></TextEquiv>"
    nested = f"<TextRegion id='x'>{A}</TextRegion>"
    assert text_of(page_xml(f"{cell}</TextLine></TableCell></TableRegion>{nested}")) == "1\n\nA"


def test_page_numbers_and_running_heads_are_left_out_and_told():
    number = page_region("12", "n", 'type="page-number"')
    head = page_region("Talk", "h", 'type="header"')
    imported = read_content(page_xml(number + head + A), "a.xml")
    assert imported.versions[0].text == "A"
    assert imported.versions[0].notes[0].label == "12"
    assert imported.findings[1].message == "Left out of the text: 1 page number, 1 running head."


PROCESSING = (
    '<MetadataItem type="processingStep" name="recognition/text-recognition" value="ocrd-calamari">'
    '<Labels><Label type="version" value="1.0"/><Label type="checkpoint" value="fraktur"/></Labels>'
    '</MetadataItem><MetadataItem type="processingStep" name="layout/segmentation" value="x"/>'
)


@pytest.mark.parametrize(
    ("metadata", "name", "version"),
    [
        (PROCESSING, "ocrd-calamari", "1.0; checkpoint=fraktur"),
        (
            "<Creator>prov=Coop:name=PyLaia:version=2.11.1:model_id=39995:lm=none</Creator>",
            "PyLaia",
            "2.11.1; prov=Coop, model_id=39995, lm=none",
        ),
    ],
)
def test_the_recognising_program_is_the_agent(metadata, name, version):
    agent = read_content(page_xml(A, metadata=metadata), "a.xml").versions[0].agents[0]
    assert (agent.name, agent.program_version) == (name, version)
    assert (agent.role, agent.kind) == (Role.RECOGNISED, AgentKind.PROGRAM)


@pytest.mark.parametrize("creator", ["Workbench", "Anna Vogel", "University of Oder"])
def test_a_creator_of_any_name_is_the_program_where_lines_have_confidences(creator):
    metadata = f"<Creator>{creator}</Creator>"
    sure = A.replace("<TextEquiv>", '<TextEquiv conf="0.9">')
    assert (
        read_content(page_xml(sure, metadata=metadata), "a").versions[0].agents[0].name == creator
    )
    typed = read_content(page_xml(A, metadata=metadata), "a")
    assert typed.versions[0].agents == ()
    assert "IMP302" in [one.code for one in typed.findings]


@pytest.mark.parametrize(
    ("creator", "name", "version"),
    [
        ("escriptorium", "escriptorium", None),
        ("Tesseract 5.3.0", "Tesseract", "5.3.0"),
        ("OCR-D/core 2.44.0", "OCR-D/core", "2.44.0"),
    ],
)
def test_a_creator_that_recognises_is_the_program_and_this_is_told(creator, name, version):
    page = read_content(page_xml(A, metadata=f"<Creator>{creator}</Creator>"), "a")
    agent = page.versions[0].agents[0]
    assert (agent.name, agent.program_version, agent.words) == (name, version, creator)
    assert "IMP304" in [one.code for one in page.findings]


def test_what_stands_inside_a_named_region_follows_it():
    nested = page_region("A", "a").replace("</TextRegion>", C + "</TextRegion>")
    order = (
        "<OrderedGroup><RegionRefIndexed index='0' regionRef='a'/>"
        "<RegionRefIndexed index='1' regionRef='b'/></OrderedGroup>"
    )
    assert text_of(page_xml(nested + B, order=order)) == "A\n\nC\n\nB"


def test_lines_follow_the_order_that_each_of_them_states():
    line = (
        '<TextLine custom="readingOrder {{index:{};}}">'
        "<TextEquiv><Unicode>{}</Unicode></TextEquiv></TextLine>"
    )
    lines = line.format(1, "second.") + line.format(0, "First and")
    assert text_of(page_xml(f"<TextRegion id='a'>{lines}</TextRegion>")) == "First and second."


def test_packed_pages_are_one_version_in_the_order_of_their_names():
    pages = {
        "page/p10.xml": page_xml(page_region("and sugar."), image="10.jpg"),
        "page/p2.xml": page_xml(page_region("Tea"), image="2.jpg"),
        "mets.xml": "<mets/>",
    }
    imported = read_content(zipped(pages), "a.zip")
    version = imported.versions[0]
    assert (imported.importer, imported.charset) == ("page-xml", None)
    assert version.text == "Tea and sugar."
    assert [(one.position, one.label) for one in version.notes] == [(0, "2.jpg"), (3, "10.jpg")]
    assert version.kind is VersionKind.TRANSCRIPTION
    assert version.derived_from[0].unheld.description == "2 page images: 2.jpg to 10.jpg"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<PcGts><Metadata/></PcGts>", "it has no Page"),
        (b"<PcGts><Page>", "not well-formed XML"),
        (page_xml(""), "it holds no text"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><PcGts><Page>&b;</Page></PcGts>", "declares XML entities"),
        (page_xml("<TextRegion>" * 250 + "</TextRegion>" * 250), "nested deeper than 200"),
    ],
)
def test_broken_pages_are_refused_with_a_sentence(content, message):
    with pytest.raises(FormatError, match=message):
        read_content(content, "a.xml")
