"""The heat strip: one stop a row in a short report, stops of several rows in a long one."""

from provtrack.reporting.grouping import group_rows
from provtrack.reporting.sides import sides_of
from provtrack.reporting.strip import strip_of
from tests.golden import letter


def strip(collation):
    groups = group_rows(collation)
    return strip_of(groups, sides_of(collation), [0] * len(groups))


def long_collation(rows: int):
    woven = [letter.woven("He ⟦negation|does not|does⟧ pay.", n) for n in range(rows)]
    beads = [letter.bead([n], [n], changes=changes) for n, (_, _, changes) in enumerate(woven)]
    return letter.two_translations().model_copy(
        update={
            "base": letter.version("E1", [base for base, _, _ in woven]),
            "witnesses": (letter.compared(letter.version("E2", [w for _, w, _ in woven]), beads),),
        }
    )


def test_a_short_report_has_a_stop_for_each_row():
    view = strip(letter.two_translations())
    assert not view.is_compact
    assert len(view.cells) == len(group_rows(letter.two_translations()))


def test_bars_tell_substantive_from_accidental():
    assert strip(letter.two_translations()).cells[1].bars == "ssssa"


def test_a_stop_says_in_words_what_it_shows():
    assert strip(letter.two_translations()).cells[1].title == "§\xa02: 4 substantive, 1 accidental"


def test_a_long_report_has_few_stops_that_name_their_rows():
    view = strip(long_collation(500))
    assert view.is_compact
    assert len(view.cells) <= 120
    assert view.cells[0].title.startswith("§\xa01 to §\xa05: 5 substantive")


def test_a_stop_leads_to_the_first_row_with_a_substantive_change():
    collation = long_collation(100)
    beads = list(collation.witnesses[0].beads)
    beads[0] = letter.bead([0], [0])
    witness = letter.compared(collation.witnesses[0], beads)
    view = strip_of(
        group_rows(collation.model_copy(update={"witnesses": (witness,)})),
        sides_of(collation),
        [0] * 100,
    )
    assert view.cells[0].href == "#p1"
    assert strip(long_collation(500)).cells[1].href == "#p6"
