"""Edits are drawn where an editor would draw them."""

from provtrack.differ import diff
from provtrack.model.edits import Edit, EditKind, Place


def readings(base: str, witness: str, language: str = "en") -> list[tuple[str, str]]:
    """Give the words of both sides of each edit between two paragraphs."""
    return [
        (base[e.base.start : e.base.end], witness[e.witness.start : e.witness.end])
        for e in diff([base], [witness], language=language)
    ]


def test_an_omitted_word_takes_the_blank_after_it():
    assert readings("We shall not sign.", "We shall sign.") == [("not ", "")]


def test_an_omission_before_a_full_stop_takes_the_blank_before_it():
    assert readings("He rose and left.", "He rose.") == [(" and left", "")]


def test_a_dash_with_other_blanks_is_one_edit():
    assert readings("The war -- he said", "The war—he said") == [(" -- ", "—")]


def test_white_space_alone_is_an_edit():
    assert readings("one  two", "one two") == [("  ", " ")]


def test_an_omitted_sentence_is_cut_at_its_edges():
    base = "The Secretary rose. The Secretary spoke. The envoy left."
    assert readings(base, "The Secretary rose. The envoy left.") == [("The Secretary spoke. ", "")]


def test_words_that_answer_each_other_are_paired():
    pairs = readings("could surely approve", "should probably approve")
    assert pairs == [("could", "should"), ("surely", "probably")]


def test_a_paragraph_split_in_the_witness_stands_against_the_blank():
    edits = diff(["One. Two."], ["One.", "Two."])
    assert edits == (Edit(EditKind.SPLIT, Place(0, 4, 5), Place(0, 4, 4)),)


def test_a_paragraph_merged_in_the_witness_stands_at_the_end_of_the_paragraph():
    edits = diff(["One.", "Two."], ["One. Two."])
    assert edits == (Edit(EditKind.MERGE, Place(0, 4, 4), Place(0, 4, 5)),)


def test_a_moved_clause_is_one_edit():
    base = "At the evening reception for foreign guests, the ambassador approved a second draft."
    witness = "The ambassador approved a second draft, at the evening reception for foreign guests."
    kinds = [edit.kind for edit in diff([base], [witness], language="en")]
    assert kinds.count(EditKind.MOVE) == 1


def test_an_edit_inside_a_moved_clause_stands_inside_the_move():
    clause = "who had {}slept for two cold nights in the harbour"
    rest = "came in while the long and solemn speech of the old minister was read to the hall"
    base = f"The consul, {clause.format('not ')}, {rest}."
    witness = f"The consul {rest}, {clause.format('')}."
    (moved,) = (e for e in diff([base], [witness], language="en") if e.kind is EditKind.MOVE)
    (inside,) = moved.inside
    assert base[inside.base.start : inside.base.end] == "not "


def test_a_sentence_of_which_little_is_kept_is_one_edit():
    base = "The Minister received the envoy with every mark of favour and promised an answer."
    witness = "With great kindness the messenger was welcomed by His Excellency at noon."
    assert [edit.kind for edit in diff([base], [witness], language="en")] == [EditKind.RECAST]


def test_chinese_is_compared_character_by_character():
    assert readings("我们不同意任何改变。", "我们同意任何改变。", "zh") == [("不", "")]


def test_a_side_without_words_is_compared():
    assert readings("", "A word.") == [("", "A word.")]


def test_pointed_and_unpointed_words_answer_each_other():
    pairs = readings("שֵׁם הָאִישׁ", "שם האיש", "he")
    assert pairs == [("שֵׁם", "שם"), ("הָאִישׁ", "האיש")]


def test_a_word_with_ligatures_of_the_private_use_area_is_one_word():
    assert readings("er na\uf502gela\ueba6en", "er nachgelaſſen", "de") == [
        ("na\uf502gela\ueba6en", "nachgelaſſen")
    ]


def test_words_that_change_places_are_one_edit():
    base, witness = "A town on the River Sarva lay burnt.", "A town on the Sarva River lay burnt."
    assert readings(base, witness) == [("River Sarva", "Sarva River")]


def test_a_short_phrase_that_has_moved_unchanged_is_a_move():
    base = "With his hat in his hand, he stood before the gate and waited for an answer."
    witness = "He stood before the gate and waited for an answer with his hat in his hand."
    kinds = [edit.kind for edit in diff([base], [witness], language="en")]
    assert kinds.count(EditKind.MOVE) == 1


def test_a_phrase_left_out_at_the_head_of_a_sentence_is_parted_from_the_capital():
    pairs = readings("In the evening the envoy left.", "The envoy left.")
    assert pairs == [("In the evening ", ""), ("the", "The")]


def test_a_sentence_whose_words_answer_each_other_is_no_recast():
    base = "All of the 1,250 prisoners may return by May."
    witness = "Some of the 1,520 prisoners must return by June."
    assert len(readings(base, witness)) == 4


def test_a_phrase_that_loses_its_comma_at_the_end_of_the_sentence_has_moved():
    edits = diff(
        ["After the dinner, the envoy showed his guests the scrolls."],
        ["The envoy showed his guests the scrolls after the dinner."],
        language="en",
    )
    assert EditKind.MOVE in {edit.kind for edit in edits}
