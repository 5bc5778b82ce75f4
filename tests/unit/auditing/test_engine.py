"""A whole audit: an invented archive of two documents, and manuscripts that quote it."""

import hashlib
from pathlib import Path

import pytest

from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.citing import DocumentWords, catalogued
from provtrack.importers import read_publication
from provtrack.model.audit import AuditedSource, AuditReport
from provtrack.model.names import VersionKind
from provtrack.model.quotation import Verdict
from provtrack.search import IndexedText, MemoryIndex
from tests.unit.importers import packages

JOURNAL = """Journal of Ambassador Orlev, 14 March 1961

I told the minister that my government does not regard the ferry at Tarn as closed,
and that the twelve boats held since January must be returned before the spring flood.

The minister answered that he could perhaps release four boats, provided that the pilots signed the
register. He did not believe that the commission would meet in April."""
CABLE = """Cable of Ambassador Orlev, 20 March 1961

The commission has met twice. Nothing was agreed on the lower bridge, and I do not expect that
anything will be agreed before the harvest."""
TRANSLATION = JOURNAL.replace(
    "regard the ferry at Tarn as closed", "hold that the Tarn ferry is shut"
)


def text(document: str, siglum: str, words: str, kind: VersionKind) -> tuple[ArchivedText, str]:
    source = AuditedSource(document=document, siglum=siglum, file=f"{siglum}.txt", language="en")
    return ArchivedText(source=source, kind=kind), words


def sources() -> OpenedSources:
    texts = (
        text("orlev-journal", "E1", JOURNAL, VersionKind.TRANSLATION),
        text("orlev-journal", "E2", TRANSLATION, VersionKind.TRANSLATION),
        text("orlev-cable", "R", CABLE, VersionKind.TRANSCRIPTION),
    )
    catalogue = (
        catalogued(
            DocumentWords(
                id="orlev-journal",
                titles=("Journal of Ambassador Orlev",),
                dates=("1961-03-14",),
                references=("AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 31-36",),
                sigla=("E1", "E2"),
                translators=(("E1", "Miriam Lowe"), ("E2", "Jan Peters")),
            )
        ),
        catalogued(
            DocumentWords(
                id="orlev-cable",
                titles=("Cable of Ambassador Orlev",),
                dates=("1961-03-20",),
                references=("AVPRF, f. 0185, op. 22, p. 110, d. 9, ll. 4-5",),
                sigla=("R",),
            )
        ),
    )
    index = MemoryIndex(
        (
            IndexedText(
                document=one.source.document, siglum=one.source.siglum, file=one.source.file
            ),
            words,
        )
        for one, words in texts
    )
    held = tuple(one for one, _ in texts)
    return OpenedSources(Archive(texts=held, catalogue=catalogue, index=index))


JOURNAL_NOTE = "AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 33, translated by Miriam Lowe."
CABLE_NOTE = "Cable of Ambassador Orlev, 20 March 1961."


def audited(folder: Path, body: str, *notes: str) -> AuditReport:
    path = folder / "chapter.md"
    defined = "".join(f"\n\n[^{number}]: {note}" for number, note in enumerate(notes, 1))
    path.write_text(body + defined + "\n", "utf-8")
    return audit([read_publication(path)], sources())


@pytest.mark.parametrize(
    ("quoted", "note", "verdict"),
    [
        ("does not regard the ferry at Tarn as closed", JOURNAL_NOTE, Verdict.EXACT),
        ("does regard the ferry at Tarn as closed", JOURNAL_NOTE, Verdict.DISTORTED),
        ("the twenty boats held since January must be returned", JOURNAL_NOTE, Verdict.DISTORTED),
        ("Nothing was agreed on the lower bridge", JOURNAL_NOTE, Verdict.MISATTRIBUTED),
        ("Nothing was agreed on the lower bridge", CABLE_NOTE, Verdict.EXACT),
        ("does not hold that the Tarn ferry is shut", JOURNAL_NOTE, Verdict.OTHER_VERSION),
        (
            "the twelve boats … must be returned before the spring flood",
            JOURNAL_NOTE,
            Verdict.EDITORIAL,
        ),
        ("the envoy was carried across in a basket of reeds", JOURNAL_NOTE, Verdict.NOT_FOUND),
    ],
)
def test_a_quotation_is_judged_against_what_its_note_names(tmp_path, quoted, note, verdict):
    report = audited(tmp_path, f"He wrote: “{quoted}”.[^1] The talks went on.", note)
    (quotation,) = report.quotations
    assert quotation.judgement.verdict is verdict


