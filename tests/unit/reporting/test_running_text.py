"""Running text with marks: the characters come out once, the tags nest, nothing escapes."""

import lxml.html

from provtrack.reporting.running_text import Mark, escaped, keeps_lines, running_text, visible


def mark(start: int, end: int, **fields: object) -> Mark:
    known: dict[str, object] = {"tag": "del", "css": "n-word-s s", "number": 1}
    return Mark(start=start, end=end, **(known | fields))  # type: ignore[arg-type]


def words_of(markup: str) -> str:
    """Read the words back as a browser would, without signs and carets."""
    paragraph = lxml.html.fromstring(f"<p>{markup}</p>")
    for extra in paragraph.xpath(".//a | .//*[@class='vh'] | .//*[contains(@class,'caret')]"):
        extra.drop_tree()
    return str(paragraph.text_content())


def test_text_without_marks_is_the_text():
    assert running_text("No ship came.") == "No ship came."


def test_a_mark_surrounds_its_words():
    assert running_text("No ship came.", [mark(3, 7)]) == (
        'No <del class="k n-word-s s" data-c="1">ship</del> came.'
    )


def test_a_sign_links_to_the_entry_of_the_apparatus():
    text = running_text("No ship", [mark(0, 2, sign="neg", sign_label="Negation", number=4)])
    assert '<a class="g n-word-s s" href="#c4" lang="en" aria-label="neg: Negation">neg</a>' in text


def test_words_beside_a_query_are_no_link():
    mark = Mark(start=0, end=2, tag="mark", css="dv", sign="not in <E>")
    assert running_text("He", [mark]) == (
        '<mark class="k dv">He</mark><span class="g lk" lang="en">not in &lt;E&gt;</span>'
    )


def test_where_nothing_stands_a_caret_is_hidden_from_screen_readers():
    text = running_text("ship came", [mark(0, 0, tag="ins")])
    assert text.startswith('<span class="caret n-word-s s" data-c="1" aria-hidden="true">')


def test_words_of_the_base_stand_before_those_of_the_witness():
    text = running_text("no ship", [mark(3, 7, tag="ins", gone="boat")])
    assert text.index("boat") < text.index("ship")


def test_marks_that_cross_are_closed_and_opened_again():
    text = running_text("one two three", [mark(0, 7, number=1), mark(4, 13, number=2)])
    assert words_of(text) == "one two three"
    assert text.count("<del") == text.count("</del>") == 3


def test_a_mark_inside_another_keeps_its_own_class():
    text = running_text("one two three", [mark(0, 13), mark(4, 7, css="n-neg-s s", number=2)])
    assert '<del class="k n-neg-s s" data-c="2">two</del>' in text


def test_a_mark_beyond_the_text_is_cut_to_it():
    assert words_of(running_text("short", [mark(2, 99)])) == "short"


def test_markup_in_a_text_is_shown_not_obeyed():
    text = running_text("<script>alert(1)</script> & ]]>", [mark(0, 8)])
    assert "<script" not in text
    assert words_of(text) == "<script>alert(1)</script> & ]]>"


def test_markup_in_words_that_are_gone_is_escaped():
    assert "<b>" not in running_text("x", [mark(0, 1, gone="<b>")])


def test_characters_that_reorder_text_are_made_visible():
    assert escaped("abc\u202edef") == 'abc<span class="ctl">[U+202E]</span>def'
    assert visible("a\u2066b") == "a[U+2066]b"


def test_direction_marks_of_right_to_left_texts_stay():
    assert escaped("שלום\u200f!") == "שלום\u200f!"


def test_controls_that_html_cannot_carry_are_made_visible():
    assert visible("a\x00b\x1bc") == "a[U+0000]b[U+001B]c"


def test_lines_are_kept_in_verse_and_not_in_wrapped_prose():
    assert keeps_lines("The ice is gone,\nthe lamps are lit")
    assert not keeps_lines("x" * 70 + "\n" + "y" * 70)
    assert not keeps_lines("one line")


def test_a_paragraph_end_in_one_version_only_is_said_in_words():
    text = running_text("x", [mark(1, 1, break_words="paragraph ends here only in B")])
    assert "paragraph ends here only in B" in text


def test_where_the_other_version_ends_a_paragraph_a_sign_stands():
    text = running_text("x y", [mark(1, 1, break_words="only in B", goes_on=True)])
    assert "¶" in text
    assert "[only in B]" in text
