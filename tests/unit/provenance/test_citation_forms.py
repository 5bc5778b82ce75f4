"""A version is cited as it is recorded: what is damaged stands, what is unknown is said."""

from dataclasses import replace

import pytest

from provtrack.model.document import (
    Agent,
    Derivation,
    Document,
    PrintedDate,
    Title,
    Unheld,
    Version,
)
from provtrack.model.names import AgentKind, Certainty, Extent, Role, VersionKind
from provtrack.provenance.citation_forms import (
    cite_in_chicago,
    cite_in_csl,
    findings_of,
)
from provtrack.provenance.citation_parts import CitedVersion
from provtrack.provenance.gost import cite_in_gost

SOUND = "АВП РФ, ф. 071, оп. 3, п. 12, д. 9, лл. 4–5"
DAMAGED = "AVPRF, f. 071, op. 3, d. 9, p. 12, ll. 140-14. Translated by Ivo Kern."
KERN = Agent(name="Ivo Kern", role=Role.TRANSLATED)
COPY = Unheld(description="copy", agents=(Agent(name="Ada Holm", role=Role.OBTAINED),))


def cited(
    *, reference: str | None = SOUND, paragraph: int | None = None, **fields: object
) -> CitedVersion:
    known: dict[str, object] = {
        "siglum": "E1",
        "kind": VersionKind.TRANSLATION,
        "language": "en",
        "agents": (KERN,),
        "derived_from": (Derivation(unheld=COPY),),
        "published_in": ("Oder Review 4",),
        "text_sha256": "0" * 64,
    }
    document = Document(
        id="oder-1962",
        titles=(Title(text="Note on the bridge"),),
        date=PrintedDate(edtf="1962-05-02", verbatim="May 2, 1962"),
        references=(reference,) if reference else (),
    )
    version = Version(**(known | fields))  # type: ignore[arg-type]
    return CitedVersion(
        document=document, version=version, head="ab" * 64, paragraph_number=paragraph
    )


def test_chicago_goes_from_title_and_reference_to_version_and_head():
    assert cite_in_chicago(cited(paragraph=3)) == (
        "“Note on the bridge,” May 2, 1962, paragraph 3. "
        "АВП РФ, ф. 071, оп. 3, п. 12, д. 9, лл. 4–5. "
        "Obtained by Ada Holm. Translated by Ivo Kern. Oder Review 4. "
        "Version E1@1 (English translation), document head abababababab."
    )


def test_gost_in_english_has_roles_before_names_and_latin_labels():
    assert cite_in_gost(cited(paragraph=3)) == (
        "Note on the bridge. May 2, 1962 / obtained by Ada Holm ; translated by Ivo Kern // "
        "AVPRF. F. 071. Op. 3. P. 12. D. 9. L. 4–5. Oder Review 4. Para. 3. "
        "Version E1@1, document head abababababab."
    )


def test_gost_in_russian_needs_no_case_endings_of_names():
    assert cite_in_gost(cited(paragraph=3), "ru") == (
        "Note on the bridge. May 2, 1962 / получ.: Ada Holm ; пер.: Ivo Kern // "
        "АВП РФ. Ф. 071. Оп. 3. П. 12. Д. 9. Л. 4–5. Oder Review 4. Абз. 3. "
        "Версия E1@1, хеш документа abababababab."
    )


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1962-05-02", "2 мая 1962 г."),
        ("1962", "1962 г."),
        ("1962-05", "05.1962"),
        ("1962~", "1962~"),
        (None, "[Б. д.]"),
    ],
)
def test_gost_in_russian_tells_a_date_that_only_figures_give(edtf, words):
    one = cited(language="ru")
    date = PrintedDate(edtf=edtf, verbatim=None) if edtf else None
    document = one.document.model_copy(update={"date": date})
    assert f"Note on the bridge. {words} / " in cite_in_gost(replace(one, document=document))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_gost_says_that_a_version_was_retracted(language):
    assert "a page is missing" in cite_in_gost(cited(retracted="a page is missing"), language)


def test_abstract_names_its_source_and_that_nobody_is_named():
    source = Derivation(version="E1@1", certainty=Certainty.INFERRED)
    one = cited(kind=VersionKind.ABSTRACT, agents=(), derived_from=(source,))
    assert "Author of the abstract not named." in cite_in_chicago(one)
    assert "(English abstract of E1@1 (inferred))" in cite_in_chicago(one)


def test_csl_of_an_abstract_has_no_translator_that_a_reference_credits():
    assert "translator" not in cite_in_csl(cited(reference=DAMAGED, agents=()))


def test_csl_leaves_out_a_damaged_range_that_programs_would_complete():
    assert "page" not in cite_in_csl(cited(reference=DAMAGED))
    assert cite_in_csl(cited())["page"] == "4-5"


@pytest.mark.parametrize("write", [cite_in_chicago, cite_in_gost])
def test_a_damaged_reference_is_cited_as_written_with_its_rules(write):
    text = write(cited(reference=DAMAGED))
    assert "AVPRF, f. 071, op. 3, d. 9, p. 12, ll. 140-14 [" in text
    assert "REF101" in text
    assert "REF130" in text


def test_credits_of_a_reference_are_told_once_as_agents():
    assert cite_in_chicago(cited(reference=DAMAGED)).count("Translated by Ivo Kern") == 1


def test_findings_are_those_of_damage_only():
    assert findings_of(cited()) == ()
    assert [one.code for one in findings_of(cited(reference=DAMAGED))] == ["REF130", "REF101"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"agents": ()}, "Translator not named."),
        ({"extent": Extent.PARTIAL}, "(English translation, part of the document)"),
        ({"retracted": "a page is missing"}, "Retracted: a page is missing."),
        ({"reference": None, "derived_from": ()}, "Archival reference not recorded."),
    ],
)
def test_what_is_unknown_or_odd_is_said(fields, said):
    assert said in cite_in_chicago(cited(**fields))


def test_a_program_is_cited_with_its_version():
    machine = Agent(
        name="Lingua", role=Role.TRANSLATED, kind=AgentKind.PROGRAM, program_version="2.1, beam 5"
    )
    assert "Translated by Lingua (program, 2.1, beam 5)." in cite_in_chicago(
        cited(agents=(machine,))
    )


def test_the_reference_of_the_original_is_cited_where_the_document_has_none():
    original = Unheld(description="original", reference=SOUND)
    source = replace(COPY, derived_from=(original,))
    of_original = cited(reference=None, derived_from=(Derivation(unheld=source),))
    assert SOUND in cite_in_chicago(of_original)


def test_csl_keeps_reference_head_and_paragraph():
    item = cite_in_csl(cited(reference=DAMAGED, paragraph=2))
    assert item["archive_location"] == "f. 071, op. 3, d. 9, p. 12, ll. 140-14"
    assert item["translator"] == [{"literal": "Ivo Kern"}]
    assert item["issued"] == {"date-parts": [[1962, 5, 2]]}
    custom = item["custom"]
    assert custom["references"] == [DAMAGED]
    assert (custom["head"], custom["paragraph"]) == ("ab" * 64, 2)
