"""Days of the old style are compared by the day they are in the new one."""

import pytest

from provtrack.taxonomy.dates import values_of
from provtrack.taxonomy.hunks import tokens_of
from provtrack.text.two_calendars import in_new_style


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1881, 3, 1), (1881, 3, 13)),
        ((1700, 2, 28), (1700, 3, 10)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1651, 9, 3), (1651, 9, 13)),
    ],
)
def test_a_day_is_reckoned_over(old: tuple[int, int, int], new: tuple[int, int, int]) -> None:
    assert in_new_style(*old) == new


def test_there_is_no_thirtieth_of_february() -> None:
    assert in_new_style(1881, 2, 30) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on 25 October 1917 (O.S.)", "en"),
        ("on 7 November 1917 (25 October, O.S.)", "en"),
        ("25 октября 1917 г. (ст. ст.)", "ru"),
        ("le 25 octobre 1917 (vieux style)", "fr"),
        ("am 25. Oktober 1917 (a. St.)", "de"),
    ],
)
def test_a_mark_after_a_date_is_part_of_it(text: str, language: str) -> None:
    (value,) = values_of(tokens_of(text, language), language)
    assert value.worth == (1917, 11, 7)


def test_initials_after_a_date_leave_its_worth() -> None:
    (value,) = values_of(tokens_of("on 7 November 1917 A. S. wrote", "en"), "en")
    assert value.worth == (1917, 11, 7)
