"""Go through the commands of a LaTeX file: braces, environments, signs, notes.

What packages and the file itself add is known to `latex`, which builds on it. Entry point: `Walk`.
"""

import re
from dataclasses import dataclass, field

from provtrack.importers.publications.building import Parts
from provtrack.importers.publications.latex_signs import COMBINING, accented
from provtrack.importers.publications.latex_tables import (
    BLOCK_ENVIRONMENTS,
    CODE_ENVIRONMENTS,
    GERMAN,
    GROUP,
    LAST_GROUP_READ,
    OPTION,
    WITH_SOURCE,
)
from provtrack.model.publication import NoteMark, Region, RegionKind
from provtrack.model.text import Span

PIECE = re.compile(
    r"(?P<comment>%[^\n]*)"
    r"|(?P<accent>\\[\"'`^~=.](?:\{(?:\\?[A-Za-z])\}|\\?[A-Za-z])|\\[cvuHkrd]\{[A-Za-z]\})"
    r"|(?P<command>\\[A-Za-z@]+\*?)"
    r"|(?P<escape>\\[^A-Za-z@])"
    r"|(?P<open>\{)|(?P<close>\})"
    r"|(?P<dash>---?)|(?P<tie>~)"
    r"|(?P<german>\"[`'=~-])"
    r"|(?P<maths>\$\$?)"
    r"|(?P<blank>\n[^\S\n]*\n\s*)"
)
MAX_NESTED = 200


@dataclass(slots=True)
class Group:
    """A brace or an environment that is open, what it is, and what its braces stand for."""

    start: int
    kind: RegionKind | None = None
    label: str = ""
    source: str = ""
    environment: str = ""
    is_heading: bool = False
    paragraph: int = -1
    opening: str = ""
    closing: str = ""


