"""Measure the finding of quotations on invented prose in the customs of many countries, with noise.

    python -m bench.quotation_customs [--seed NUMBER] [--details]

Every manuscript is made of words of one language, set in one custom of marks: outer, inner,
innermost. Quotations stand in the line, in each other, interrupted, over paragraphs, as blocks, in
notes; beside them stand apostrophes, measures and titles, which are none. The noise is that of
typewriters and of recognition: blanks at marks, marks that look alike, marks lost. A quotation
counts as found if the spans have nine tenths of their union in common. Other seeds hold out.
"""

import argparse
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from bench.quotation_tongues import (
    CHINESE,
    ENGLISH,
    FRENCH,
    GERMAN,
    GREEK,
    HUNGARIAN,
    JAPANESE,
    POLISH,
    RUSSIAN,
    SPANISH,
    SWEDISH,
    Tongue,
)
from bench.quotations import overlap, rules
from provtrack.importers import read_publication_content

LEAST_OVERLAP = 0.9
MANUSCRIPTS = 12  # of each custom and noise
QUOTATIONS = 14  # in each manuscript

Marks = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """How a country sets quotations, and those in them."""

    name: str
    tongue: Tongue
    outer: Marks
    inner: Marks
    innermost: Marks | None = None
    typed: bool = False  # apostrophes are straight


CURLY, SINGLE, STRAIGHT, TYPED = ("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")
ANGLES, LONE = ("«", "»"), ("‹", "›")
CUSTOMS = (
    Custom(name="American", tongue=ENGLISH, outer=CURLY, inner=SINGLE, innermost=CURLY),
    Custom(name="British", tongue=ENGLISH, outer=SINGLE, inner=CURLY, innermost=SINGLE),
    Custom(name="typed", tongue=ENGLISH, outer=STRAIGHT, inner=TYPED, typed=True),
    Custom(name="typed British", tongue=ENGLISH, outer=TYPED, inner=STRAIGHT, typed=True),
    Custom(name="TeX", tongue=ENGLISH, outer=("``", "''"), inner=("`", "'"), typed=True),
    Custom(name="German", tongue=GERMAN, outer=("„", "“"), inner=("‚", "‘")),
    Custom(name="German books", tongue=GERMAN, outer=("»", "«"), inner=("›", "‹")),
    Custom(name="German typed", tongue=GERMAN, outer=("„", '"'), inner=TYPED, typed=True),
    Custom(name="Swiss", tongue=GERMAN, outer=ANGLES, inner=LONE),
    Custom(name="French", tongue=FRENCH, outer=("« ", " »"), inner=CURLY),
    Custom(name="French, fixed blanks", tongue=FRENCH, outer=("«\u202f", "\u202f»"), inner=CURLY),
    Custom(name="French typed", tongue=FRENCH, outer=STRAIGHT, inner=TYPED, typed=True),
    Custom(name="Russian", tongue=RUSSIAN, outer=ANGLES, inner=("„", "“")),
    Custom(name="Russian, curly", tongue=RUSSIAN, outer=CURLY, inner=SINGLE),
    Custom(name="Russian, same", tongue=RUSSIAN, outer=ANGLES, inner=ANGLES),
    Custom(name="Polish", tongue=GERMAN, outer=("„", "”"), inner=("«", "»")),
    Custom(name="Swedish", tongue=SWEDISH, outer=("”", "”"), inner=("’", "’")),
    Custom(name="Finnish", tongue=SWEDISH, outer=("»", "»"), inner=("’", "’")),
    Custom(name="Chinese", tongue=CHINESE, outer=CURLY, inner=SINGLE),
    Custom(name="Taiwanese", tongue=CHINESE, outer=("「", "」"), inner=("『", "』")),
    Custom(name="Polish books", tongue=POLISH, outer=("„", "”"), inner=("»", "«")),
    Custom(name="Hungarian", tongue=HUNGARIAN, outer=("„", "”"), inner=("»", "«")),
    Custom(name="Greek", tongue=GREEK, outer=ANGLES, inner=CURLY),
    Custom(name="Spanish", tongue=SPANISH, outer=ANGLES, inner=CURLY, innermost=SINGLE),
    Custom(name="Danish", tongue=SWEDISH, outer=("»", "«"), inner=("›", "‹")),
    Custom(name="Dutch, old", tongue=GERMAN, outer=("„", "”"), inner=("‚", "’")),
    Custom(name="low commas", tongue=GERMAN, outer=(",,", "''"), inner=(",", "'"), typed=True),
    Custom(name="typed angles", tongue=RUSSIAN, outer=("<<", ">>"), inner=STRAIGHT),
    Custom(name="TeX, French", tongue=FRENCH, outer=("<<", ">>"), inner=("``", "''"), typed=True),
    Custom(name="Japanese", tongue=JAPANESE, outer=("「", "」"), inner=("『", "』")),
    Custom(name="minute marks", tongue=CHINESE, outer=("〝", "〞"), inner=SINGLE),
    Custom(name="low minute marks", tongue=CHINESE, outer=("〝", "〟"), inner=SINGLE),
)


