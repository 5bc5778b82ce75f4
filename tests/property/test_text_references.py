"""A reference is kept word for word, whatever it is (DESIGN section 2)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.references import read_reference

WORDS = ["AVPRF", "ф.", "f.", "op.", "оп.", "d.", "p.", "ll.", "л.", "120-12", "5", "12об.", ", "]
WORDS += [
    " ",
    ". ",
    "Obtained by",
    "James Hershberg",
    "and translated by",
    "17/162/18",
    "9 л.",
    ";",
]
references = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
)
fifty = settings(max_examples=50, deadline=None)


@fifty
@given(references)
def test_a_reference_is_its_words(verbatim):
    reference = read_reference(verbatim)
    assert str(reference) == reference.verbatim == verbatim
    assert read_reference(str(reference)) == reference


@fifty
@given(references)
def test_every_part_stands_in_the_words(verbatim):
    reference = read_reference(verbatim)
    values = [value for _, value in reference.parts]
    values += [part for leaf in reference.leaves for part in (leaf.start, leaf.end) if part]
    values += [agent.name for agent in reference.credits]
    values += [reference.repository.name] if reference.repository else []
    assert all(value in verbatim for value in values)


@fifty
@given(references)
def test_every_finding_points_into_the_words(verbatim):
    for finding in read_reference(verbatim).findings:
        assert (finding.start is None) == (finding.end is None)
        assert 0 <= (finding.start or 0) <= (finding.end or 0) <= len(verbatim)


FIGURE = st.integers(1, 9999).map(str)


@fifty
@given(FIGURE, FIGURE, FIGURE, FIGURE)
def test_an_undamaged_reference_is_read_whole_and_without_error(fond, opis, delo, leaf):
    reference = read_reference(f"ГАРФ. Ф. {fond}. Оп. {opis}. Д. {delo}. Л. {leaf}.")
    assert dict(reference.parts) == {"fond": fond, "opis": opis, "delo": delo}
    assert [one.start for one in reference.leaves] == [leaf]
    assert reference.findings == ()


@fifty
@given(references)
def test_places_are_those_of_the_parts_as_written(verbatim):
    reference = read_reference(verbatim)
    for (_, value), place in zip(reference.parts, reference.places, strict=True):
        assert verbatim[place.start : place.end] == value


@fifty
@given(FIGURE, FIGURE, FIGURE, st.sampled_from("OОlIЗ"))
def test_a_letter_in_a_figure_is_an_error_and_is_kept(fond, opis, delo, letter):
    reference = read_reference(f"РГАНИ. Ф. {fond}. Оп. {opis}. Д. 7{letter}{delo}. Л. 1.")
    assert dict(reference.parts)["delo"] == f"7{letter}{delo}"
    assert "error" in [finding.severity for finding in reference.findings]
