"""The translation memory: rules of TMX 1.4b, and what a translators' library reads in it."""

import io
from dataclasses import replace
from importlib.metadata import version

import pytest
from lxml import etree

from provtrack.exporters.tmx import alignment_to_tmx
from tests.factories import alignment, bead, compared
from tests.unit.exporters.tmx_rules import XML_LANG, faults

BASE = compared("R", "Посол прибыл.", "Он молчал.", "Ушёл.", language="ru")
WITNESS = compared("E", "The ambassador came & sat.", "He was \x01 silent.", language="en-GB")
BEADS = alignment(bead((0,), (0,), 0.5), bead((1, 2), (1,)))


def written(beads=BEADS, base=BASE, witness=WITNESS) -> etree._Element:
    return etree.fromstring(alignment_to_tmx(beads, base, witness))


@pytest.mark.parametrize(
    "beads", [BEADS, alignment(bead((0,), ())), alignment()], ids=["beads", "unmatched", "empty"]
)
def test_a_translation_memory_keeps_to_the_rules(beads):
    assert faults(written(beads)) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda root: root.remove(root[0]), "tmx: children ['body']"),
        (lambda root: root.append(root[0]), "tmx: children ['body', 'header']"),
        (lambda root: root[0].attrib.pop("srclang"), "header: no srclang"),
        (lambda root: root[0].set("segtype", "page"), "header: segtype page"),
        (lambda root: root.find(".//tuv").attrib.pop(XML_LANG), f"tuv: no {XML_LANG}"),
        (lambda root: root.find(".//tuv").remove(root.find(".//seg")), "tuv: children []"),
        (lambda root: root.find(".//tu").append(root.find(".//prop")),
         "tu: children ['tuv', 'tuv', 'prop']"),
        (lambda root: root.find(".//tu").set("lang", "ru"), "tu: lang is not known"),
    ],
)  # fmt: skip
def test_the_rules_find_what_is_against_them(spoil, fault):
    root = written()
    spoil(root)
    assert faults(root) == [fault]


def test_the_header_names_the_program_with_its_version_and_the_language_of_the_base():
    header = written().find("header")
    assert header.get("creationtoolversion") == version("provtrack")
    assert (header.get("creationtool"), header.get("srclang")) == ("provtrack", "ru")


def test_no_date_is_written_so_that_the_bytes_stay_the_same():
    assert not any("date" in name for element in written().iter() for name in element.attrib)


def test_the_document_type_names_the_definition_that_tools_know():
    assert b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">' in alignment_to_tmx(BEADS, BASE, WITNESS)


def test_units_are_named_by_the_number_of_their_bead():
    beads = alignment(bead((0,), ()), bead((1,), (0,)), bead((2,), (1,)))
    assert [unit.get("tuid") for unit in written(beads).iter("tu")] == ["2", "3"]


def test_characters_that_xml_cannot_hold_are_replaced():
    words = ("a\0b\x0bc\ud800d\uffffe", "tab\tstays\u202e")
    strange = replace(compared("S", "of another text"), paragraphs=words)
    beads = alignment(bead((0,), (0,)), bead((1,), (1,)))
    segments = [seg.text for seg in written(beads, strange, strange).iter("seg")]
    assert segments[::2] == ["a\ufffdb\ufffdc\ufffdd\ufffde", "tab\tstays\u202e"]


def test_line_ends_and_white_space_of_a_paragraph_survive():
    recorded = compared("S", "  two\r\nlines \u2028 and <tags> & 'marks' ]]> ")
    segments = [
        seg.text for seg in written(alignment(bead((0,), (0,))), recorded, recorded).iter("seg")
    ]
    assert segments == [recorded.paragraphs[0]] * 2


def test_a_translators_library_reads_units_and_languages():
    tmx = pytest.importorskip("translate.storage.tmx", reason="translate-toolkit is not installed")
    memory = tmx.tmxfile(
        io.BytesIO(alignment_to_tmx(BEADS, BASE, WITNESS)),
        sourcelanguage="ru",
        targetlanguage="en-GB",
    )
    assert [(str(unit.source), str(unit.target)) for unit in memory.units] == [
        ("Посол прибыл.", "The ambassador came & sat."),
        ("Он молчал.\nУшёл.", "He was \ufffd silent."),
    ]
    assert memory.getsourcelanguage() == "ru"