@dataclass(slots=True)
class Page:
    """A manuscript in the making, with the spans of its quotations."""

    custom: Custom
    chance: random.Random
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[str, list[tuple[int, int]]]] = field(default_factory=list)

    def words(self, count: int) -> str:
        """Running words, some of them odd."""
        tongue = self.custom.tongue
        chosen = [self.chance.choice(tongue.words.split()) for _ in range(count)]
        if tongue.odd and self.chance.random() < 0.4:
            odd = self.chance.choice(tongue.odd)
            odd = odd.replace("’", "'") if self.custom.typed else odd.replace("'", "’")
            chosen.insert(self.chance.randrange(len(chosen) + 1), odd)
        return tongue.blank.join(chosen)

    def sentence(self, count: int) -> str:
        """Words with a capital and a stop."""
        words = self.words(count)
        return words[:1].upper() + words[1:] + self.custom.tongue.stop

    def quoted(self, depth: int = 0) -> str:
        """The words of a quotation, perhaps with another in it."""
        words = self.words(self.chance.randrange(6, 28))
        marks = (self.custom.inner, self.custom.innermost)[depth] if depth < 2 else None
        if marks is None or self.chance.random() > 0.35:
            return words
        blank = self.custom.tongue.blank
        inner = marks[0] + self.quoted(depth + 1) + marks[1]
        return blank.join([words, inner, self.words(3)])

    def mark(self, words: str, text: str | None = None) -> str:
        """Set words between marks, and note their span; returns what stands there."""
        begin, end = self.custom.outer
        self.text += begin
        self.spans.append((len(self.text), len(self.text) + len(words)))
        self.text += words + end
        return words

    def inline(self) -> None:
        """A quotation in the line."""
        tongue = self.custom.tongue
        self.text += self.sentence(8) + tongue.blank + self.chance.choice(tongue.leads)
        words = self.quoted()
        stops = self.chance.random() < 0.3
        self.mark(words + tongue.stop if stops else words)
        follow = self.chance.choice(tongue.follows)
        self.text += tongue.blank + self.sentence(6) if stops else follow
        self.text += "\n\n"

    def interrupted(self) -> None:
        """A quotation that a clause interrupts."""
        tongue, (begin, end) = self.custom.tongue, self.custom.outer
        comma = {CHINESE: "，", JAPANESE: "、"}.get(tongue, ",")
        first, rest = self.words(7) + comma, self.words(9) + tongue.stop
        self.text += self.sentence(7) + tongue.blank
        between = end + self.chance.choice(tongue.breaks) + begin
        self.mark(first[:1].upper() + first[1:] + between + rest)
        self.text += "\n\n"

    def over_paragraphs(self) -> None:
        """A quotation of two paragraphs, the mark repeated at the second."""
        tongue, begin = self.custom.tongue, self.custom.outer[0]
        self.text += self.chance.choice([one for one in tongue.leads if one.rstrip()[-1] in ":："])
        self.mark(f"{self.sentence(14)}\n\n{begin}{self.sentence(14)}")
        self.text += "\n\n"

    def block(self) -> None:
        """A quotation set as a block."""
        lead = self.chance.choice([x for x in self.custom.tongue.leads if x.rstrip()[-1] in ":："])
        self.text += f"{lead.rstrip()}\n\n> "
        words = self.sentence(20) + self.custom.tongue.blank + self.sentence(8)
        self.spans.append((len(self.text), len(self.text) + len(words)))
        self.text += f"{words}\n\n{self.sentence(9)}\n\n"

    def in_note(self) -> None:
        """A quotation in a note."""
        self.text += f"{self.sentence(10)}[^{len(self.notes) + 1}]\n\n"
        text, spans = self.text, self.spans
        self.text, self.spans = "", []
        self.inline()
        self.notes.append((self.text.strip(), self.spans))
        self.text, self.spans = text, spans

    def plain(self) -> None:
        """A paragraph without a quotation."""
        self.text += f"{self.sentence(12)}{self.custom.tongue.blank}{self.sentence(9)}\n\n"

    def finish(self) -> None:
        """Add the notes."""
        for number, (words, spans) in enumerate(self.notes, 1):
            self.text += f"[^{number}]: "
            self.spans += [(len(self.text) + start, len(self.text) + end) for start, end in spans]
            self.text += f"{words}\n\n"


def manuscript(custom: Custom, chance: random.Random) -> Page:
    """Make a manuscript."""
    page = Page(custom=custom, chance=chance)
    kinds = [page.inline] * 5 + [page.interrupted, page.over_paragraphs, page.block, page.in_note]
    for _ in range(QUOTATIONS):
        chance.choice(kinds)()
        if chance.random() < 0.4:
            page.plain()
    page.finish()
    return page


Change = tuple[int, int, str]
Noise = Callable[[Page], list[Change]]