@dataclass(slots=True)
class Walk:
    """Goes through the commands of a file.

    Attributes:
        begin: Where the paragraph that is being read began; -1 before its first words.
        notes: How many are numbered so far.
    """

    text: str
    parts: Parts = field(default_factory=Parts)
    groups: list[Group] = field(default_factory=list)
    position: int = 0
    begin: int = -1
    notes: int = 0
    is_heading: bool = False

    def walk(self) -> None:
        """Read the whole file; before \\begin{document} there is no text."""
        start = re.search(r"\\begin\s*\{document\}", self.text)
        if start:
            self.parts.region(RegionKind.HIDDEN, 0, start.end())
            self.position = start.end()
        self.read_to(len(self.text))
        while self.groups:
            self.close(len(self.text))
        self.end_paragraph(len(self.text))

    def read_to(self, end: int) -> None:
        """Read what stands before a place."""
        while (match := PIECE.search(self.text, self.position, end)) is not None:
            self.words(match.start())
            self.position = match.end()
            self.piece(match)
        self.words(end)
        self.position = max(self.position, end)

    def words(self, end: int) -> None:
        """Begin a paragraph with the first words."""
        if self.begin < 0 and self.text[self.position : end].strip():
            self.begin = self.position

    def end_paragraph(self, end: int) -> None:
        """End the paragraph that is being read."""
        if self.begin >= 0:
            kind = RegionKind.HEADING if self.is_heading else RegionKind.PARAGRAPH
            self.parts.region(kind, self.begin, end)
        self.begin = -1

    def piece(self, match: re.Match[str]) -> None:
        """Note one piece."""
        start, end = match.span()
        match match.lastgroup:
            case "comment":
                self.parts.region(RegionKind.HIDDEN, start, end)
            case "blank":
                self.end_paragraph(start)
            case "open":
                self.parts.skip(start, end)
                self.groups.append(Group(end))
            case "close":
                self.brace(start, end)
            case "command":
                self.command(match.group()[1:], start)
            case "maths":
                self.maths(match)
            case _:
                self.sign(match)

    def brace(self, start: int, end: int) -> None:
        """Close a pair of braces; what an author puts in ends with a bracket."""
        group = self.groups[-1] if self.groups else None
        if group is not None and group.closing:
            self.parts.stands_for(start, end, group.closing)
        else:
            self.parts.skip(start, end)
        if group is not None and not group.environment:
            self.close(start)

    def sign(self, match: re.Match[str]) -> None:
        """Note signs that stand for others."""
        words, (start, end) = match.group(), match.span()
        if match["accent"]:
            letter = re.sub(r"[^A-Za-z]", "", words[2:])
            shown = accented(letter, COMBINING[words[1]])
        elif match["dash"]:
            shown = "—" if len(words) == 3 else "–"
        elif match["german"]:
            shown = GERMAN[words]
        elif match["tie"]:
            shown = "\u00a0"
        else:
            shown = {"\\\\": "\n", "\\,": "\u202f", "\\ ": " "}.get(words, words[1:])
            shown = (
                "" if words in ("\\-", "\\/", "\\@", "\\;", "\\!", "\\:", "\\(", "\\)") else shown
            )
        if shown:
            self.parts.stands_for(start, end, shown)
        else:
            self.parts.skip(start, end)
        self.begin = start if self.begin < 0 else self.begin

    def command(self, name: str, start: int) -> None:
        """Note a command with what belongs to it; here it is skipped."""
        self.options(start)

    def source_of(self, name: str, start: int) -> str:
        """Give what ties a quotation to the source that is told behind a name; here nothing."""
        self.options(start)
        return ""

    def maths(self, match: re.Match[str]) -> None:
        """Set a formula apart."""
        limit = self.text.find("\n\n", match.end())
        end = self.text.find(match.group(), match.end(), limit if limit > 0 else len(self.text))
        self.parts.skip(*match.span())
        if end >= 0:
            self.parts.region(RegionKind.CODE, match.end(), end)
            self.position = end + len(match.group())
            self.parts.skip(end, self.position)

    def options(self, start: int) -> str:
        """Skip a command and its options; give the first option."""
        first = ""
        for _ in range(3):
            option = OPTION.match(self.text, self.position)
            if option is None:
                break
            first, self.position = first or option[1], option.end()
        self.parts.skip(start, self.position)
        return first

    def group(self, group: Group) -> None:
        """Enter the braces behind a command, if they are there."""
        brace = re.compile(r"\s{0,9}\{").match(self.text, self.position)
        if brace is None or len(self.groups) >= MAX_NESTED:
            return
        if group.opening:
            self.parts.skip(self.position, brace.end() - 1)
            self.parts.stands_for(brace.end() - 1, brace.end(), group.opening)
        else:
            self.parts.skip(self.position, brace.end())
        self.position = group.start = brace.end()
        self.groups.append(group)
        if group.is_heading:
            self.is_heading = True

    def skip_group(self, start: int) -> str:
        """Skip braces with what they hold; give it."""
        group = GROUP.match(self.text, self.position)
        if group is None:
            return ""
        self.position = group.end()
        self.parts.skip(start, self.position)
        return group[1]

    def unread(self, name: str, start: int) -> None:
        """Skip a command with all its braces; a few show the words of the last."""
        self.options(start)
        groups = 1 if name in LAST_GROUP_READ else 4
        for _ in range(groups):
            if not self.skip_group(start):
                break
            self.options(start)

    def note(self, start: int) -> None:
        """Note the call of a note, and the note that stands there."""
        self.options(start)
        self.notes += 1
        label = str(self.notes)
        self.parts.note_marks.append(NoteMark(position=start, label=label))
        before = self.begin
        self.group(Group(self.position, kind=RegionKind.NOTE, label=label, paragraph=before))
        self.begin = -1

    def is_in_note(self) -> bool:
        """Whether a note is open."""
        return any(one.kind is RegionKind.NOTE for one in self.groups)

    def environment(self, name: str, start: int) -> None:
        """Begin or end an environment."""
        of = self.skip_group(start).rstrip("*")
        self.end_paragraph(start)
        if name == "end":
            if any(one.environment == of for one in self.groups[-MAX_NESTED:]):
                while self.groups[-1].environment != of:
                    self.close(start)
                self.close(start)
            return
        if of == "thebibliography":
            self.skip_group(start)
        if of in CODE_ENVIRONMENTS:
            self.code(of)
            return
        kind = RegionKind.BLOCK_QUOTE if of in BLOCK_ENVIRONMENTS else None
        source = self.source_of(of, start) if WITH_SOURCE.search(of) else ""
        if len(self.groups) < MAX_NESTED:
            self.groups.append(Group(self.position, kind=kind, source=source, environment=of))

    def code(self, environment: str) -> None:
        """Set apart what an environment holds as it stands."""
        end = self.text.find(f"\\end{{{environment}", self.position)
        end = len(self.text) if end < 0 else end
        self.parts.region(RegionKind.CODE, self.position, end)
        self.position = end

    def close(self, end: int) -> None:
        """Close the innermost group."""
        group = self.groups.pop()
        if group.kind is RegionKind.NOTE:
            self.end_paragraph(end)
            self.begin = group.paragraph
        elif group.is_heading or group.environment or group.kind is RegionKind.BLOCK_QUOTE:
            self.end_paragraph(end)
        if group.is_heading:
            self.is_heading = False
        if group.kind is not None and group.start < end:
            span = Span(group.start, end)
            region = Region(kind=group.kind, span=span, label=group.label, source=group.source)
            self.parts.regions.append(region)
