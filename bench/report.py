"""Measure the report of a long text: building it, and opening and using it in Chromium.

    python bench/report.py [PARAGRAPHS] [CHANGES A PARAGRAPH]

The text is invented and woven with its changes, so that only the report is measured. Prints one
line a figure with its budget (DESIGN §8). Needs Chromium for the second half; says so if absent.
"""

import hashlib
import shutil
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from provtrack.model.comparison import (
    Change,
    Collation,
    ComparedBead,
    ComparedVersion,
    Comparison,
    Reading,
)
from provtrack.model.names import ACCIDENTAL_NATURES, ChangeKind, Nature, Significance
from provtrack.reporting import render

TEXT = """
the harbour of Amsel lay quiet and no ship had come since the ice broke though letters were sent
every week to the company whose clerks answered none of them before the spring rent fell due
"""
WORDS = TEXT.split()
WORDS_A_PARAGRAPH = 45
NATURES = (Nature.WORDING, Nature.SPELLING, Nature.PUNCTUATION, Nature.CONTENT, Nature.NEGATION)
BROWSER_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def woven_collation(paragraphs: int, changes: int) -> Collation:
    """Weave two versions of an invented text, with a number of changes in each paragraph."""
    random = Random(7)
    base, witness, beads = [], [], []
    for position in range(paragraphs):
        words = [random.choice(WORDS) for _ in range(WORDS_A_PARAGRAPH)]
        altered = set(random.sample(range(WORDS_A_PARAGRAPH), changes))
        found, old, new = [], "", ""
        for place, word in enumerate(words):
            if place in altered:
                reading = random.choice(WORDS) + "x"
                found.append(_change(random, position, (len(old), word), (len(new), reading)))
            else:
                reading = word
            old, new = f"{old}{word} ", f"{new}{reading} "
        base.append(old)
        witness.append(new)
        beads.append(
            ComparedBead(
                base=(position,),
                witness=(position,),
                confidence=0.99,
                similarity=0.95,
                changes=tuple(found),
            )
        )
    known = {"language": "en", "name": "E1", "siglum": "E1", "document": "long", "revision": 1}
    return Collation(
        base=ComparedVersion(text_sha256=_digest(base), paragraphs=tuple(base), **known),
        witnesses=(
            Comparison(
                text_sha256=_digest(witness),
                paragraphs=tuple(witness),
                beads=tuple(beads),
                **(known | {"name": "E2", "siglum": "E2"}),
            ),
        ),
    )


def _digest(paragraphs: list[str]) -> str:
    return hashlib.sha256("\n\n".join(paragraphs).encode()).hexdigest()


def _change(
    random: Random, position: int, base: tuple[int, str], witness: tuple[int, str]
) -> Change:
    """Make a substitution of any nature."""
    nature = random.choice(NATURES)
    accidental = nature in ACCIDENTAL_NATURES
    (start, old), (begin, new) = base, witness
    return Change(
        kind=ChangeKind.SUBSTITUTION,
        significance=Significance.ACCIDENTAL if accidental else Significance.SUBSTANTIVE,
        nature=nature,
        rule="bench-1",
        confidence=0.9,
        explanation="",
        base=Reading(paragraph=position, start=start, end=start + len(old), text=old),
        witness=Reading(paragraph=position, start=begin, end=begin + len(new), text=new),
    )


def show(name: str, seconds: float, budget: float) -> None:
    """Print a figure beside its budget."""
    print(f"{name:<34} {seconds:7.2f} s   budget {budget:.1f} s")


def use_in_browser(page: Path) -> None:
    """Open the page and use it as a reader does."""
    from playwright.sync_api import sync_playwright

    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        print("Chromium is not installed: opening and using the page was not measured.")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=BROWSER_FLAGS)
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        started = time.perf_counter()
        tab.goto(page.as_uri(), wait_until="load")
        tab.evaluate(SETTLED)
        show("open until usable", time.perf_counter() - started, 3.0)
        nodes = tab.evaluate("document.getElementsByTagName('*').length")
        print(f"{'elements in the page':<34} {nodes:,}")
        for name, script, budget in ACTS:
            show(
                name,
                tab.evaluate(f"async () => {{ {TIMED.replace('ACT', script)} }}") / 1000,
                budget,
            )
        browser.close()


SETTLED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))"
TIMED = (
    "const t = performance.now(); ACT; document.body.offsetHeight;"
    "await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));"
    "return performance.now() - t"
)
ACTS = (
    ("view: in line", "document.querySelector('[data-mode=m-inline]').click()", 1.5),
    ("view: apparatus", "document.querySelector('[data-mode=m-app]').click()", 1.5),
    ("view: columns", "document.querySelector('[data-mode=\"\"]').click()", 1.5),
    ("filter: substantive only", "document.querySelector('#subonly').click()", 0.5),
    ("filter: all again", "document.querySelector('#subonly').click()", 0.5),
    ("filter: one nature", "document.querySelector('[data-f]').click()", 0.5),
    ("next change", "document.querySelector('#nx').click()", 1.5),
    ("next change again", "document.querySelector('#nx').click()", 0.5),
    ("jump to the last row", "document.querySelector('.row:last-of-type .pl').click()", 0.5),
)


def main() -> None:
    """Build, open, use."""
    paragraphs = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    changes = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    collation = woven_collation(paragraphs, changes)
    render(woven_collation(10, 2))  # compiles the templates, as a first report has done
    started, worked = time.perf_counter(), time.process_time()
    page = render(collation)
    built, used = time.perf_counter() - started, time.process_time() - worked
    print(f"{paragraphs:,} paragraphs, {paragraphs * changes:,} changes, {len(page) / 1e6:.1f} MB")
    show("build the page", built, 1.0)
    show("build the page, processor time", used, 1.0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.html"
        path.write_text(page, encoding="utf-8")
        use_in_browser(path)


if __name__ == "__main__":
    main()
