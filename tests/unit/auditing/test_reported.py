"""Reported speech in a manuscript is asked about beside the document that its note names."""

from tests.unit.auditing.test_engine import CABLE_NOTE, JOURNAL_NOTE, audited


def asked(folder, body: str, *notes: str) -> list[str]:
    body = f"---\nlang: en\n---\n\n{body}"
    report = audited(folder, body, *notes)
    return [one.message for one in report.findings if one.code == "AUD401"]


def test_a_negation_that_reported_speech_drops_is_asked_about(tmp_path):
    body = "The minister said that the commission would meet in April.[^1]"
    (message,) = asked(tmp_path, body, JOURNAL_NOTE)
    assert "the source negates, the publication does not" in message


def test_reported_speech_without_a_note_is_not_judged(tmp_path):
    assert asked(tmp_path, "The minister said that he would release four boats at once.") == []


def test_reported_speech_that_agrees_is_not_asked_about(tmp_path):
    body = "The ambassador wrote that the commission had met twice.[^1]"
    assert asked(tmp_path, body, CABLE_NOTE) == []
