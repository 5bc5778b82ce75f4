"""Recorded text to paragraphs."""

from provtrack.model.text import Span
from provtrack.text.paragraphs import line_paragraphs_of, paragraphs_of


def texts(paragraphs):
    return [paragraph.text for paragraph in paragraphs]


def test_a_paragraph_is_a_run_of_lines_between_blank_lines():
    assert texts(paragraphs_of("One\nstill one\n\nTwo\n")) == ["One\nstill one", "Two"]


def test_a_line_of_white_space_divides_paragraphs():
    assert texts(paragraphs_of("One\n \t\u3000\nTwo")) == ["One", "Two"]


def test_spans_count_code_points_of_the_recorded_text():
    assert [p.span for p in paragraphs_of("\n\nÉ\U0001f600\n\n\nz")] == [Span(2, 4), Span(7, 8)]


def test_indents_and_blanks_at_line_ends_belong_to_the_paragraph():
    assert texts(paragraphs_of("   Indented  \n\nNext")) == ["   Indented  ", "Next"]


def test_positions_count_from_0():
    assert [p.position for p in paragraphs_of("a\n\nb\n\nc")] == [0, 1, 2]


def test_a_text_of_white_space_has_no_paragraphs():
    assert paragraphs_of(" \n\n\t\n") == ()
    assert line_paragraphs_of("") == ()


def test_a_line_separator_inside_a_line_ends_no_paragraph():
    assert texts(paragraphs_of("one\u2028\u2028two\x0c\nthree")) == [
        "one\u2028\u2028two\x0c\nthree"
    ]


def test_each_line_is_a_paragraph_where_lines_are_asked_for():
    assert texts(line_paragraphs_of("One\nTwo\n\n  Three\n")) == ["One", "Two", "  Three"]
