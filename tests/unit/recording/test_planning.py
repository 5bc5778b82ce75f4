"""provtrack.recording: what would be recorded, from a file and the recorder's options."""

import hashlib

import pytest

from provtrack.errors import AlreadyHeldError, NotInStoreError, UsageError
from provtrack.model.document import (
    Agent,
    Derivation,
    PrintedDate,
    PrintedField,
    Rights,
    Title,
    Unheld,
)
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Extent, Role, Severity, VersionKind
from provtrack.recording import plan_recording, read_options, record
from provtrack.recording.planning import plan_imported
from provtrack.store import holdings_of
from tests.acts import complaints, snapshot

LETTER = "We shall not sign the treaty.\n\nThe courier leaves on Friday."
WHEN = "2024-05-31T09:15:00Z"

ORIGINAL = Unheld(description="original", reference="AVPRF, f. 90, op. 24, d. 5")
COPY = Unheld(description="copy, form not stated", derived_from=(ORIGINAL,))
PAGE = Imported(
    importer="wilson-center",
    charset="utf-8",
    versions=(
        ImportedVersion(
            text="Summary: they will not sign.",
            siglum="en-abstract",
            kind=VersionKind.ABSTRACT,
            language="en",
            derived_from=(Derivation(version="en-petrova"),),
        ),
        ImportedVersion(
            text=LETTER,
            siglum="en-petrova",
            kind=VersionKind.TRANSLATION,
            language="en",
            extent=Extent.PARTIAL,
            agents=(Agent(name="Anna Petrova", role=Role.TRANSLATED),),
            derived_from=(Derivation(unheld=COPY),),
        ),
    ),
    titles=(Title(text="Letter on the treaty", language="en"),),
    date=PrintedDate(edtf="1962-11-02", verbatim="November 2, 1962"),
    references=("AVPRF, f. 90, op. 24, d. 5",),
    type="Letter",
    rights=(Rights(text="Free for research."),),
    printed_fields=(PrintedField(name="Record ID", value=None),),
    findings=(Finding(code="IMP301", severity=Severity.NOTE, message="Record ID is empty."),),
)


def planned(store, imported=PAGE, **given):
    return plan_imported(store, imported, read_options({"document": "oder-1962", **given}))


def text_alone(**said):
    return Imported(importer="text", versions=(ImportedVersion(text=LETTER, **said),))


def codes(plan):
    return [finding.code for finding in plan.findings]


def test_plan_writes_nothing(store, tmp_path):
    before = snapshot(tmp_path)
    planned(store)
    assert snapshot(tmp_path) == before


def test_page_with_two_texts_is_recorded_in_one_event(store):
    recorded = record(store, planned(store), by="A. Editor", when=WHEN)
    assert recorded.event.number == 1
    assert recorded.event.versions == ("en-abstract@1", "en-petrova@1")
    assert complaints(store) == []


def test_what_the_page_says_fills_what_the_recorder_does_not_say(store):
    document = planned(store).document
    assert document.title == "Letter on the treaty"
    assert document.date == PrintedDate(edtf="1962-11-02", verbatim="November 2, 1962")
    assert document.references == ("AVPRF, f. 90, op. 24, d. 5",)
    assert document.printed_fields == (PrintedField(name="Record ID", value=None),)


def test_recorder_goes_before_the_page(store):
    plan = planned(store, title="Treaty letter", date="1962-11-03", reference=["RGANI, f. 5"])
    assert plan.document.title == "Treaty letter"
    assert plan.document.date == PrintedDate(edtf="1962-11-03", verbatim="November 2, 1962")
    assert plan.document.references == ("RGANI, f. 5",)


def test_options_of_one_version_are_meant_for_the_text_that_is_no_abstract(store):
    plan = planned(store, siglum="E1", kind="excerpt", translator="Boris Ivanov")
    abstract, translation = plan.versions
    assert (abstract.siglum, abstract.version.kind) == ("en-abstract", VersionKind.ABSTRACT)
    assert (translation.siglum, translation.version.kind) == ("E1", VersionKind.EXCERPT)
    assert [agent.name for agent in translation.version.agents] == ["Boris Ivanov"]


def test_abstract_derives_from_the_text_under_the_siglum_the_recorder_gave(store):
    abstract = planned(store, siglum="E1").versions[0]
    assert abstract.version.derived_from[0].version == "E1@1"


def test_copy_and_original_that_are_not_held_are_kept_in_the_chain(store):
    translation = planned(store).versions[1].version
    assert translation.derived_from == (Derivation(unheld=COPY),)


