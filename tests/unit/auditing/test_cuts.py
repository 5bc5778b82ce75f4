"""What a cut leaves out, and how much that is: an exception, a condition, a clause beside."""

import pytest

from provtrack.model.quotation import Verdict
from tests.unit.auditing.judging import judged_cut


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "⟦The old bridge was closed by the council⟧, but the ferry went on all night."),
        ("en", "⟦With the help of the guilds the bridge may be saved⟧ but it is likely to fall."),
        ("en", "⟦We do not intend to break the promise that we gave⟧ but we want to be heard."),
        ("de", "⟦Die alte Brücke wurde vom Rat gesperrt⟧, aber die Fähre fuhr die ganze Nacht."),
        ("fr", "⟦Le vieux pont fut fermé par le conseil⟧, mais le bac passait toute la nuit."),
        ("ru", "⟦Старый мост был закрыт советом города⟧, но паром ходил всю ночь."),
        ("zh", "⟦市政会关闭了城里的旧桥⟧，但是渡船整夜没有停。"),
    ],
)
def test_a_clause_with_but_left_out_only_qualifies(language: str, text: str):
    found = judged_cut(text, language)
    assert (found.verdict, found.is_only_qualified) == (Verdict.TRUNCATED, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "⟦The old bridge was closed by the council⟧ unless the guilds paid for it."),
        ("en", "⟦The council would admit nobody to the hall⟧ but the guilds of the river."),
        ("en", "⟦They gave every one of the guilds a seat⟧ but the millers of the river."),
        ("en", "⟦No one in the hall was asked for help⟧ but him and the clerk."),
        ("de", "⟦Die alte Brücke wurde vom Rat gesperrt⟧, falls die Zünfte nicht zahlten."),
        ("ru", "⟦Старый мост был закрыт советом города⟧, если гильдии не платили."),
    ],
)
def test_a_condition_or_exception_left_out_does_more(language: str, text: str):
    found = judged_cut(text, language)
    assert (found.verdict, found.is_only_qualified) == (Verdict.TRUNCATED, False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They ⟦regarded Harrow not as a friend of the town⟧ but as a stranger."),
        ("en", "He was ⟦absent not because of the flood⟧, but because of his debts."),
        ("de", "Sie ⟦sahen in Harrow nicht den Freund der Stadt⟧, sondern den Fremden."),
        ("ru", "Они ⟦пошли на это не от страха⟧, но от корысти."),
    ],
)
def test_but_that_completes_a_negation_takes_nothing_back(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.EXACT


def test_but_that_turns_a_negated_clause_still_qualifies():
    found = judged_cut("⟦The council did not close the old bridge⟧, but the ferry was stopped.")
    assert (found.verdict, found.is_only_qualified) == (Verdict.TRUNCATED, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The clerk wrote that if ⟦the millers of the upper river pay⟧ then all will be well.",
        ),
        ("en", "He said that maybe ⟦the millers of the upper river paid⟧ either late or never."),
        ("en", "If they have opened the gates of the mill— ⟦the council will have to act⟧."),
        ("en", "We know that if the rain should last ⟦the bridge will soon fall⟧."),
        ("en", "If the guilds pay for it then ⟦the bridge can be saved⟧."),
        ("en", "It looked as though by his long delay ⟦the town had lost the bridge⟧."),
        ("en", "It may be your opinion that ⟦the council has sold the old bridge⟧."),
        ("en", "There is a risk in all this that ⟦the council will sell the old bridge⟧."),
        ("de", "Wenn die Zünfte zahlen, dann ⟦wird die alte Brücke gerettet⟧."),
    ],
)
def test_a_condition_or_doubt_before_the_cut_changes_the_sense(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.TRUNCATED


@pytest.mark.parametrize(
    "text",
    [
        "It describes his disputes with the guilds, and that ⟦the council closed the old bridge⟧.",
        "They waited until ⟦the great spring flood of the upper river⟧ had gone down.",
        "He asked if it rained, and then, he said, ⟦the council closed the old bridge⟧.",
        "They worked as fast as possible ⟦the whole week at the old bridge⟧ of the town.",
        "It is your opinion that ⟦the council has sold the old bridge⟧.",
        "The clerk came late— ⟦the council had closed the old bridge⟧.",
    ],
)
def test_what_does_not_govern_the_quoted_clause_is_no_loss(text: str):
    assert judged_cut(text).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor hoped that ⟦the bridge would be repaired before the winter⟧."),
        ("de", "Der Rat hoffte, dass ⟦die alte Brücke vor dem Winter repariert werde⟧."),
        ("fr", "Le maire espérait que ⟦le vieux pont serait réparé avant cet hiver⟧."),
        ("ru", "Совет надеялся, что ⟦старый мост починят ещё до начала зимы⟧."),
    ],
)
def test_what_somebody_only_hopes_is_cut_off_with_a_warning(language: str, text: str):
    found = judged_cut(text, language)
    assert (found.verdict, found.is_only_qualified) == (Verdict.TRUNCATED, True)


