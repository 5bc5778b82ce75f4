"""Figures that are quoted alone stand with the word they count or number."""

import pytest

from provtrack.model.comparison import Reading
from provtrack.reporting.bare_figures import in_its_words
from tests.factories import compared


@pytest.mark.parametrize(
    ("paragraph", "figure", "quoted"),
    [
        ("They sent 3 divisions to the valley.", "3", "3 divisions"),
        ("He spoke of 12,500 refugees.", "12,500", "12,500 refugees"),
        ("It is laid down in Article 9 of the treaty.", "9", "Article 9"),
        ("Of these he saw 3.", "3", "saw 3"),
        ("On the 4 or the 5 of them.", "5", "5"),
        ("They sent three divisions.", "three", "three"),
    ],
)
def test_a_bare_figure_is_quoted_with_the_word_beside_it(paragraph, figure, quoted):
    start = paragraph.index(figure)
    reading = Reading(paragraph=0, start=start, end=start + len(figure), text=figure)
    assert in_its_words(reading, compared("A", paragraph)) == quoted
