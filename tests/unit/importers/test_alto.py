"""ALTO: reading order, divided words, the recognising program."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content
from provtrack.model.names import Role
from tests.unit.importers.packages import alto, alto_block, zipped

A, B = alto_block("A", id="a"), alto_block("B", id="b")
FIRST = '<String CONTENT="Zuk" SUBS_TYPE="HypPart1" SUBS_CONTENT="{0}"/><HYP CONTENT="-"/>'
SECOND = '<String CONTENT="ker" SUBS_TYPE="HypPart2" SUBS_CONTENT="{0}"/><SP/>'


def text_of(content: bytes) -> str:
    """The recorded text of a page."""
    return read_content(content, "a.xml").versions[0].text


def test_blocks_are_paragraphs_and_lines_are_joined():
    assert text_of(alto(alto_block("Green tea", "was served.") + A)) == "Green tea was served.\n\nA"


def test_a_divided_word_is_what_the_file_states():
    block = alto_block(
        '<String CONTENT="Roter"/><SP/>' + FIRST.format("Zucker"),
        SECOND.format("Zucker") + '<String CONTENT="fehlt"/>',
    )
    assert text_of(alto(block)) == "Roter Zucker fehlt"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('<String CONTENT="min"/><HYP CONTENT="-"/>', '<String CONTENT="ister"/>'),
        ('<String CONTENT="min-"/>', '<String CONTENT="ister"/>'),
        ('<String CONTENT="min"/><SP/><HYP CONTENT="¬"/>', '<String CONTENT="ister"/>'),
    ],
)
def test_divided_words_are_joined_without_a_statement(first, second):
    assert text_of(alto(alto_block(first, second))) == "minister"


def test_a_statement_without_its_second_part_is_joined_by_its_sign():
    assert text_of(alto(alto_block(FIRST.format("Zucker"), "ker"))) == "Zukker"


@pytest.mark.parametrize("reference", ['<ElementRef REF="b"/><ElementRef REF="a"/>', None])
def test_the_reading_order_is_followed(reference):
    group = f"<ReadingOrder><OrderedGroup>{reference}</OrderedGroup></ReadingOrder>"
    imported = read_content(alto(A + B, before=group if reference else ""), "a.xml")
    assert imported.versions[0].text == ("B\n\nA" if reference else "A\n\nB")
    assert ("IMP210" in [one.code for one in imported.findings]) == (reference is None)


def test_blocks_that_name_the_next_are_read_in_that_order():
    last, first = alto_block("B", id="b"), alto_block("A", id="a", attributes='IDNEXT="c"')
    imported = read_content(alto(first + last + alto_block("C", id="c")), "a.xml")
    assert imported.versions[0].text == "A\n\nC\n\nB"
    assert "IMP210" not in [one.code for one in imported.findings]


def test_blocks_that_name_each_other_in_a_ring_are_all_read_once():
    ring = alto_block("A", id="a", attributes='IDNEXT="b"') + alto_block(
        "B", id="b", attributes='IDNEXT="a"'
    )
    assert text_of(alto(ring)) == "A\n\nB"


def test_margins_are_left_out_and_counted():
    margin = f"<TopMargin>{alto_block('Page 12')}</TopMargin>"
    imported = read_content(alto(A, margins=margin), "a.xml")
    assert imported.versions[0].text == "A"
    assert imported.findings[0].message == "Left out of the text: 2 words in the margins of pages."


SOFTWARE = (
    "<processingStepSettings>psm 1</processingStepSettings><processingSoftware>"
    "<softwareCreator>Maker</softwareCreator><softwareName>reader</softwareName>"
    "<softwareVersion>5.0</softwareVersion></processingSoftware>"
)


@pytest.mark.parametrize(
    "description",
    [
        f"<OCRProcessing><ocrProcessingStep>{SOFTWARE}</ocrProcessingStep></OCRProcessing>",
        f"<Processing><processingCategory>contentGeneration</processingCategory>{SOFTWARE}"
        "</Processing><Processing><processingCategory>preOperation</processingCategory>"
        f"{SOFTWARE.replace('reader', 'scanner')}</Processing>",
    ],
)
def test_the_recognising_program_is_the_agent(description):
    agents = read_content(alto(A, description=description), "a.xml").versions[0].agents
    assert [(one.name, one.role, one.program_version) for one in agents] == [
        ("reader", Role.RECOGNISED, "5.0; psm 1")
    ]


def test_a_file_that_names_no_program_is_told():
    assert "IMP302" in [one.code for one in read_content(alto(A), "a.xml").findings]


def test_the_only_language_of_the_blocks_is_taken():
    german = alto(alto_block("A", attributes='LANG="de"') + B)
    both = alto(alto_block("A", attributes='LANG="de"') + alto_block("B", attributes='LANG="ru"'))
    assert read_content(german, "a").versions[0].language == "de"
    assert read_content(both, "a").versions[0].language is None


def test_packed_pages_are_one_version():
    image = "<sourceImageInformation><fileName>C:\\scan\\{}.tif</fileName></sourceImageInformation>"
    pages = {f"alto/{n}.xml": alto(A, description=image.format(n)) for n in (10, 9)}
    version = read_content(zipped(pages), "a.zip").versions[0]
    assert [one.label for one in version.notes] == ["9.tif", "10.tif"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<alto><Layout>", "not well-formed XML"),
        (alto(""), "it holds no text"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><alto>&b;</alto>", "declares XML entities"),
        (alto("<ComposedBlock>" * 250 + "</ComposedBlock>" * 250), "nested deeper than 200"),
    ],
)
def test_broken_pages_are_refused_with_a_sentence(content, message):
    with pytest.raises(FormatError, match=message):
        read_content(content, "a.xml")


def test_words_without_spaces_between_them_in_the_file_are_words():
    block = alto_block('<String CONTENT="Green"/><String CONTENT="tea"/>', "cooled.")
    assert text_of(alto(block)) == "Green tea cooled."


def test_a_word_divided_over_two_blocks_is_one_and_so_is_its_paragraph():
    first = alto_block('<String CONTENT="Roter"/><SP/>' + FIRST.format("Zucker"), id="a")
    second = alto_block(SECOND.format("Zucker") + '<String CONTENT="fehlt."/>', id="b")
    assert text_of(alto(first + second)) == "Roter Zucker fehlt."


def test_blocks_inside_a_named_block_follow_it():
    order = '<ElementRef REF="d"/><ElementRef REF="a"/>'
    group = f"<ReadingOrder><OrderedGroup>{order}</OrderedGroup></ReadingOrder>"
    inside = f'<ComposedBlock ID="d">{B}{alto_block("C", id="c")}</ComposedBlock>'
    assert text_of(alto(A + inside, before=group)) == "B\n\nC\n\nA"
