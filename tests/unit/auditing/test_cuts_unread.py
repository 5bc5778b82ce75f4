"""In languages without rules too, a cut that leaves out "not" or "if" is told; another is not."""

import pytest

from provtrack.model.quotation import Verdict
from tests.unit.auditing.judging import judged_cut


@pytest.mark.parametrize(
    ("language", "text", "lost"),
    [
        ("es", "El consejo no ⟦venderá la barca vieja⟧ en mayo.", "no"),
        ("es", "El consejo no se ⟦negó a vender la barca⟧ en mayo.", "no se"),
        ("es", "⟦El consejo venderá la barca⟧, si el precio sube.", "si el precio sube."),
        ("it", "Se il prezzo sale, ⟦il consiglio vende la barca⟧.", "Se il prezzo sale,"),
        ("pl", "Rada nie ⟦sprzeda starego promu w maju⟧.", "nie"),
        ("uk", "Рада не ⟦продасть старий пором у травні⟧.", "не"),
        ("nl", "⟦De raad verkoopt de oude boot⟧ niet in mei.", "niet in mei."),
        ("sv", "⟦Rådet säljer den gamla båten⟧ inte i maj.", "inte i maj."),
        ("he", "המועצה לא ⟦תמכור את הסירה הישנה במאי⟧.", "לא"),
        ("ar", "المجلس لا ⟦يبيع القارب القديم في مايو⟧.", "لا"),
        ("ja", "町は⟦古い船を五月に売却⟧しない。", "しない。"),
        ("th", "สภาไม่⟦ขายเรือเก่าในเดือนพฤษภาคม⟧", "ไม่"),
    ],
)
def test_what_a_cut_denies_or_leaves_open_is_told(language, text, lost):
    found = judged_cut(text, language)
    assert (found.verdict, found.lost) == (Verdict.TRUNCATED, lost)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El consejo no duda: ⟦venderá la barca vieja⟧ en mayo."),
        ("es", "El consejo, si puede, compra; ⟦el alcalde vende la barca⟧ en mayo."),
        ("it", "⟦Il consiglio vende la barca⟧ se ne parla molto."),
        ("nl", "Hij komt niet, maar ⟦de raad verkoopt de oude boot⟧ in mei."),
        ("uk", "Рада не питає, а ⟦продасть старий пором⟧ у травні."),
        ("xx", "El consejo no ⟦venderá la barca vieja⟧ en mayo."),
    ],
)
def test_other_cuts_are_not(language, text):
    assert judged_cut(text, language).verdict is Verdict.EXACT


@pytest.mark.parametrize("before", ["The council would not agree that it", "Niega que no"])
def test_an_author_who_says_so_has_cut_nothing(before):
    text = "El consejo no ⟦venderá la barca vieja⟧ en mayo."
    assert judged_cut(text, "es", before).verdict is Verdict.EXACT
