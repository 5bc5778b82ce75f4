"""`lifted`: passages taken over without marks."""

from provtrack.model.text import Span
from provtrack.search import lifted
from tests.unit.search.texts import LETTER, TEXTS, index_of

INDEX = index_of(TEXTS)
TAKEN = "the cable is frayed beyond repair, and that no barge may be moored at the eastern landing"
ESSAY = f"In spring, as every pilot knew, {TAKEN}, or so the story went in later years."


def shown(text, **options):
    return [text[one.span.start : one.span.end] for one in lifted(text, INDEX, **options)]


def test_a_passage_is_found_to_its_full_length():
    assert shown(ESSAY) == [TAKEN]


def test_its_place_in_the_source_is_told():
    passage = lifted(ESSAY, INDEX)[0].passages[0]
    assert LETTER[passage.span.start : passage.span.end] == TAKEN


def test_a_word_changed_inside_does_not_end_it():
    text = ESSAY.replace("eastern", "western")
    assert shown(text)[0].startswith("the cable is frayed")


def test_what_is_marked_is_left_out():
    start = ESSAY.index(TAKEN)
    assert shown(ESSAY, excluded=[Span(start, start + len(TAKEN))]) == []


def test_fewer_than_twelve_words_are_left_out():
    assert shown("He wrote that no barge may be moored at the eastern landing that year.") == []


def test_words_of_many_documents_are_a_formula():
    index = index_of({f"d{number}": f"{TAKEN} and number {number}" for number in range(8)})
    assert lifted(ESSAY, index) == []


def test_a_title_that_is_cited_is_not_taken_over():
    title = "Letter of the warden of the ferry at the lower landing to the commission in town"
    index = index_of({"a": f"{title}\n\nThe ferry has not crossed."})
    assert lifted(f"See {title}, p. 3.", index) == []


def test_a_publication_without_words_has_none():
    assert lifted("", INDEX) == []


def test_misread_letters_and_parted_words_do_not_end_it():
    damaged = TAKEN.replace("cable", "cahle").replace("may", "rnay").replace("eastern", "east ern")
    assert shown(ESSAY.replace(TAKEN, damaged)) == [damaged]


def test_misread_letters_at_its_ends_belong_to_it():
    damaged = (
        TAKEN.replace("the cable", "tho cahle")
        .replace("beyond", "beycnd")
        .replace("landing", "landimg")
    )
    assert shown(ESSAY.replace(TAKEN, damaged)) == [damaged]


def test_word_of_the_writer_that_is_alike_does_not():
    assert shown(ESSAY.replace(TAKEN, f"rather than {TAKEN}")) == [TAKEN]


def test_other_words_beside_it_do_not():
    assert shown(ESSAY.replace(TAKEN, f"quite unlike {TAKEN} whatever")) == [TAKEN]


def test_a_refrain_of_the_publication_hides_no_passage():
    refrain = "treasurer asked whoever " * 40_000
    assert shown(f"{refrain}\n\n{TAKEN}\n\n{refrain}") == [TAKEN]
