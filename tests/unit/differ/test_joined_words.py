"""Words written together on one side and apart on the other are one change."""

import pytest

from provtrack.differ import diff


@pytest.mark.parametrize(
    ("base", "witness", "readings"),
    [
        ("He can not go.", "He cannot go.", [("can not", "cannot")]),
        ("It was no where.", "It was nowhere.", [("no where", "nowhere")]),
        ("all together we", "altogether we", [("all together", "altogether")]),
        ("thirty-odd men", "thirty odd men", [("thirty-odd", "thirty odd")]),
    ],
)
def test_words_written_together_are_one_edit(
    base: str, witness: str, readings: list[tuple[str, str]]
) -> None:
    edits = diff([base], [witness], language="en")
    found = [
        (base[one.base.start : one.base.end], witness[one.witness.start : one.witness.end])
        for one in edits
    ]
    assert found == readings


def test_words_beside_them_are_edits_of_their_own() -> None:
    base, witness = "They can not come.", "They cannot stay."
    edits = diff([base], [witness], language="en")
    assert [base[one.base.start : one.base.end] for one in edits] == ["can not", "come"]
