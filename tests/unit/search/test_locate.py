"""`locate`: exact words, changed words, segments, stitched quotations, words that are nowhere."""

from dataclasses import dataclass

import pytest

from provtrack.search import IndexedText, MemoryIndex, locate, occurrences
from tests.unit.search.texts import DIARY, LETTER, MINUTES, TEXTS, index_of

INDEX = index_of(TEXTS)


def shown(found):
    return [
        [
            (place.document, TEXTS[place.document][place.span.start : place.span.end])
            for place in one.passages
        ]
        for one in found
    ]


def first(words, **options):
    found = locate(words, INDEX, **options)
    return shown(found)[0] if found else None


def test_exact_words_are_found_with_similarity_one():
    found = locate("no barge may be moored at the eastern landing", INDEX)
    assert (found[0].similarity, shown(found)[0]) == (
        1.0,
        [("letter", "no barge may be moored at the eastern landing")],
    )


@pytest.mark.parametrize(
    "words",
    [
        "“No barge may be moored”",
        "NO BARGE may be moored",
        "no barge may be\nmoored",
        "no barge may be moored …",
    ],
)
def test_typography_makes_no_difference(words):
    assert first(words) == [("letter", "no barge may be moored")]


@pytest.mark.parametrize(
    "words",
    [
        "I have told the commissar that the cable is frayed beyond repair",
        "I have told the commissioner that the cable is not frayed beyond repair",
        "I have to1d the comrnissioner tbat the cab1e is frayed beyoud repair",
        "I have told commissioner that the cable is frayed beyond repair",
    ],
)
def test_changed_words_are_found_to_their_full_length(words):
    expected = "I have told the commissioner that the cable is frayed beyond repair"
    assert first(words) == [("letter", expected)]


def test_a_changed_first_word_belongs_to_the_passage():
    assert first("Fifty-two passengers wait on the far bank, among them a surveyor") == [
        ("letter", "Forty-two passengers wait on the far bank, among them a surveyor")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The delegates signed the protocol in the hall of mirrors at noon",
        "it was reported that the treasurer would write to the church before the flood",
        "zzz",
        "",
        " … ",
    ],
)
def test_words_that_stand_nowhere_are_not_found(words):
    assert locate(words, INDEX) == []


def test_segments_in_order_are_one_passage_with_what_was_left_out():
    found = locate(["The ferry has not crossed", "on the upper reach of the Oder"], INDEX)
    expected = "The ferry has not crossed since the ice broke on the upper reach of the Oder"
    assert (shown(found)[0], found[0].is_whole) == ([("letter", expected)], True)


def test_a_short_segment_is_found_beside_the_long_one():
    found = first(["The ferry", "no barge may be moored at the eastern landing", "winch"])
    assert found[0][1].startswith("The ferry has")
    assert found[0][1].endswith("new winch")


def test_segments_in_the_wrong_order_are_stitched():
    found = locate(["no barge may be moored at the", "since the ice broke on the upper"], INDEX)
    assert found[0].is_stitched


def test_segments_of_two_documents_are_stitched():
    assert first(["the cable is frayed beyond repair", "Nothing to eat but dried pears"]) == [
        ("letter", "the cable is frayed beyond repair"),
        ("diary", "Nothing to eat but dried pears"),
    ]


def test_a_sentence_put_together_from_two_places_is_stitched():
    words = "no barge may be moored at the eastern landing, and nothing to eat but dried pears"
    assert [document for document, _ in first(words)] == ["letter", "diary"]


def test_a_segment_that_is_nowhere_is_none():
    found = locate(["the cable is frayed beyond repair", "and the delegates signed at noon"], INDEX)
    assert [segment is None for segment in found[0].segments] == [False, True]


def test_the_same_words_elsewhere_are_given_too():
    found = locate(
        "beyond the far bank",
        index_of({"b": "see beyond the far bank", "a": "beyond the far bank lies"}),
    )
    assert [one.passages[0].document for one in found] == ["a", "b"]


def test_a_document_asked_first_gives_its_changed_words_too():
    words = "that no barge may be moored at the landing"
    index = index_of({"a": words, "b": "that no barges can be moored at the landing"})
    found = locate(words, index, first=["b"])
    assert [(one.passages[0].document, one.similarity == 1) for one in found] == [
        ("a", True),
        ("b", False),
    ]


def test_of_equal_places_the_document_asked_first_comes_first():
    index = index_of({"a": "until the new winch arrives", "b": "until the new winch arrives"})
    assert locate("until the new winch arrives", index, first=["b"])[0].passages[0].document == "b"


def test_a_rare_word_is_found():
    assert first("fisherman") == [("diary", "fisherman")]


def test_a_frequent_word_is_found_by_its_occurrences():
    index = index_of({"a": "winch " * 40})
    assert (locate("winch", index), len(occurrences("winch", index))) == ([], 20)


def test_a_quotation_of_five_thousand_words_is_found():
    long = " ".join(f"word{number} {number * 7 % 1000}" for number in range(2_500))
    index = index_of(TEXTS | {"long": f"Begin. {long} End."})
    found = locate(long, index)
    assert (found[0].passages[0].span.start, found[0].similarity) == (7, 1.0)


def test_chinese_is_found_by_its_characters():
    index = index_of({"zh": "渡船自冰裂以来未曾渡河,委员已得知缆绳磨损。"})
    span = locate("委员己得知缆绳磨损", index)[0].passages[0].span
    assert (span.start, span.end) == (12, 21)


def test_an_empty_index_finds_nothing():
    assert locate("no barge may be moored", MemoryIndex([])) == []


@dataclass
class Vanishing:
    """An index whose texts are gone."""

    parts: list

    def text(self, part, number):
        return None


@pytest.mark.parametrize("words", ["no barge may be moored", "no barge can be moored at the"])
def test_a_text_that_has_vanished_is_not_found(words):
    assert locate(words, Vanishing(INDEX.parts)) == []


@dataclass
class Changed:
    """An index whose texts were replaced."""

    parts: list

    def text(self, part, number):
        return MINUTES + DIARY


def test_a_text_that_has_changed_since_is_not_found_where_it_was():
    index = index_of({"letter": LETTER})
    assert locate("the ice broke on the upper reach", Changed(index.parts)) == []


def test_short_words_with_one_changed_are_found_in_a_document_asked_first():
    index = MemoryIndex([(IndexedText(document="letter", file="a.txt"), "So Harrow can close it.")])
    assert not locate("Harrow must close it", index)
    assert locate("Harrow must close it", index, first=["letter"])


def test_a_short_segment_with_another_word_is_found_beside_the_long_one():
    found = locate(
        [
            "The ferry has not crossed since the ice broke on the upper reach of the Oder.",
            "I have never heard it",
        ],
        INDEX,
    )
    assert shown(found)[0][0][1].endswith("I have never seen it")
    assert None not in found[0].segments


def test_a_short_segment_of_other_words_is_not_found_beside_the_long_one():
    found = locate(
        [
            "The ferry has not crossed since the ice broke on the upper reach of the Oder.",
            "nobody paid the baker for it",
        ],
        INDEX,
    )
    assert found[0].segments[1] is None
