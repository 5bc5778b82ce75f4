"""The text that a reader of a container yields: paragraphs, notes behind them, blocks, places.

Paragraphs are separated by an empty line; a paragraph whose end is not there runs on into the next.
Notes and comments are added behind the body by the reader. Entry points: `YieldedText`,
`changes_read`.
"""

import re
from dataclasses import dataclass, field

from provtrack.importers.publications.building import Parts, finished, refuse_surrogates
from provtrack.model.publication import Locus, Publication, RegionKind
from provtrack.text.plurals import counted

BETWEEN = "\n\n"
# How word processors and their users name the styles of quotations and of headings.
QUOTE_STYLE = re.compile(r"quot|zitat|citat|citation|цитат|block ?text|extract|bloque|引用", re.I)
HEADING_STYLE = re.compile(
    r"^(?:heading|title|subtitle|überschrift|berschrift|titre|заголовок)", re.I
)


@dataclass(slots=True)
class YieldedText:
    """Collects words, and where they stand.

    Attributes:
        paragraph_number: Counted from 1 in the body or in the note; 0 before the first.
        note: Label of the note that is being read; empty in the body.
        runs_on: The paragraph before has no end: the next one goes on with it.
        block: Where the block quotation under way begins and ends so far.
    """

    parts: Parts = field(default_factory=Parts)
    pieces: list[str] = field(default_factory=list)
    loci: list[Locus] = field(default_factory=list)
    length: int = 0
    paragraph_number: int = 0
    note: str = ""
    start: int = 0
    runs_on: bool = False
    has_words: bool = False
    block: tuple[int, int] | None = None

    def add(self, words: str) -> None:
        """Add words to the text."""
        if words:
            self.pieces.append(words)
            self.length += len(words)
            self.has_words = self.has_words or bool(words.strip())

    def place(self, run: str, *, page: int = 0, line: int = 0) -> None:
        """Say where in the file the words that follow stand."""
        self.loci.append(
            Locus(
                start=self.length if self.loci else 0,
                paragraph=self.paragraph_number,
                line=line,
                page=page,
                run=run,
                note=self.note,
            )
        )

    def begin_paragraph(self) -> None:
        """Begin a paragraph, unless the one before runs on."""
        self.paragraph_number += 1
        if not self.runs_on:
            self.start = self.length

    def end_paragraph(self, *, is_heading: bool = False, is_block: bool = False) -> None:
        """Note the region of a paragraph, and the block it belongs to; nothing if it has no words.

        Args:
            is_block: Whether it is set as a quotation.
        """
        if not self.has_words:
            return
        self.has_words = False
        kind = RegionKind.HEADING if is_heading else RegionKind.PARAGRAPH
        self.parts.region(kind, self.start, self.length)
        if is_block:
            self.block = (self.block[0] if self.block else self.start, self.length)
        else:
            self.end_block()
        self.add(BETWEEN)

    def end_block(self) -> None:
        """Note the block quotation that ends here."""
        if self.block is not None:
            self.parts.region(RegionKind.BLOCK_QUOTE, *self.block)
        self.block = None

    def begin_apart(self, label: str) -> int:
        """Begin a note or a comment behind what is there.

        Returns:
            Where it begins, for `end_apart`.
        """
        self.runs_on, self.has_words = False, False
        self.note, self.paragraph_number = label, 0
        return self.length

    def end_apart(
        self, start: int, kind: RegionKind, label: str, *, anchor: int | None = None
    ) -> None:
        """Note the region of what `begin_apart` began, and for a comment what it is tied to."""
        self.end_block()
        end = max(start, self.length - len(BETWEEN))
        self.parts.region(kind, start, end, label, anchor=anchor)

    def publication(self, name: str) -> Publication:
        """Make the publication.

        Raises:
            FormatError: The text cannot be written as UTF-8.
        """
        text = "".join(self.pieces)
        refuse_surrogates(text, name)
        return finished(name, text, self.parts, loci=self.loci or [Locus(start=0)])


def changes_read(count: int, *, keeps_changes: bool) -> str:
    """Say how the tracked changes of a file were read."""
    how = "accepted" if keeps_changes else "left out: this is the text before them"
    return f"The file has {counted(count, 'tracked change')}, read as {how}."
