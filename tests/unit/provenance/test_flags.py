"""Custody flags: what is odd or missing is said, what is in order is not."""

import pytest

from provtrack.model.document import (
    Agent,
    Derivation,
    Document,
    PrintedDate,
    PrintedField,
    Unheld,
    Version,
)
from provtrack.model.finding import Finding
from provtrack.model.names import AgentKind, Certainty, Extent, Role, Severity, VersionKind
from provtrack.provenance import chain_of

TRANSLATOR = Agent(name="Ines Corvo", role=Role.TRANSLATED, kind=AgentKind.PERSON)
STATED = (Derivation(unheld=Unheld(description="typescript")),)


def version(
    siglum: str = "E", kind: VersionKind = VersionKind.TRANSLATION, **fields: object
) -> Version:
    known: dict[str, object] = {
        "language": "en",
        "text_sha256": "0" * 64,
        "agents": (TRANSLATOR,),
        "derived_from": STATED,
        "extent": Extent.COMPLETE,
    }
    return Version(siglum=siglum, kind=kind, **(known | fields))  # type: ignore[arg-type]


def flags(
    *versions: Version, texts: dict[str, str] | None = None, **fields: object
) -> dict[str, Finding]:
    known: dict[str, object] = {"references": ("AVPRF, f. 90, op. 24, p. 44, d. 5, ll. 120-124",)}
    document = Document(id="letter", **(known | fields))  # type: ignore[arg-type]
    return {flag.code: flag for flag in chain_of(document, versions, texts=texts).flags}


def test_a_version_in_order_has_no_flag():
    assert not flags(version())


def test_an_original_that_is_not_held_is_named_with_its_address():
    held = version(derived_from=(Derivation(unheld=Unheld(description="original")),))
    assert "AVPRF, f. 90" in flags(held)["PRV101"].message


PAPER = (Derivation(unheld=Unheld(description="original")),)
FROM_R = (Derivation(version="R"),)


def transcription(siglum: str = "R") -> Version:
    return version(siglum, VersionKind.TRANSCRIPTION, derived_from=PAPER)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ((version(derived_from=PAPER),), "no version can be checked against it."),
        ((transcription(),), "the transcription R cannot be checked against it."),
        (
            (transcription(), version(derived_from=FROM_R)),
            "the transcription R cannot be checked against it, other versions only against R.",
        ),
        (
            (transcription(), transcription("S"), version(derived_from=FROM_R)),
            "the transcriptions R and S cannot be checked against it, other versions only against"
            " these.",
        ),
        (
            (transcription().model_copy(update={"retracted": "x"}), version(derived_from=FROM_R)),
            "no version can be checked against it.",
        ),
    ],
)
def test_what_versions_are_checked_against_without_the_original_is_said(versions, expected):
    assert flags(*versions)["PRV101"].message.endswith(f"is not held here: {expected}")


def test_a_copy_of_unstated_form_is_flagged():
    copy = Unheld(description="copy, form not stated")
    assert "PRV102" in flags(version(derived_from=(Derivation(unheld=copy),)))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (VersionKind.TRANSLATION, "PRV103"),
        (VersionKind.ABSTRACT, "PRV104"),
        (VersionKind.TRANSCRIPTION, "PRV108"),
    ],
)
def test_a_maker_who_is_not_named_is_missed(kind, code):
    assert code in flags(version(kind=kind, agents=()))


def test_a_derivation_that_is_not_stated_is_flagged():
    assert "PRV105" in flags(version(derived_from=()))


def test_an_inferred_derivation_is_not_shown_as_stated():
    inferred = Derivation(version="R", certainty=Certainty.INFERRED)
    assert "PRV106" in flags(version("R", VersionKind.EDITION), version(derived_from=(inferred,)))