def test_a_distortion_is_an_error_that_says_what_changed(tmp_path):
    report = audited(
        tmp_path, "He wrote: “does regard the ferry at Tarn as closed”.[^1]", JOURNAL_NOTE
    )
    (said,) = [one for one in report.findings if one.code == "AUD103"]
    assert "negation" in said.message
    assert said.locus.line == 1


@pytest.mark.parametrize(("texts", "code"), [(3, "AUD103"), (40, "AUD115")])
def test_among_many_texts_the_nearest_may_not_be_the_one_meant(tmp_path, texts, code):
    named = [f"letter-{number}" for number in range(texts)]
    words = {name: f"Letter {number}.\n\nNo news." for number, name in enumerate(named)}
    words["letter-0"] = JOURNAL
    held = tuple(
        ArchivedText(source=AuditedSource(document=one, siglum="R", file="r.txt", language="en"))
        for one in named
    )
    index = MemoryIndex(
        (IndexedText(document=one, siglum="R", file="r.txt"), words[one]) for one in named
    )
    path = tmp_path / "a.md"
    path.write_text("He wrote: “does regard the ferry at Tarn as closed”.", "utf-8")
    archive = OpenedSources(Archive(texts=held, catalogue=(), index=index))
    codes = {one.code for one in audit([read_publication(path)], archive).findings}
    assert {"AUD103", "AUD115"} & codes == {code}


def test_what_stands_nowhere_is_named_and_the_rest_located(tmp_path):
    body = "“The commission has met twice. The envoy was carried across in a basket of reeds.”[^1]"
    report = audited(tmp_path, body, CABLE_NOTE)
    (said,) = [one for one in report.findings if one.code.startswith("AUD1")]
    assert said.code == "AUD114"
    assert said.message.startswith("“The envoy was carried across in a basket of reeds.” in")


def test_another_speaker_is_told_where_no_document_is_named(tmp_path):
    text = "Mr. Hale said that the bridge was lost to the flood.\n\nMr. Orlev said nothing."
    source = AuditedSource(document="notes", siglum="E1", file="n.txt", language="en")
    index = MemoryIndex([(IndexedText(document="notes", siglum="E1", file="n.txt"), text)])
    held = (ArchivedText(source=source, kind=VersionKind.TRANSLATION),)
    path = tmp_path / "a.md"
    path.write_text("Orlev said that “the bridge was lost to the flood”.", "utf-8")
    archive = OpenedSources(Archive(texts=held, catalogue=(), index=index))
    codes = {one.code for one in audit([read_publication(path)], archive).findings}
    assert "AUD108" in codes
    assert "AUD105" not in codes


def test_offices_and_headings_are_not_lifted(tmp_path):
    office = "Deputy Chairman of the State Committee for Cultural Relations with Foreign Countries"
    text = f"He met A. Lowe, {office}, who asked for the twelve boats.\n\nNo more was said there."
    source = AuditedSource(document="notes", siglum="E1", file="n.txt", language="en")
    index = MemoryIndex([(IndexedText(document="notes", siglum="E1", file="n.txt"), text)])
    held = (ArchivedText(source=source, kind=VersionKind.TRANSLATION),)
    path = tmp_path / "a.md"
    path.write_text(f"The second guest was A. Lowe, {office}, as ever.", "utf-8")
    archive = OpenedSources(Archive(texts=held, catalogue=(), index=index))
    assert audit([read_publication(path)], archive).quotations == ()


