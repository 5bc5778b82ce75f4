r"""LaTeX as a publication: its text is the decoded file; commands are skipped, signs read.

``csquotes`` (\enquote, \textquote, \blockquote and kin) and the environments for quotations are
quotations, \footnote and \endnote are notes, comments and the preamble are hidden. Nothing is
expanded: an unknown command is skipped, and what its braces hold is read. Entry point: `read`.
"""

import re
from dataclasses import dataclass, field

from provtrack.importers.content import Content
from provtrack.importers.publications.building import Parts, decoded_text, finished
from provtrack.importers.publications.latex_signs import COMBINING, SIGNS, accented
from provtrack.model.publication import NoteMark, Publication, Region, RegionKind
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
OPTION = re.compile(r"[^\S\n]*\n?[^\S\n]*\[([^\[\]]{0,2000})\]")
GROUP = re.compile(r"[^\S\n]*\n?[^\S\n]*\{([^{}]{0,4000})\}")
GERMAN = {'"`': "„", "\"'": "“", '"=': "-", '"~': "-", '"-': ""}
QUOTING = frozenset(
    """
    enquote textquote blockquote textcquote blockcquote foreignquote foreigntextquote
    foreignblockquote hyphenquote hyphentextquote hyphenblockquote hybridblockquote
    foreigntextcquote foreignblockcquote
    """.split()  # noqa: SIM905
)
KEYED = re.compile(r"cquote$")
FOREIGN = re.compile(r"^(?:foreign|hyphen)")
NOTES = frozenset(["footnote", "endnote", "footnotetext", "endnotetext", "thanks", "sidenote"])
NOTE_CITES = frozenset(["footcite", "footcites", "footfullcite", "smartcite"])
HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph title caption".split()  # noqa: SIM905
)
UNREAD = re.compile(
    r"^(?:label|.*ref|.*cite[a-z]*|include.*|input|usepackage|documentclass|bibliography.*"
    r"|[hv]space|setlength|addtolength|new.*|renew.*|def|let|pagestyle|thispagestyle"
    r"|selectlanguage|vskip|hskip|setcounter|addtocounter|url|footnotemark|index|nocite|hypersetup"
    r"|fontsize|color|textcolor|foreignlanguage|href|rule|pagenumbering)$"
)
LAST_GROUP_READ = frozenset(["textcolor", "foreignlanguage", "href"])
BLOCK_ENVIRONMENTS = frozenset(
    """
    quote quotation quoting displayquote displaycquote verse foreigndisplayquote extract blockquote
    """.split()  # noqa: SIM905
)
CODE_ENVIRONMENTS = frozenset(
    """
    verbatim lstlisting minted equation align displaymath math gather eqnarray tikzpicture comment
    filecontents
    """.split()  # noqa: SIM905
)
PARTING = frozenset(["par", "item", "newpage", "clearpage", "maketitle", "bigskip", "medskip"])
MAX_NESTED = 200


def read(content: Content) -> Publication:
    """Read a LaTeX file."""
    text = decoded_text(content).text
    walk = _Walk(text=text)
    walk.walk()
    return finished(content.name, text, walk.parts)


@dataclass(slots=True)
class _Group:
    """A brace or an environment that is open, and what it is."""

    start: int
    kind: RegionKind | None = None
    label: str = ""
    source: str = ""
    environment: str = ""
    is_heading: bool = False
    paragraph: int = -1


