"""Kept vectors save asking again; damaged ones are made anew, and nothing in them is executed."""

import pickle

import numpy as np
import pytest

from provtrack.embedders.vector_cache import CachedEmbedder
from tests.embedders import ConceptEmbedder, NoiseEmbedder, SilentEmbedder, texts_of

TEXTS = texts_of([[1, 2], [3], []], "en")


class Told(list[str]):
    """Sentences that a reader was told."""

    def __call__(self, sentence: str) -> None:
        self.append(sentence)


@pytest.fixture
def kept(tmp_path):
    """A folder with the vectors of three paragraphs."""
    CachedEmbedder(ConceptEmbedder(), tmp_path, Told()).embed(TEXTS)
    return tmp_path


def test_no_paragraph_is_embedded_twice(kept):
    embedder = ConceptEmbedder()
    CachedEmbedder(embedder, kept, Told()).embed([*TEXTS, "new", "new"])
    assert embedder.asked == ["new"]


def test_kept_vectors_are_those_that_were_made(kept):
    fresh = ConceptEmbedder().embed(TEXTS).astype(np.float32)
    cached = CachedEmbedder(ConceptEmbedder(), kept, Told()).embed(TEXTS)
    assert (cached == fresh).all()


def test_another_embedder_has_a_file_of_its_own(kept):
    other = SilentEmbedder(np.ones((3, 5)))
    assert CachedEmbedder(other, kept, Told()).embed(TEXTS).shape == (3, 5)
    assert len(list(kept.iterdir())) == 2


def pickled() -> bytes:
    """A file that would run code if it were unpickled."""
    trap = np.array([None, print], dtype=object)
    return b"\x93NUMPY" + pickle.dumps(trap)


def saved(array: np.ndarray, folder) -> bytes:
    """An array as numpy writes it, pickle and all."""
    np.save(folder / "other.npy", array, allow_pickle=True)
    content = (folder / "other.npy").read_bytes()
    (folder / "other.npy").unlink()
    return content


@pytest.mark.parametrize("damage", ["empty", "cut", "text", "pickle", "objects", "numbers", "nan"])
def test_a_damaged_file_is_made_anew_with_one_sentence(kept, damage):
    (file,) = kept.iterdir()
    rows = np.load(file)
    rows["vector"][0, 0] = np.nan
    file.write_bytes(
        {
            "empty": b"",
            "cut": file.read_bytes()[:-5],
            "text": b"not vectors at all",
            "pickle": pickled(),
            "objects": saved(np.array([None, print], dtype=object), kept),
            "numbers": saved(np.arange(9.0), kept),
            "nan": saved(rows, kept),
        }[damage]
    )
    told = Told()
    found = CachedEmbedder(ConceptEmbedder(), kept, told).embed(TEXTS)
    assert (found == ConceptEmbedder().embed(TEXTS).astype(np.float32)).all()
    assert len(told) == 1
    assert "made anew" in told[0]


def test_vectors_of_another_size_are_made_anew(kept):
    grown, told = NoiseEmbedder("concepts@1", size=5), Told()
    assert CachedEmbedder(grown, kept, told).embed([*TEXTS, "new"]).shape == (4, 5)
    assert "another size" in told[0]


def test_a_place_that_cannot_be_written_to_is_said_and_done_without(tmp_path):
    (tmp_path / "vectors").write_text("a file stands here")
    told = Told()
    found = CachedEmbedder(ConceptEmbedder(), tmp_path / "vectors", told).embed(TEXTS)
    assert found.shape[0] == 3
    assert "cannot be kept" in told[-1]
