"""Audits of files: several at once, with an earlier audit beside them, traced to the original."""

import json
import re
from pathlib import Path

import pytest

from provtrack.checking import AuditRequest, audit_files
from provtrack.errors import FormatError, UsageError
from provtrack.exporters import AUDIT_FORMATS
from provtrack.exporters.audit_json import audit_to_json
from provtrack.exporters.audit_text import audit_to_text
from provtrack.model.audit import AuditReport
from provtrack.reporting import render_audit

SOURCE = "The envoy said that the talks did not end in March, and that nobody was asked."
FAITHFUL = "He wrote: “the talks did not end in March”.\n"
DISTORTED = "He wrote: “the talks did end in March, and that nobody was asked”.\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of sources, and manuscripts beside it."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "letter.txt").write_text(SOURCE, "utf-8")
    (tmp_path / "good.md").write_text(FAITHFUL, "utf-8")
    (tmp_path / "bad.md").write_text(DISTORTED, "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    return tmp_path


def audited(folder: Path, *names: str, baseline: str = "") -> AuditReport:
    request = AuditRequest(
        publications=[folder / name for name in names],
        against=["sources"],
        baseline=folder / baseline if baseline else None,
    )
    return audit_files(request, folder, tell=lambda _: None)


def test_one_that_cannot_be_read_is_an_error_and_the_others_are_audited(folder):
    report = audited(folder, "bad.md", "broken.docx", "good.md", "missing.md")
    assert [one.name for one in report.publications] == [
        "bad.md", "broken.docx", "good.md", "missing.md",
    ]  # fmt: skip
    unread = [one.publication for one in report.findings if one.code == "AUD303"]
    assert unread == ["broken.docx", "missing.md"]


@pytest.mark.parametrize(("written_as", "told"), [("text", "  Not read."), ("html", ">not read<")])
def test_one_that_cannot_be_read_is_called_so_where_the_others_are_counted(
    folder, written_as, told
):
    report = audited(folder, "bad.md", "broken.docx")
    written = render_audit(report) if written_as == "html" else audit_to_text(report).decode()
    assert told in written


def test_one_alone_that_cannot_be_read_is_refused(folder):
    with pytest.raises(FormatError):
        audited(folder, "broken.docx")


@pytest.mark.parametrize("written_as", ["text", "json", "sarif", "csv"])
def test_no_format_depends_on_the_order_of_publications(folder, written_as):
    names = ["bad.md", "broken.docx", "good.md"]
    write = AUDIT_FORMATS[written_as]
    assert write(audited(folder, *names)) == write(audited(folder, *reversed(names)))


def test_files_of_one_name_are_kept_apart(folder):
    (folder / "old").mkdir()
    (folder / "old" / "good.md").write_text(DISTORTED, "utf-8")
    report = audited(folder, "good.md", "old/good.md")
    verdicts = {
        Path(one.publication).parent.name: one.judgement.verdict for one in report.quotations
    }
    assert verdicts == {folder.name: "exact", "old": "distorted"}


def test_a_second_audit_says_what_is_new_and_what_is_gone(folder):
    (folder / "earlier.json").write_bytes(audit_to_json(audited(folder, "bad.md")))
    (folder / "bad.md").write_text("More.\n\n" + DISTORTED.replace("March", "May"), "utf-8")
    report = audited(folder, "bad.md", baseline="earlier.json")
    assert {(one.code, one.novelty) for one in report.findings if one.severity == "error"} == {
        ("AUD103", "new")
    }
    assert "AUD103" in {one.code for one in report.gone}


def test_a_finding_that_moves_is_not_new(folder):
    (folder / "earlier.json").write_bytes(audit_to_json(audited(folder, "bad.md")))
    (folder / "bad.md").write_text("More.\n\n" + DISTORTED, "utf-8")
    report = audited(folder, "bad.md", baseline="earlier.json")
    assert {one.novelty for one in report.findings} == {"unchanged"}
    assert not report.gone


def test_the_same_words_quoted_once_more_are_new(folder):
    (folder / "earlier.json").write_bytes(audit_to_json(audited(folder, "bad.md")))
    (folder / "bad.md").write_text(f"{DISTORTED}\nLater too. {DISTORTED}", "utf-8")
    report = audited(folder, "bad.md", baseline="earlier.json")
    novelties = [one.novelty for one in report.findings if one.code == "AUD103"]
    assert novelties == ["unchanged", "new"]


def test_a_line_that_sets_words_aside_leaves_their_second_place_standing(folder):
    (folder / "bad.md").write_text(f"{DISTORTED}\nLater too. {DISTORTED}", "utf-8")
    first, _ = (one for one in audited(folder, "bad.md").findings if one.code == "AUD103")
    (folder / "settled.txt").write_text(f"{first.fingerprint} meant so\n", "utf-8")
    request = AuditRequest(
        publications=[folder / "bad.md"], against=["sources"], set_aside=folder / "settled.txt"
    )
    found = audit_files(request, folder, tell=lambda _: None).findings
    assert [one.suppressed for one in found if one.code == "AUD103"] == ["meant so", ""]


def test_an_earlier_audit_that_gave_both_places_one_fingerprint_is_still_known(folder):
    (folder / "bad.md").write_text(f"{DISTORTED}\nLater too. {DISTORTED}", "utf-8")
    whole = json.loads(audit_to_json(audited(folder, "bad.md")))
    first = next(one for one in whole["findings"] if one["code"] == "AUD103")["fingerprint"]
    for one in whole["findings"]:
        one["fingerprint"] = first if one["code"] == "AUD103" else one["fingerprint"]
    (folder / "earlier.json").write_text(json.dumps(whole), "utf-8")
    report = audited(folder, "bad.md", baseline="earlier.json")
    assert {one.novelty for one in report.findings if one.code == "AUD103"} == {"unchanged"}


def test_findings_of_publications_not_audited_now_are_not_gone(folder):
    (folder / "earlier.json").write_bytes(audit_to_json(audited(folder, "bad.md", "good.md")))
    assert not audited(folder, "good.md", baseline="earlier.json").gone


@pytest.mark.parametrize("content", ["{}", "[]", '{"findings": [1]}', "no JSON"])
def test_a_baseline_that_is_none_is_said(folder, content):
    (folder / "earlier.json").write_text(content, "utf-8")
    with pytest.raises(FormatError, match=r"earlier\.json"):
        audited(folder, "bad.md", baseline="earlier.json")


def test_a_baseline_that_is_missing_is_said(folder):
    with pytest.raises(UsageError, match="cannot read the baseline"):
        audited(folder, "bad.md", baseline="none.json")


def test_a_file_of_a_folder_is_traced_as_far_as_it_is_known(folder):
    (trace,) = json.loads(audit_to_json(audited(folder, "good.md")))["traces"]
    assert (trace["document"], trace["transcriptions"], trace["steps"]) == ("letter", [], [])


def test_lines_of_a_list_that_set_nothing_aside_are_told(folder):
    (folder / "settled.txt").write_text(f"{'0' * 16} long gone\n", "utf-8")
    request = AuditRequest(
        publications=[folder / "bad.md"], against=["sources"], set_aside=folder / "settled.txt"
    )
    said: list[str] = []
    audit_files(request, folder, tell=said.append)
    assert said == [
        "settled.txt: 1 line set nothing aside, since no finding of this audit is 0000000000000000."
    ]


def test_sources_that_cannot_be_read_are_told_in_the_report(folder):
    (folder / "sources" / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    report = audited(folder, "good.md")
    assert any("broken.docx" in one for one in json.loads(audit_to_json(report))["remarks"])


def test_a_version_to_audit_against_is_told_to_be_none_of_the_documents(folder):
    request = AuditRequest(publications=[folder / "bad.md"], against=["oreshin-1957:E2"])
    with pytest.raises(UsageError, match="not one of them: say --against oreshin-1957"):
        audit_files(request, folder, tell=lambda _: None)


def test_a_folder_that_is_not_there_is_called_so(folder):
    request = AuditRequest(publications=[folder / "good.md"], against=["nofolder"])
    with pytest.raises(UsageError, match="nofolder: there is no such folder"):
        audit_files(request, folder, tell=lambda _: None)


def test_a_quotation_in_a_language_not_held_is_no_fault_on_the_page(folder):
    german = "Er schrieb: „die Gespräche sind im März nicht zu Ende gegangen, sagte er“.\n"
    (folder / "sources" / "letter.txt").unlink()
    english = f'<html lang="en"><body><p>{SOURCE}</p></body></html>'
    (folder / "sources" / "letter.html").write_text(english, "utf-8")
    (folder / "german.md").write_text(f"---\nlang: de\n---\n{german}", "utf-8")
    page = render_audit(audited(folder, "german.md", "good.md"))
    assert "not verifiable</span>" in page
    assert not re.search(r'class="(?:card )?fault(?: v|")|not found</span>', page)


def test_a_page_says_of_no_faithful_quotation_that_none_is(folder):
    assert "None is faithful." in render_audit(audited(folder, "bad.md"))


def test_where_no_text_is_held_it_is_told_once(folder):
    (folder / "sources" / "letter.txt").unlink()
    (folder / "bad.md").write_text(f"{DISTORTED}\n{FAITHFUL}", "utf-8")
    report = audited(folder, "bad.md")
    assert [one.code for one in report.findings] == ["AUD204"]
    assert "2 quotations: 2 not verifiable." in audit_to_text(report).decode()


def test_where_no_text_is_held_no_quotation_is_faulty_on_the_page(folder):
    (folder / "sources" / "letter.txt").unlink()
    page = render_audit(audited(folder, "bad.md", "good.md"))
    assert not re.search(r'class="(?:card )?fault(?: v|")|not found</span>', page)