@dataclass(slots=True)
class _Walk:
    """Goes through the commands of a file."""

    text: str
    parts: Parts = field(default_factory=Parts)
    groups: list[_Group] = field(default_factory=list)
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
        while (match := PIECE.search(self.text, self.position)) is not None:
            self.words(match.start())
            self.position = match.end()
            self.piece(match)
        self.words(len(self.text))
        while self.groups:
            self.close(len(self.text))
        self.end_paragraph(len(self.text))

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
                self.groups.append(_Group(end))
            case "close":
                self.parts.skip(start, end)
                if self.groups and not self.groups[-1].environment:
                    self.close(start)
            case "command":
                self.command(match.group()[1:].rstrip("*"), start)
            case "maths":
                self.maths(match)
            case _:
                self.sign(match)

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
        """Note a command with what belongs to it."""
        if name in SIGNS:
            space = re.compile(r"(?:\{\}|[^\S\n]+(?=\w))?").match(self.text, self.position)
            end = space.end() if space else self.position
            self.parts.stands_for(start, end, SIGNS[name])
            self.position = end
            self.begin = start if self.begin < 0 else self.begin
        elif name in ("begin", "end"):
            self.environment(name, start)
        elif name in QUOTING:
            self.quoting(name, start)
        elif name in NOTES or name in NOTE_CITES:
            self.note(start)
        elif name in HEADINGS:
            self.end_paragraph(start)
            self.options(start)
            self.group(_Group(self.position, is_heading=True))
        elif UNREAD.match(name):
            self.unread(name, start)
        else:
            if name in PARTING:
                self.end_paragraph(start)
            self.options(start)

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

    def group(self, group: _Group) -> None:
        """Enter the braces behind a command, if they are there."""
        brace = re.compile(r"\s{0,9}\{").match(self.text, self.position)
        if brace is None or len(self.groups) >= MAX_NESTED:
            return
        self.parts.skip(self.position, brace.end())
        self.position = group.start = brace.end()
        self.groups.append(group)
        if group.is_heading:
            self.is_heading = True

    def quoting(self, name: str, start: int) -> None:
        """Note a quotation of csquotes: options tell the source, or a key in braces."""
        if FOREIGN.match(name):
            self.skip_group(start)
        source = self.options(start)
        if KEYED.search(name):
            source = ", ".join(filter(None, (self.skip_group(start), source)))
            self.options(start)
        kind = RegionKind.BLOCK_QUOTE if "block" in name else RegionKind.QUOTED
        if kind is RegionKind.BLOCK_QUOTE:
            self.end_paragraph(start)
        elif self.begin < 0:
            self.begin = start
        self.group(_Group(self.position, kind=kind, source=source))

    def skip_group(self, start: int) -> str:
        """Skip braces with what they hold; give it."""
        group = GROUP.match(self.text, self.position)
        if group is None:
            return ""
        self.position = group.end()
        self.parts.skip(start, self.position)
        return group[1]

    def note(self, start: int) -> None:
        """Note the call of a note, and the note that stands there."""
        self.options(start)
        self.notes += 1
        label = str(self.notes)
        self.parts.note_marks.append(NoteMark(position=start, label=label))
        before = self.begin
        self.group(_Group(self.position, kind=RegionKind.NOTE, label=label, paragraph=before))
        self.begin = -1

    def unread(self, name: str, start: int) -> None:
        """Skip a command with all its braces; a few show the words of the last."""
        self.options(start)
        groups = 1 if name in LAST_GROUP_READ else 4
        for _ in range(groups):
            if not self.skip_group(start):
                break
            self.options(start)

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
        if of in CODE_ENVIRONMENTS:
            end = self.text.find(f"\\end{{{of}", self.position)
            end = len(self.text) if end < 0 else end
            self.parts.region(RegionKind.CODE, self.position, end)
            self.position = end
            return
        kind = RegionKind.BLOCK_QUOTE if of in BLOCK_ENVIRONMENTS else None
        source = self.options(start) if kind else ""
        if len(self.groups) < MAX_NESTED:
            self.groups.append(_Group(self.position, kind=kind, source=source, environment=of))

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

    def maths(self, match: re.Match[str]) -> None:
        """Set a formula apart."""
        limit = self.text.find("\n\n", match.end())
        end = self.text.find(match.group(), match.end(), limit if limit > 0 else len(self.text))
        self.parts.skip(*match.span())
        if end >= 0:
            self.parts.region(RegionKind.CODE, match.end(), end)
            self.position = end + len(match.group())
            self.parts.skip(end, self.position)
