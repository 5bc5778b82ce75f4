"""Quotations in the customs of countries whose languages have no rules of their own."""

import pytest

from provtrack.quotations import find
from tests.unit.quotations.texts import publication


def told(text: str) -> list[str]:
    """Give the words of the quotations that are not told apart as titles or terms."""
    return [one.text for one in find(publication(text)) if not one.ignored]


@pytest.mark.parametrize(
    "text",
    [
        "Esett az eső. „A hidat tegnap este lezárták,” írta, „és senki sem várja a tavaszt.”",
        "Έβρεχε. «Η γέφυρα έκλεισε χθες το βράδυ,» είπε ο φύλακας, «και κανείς δεν περιμένει.»",
        "Padało. „Most zamknięto wczoraj wieczorem,” dodał pisarz, „i nikt nie czeka wiosny.”",
        "Pršelo. „Most včera večer zavřeli,“ dodal písař, „a nikdo nečeká na jaro.“",
        "Het regende. „De brug is gisteren gesloten,” zei de klerk, „en niemand wacht nu.”",
        "雨だった。「橋は昨日の夜に閉鎖された、」と彼は書き、「誰も春を待っていない。」",
    ],
)
def test_a_clause_of_saying_interrupts_one_quotation(text: str):
    assert len(told(text)) == 1


def test_white_corners_in_the_line_are_a_title_in_japanese():
    assert told(
        "彼は冬に『川の記録』を読んだ。田中はこう書いた：「橋は昨日の夜に閉鎖された。」"
    ) == ["橋は昨日の夜に閉鎖された。"]


def test_white_corners_that_a_verb_of_saying_brings_in_quote():
    assert told("王明写道：『桥梁昨天晚上已经关闭，没有人等待春天。』") == [
        "桥梁昨天晚上已经关闭，没有人等待春天。"
    ]
