"""Laws of the report's running text: whatever the marks, the recorded text comes out whole."""

import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.reporting.running_text import Mark, running_text

TEXTS = st.text(alphabet="ab <>&\"'שнé中\n", min_size=1, max_size=40)


@st.composite
def marked_texts(draw) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places), max_size=5))
    return text, [
        Mark(start=min(pair), end=max(pair), tag="del", css="n-word-s s", number=number)
        for number, pair in enumerate(spans, start=1)
    ]


@settings(max_examples=50, deadline=None)
@given(marked_texts())
def test_the_characters_of_a_text_come_out_once_and_in_order(marked):
    text, marks = marked
    paragraph = lxml.html.fromstring(f"<p>{running_text(text, marks)}</p>")
    for caret in paragraph.find_class("caret"):
        caret.drop_tree()
    assert paragraph.text_content() == text


@settings(max_examples=50, deadline=None)
@given(marked_texts())
def test_every_tag_that_opens_closes_in_order(marked):
    markup = str(running_text(*marked))
    depth = 0
    for piece in markup.replace("</del>", "\x00-").replace("<del", "\x00+").split("\x00")[1:]:
        depth += 1 if piece[0] == "+" else -1
        assert depth >= 0
    assert depth == 0
