"""Titles in notes that only their place tells from quotations."""

import re

import pytest

from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.model.text import Span
from provtrack.quotations import find
from tests.unit.quotations.texts import publication


def in_note(note: str) -> Publication:
    """A publication whose only note says this."""
    text = f"The bridge.[^1]\n\n[^1]: {note}\n"
    whole = Span(text.index(note), len(text) - 1)
    read = publication(text)
    regions = (*read.regions, Region(kind=RegionKind.NOTE, span=whole, label="1"))
    calls = tuple(one for one in read.note_marks if one.position < whole.start - 8)
    return Publication(
        name=read.name,
        text=text,
        text_sha256=read.text_sha256,
        skipped=read.skipped,
        note_marks=calls,
        regions=regions,
    )


def told(note: str) -> list[str]:
    """What each marked part of a note is, if its words stand in no text."""
    return [one.ignored or one.perhaps for one in find(in_note(note))]


@pytest.mark.parametrize(
    "note",
    [
        'Weil, "The winter of the long road and its men," *River Journal* 12:3 (1990): 44.',
        'See also L. van der Veen and H. Moss, "What the masons knew," in: Bridges (Oslo, 1999).',
        'Leaf 4, cited in Weil, "What the masons knew," 258.',
        'Holm, "What the masons knew."',
        "Vgl. P. Sommer/J. Holm: „Der lange Winter am Fluss“, in: Jahrbuch 3 (1988), S. 12.",
        "A. Krüger, „Wer zahlt die Brücke?“, Abendblatt, 12. März 1957, S. 3.",
        "См. также: Петров А. В., «Мост через реку», Речной вестник, 1990, № 4, с. 12.",
        "Цит. по: Орлов Б., «Забытая дорога Севера», Речной вестник, 1999, № 2.",
        "Voir J.-P. Martin, « La route du nord », Revue des ponts, t. 12, n° 3, 1990, p. 33.",
        "M. Duval et P. Roy, « Un hiver sans neige », dans Études, Paris, 1988, p. 5.",
    ],
)
def test_names_a_title_and_what_holds_it_make_a_title_in_any_letters(note: str):
    assert told(note) == ["title"]


@pytest.mark.parametrize(
    "note",
    [
        '"Why the bridge was not built," *Evening Post*, 3 May 1957, 4.',
        '"Telegram from the mayor to the upper valley," 3 November 1962, Town Archive, no. 5.',
        "« Le pont de la discorde », Le Soir, 3 mai 1957.",
    ],
)
def test_head_of_a_note_is_a_title_or_a_quotation(note: str):
    assert told(note) == ["title or quotation"]


@pytest.mark.parametrize(
    "note",
    [
        'Town Archive, no. 5, and see "the road is closed until spring," in the same letter.',
        'Holm said, "The road is closed until spring," in 1957.',
        'Holm, "The road is closed until spring," he said in 1957.',
        '"The road is closed until spring," AVPRF, f. 90, op. 24, d. 5.',
        'The mayor thought so: "The road is closed until spring." He left.',
    ],
)
def test_words_in_the_place_of_a_quotation_are_one(note: str):
    assert told(note) == [""]


@pytest.mark.parametrize(
    ("text", "perhaps"),
    [
        ("He spoke of “free passage” and left. Dorn came.[^1]", "term"),
        ("The files filled “three whole shelves”. Dorn came.[^1]", "term"),
        ("He spoke of “free passage” and left.[^1] Dorn came.", ""),
        ("He spoke of “free passage” (Dorn, p. 4) and left. Dorn came.[^1]", ""),
        ("He said “that is wrong” and left. Dorn came.[^1]", ""),
        ("He said that “the road is closed for good” and left. Dorn came.[^1]", ""),
    ],
)
def test_few_words_in_a_sentence_without_a_note_may_be_a_term(text: str, perhaps: str):
    (found,) = find(publication(text))
    assert re.sub("scare quotes", "term", found.ignored or found.perhaps) == perhaps
