"""Between languages little is asked, and only what needs no translation."""

from provtrack.taxonomy import queries


def topics(base: str, witness: str, base_language: str = "ru", **usual: float) -> list[str]:
    """Ask of a passage and its English translation."""
    asked = queries(base, witness, base_language=base_language, witness_language="en", **usual)
    return [query.topic for query in asked]


def test_a_figure_the_translation_does_not_have_is_asked_about():
    asked = topics("Район потерял 12 500 человек.", "The district lost 1,250 men.")
    assert asked == ["figure", "figure"]


def test_a_figure_written_in_words_is_not_asked_about():
    assert topics("Прошло 40 грузовиков.", "Forty trucks went by.") == []


def test_a_date_in_another_form_is_not_asked_about():
    assert topics("Беседа 2 ноября 1962 года.", "The talk of November 2, 1962.") == []


def test_another_day_is_asked_about():
    assert topics("Беседа 2 ноября 1962 года.", "The talk of 5 November 1962.") == ["date"]


def test_thirteen_days_apart_may_be_the_other_calendar():
    (query,) = queries(
        "Письмо от 1 марта 1917 года.",
        "A letter of 14 March 1917.",
        base_language="ru",
        witness_language="en",
    )
    assert "old style" in query.sentence


def test_quotation_marks_against_none_are_asked_about():
    assert topics("Он сказал: «Мы готовы».", "He said they were ready.") == ["quotation"]


def test_speech_after_a_dash_needs_no_quotation_marks():
    assert topics("— Мы готовы, — сказал он.", "“We are ready,” he said.") == []


def test_brackets_of_one_side_are_asked_about():
    assert topics("Они ждали.", "They [the Indians] waited.") == ["bracket"]


def test_a_side_much_longer_than_usual_is_asked_about():
    assert topics("Он ждал. " * 30, "He waited. " * 5, usual_ratio=1.1) == ["length"]


def test_a_language_without_rules_is_asked_about_figures_in_digits_only():
    assert topics("Drwy 1847 yr oedd 12 dyn.", "In 1847 there were twelve men.", "cy") == []


def test_a_small_figure_may_stand_in_words_nobody_knows():
    asked = queries(
        "In 2015 they agreed 17 goals.",
        "Árið 2015 samþykktu þeir sautján markmið.",
        base_language="en",
        witness_language="is",
    )
    assert asked == ()


def test_a_habit_of_brackets_is_not_asked_about():
    texts = ("Они [все] ждали.", "They waited.")
    languages = {"base_language": "ru", "witness_language": "en"}
    assert [query.topic for query in queries(*texts, **languages)] == ["bracket"]
    assert queries(*texts, **languages, both_bracket=False) == ()
