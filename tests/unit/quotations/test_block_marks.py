"""Block quotations whose paragraphs begin with marks of their own."""

import pytest

from provtrack.importers import read_publication_content
from provtrack.quotations import find

WORDS = "The road is closed.\n\nWe wait for spring.\n\nThe mill stands still."


def block(*paragraphs: str) -> str:
    """The words of a block quotation of Markdown."""
    quoted = "\n>\n".join(f"> {one}" for one in paragraphs)
    found = find(read_publication_content(f"Thus:\n\n{quoted}\n\nSo it was.\n".encode(), "a.md"))
    return found[0].text


@pytest.mark.parametrize(
    ("before", "between", "behind"),
    [
        ('"', ('"', ""), '"'),
        ("“", ("“", ""), "”"),
        ("“", ("“", "”"), "”"),
        ("„", ("„", ""), "“"),
        ("« ", ("» ", ""), " »"),
        ("« ", ("« ", ""), ""),
        ("『", ("『", ""), "』"),
    ],
)
def test_marks_that_open_each_paragraph_are_no_words(before, between, behind):
    again, closing = between
    first, second, third = WORDS.split("\n\n")
    parts = (f"{before}{first}{closing}", f"{again}{second}{closing}", f"{again}{third}{behind}")
    assert block(*parts) == WORDS


def test_line_that_names_the_source_changes_nothing():
    assert block('"The road is closed.', '"We wait."', "— Harrow, 3 May") == (
        "The road is closed.\n\nWe wait."
    )


def test_mark_that_closes_words_inside_is_kept():
    assert block("“The road is closed.", "“The clerk said: “We wait.””") == (
        "The road is closed.\n\nThe clerk said: “We wait.”"
    )


def test_block_in_which_one_paragraph_begins_without_a_mark_keeps_all():
    assert block("“The road is closed,” he said.", "We wait.", "“Until spring.”") == (
        "“The road is closed,” he said.\n\nWe wait.\n\n“Until spring.”"
    )


def test_paragraphs_of_a_page_are_read_as_those_of_markdown():
    page = "<blockquote><p>“The road.”</p><p>“We wait.”</p></blockquote><p>So.</p>"
    (found, *_) = find(read_publication_content(f"<p>Thus:</p>{page}".encode(), "a.html"))
    assert found.text == "The road.\n\nWe wait."
