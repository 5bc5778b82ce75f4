r"""LaTeX as a publication: its text is the decoded file; commands are skipped, signs read.

``csquotes`` (\enquote, \textquote, \blockquote and kin) and the environments for quotations are
quotations, \footnote and \endnote are notes, comments and the preamble are hidden. What csquotes
is told of a source, and a citation by its key, is a note too. The file's own commands for words are
read as these words; any other is skipped, and what its braces hold is read. Entry point: `read`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from provtrack.importers.content import Content
from provtrack.importers.publications.building import Parts, decoded_text, finished
from provtrack.importers.publications.latex_signs import SIGNS
from provtrack.importers.publications.latex_sources import (
    FileSays,
    cited_at,
    file_says,
    option_at,
    with_arguments,
)
from provtrack.importers.publications.latex_tables import (
    CITES,
    EDITING,
    FOREIGN,
    GROUP,
    HEADINGS,
    KEYED,
    NOTE_CITES,
    NOTES,
    PARTING,
    QUOTING,
    UNREAD,
)
from provtrack.importers.publications.latex_walk import MAX_NESTED, Group, Walk
from provtrack.model.publication import NoteMark, Publication, RegionKind

SPACE = re.compile(r"(?:\{\}|[^\S\n]+(?=\w))?")  # behind a command that stands for a sign
MORE_THAN_WORDS = frozenset(RegionKind) - {RegionKind.PARAGRAPH}
MAX_DEPTH = 8  # of commands of a file in each other
MAX_WORDS = 1_000  # signs that a command of the file stands for
MAX_EXPANDED = 2_000_000  # signs of them all: no file grows without end


def read(content: Content) -> Publication:
    """Read a LaTeX file."""
    text = decoded_text(content).text
    walk = _LatexWalk(text=text, says=file_says(text))
    walk.walk()
    return finished(content.name, text, walk.parts)


@dataclass(slots=True)
class _LatexWalk(Walk):
    """Knows csquotes, citations by keys, and the commands of the file.

    Attributes:
        depth: Of the command of the file whose body is being read.
        expanded: Signs that commands of the file have stood for.
        sources: How many sources of quotations and citations in the text are noted.
    """

    says: FileSays = field(default_factory=FileSays)
    depth: int = 0
    expanded: int = 0
    sources: int = 0

    def command(self, name: str, start: int) -> None:
        """Note a command with what belongs to it."""
        name = self.says.aliases.get(name.rstrip("*"), name.rstrip("*"))
        if name in self.says.words and self.own(name, start):
            return
        if name in SIGNS:
            space = SPACE.match(self.text, self.position)
            self.position = space.end() if space else self.position
            self.parts.stands_for(start, self.position, SIGNS[name])
            self.begin = start if self.begin < 0 else self.begin
        elif name in EDITING:
            self.editing(name, start)
        elif name in ("begin", "end"):
            self.environment(name, start)
        elif name in QUOTING:
            self.quoting(name, start)
        elif name in NOTES:
            self.note(start)
        elif CITES.match(name):
            self.citation(name, start)
        elif name in HEADINGS:
            self.end_paragraph(start)
            self.options(start)
            self.group(Group(self.position, is_heading=True))
        else:
            if name in PARTING:
                self.end_paragraph(start)
            if UNREAD.match(name):
                self.unread(name, start)
            else:
                self.options(start)

    def own(self, name: str, start: int) -> bool:
        """Read a command of the file as the words it stands for, if it stands for nothing else."""
        count, body = self.says.words[name]
        filled = with_arguments(self.text, self.position, count, body)
        shown = self.printed(filled[0]) if filled else None
        if filled is None or shown is None or not (shown or not count):
            return False
        if count and not any(map(str.isalnum, re.sub(r"\\[A-Za-z]+|#\d", "", body))):
            return False
        self.position = filled[1]
        space = SPACE.match(self.text, self.position) if "\\xspace" not in body else None
        self.position = space.end() if space and not count else self.position
        self.expanded += len(shown)
        if shown and self.expanded < MAX_EXPANDED:
            self.parts.stands_for(start, self.position, shown)
            self.begin = start if self.begin < 0 else self.begin
        else:
            self.parts.skip(start, self.position)
        return True

    def printed(self, source: str) -> str | None:
        """Say what a piece of LaTeX prints; None if it is more than a few words."""
        if source not in self.says.printed:
            self.says.printed[source] = None  # if it comes again in itself
            if self.depth < MAX_DEPTH:
                walk = _LatexWalk(text=source, says=self.says, depth=self.depth + 1)
                walk.read_to(len(source))
                while walk.groups:
                    walk.close(len(source))
                self.says.printed[source] = _words(source, walk.parts)
        return self.says.printed[source]

    def editing(self, name: str, start: int) -> None:
        """Note what an author leaves out or puts in, with the signs that csquotes prints."""
        group = GROUP.match(self.text, self.position)
        is_empty = group is not None and not group[1].strip()
        shown = "" if name == "textins" else "[…]"
        if group is not None and (name == "textdel" or is_empty):
            self.position = group.end()
            self.parts.stands_for(start, self.position, shown)
        else:
            before = self.position
            self.group(Group(before, opening="[", closing="]"))
            self.parts.stands_for(start, before, shown)
        self.begin = start if self.begin < 0 else self.begin

    def quoting(self, name: str, start: int) -> None:
        """Note a quotation of csquotes: options tell the source, or a key in braces."""
        kind = RegionKind.BLOCK_QUOTE if "block" in name else RegionKind.QUOTED
        if kind is RegionKind.BLOCK_QUOTE:
            self.end_paragraph(start)
        elif self.begin < 0:
            self.begin = start
        self.parts.skip(start, self.position)
        source = self.source_of(name, start)
        self.group(Group(self.position, kind=kind, source=source))

    def source_of(self, name: str, start: int) -> str:
        """Note the source of a quotation of csquotes; give what ties the quotation to it."""
        if FOREIGN.match(name):
            self.skip_group(start)
        return self.source(start, is_keyed=KEYED.search(name) is not None)

    def source(self, start: int, *, is_keyed: bool) -> str:
        """Note the source of a quotation as a note; give what ties the quotation to it."""
        first = self.position
        option = option_at(self.text, first)
        if is_keyed:
            cited, self.position = cited_at(self.text, first)
            self.sources += 1
            self.cited(first, cited, f"source {self.sources}")
        elif option is not None and len(option):
            self.sources += 1
            self.parts.skip(first, option.start)
            self.position = option.start
            self.words_of_source(option.end)
            self.position = option.end + 1
            self.parts.skip(option.end, self.position)
        is_told = self.position > first
        self.options(self.position)
        self.parts.skip(start, first)
        return f"#{self.sources}" if is_told else ""

    def words_of_source(self, end: int) -> None:
        """Read what an option says of a source as a note, or in a note as its words."""
        around = len(self.groups)
        if self.is_in_note():
            self.groups.append(Group(self.position))
        else:
            note = Group(self.position, kind=RegionKind.NOTE, label=f"source {self.sources}")
            note.paragraph, self.begin = self.begin, -1
            self.groups.append(note)
        self.read_to(end)
        while len(self.groups) > around:
            self.close(end)

    def citation(self, name: str, start: int) -> None:
        """Note a command that cites: in a note its words, in the text a note."""
        most = MAX_NESTED if name.endswith("s") else 1
        cited, self.position = cited_at(self.text, self.position, most=most)
        if not cited:
            self.parts.skip(start, self.position)
            return
        is_auto = self.says.cites_in_notes and name.lower().startswith("autocite")
        is_words = self.is_in_note() or self.depth > 0
        if not is_words and (is_auto or NOTE_CITES.match(name)):
            self.notes += 1
            label = str(self.notes)
        else:
            self.sources += 1
            label = f"source {self.sources}"
        if not is_words:
            self.parts.note_marks.append(NoteMark(position=start, label=label))
        self.cited(start, cited, label)

    def cited(self, start: int, cited: Sequence[tuple[list[str], str]], label: str) -> None:
        """Read what stands from a place on as the entries that keys name."""
        words = "; ".join(self.entries(options, keys) for options, keys in cited)
        begin = start + 1  # the call stands before the note, not in it
        self.parts.skip(start, begin)
        self.parts.stands_for(begin, self.position, words)
        if not self.is_in_note() and not self.depth:
            self.parts.region(RegionKind.NOTE, begin, self.position, label)

    def entries(self, options: Sequence[str], keys: str) -> str:
        """Say what keys name, between the options; a key that nothing explains is given itself."""
        named = [one.strip() for one in keys.split(",")]
        shown = "; ".join(self.printed(self.says.entries.get(one, one)) or one for one in named)
        before, behind = ["", *options][-2:] if options else ("", "")
        parts = (self.printed(before) or "", shown.rstrip("."), self.printed(behind) or "")
        return f"{parts[0]} {parts[1]}, {parts[2]}".strip(" ,")


def _words(source: str, parts: Parts) -> str | None:
    """What a piece of LaTeX prints, without its commands; None if it is more than a few words."""
    if not MORE_THAN_WORDS.isdisjoint(one.kind for one in parts.regions):
        return None
    words, position = "", 0
    for start, end, shown in finished("", source, parts).cuts():
        words += source[position:start] + shown
        position = end
        if len(words) > MAX_WORDS:
            return None
    words = " ".join((words + source[position:]).split())
    return words if len(words) <= MAX_WORDS else None
