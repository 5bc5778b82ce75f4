"""How well changes are found and named, on the gold pairs of tests/gold, per nature and language.

Each pair is given as one bead, so that nothing but changes is judged; ``--align`` leaves that to
the aligner. ``--details`` lists what was missed, mistaken or given a wrong span; substantive
changes called accidental are always listed. ``--folder`` reads other pairs of the same form.
Usage: ``python bench/changes.py [--language en] [--details] [--align] [--folder FOLDER]``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gold.pairs import FOLDER, LANGUAGES, read_pairs  # noqa: E402
from gold.score import Tally, changes_of, one_bead, score  # noqa: E402

from provtrack.model.names import Nature  # noqa: E402


def tally_of(language: str, *, folder: Path, uses_aligner: bool) -> Tally:
    """Compare and score every pair of one language."""
    tally = Tally()
    for pair in read_pairs(language, folder=folder):
        alignment = None if uses_aligner else one_bead(pair)
        tally.add(score(pair, changes_of(pair, alignment=alignment)))
    return tally


def print_natures(tally: Tally, title: str) -> None:
    """Print precision, recall and F1 of every nature that was expected or found."""
    print(f"\n{title}\n{'nature':<16}{'expected':>9}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}")
    for nature in Nature:
        if tally.expected[nature] or tally.found[nature]:
            shares = (tally.precision(nature), tally.recall(nature), tally.f1(nature))
            counts = f"{tally.expected[nature]:>9}{tally.found[nature]:>7}"
            print(f"{nature:<16}{counts}" + "".join(f"{share:>7.3f}" for share in shares))
    print(
        f"{'all':<16}{tally.expected.total():>9}{tally.found.total():>7}"
        f"   answered {tally.answered.total()}, spans right {tally.span_accuracy():.3f}, "
        f"kinds right {tally.kind_accuracy():.3f}"
    )


def print_lines(lines: Sequence[str], title: str) -> None:
    """Print a list with its length."""
    print(f"\n{title}: {len(lines)}")
    for line in lines:
        print(f"  {line}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--align", action="store_true")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    whole = Tally()
    for language in options.language or LANGUAGES:
        tally = tally_of(language, folder=options.folder, uses_aligner=options.align)
        print_natures(tally, language)
        whole.add(tally)
    print_natures(whole, "all languages")
    print_lines(whole.called_accidental, "substantive called accidental")
    print(f"accidental called substantive: {len(whole.called_substantive)}")
    if options.details:
        print_lines(whole.called_substantive, "accidental called substantive")
        print_lines(whole.missed, "missed")
        print_lines(whole.mistaken, "mistaken")
        print_lines(whole.wrong_spans, "wrong spans")


if __name__ == "__main__":
    main()
