"""The same texts give the same bytes in any process: whatever its threads, its hash seed and what
else the machine does."""

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from provtrack.aligner import align
from provtrack.collation import collate
from provtrack.exporters.collation_json import alignment_to_json, collation_to_json
from provtrack.model.comparison import ComparedVersion
from provtrack.reporting import render

ROOT = Path(__file__).resolve().parents[2]
STEMS = ("bal", "cor", "dun", "fel", "gar", "kem", "lod", "mur", "nes", "pol", "ras", "tiv")
# The same syllables in Cyrillic, so that names meet across the scripts.
CYRILLIC = dict(zip("abcdefgiklmnoprstuv", "абцдефгиклмнопрстув", strict=True))
CASES = ("one language", "two languages", "band", "prose")
SPIN = "while True: pass"
PROSE = (
    "On {day} the envoy {did} sign the note, and {who} {said} that {many} of the {count} posts "
    "{might} be given up before {season}; the {colour} house at {place} was {never} mentioned."
)
CHOICES = {
    "day": ("2 May 1961", "May 2, 1961", "3 May 1961", "Tuesday"),
    "did": ("did not", "did", "would"),
    "who": ("Chou En-lai", "Zhou Enlai", "R.K. Nehru", "the Ambassador"),
    "said": ("said", "claimed", "admitted"),
    "many": ("most", "all", "some"),
    "count": ("12,500", "12.500", "twelve", "12"),
    "might": ("might", "must", "should"),
    "season": ("the spring", "the autumn", "Easter"),
    "colour": ("grey", "gray", "old grey"),
    "place": ("Peking", "Beijing", "Mukden"),
    "never": ("never", "hardly ever", "often"),
}
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def invented(case: str) -> tuple[list[str], list[str]]:
    """Invent two versions: words changed, paragraphs left out, joined, and moved."""
    choice = random.Random(case)  # noqa: S311 - texts, not secrets
    if case == "prose":
        drawn = [{name: choice.choice(of) for name, of in CHOICES.items()} for _ in range(120)]
        texts = [PROSE.format(**words) for words in drawn]
        return texts[::2], texts[1::2]
    count, words = (460, 5) if case == "band" else (90, 20)
    vocabulary = [
        one + other + end for one in STEMS for other in STEMS for end in ("a", "is", "on")
    ]
    base = [" ".join(choice.choices(vocabulary, k=words)).capitalize() for _ in range(count)]
    witness = []
    for text in base:
        kept = [choice.choice(vocabulary) if choice.random() < 0.2 else w for w in text.split()]
        if choice.random() < 0.1 and witness:
            witness[-1] += " " + " ".join(kept)
        elif choice.random() < 0.95:
            witness.append(" ".join(kept).capitalize())
    cut = choice.randrange(len(witness))
    witness = witness[cut:] + witness[:cut]
    if case == "two languages":
        witness = ["".join(CYRILLIC.get(c, c) for c in text.lower()).title() for text in witness]
    return base, witness


def digest(case: str) -> str:
    """Align and compare the versions of a case, and name the bytes that are written."""
    base, witness = invented(case)
    language = "ru" if case == "two languages" else "en"
    alignment = align(base, witness, base_language="en", witness_language=language)
    sides = [
        ComparedVersion(name=name, language=tag, text_sha256="0" * 64, paragraphs=tuple(texts))
        for name, tag, texts in (("A", "en", base), ("B", language, witness))
    ]
    collation = collate(sides[0], sides[1:], alignments={"B": alignment})
    written = alignment_to_json(alignment, *sides) + collation_to_json(collation)
    return hashlib.sha256(written + render(collation).encode()).hexdigest()


@pytest.fixture(scope="module", params=CASES)
def case_with_digest(request):
    return request.param, digest(request.param)


@pytest.mark.parametrize(("seed", "threads"), [("1", "1"), ("4242", "3")])
def test_another_process_writes_the_same_bytes(case_with_digest, seed, threads):
    case, here = case_with_digest
    assert digest_elsewhere(case, seed=seed, threads=threads) == here


def test_a_busy_machine_writes_the_same_bytes():
    here = digest("prose")
    with busy_machine():
        assert {digest_elsewhere("prose", seed=seed) for seed in ("7", "random")} == {here}


def digest_elsewhere(case: str, *, seed: str, threads: str = "1") -> str:
    """Name the bytes that another process writes."""
    settings = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)} | dict.fromkeys(THREADS, threads)
    there = subprocess.run(
        [sys.executable, __file__, case],
        env=os.environ | settings,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return there.stdout.strip()


@contextmanager
def busy_machine() -> Iterator[None]:
    """Keep every core busy with something else, so that all work is slow and interrupted."""
    spinning = [
        subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range((os.cpu_count() or 1) + 1)
    ]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()


if __name__ == "__main__":
    print(digest(sys.argv[1]))
