"""Who speaks at a place of a document; another speaker is told only where both are surely known."""

import pytest

from provtrack.taxonomy.speakers import is_another_speaker
from provtrack.text.language_rules import rules_of

MEMORANDUM = """Memorandum of Conversation, Harbour Town, 3 May 1924

Ambassador Grey
Foreign Minister Varga
Mr. Marten, interpreter

The Ambassador said that the commission would meet in April. He added that the boats would stay.

The Foreign Minister asked who would pay for the mill. The Ambassador replied that the town would.

Mr. Varga remarked that there was no money anywhere. The situation was grave, and the bridge lost.

Mr. Varga had been told by the duke that the dam would hold. He doubted it.

The Ambassador said that Mr. Marten believed that the duke was ill."""

DIARY = """Extract from a diary, 3 May 1924.

At dinner I asked Colonel Hale about the boats. He said they would stay in the harbour. I told him
that the town had no money. He replied that the mill could be sold.

Later Mrs. Keller joined us. She thought the duke was ill."""

TRANSCRIPT = """KELLER: The boats stay in the harbour.

HALE: Who pays for the mill?

KELLER: The town will bear the cost. We have talked about it before.

And the money is there.

HALE: Then we agree. The dam comes first."""

RUSSIAN = """Запись беседы посла Гринёва с министром Варгой 3 мая 1924 года.

Варга сказал, что комиссия соберётся в апреле. Он добавил, что лодки останутся в гавани.

Посол спросил, кто заплатит за мельницу. Варга ответил, что расходы возьмёт на себя город.

Гринёв заявил, что правительство согласно на уступки. Его ответ готов."""

GERMAN = """Gespräch zwischen Botschafter Hartmann und Außenminister Weiss am 3. Mai 1924.

Der Botschafter erklärte, die Kommission werde im April zusammentreten. Er fügte hinzu, die Boote
blieben bis zum Frühjahr im Hafen.

Außenminister Weiss fragte, wer die Mühle bezahle. Darauf erwiderte der Botschafter, die Stadt
trage die Kosten. Weiss bemerkte, das Geld fehle überall."""

FRENCH = """Entretien entre l'ambassadeur Morel et M. Duval, ministre de la Guerre, le 3 mai 1924.

L'ambassadeur déclara que la commission se réunirait en avril. Il ajouta que les bateaux
resteraient au port jusqu'au printemps.

M. Duval remarqua que l'argent manquait partout. L'ambassadeur répondit que la ville paierait."""

CHINESE = """格林大使同瓦尔加部长的谈话记录

瓦尔加说，委员会将在四月开会。他又说，船只留在港口直到春天。

格林大使问谁来付磨坊的钱。瓦尔加回答说，费用由城市负担。

大使表示，政府同意让步。他指出，边界必须关闭。"""

TEXTS = {"en": MEMORANDUM, "ru": RUSSIAN, "de": GERMAN, "fr": FRENCH, "zh": CHINESE}


def another(claimed: str, words: str, text: str, language: str = "en") -> str:
    return is_another_speaker(claimed, text, text.index(words), rules_of(language))


@pytest.mark.parametrize(
    ("language", "words", "claimed"),
    [
        ("en", "the boats would stay", "Varga"),
        ("en", "the boats would stay", "the Foreign Minister"),
        ("en", "the town would", "Varga"),
        ("en", "no money anywhere", "Grey"),
        ("en", "The situation was grave", "Ambassador Grey"),
        ("en", "The situation was grave", "the ambassador"),
        ("ru", "лодки останутся", "Гринёв"),
        ("ru", "лодки останутся", "посол Гринев"),
        ("ru", "расходы возьмёт", "Гринёва"),
        ("ru", "правительство согласно", "Варга"),
        ("de", "die Boote", "Weiss"),
        ("de", "die Boote", "Außenminister Weiss"),
        ("de", "das Geld fehle", "Botschafter Hartmann"),
        ("fr", "les bateaux", "Duval"),
        ("fr", "l'argent manquait", "Morel"),
        ("fr", "la ville paierait", "M. Duval"),
        ("zh", "船只留在港口", "格林大使"),
        ("zh", "费用由城市", "格林"),
        ("zh", "边界必须关闭", "瓦尔加"),
    ],
)
def test_words_of_somebody_else_are_told(language, words, claimed):
    assert another(claimed, words, TEXTS[language], language)


@pytest.mark.parametrize(
    ("language", "words", "claimed"),
    [
        ("en", "the boats would stay", "Grey"),
        ("en", "the boats would stay", "the Ambassador"),
        ("en", "no money anywhere", "the Foreign Minister"),
        ("en", "The situation was grave", "Varga"),
        ("ru", "лодки останутся", "Варга"),
        ("ru", "расходы возьмёт", "министр Варга"),
        ("ru", "правительство согласно", "посол"),
        ("de", "die Boote", "Hartmann"),
        ("de", "das Geld fehle", "der Außenminister"),
        ("fr", "les bateaux", "l'ambassadeur Morel"),
        ("zh", "船只留在港口", "瓦尔加部长"),
        ("zh", "边界必须关闭", "格林"),
    ],
)
def test_words_of_the_right_speaker_are_let_pass(language, words, claimed):
    assert another(claimed, words, TEXTS[language], language) == ""