def test_recorder_may_say_that_what_it_was_made_from_is_not_held(store):
    plan = planned(store, **{"derived-from-unheld": "photocopy in private hands"})
    unheld = plan.versions[1].version.derived_from[0].unheld
    assert unheld == Unheld(description="photocopy in private hands")


def test_findings_of_page_and_chain_are_shown(store):
    assert {"IMP301", "REC201", "PRV101", "PRV102"} <= set(codes(planned(store)))


def test_text_keeps_its_sha256(store):
    version = planned(store).versions[1].version
    assert version.text_sha256 == hashlib.sha256(LETTER.encode()).hexdigest()


def test_file_is_kept_as_received(store, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_bytes(b"\xef\xbb\xbfWe shall not sign.\r\n")
    given = {"document": "oder-1962", "siglum": "E1", "kind": "edition", "language": "en"}
    plan = plan_recording(store, file, read_options(given))
    record(store, plan, by="A. Editor", when=WHEN)
    holdings = holdings_of(store, "oder-1962")
    assert holdings.source("E1") == b"\xef\xbb\xbfWe shall not sign.\r\n"
    assert holdings.text("E1") == "We shall not sign.\n"
    assert holdings.versions["E1"].source.name == "letter.txt"
    assert holdings.versions["E1"].source.charset == "utf-8"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "edition", "language": "en"}, "say --siglum"),
        ({"siglum": "E1", "language": "en"}, "say --kind transcription, translation, excerpt"),
        ({"siglum": "E1", "kind": "edition"}, r"say --language en\. It looks like en"),
    ],
)
def test_what_neither_file_nor_recorder_says_is_asked_for_by_option(store, given, words):
    with pytest.raises(UsageError, match=words):
        planned(store, text_alone(), **given)


def test_document_must_be_named(store):
    with pytest.raises(UsageError, match="--document ID"):
        plan_imported(store, PAGE, read_options({}))


def test_siglum_that_is_held_is_refused_also_in_other_case(store, record_text):
    record_text("E1")
    with pytest.raises(AlreadyHeldError, match=r"E1 is held already .* `provtrack correct`"):
        planned(store, text_alone(), siglum="e1", kind="edition", language="en")


def test_source_that_is_not_held_is_answered_with_what_is(store, record_text):
    record_text("E1")
    with pytest.raises(NotInStoreError, match=r"cannot derive from 'R': the document has E1\."):
        record_text("E2", derived_from="R")


def test_revision_that_is_not_held_cannot_be_derived_from(record_text):
    record_text("E1")
    with pytest.raises(NotInStoreError, match="E1 has the revisions 1 to 1"):
        record_text("E2", derived_from="E1@2")


def test_derivation_names_the_revision_it_was_made_from(store, record_text):
    record_text("E1")
    record_text("E2", derived_from="E1")
    assert holdings_of(store, "oder-1962").versions["E2"].derived_from[0].version == "E1@1"


def test_version_is_aligned_to_the_one_it_derives_from(store, record_text):
    record_text("R", "Мы не подпишем договор.\n\nКурьер уезжает в пятницу.", language="ru",
                kind="transcription")  # fmt: skip
    record_text("E1", derived_from="R")
    (stored,) = holdings_of(store, "oder-1962").alignments
    assert (stored.base, stored.witness) == ("R@1", "E1@1")
    assert sorted(i for bead in stored.alignment.beads for i in bead.base) == [0, 1]
    assert sorted(i for bead in stored.alignment.beads for i in bead.witness) == [0, 1]


def test_abstract_is_not_aligned(store):
    record(store, planned(store), by="A. Editor", when=WHEN)
    assert holdings_of(store, "oder-1962").alignments == ()


def test_metadata_that_contradicts_what_is_recorded_is_kept_out_and_shown(store, record_text):
    record_text("E1", title="The treaty letter of November", date="1962-11-02", type="Letter")
    recorded = record_text(
        "E2", "Other.", title="Another title for the letter", date="1962-11-03", type="Note"
    )
    document = holdings_of(store, "oder-1962").document
    assert document.title == "The treaty letter of November"
    assert (document.date.edtf, document.type) == ("1962-11-02", "Letter")
    assert [f.code for f in recorded.findings].count("REC101") == 3


def test_other_title_in_the_same_language_stays_with_its_version(store, record_text):
    record_text("E1", title="The treaty letter of November")
    record_text("E2", "Other.", title="Another title for the letter")
    title = holdings_of(store, "oder-1962").versions["E2"].title
    assert title.text == "Another title for the letter"


def test_title_in_another_language_is_added(store, record_text):
    record_text("E1", title="The treaty letter of November")
    record_text("R", "Мы не подпишем.", title="Письмо о договоре от ноября", language="ru")
    titles = holdings_of(store, "oder-1962").document.titles
    assert [title.text for title in titles] == [
        "The treaty letter of November",
        "Письмо о договоре от ноября",
    ]


