"""Words that stand in the document itself are never taken from an abstract of it."""

from pathlib import Path

import pytest

from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.citing import DocumentWords, catalogued
from provtrack.importers import read_publication
from provtrack.model.audit import AuditedSource, AuditReport
from provtrack.model.names import VersionKind
from provtrack.search import IndexedText, MemoryIndex

LETTER = (
    "The duke said that the mill was not lost, and that he might sell the four northern fields. "
    "He was exceptionally busy and very tired."
)
ABSTRACT = (
    "The duke, who was exceptionally busy and very tired, declared the mill lost and sold his "
    "northern fields to pay for the war against the bishop."
)
CORRECTED = LETTER.replace("exceptionally busy and very tired", "a busy man, and often weary")
NOTE = "\n\n[^1]: Letter of Anna Keller, 3 May 1871.\n"


def text(siglum: str, kind: VersionKind, revision: int = 1, **state: object) -> ArchivedText:
    source = AuditedSource(
        document="keller", siglum=siglum, file=f"{siglum}.txt", revision=revision, language="en"
    )
    return ArchivedText(source=source, kind=kind, **state)


def audited(folder: Path, body: str, held: list[tuple[ArchivedText, str]]) -> AuditReport:
    texts = [one for one, _ in held]
    entry = catalogued(
        DocumentWords(
            id="keller",
            titles=("Letter of Anna Keller",),
            dates=("1871-05-03",),
            sigla=tuple(one.source.siglum for one in texts),
        )
    )
    index = MemoryIndex(
        (
            IndexedText(
                document="keller",
                siglum=one.source.siglum,
                file=one.source.file,
                revision=one.source.revision,
            ),
            words,
        )
        for one, words in held
    )
    path = folder / "chapter.md"
    path.write_text(body + NOTE, "utf-8")
    sources = OpenedSources(Archive(texts=tuple(texts), catalogue=(entry,), index=index))
    return audit([read_publication(path)], sources)


BOTH = [
    (text("A", VersionKind.ABSTRACT), ABSTRACT),
    (text("E1", VersionKind.TRANSLATION), LETTER),
]


@pytest.mark.parametrize(
    "words", ["exceptionally busy and very tired", "was exceptionally busy and"]
)
def test_words_of_the_document_are_not_taken_from_its_abstract(tmp_path, words):
    report = audited(tmp_path, f"He was “{words}” then.[^1]", BOTH)
    assert {one.siglum for q in report.quotations for one in q.judgement.passages} == {"E1"}
    assert "AUD113" not in {one.code for one in report.findings}


def test_words_of_the_abstract_alone_are_said_to_be_its(tmp_path):
    report = audited(tmp_path, "He paid “for the war against the bishop” then.[^1]", BOTH)
    assert "AUD113" in {one.code for one in report.findings}


def test_reported_speech_is_never_set_beside_an_abstract(tmp_path):
    report = audited(tmp_path, "The duke said that the mill was lost.[^1]", BOTH)
    (message,) = [one.message for one in report.findings if one.code == "AUD401"]
    assert "the source negates" in message


def test_an_abstract_alone_is_no_source_of_reported_speech(tmp_path):
    report = audited(tmp_path, "The duke said that the mill was lost.[^1]", BOTH[:1])
    (message,) = [one.message for one in report.findings if one.code == "AUD402"]
    assert "an abstract" in message


def test_an_earlier_revision_comes_before_a_retracted_abstract(tmp_path):
    held = [
        (text("A", VersionKind.ABSTRACT, is_retracted=True), ABSTRACT),
        (text("E1", VersionKind.TRANSLATION, 2), CORRECTED),
        (text("E1", VersionKind.TRANSLATION, 1, newer=2), LETTER),
    ]
    report = audited(tmp_path, "He was “exceptionally busy and very tired” then.[^1]", held)
    codes = {one.code for one in report.findings}
    assert "AUD109" in codes
    assert "AUD112" not in codes


def test_an_earlier_revision_comes_before_an_abstract_that_stands(tmp_path):
    held = [
        (text("A", VersionKind.ABSTRACT), ABSTRACT),
        (text("E1", VersionKind.TRANSLATION, 2), CORRECTED),
        (text("E1", VersionKind.TRANSLATION, 1, newer=2), LETTER),
    ]
    report = audited(tmp_path, "He was “exceptionally busy and very tired” then.[^1]", held)
    assert "AUD109" in {one.code for one in report.findings}


def test_a_publication_without_notes_about_one_document_is_an_abstract_of_it(tmp_path):
    path = tmp_path / "abstract.txt"
    path.write_text("The duke declares the mill lost and sells the four northern fields.", "utf-8")
    index = MemoryIndex([(IndexedText(document="keller", siglum="E1", file="E1.txt"), LETTER)])
    texts = (text("E1", VersionKind.TRANSLATION),)
    sources = OpenedSources(Archive(texts=texts, catalogue=(), index=index))
    report = audit([read_publication(path)], sources)
    assert "AUD401" in {one.code for one in report.findings}


def test_a_note_at_the_end_of_a_paragraph_is_that_of_all_it_reports(tmp_path):
    body = "The duke said that he sold the four northern fields. Nothing else is known.[^1]"
    report = audited(tmp_path, body, BOTH)
    assert "AUD401" in {one.code for one in report.findings}


def test_words_in_quotation_marks_of_an_abstract_are_judged_and_not_asked_about_too(tmp_path):
    held = [(text("E1", VersionKind.TRANSLATION), LETTER)]
    body = "---\nlang: en\n---\n\nThe duke said that he “was exceptionally lazy and very tired”."
    report = audited(tmp_path, body, held)
    asked = [one.message for one in report.findings if one.code == "AUD401"]
    assert [one.judgement.verdict.value for one in report.quotations] == ["distorted"]
    assert not [one for one in asked if "in quotation marks" in one]
