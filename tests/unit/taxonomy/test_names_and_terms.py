"""Names, terms of several words and short forms are judged as what they are."""

import pytest

from provtrack.differ import diff
from provtrack.taxonomy import classify


def natures(base: str, witness: str, language: str = "en") -> list[str]:
    """Give the nature of each change between two paragraphs."""
    edits = diff([base], [witness], language=language)
    found = classify(edits, [base], [witness], positions=((0,), (0,)), language=language)
    return [change.nature.value for change in found]


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("He met K. Sokolov there.", "He met N. Sokolov there.", "en"),
        ("He met V. K. Sokolov there.", "He met V. N. Sokolov there.", "en"),
        ("Mr. Nehru rose.", "Mr. Menon rose.", "en"),
        ("Ludwig of Saxony rose.", "Leopold of Saxony rose.", "en"),
        ("Er fuhr nach Frankreich.", "Er fuhr nach Griechenland.", "de"),
        ("Gestern sprach Herr Adler.", "Gestern sprach Herr Nadler.", "de"),
        ("他到过波兰。", "他到过荷兰。", "zh"),
        ("这是李同志说的。", "这是林同志说的。", "zh"),
    ],
)
def test_another_name_is_a_name(base, witness, language):
    assert natures(base, witness, language) == ["name"]


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("Signed: G.P. Vetluzhskii", "Signed: G. P. Vetluzhsky."),
        ("He met N. S. Khrushchev.", "He met Nikita Khrushchev."),
        ("He lived in Breslau then.", "He lived in Wrocław then."),
    ],
)
def test_a_name_in_another_form_is_the_same_name(base, witness):
    assert natures(base, witness) == ["name-form"]


def test_blanks_between_initials_part_no_names():
    base, witness = "From G.P. Vetluzhskii to A.N. Orlov", "From G. P. Vetluzhsky to A. N. Orlov"
    assert natures(base, witness) == ["name-form", "spacing"]


def test_no_doubt_is_no_negation():
    assert natures("He will perhaps sign.", "He will no doubt sign.") == ["modality"]


def test_a_lead_that_says_who_says_it_is_attribution():
    changes = natures("According to the envoy, the road was lost.", "The road was lost.")
    assert changes[0] == "attribution"


def test_words_against_an_ellipsis_are_content():
    assert natures("We have waited long enough for you.", "We have waited ... for you.") == [
        "content"
    ]


def test_yo_may_tell_words_apart():
    assert natures("Он все знал.", "Он всё знал.", "ru") == ["wording"]


def test_a_text_that_never_writes_yo_spells_words_without_it():
    assert set(natures("Всё ещё шёл дождь.", "Все еще шел дождь.", "ru")) == {"spelling"}


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        (
            "The General praised Lieutenant Colonel Barrow.",
            "The General praised Lt. Col. Barrow.",
            "en",
        ),
        ("Das gilt, d. h. heute.", "Das gilt, das heißt heute.", "de"),
        ("И. о. министра принял его.", "Исполняющий обязанности министра принял его.", "ru"),
        ("He went to H.Q. at noon.", "He went to headquarters at noon.", "en"),
    ],
)
def test_a_short_form_of_several_words_is_an_abbreviation(base, witness, language):
    assert natures(base, witness, language) == ["abbreviation"]


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("The envoy failed to deliver it.", "The envoy delivered it."),
        ("He was by no means sure.", "He was sure."),
    ],
)
def test_a_negation_of_several_words_is_a_negation(base, witness):
    assert natures(base, witness) == ["negation"]


def test_the_same_words_in_another_order_are_no_other_form():
    assert natures("I asked: is he well?", "I asked: he is well?") == ["wording"]


@pytest.mark.parametrize("broken", ["co- existence", "co -existence", "co - existence"])
def test_a_blank_beside_a_hyphen_is_hyphenation(broken):
    assert natures(f"Peaceful {broken} it was.", "Peaceful co-existence it was.") == ["hyphenation"]


def test_a_hanging_hyphen_is_no_hyphenation():
    assert natures("pre- and post-war plans", "pre-and post-war plans") == ["wording"]


def test_negations_that_balance_in_a_rewording_are_doubtful():
    base = '"No; it makes absolutely no difference," he said, and they went on.'
    witness = '"Oh no. None whatsoever," he said, and they went on.'
    edits = diff([base], [witness], language="en")
    found = classify(edits, [base], [witness], positions=((0,), (0,)), language="en")
    doubtful = [change for change in found if change.nature.value == "negation"]
    assert [change.confidence for change in doubtful] == [0.5, 0.5]


def test_a_negation_that_moves_to_another_verb_stays_sure():
    base, witness = "He did not say that he would come.", "He did say that he would not come."
    edits = diff([base], [witness], language="en")
    found = classify(edits, [base], [witness], positions=((0,), (0,)), language="en")
    assert all(c.confidence == 0.95 for c in found if c.nature.value == "negation")


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("We don't have anything against the dam.", "We have nothing against the dam.", "en"),
        ("We have nothing against the dam.", "We don't have anything against the dam.", "en"),
        ("They did not make any plans.", "They made no plans.", "en"),
        ("Er hat nicht etwas gesagt.", "Er hat nichts gesagt.", "de"),
    ],
)
def test_a_negation_that_one_word_carries_is_the_same_negation(base, witness, language):
    assert "negation" not in natures(base, witness, language)


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("We don't have anything against the dam.", "We have anything against the dam."),
        ("We don't have anything against it.", "We don't have nothing against it."),
        ("He did not say that anything was lost.", "He did say that nothing was lost."),
        ("We don't have anything against the dam.", "We have nothing, not even a dam."),
    ],
)
def test_a_negation_that_goes_or_comes_without_its_counterpart_stays_one(base, witness):
    assert "negation" in natures(base, witness)
