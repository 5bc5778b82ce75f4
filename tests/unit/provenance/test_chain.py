"""The provenance chain: what is stated stands in it, and nothing else."""

from provtrack.model.document import Agent, Derivation, Document, Unheld, Version
from provtrack.model.names import AgentKind, Certainty, Role, VersionKind
from provtrack.provenance import chain_of

ORIGINAL = Unheld(description="original", reference="Stadtarchiv, f. 1, op. 2, d. 3")
TRANSLATOR = Agent(name="Ines Corvo", role=Role.TRANSLATED, kind=AgentKind.PERSON)


def version(siglum: str, kind: VersionKind = VersionKind.TRANSLATION, **fields: object) -> Version:
    known: dict[str, object] = {"language": "en", "text_sha256": "0" * 64}
    return Version(siglum=siglum, kind=kind, **(known | fields))  # type: ignore[arg-type]


def from_unheld(unheld: Unheld) -> tuple[Derivation, ...]:
    return (Derivation(unheld=unheld),)


def document(**fields: object) -> Document:
    return Document(id="letter", **fields)  # type: ignore[arg-type]


def test_sources_stand_before_what_was_made_from_them():
    abstract = version("S", VersionKind.ABSTRACT, derived_from=(Derivation(version="E"),))
    translation = version("E", derived_from=from_unheld(ORIGINAL))
    chain = chain_of(document(), [abstract, translation])
    assert [link.id for link in chain.links] == ["unheld-1", "E", "S"]


def test_the_same_original_named_by_two_versions_is_one_link():
    chain = chain_of(
        document(),
        [version("E1", derived_from=from_unheld(ORIGINAL)),
         version("E2", derived_from=from_unheld(ORIGINAL))],
    )  # fmt: skip
    assert [link.label for link in chain.links if not link.held] == ["Original"]


def test_an_original_without_reference_is_the_one_the_document_gives():
    bare = Unheld(description="original")
    chain = chain_of(
        document(references=(ORIGINAL.reference,)),
        [version("E1", derived_from=from_unheld(ORIGINAL)),
         version("E2", derived_from=from_unheld(bare))],
    )  # fmt: skip
    assert sum(not link.held for link in chain.links) == 1


def test_copies_with_unlike_makers_stay_apart():
    first = Unheld(description="copy", agents=(Agent(name="A. Oriel", role=Role.OBTAINED),))
    second = Unheld(description="copy", agents=(Agent(name="B. Vey", role=Role.OBTAINED),))
    chain = chain_of(
        document(),
        [version("E1", derived_from=from_unheld(first)),
         version("E2", derived_from=from_unheld(second))],
    )  # fmt: skip
    assert sum(not link.held for link in chain.links) == 2


def test_a_step_names_the_act_and_who_did_it():
    chain = chain_of(
        document(), [version("E", agents=(TRANSLATOR,), derived_from=from_unheld(ORIGINAL))]
    )
    (step,) = chain.steps
    assert (step.act, step.agents[0].name, step.source, step.result) == (
        "translated", "Ines Corvo", "unheld-1", "E",
    )  # fmt: skip


def test_who_obtained_a_copy_did_the_step_that_made_it():
    copy = Unheld(
        description="copy, form not stated",
        agents=(Agent(name="James Oriel", role=Role.OBTAINED),),
        derived_from=(ORIGINAL,),
    )
    chain = chain_of(document(), [version("E", derived_from=from_unheld(copy))])
    assert [step.act for step in chain.steps] == ["obtained", "translated"]


def test_a_translation_without_derivation_has_a_source_that_is_not_stated():
    chain = chain_of(document(), [version("E")])
    assert chain.links[0].label == "Source text"
    assert chain.links[0].details == ("not stated",)
    assert chain.steps[0].certainty is Certainty.UNKNOWN


def test_unstated_sources_of_two_translations_are_not_taken_for_one():
    chain = chain_of(document(), [version("E1"), version("E2")])
    assert sum(not link.held for link in chain.links) == 2


def test_an_edition_without_derivation_gets_no_invented_source():
    chain = chain_of(document(), [version("P", VersionKind.EDITION)])
    assert [link.id for link in chain.links] == ["P"]
    assert chain.steps[0].source is None


def test_a_document_with_a_reference_has_an_original():
    chain = chain_of(document(references=("f. 1, op. 2, d. 3, l. 4",)), [version("E")])
    assert chain.links[0].label == "Original"
    assert chain.links[0].details == ("f. 1, op. 2, d. 3, l. 4",)


def test_only_the_newest_revision_of_a_siglum_is_a_link():
    chain = chain_of(document(), [version("E", revision=1), version("E", revision=2)])
    assert [link.id for link in chain.links if link.held] == ["E"]


def test_a_derivation_is_found_whatever_the_case_of_its_siglum():
    chain = chain_of(
        document(),
        [
            version("R", VersionKind.EDITION),
            version("E", derived_from=(Derivation(version="r@1"),)),
        ],
    )
    assert ("R", "E") in [(step.source, step.result) for step in chain.steps]


def test_a_circle_of_derivations_is_flagged_and_does_not_hang():
    chain = chain_of(
        document(),
        [version("A", derived_from=(Derivation(version="B"),)),
         version("B", derived_from=(Derivation(version="A"),))],
    )  # fmt: skip
    assert "PRV205" in [flag.code for flag in chain.flags]
    assert len(chain.steps) == 1


def test_a_version_derived_from_itself_is_flagged():
    chain = chain_of(document(), [version("A", derived_from=(Derivation(version="A"),))])
    assert "PRV205" in [flag.code for flag in chain.flags]


def test_credits_printed_after_a_reference_are_not_part_of_the_address():
    printed = "AVPRF, f. 90, op. 24, d. 5. Obtained by James Oriel and translated by Ines Corvo."
    chain = chain_of(document(references=(printed,)), [version("E")])
    assert chain.links[0].details == ("AVPRF, f. 90, op. 24, d. 5",)
