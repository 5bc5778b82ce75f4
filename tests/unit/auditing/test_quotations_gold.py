"""The invented quotations get the verdicts their editor gave them."""

import pytest

from provtrack.auditing import judge
from provtrack.model.quotation import Verdict
from tests.gold.quotation_pairs import CITED, LANGUAGES, QuotedPair, read_quotations

FAITHFUL = (Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.EDITORIAL)
LEAST = 0.95


def verdict_of(pair: QuotedPair) -> Verdict:
    return judge(pair.quotation, pair.candidates, cited=CITED, setting=pair.setting).verdict


PAIRS = [pair for language in LANGUAGES for pair in read_quotations(language)]


def test_nearly_all_pairs_get_an_accepted_verdict():
    right = sum(verdict_of(pair) in pair.verdicts for pair in PAIRS)
    assert right / len(PAIRS) >= LEAST


def test_no_distorted_quotation_is_called_faithful():
    distorted = [pair for pair in PAIRS if Verdict.DISTORTED in pair.verdicts]
    assert [pair.words for pair in distorted if verdict_of(pair) in FAITHFUL] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_pairs_of_several_verdicts(language):
    assert len({pair.verdicts[0] for pair in read_quotations(language)}) >= 5