def test_the_source_is_shown_with_the_words_around(tmp_path):
    report = audited(tmp_path, "“the twelve boats held since January”[^1]", JOURNAL_NOTE)
    (seen,) = report.quotations[0].seen
    assert seen.words == "the twelve boats held since January"
    assert seen.before.endswith("and that ")
    assert seen.after.startswith(" must be returned")


@pytest.mark.parametrize(
    ("note", "verdict"),
    [
        ("“The ferry that never sailed”, *Reed Post*, 3 May 1961, 4.", Verdict.IGNORE),
        ("Lowe, “The ferry that never sailed”, *Reed Post* 4 (1990), 12.", Verdict.IGNORE),
        (f"“The ferry that never sailed”, {JOURNAL_NOTE}", Verdict.NOT_FOUND),
        ("“The twelve boats held since January”, *Reed Post*, 3 May 1961, 4.", Verdict.TYPOGRAPHIC),
    ],
)
def test_head_of_a_note_is_a_title_if_its_words_stand_nowhere(tmp_path, note, verdict):
    (quotation,) = audited(tmp_path, "The ferry.[^1]", note).quotations
    assert quotation.judgement.verdict is verdict


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("a reed basket", Verdict.IGNORE), ("the twelve boats", Verdict.EXACT)],
)
def test_a_term_far_from_a_note_is_no_error(tmp_path, words, verdict):
    body = f"They spoke of “{words}” and of the flood. The talks went on.[^1]"
    (quotation,) = audited(tmp_path, body, JOURNAL_NOTE).quotations
    assert quotation.judgement.verdict is verdict


def test_a_version_without_a_transcription_cannot_be_verified(tmp_path):
    body = "“the twelve boats held since January”[^1] and “before the spring flood”[^1]"
    codes = [one.code for one in audited(tmp_path, body, JOURNAL_NOTE).findings]
    assert codes.count("AUD201") == 1


def test_a_transcription_needs_no_other_original(tmp_path):
    report = audited(tmp_path, "“Nothing was agreed on the lower bridge”[^1]", CABLE_NOTE)
    assert [one.code for one in report.findings] == []


def test_a_quotation_without_a_note_is_found_all_the_same(tmp_path):
    report = audited(tmp_path, "He wrote that “the commission has met twice”.")
    assert "AUD110" in {one.code for one in report.findings}


def test_a_manuscript_without_quotations_is_not_all_right(tmp_path):
    report = audited(tmp_path, "Nothing is quoted here.")
    assert [one.code for one in report.findings] == ["AUD301"]


def test_the_order_of_publications_makes_no_difference(tmp_path):
    paths = []
    for name, words in (("a.md", "“the twelve boats”"), ("b.md", "“the lower bridge”")):
        path = tmp_path / name
        path.write_text(words, "utf-8")
        paths.append(read_publication(path))
    assert audit(paths, sources()) == audit(paths[::-1], sources())


def test_citations_that_resolve_to_nothing_are_listed(tmp_path):
    report = audited(tmp_path, "“the twelve boats”[^1]", "GARF, f. 1, op. 2, d. 3, l. 4.")
    assert "CIT001" in {one.code for one in report.findings}


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("die Regierung wird die Boote nicht vor der Flut und der Ernte zurückgeben", "German"),
        ("zu einer sehr späten Stunde für die Boote", "German"),
        ("тяжёлой утрате", "Russian"),
    ],
)
def test_words_in_a_language_that_is_not_held_are_not_verifiable(tmp_path, words, language):
    russian = "Посол писал о том, что правительство не считает переправу закрытой, и о людях: "
    lead = russian if language == "Russian" else "Er schrieb, dass das nicht so sei, und sagte: "
    report = audited(tmp_path, f"{lead}«{words}».[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD203")
    assert f"no text of orlev-journal in {language} is held" in said
    assert messages(report, "AUD101") == []
    (said,) = messages(audited(tmp_path, f"{lead}«{words}»."), "AUD203")
    assert f"no text in {language} is held" in said


