"""Pins and notes as W3C Web Annotations."""

import json

import pytest

from provtrack.aligner.binding import pinned_paragraph
from provtrack.exporters.web_annotation import document_to_annotations
from provtrack.model.alignment import Pin, StoredAlignment
from provtrack.model.names import PinKind, SideName
from provtrack.model.stored import dump, load
from provtrack.text.paragraphs import paragraphs_of
from tests.acts import version_files
from tests.documents import ENGLISH, RUSSIAN, alignment_file, whole_document

PATH = "alignments/R--1-en.json"
SIDES = [[one.text for one in paragraphs_of(text)] for text in (RUSSIAN, ENGLISH)]


def pin(kind, base=(), witness=(), locked=None):
    return Pin(
        kind=kind,
        base=tuple(pinned_paragraph(SIDES[0], position) for position in base),
        witness=tuple(pinned_paragraph(SIDES[1], position) for position in witness),
        locked=locked,
        by="Anna",
        when="2026-01-01T00:00:00Z",
        reason="Seen in the original.",
    )


def annotations(tmp_path, *pins, more=()):
    stored = load(StoredAlignment, alignment_file()[PATH], place=PATH)
    pinned = {PATH: dump(stored.model_copy(update={"pins": pins}))}
    collection = json.loads(document_to_annotations(whole_document(tmp_path, pinned, *more)))
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    return [item for item in items if item["motivation"] != "commenting"]


def test_pin_links_the_paragraphs_it_is_on(tmp_path):
    (item,) = annotations(tmp_path, pin(PinKind.MUST_LINK, (1,), (1,)))
    quotes = [target["selector"][0]["exact"] for target in item["target"]]
    assert quotes == [SIDES[0][1], SIDES[1][1]]
    assert (item["motivation"], item["creator"]["name"]) == ("linking", "Anna")
    assert item["body"][1]["value"] == "Seen in the original."


def test_place_is_given_by_code_points_of_the_recorded_text(tmp_path):
    (item,) = annotations(tmp_path, pin(PinKind.MUST_LINK, (1,), (1,)))
    quote, position = item["target"][0]["selector"]
    assert RUSSIAN[position["start"] : position["end"]] == quote["exact"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in RUSSIAN


@pytest.mark.parametrize(
    ("made", "words", "targets"),
    [
        (pin(PinKind.CANNOT_LINK, (0,), (1,)), "do not answer each other", 2),
        (pin(PinKind.MUST_LINK, (2,)), "Nothing in the other version answers", 1),
        (pin(PinKind.LOCKED, locked=SideName.WITNESS), "never joined", 1),
    ],
)
def test_other_pins_say_what_they_decide(tmp_path, made, words, targets):
    (item,) = annotations(tmp_path, made)
    assert words in item["body"][0]["value"]
    assert len(item["target"]) == targets


def test_pin_of_a_text_that_was_corrected_is_left_out(tmp_path):
    corrected = version_files("R", "Посол подписал.", revision=2)
    assert annotations(tmp_path, pin(PinKind.MUST_LINK, (1,), (1,)), more=(corrected,)) == []


def test_footnote_is_a_comment_at_its_place(tmp_path):
    collection = json.loads(document_to_annotations(whole_document(tmp_path)))
    first = collection["first"]["items"][0]
    assert first["motivation"] == "commenting"
    assert first["body"][0]["value"] == "1 So in the\noriginal."
    assert first["target"][0]["selector"][1] == {
        "type": "TextPositionSelector", "start": 12, "end": 12,
    }  # fmt: skip
