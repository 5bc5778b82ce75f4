"""Words in brackets: what they may stand for, and what distorts all the same."""

import pytest

from provtrack.model.names import Nature
from provtrack.model.quotation import Verdict
from tests.unit.auditing.judging import judged_beside


@pytest.mark.parametrize(
    ("words", "source", "nature"),
    [
        ("He left on March [5] for Oslo.", "He left on March 3 for Oslo.", Nature.DATE),
        (
            "Two of the [four] plants had closed.",
            "Two of the three plants had closed.",
            Nature.FIGURE,
        ),
        ("He came the day [after] it.", "He came the day before it.", Nature.WORDING),
        ("He would [certainly] have gone.", "He would probably have gone.", Nature.MODALITY),
        ("He met [some of] the leaders.", "He met all the leaders.", Nature.QUANTIFIER),
        ("[Liu Shaoqi] does not approve.", "Zhou Enlai does not approve.", Nature.NAME),
    ],
)
def test_another_value_contrary_or_name_in_brackets_distorts(words, source, nature):
    judgement = judged_beside(words, source)
    assert judgement.verdict is Verdict.DISTORTED
    assert nature in [one.nature for one in judgement.differences]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("He left [in 1960] for Oslo.", "He left last year for Oslo."),
        ("[Zhou Enlai] does not approve.", "He does not approve."),
        ("He said they [could] go home.", "He said they can go home."),
        ("He left on March 3 [1957] for Oslo.", "He left on March 3 for Oslo."),
        ("He saw [three] ships at anchor.", "He saw 3 ships at anchor."),
        ("He met [Premier Zhou] at the gate.", "He met Chou at the gate."),
        ("He praised [Ambassador Galbraith] there.", "He praised the Ambassador there."),
    ],
)
def test_what_brackets_make_plain_is_editorial(words, source):
    assert judged_beside(words, source).verdict is Verdict.EDITORIAL
