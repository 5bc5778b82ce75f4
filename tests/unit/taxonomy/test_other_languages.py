"""A scholar can add a language by a file; without a file it gets what needs no language."""

import re
from pathlib import Path

import pytest

from provtrack.differ import diff
from provtrack.errors import UsageError
from provtrack.taxonomy import classify
from provtrack.text import language_rules

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "language-rules.md"


def natures(base: str, witness: str, language: str) -> list[str]:
    """Compare two passages; name each nature with the language of its rule."""
    edits = diff((base,), (witness,), language=language)
    changes = classify(edits, (base,), (witness,), positions=((0,), (0,)), language=language)
    return [f"{change.rule.split('-')[0]} {change.nature}" for change in changes]


def forget() -> None:
    """Forget every language file that was read."""
    language_rules.rules_of.cache_clear()
    language_rules._read.cache_clear()


@pytest.fixture
def lexis(tmp_path, monkeypatch):
    """Let the program look for language files in a folder of the test."""
    folder = tmp_path / "lexis"
    folder.mkdir()
    names = Path(language_rules.__file__).parent / "lexis" / "names.toml"  # of no one language
    (folder / "names.toml").write_text(names.read_text("utf-8"), encoding="utf-8")
    monkeypatch.setattr(language_rules.resources, "files", lambda _: tmp_path)
    forget()
    yield folder
    forget()


@pytest.fixture
def italian(lexis):
    """Write the file that the documentation gives as an example."""
    first = re.search(r"```toml\n(language = \"it\".*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert first
    (lexis / "it.toml").write_text(first[1], encoding="utf-8")


def test_a_file_with_a_fault_is_named_in_one_sentence(lexis):
    (lexis / "it.toml").write_text("[modality]\npuò = 3\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"it\.toml cannot be read.*line 2"):
        language_rules.rules_of("it")


@pytest.mark.usefixtures("italian")
@pytest.mark.parametrize(
    ("base", "witness", "expected"),
    [
        ("Il ministro non approva la nota.", "Il ministro approva la nota.", "it negation"),
        ("La corte deve decidere oggi.", "La corte può decidere oggi.", "it modality"),
        ("Il 3 gennaio 1911 partì.", "Il 3 febbraio 1911 partì.", "any date"),
        ("Sono 12,5 chilometri.", "Sono 1,25 chilometri.", "any figure"),
    ],
)
def test_the_example_of_the_documentation_works(base, witness, expected):
    assert natures(base, witness, "it") == [expected]


@pytest.mark.parametrize(
    ("base", "witness", "expected"),
    [
        ("Mae'r llong yma; heddiw.", "Mae'r llong yma, heddiw.", "any punctuation"),
        ("Mae'r llong yma heddiw.", "Mae'r Llong yma heddiw.", "any case"),
        ("Daeth 1250 o bobl.", "Daeth 12500 o bobl.", "any figure"),
        ("Dywedodd “na” wrthynt.", "Dywedodd na wrthynt.", "any quotation"),
        ("Daeth Zhou Enlai yma.", "Daeth Chou En-lai yma.", "any name-form"),
        ("Daeth [y] llong.", "Daeth y llong.", "any bracket"),
    ],
)
def test_a_language_without_a_file_gets_what_needs_none(base, witness, expected):
    assert set(natures(base, witness, "cy")) == {expected}