GERMAN = "Er schrieb, dass das nicht so sei, und sagte: "


@pytest.mark.parametrize(
    "words",
    [
        "Zwei der vier Boote in Tarn seien bereits verloren",  # "in" is an English word too
        "in Tarn am Ende verloren",
        "bereits verloren",
        "Keine Lotsen",
    ],
)
def test_few_words_of_an_authors_own_translation_are_not_verifiable(tmp_path, words):
    report = audited(tmp_path, f"{GERMAN}„{words}“.[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD203")
    assert "no text of orlev-journal in German is held" in said
    assert messages(report, "AUD101") == []


@pytest.mark.parametrize(
    "words", ["pilots released", "he was in the harbour", "this commission could not die in here"]
)
def test_few_words_in_the_language_of_the_document_stay_a_fault(tmp_path, words):
    report = audited(tmp_path, f"{GERMAN}“{words}”.[^1]", JOURNAL_NOTE)
    assert messages(report, "AUD203") == []
    assert len(messages(report, "AUD101")) == 1


def test_few_words_that_cite_nothing_stay_a_fault(tmp_path):
    assert len(messages(audited(tmp_path, f"{GERMAN}„bereits verloren“."), "AUD101")) == 1


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("He wrote: ", "all of the pilots have been arrested by the harbour police"),
        ("Er schrieb, dass das nicht so sei: ", "all of the pilots have been arrested by the men"),
        ("Er schrieb, dass das nicht so sei: ", "pilots arrested"),
    ],
)
def test_words_that_stand_nowhere_in_a_language_held_stay_a_fault(tmp_path, lead, words):
    report = audited(tmp_path, f"{lead}“{words}”.[^1]", JOURNAL_NOTE)
    assert messages(report, "AUD203") == []
    assert len(messages(report, "AUD101")) == 1


def test_an_archive_without_texts_finds_nothing_and_says_so(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("He wrote: “the twelve boats held since January”.", "utf-8")
    empty = OpenedSources(Archive(texts=(), catalogue=(), index=MemoryIndex(())))
    (quotation,) = audit([read_publication(path)], empty).quotations
    assert quotation.judgement.verdict is Verdict.NOT_FOUND


def test_the_text_is_named_by_its_digest(tmp_path):
    report = audited(tmp_path, "“the twelve boats”")
    (publication,) = report.publications
    assert publication.text_sha256 == hashlib.sha256(publication.text.encode()).hexdigest()


def test_a_quotation_that_is_interrupted_is_faithful(tmp_path):
    body = "“does not regard the ferry,” he wrote, “at Tarn as closed”[^1]"
    (quotation,) = audited(tmp_path, body, JOURNAL_NOTE).quotations
    assert quotation.judgement.verdict in {Verdict.TYPOGRAPHIC, Verdict.EDITORIAL, Verdict.EXACT}


@pytest.mark.parametrize("words", ["the twelve boats held since January", "met twice. Nothing was"])
def test_words_of_any_work_of_the_note_are_well_cited(tmp_path, words):
    note = f"{JOURNAL_NOTE.rstrip('.')}; {CABLE_NOTE}"
    report = audited(tmp_path, f"“the lower bridge”[^1] and “{words}”[^2]", note, "Ibid.")
    assert [one.judgement.verdict for one in report.quotations] == [Verdict.EXACT] * 2


def test_a_reference_is_set_beside_the_document_in_which_the_words_stand(tmp_path):
    note = "AVPRF, f. 0185, op. 22, p. 110, d. 8, l. 33."
    report = audited(tmp_path, "“the twelve boats held since January”[^1]", note)
    (found,) = (one for one in report.findings if one.code == "CIT013")
    assert found.suggestions == ("delo 7",)


@pytest.mark.parametrize("source", ["orlev-journal:E1", "https://a.example/x?Orlev"])
def test_what_the_markup_says_a_quotation_is_from_is_its_citation(tmp_path, source):
    path = tmp_path / "a.html"
    words = "the twelve boats held since January must be returned"
    path.write_text(f'<p>He wrote <q cite="{source}">{words}</q>.</p>', "utf-8")
    report = audit([read_publication(path)], sources())
    (citation,) = report.citations
    assert (citation.citation.document is None) is source.startswith("https")


TEI_QUOTES = {
    "a bibl beside it": "<cit><quote>{0}</quote><bibl>{1}</bibl></cit>",
    "a bibl named by its id": '<quote source="#b1">{0}</quote></p><p><bibl xml:id="b1">{1}</bibl>',
    "a note named by its id": '<quote source="#n1">{0}</quote></p><note xml:id="n1">{1}</note><p>',
}


@pytest.mark.parametrize("form", TEI_QUOTES)
def test_a_quotation_of_tei_is_cited_by(tmp_path, form):
    path = tmp_path / "a.xml"
    words = "the twelve boats held since January must be returned"
    body = TEI_QUOTES[form].format(words, CABLE_NOTE)
    path.write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>He wrote {body} so.</p></body>'
        "</text></TEI>",
        "utf-8",
    )
    (quotation,) = audit([read_publication(path)], sources()).quotations
    assert quotation.cited == ("orlev-cable", None)


