"""Declared edits, notes and speakers of quotations."""

import pytest

from provtrack.model.quotation import DeclaredKind, QuotationPlace
from provtrack.quotations import find, find_with_remarks
from tests.unit.quotations.texts import publication

E = DeclaredKind.ELLIPSIS


@pytest.mark.parametrize(
    "dots", ["...", ". . .", "…", "[...]", "[…]", "(…)", "(...)", "[. . .]", "....", "<...>"]
)
def test_every_form_of_ellipsis_is_declared(dots: str):
    text = f"He wrote: “The road {dots} is closed until spring.”"
    (found,) = find(publication(text))
    assert [(one.kind, text[one.span.start : one.span.end]) for one in found.declared] == [
        (E, dots)
    ]


@pytest.mark.parametrize(
    ("quoted", "kind", "words"),
    [
        ("[T]he road is closed until spring.", DeclaredKind.CASE, "T"),
        ("The road [to the mill] is closed.", DeclaredKind.INSERTED, "to the mill"),
        ("The road is clos[ed] until spring.", DeclaredKind.INSERTED, "ed"),
        ("The rood [sic] is closed until spring.", DeclaredKind.SIC, "sic"),
        ("The rood [!] is closed until spring.", DeclaredKind.SIC, "!"),
        ("The rood (sic) is closed until spring.", DeclaredKind.SIC, "sic"),
        ("Дорога [так в тексте] закрыта до весны.", DeclaredKind.SIC, "так в тексте"),
        ("The road is closed [emphasis added] for good.", DeclaredKind.EMPHASIS, "emphasis added"),
        ("La route est close [c’est nous qui soulignons].", DeclaredKind.EMPHASIS, None),
        ("Дорога закрыта (подчеркнуто мной. — А. В.) на зиму.", DeclaredKind.EMPHASIS, None),
        ("Die Straße ist zu (Hervorh. d. Verf.) im Winter.", DeclaredKind.EMPHASIS, None),
        ("Die Straße ist zu (Hervorhebung von mir, A. W.).", DeclaredKind.EMPHASIS, None),
        ("The road is closed (A. W.'s emphasis) for good.", DeclaredKind.EMPHASIS, None),
        ("The road is closed (italics mine—A.W.) for good.", DeclaredKind.EMPHASIS, None),
        ("Дорога (северная. — А. В.) закрыта до весны.", DeclaredKind.INSERTED, None),
        ("Дорога (северная. — Прим. ред.) закрыта до весны.", DeclaredKind.INSERTED, None),
        ("La route, écrivit-il, est fermée.", DeclaredKind.INTERRUPTION, "écrivit-il"),
        ("Дорога, — писал он, — закрыта до весны.", DeclaredKind.INTERRUPTION, "писал он"),
    ],
)
def test_declared_edit_is_told_by_its_kind(quoted: str, kind: DeclaredKind, words: str | None):
    (found,) = find(publication(f"It says: «{quoted}»"))
    (edit,) = found.declared
    assert (edit.kind, edit.words if words else None) == (kind, words)


def test_brackets_of_the_source_are_no_declared_edit():
    (found,) = find(publication("It says: “The road (to the mill) is closed.”"))
    assert found.declared == ()


def test_emphasis_may_be_declared_behind_the_quotation():
    text = "It says: “The road is closed” (emphasis added)."
    (found,) = find(publication(text))
    (edit,) = found.declared
    assert text[edit.span.start : edit.span.end] == "(emphasis added)"


def test_interruption_spans_the_clause_with_its_marks():
    text = "“The road is closed,” he wrote, “until the snow has gone.”"
    (found,) = find(publication(text))
    (edit,) = found.declared
    assert (text[edit.span.start : edit.span.end], edit.words) == ("” he wrote, “", "he wrote")


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("He wrote that “the road is closed for good”.[^1] More.[^2]", ("1",)),
        ("“The road is closed,” he wrote, and left.[^1]", ("1",)),
        ("He wrote “the road is closed” and “the bridge is down.”[^1]", ("1",)),
        ("“The road is closed for good.”[^1][^2] More.", ("1", "2")),
        ("In a letter[^1] he wrote: “The road is closed.”", ("1",)),
        ("“The road is closed,” he wrote. The snow lay high.[^7]", ("7",)),
        ("He wrote: “The road is closed for good.”\n\nAnother matter.[^1]", ()),
        ("The snow lay high.[^1] “The road is closed for good,” Dorn wrote.", ()),
        ("The snow lay high[^1]. “The road is closed for good,” Dorn wrote.", ()),
        ("The snow lay high.[^1] “The road is closed for good,” Dorn wrote.[^2]", ("2",)),
        ("In the letter to Mr. Dorn[^1] it says “the road is closed for good”.", ("1",)),
    ],
)
def test_the_nearest_notes_belong_to_a_quotation(text: str, notes: tuple[str, ...]):
    assert find(publication(text))[0].notes == notes


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Harrow wrote: “The road is closed.”", "Harrow"),
        ("“The road is closed,” Anne Harrow told the council.", "Anne Harrow"),
        ("“The road is closed,” wrote Harrow.", "Harrow"),
        ("According to J. B. Harrow, “the road is closed for good.”", "J. B. Harrow"),
        ("He wrote: “The road is closed.”", ""),
        ("Meyer schrieb: „Die Straße ist gesperrt.“", "Meyer"),
        ("Мельников писал: «Дорога закрыта до весны».", "Мельников"),
        ("In November Harrow later wrote: “The road is closed.”", "Harrow"),
    ],
)
def test_speaker_is_whom_the_sentence_names(text: str, speaker: str):
    assert find(publication(text))[0].speaker == speaker


def test_lone_mark_is_told_in_a_remark():
    found = find_with_remarks(publication('He wrote: "The road is closed.\n\nAnd so on.'))
    assert found.remarks == ("A quotation mark has no counterpart: sign 11.",)


def test_balanced_marks_need_no_remark():
    assert find_with_remarks(publication("He wrote: “The road is closed.”")).remarks == ()


def test_lone_mark_never_runs_away_over_paragraphs():
    text = 'He wrote: "The road is closed.\n\n' + "The town lived on.\n\n" * 20 + 'So it "is".'
    (first, *_) = find(publication(text))
    assert first.text == "The road is closed."


def test_inner_quotation_tells_where_it_lies():
    found = find(publication("He wrote: “They called it ‘a small matter’ and left.”"))
    assert [one.outer for one in found] == [None, 0]


def test_place_of_a_marked_quotation_is_inline():
    (found,) = find(publication("He wrote: “The road is closed.”"))
    assert (found.place, found.marks) == (QuotationPlace.INLINE, "“")
