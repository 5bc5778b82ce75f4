"""Join the lines of pages into paragraphs: divided words, paragraphs that run over a page.

For formats that know lines and pages only: PDF, PAGE XML, ALTO. A word divided by a sign that means
nothing else (soft hyphen, ¬, ⸗) is joined. After a common hyphen it is joined if a small letter
follows, unless the text has the word with its hyphen elsewhere; before anything else the hyphen is
kept. Lines of Chinese and Japanese join without a blank. Everything decided is counted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provtrack.importers.composing import FORMAT_SPACE, Composer
from provtrack.importers.findings import found
from provtrack.model.document import Note
from provtrack.model.finding import Finding
from provtrack.text.plurals import counted

DIVIDING = "\u00ad¬⸗"  # signs that stand at the end of a line for this reason only
HYPHENS = "\u2010-"
DIVIDED = re.compile(rf"([^\W_]+)([{DIVIDING}{HYPHENS}])$")
LONGEST_WORD = 80  # characters looked at for a divided word
FIRST_WORD = re.compile(r"[^\W_]+")
WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
WITHOUT_BLANKS = re.compile("[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
ENDS_SENTENCE = frozenset(".!?…:;。！？：；”»\"'’」』)]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One line of a page, without outer white space.

    Attributes:
        begins: Whether the page shows a new paragraph with it.
    """

    text: str
    begins: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOfLines:
    """A page: its label, for example its printed number, and its lines in reading order."""

    label: str
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedPages:
    """The recorded text, a note of the kind "page" where each page begins, what was decided.

    Attributes:
        line_starts: Where each line that has words begins in the text, in order.
    """

    text: str
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    line_starts: tuple[int, ...] = ()


def join_pages(pages: Sequence[PageOfLines], *, beside: Sequence[PageOfLines] = ()) -> JoinedPages:
    """Compose a text from the lines of pages.

    Args:
        beside: Pages of the same file whose words also tell how a divided one is spelled.
    """
    walk = _Walk(known=frozenset(_whole_words((*pages, *beside))))
    for page in pages:
        walk.page(page)
    text, notes = walk.composer.finished()
    return JoinedPages(
        text=text, notes=notes, findings=walk.findings(), line_starts=tuple(walk.starts)
    )


def _whole_words(pages: Sequence[PageOfLines]) -> Iterator[str]:
    """Words that stand undivided in a line: they tell how a divided one is spelled."""
    for page in pages:
        for line in page.lines:
            divided = _divided(line.text)
            whole = line.text[: -len(divided.group())] if divided else line.text
            yield from (one.casefold() for one in WORD.findall(whole))


def _divided(line: str) -> re.Match[str] | None:
    """The word at the end of a line, if a hyphen divides it there."""
    return DIVIDED.search(line[-LONGEST_WORD:])


@dataclass(slots=True)
class _Walk:
    """Composes the text line by line."""

    known: frozenset[str]
    composer: Composer = field(default_factory=Composer)
    last: str = ""  # line of the paragraph under way
    counts: Counter[str] = field(default_factory=Counter)
    starts: list[int] = field(default_factory=list)

    def page(self, page: PageOfLines) -> None:
        """Add a page; its first line may go on with the last paragraph of the page before."""
        lines = [line for line in page.lines if line.text.strip()]
        runs_on = bool(lines and self.last) and _runs_on(self.last, lines[0].text)
        if self.last and not runs_on:
            self.composer.end_paragraph()
        elif runs_on:
            self.counts["over"] += 1
        self.composer.note("page", label=page.label)
        for number, line in enumerate(lines):
            if line.begins and not (runs_on and number == 0):
                self.composer.end_paragraph()
                self.last = ""
            self.line(line.text.strip())

    def line(self, text: str) -> None:
        """Add a line to the paragraph under way."""
        divided = _divided(self.last)
        begins = FIRST_WORD.match(text)
        if divided and begins:
            if self.is_joined(divided, begins.group()):
                self.composer.join()
        elif not (WITHOUT_BLANKS.search(self.last[-1:]) and WITHOUT_BLANKS.match(text)):
            self.composer.words("\n")
        self.composer.words(text)
        self.starts.append(self.composer.place - len(FORMAT_SPACE.sub(" ", text)))
        self.last = text

    def is_joined(self, divided: re.Match[str], rest: str) -> bool:
        """Decide whether a hyphen at a line end goes."""
        begun, sign = divided.groups()
        if sign in DIVIDING:
            self.counts["certain"] += 1
            return True
        is_compound = f"{begun}-{rest}".casefold() in self.known
        is_whole = f"{begun}{rest}".casefold() in self.known
        joins = rest[0].islower() and (is_whole or not is_compound)
        self.counts["joined" if joins else "kept"] += 1
        return joins

    def findings(self) -> tuple[Finding, ...]:
        """Say what was decided at the ends of lines and pages."""
        sentences = []
        counts = self.counts
        if joined := counts["certain"] + counts["joined"]:
            sentences.append(f"{counted(joined, 'word')} divided at a line end joined")
        if counts["kept"]:
            sentences.append(f"{counted(counts['kept'], 'hyphen')} at a line end kept")
        if counts["over"]:
            sentences.append(f"{counted(counts['over'], 'paragraph')} joined over a page")
        if not sentences:
            return ()
        return (found("IMP209", f"Lines were joined: {', '.join(sentences)}."),)


def _runs_on(last: str, first: str) -> bool:
    """Whether the first line of a page goes on with the last paragraph of the page before."""
    if _divided(last):
        return FIRST_WORD.match(first) is not None
    if last[-1] in ENDS_SENTENCE:
        return False
    both = WITHOUT_BLANKS.match(last[-1]) and WITHOUT_BLANKS.match(first)
    return first[0].islower() or bool(both)
