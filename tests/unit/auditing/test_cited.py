"""What is cited for a quotation: beside blocks, and by numbers that may be those of pages."""

from collections.abc import Sequence

import pytest

from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.citing import DocumentWords, catalogued
from provtrack.importers import read_publication_content
from provtrack.model.audit import AuditedSource, AuditReport
from provtrack.search import IndexedText, MemoryIndex

FERRY = "The ferry at Tarn has been shut since the spring flood, and nobody has crossed the river."
BRIDGE = "The lower bridge will be repaired by the commission before the harvest is brought in."
AT = {"ferry": "FRUS, 1961–1963, vol. XI, doc. 41", "bridge": "FRUS, 1961–1963, vol. VI, doc. 56"}


def sources() -> OpenedSources:
    texts = {"ferry": FERRY, "bridge": BRIDGE}
    index = MemoryIndex(
        (IndexedText(document=name, siglum="R", file=f"{name}.txt"), words)
        for name, words in texts.items()
    )
    held = tuple(
        ArchivedText(source=AuditedSource(document=name, siglum="R", file=f"{name}.txt"))
        for name in texts
    )
    catalogue = tuple(
        catalogued(DocumentWords(id=name, published=[("R", AT[name])], sigla=["R"]))
        for name in texts
    )
    return OpenedSources(Archive(texts=held, catalogue=catalogue, index=index))


def audited(body: str, *notes: str) -> AuditReport:
    defined = "".join(f"\n\n[^{number}]: {note}" for number, note in enumerate(notes, 1))
    return audit([read_publication_content((body + defined).encode(), "a.md")], sources())


def cited(report: AuditReport) -> list[str | None]:
    return [one.cited[0] if one.cited else None for one in report.quotations]


def codes(report: AuditReport) -> Sequence[str]:
    return [one.code for one in report.findings]


@pytest.mark.parametrize(
    "body",
    [
        f"As the memorandum has it ({AT['ferry']}):\n\n> {FERRY}\n",
        f"He wrote:\n\n> {FERRY}\n\n({AT['ferry']}.)\n",
        f"He wrote:\n\n> {FERRY} ({AT['ferry']})\n",
        f"“{FERRY}” ({AT['ferry']}).\n\nAnd again:\n\n> {FERRY} (ibid., p. 4)\n",
    ],
)
def test_parentheses_beside_a_block_name_its_source(body: str):
    report = audited(body)
    assert set(cited(report)) == {"ferry"}
    assert {one.judgement.verdict.value for one in report.quotations} == {"exact"}


def test_parentheses_of_a_block_with_a_note_are_its_words():
    report = audited(f"So:\n\n> {FERRY} (Ibid., p. 4)[^1]\n", f"{AT['ferry']}.")
    assert report.quotations[0].quotation.text.endswith("(Ibid., p. 4)")


def test_words_tell_that_numbers_are_those_of_documents():
    report = audited(
        f"“{FERRY}”[^1] and “{BRIDGE}”[^2]", "FRUS, 1961–63, XI, 41.", "FRUS 1961–63, 6:56."
    )
    assert (cited(report), codes(report)) == (["ferry", "bridge"], [])


def test_a_wrong_number_among_right_ones_is_a_fault():
    notes = ("FRUS, 1961–63, XI, 41.", "FRUS, 1961–63, VI, 56.", "FRUS, 1961–63, VI, 56.")
    body = f"“{FERRY}”[^1] “{BRIDGE}”[^2] “nobody has crossed the river”[^3]"
    assert "AUD105" in codes(audited(body, *notes))


def test_a_number_that_no_words_confirm_is_only_named():
    report = audited(f"“{FERRY}”[^1]", "FRUS, 1961–63, VI, 56.")
    assert cited(report) == [None]
    (told,) = (one for one in report.findings if one.code == "CIT004")
    assert (
        told.message == "The number may be that of a page; the document of that number is bridge."
    )


@pytest.mark.parametrize(
    "named",
    [
        "FRUS, 1961–1963, XI, Document 41",
        "*Foreign Relations*, 1961–1963, XI, Document 41",
        "AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 33",
        "Orlev to Ledin, 14 March 1961",
        "Lugin 1921, 14",
        "p. 4",
        "ibid.",
    ],
)
def test_parentheses_that_cite_are_no_words_of_the_block_they_end(named: str):
    (found,) = audited(f"He wrote:\n\n> {FERRY} ({named})\n").quotations
    assert found.quotation.text == FERRY


@pytest.mark.parametrize("said", ["Applause.", "as it seems", "in March"])
def test_other_parentheses_are_words_of_the_block_they_end(said: str):
    (found,) = audited(f"He wrote:\n\n> {FERRY} ({said})\n").quotations
    assert found.quotation.text.endswith(f"({said})")


def test_what_one_block_cites_is_not_of_the_next():
    html = (
        f"<p>He wrote:</p><blockquote><p>{FERRY} ({AT['ferry']})</p></blockquote>"
        f"<blockquote><p>{BRIDGE}</p></blockquote>"
    )
    report = audit([read_publication_content(html.encode(), "a.html")], sources())
    assert cited(report) == ["ferry", None]


SMITH = "But see Tomlin, *Rivers* (1980), 12, who says “nobody was ever allowed to cross here.”"


def test_words_behind_another_work_in_a_note_are_not_of_the_document_of_the_note():
    report = audited("He said so.[^1]", f"{AT['ferry']}: “{FERRY}” {SMITH}")
    assert cited(report) == ["ferry", None]


def test_words_before_their_work_in_a_note_are_of_it():
    report = audited("He said so.[^1]", f"In 1961 he wrote “{FERRY}” {AT['ferry']}.")
    assert cited(report) == ["ferry"]
