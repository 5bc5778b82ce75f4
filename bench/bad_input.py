"""Give the aligner texts nobody would compare, and damaged ones; print what it makes of each.

    python -m bench.bad_input [--only NAME ...] [--small]

Each pair of texts is aligned in a process of its own: seconds of all cores, peak megabytes, beads,
the share of paragraphs left unmatched, the mean confidence of beads, and what is against the laws
(each paragraph in one bead; the mirror image when the sides are exchanged). All texts are invented
here. `tests/unit/aligner/test_bad_input.py` has the same kinds in small.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from provtrack.aligner import align, mirrored
from provtrack.model.alignment import Alignment

GIVE_UP_S = 900
VOCABULARY = 20_000
SYLLABLES = (
    "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu",
    "pa", "re", "si", "to", "vu", "za", "che", "tri", "spo", "gra",
)  # fmt: skip
OTHER_SYLLABLES = (
    "al", "en", "is", "or", "um", "ev", "ib", "ok", "ud", "ar",
    "et", "in", "os", "ug", "ap", "el", "ir", "om", "us", "ast",
)  # fmt: skip
RUSSIAN = dict(zip("abcdefghiklmnoprstuvz", "абцдефгхиклмнопрстувз", strict=True))
LETTER = (
    "The caravan of forty mules left Kashgar in March with silk for the envoy.",
    "Two riders were sent to the pass with letters for the commander of the fort.",
    "The price of barley has doubled, and the wells of Yarkand are low.",
)
MIXED = (
    "The council met on 3 May 1911. Совет собрался третьего мая.",
    "Der Gesandte schwieg. 大使沒有回答。 The envoy kept silent.",
    "Посол уехал в Кашгар; la lettre resta sans réponse.",
    "שלום עליכם said the merchant, и больше ничего.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strange:
    """Two texts that no one would compare, or that are damaged."""

    base: tuple[str, ...]
    witness: tuple[str, ...]
    languages: tuple[str, str] = ("en", "en")

    def aligned(self) -> Alignment:
        """Align the two."""
        return _aligned((self.base, self.witness), self.languages)

    def faults(self, alignment: Alignment) -> list[str]:
        """Say which laws an alignment of the two breaks."""
        beads = alignment.beads
        found = []
        for name, text in (("base", self.base), ("witness", self.witness)):
            held = sorted(k for bead in beads for k in getattr(bead, name))
            if held != list(range(len(text))):
                found.append(f"{name}: not every paragraph stands in one bead")
        back = _aligned((self.witness, self.base), self.languages[::-1])
        if set(mirrored(back).beads) != set(beads):
            found.append("not the mirror image when the sides are exchanged")
        return found


def _aligned(texts: tuple[Sequence[str], Sequence[str]], languages: tuple[str, str]) -> Alignment:
    return align(*texts, base_language=languages[0], witness_language=languages[1])


def prose(
    count: int, words: int, seed: str, syllables: Sequence[str] = SYLLABLES
) -> tuple[str, ...]:
    """Invent a text, some of whose words are frequent; other syllables make another language."""
    choice = random.Random(seed)
    known = [
        "".join(choice.choices(syllables, k=choice.randint(2, 4)))
        for _ in range(min(count * 8, VOCABULARY))
    ]
    rising = list(accumulate(1 / (rank + 3) for rank in range(len(known))))
    texts = []
    for _ in range(count):
        size = choice.randint(words // 2, words * 2)
        texts.append(" ".join(choice.choices(known, cum_weights=rising, k=size)).capitalize() + ".")
    return tuple(texts)


def cyrillic(texts: Sequence[str]) -> tuple[str, ...]:
    """Write invented words in Cyrillic letters."""
    return tuple("".join(RUSSIAN.get(c, c) for c in text.lower()).capitalize() for text in texts)


def _same(*texts: str) -> Strange:
    """Compare a text with itself without its second paragraph."""
    return Strange(base=texts, witness=texts[:1] + texts[2:])


def _repeated(size: int) -> Strange:
    return Strange(base=LETTER[:1] * size, witness=LETTER[:1] * size)


def _repeated_less(size: int) -> Strange:
    return Strange(base=LETTER[:1] * size, witness=LETTER[:1] * (size - size // 10))


def _one_long(size: int) -> Strange:
    text = " ".join(prose(size // 100 + 1, 14, "long"))[:size]
    return Strange(base=(text,), witness=(text[: size // 2], text[size // 2 :]))


def _long_word(size: int) -> Strange:
    choice = random.Random(size)
    words = ["".join(choice.choices("abcdefghiklm", k=size)) for _ in range(2)]
    return Strange(base=(words[0], *LETTER), witness=(words[1], *LETTER))


def _distinct(size: int) -> Strange:
    words = [f"{SYLLABLES[k % 20]}{SYLLABLES[k // 20 % 20]}{k:x}" for k in range(size)]
    return Strange(base=(" ".join(words),), witness=(" ".join(words[::-1]), *LETTER))


def _single_words(size: int) -> Strange:
    words = tuple(prose(1, size, "single")[0].rstrip(".").split())
    words = (words * (size // len(words) + 1))[:size]
    return Strange(base=words, witness=words[: size // 2] + words[size // 2 + 3 :])


def _unrelated(size: int) -> Strange:
    return Strange(base=prose(size, 30, "one"), witness=prose(size, 30, "other", OTHER_SYLLABLES))


def _unrelated_two(size: int) -> Strange:
    witness = cyrillic(prose(size, 30, "other", OTHER_SYLLABLES))
    return Strange(base=prose(size, 30, "one"), witness=witness, languages=("en", "ru"))


def _uneven(size: int) -> Strange:
    text = prose(size, 12, "uneven")
    return Strange(base=(text[size // 2],), witness=text)


def _empty_side(size: int) -> Strange:
    return Strange(base=(), witness=prose(size, 12, "alone"))


def _spaced(characters: str, size: int) -> Strange:
    """Make paragraphs of nothing but some characters, in any order."""
    choice = random.Random(size)
    return _same(*("".join(choice.choices(characters, k=12)) for _ in range(size)))


# Name, texts of a size, the large size and the small one.
KINDS: dict[str, tuple[Callable[[int], Strange], int, int]] = {
    "both sides empty": (lambda size: Strange(base=(), witness=()), 0, 0),
    "one side empty": (_empty_side, 20_000, 30),
    "one paragraph": (lambda size: Strange(base=LETTER[:1], witness=LETTER[:1]), 1, 1),
    "empty paragraphs": (lambda size: _same(*("", " ", "\t", LETTER[0]) * size), 500, 5),
    "one paragraph repeated": (_repeated, 1_000, 40),
    "repeated, a tenth fewer": (_repeated_less, 1_000, 40),
    "a paragraph of 1 MB": (_one_long, 1_000_000, 20_000),
    "a word of 1 MB": (_long_word, 1_000_000, 2_000),
    "200,000 distinct words": (_distinct, 200_000, 2_000),
    "5,000 one-word paragraphs": (_single_words, 5_000, 120),
    "1 x 20,000": (_uneven, 20_000, 300),
    "unrelated, one language": (_unrelated, 300, 40),
    "unrelated, 3,000": (_unrelated, 3_000, 60),
    "unrelated, two languages": (_unrelated_two, 300, 40),
    "unrelated, two, 3,000": (_unrelated_two, 3_000, 60),
    "languages mixed": (lambda size: _same(*MIXED * size), 100, 2),
    "punctuation": (lambda size: _spaced(".,;:!?()[]«»—…·", size), 300, 20),
    "emoji": (lambda size: _spaced("😀🐎🏳🌈👩🔬\u200d\ufe0f", size), 300, 20),
    "combining marks": (lambda size: _spaced("\u0301\u0308\u0327\u05b7\u0941", size), 300, 20),
    "unpaired surrogates": (lambda size: _spaced("ab\ud800\udfff c", size), 300, 20),
    "NUL": (lambda size: _spaced("ab\0 c", size), 300, 20),
    "right-to-left overrides": (lambda size: _spaced("ab\u202e\u202dא ב", size), 300, 20),
    "undefined characters": (lambda size: _spaced("\u0378\uffff\U0010ffff\ue000 ", size), 300, 20),
}


def strange(name: str, *, small: bool) -> Strange:
    """Make the texts of one kind."""
    made, large_size, small_size = KINDS[name]
    return made(small_size if small else large_size)


def unmatched_share(alignment: Alignment) -> float:
    """Share of the paragraphs of both sides that stand alone."""
    alone = [len(b.base) + len(b.witness) for b in alignment.beads if not (b.base and b.witness)]
    every = sum(len(b.base) + len(b.witness) for b in alignment.beads)
    return sum(alone) / every if every else 1.0


def measured(name: str, *, small: bool) -> dict[str, object]:
    """Align the texts of one kind, and look at what came out."""
    texts = strange(name, small=small)
    worked = time.process_time()
    alignment = texts.aligned()
    seconds = time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sure = [bead.confidence for bead in alignment.beads if bead.base and bead.witness]
    return {
        "paragraphs": f"{len(texts.base):,} x {len(texts.witness):,}",
        "seconds": f"{seconds:.2f}",
        "MB": f"{peak:.0f}",
        "beads": str(len(sure)),
        "unmatched": f"{unmatched_share(alignment):.0%}",
        "confidence": f"{sum(sure) / len(sure):.2f}" if sure else "-",
        "faults": "; ".join(texts.faults(alignment)) or "none",
    }


def main(arguments: Sequence[str]) -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], help="names of kinds, or beginnings")
    parser.add_argument("--small", action="store_true", help="the sizes of the tests")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(measured(options.one, small=options.small)))
        return
    headings = ("paragraphs", "CPU s", "MB", "beads", "unmatched", "confidence", "against the laws")
    print(f"{'kind':28}" + "".join(f"{heading:>16}" for heading in headings))
    for name in KINDS:
        if not options.only or any(name.startswith(start) for start in options.only):
            cells = _in_own_process(name, small=options.small)
            print(f"{name:28}" + "".join(f"{cell:>16}" for cell in cells), flush=True)


def _in_own_process(name: str, *, small: bool) -> list[str]:
    command = [sys.executable, str(Path(__file__).resolve()), "--one", name]
    try:
        done = subprocess.run(
            command + ["--small"] * small, capture_output=True, text=True, timeout=GIVE_UP_S
        )
    except subprocess.TimeoutExpired:
        return [f"not done in {GIVE_UP_S} s"]
    if done.returncode:
        return [f"failed: {(done.stderr.splitlines() or ['killed'])[-1]}"]
    return [str(cell) for cell in json.loads(done.stdout).values()]


if __name__ == "__main__":
    main(sys.argv[1:])
