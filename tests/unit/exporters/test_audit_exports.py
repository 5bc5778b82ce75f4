"""An audit report as JSON, SARIF and CSV."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

from provtrack.auditing.codes import catalogue, finding
from provtrack.exporters.audit_annotations import audit_to_annotations
from provtrack.exporters.audit_csv import audit_to_csv
from provtrack.exporters.audit_json import audit_to_json
from provtrack.exporters.audit_sarif import audit_to_sarif
from provtrack.exporters.audit_text import audit_to_text
from provtrack.model.audit import (
    AuditedPublication,
    AuditedQuotation,
    AuditedSource,
    AuditFinding,
    AuditReport,
    EarlierFinding,
    Novelty,
    SourceWords,
)
from provtrack.model.names import Nature, Severity, Significance
from provtrack.model.publication import Locus, Publication
from provtrack.model.quotation import (
    Difference,
    Judgement,
    Passage,
    Quotation,
    QuotationPlace,
    Verdict,
)
from provtrack.model.text import Span

ROOT = Path(__file__).parents[3]
TEXT = "A first line.\nHe wrote: “the talks did end.” No more."
SPAN = Span(TEXT.index("the talks"), TEXT.index("”"))
PUBLICATION = Publication(
    name="article.md",
    text=TEXT,
    text_sha256="0" * 64,
    loci=(Locus(start=0, line=1, column=1), Locus(start=14, line=2, column=1)),
)


def report() -> AuditReport:
    quotation = Quotation(span=SPAN, text="the talks did end.", place=QuotationPlace.INLINE)
    difference = Difference(
        nature=Nature.NEGATION,
        significance=Significance.SUBSTANTIVE,
        quoted=Span(13, 13),
        quoted_words="",
        source=Span(40, 44),
        source_words="not ",
        explanation="Negation removed.",
        weight=Verdict.DISTORTED,
    )
    passage = Passage(document="d1", file="text.txt", siglum="E1", span=Span(30, 52))
    judgement = Judgement(
        verdict=Verdict.DISTORTED,
        confidence=0.97,
        passages=(passage,),
        differences=(difference,),
    )
    said = finding(
        "AUD103",
        PUBLICATION,
        SPAN,
        quoted=quotation.text,
        how="changes the sense",
        difference="negation removed",
    )
    return AuditReport(
        publications=(
            AuditedPublication(name="article.md", text=TEXT, text_sha256="0" * 64, language="en"),
        ),
        quotations=(
            AuditedQuotation(
                publication="article.md",
                quotation=quotation,
                judgement=judgement,
                locus=PUBLICATION.locus(SPAN.start),
                cited=("d1", "E1"),
                seen=(SourceWords(words="the talks did not end.", before="He wrote: "),),
            ),
        ),
        findings=(said,),
        sources=(
            AuditedSource(document="d1", file="text.txt", siglum="E1", text_sha256="ab" * 32),
        ),
    )


def test_json_has_a_quotation_as_the_design_has_it():
    (quotation,) = json.loads(audit_to_json(report()))["quotations"]
    assert quotation["verdict"] == "distorted"
    assert quotation["meaning_bearing"] is True
    assert quotation["cited"] == {"document": "d1", "siglum": "E1"}
    assert quotation["passages"] == [
        {
            "document": "d1",
            "siglum": "E1",
            "revision": 1,
            "file": "text.txt",
            "start": 30,
            "end": 52,
        }
    ]
    assert quotation["changes"][0]["kind"] == "omission"
    assert TEXT[quotation["start"] : quotation["end"]] == "the talks did end."


def test_sarif_points_at_line_and_column():
    run = json.loads(audit_to_sarif(report()))["runs"][0]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 12)
    assert (region["charOffset"], region["charLength"]) == (SPAN.start, len(SPAN))
    assert run["results"][0]["level"] == "error"


def test_sarif_gives_the_words_of_the_source_below_the_sentence():
    (result,) = json.loads(audit_to_sarif(report()))["runs"][0]["results"]
    assert "\nd1:E1" in result["message"]["text"]


def test_sarif_describes_a_rule_without_words_left_open():
    codes = {one: replace(report().findings[0], code=one) for one in catalogue()}
    every = replace_findings(report(), tuple(codes.values()))
    rules = json.loads(audit_to_sarif(every))["runs"][0]["tool"]["driver"]["rules"]
    described = {one["id"]: one["shortDescription"]["text"] for one in rules}
    assert described.keys() == catalogue().keys()
    assert not [text for text in described.values() if "{" in text or not text.endswith(".")]


def test_sarif_names_the_paragraph_of_a_file_without_lines():
    locus = Locus(start=0, paragraph=4, run="w:p[4]/w:r[2]")
    (found,) = (replace(one, locus=locus) for one in report().findings)
    whole = json.loads(audit_to_sarif(replace_findings(report(), (found,))))
    (place,) = whole["runs"][0]["results"][0]["locations"]
    assert place["logicalLocations"] == [
        {"name": "paragraph 4", "kind": "element", "fullyQualifiedName": "w:p[4]/w:r[2]"}
    ]


def replace_findings(whole: AuditReport, findings: tuple[AuditFinding, ...]) -> AuditReport:
    return whole.model_copy(update={"findings": findings})


def test_csv_has_a_row_for_each_quotation_and_finding():
    rows = list(csv.DictReader(io.StringIO(audit_to_csv(report()).decode("utf-8-sig"))))
    assert [row["what"] for row in rows] == ["quotation", "finding"]
    assert rows[0]["place"] == "line 2"
    assert rows[1]["code"] == "AUD103"


def test_the_page_of_formats_names_every_field_of_the_json():
    whole = json.loads(audit_to_json(report()))
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    section = page.partition("## The audit\n")[2].partition("\n## ")[0] + "\n\n"
    tables = re.findall(r"^\| field.*?\n\n", section, flags=re.M | re.S)
    named = [
        set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (.*?) \|", table, flags=re.M))))
        for table in tables
    ]
    assert named == [set(whole), set(whole["quotations"][0])]


def valid_region(region: dict[str, object]) -> bool:
    """Whether a region is one of text, as SARIF 3.30 asks."""
    lines = [region.get(key, 1) for key in ("startLine", "startColumn", "endLine", "endColumn")]
    return all(isinstance(one, int) and one >= 1 for one in lines) and region["charOffset"] >= 0


def test_sarif_keeps_the_rules_of_the_standard():
    whole = json.loads(audit_to_sarif(beside_earlier()))
    assert (whole["version"], len(whole["runs"])) == ("2.1.0", 1)
    run = whole["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == sorted({one["id"] for one in rules})
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["baselineState"] in {"new", "unchanged", "updated", "absent"}
        assert result["message"]["text"]
        (place,) = result["locations"]
        known = place["physicalLocation"]
        assert known["artifactLocation"]["uri"] == "chapters/my%20article.md"
        assert "region" not in known or valid_region(known["region"])


def test_sarif_has_what_an_earlier_audit_found_and_this_one_does_not():
    results = json.loads(audit_to_sarif(beside_earlier()))["runs"][0]["results"]
    assert [(one["ruleId"], one["baselineState"]) for one in results] == [
        ("AUD103", "new"),
        ("AUD107", "absent"),
    ]


def beside_earlier() -> AuditReport:
    """The report beside an earlier audit that had another finding."""
    whole = report()
    gone = EarlierFinding(
        publication="article.md",
        code="AUD107",
        severity=Severity.WARNING,
        message="It differed.",
        fingerprint="0" * 16,
    )
    return whole.model_copy(
        update={
            "publications": (replace(whole.publications[0], path="chapters/my article.md"),),
            "findings": (replace(whole.findings[0], novelty=Novelty.NEW),),
            "gone": (gone,),
        }
    )


def test_text_shows_the_difference_inside_the_quotation():
    words = audit_to_text(report()).decode()
    assert "      the talks did[- not -] end." in words


def with_words_left_out(words: str) -> AuditReport:
    whole = report()
    audited = whole.quotations[0]
    (difference,) = audited.judgement.differences
    differences = (replace(difference, source_words=words),)
    judgement = replace(audited.judgement, differences=differences)
    quotations = (replace(audited, judgement=judgement),)
    return whole.model_copy(update={"quotations": quotations})


def test_text_counts_the_words_in_the_middle_of_many_that_were_left_out():
    words = audit_to_text(with_words_left_out(f"not {'as it were, ' * 30}at all ")).decode()
    assert re.search(r"\[- ?not as it were.* … \d\d words … .*at all ?-\]", words)


def test_text_shows_both_ends_of_many_characters_that_no_blank_divides():
    words = audit_to_text(with_words_left_out("甲" * 150 + "乙" * 150)).decode()
    assert "甲" * 59 in words
    assert "乙" * 59 in words
    assert len(words.splitlines()) == len(audit_to_text(report()).decode().splitlines())


def test_what_a_spreadsheet_would_run_is_made_inert():
    text = 'He wrote: “=HYPERLINK("x")”.'
    span = Span(11, len(text) - 2)
    publication = Publication(name="a.md", text=text, text_sha256="")
    said = finding("AUD101", publication, span, quoted="x")
    audited = AuditedPublication(name="a.md", text=text, text_sha256="", language="en")
    content = audit_to_csv(AuditReport(publications=(audited,), findings=(said,)))
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert row["words"].startswith("'=")


def test_a_finding_is_known_again_where_it_moves_to():
    moved = Publication(name="article.md", text="More.\n\n" + TEXT, text_sha256="1" * 64)
    span = Span(SPAN.start + 7, SPAN.end + 7)
    words = {
        "quoted": "the talks did end.",
        "how": "changes the sense",
        "difference": "negation removed",
    }
    before, after = (
        finding("AUD103", PUBLICATION, SPAN, **words),
        finding("AUD103", moved, span, **words),
    )
    assert before.fingerprint == after.fingerprint


def test_annotation_links_a_quotation_to_the_words_quoted():
    collection = json.loads(audit_to_annotations(report()))
    (item,) = collection["first"]["items"]
    (target,), (passage, verdict, change) = item["target"], item["body"]
    quote, position = target["selector"]
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "the talks did end."
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    assert passage["selector"][0]["exact"] == "the talks did not end."
    assert passage["source"]["provtrack:version"] == "E1@1"
    assert passage["source"]["id"].startswith("ni:///sha-256;q6urq")
    assert (verdict["value"], change["value"]) == ("distorted", "Negation removed.")
