"""What may touch the sense is never called a matter of form."""

import pytest

from provtrack.differ import diff
from provtrack.model.names import Significance
from provtrack.taxonomy import classify


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("He came on 3 May 1950.", "He came from 3 May 1950.", "en"),
        ("He met Mr. Brown there.", "He met Mrs Brown there.", "en"),
        ("He met V. Orlov there.", "He met Nikita Orlov there.", "en"),
        ("It was 10² metres.", "It was 102 metres.", "en"),
        ("On 12/24 June it fell.", "On 12 June it fell.", "en"),
        ("He sent his resume there.", "He sent his résumé there.", "en"),
        ("They came in May again.", "They came in may again.", "en"),
        ("Er sah England vor sich.", "Er sah Großbritannien vor sich.", "de"),
        ("Он все узнает завтра.", "Он все узнаёт завтра.", "ru"),
        ("il a pêché hier", "il a péché hier", "fr"),
        ("ספר גדול סֵפֶר", "ספר גדול סַפָּר", "he"),
        ("the casual remark", "the causal remark", "en"),
        ("He paid 20 miles of road.", "He paid 20 yards of road.", "en"),
        ("In 1951 men were free.", "In 1957 men were free.", "en"),
        ("He \ud800 came.", "He came.", "en"),
        ("He \ue123 came.", "He \ue124 came.", "en"),
    ],
)
def test_a_change_of_sense_is_substantive(base, witness, language):
    edits = diff([base], [witness], language=language)
    found = classify(edits, [base], [witness], positions=((0,), (0,)), language=language)
    assert any(change.significance is Significance.SUBSTANTIVE for change in found)
