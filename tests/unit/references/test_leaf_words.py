"""Leaves behind a delo in the words of other languages, and words there that are no leaves."""

import pytest

from provtrack.references import read_reference

FILE = "AVPRF, f. 0116, op. 41, p. 128, d. 17"


def leaves(printed: str) -> list[tuple[str, str | None]]:
    return [(one.start, one.end) for one in read_reference(printed).leaves]


@pytest.mark.parametrize(
    "word",
    [
        *("Bl.", "Bll.", "Blatt", "Blätter", "S.", "feuilles", "f.", "ff.", "fol.", "f°", "fogli"),
        *("cc.", "k.", "karty", "hojas", "folhas", "blad", "p.", "pp.", "lap", "с."),
    ],
)
def test_leaves_behind_a_delo_are_read_in_words_of_other_languages(word: str):
    read = read_reference(f"{FILE}, {word} 34-36.")
    assert [(one.start, one.end) for one in read.leaves] == [("34", "36")]
    assert dict(read.parts) == {"fond": "0116", "opis": "41", "papka": "128", "delo": "17"}
    assert "REF110" not in {one.code for one in read.findings}
    assert not read.others


@pytest.mark.parametrize("end", ["Bl. 34, 36–38", "Bl. 34 und 36"])
def test_the_first_of_several_leaves_is_read(end: str):
    assert leaves(f"{FILE}, {end}")[0] == ("34", None)


def test_the_back_of_a_leaf_is_read():
    assert leaves("RGASPI, F. 17, Op. 162, D. 18, Bl. 9 Rs., 11") == [("9 Rs", None), ("11", None)]


def test_pages_behind_a_stop_are_read():
    assert leaves("АВП РФ. Ф. 0116. Оп. 41. П. 128. Д. 17. С. 35–36.") == [("35", "36")]


def test_leaves_behind_a_volume_of_a_delo_are_read():
    assert leaves("GARF, F. 5446, Op. 1, D. 17, T. 2, Bl. 5") == [("5", None)]


def test_each_delo_of_a_line_has_its_leaves():
    read = read_reference("RGASPI, F. 17, Op. 162, D. 18, Bl. 9; F. 17, Op. 3, D. 5, Bl. 2.")
    assert [leaf.start for one in (read, *read.others) for leaf in one.leaves] == ["9", "2"]


def test_leaves_behind_levels_between_slashes_are_read():
    assert leaves("RGASPI, 17/162/18, Bl. 9-12") == [("9", "12")]


def test_a_range_that_runs_backwards_is_told_in_any_word():
    found = read_reference(f"{FILE}, Bl. 36-33").findings
    assert [one.code for one in found] == ["REF101"]


@pytest.mark.parametrize(
    "printed",
    [
        "RGASPI, f. 17, op. 162, d. 18, f. 3, op. 1, d. 2",  # another fond
        "AVPRF, f. 0116, op. 41, d. 17, p. 128",  # the papka
        "RGASPI, f. 17, op. 162, d. 18, c. 1962",  # about
        "RGASPI, f. 17, op. 162, d. 18, K. Ott",
    ],
)
def test_other_words_behind_a_delo_are_no_leaves(printed: str):
    assert leaves(printed) == []


def test_leaves_by_their_own_word_are_not_read_twice():
    assert leaves("RGASPI, f. 17, op. 162, d. 18, k. 2, l. 34") == [("34", None)]
