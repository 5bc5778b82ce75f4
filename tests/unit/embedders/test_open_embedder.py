"""An embedder is found by name, or one sentence says what to do."""

import sys
import types

import numpy as np
import pytest

from provtrack.embedders import open_embedder
from provtrack.errors import EmbedderError, MissingExtraError, UsageError


def test_a_factory_of_the_users_own_is_called():
    assert open_embedder("tests.embedders:make_concepts").name == "concepts@1"


def test_a_plug_in_that_is_registered_is_found_by_its_name(tmp_path, monkeypatch):
    plug_in = tmp_path / "plug_in-1.dist-info"
    plug_in.mkdir()
    (plug_in / "METADATA").write_text("Metadata-Version: 2.1\nName: plug-in\nVersion: 1\n")
    entry = "[provtrack.embedders]\nconcepts = tests.embedders:make_concepts\n"
    (plug_in / "entry_points.txt").write_text(entry)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert open_embedder("concepts").name == "concepts@1"


@pytest.mark.parametrize(
    ("name", "fault", "complaint"),
    [
        ("labse", UsageError, "there is no embedder 'labse'"),
        (":make", UsageError, "names no embedder"),
        ("no_such_module:make", UsageError, "there is no module no_such_module"),
        ("tests.embedders:make_none", UsageError, "has no make_none"),
        ("tests.embedders:CONCEPTS", UsageError, "not a function"),
        ("tests.embedders:make_nothing", EmbedderError, "RuntimeError: no licence found"),
        ("builtins:dict", EmbedderError, "has no name"),
    ],
)
def test_what_cannot_be_had_is_said_in_one_sentence(name, fault, complaint):
    with pytest.raises(fault, match=complaint) as raised:
        open_embedder(name)
    assert "\n" not in str(raised.value)


def test_a_missing_extra_fails_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(MissingExtraError, match=r'pip install "provtrack\[embeddings\]"'):
        open_embedder("sentence-transformers:some-model")


class Library(types.ModuleType):
    """Stands for sentence-transformers: notes how it is called."""

    def __init__(self, *, holds: bool) -> None:
        super().__init__("sentence_transformers")
        self.asked: dict[str, object] = {}
        self.holds = holds

    def SentenceTransformer(self, model, **options):  # noqa: N802 - the library's name
        """Load a model, or say that it is not there."""
        self.asked = {"model": model, **options}
        if not self.holds:
            raise OSError("couldn't connect to the hub")
        return self

    def encode(self, sentences, **_options):
        """Give vectors."""
        return np.ones((len(sentences), 3), np.float32)


def test_a_model_is_never_downloaded(monkeypatch):
    library = Library(holds=True)
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    embedder = open_embedder("sentence-transformers:some/model")
    assert library.asked == {
        "model": "some/model",
        "local_files_only": True,
        "trust_remote_code": False,
    }
    assert embedder.embed(["One.", "Two."]).shape == (2, 3)


def test_a_model_that_is_not_on_the_disk_is_said_to_be_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "sentence_transformers", Library(holds=False))
    with pytest.raises(EmbedderError, match="provtrack downloads none: get it once with"):
        open_embedder("sentence-transformers:some/model")


def test_the_name_of_a_model_in_a_folder_holds_the_digest_of_its_files(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sentence_transformers", Library(holds=True))
    model = tmp_path / "mini"
    model.mkdir()
    (model / "model.safetensors").write_bytes(b"weights")
    first = open_embedder(f"sentence-transformers:{model}").name
    (model / "model.safetensors").write_bytes(b"other weights")
    second = open_embedder(f"sentence-transformers:{model}").name
    assert first.startswith("sentence-transformers:mini@")
    assert first != second