def test_machine_translation_is_a_warning_with_program_and_version():
    engine = Agent(
        name="Lingua", role=Role.TRANSLATED, kind=AgentKind.PROGRAM, program_version="2.1"
    )
    flag = flags(version(agents=(engine,)))["PRV107"]
    assert flag.severity is Severity.WARNING
    assert "Lingua (2.1)" in flag.message


def test_a_retraction_is_the_gravest_flag():
    found = flags(version(retracted="Made from the wrong file."), printed_fields=())
    assert next(iter(found)) == "PRV201"
    assert found["PRV201"].message == "E has been retracted: Made from the wrong file."


def test_what_was_made_from_a_retracted_version_is_warned_of():
    source = version("R", VersionKind.EDITION, retracted="Forged.")
    assert "PRV202" in flags(source, version(derived_from=(Derivation(version="R"),)))


def test_a_source_corrected_since_is_said():
    source = version("R", VersionKind.EDITION, language="ru", revision=3)
    flag = flags(source, version(derived_from=(Derivation(version="R@1"),)))["PRV203"]
    assert "revision 1 of R" in flag.message
    assert "revision 3" in flag.message


def test_a_source_that_is_not_recorded_is_warned_of():
    assert "PRV204" in flags(version(derived_from=(Derivation(version="Q"),)))


def test_a_translation_into_the_language_of_its_source_is_odd():
    source = version("R", VersionKind.EDITION, language="en-GB")
    assert "PRV110" in flags(source, version(derived_from=(Derivation(version="R"),)))


@pytest.mark.parametrize(
    "ending", ["and so on...", "und so weiter …", "“и так далее...”", "云云……"]
)
def test_a_text_that_ends_in_an_ellipsis_may_go_on(ending):
    assert "PRV301" in flags(version(extent=Extent.UNKNOWN), texts={"E": ending})


def test_an_ellipsis_at_the_end_of_a_complete_text_is_a_warning():
    assert flags(version(), texts={"E": "and so on..."})["PRV301"].severity is Severity.WARNING


def test_an_excerpt_may_end_in_an_ellipsis():
    assert "PRV301" not in flags(version(kind=VersionKind.EXCERPT), texts={"E": "and so on..."})


def test_a_text_that_ends_in_a_stop_is_not_flagged():
    assert "PRV301" not in flags(version(), texts={"E": "He said “no...” and left."})


def test_a_heading_without_value_is_named():
    missing = (PrintedField(name="Record ID", value=None), PrintedField(name="Type", value="Diary"))
    assert flags(version(), printed_fields=missing)["PRV401"].message == (
        "“Record ID” stands on the page without a value."
    )


def test_a_specimen_is_labelled_as_invented():
    assert flags(version(), invented=True)["PRV402"].severity is Severity.WARNING


def test_a_document_without_reference_is_flagged():
    assert "PRV403" in flags(version(), references=())


def test_a_descending_range_of_leaves_is_flagged_once():
    reference = "AVPRF, f. 90, op. 24, p. 44, d. 5, ll. 120-12"
    original = Unheld(description="original", reference=reference)
    found = chain_of(
        Document(id="letter", references=(reference,)),
        [version(derived_from=(Derivation(unheld=original),))],
    ).flags
    assert [flag.code for flag in found].count("REF101") == 1


def test_every_flag_is_one_sentence_that_ends():
    found = flags(version(agents=(), derived_from=(), retracted="", language="und"), invented=True)
    assert all(flag.message.endswith((".", "?")) for flag in found.values())


def test_references_of_one_document_that_differ_are_flagged():
    first, second = (f"RGANI, f. 61, op. 4, d. {delo}, ll. 7-9" for delo in (219, 291))
    assert "delo 219 / 291" in flags(version(), references=(first, second))["REF180"].message


def test_a_date_in_a_reference_that_is_not_the_documents_is_flagged():
    found = flags(
        version(),
        references=("NARA, RG 59, Central Decimal File, 691.93/11-262",),
        date=PrintedDate(edtf="1962-10-20"),
    )
    assert found["REF161"].severity is Severity.WARNING
