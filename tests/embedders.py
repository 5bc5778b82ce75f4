"""Small embedders that know what they are told: no model, no download, always the same."""

import zlib
from collections.abc import Mapping, Sequence

import numpy as np

CONCEPTS = 100
SIZE = 24


SOUNDS = {"ru": ("бвгджзклмнпрстфхцчшщ", "ауио"), "en": ("bcdfghjklmnpqrstvwxz", "aeio")}


def drawing(words: str) -> np.random.Generator:
    """Draw what is always the same for the same words."""
    return np.random.default_rng(zlib.crc32(words.encode()))


def words_of(language: str, concept: int) -> str:
    """Spell a concept in an invented language: the spelling of one says nothing of the other."""
    draw = drawing(f"{language} {concept}")
    letters, vowels = SOUNDS[language]
    return "".join(draw.choice(list(letters)) + draw.choice(list(vowels)) for _ in range(4))


def texts_of(sentences: Sequence[Sequence[int]], language: str) -> list[str]:
    """Write paragraphs of concepts in an invented language."""
    return [" ".join(words_of(language, concept) for concept in row) for row in sentences]


class ConceptEmbedder:
    """Knows the concept behind each word of the invented languages."""

    name = "concepts@1"

    def __init__(self) -> None:
        draw = np.random.default_rng(7)
        vectors = draw.normal(size=(CONCEPTS, SIZE))
        self.asked: list[str] = []
        self.known: Mapping[str, np.ndarray] = {
            words_of(language, concept): vectors[concept]
            for concept in range(CONCEPTS)
            for language in ("ru", "en")
        }

    def embed(self, texts: list[str]) -> np.ndarray:
        """Add up what the words mean."""
        self.asked += texts
        nothing = np.zeros(SIZE)
        return np.array(
            [sum((self.known.get(w, nothing) for w in text.split()), nothing) for text in texts]
        )


class NoiseEmbedder:
    """Knows nothing: every text gets a vector of its own, drawn by chance."""

    def __init__(self, name: str = "noise@1", size: int = SIZE) -> None:
        self.name = name
        self.size = size

    def embed(self, texts: list[str]) -> np.ndarray:
        """Draw vectors."""
        return np.array([drawing(text).normal(size=self.size) for text in texts])


class SilentEmbedder:
    """Gives what it was made with, whatever it is asked."""

    name = "silent@1"

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def embed(self, texts: list[str]) -> object:
        """Answer, or raise."""
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def make_concepts() -> ConceptEmbedder:
    """A factory, as a plug-in of the user's own has one."""
    return ConceptEmbedder()


def make_nothing() -> ConceptEmbedder:
    """A factory that fails."""
    raise RuntimeError("no licence found")
