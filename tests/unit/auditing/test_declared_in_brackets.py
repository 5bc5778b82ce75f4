"""Customs of editors read as the author's own: expansions, signed words, stress, who says."""

import pytest

from provtrack.auditing import Candidate, Cited, judge
from provtrack.model.publication import Publication
from provtrack.model.quotation import Judgement, Passage, Verdict
from provtrack.model.text import Span
from provtrack.quotations import find

CITED = Cited(document="letter", siglum="E1")


def judged(words: str, source: str, language: str = "en") -> Judgement:
    """Judge a quotation as it is found in a publication."""
    text = f"It says: «{words}»"
    (found,) = find(Publication(name="p.md", text=text, text_sha256=""))
    span = Span(0, len(source))
    passage = Passage(document="letter", siglum="E1", file="e1.txt", span=span)
    return judge(found, [Candidate(passage=passage, text=source, language=language)], cited=CITED)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("He thanked Com[rade] Dorn for the boats.", "He thanked Com. Dorn for the boats."),
        ("He thanked Com[mander] Dorn for the boats.", "He thanked Com. Dorn for the boats."),
        ("The Min[istry] has the boats.", "The Min. has the boats."),
        ("The boats * * * were given back.", "The boats of the mayor were given back."),
    ],
)
def test_expansions_and_rows_of_stars_are_editorial(words, source):
    assert judged(words, source).verdict is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Благодарил тов[арища] Дорна за лодки.", "Благодарил тов. Дорна за лодки."),
        ("М[инистерство] вернуло лодки городу.", "М. вернуло лодки городу."),
        ("Лодки (рыбачьи. — А. В.) вернули городу.", "Лодки вернули городу."),
    ],
)
def test_russian_expansions_and_signed_words_are_editorial(words, source):
    assert judged(words, source, "ru").verdict is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("He has no[thing] against the boats.", "He has no quarrel against the boats."),
        ("The boats (fishing ones) were given back.", "The boats were given back."),
        ("The boats, he claimed, were given back.", "The boats were given back."),
        ("The boats, Dorn said, were given back.", "The boats, Dorn denied, were given back."),
        ("The boats, Dorn said, were not given back.", "The boats were given back."),
    ],
)
def test_what_editors_do_not_do_stays_a_distortion(words, source):
    assert judged(words, source).is_meaning_bearing


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("The boats, said the mayor, were given back.", "The boats were given back."),
        ("The boats (so the mayor) were given back.", "The boats were given back."),
        ("The boats, Dorn said, were given back.", "The boats, Dorn said, were given back."),
        ("The boats (A. W.'s emphasis) were given back.", "The boats were given back."),
    ],
)
def test_who_says_and_whose_stress_it_is_leave_a_quotation_faithful(words, source):
    assert judged(words, source).verdict in (
        Verdict.EXACT,
        Verdict.TYPOGRAPHIC,
        Verdict.EDITORIAL,
    )
