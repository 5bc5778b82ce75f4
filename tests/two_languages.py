"""Texts in two languages, made up word by word, and acts that record them as aligned."""

import hashlib
import random

from provtrack.model.alignment import Alignment, Bead, StoredAlignment
from provtrack.model.document import Derivation, Document, Version
from provtrack.model.history import Act
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump
from tests.acts import act

ANSWERS = {
    "дом": "house", "река": "river", "письмо": "letter", "мир": "peace", "граница": "border",
    "посол": "envoy", "песок": "sand", "хлеб": "bread", "город": "town", "закон": "law",
    "друг": "friend", "ночь": "night", "снег": "snow", "поле": "field",
}  # fmt: skip
ONES, OTHERS = list(ANSWERS), list(ANSWERS.values())


def paragraphs(count: int, *, seed: int, words: int = 5) -> list[str]:
    """Make paragraphs of a first language; the same seed gives the same."""
    drawn = random.Random(seed)  # noqa: S311 - texts, not secrets
    return [" ".join(drawn.sample(ONES, words)) for _ in range(count)]


def translated(texts: list[str]) -> list[str]:
    """Translate paragraphs word by word."""
    return [" ".join(ANSWERS[word] for word in text.split()) for text in texts]


def one_to_one(count: int, confidence: float = 0.95) -> Alignment:
    """Pair paragraphs in order."""
    beads = tuple(Bead(base=(k,), witness=(k,), confidence=confidence) for k in range(count))
    return Alignment(beads=beads, method="by hand")


def version(siglum: str, texts: list[str], **more: object) -> Version:
    """Make a version of a text."""
    text = "\n\n".join(texts)
    known = {"siglum": siglum, "kind": VersionKind.TRANSLATION, "language": "en"}
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Version.model_validate({**known, "text_sha256": digest, **more})


def aligned_act(document: str, texts: list[str], *, revision: int = 1, **more: object) -> Act:
    """Record a text, its translation and their alignment in one event."""
    witness_texts = translated(texts)
    base = version("R", texts, language="ru", kind=VersionKind.TRANSCRIPTION, revision=revision)
    derived = (Derivation(version="R"),)
    witness = version("E", witness_texts, revision=revision, derived_from=derived, **more)
    stored = StoredAlignment(
        base=f"R@{revision}",
        witness=f"E@{revision}",
        base_sha256=base.text_sha256,
        witness_sha256=witness.text_sha256,
        program="by hand",
        alignment=one_to_one(len(texts)),
    )
    files = {
        "document.json": dump(Document(id=document)),
        "texts/R/text.txt": "\n\n".join(texts).encode(),
        "texts/R/version.json": dump(base),
        "texts/E/text.txt": "\n\n".join(witness_texts).encode(),
        "texts/E/version.json": dump(witness),
        "alignments/R--E.json": dump(stored),
    }
    names = (f"R@{revision}", f"E@{revision}")
    kind = EventKind.RECORD if revision == 1 else EventKind.CORRECT
    return act(files, kind=kind, versions=names, reason=None if revision == 1 else "Misread.")


def tale(count: int, *, seed: int) -> list[str]:
    """Make paragraphs of 25 to 60 words as prose has them: a few words often, most seldom."""
    drawn = random.Random(seed)  # noqa: S311 - texts, not secrets
    weights = [1.0 / (rank + 3) for rank in range(WORDS)]
    return [
        " ".join(map(_word, drawn.choices(range(WORDS), weights, k=drawn.randint(25, 60))))
        for _ in range(count)
    ]


def retold(tale: list[str]) -> list[str]:
    """Translate a tale word by word, every word into one that is spelled otherwise."""
    return [" ".join(TOLD[word] for word in text.split()) for text in tale]


def _word(number: int, syllables: tuple[str, str] = ("бвгдклмнпрст", "аеиоу")) -> str:
    """Spell a word of three syllables or more; each number has one of its own."""
    letters = random.Random(number)  # noqa: S311 - texts, not secrets
    size = letters.randint(3, 5)
    return "".join(letters.choice(syllables[0]) + letters.choice(syllables[1]) for _ in range(size))


WORDS = 1_500
TOLD = {_word(k): _word(k + WORDS, ("bcdfghjklmnprstvz", "aeiou")) for k in range(WORDS)}
