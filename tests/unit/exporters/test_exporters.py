"""provtrack.exporters: what a script or a spreadsheet gets."""

import csv
import io
import json

import pytest
from lxml import etree

from provtrack.collation import collate
from provtrack.exporters import ALIGNMENT_FORMATS, COMPARISON_FORMATS
from provtrack.exporters.changes_csv import collation_to_csv
from provtrack.exporters.collation_json import collation_to_json, sentences_to_json
from provtrack.exporters.tmx import alignment_to_tmx, sentences_to_tmx
from provtrack.exporters.tsv import alignment_to_tsv, sentences_to_tsv
from provtrack.model.alignment import Sentence, SentenceAlignment, SentenceBead
from provtrack.model.comparison import Collation
from provtrack.model.stored import load
from provtrack.model.text import Span
from tests.factories import alignment, bead, compared, negation_dropped

BASE = compared("R", "Посол прибыл.", "Он молчал.", language="ru")
WITNESS = compared("E", "The ambassador came & sat.", "He was \x01 silent.")


def test_tsv_has_one_line_per_bead_with_positions_from_zero():
    beads = alignment(bead((0,), (0, 1), 0.5), bead((1,), ()))
    assert alignment_to_tsv(beads, BASE, WITNESS) == b"0\t0,1\t0.5000\n1\t\t1.0000\n"


def test_tmx_holds_both_sides_of_each_bead_that_has_two():
    beads = alignment(bead((0,), (0,)), bead((1,), ()))
    root = etree.fromstring(alignment_to_tmx(beads, BASE, WITNESS))
    assert [seg.text for seg in root.iter("seg")] == ["Посол прибыл.", "The ambassador came & sat."]


def test_tmx_replaces_characters_that_xml_cannot_hold():
    content = alignment_to_tmx(alignment(bead((1,), (1,))), BASE, WITNESS)
    assert [seg.text for seg in etree.fromstring(content).iter("seg")][1] == "He was \ufffd silent."


SENTENCES = SentenceAlignment(
    inside=(
        (
            SentenceBead(
                base=(Sentence(paragraph=0, number=0, span=Span(0, 5)),),
                witness=(
                    Sentence(paragraph=0, number=0, span=Span(0, 9)),
                    Sentence(paragraph=0, number=1, span=Span(11, 20)),
                ),
                confidence=0.75,
            ),
            SentenceBead(
                base=(Sentence(paragraph=0, number=1, span=Span(6, 11)),),
                witness=(),
                confidence=1.0,
            ),
        ),
    ),
    method="by hand",
)
TWO = compared("R", "Идёт. Снег.", language="ru"), compared("E", "It snows.  Or rains.")


def test_tsv_of_sentences_names_paragraph_and_sentence():
    content = sentences_to_tsv(alignment(bead((0,), (0,))), SENTENCES, *TWO)
    assert content == b"0.0\t0.0,0.1\t0.7500\n0.1\t\t1.0000\n"


def test_tmx_of_sentences_says_so_and_holds_beads_with_two_sides():
    root = etree.fromstring(sentences_to_tmx(alignment(bead((0,), (0,))), SENTENCES, *TWO))
    assert root.find("header").get("segtype") == "sentence"
    assert [child.tag for child in root.find("body/tu")] == ["prop", "tuv", "tuv"]
    assert [seg.text for seg in root.iter("seg")] == ["Идёт.", "It snows.  Or rains."]


def test_tmx_of_paragraphs_says_so():
    root = etree.fromstring(alignment_to_tmx(alignment(bead((0,), (0,))), BASE, WITNESS))
    assert root.find("header").get("segtype") == "paragraph"


def test_json_of_sentences_has_their_spans():
    fields = json.loads(sentences_to_json(alignment(bead((0,), (0,))), SENTENCES, *TWO))
    first = fields["sentences"]["inside"][0][0]["base"][0]
    assert first == {"paragraph": 0, "number": 0, "span": {"start": 0, "end": 5}}


def test_json_of_a_collation_loads_back_to_the_same_collation():
    collation = negation_dropped()
    assert load(Collation, collation_to_json(collation), place="test") == collation


def test_json_names_the_nature_of_each_change():
    fields = json.loads(collation_to_json(negation_dropped()))
    assert fields["witnesses"][0]["beads"][0]["changes"][0]["nature"] == "negation"


def test_csv_has_one_row_per_change_with_paragraphs_from_one():
    rows = list(
        csv.DictReader(io.StringIO(collation_to_csv(negation_dropped()).decode("utf-8-sig")))
    )
    assert [(row["base_paragraph"], row["base_reading"]) for row in rows] == [("1", "not ")]


def test_csv_has_the_changes_within_moved_words_after_the_move():
    rest = "came in while the long and solemn speech of the old minister was read to the hall"
    base = f"The consul, who had not slept for two cold nights in the harbour, {rest}."
    witness = f"The consul {rest}, who had slept for two cold nights in the harbour."
    collation = collate(compared("A", base), [compared("B", witness)])
    rows = list(csv.DictReader(io.StringIO(collation_to_csv(collation).decode("utf-8-sig"))))
    inner = [row for row in rows if row["entry"] == "change within the words moved"]
    assert [(row["nature"], row["base_reading"]) for row in inner] == [("negation", "not ")]


@pytest.mark.parametrize("name", sorted(COMPARISON_FORMATS))
def test_every_comparison_format_writes_the_same_bytes_twice(name):
    write = COMPARISON_FORMATS[name]
    assert write(negation_dropped()) == write(negation_dropped())


@pytest.mark.parametrize("name", sorted(ALIGNMENT_FORMATS))
def test_every_alignment_format_writes_the_same_bytes_twice(name):
    beads = alignment(bead((0,), (0,)), bead((1,), (1,)))
    write = ALIGNMENT_FORMATS[name]
    assert write(beads, BASE, WITNESS) == write(beads, BASE, WITNESS)