def changed(page: Page, changes: list[Change]) -> None:
    """Change the text of a page, and move its spans."""
    pieces, position, done = [], 0, []
    for start, end, words in sorted(changes):
        if start < position:
            continue
        pieces += [page.text[position:start], words]
        position = end
        done.append((start, end, len(words)))
    pieces.append(page.text[position:])

    def moved(place: int) -> int:
        return place + sum(n - (end - start) for start, end, n in done if end <= place)

    page.text, page.spans = "".join(pieces), [(moved(a), moved(b)) for a, b in page.spans]


def borders(page: Page, share: float) -> list[tuple[int, int, bool]]:
    """Some of the outer marks: start, end, whether it opens."""
    begin, end = page.custom.outer
    found = []
    for first, last in page.spans:
        if page.text[first - len(begin) : first] == begin:
            found.append((first - len(begin), first, True))
            found.append((last, last + len(end), False))
    return [one for one in found if page.chance.random() < share]


def none(_: Page) -> list[Change]:
    """No noise."""
    return []


def blanks(page: Page) -> list[Change]:
    """Blanks inside marks, as recognition puts them."""
    return [(e, e, " ") if opens else (s, s, " ") for s, e, opens in borders(page, 0.1)]


def letters(page: Page) -> list[Change]:
    """Three letters in a hundred misread, marks left alone."""
    return [
        (n, n + 1, page.chance.choice("eclhiтн1 "))
        for n, sign in enumerate(page.text)
        if sign.isalpha() and page.chance.random() < 0.03
    ]


def lookalikes(page: Page) -> list[Change]:
    """Marks misread as such that look alike."""
    alike = {
        "“": ['"', "''", "‘‘", "„"], "”": ['"', "''", "’’"], "„": [",,"], "‘": ["'", "`"],
        "’": ["'"], "«": ["<<", "«"], "»": [">>", "»"], '"': ["''", "“”"], "‚": [","],
    }  # fmt: skip
    changes = []
    for start, end, opens in borders(page, 0.1):
        own = page.text[start:end]
        sign = own.strip()
        options = [x for x in alike.get(sign, []) if x not in ("„", ",")]
        if options:
            new = page.chance.choice(options)
            new = (new[0] if opens else new[1]) if new == "“”" else new
            changes.append((start, end, own.replace(sign, new)))
    return changes


def lost_closing(page: Page) -> list[Change]:
    """Closing marks lost at the end of a paragraph."""
    return [
        (start, end, "")
        for start, end, opens in borders(page, 0.1)
        if not opens and page.text[end : end + 2] == "\n\n"
    ]


def lost_opening(page: Page) -> list[Change]:
    """Opening marks lost behind the words that bring a quotation in."""
    return [(start, end, "") for start, end, opens in borders(page, 0.06) if opens]


NOISES: tuple[Noise, ...] = (none, blanks, letters, lookalikes, lost_closing, lost_opening)


def measure(custom: Custom, noise: Noise, seed: int, details: bool) -> tuple[int, int, int]:
    """Count right, wrong and missed over the manuscripts of a custom."""
    right = wrong = missed = 0
    for number in range(MANUSCRIPTS):
        page = manuscript(custom, random.Random(f"{custom.name} {seed} {number}"))
        changed(page, noise(page))
        text = page.text.encode()
        found = rules(read_publication_content(text, "a.md"))
        hits = {s for s in page.spans if any(overlap(s, f) >= LEAST_OVERLAP for f in found)}
        false = [f for f in found if not any(overlap(s, f) >= LEAST_OVERLAP for s in page.spans)]
        right, wrong, missed = (
            right + len(hits),
            wrong + len(false),
            missed + len(page.spans) - len(hits),
        )
        if details:
            for span in sorted(set(page.spans) - hits):
                print("  missed", repr(page.text[max(0, span[0] - 60) : span[1] + 40]))
            for span in false:
                print("  wrong ", repr(page.text[span[0] - 10 : span[1] + 10]))
    return right, wrong, missed


def f1(right: int, wrong: int, missed: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / max(1, 2 * right + wrong + missed)


def main() -> None:
    """Print F1 for each custom and noise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--only", default="", help="a custom")
    options = parser.parse_args()
    print(f"{'':<24}" + "".join(f"{noise.__name__:>14}" for noise in NOISES))
    total = [0, 0, 0]
    for custom in CUSTOMS:
        if options.only not in ("", custom.name):
            continue
        cells = [measure(custom, noise, options.seed, options.details) for noise in NOISES]
        print(f"{custom.name:<24}" + "".join(f"{f1(*cell):>14.4f}" for cell in cells), flush=True)
        total = [a + sum(cell[n] for cell in cells) for n, a in enumerate(total)]
    print(f"{'all':<24}{f1(*total):>14.4f}   {total[0]} right, {total[1]} wrong, {total[2]} missed")


if __name__ == "__main__":
    main()
