"""Forms of reported speech, language by language."""

import pytest

from provtrack.auditing.retold import claims_of


@pytest.mark.parametrize(
    ("language", "sentence", "claim"),
    [
        ("de", "Laut Varga hat die Stadt kein Geld.", "hat die Stadt kein Geld."),
        (
            "de",
            "Dem Bericht zufolge wurden zwei Brücken zerstört.",
            "wurden zwei Brücken zerstört.",
        ),
        ("de", "Es heißt, der Herzog sei krank.", "der Herzog sei krank."),
        ("de", "Die Stadt werde zahlen, so der Botschafter.", "Die Stadt werde zahlen"),
        ("de", "Er äußerte die Hoffnung, dass der Damm halte.", "der Damm halte."),
        ("ru", "По словам Варги, денег нет.", "денег нет."),
        ("ru", "В письме говорится, что лодки останутся.", "лодки останутся."),
        ("ru", "Он выразил уверенность, что армия готова.", "армия готова."),
        ("ru", "Отмечалось, что герцог болен.", "герцог болен."),
        ("fr", "Selon Varga, la ville n'avait pas d'argent.", "la ville n'avait pas d'argent."),
        ("fr", "Il fit savoir que les bateaux resteraient.", "les bateaux resteraient."),
        ("zh", "瓦尔加称城市没有钱。", "城市没有钱。"),
        ("en", "In his view, the dam was lost.", "the dam was lost."),
        ("en", "Varga made it clear that nobody would pay.", "nobody would pay."),
        ("en", "The boats would stay, the ambassador added.", "The boats would stay"),
    ],
)
def test_what_is_retold_is_found_in_every_form(language, sentence, claim):
    assert [one.text for one in claims_of(sentence, language=language)] == [claim]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Botschafter kam am Abend in die Stadt."),
        ("ru", "Вечером посол приехал в город."),
        ("fr", "L'ambassadeur vint le soir dans la ville."),
        ("zh", "晚上大使到了城里。"),
        ("en", "The ambassador came to the town in the evening, and the duke was ill."),
    ],
)
def test_what_an_author_tells_of_his_own_is_no_claim(language, sentence):
    assert claims_of(sentence, language=language) == ()


def test_mood_shows_that_a_sentence_goes_on_with_what_was_said():
    text = "Varga sagte, dass niemand zahle. Die Lage sei ernst. Der Abend war schön."
    assert [one.text for one in claims_of(text, language="de")][1:] == ["Die Lage sei ernst."]


def test_a_remark_behind_the_claim_names_the_speaker():
    (claim,) = claims_of("The boats would stay in harbour, Varga said.", language="en")
    assert (claim.text, claim.speaker) == ("The boats would stay in harbour", "Varga")
