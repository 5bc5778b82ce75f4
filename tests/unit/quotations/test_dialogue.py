"""Speech set by dashes, found where a publication cites it."""

from pathlib import Path

import pytest

from provtrack.importers import read_publication
from provtrack.model.quotation import DeclaredKind, Quotation
from provtrack.quotations import find

NOTE = "\n\n[^1]: Архив. Ф. 1. Оп. 2. Д. 3. Л. 4.\n"


def found_in(folder: Path, body: str) -> tuple[Quotation, ...]:
    path = folder / "chapter.md"
    path.write_text(body + NOTE, "utf-8")
    return find(read_publication(path))


@pytest.mark.parametrize(
    ("body", "speeches"),
    [
        (
            "— Лодка ушла на рассвете, — сказал старый мельник.[^1]\n\n— Вернется ли она к зиме?",
            ["Лодка ушла на рассвете", "Вернется ли она к зиме?"],
        ),
        (
            "— La barque est partie à l’aube, dit le meunier.[^1]\n\n— Elle reviendra en mai.",
            ["La barque est partie à l’aube", "Elle reviendra en mai."],
        ),
        (
            "— Le pont est fermé depuis lundi ! s’écria le comte.[^1]",
            ["Le pont est fermé depuis lundi !"],
        ),
    ],
)
def test_speech_ends_where_the_author_says_who_speaks(tmp_path, body, speeches):
    assert [one.text for one in found_in(tmp_path, body)] == speeches


def test_a_clause_inside_a_speech_is_declared(tmp_path):
    body = "— Лодка ушла, — сказал мельник, — и никто ее не видел.[^1]"
    (speech,) = found_in(tmp_path, body)
    assert [(one.kind, one.words) for one in speech.declared] == [
        (DeclaredKind.INTERRUPTION, "сказал мельник")
    ]
    assert speech.notes == ("1",)


@pytest.mark.parametrize(
    "body",
    [
        "— Закон о мельницах был принят в мае.[^1]\n\n— Закон о лодках был отклонен.",
        "— земля, как сказал комиссар;\n\n— вода.[^1]",
        "— Лодка ушла на рассвете, — сказал старый мельник.\n\nНичего больше.[^1]",
    ],
)
def test_lists_and_dialogue_of_the_publications_own_are_no_quotations(tmp_path, body):
    assert found_in(tmp_path, body) == ()
