"""Comparing versions: beads, changes, what is absent, abstracts."""

from dataclasses import replace
from random import Random

import pytest

from provtrack.collation import collate, compare
from provtrack.errors import UsageError
from provtrack.model.comparison import Change, Comparison, Reading
from provtrack.model.names import ChangeKind, Nature, VersionKind
from tests.factories import alignment, bead, compared

BASE = compared(
    "A",
    "I met R.K. Nehru at a reception in Delhi.",
    "He said that Liu Shaoqi can approve this policy.",
    "The talks lasted until four in the morning.",
)


def changes(comparison: Comparison) -> list[Change]:
    """List the changes of all beads."""
    return [change for found in comparison.beads for change in found.changes]


def test_a_version_against_itself_has_no_change():
    assert changes(compare(BASE, BASE)) == []


def test_an_omitted_paragraph_points_to_where_it_would_stand():
    witness = compared("B", BASE.paragraphs[0], BASE.paragraphs[2])
    given = alignment(bead((0,), (0,)), bead((1,), ()), bead((2,), (1,)))
    (change,) = changes(compare(BASE, witness, alignment=given))
    end = len(BASE.paragraphs[0])
    assert change.witness == Reading(paragraph=0, start=end, end=end, text="")


def test_an_omitted_paragraph_is_one_omission_of_content():
    witness = compared("B", BASE.paragraphs[0], BASE.paragraphs[2])
    given = alignment(bead((0,), (0,)), bead((1,), ()), bead((2,), (1,)))
    (change,) = changes(compare(BASE, witness, alignment=given))
    found = (change.kind, change.nature, change.base.text)
    assert found == (ChangeKind.OMISSION, Nature.CONTENT, BASE.paragraphs[1])


def test_a_paragraph_added_before_all_others_points_to_the_beginning():
    witness = compared("B", "Secret.", *BASE.paragraphs)
    given = alignment(bead((), (0,)), *(bead((i,), (i + 1,)) for i in range(3)))
    (change,) = changes(compare(BASE, witness, alignment=given))
    assert change.base == Reading(paragraph=0, start=0, end=0, text="")


def test_a_change_in_a_moved_paragraph_is_found():
    witness = compared("B", BASE.paragraphs[2], "I met R.K. Nehru at a ball in Delhi.")
    given = alignment(replace(bead((0,), (1,)), transposed=True), bead((1,), ()), bead((2,), (0,)))
    found = [
        (c.base.text, c.witness.text) for c in changes(compare(BASE, witness, alignment=given))
    ]
    assert ("reception", "ball") in found


def test_between_languages_there_are_no_changes():
    witness = compared("R", "Я встретил Р.К. Неру на приёме.", language="ru")
    given = alignment(bead((0,), (0,)), bead((1,), ()), bead((2,), ()))
    assert changes(compare(BASE, witness, alignment=given)) == []


def test_an_abstract_that_drops_a_hedge_is_asked_about():
    abstract = compared("C", "Chinese leaders such as Liu Shaoqi supported the policy.")
    found = compare(BASE, replace(abstract, kind=VersionKind.ABSTRACT))
    topics = [query.topic for coverage in found.coverage for query in coverage.queries]
    assert topics == ["modality"]


def test_an_abstract_with_words_in_quotation_marks_that_are_not_there_is_asked_about():
    abstract = compared("C", "He met Nehru “at a dinner in Delhi”.")
    found = compare(BASE, replace(abstract, kind=VersionKind.ABSTRACT))
    topics = [query.topic for coverage in found.coverage for query in coverage.queries]
    assert topics == ["quotation"]


def test_nothing_is_read_against_an_abstract():
    abstract = replace(compared("C", "He met Nehru."), kind=VersionKind.ABSTRACT)
    with pytest.raises(UsageError, match="Name A first"):
        compare(abstract, BASE)


def test_each_witness_is_read_as_if_it_were_alone():
    first, second = (compared(name, *BASE.paragraphs[:n]) for name, n in (("B", 2), ("C", 3)))
    forth, back = collate(BASE, [first, second]), collate(BASE, [second, first])
    assert forth.witnesses == back.witnesses[::-1]


def test_settings_are_kept_in_order_of_their_names():
    given = {"B": alignment(*(bead((i,), (i,)) for i in range(3)))}
    witness = replace(BASE, name="B")
    collation = collate(BASE, [witness], alignments=given, settings={"paragraphs": "line"})
    assert collation.settings == (
        ("alignment of B", "by hand"),
        ("paragraphs", "line"),
        ("rules", "en"),
    )


def invented(words: list[str]) -> list[list[str]]:
    """Write forty paragraphs of three sentences in an invented language."""
    chance = Random(7)  # noqa: S311 - no secret
    places = range(len(words))
    return [
        [
            " ".join(words[chance.choice(places)] for _ in range(10 + number)).capitalize() + "."
            for number in range(3)
        ]
        for _ in range(40)
    ]


def test_a_sentence_left_out_of_a_translation_becomes_a_query():
    stems = ["mar", "tol", "ves", "gun", "dor", "lim", "pak", "zer", "hob", "nit", "ruk", "sal"]
    base = invented([one + other for one in stems for other in stems])
    witness = invented([other[::-1] + "a" + one[::-1] for one in stems for other in stems])
    del witness[20][1]
    found = compare(
        compared("A", *map(" ".join, base), language="it"),
        compared("B", *map(" ".join, witness), language="fi"),
    )
    asked = [query for bead in found.beads for query in bead.queries if query.topic == "omission"]
    assert [query.base.text for query in asked if query.base] == [base[20][1]]