def test_parentheses_behind_a_quotation_stand_for_its_note(tmp_path: Path):
    path = tmp_path / "text.md"
    said = "“Nothing was agreed on the lower bridge” (AVPRF, f. 0185, op. 22, p. 110, d. {})."
    path.write_text(f"He wrote {said.format(9)}\n\nHe wrote {said.format(7)}\n", "utf-8")
    report = audit([read_publication(path)], sources())
    assert [one.cited and one.cited[0] for one in report.quotations] == [
        "orlev-cable",
        "orlev-journal",
    ]
    assert [one.code for one in report.findings if one.code == "AUD105"] == ["AUD105"]


CABLE_AT = "AVPRF, f. 0185, op. 22, p. 110, d. 9"
JOURNAL_AT = "AVPRF, f. 0185, op. 22, p. 110, d. 7"
LOWER = "Nothing was agreed on the lower bridge"


@pytest.mark.parametrize(
    "body",
    [
        f"It rained.[^1] “{LOWER},” wrote Orlev ({CABLE_AT}).",
        f"As the cable ({CABLE_AT}) has it, “{LOWER}”. It rained.[^1]",
        f"It rained.[^1] He wrote “{LOWER}” [{CABLE_AT}].",
        f"“The commission has met twice” ({CABLE_AT}). He wrote (ibid., l. 5) that “{LOWER}”.",
        f"“{LOWER}”, he wrote, and “the commission has met twice” ({CABLE_AT}).",
    ],
)
def test_parentheses_in_the_sentence_of_a_quotation_stand_for_its_note(tmp_path, body):
    report = audited(tmp_path, body, JOURNAL_NOTE)
    (quotation,) = (one for one in report.quotations if one.quotation.text.startswith(LOWER))
    assert quotation.cited == ("orlev-cable", None)


@pytest.mark.parametrize(
    "body",
    [
        f"“{LOWER},” he wrote.[^1] Then “the twelve boats held since January” ({JOURNAL_AT}).",
        f"“{LOWER}”[^1] he wrote, as in the journal ({JOURNAL_AT}).",
        f"“The twelve boats held since January” ({JOURNAL_AT}) and “{LOWER}”. It rained.[^1]",
        f"“{LOWER},” he wrote. It rained, and the ferry was late.[^1]",
    ],
)
def test_a_note_of_its_own_stays_the_note_of_a_quotation(tmp_path, body):
    report = audited(tmp_path, body, CABLE_NOTE)
    (quotation,) = (one for one in report.quotations if one.quotation.text.startswith(LOWER))
    assert quotation.cited == ("orlev-cable", None)


