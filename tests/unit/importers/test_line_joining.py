"""Lines of pages: what is joined, what is kept, what is told."""

import pytest

from provtrack.importers.line_joining import PageLine, PageOfLines, join_pages


def page(*lines: str, label: str = "1") -> PageOfLines:
    """A page of one paragraph."""
    return PageOfLines(
        label=label, lines=tuple(PageLine(text=one, begins=n == 0) for n, one in enumerate(lines))
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The min-", "ister came"], "The minister came"),
        (["The min\u00ad", "ister"], "The minister"),
        (["Rats\u00ac", "herr"], "Ratsherr"),
        (["Staats⸗", "Rat"], "StaatsRat"),
        (["Mao Tse-", "Tung"], "Mao Tse-Tung"),
        (["in 1961-", "1962"], "in 1961-1962"),
        (["a half-", "hour or a half-hour"], "a half-hour or a half-hour"),
        (["the pro-", "gram, no pro-gram, one program"], "the program, no pro-gram, one program"),
        (["he said -", "and left"], "he said - and left"),
        (["人民", "日报"], "人民日报"),
        (["人民", "Daily"], "人民 Daily"),
    ],
)
def test_lines_are_joined(lines, text):
    assert join_pages([page(*lines)]).text == text


def test_what_was_joined_and_kept_is_counted():
    joined = join_pages([page("The min-", "ister of Austria-", "Hungary")])
    assert joined.findings[0].message == (
        "Lines were joined: 1 word divided at a line end joined, 1 hyphen at a line end kept."
    )


@pytest.mark.parametrize(
    ("last", "first", "text"),
    [
        ("He came", "and went.", "He came and went."),
        ("He came.", "and went.", "He came.\n\nand went."),
        ("He came", "And went.", "He came\n\nAnd went."),
        ("The min-", "ister", "The minister"),
        ("人民", "日报。", "人民日报。"),
    ],
)
def test_paragraphs_run_on_over_a_page(last, first, text):
    assert join_pages([page(last), page(first, label="2")]).text == text


def test_pages_are_notes_where_they_begin():
    joined = join_pages([page("He came", label="11"), page("and went.", label="12")])
    assert [(one.position, one.kind, one.label) for one in joined.notes] == [
        (0, "page", "11"),
        (7, "page", "12"),
    ]


def test_empty_pages_are_told_by_their_notes():
    joined = join_pages([page("A."), page(label="2"), page("B.", label="3")])
    assert joined.text == "A.\n\nB."
    assert [one.label for one in joined.notes] == ["1", "2", "3"]