def test_further_reference_is_added_and_shown(store, record_text):
    record_text("E1", reference="AVPRF, f. 90")
    recorded = record_text("E2", "Other.", reference="RGANI, f. 5")
    assert holdings_of(store, "oder-1962").document.references == ("AVPRF, f. 90", "RGANI, f. 5")
    assert "REC102" in [finding.code for finding in recorded.findings]


def test_second_version_does_not_touch_the_document_file_without_need(record_text):
    record_text("E1", title="The treaty letter of November")
    changed = record_text("E2", "Other.").event.changed
    assert "document.json" not in [one.path for one in changed]


def test_words_that_are_no_date_are_kept_as_words_and_shown(store, record_text):
    recorded = record_text("E1", date="some time in autumn")
    date = holdings_of(store, "oder-1962").document.date
    assert date == PrintedDate(edtf=None, verbatim="some time in autumn")
    assert "REC103" in [finding.code for finding in recorded.findings]


def test_text_that_does_not_read_like_its_language_is_shown(record_text):
    recorded = record_text("R", language="ru")
    assert "REC202" in [finding.code for finding in recorded.findings]


@pytest.mark.parametrize(
    ("text", "language", "messages"),
    [
        (
            "Дели",
            "en",
            ["The text is said to be en and is written in another script (Cyrillic)."],
        ),
        ("Дели", "ru", []),
        (
            "Delhi",
            "ru",
            ["The text is said to be ru and is written in another script (Latin script)."],
        ),
        ("東京", "ja", []),
        ("1962", "ru", []),
    ],
)
def test_script_of_another_language_is_shown_at_any_length(record_text, text, language, messages):
    findings = record_text("E1", text, language=language).findings
    assert [one.message for one in findings if one.code == "REC202"] == messages


def test_same_text_under_another_siglum_is_shown(record_text):
    record_text("E1")
    assert "REC203" in [finding.code for finding in record_text("E2").findings]


def test_flags_of_versions_held_before_are_not_shown_again(record_text):
    record_text("E1")
    recorded = record_text("E2", "Other.", translator="Anna Petrova")
    assert not [finding for finding in recorded.findings if finding.place == "E1"]


def test_excerpt_is_partial_unless_said_otherwise(store, record_text):
    record_text("X1", kind="excerpt")
    assert holdings_of(store, "oder-1962").versions["X1"].extent == Extent.PARTIAL


def test_somebody_elses_recording_in_between_is_not_lost(store, record_text):
    plan = planned(store, text_alone(), siglum="E1", kind="edition", language="en")
    record_text("E2", "Other.")
    record(store, plan, by="B. Editor", when=WHEN)
    assert list(holdings_of(store, "oder-1962").versions) == ["E1", "E2"]


def test_same_siglum_recorded_in_between_is_not_overwritten(store, record_text):
    plan = planned(store, text_alone(), siglum="E1", kind="edition", language="en")
    record_text("E1", "Other.")
    with pytest.raises(AlreadyHeldError):
        record(store, plan, by="B. Editor", when=WHEN)
    assert holdings_of(store, "oder-1962").text("E1") == "Other."


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "poem"}, "not a kind: 'poem'. It is one of transcription, translation"),
        ({"extent": "half"}, "not a extent: 'half'"),
        ({"agent": "Anna Petrova"}, "Write ROLE=NAME"),
        ({"agent": "painted=Anna"}, "not a role: 'painted'"),
        ({"colour": "red"}, "unknown: colour. Known are"),
        ({"title": "a\udcff"}, "bytes that are no text"),
        ({"title": "a\x1b[31mb"}, "the title 'a\\x1b[31mb' has a control character (U+001B)"),
        ({"agent": "translated=Anna\nPetrova"}, "has a control character (U+000A)"),
        ({"published-in": ["Vol. 1", "Vol.\x9b2"]}, "the published-in 'Vol."),
        ({"siglum": ["E1", "E2"]}, "siglum takes one value; it has 2"),
    ],
)
def test_option_that_does_not_fit_is_answered_with_what_does(given, words):
    with pytest.raises(UsageError) as raised:
        read_options(given)
    assert words in str(raised.value)


def test_note_may_have_several_lines():
    assert read_options({"note": "Seen.\nTwice."}).note == "Seen.\nTwice."


def test_makers_column_means_the_same_as_agent_and_role():
    assert read_options({"translator": "Anna Petrova"}) == read_options(
        {"agent": "translated=Anna Petrova"}
    )
