"""Words of a recorder become agents, rights and things not held; nothing is guessed."""

import pytest

from provtrack.model.document import Agent, Rights, Unheld
from provtrack.model.names import AgentKind, Role
from provtrack.recording.stating import agent_from_words, rights_from_words, unheld_from_words


@pytest.mark.parametrize(
    ("role", "words", "name", "kind", "version"),
    [
        ("translated", "Anna Petrova", "Anna Petrova", "unknown", None),
        ("translated", "program: Lingua (2.1, beam 5)", "Lingua", "program", "2.1, beam 5"),
        ("translated", "program: Lingua", "Lingua", "program", None),
        ("recognised", "Lector (4.1)", "Lector", "program", "4.1"),
        ("recognised", "person: Ada Holm", "Ada Holm", "person", None),
        ("published", "institution: Oder Society", "Oder Society", "institution", None),
        ("edited", "Ivo Kern (junior)", "Ivo Kern (junior)", "unknown", None),
    ],
)
def test_an_agent_is_what_is_said(role, words, name, kind, version):
    assert agent_from_words(Role(role), words) == Agent(
        name=name, role=Role(role), kind=AgentKind(kind), program_version=version
    )


def test_a_uri_of_rights_is_taken_from_the_words_that_stay():
    words = "In copyright (http://rightsstatements.org/vocab/InC/1.0/)."
    assert rights_from_words(words) == Rights(
        text=words, uri="http://rightsstatements.org/vocab/InC/1.0/"
    )


def test_no_uri_is_guessed():
    assert rights_from_words("Public domain").uri is None


@pytest.mark.parametrize(
    ("words", "unheld"),
    [
        ("photocopy", Unheld(description="photocopy")),
        ("copy: from his widow", Unheld(description="copy: from his widow")),
        (
            "second copy: RGANI, f. 5, op. 3, d. 9",
            Unheld(description="second copy", reference="RGANI, f. 5, op. 3, d. 9"),
        ),
    ],
)
def test_a_reference_after_a_colon_is_that_of_the_thing_not_held(words, unheld):
    assert unheld_from_words(words) == unheld
