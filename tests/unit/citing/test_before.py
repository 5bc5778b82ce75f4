"""Works before a short form are found by their words as if each had been looked at."""

import re

from hypothesis import given
from hypothesis import strategies as st

from provtrack.citing.before import Before
from provtrack.citing.titles import author_of
from provtrack.model.citation import Citation, CitedWork
from provtrack.model.text import Span

NAMES = st.sampled_from(["Lugin", "Holm", "Vance", "Лугин", "Лугина"])
WORKS = st.builds(
    lambda names, year: f"{' and '.join(names)}, Boats ({year}), 4",
    st.lists(NAMES, min_size=1, max_size=3),
    st.integers(1900, 1902),
)
CITATIONS = st.lists(st.tuples(WORKS, st.sampled_from([None, "ferry", "boats"])), max_size=12)


def cited(text: str, document: str | None, note: int) -> Citation:
    work = CitedWork(span=Span(0, len(text)), text=text, note=str(note))
    return Citation(work=work, document=document)


@given(CITATIONS, st.frozensets(NAMES, min_size=1, max_size=2))
def test_of_held_works_with_all_names_the_last_of_each_document_is_found(rows, names):
    every = [cited(text, document, n) for n, (text, document) in enumerate(rows)]
    expected = [
        one
        for one in every
        if one.document and names <= set(re.findall(r"[\w’'-]+", one.work.text))
    ]
    if expected:
        found = Before({}, every).named(names)
        assert [one for one in expected if one in found] == found
        assert {one.document for one in found} == {one.document for one in expected}
        assert found[-1] == expected[-1]


@given(CITATIONS, st.frozensets(NAMES, min_size=1, max_size=2))
def test_of_works_by_an_author_the_last_of_each_document_and_year_is_found(rows, names):
    every = [cited(text, document, n) for n, (text, document) in enumerate(rows)]
    fitting = [one for one in every if names <= author_of(one.work)]
    found = list(Before({}, every).of_author(names))
    assert [one for one in fitting if one in found] == found
    assert {one.document for one in found} == {one.document for one in fitting}
    assert found[-1:] == fitting[-1:]


def test_names_are_found_declined_where_letters_are_not_latin():
    work = cited("Письмо Лугина о паромах", "ferry", 1)
    assert Before({}, [work]).named({"Лугин"}) == [work]
    assert Before({}, [cited("Letter of Lugina", "ferry", 1)]).named({"Lugin"}) == []