@pytest.mark.parametrize("lead", ["denied that", "did not believe that", "hoped and doubted that"])
def test_what_somebody_denies_or_doubts_is_no_warning(lead: str):
    found = judged_cut(f"The mayor {lead} ⟦the bridge would be repaired before the winter⟧.")
    assert (found.verdict, found.is_only_qualified) == (Verdict.TRUNCATED, False)


def test_a_clause_about_a_danger_is_cut_off_from_it():
    text = "There is a danger of a situation in which ⟦the bridge cannot be repaired at all⟧."
    assert judged_cut(text).verdict is Verdict.TRUNCATED
    text = "They spoke of the year in which ⟦the bridge could not be repaired at all⟧."
    assert judged_cut(text).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said that if the costs exceed ⟦twelve million crowns⟧, the council will fall."),
        ("en", "The council cannot agree, if the costs exceed ⟦twelve million crowns⟧."),
        ("fr", "Il dit que si les frais dépassent ⟦douze millions d'écus⟧, le conseil tombera."),
        ("ru", "Он не согласится, если расходы превысят ⟦двенадцать миллионов крон⟧."),
    ],
)
def test_a_thing_inside_a_condition_does_not_depend_on_it(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.EXACT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said that if the costs rose ⟦the council would fall⟧."),
        ("en", "If the costs rise, ⟦the council will fall⟧."),
        ("ru", "Если пойдёт дождь, ⟦совет закроет старый мост⟧."),
    ],
)
def test_a_short_clause_that_depends_on_a_condition_is_cut_off_from_it(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.TRUNCATED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The clerk probably ⟦had sold the old ferry to the town in May⟧ of that year."),
        ("en", "The clerk would most likely ⟦have sold the old ferry to the town⟧ in May."),
        ("de", "Der Schreiber hat vermutlich ⟦die alte Fähre im Mai an die Stadt verkauft⟧."),
        ("fr", "Le greffier a probablement ⟦vendu le vieux bac à la ville en mai⟧."),
        ("ru", "Писарь, вероятно ⟦продал старый паром городу ещё в мае месяце⟧."),
        ("en", "⟦The council does not wish to sell the ferry⟧ at this time."),
        ("de", "⟦Der Rat verkauft keine Brücke der alten Stadt⟧ derzeit."),
        ("fr", "⟦Le conseil ne vendra pas le vieux bac⟧ pour l'instant."),
        ("ru", "⟦Совет не намерен продавать старый паром⟧ в настоящее время."),
    ],
)
def test_a_doubt_before_and_a_limit_in_time_behind_a_denial_qualify(language: str, text: str):
    found = judged_cut(text, language)
    assert (found.verdict, found.is_only_qualified) == (Verdict.TRUNCATED, True)


def test_what_is_not_felt_is_lost_wherever_the_clause_is_cut():
    found = judged_cut("He did not feel that ⟦the ferry would help in the matter⟧ of the tolls.")
    assert (found.verdict, found.lost) == (Verdict.TRUNCATED, "not feel that")


@pytest.mark.parametrize(
    "text",
    [
        "⟦The council wishes to sell the old ferry⟧ at this time.",
        "They worked as fast as possible ⟦the whole week at the old bridge⟧ of the town.",
        "He did say that ⟦the ferry would help in the matter⟧ of the tolls.",
    ],
)
def test_other_words_beside_a_cut_are_no_loss(text: str):
    assert judged_cut(text).verdict is Verdict.EXACT
