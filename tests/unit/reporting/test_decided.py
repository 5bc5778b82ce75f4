"""What editors decided, as the report shows it."""

from dataclasses import replace

import lxml.html
import pytest

from provtrack.exporters import COMPARISON_FORMATS
from provtrack.model.alignment import PinnedParagraph
from provtrack.model.comparison import Collation
from provtrack.model.names import ChangeKind, DecisionStatus, Nature, Significance
from provtrack.model.review import Decision, RecordedDecision, ReviewedChange, ReviewedReading
from provtrack.reporting import findings_in_words, render
from tests.golden import letter

WHEN = "2024-01-02T09:00:00Z"
NAME = Decision(by="O. Brand", when=WHEN, status=DecisionStatus.SETTLED, nature=Nature.NAME)
FORM = replace(NAME, nature=Nature.SPELLING, significance=Significance.ACCIDENTAL, note="A slip")
QUERY = Decision(by="O. Brand", when=WHEN, status=DecisionStatus.QUERY, note="Which of the two?")
CONFIRMED = replace(NAME, nature=None)


def collation(decision: Decision | None, orphans=(), nature: str = "negation") -> Collation:
    """Make a collation of one change, decided."""
    base, witness, (change,) = letter.woven(f"He ⟦{nature}|did not come|came⟧.", 0)
    decided = replace(change, decision=decision, id="k7fm-2xqa")
    beads = [letter.bead([0], [0], changes=(decided,))]
    compared = letter.compared(letter.version("E2", [witness]), beads)
    return letter.two_translations().model_copy(
        update={
            "base": letter.version("E1", [base]),
            "witnesses": (replace(compared, orphans=orphans),),
        }
    )


def orphan() -> RecordedDecision:
    """Make a decision on a change that is not there."""
    paragraph = PinnedParagraph(sha256="0" * 64, position=0, words="He went.")
    change = ReviewedChange(
        base=ReviewedReading(paragraph=paragraph, text="never"),
        witness=ReviewedReading(paragraph=paragraph, text=""),
        occurrence=0,
        kind=ChangeKind.OMISSION,
        significance=Significance.SUBSTANTIVE,
        nature=Nature.NEGATION,
    )
    return RecordedDecision(base="E1", witness="E2", change=change, decision=NAME)


def page_of(found: Collation) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render(found))


def words(element) -> str:
    return " ".join(str(element.text_content()).split())


def exported(name: str, decision: Decision | None, orphans=()) -> str:
    return COMPARISON_FORMATS[name](collation(decision, orphans)).decode("utf-8-sig")


def test_a_decision_counts_before_the_programs_answer_which_stays_to_be_read():
    page = page_of(collation(NAME))
    assert page.xpath("//del[contains(@class,'n-name-s')][contains(@class,'dc')]")
    said = "Settled as name, by O. Brand, 2024-01-02. The program says: negation."
    assert said in words(page.find_class("dec")[0])


def test_substantive_only_hides_what_an_editor_calls_a_matter_of_form():
    page = page_of(collation(FORM))
    assert page.xpath("//fieldset[@id='f-acc']//input/@data-f") == ["sp-a"]
    assert not page.xpath("//fieldset[@id='f-sub']")
    assert page.xpath("//article[contains(@class,'acc')]/@data-n") == ["sp-a:1"]


def test_every_change_has_an_anchor_by_its_id():
    assert page_of(collation(None)).xpath("//a[@id='k7fm-2xqa']/@href") == ["#k7fm-2xqa"]


def test_what_an_editor_asks_is_a_query_of_the_row_and_comes_first():
    page = page_of(collation(QUERY))
    assert words(page.find_class("ask")[0]) == (
        "Query of O. Brand: “did not come” or “came”? Which of the two?"
    )
    assert page.xpath("//article[contains(@class,'qu')]")
    assert words(page.find_class("sum")[0]).startswith("O. Brand asks at § 1 (“did not come”")


def test_what_is_settled_as_grave_is_still_named_and_counted():
    found = findings_in_words(collation(NAME))[0]
    assert "editors have decided on every negation, figure, date or name that differs" in found
    assert "O. Brand has confirmed: a name differs at §\u00a01 (“did not come” / “came”)." in found
    assert "One of them is decided by O. Brand." in found


def test_a_settled_negation_stays_a_negation():
    assert (
        "O. Brand has confirmed: a negation differs at §\u00a01"
        in findings_in_words(collation(CONFIRMED))[0]
    )


def test_what_is_settled_as_form_is_not_named():
    assert "has confirmed" not in findings_in_words(collation(FORM))[0]


def test_a_decision_without_its_change_is_reported():
    found = collation(None, (orphan(),))
    assert "One decision is on a change not found here" in findings_in_words(found)[0]
    assert "“never” in E1, nothing in E2. Settled as name, by O. Brand" in words(
        page_of(found).get_element_by_id("reproduce")
    )


def test_a_report_without_decisions_says_so():
    assert "None: every classification is the program's." in words(page_of(collation(None)))


def test_a_table_has_the_programs_answer_and_the_editors():
    row = exported("csv", FORM).splitlines()[1]
    assert "substitution,substantive,negation" in row
    assert row.endswith(
        "k7fm-2xqa,settled,accidental,spelling,O. Brand,2024-01-02T09:00:00Z,A slip"
    )


def test_a_table_has_a_row_for_a_decision_without_its_change():
    assert "decision without effect: the change is not found" in exported("csv", None, (orphan(),))


def test_markdown_has_the_decision_as_a_comment_behind_the_change():
    assert "{--did not come--}{++came++}{>>Queried by O. Brand, 2024-01-02: Which" in exported(
        "md", QUERY
    )


def test_markdown_has_a_decision_without_its_change():
    assert "Without effect, as the change" in exported("md", None, (orphan(),))


@pytest.mark.parametrize(("decision", "nature"), [(None, "negation"), (FORM, "spelling")])
def test_in_tei_the_decision_counts(decision, nature):
    assert f'subtype="{nature}"' in exported("tei", decision)


def test_in_tei_a_decision_is_a_note_of_its_entry():
    assert '<note type="decision" subtype="query">Queried by O. Brand' in exported("tei", QUERY)
