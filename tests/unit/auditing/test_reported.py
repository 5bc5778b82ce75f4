"""Reported speech in a manuscript is asked about beside the document that its note names."""

import pytest

from provtrack.model.audit import AuditReport
from tests.unit.auditing.test_engine import CABLE_NOTE, JOURNAL_NOTE, audited


def asked(folder, body: str, *notes: str) -> list[str]:
    body = f"---\nlang: en\n---\n\n{body}"
    return told(audited(folder, body, *notes), "AUD401")


def told(report: AuditReport, code: str) -> list[str]:
    return [one.message for one in report.findings if one.code == code]


def test_a_negation_that_reported_speech_drops_is_asked_about(tmp_path):
    body = "The minister said that the commission would meet in April.[^1]"
    (message,) = asked(tmp_path, body, JOURNAL_NOTE)
    assert "the source negates, the publication does not" in message


def test_reported_speech_without_a_note_is_not_judged(tmp_path):
    assert asked(tmp_path, "The minister said that he would release four boats at once.") == []


def test_reported_speech_that_agrees_is_not_asked_about(tmp_path):
    body = "The ambassador wrote that the commission had met twice.[^1]"
    assert asked(tmp_path, body, CABLE_NOTE) == []


def test_the_language_need_not_be_stated(tmp_path):
    body = "The minister said that the commission would meet in April.[^1]"
    messages = told(audited(tmp_path, body, JOURNAL_NOTE), "AUD401")
    assert "the source negates, the publication does not" in messages[0]


def test_the_language_that_was_told_is_given(tmp_path):
    report = audited(tmp_path, "The minister said that the commission would meet.[^1]")
    assert report.publications[0].language == "en"


def test_a_paragraph_is_read_in_its_own_language(tmp_path):
    body = (
        "---\nlang: de\n---\n\nDer Botschafter hat das nicht gesagt, und er wollte es auch nicht.\n"
        "\nThe minister said that the commission would meet in April.[^1]"
    )
    assert told(audited(tmp_path, body, JOURNAL_NOTE), "AUD401")


def test_a_language_that_cannot_be_told_is_said(tmp_path):
    body = "Zorvim kelda tun brasko fel mindorra, hast verulim skon trapeli.[^1]"
    (message,) = told(audited(tmp_path, body, JOURNAL_NOTE), "AUD402")
    assert "language" in message


def test_a_language_without_rules_is_said(tmp_path):
    body = "Minister powiedział, że komisja zbierze się w kwietniu, ale nie był tego pewien.[^1]"
    (message,) = told(audited(tmp_path, body, JOURNAL_NOTE), "AUD402")
    assert "Polish" in message


def test_a_document_held_in_other_languages_only_is_said(tmp_path):
    body = "Der Minister sagte, dass die Kommission im April nicht zusammentreten werde.[^1]"
    (message,) = told(audited(tmp_path, body, JOURNAL_NOTE), "AUD402")
    assert "orlev-journal" in message
    assert "German" in message


def test_a_claim_may_end_with_a_kind_of_message(tmp_path):
    body = "The ambassador wrote that the minister had sent the commission a letter.[^1]"
    assert asked(tmp_path, body, CABLE_NOTE) == []


@pytest.mark.parametrize(
    "claim",
    [
        "The minister told the Soviet ambassador that the commission would meet in April.",
        "According to the minister, the commission would meet in April.",
        "The minister believed that the commission would meet in April.",
        "The minister wrote that the commission would meet in April.",
        "The minister thought the commission would meet in April.",
    ],
)
def test_reported_speech_has_many_forms(tmp_path, claim):
    assert asked(tmp_path, f"{claim}[^1]", JOURNAL_NOTE)


@pytest.mark.parametrize(
    "claim",
    [
        "The minister denied that the commission would meet in April.",
        "The minister did not believe that the commission would meet in April.",
        "The minister said he did not believe that the commission would meet in April.",
        "The ambassador wrote that nothing had been agreed on the lower bridge.",
    ],
)
def test_what_is_denied_is_no_claim(tmp_path, claim):
    assert asked(tmp_path, f"{claim}[^1]", JOURNAL_NOTE) == []


def test_a_doubt_that_is_dropped_is_asked_about(tmp_path):
    body = "The minister answered that he would release four boats.[^1]"
    (message,) = asked(tmp_path, body, JOURNAL_NOTE)
    assert "“could”" in message


def test_what_is_quoted_by_other_marks_is_no_claim(tmp_path):
    body = (
        "The minister said that ‘he could release four boats, and the commission would meet’.[^1]"
    )
    assert asked(tmp_path, body, JOURNAL_NOTE) == []


def test_a_note_that_names_no_document_held_is_said_once(tmp_path):
    body = (
        "The minister said that the commission would meet in April.[^1] He said that nobody would "
        "come to the harbour.[^1]"
    )
    report = audited(tmp_path, f"---\nlang: en\n---\n\n{body}", "Hale to Varga, 1 May 1899.")
    (message,) = told(report, "AUD402")
    assert "note 1 (as perhaps others) names no document that is held" in message


SAID = (
    "nothing was agreed on the lower bridge, and I do not expect that anything will be agreed "
    "before the harvest"
)


@pytest.mark.parametrize(
    ("lead", "count"), [("The ambassador wrote that", 0), ("In those days, it seems,", 1)]
)
def test_words_reported_with_a_note_need_no_quotation_marks(tmp_path, lead, count):
    report = audited(tmp_path, f"---\nlang: en\n---\n\n{lead} {SAID}.[^1]", CABLE_NOTE)
    assert len(told(report, "AUD501")) == count


def test_the_report_counts_the_claims_that_led_to_no_clause(tmp_path):
    body = (
        "---\nlang: en\n---\n\nThe minister said that the commission would meet in April.[^1]\n\n"
        "The minister said that the harvest of pears was poor everywhere.[^2]"
    )
    reported = audited(tmp_path, body, JOURNAL_NOTE, JOURNAL_NOTE).publications[0].reported
    assert (reported.claims, reported.beside, reported.asked, reported.open) == (2, 1, 1, 1)


def test_a_publication_that_reports_nothing_counts_no_claims(tmp_path):
    report = audited(tmp_path, "---\nlang: en\n---\n\nThe pears were ripe in the old garden.")
    assert report.publications[0].reported is None