def test_a_work_behind_another_quotation_is_not_that_of_one_with_its_own(tmp_path):
    body = f"“{LOWER}” (see box 3) and “the twelve boats held since January” ({JOURNAL_AT})."
    (first, second) = audited(tmp_path, body).quotations
    assert (first.cited, second.cited) == (None, ("orlev-journal", None))


def messages(report: AuditReport, code: str) -> list[str]:
    return [one.message for one in report.findings if one.code == code]


def test_the_sentence_names_the_gravest_change(tmp_path):
    words = "a government does regard a ferry at Tarn as closed"
    report = audited(tmp_path, f"He wrote: “{words}”.[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD103")
    assert "negation" in said
    assert "light words" not in said


def test_a_light_change_is_told_apart_from_a_grave_one(tmp_path):
    words = "a government does regard a ferry at Tarn as closed"
    report = audited(tmp_path, f"He wrote: “{words}”.[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD107")
    assert "negation" not in said


def test_what_an_ellipsis_swallowed_is_told(tmp_path):
    words = "that he could … release four boats"
    report = audited(tmp_path, f"He answered “{words}”.[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD104")
    assert "could perhaps release" in said


def test_words_left_out_unsaid_are_told_once(tmp_path):
    words = "must be returned before the spring flood. He did not believe that the commission would"
    report = audited(tmp_path, f"He wrote: “{words}”.[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD102")
    assert "two places of one document" in said
    (quotation,) = report.quotations
    places = [one.source for one in quotation.judgement.differences]
    assert len(places) == len(set(places))


def test_a_sense_changed_without_marks_is_said(tmp_path):
    body = (
        "It is known that my government does regard the ferry at Tarn as closed, and that the "
        "twelve boats held since January must be returned before the spring flood.[^1]"
    )
    report = audited(tmp_path, body, JOURNAL_NOTE)
    (said,) = messages(report, "AUD502")
    assert "negation" in said
    assert messages(report, "AUD501") == []


@pytest.mark.parametrize(
    ("name", "body", "column"),
    [
        ("a.txt", "Long ago.\n\nHe wrote: “the twelve boats held since January”.\n", 12),
        ("a.md", "Long ago.\n\nHe wrote: “the twelve boats held since January”.\n", 12),
        ("a.tex", "Long ago.\r\n\r\nHe wrote: ``the twelve boats held since January''.\n", 13),
        ("a.html", "<p>Old.</p>\n\n<p>He wrote: “the twelve boats held since January”.</p>", 15),
    ],
)
def test_the_column_is_that_of_the_quotation(tmp_path, name, body, column):
    (tmp_path / name).write_text(body, "utf-8", newline="")
    (quotation,) = audit([read_publication(tmp_path / name)], sources()).quotations
    assert (quotation.locus.line, quotation.locus.column) == (3, column)


def test_quotations_without_a_note_are_summed_up(tmp_path):
    body = "“the twelve boats held since January”\n\nThen “the commission has met twice”."
    report = audited(tmp_path, body)
    (said,) = [one.message for one in report.findings if one.code in {"AUD110", "AUD119"}]
    assert said.startswith("2 quotations have no note")
    assert "line 1; line 3" in said


@pytest.mark.parametrize("words", ["", "Then 'the commission has met twice'."])
def test_of_a_pdf_it_is_uncertain_that_quotations_have_no_note(tmp_path, words):
    page = packages.pdf_lines("He wrote: 'the twelve boats held since January'.", words or "So.")
    path = tmp_path / "a.pdf"
    path.write_bytes(packages.pdf(page))
    report = audit([read_publication(path)], sources())
    told = {one.code: one.message for one in report.findings}
    assert {"AUD110", "AUD119"}.isdisjoint(told)
    assert "could be led to no note" in told["AUD121"]


