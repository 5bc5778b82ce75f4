"""Loss-free tokenising and exact paragraphs (DESIGN section 2), for every script."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.text.paragraphs import line_paragraphs_of, paragraphs_of
from provtrack.text.tokens import token_spans, tokenise

SIGNS = " \n\t\u00a0\u202f.,;:-–—'’“”\"()/…·0123456789"
LATIN = "abzéæŁßAKRN\u0301\u00ad"
CYRILLIC = "абвжэюяёЁЖЮі\u0301"
CHINESE = "的一是不了人我在有他这，。：“”！《》１年"
HEBREW = "אבגדהוזםןץ״׳־\u05b0\u05b7\u05b8\u05bc\u05c1\u0596\u05bd"
ARABIC = "ابتثجحلاميةى،؛؟ـ٠١٢٫٬\u064b\u064e\u0650\u0651\u0670\u200f"
DEVANAGARI = "कखगमतरषहअआ।॥०१\u093e\u093f\u0940\u094d\u0902\u0903\u200d\u200c"
SCRIPTS = [LATIN, CYRILLIC, CHINESE, HEBREW, ARABIC, DEVANAGARI]

one_script = st.sampled_from(SCRIPTS).flatmap(lambda signs: st.text(signs + SIGNS, max_size=80))
mixed_scripts = st.text("".join(SCRIPTS) + SIGNS, max_size=80)
any_text = st.one_of(one_script, mixed_scripts, st.text(max_size=80))
fifty = settings(max_examples=50, deadline=None)


@fifty
@given(any_text)
def test_leading_space_and_tokens_with_their_trivia_are_the_paragraph(paragraph):
    tokens = tokenise(paragraph)
    leading = paragraph[: tokens[0].span.start] if tokens else paragraph
    assert leading + "".join(token.text + token.trivia for token in tokens) == paragraph


@fifty
@given(any_text)
def test_what_lies_outside_the_tokens_is_white_space(paragraph):
    tokens = tokenise(paragraph)
    leading = paragraph[: tokens[0].span.start] if tokens else paragraph
    assert not (leading + "".join(token.trivia for token in tokens)).strip()


@fifty
@given(any_text)
def test_no_token_is_empty_or_has_white_space_at_its_edges(paragraph):
    assert all(token.text and token.text == token.text.strip() for token in tokenise(paragraph))


@fifty
@given(any_text)
def test_the_fast_door_agrees_with_the_tokens(paragraph):
    spans = [(token.span.start, token.span.end) for token in tokenise(paragraph)]
    assert token_spans(paragraph) == spans


@fifty
@given(st.sampled_from([HEBREW, ARABIC, DEVANAGARI, LATIN]), st.data())
def test_marks_stay_with_their_letter(signs, data):
    import unicodedata

    text = data.draw(st.text(signs + " ", max_size=40))
    for token in tokenise(text):
        before = text[token.span.start - 1 : token.span.start].strip()
        assert not (before and unicodedata.category(token.text[0]).startswith("M"))


@fifty
@given(any_text)
def test_paragraphs_are_the_characters_of_their_spans(text):
    for paragraph in paragraphs_of(text):
        assert text[paragraph.span.start : paragraph.span.end] == paragraph.text


@fifty
@given(any_text)
def test_what_lies_between_paragraphs_is_white_space(text):
    end = 0
    for paragraph in paragraphs_of(text):
        assert not text[end : paragraph.span.start].strip()
        end = paragraph.span.end
    assert not text[end:].strip()


@fifty
@given(any_text)
def test_line_paragraphs_are_the_lines_that_are_not_blank(text):
    lines = [line for line in text.split("\n") if line.strip()]
    assert [paragraph.text for paragraph in line_paragraphs_of(text)] == lines
