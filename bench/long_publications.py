"""Time and memory of ``provtrack audit`` on publications nobody can read, and how both grow.

    python -m bench.long_publications [--megabytes 1,5] [--only NAME ...]

Each is invented here, has no blank line unless its kind says so, and is audited by the command as a
user runs it, against one document. The exponent tells how time has grown since the size before,
without what the command takes for nothing: 1 is in proportion, 2 with the square.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.audit_scale import init, run
from bench.measuring import ROOT, exponent

SOURCE = (
    "The Minister said that the boats would stay in the harbour until spring. He would not say"
    " who had ordered it. Captain Oreshin answered that forty crates of tea had been landed at"
    " Tarn on 3 May 1911, and that nothing was lost.\n\nThe ferry may be sold, if the council"
    " agrees. The pilots of Tarn are not paid by the town.\n"
)
AUTHORS = (
    "The Minister said that the boats would stay in the harbour until spring.",
    "He added that “nothing was lost”.",
    "In May the council met again, and the town waited for news of the ferry.",
    "Captain Oreshin reported that forty crates of tea had been landed at Tarn.",
    "It is hard to say what the pilots thought of all this; few of them could write.",
    "Oreshin told the council that “the ferry may be sold, if the council agrees”.",
    "The winter of 1911 was long, and prices rose by a third between January and March.",
    "“The pilots of Tarn are not paid by the town”, the Minister wrote.",
    "No letter of these months is held anywhere, and the accounts are lost.",
    "Whoever reads the minutes finds the same names, again and again, in other order.",
)


def prose(size: int) -> str:
    """Join sentences of an author in any order."""
    choice = random.Random(size)
    return _filled(lambda _: choice.choice(AUTHORS) + " ", size)


def _filled(piece: Callable[[int], str], size: int) -> str:
    """Join numbered pieces until a size is reached."""
    pieces, length, number = [], 0, 0
    while length < size:
        number += 1
        pieces.append(piece(number))
        length += len(pieces[-1])
    return "".join(pieces)


def _noted(size: int) -> str:
    body = _filled(lambda n: f"He added that “nothing was lost”.[^{n}] ", size // 2)
    notes = [f"[^{n}]: Oreshin to the council, 3 May 1911." for n in range(1, body.count("[^") + 1)]
    return body + "\n\n" + "\n\n".join(notes) + "\n"


def _again(words: str, before: str = "") -> Callable[[int], str]:
    """Repeat words until a size is reached."""
    return lambda size: before + words * (size // len(words) + 1)


def _cited(size: int) -> str:
    return _filled(lambda n: f"“nothing was lost” (Oreshin 1911, {n % 400}) ", size)


# Name, what names the file's format, text of about a number of letters.
KINDS: dict[str, tuple[str, Callable[[int], str]]] = {
    "prose": (".md", prose),
    "prose, plain text": (".txt", prose),
    "quotations and claims only": (".md", _again(" ".join(AUTHORS[:2]) + " ")),
    "quotations with a note each": (".md", _noted),
    "block quotations": (".md", _again("> nothing was lost\n\nHe wrote:\n\n")),
    "citations in parentheses": (".md", _cited),
    "marks that never close": (".md", _again('"')),
    "marks that open": (".txt", _again("「“«(")),
    "marks between words": (".md", _again('the " boats ( of 「 Tarn [ ')),
    "one word": (".txt", _again("a")),
    "Markdown signs": (".md", _again("*_[x](y)_* `c` <b> ")),
    "LaTeX": (
        ".tex",
        _again("He added that \\enquote{nothing was lost}.\\footnote{Oreshin, 1911.} "),
    ),
    "HTML": (".html", _again("He added that <q>nothing was lost</q>. ", before="<p>")),
    "Chinese": (".md", _again("部長說，「什麼也沒有丟失」。船隻將留在港口直到春天。")),
    "Russian": (".md", _again("Суда останутся в гавани. Он добавил: «ничего не пропало». ")),
}


def main() -> None:
    """Audit each kind in each size, and print a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--megabytes", default="1,5", help="millions of letters")
    parser.add_argument("--only", nargs="*", default=[], help="names of kinds, or beginnings")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measured(given.one[0], int(given.one[1]))))
        return
    sizes = sorted(int(float(one) * 1_000_000) for one in given.megabytes.split(","))
    least = _in_own_process("prose", 1)[0]
    print(f"{'kind':28}  letters  CPU s     MB  quotations  time ^   (nothing: {least:.1f} s)")
    for name in KINDS:
        if not given.only or any(name.startswith(start) for start in given.only):
            _print_curve(name, sizes, least)


def _print_curve(name: str, sizes: Sequence[int], least: float) -> None:
    """Print a line for each size of one kind."""
    before: tuple[int, float] | None = None
    for size in sizes:
        cpu, memory, quotations = _in_own_process(name, size)
        spent = max(cpu - least, 0.01)
        power = exponent(size, spent, before)
        letters = f"{size / 1_000_000:>5.1f} M"
        print(
            f"{name:28}  {letters}  {cpu:>5.1f}  {memory:>5.0f}  {quotations:>10,}  {power}",
            flush=True,
        )
        before = size, spent


def _in_own_process(name: str, size: int) -> tuple[float, float, int]:
    """Measure in a process of its own: the peak of a command has that of whoever starts it."""
    command = [sys.executable, "-m", "bench.long_publications", "--one", name, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    cpu, memory, quotations = json.loads(done.stdout)
    return cpu, memory, quotations


def measured(name: str, size: int) -> tuple[float, float, int]:
    """Audit a text of one kind: CPU seconds, megabytes, quotations that were judged."""
    format_, text = KINDS[name]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "texts").mkdir()
        (folder / "texts" / "minutes.txt").write_text(SOURCE, "utf-8")
        init(folder)
        path = folder / f"publication{format_}"
        path.write_text(text(size), "utf-8")
        _, cpu, memory, judged = run(folder, [path])
    return cpu, memory, judged


if __name__ == "__main__":
    main()