def test_a_note_that_names_nothing_held_is_told_apart(tmp_path):
    report = audited(tmp_path, "“the twelve boats held since January”[^1]", "See the archive.")
    codes = {one.code for one in report.findings}
    assert "AUD118" in codes
    assert "AUD110" not in codes


def test_the_same_fault_of_a_reference_is_told_once(tmp_path):
    note = "AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 36-31."
    body = "“the twelve boats”[^1]\n\n“before the spring flood”[^2]\n\n“the pilots signed”[^3]"
    report = audited(tmp_path, body, note, note, note)
    told = [one for one in report.findings if one.code.startswith("REF")]
    assert len({one.code for one in told}) == len(told) > 0
    assert "note 2" in told[0].message
    assert "note 3" in told[0].message


def test_a_work_that_is_not_held_is_told_once_with_what_goes_back_to_it(tmp_path):
    body = "“The twelve boats held”[^1]\n\n“before the spring flood”[^2]\n\n“the pilots signed”[^3]"
    notes = ("GARF, f. 1, op. 2, d. 3, l. 4.", "Ibid., l. 6.", "GARF, f. 8, op. 8, d. 8, l. 4.")
    report = audited(tmp_path, body, *notes)
    for code in ("CIT001", "AUD118"):
        first, other = messages(report, code)
        assert "So too: note 2" in first
        assert "So too" not in other


def test_citations_without_quotations_are_said_to_be_checked(tmp_path):
    report = audited(tmp_path, "Nothing is quoted here.[^1]", JOURNAL_NOTE)
    (said,) = messages(report, "AUD301")
    assert "only its citations were checked" in said


def test_what_is_quoted_again_is_found_again(tmp_path):
    body = "\n\n".join(["He wrote: “the twelve boats held since January”."] * 3)
    report = audited(tmp_path, body)
    assert [one.judgement.verdict for one in report.quotations] == [Verdict.EXACT] * 3


def test_what_is_longer_than_any_quotation_is_said(tmp_path):
    words = "the ferry at Tarn is closed and the boats are held " * 2_000
    report = audited(tmp_path, f"He wrote: “{words}”.")
    assert any("too long" in one for one in messages(report, "AUD302"))


def test_a_reference_without_labels_is_not_said_to_give_another_delo(tmp_path):
    note = "AVPRF, 0185/22/110/7, l. 33."
    report = audited(tmp_path, "“the twelve boats held since January”[^1]", note)
    assert "CIT013" not in {one.code for one in report.findings}


LIFTED = (
    r"He \emph{could} perhaps release four boats,~provided that the pilots signed the register."
)


def test_markup_in_words_taken_over_is_no_difference(tmp_path):
    path = tmp_path / "a.tex"
    path.write_text(f"Long ago. {LIFTED}\n", "utf-8")
    (quotation,) = audit([read_publication(path)], sources()).quotations
    assert quotation.judgement.verdict is Verdict.TYPOGRAPHIC  # its first letter


def test_brackets_that_replace_a_word_name_the_word_of_the_source(tmp_path):
    words = "do not expect that anything will be [signed] before the harvest"
    (said,) = messages(audited(tmp_path, f"He wrote: “I {words}.”"), "AUD122")
    assert "“signed” for the source’s “agreed”" in said


@pytest.mark.parametrize(
    "words",
    [
        "[Orlev does] not expect that anything will be agreed before the harvest",
        "I do not expect that anything [at all] will be agreed before the harvest",
        "I [did] not expect that anything [would] be agreed before the harvest",
    ],
)
def test_brackets_that_only_name_add_or_bend_are_not_told(tmp_path, words):
    assert messages(audited(tmp_path, f"He wrote: “{words}.”"), "AUD122") == []
