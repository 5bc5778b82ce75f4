"""The composer: one empty line between paragraphs, notes where they were met."""

from provtrack.importers.composing import Composer


def test_white_space_of_the_format_collapses():
    composer = Composer()
    composer.words("  one\n\t two ")
    composer.words("three")
    assert composer.finished() == ("one two three", ())


def test_note_stands_behind_the_last_letter():
    composer = Composer()
    composer.words("one ")
    composer.note("footnote", label="1")
    composer.words(" two")
    text, notes = composer.finished()
    assert (text, notes[0].position) == ("one two", 3)


def test_note_between_paragraphs_stands_at_the_next():
    composer = Composer()
    composer.words("one")
    composer.end_paragraph()
    composer.note("page", label="2")
    composer.words("two")
    text, notes = composer.finished()
    assert (text, notes[0].position) == ("one\n\ntwo", 5)


def test_note_after_the_last_paragraph_stands_at_the_end():
    composer = Composer()
    composer.words("one")
    composer.end_paragraph()
    composer.note("page", label="2")
    assert composer.finished()[1][0].position == 3


def test_note_in_an_empty_paragraph_is_not_lost():
    composer = Composer()
    composer.words("\xa0")
    composer.note("footnote", label="1")
    composer.end_paragraph()
    composer.words("two")
    text, notes = composer.finished()
    assert (text, notes[0].position) == ("two", 0)


def test_two_line_breaks_end_the_paragraph():
    composer = Composer()
    composer.words("one")
    composer.line_break()
    composer.line_break()
    composer.words("two")
    assert composer.finished()[0] == "one\n\ntwo"


def test_join_takes_the_hyphen_of_a_divided_word():
    composer = Composer()
    composer.words("way- ")
    assert composer.join()
    composer.words("\n ward")
    assert composer.finished()[0] == "wayward"


def test_exact_text_keeps_its_blanks():
    composer = Composer()
    composer.exact("a  b\n\tc")
    assert composer.finished()[0] == "a  b\n\tc"
