"""Lengths of time, seasons and lone days; names that no capital or title marks; forms of verbs."""

import pytest

from provtrack.collation import compare
from provtrack.model.names import Nature
from tests.factories import alignment, bead, compared


def natures(language: str, base: str, witness: str) -> list[Nature]:
    """List the natures of the changes between two paragraphs that answer each other."""
    sides = (
        compared(name, text, language=language) for name, text in (("A", base), ("B", witness))
    )
    found = compare(*sides, alignment=alignment(bead((0,), (0,))))
    return [change.nature for change in found.beads[0].changes]


@pytest.mark.parametrize(
    ("language", "base", "witness", "nature"),
    [
        ("en", "He left after six weeks.", "He left after six months.", Nature.FIGURE),
        ("en", "They met within the week.", "They met within the month.", Nature.DATE),
        ("de", "Es war im Sommer geschehen.", "Es war im Herbst geschehen.", Nature.DATE),
        ("ru", "Он вернулся до весны.", "Он вернулся до осени.", Nature.DATE),
        ("zh", "他说等到春天再谈。", "他说等到秋天再谈。", Nature.DATE),
        ("en", "He wrote on the 14th, and left.", "He wrote on the 17th, and left.", Nature.DATE),
        ("en", "He saw the 36th Division.", "He saw the 63rd Division.", Nature.FIGURE),
        (
            "en",
            "It passed by four votes to three.",
            "It passed by four votes to two.",
            Nature.FIGURE,
        ),
        ("de", "Er kam am 14., wie er schrieb.", "Er kam am 17., wie er schrieb.", Nature.DATE),
        ("de", "Er las den 14. Band.", "Er las den 17. Band.", Nature.FIGURE),
        ("fr", "Il arriva le 14, à pied.", "Il arriva le 17, à pied.", Nature.DATE),
        ("ru", "Он писал 14-го, что едет.", "Он писал 17-го, что едет.", Nature.DATE),
    ],
)
def test_another_length_or_day_is_told_from_another_figure(language, base, witness, nature):
    assert natures(language, base, witness) == [nature]


@pytest.mark.parametrize(
    ("language", "base", "witness"),
    [
        ("de", "Es sei zu spät, sagte Rathenau.", "Es sei zu spät, sagte Stresemann."),
        ("zh", "王稼祥大使说不行。", "王炳南大使说不行。"),
    ],
)
def test_another_name_is_told_by_what_stands_beside_it(language, base, witness):
    assert natures(language, base, witness) == [Nature.NAME]


def test_a_german_noun_with_an_article_is_no_name():
    assert natures("de", "Das sagte der Zeuge.", "Das sagte der Nachbar.") == [Nature.WORDING]


@pytest.mark.parametrize(
    ("language", "base", "witness"),
    [
        ("en", "They undertook to pay.", "They undertake to pay."),
        ("de", "Der Rat stieg auf den Turm.", "Der Rat steigt auf den Turm."),
        ("ru", "Он приносил письма.", "Он принёс письма."),
        ("ru", "Войска отводят от границы.", "Войска отвели от границы."),
    ],
)
def test_another_form_of_a_verb_is_tense(language, base, witness):
    assert natures(language, base, witness) == [Nature.TENSE]