def test_the_speaker_is_named_as_the_document_names_him():
    assert another("Varga", "the boats would stay", MEMORANDUM) == "the Ambassador"


def test_what_somebody_reports_of_another_may_be_ascribed_to_either():
    said = [another(who, "the duke was ill", MEMORANDUM) for who in ("Grey", "Marten")]
    assert said == ["", ""]


def test_what_somebody_had_said_before_does_not_change_the_speaker():
    assert another("Grey", "He doubted it", MEMORANDUM)


def test_somebody_the_document_does_not_name_may_be_anybody():
    assert another("Orlov", "the boats would stay", MEMORANDUM) == ""


def test_he_is_not_the_author_of_a_diary():
    assert another("Hale", "the mill could be sold", DIARY) == ""


def test_words_of_the_author_are_not_those_of_whoever_he_speaks_to():
    assert another("Colonel Hale", "the town had no money", DIARY) == "whoever wrote the document"


def test_she_is_no_colonel():
    assert another("Mrs. Keller", "the duke was ill", DIARY) == ""


def test_a_label_opens_speech_that_goes_on_over_paragraphs():
    assert another("Hale", "the money is there", TRANSCRIPT) == "KELLER"
    assert another("Keller", "the money is there", TRANSCRIPT) == ""


def test_after_a_question_either_may_speak():
    text = MEMORANDUM + "\n\nMr. Varga asked Mr. Grey about the mill. It was beyond repair."
    said = [another(who, "It was beyond repair", text) for who in ("Grey", "Varga")]
    assert said == ["", ""]


def test_a_title_may_stand_for_a_name_that_the_document_gives_with_it():
    text = "Sir Harold Grey said little.\n\nSir Harold said that the mill was lost. Mr. Varga left."
    assert another("Grey", "the mill was lost", text) == ""


JOURNAL = """At a reception I met T.R. Varga, who came up to me. T.R. Varga said that the mayor had
given him a letter to F.D. Keller. "At another time," added T.R. Varga, "he would have told you
himself. The dam is lost."

1. "I did everything for the mill. Nobody had a greater part in this.

2. "We are all convinced that the boats must stay."

The music began again. The guests went home."""


@pytest.mark.parametrize(
    ("words", "claimed"),
    [
        ("The dam is lost", "F. D. Keller"),
        ("I did everything", "Keller"),
        ("the boats must stay", "Keller"),
        ("the boats must stay", "Mayor Jonas Varga"),
    ],
)
def test_words_between_marks_are_those_of_whoever_they_began_with(words, claimed):
    assert another(claimed, words, JOURNAL) == "T.R. Varga"


@pytest.mark.parametrize("claimed", ["Varga", "T. R. Varga", "Tibor Varga", "the envoy Varga"])
def test_a_surname_alone_or_a_forename_that_fits_may_be_the_same_person(claimed):
    assert another(claimed, "the boats must stay", JOURNAL) == ""


def test_behind_the_closing_mark_nobody_speaks():
    assert another("Keller", "The music began", JOURNAL) == ""


@pytest.mark.parametrize("claimed", ["Yury Andrev", "J. Andrev", "I. K. Andrev"])
def test_letters_that_romanisations_exchange_make_no_namesake(claimed):
    text = "J.V. Andrev said that the mill was lost. J.V. Andrev added that the boats would stay."
    assert another(claimed, "the boats would stay", text) == ""


RECORD = """From the diary of Ambassador D. A. Orlev. Talk with the Minister of Transport, M. Karlan

I replied that no engineer had ever been made a condition.

Karlan remarked that Prime Minister Oldmann did not share his doubts. "The old man wants to enter
history," he said, laughing.

Then the minister touched upon the border. He said that the troops would stay until the spring.

In conclusion Karlan asked me to greet Comrade Mikan and said that he hoped to see the sea.

Ambassador D. Orlev"""


@pytest.mark.parametrize(
    ("words", "claimed", "speaking"),
    [
        ("no engineer", "Karlan", "Ambassador D. A. Orlev"),
        ("The old man", "Orlev", "Karlan"),
        ("the troops would stay", "Oldmann", "Karlan"),
        ("hoped to see the sea", "Mikan", "Karlan"),
    ],
)
def test_who_wrote_a_record_is_known_by_its_head_or_signature(words, claimed, speaking):
    assert another(claimed, words, RECORD) == speaking


@pytest.mark.parametrize(
    ("words", "claimed"),
    [
        ("no engineer", "Orlev"),
        ("did not share his doubts", "Ambassador Orlev"),  # he tells it
        ("the troops would stay", "the minister"),
        ("hoped to see the sea", "the Minister of Transport"),
        ("hoped to see the sea", "M. Karlan"),
    ],
)
def test_an_office_with_its_field_and_a_name_behind_it_is_one_person(words, claimed):
    assert another(claimed, words, RECORD) == ""


def test_a_russian_office_with_its_field_and_a_name_behind_it_is_one_person():
    text = "Министр иностранных дел Варга сказал, что лодки останутся. Он добавил, что зима близка."
    assert another("министр", "зима близка", text, "ru") == ""


def test_an_office_with_two_fields_and_a_name_behind_it_is_one_person():
    text = (
        "I met the Minister of Trade of the Kingdom of Lorland, Erik Solen. He was with the "
        "American minister Carver. The minister said that the protocol could not be signed."
    )
    assert another("Solen", "the protocol", text) == ""
