"""LaTeX: the text as it is set, with footnotes as notes; commands that cannot be read are told.

An empty line ends the paragraph, headings, list items and quotations are paragraphs. Dashes,
quotation marks and accents are the characters that LaTeX prints; \\enquote gets the marks of the
file's language. Commands that the file defines for words are replaced by them. The parser is
pylatexenc's; its conversion to text is not used, because it drops notes and words silently.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from provtrack.errors import FormatError
from provtrack.importers import latex_commands as tables
from provtrack.importers.charsets import decode
from provtrack.importers.composing import Composer
from provtrack.importers.content import Content
from provtrack.importers.findings import found, unread
from provtrack.importers.latex_commands import Commands
from provtrack.importers.latex_preamble import Preamble, declared_charset, preamble_of
from provtrack.importers.printed import printed_date
from provtrack.model.document import Agent, Title
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import Role
from provtrack.text.plurals import counted

if TYPE_CHECKING:
    from pylatexenc.latexwalker import LatexNode

MAX_CHARACTERS = 4_000_000  # the parser reads 150,000 a second; a long book has 3 million
MAX_COMMANDS = 400_000
MAX_DEPTH = 60  # of braces and environments; the parser calls itself for each
MAX_REPLACED = 1_000_000  # characters that commands stand for: more are a bomb
MAX_REPLACED_DEPTH = 10
LOOKS_LIKE = re.compile(
    rb"^\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle|begin\{document\})"
)
EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")
ADDRESS = re.compile(r"\\(?:url|path|nolinkurl|href)\s*\{[^{}\s]*\}")
PERCENT = "\ufdd0"  # stands for the percent sign of an address while it is parsed: no character
NESTING = re.compile(r"\\begin\b|\\end\b|\\.|[{}]|%[^\n]*|\n[ \t]*\n", re.DOTALL)
PIECE = 10_000  # characters that are parsed in one go, or more where they belong together


def recognises(content: Content) -> bool:
    """Whether the content begins as a LaTeX document does."""
    return bool(LOOKS_LIKE.match(content.data[:65536].removeprefix(b"\xef\xbb\xbf")))


def read(content: Content) -> Imported:
    """Read a LaTeX file into one version.

    Raises:
        FormatError: Braces or environments that are not closed, nested too deep, or too long.
        MissingExtraError: pylatexenc is not installed.
    """
    decoded = decode(content, declared=declared_charset(content.data))
    _check_size(decoded.text, content.name)
    preamble = preamble_of(decoded.text)
    own = Commands(preamble.own)
    walk = _Walk(preamble=preamble, name=content.name, commands=own)
    line = decoded.text[: preamble.start].count("\n")
    for piece in _pieces(decoded.text[preamble.start : preamble.end]):
        walk.source(piece, line=line)
        walk.composer.end_paragraph()
        line += piece.count("\n")
    text, notes = walk.composer.finished()
    date = walk.plain(preamble.date)
    return Imported(
        importer="latex",
        charset=decoded.charset,
        versions=(ImportedVersion(text=text, language=preamble.language, notes=notes),),
        titles=_titles(walk.plain(preamble.title), preamble.language),
        date=printed_date(date) if date else None,
        people=_authors(walk, preamble.author),
        findings=decoded.findings + walk.findings(),
    )


def _check_size(source: str, name: str) -> None:
    commands = source.count("\\")
    if len(source) > MAX_CHARACTERS or commands > MAX_COMMANDS:
        raise FormatError(
            f"cannot read {name} as LaTeX: it has {len(source):,} characters and {commands:,} "
            f"commands; the limits are {MAX_CHARACTERS:,} and {MAX_COMMANDS:,}. Give the part "
            "that holds the document."
        )


def _pieces(source: str) -> Iterator[str]:
    """Cut a text at empty lines outside braces and environments.

    The parser takes more than twice as long for a text of twice the length.
    """
    start = depth = 0
    for match in NESTING.finditer(source):
        sign = match.group()
        depth += (sign in ("{", "\\begin")) - (sign in ("}", "\\end"))
        if depth == 0 and sign.startswith("\n") and match.start() - start > PIECE:
            yield source[start : match.end()]
            start = match.end()
    yield source[start:]


def _titles(title: str, language: str | None) -> tuple[Title, ...]:
    return (Title(text=title, language=language),) if title else ()


def _authors(walk: "_Walk", words: str) -> tuple[Agent, ...]:
    """The authors named on the title page; what follows a line end is their address."""
    lines = [re.split(r"\\\\|\\newline\b", one)[0] for one in re.split(r"\\and\b", words)]
    names = [walk.plain(one) for one in lines]
    return tuple(Agent(name=name, role=Role.WRITTEN) for name in names if name)


@dataclass(slots=True)
class _Walk:
    """Composes text from the nodes of the parser and counts what it cannot read."""

    preamble: Preamble
    name: str
    commands: Commands
    composer: Composer = field(default_factory=Composer)
    unread: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    replaced: int = 0  # characters of the words that commands stand for
    notes: Counter[str] = field(default_factory=Counter)
    quotes: int = 0  # quotations around the present place
    tables: int = 0
    replacing: int = 0  # commands under replacement around the present place

    def source(self, source: str, *, line: int = 0) -> None:
        """Parse a piece of LaTeX and add its text.

        Args:
            line: Lines of the file before this piece.
        """
        from pylatexenc.latexwalker import LatexWalkerParseError

        _check_nesting(source, self.name)
        masked = ADDRESS.sub(lambda match: match.group().replace("%", PERCENT), source)
        try:
            nodes = self.commands.nodes(masked)
        except LatexWalkerParseError as fault:
            place = f" (line {line + fault.lineno})" if getattr(fault, "lineno", None) else ""
            raise FormatError(
                f"cannot read {self.name} as LaTeX: {fault.msg.split(chr(10))[0]}{place}."
            ) from fault
        except (RecursionError, IndexError, ValueError) as fault:
            raise FormatError(
                f"cannot read {self.name} as LaTeX: its commands cannot be parsed."
            ) from fault
        try:
            self.nodes(nodes)
        except RecursionError as fault:
            raise FormatError(f"cannot read {self.name} as LaTeX: nested too deep.") from fault

    def plain(self, source: str) -> str:
        """The words of a short piece, such as a title, on one line and without its notes."""
        own, self.composer = self.composer, Composer()
        counts = (self.unread, self.unknown, self.notes)
        self.unread, self.unknown, self.notes = Counter(), Counter(), Counter()
        self.source(source)
        text = self.composer.finished()[0]
        self.composer, (self.unread, self.unknown, self.notes) = own, counts
        return " ".join(text.split())

    def nodes(self, nodes: Iterable["LatexNode | None"]) -> None:
        """Add nodes in order."""
        for node in nodes:
            if node is not None:
                self.node(node)

    def node(self, node: Any) -> None:
        """Add one node and all in it."""
        kind = type(node).__name__
        if kind == "LatexCharsNode":
            self.characters(node.chars)
        elif kind == "LatexGroupNode":
            self.nodes(node.nodelist)
        elif kind == "LatexMacroNode":
            self.macro(node)
            if node.macro_post_space.count("\n") > 1:
                self.composer.end_paragraph()
        elif kind == "LatexEnvironmentNode":
            self.environment(node)
        elif kind == "LatexSpecialsNode":
            self.special(node.specials_chars)
        elif kind == "LatexMathNode":
            self.formula(node)
        elif kind == "LatexCommentNode" and node.comment_post_space.count("\n") > 1:
            self.composer.end_paragraph()

    def characters(self, text: str) -> None:
        """Add running text; empty lines end the paragraph."""
        for number, part in enumerate(EMPTY_LINES.split(text)):
            if number:
                self.composer.end_paragraph()
            self.composer.words(self.set(part))

    def set(self, text: str) -> str:
        """Give characters as LaTeX sets them."""
        signs: dict[str, str] = {"'": "’", "`": "‘", PERCENT: "%"}
        if self.preamble.has_shorthands:
            signs |= tables.SHORTHANDS
        if self.preamble.has_ligatures:
            signs |= tables.LIGATURES
        pattern = "|".join(re.escape(one) for one in sorted(signs, key=len, reverse=True))
        return re.sub(pattern, lambda match: signs[match.group()], text)

    def special(self, signs: str) -> None:
        """Add a sign that LaTeX sets otherwise than it is typed; cells of tables are paragraphs."""
        if signs == "&" or not signs.strip():
            self.composer.end_paragraph()
        else:
            self.composer.exact(tables.SPECIALS.get(signs, signs))

    def formula(self, node: Any) -> None:
        """Add a formula as it is typed, which is told."""
        self.unread["formula"] += 1
        self.composer.words("".join(one.latex_verbatim() for one in node.nodelist))

    def macro(self, node: Any) -> None:
        """Add what a reader sees of a command."""
        name = node.macroname
        arguments = _arguments(node)
        if name in tables.SIGNS:
            self.sign(tables.SIGNS[name])
        elif name in self.preamble.words:
            self.replacement(name)
        elif name in tables.SILENT:
            return
        elif name in tables.UNREAD:
            self.unread[tables.UNREAD[name]] += 1
        elif name in tables.NOTES:
            self.note(tables.NOTES[name], arguments)
        elif name in tables.HEADINGS or name in ("item", "bibitem"):
            self.heading(name, arguments)
        elif name in tables.QUOTES or name in tables.BLOCK_QUOTES:
            self.quotation(name, arguments)
        elif name in tables.ADDRESSES:
            address = arguments[-1].latex_verbatim() if arguments else ""
            self.composer.exact(address.strip("{}").replace(PERCENT, "%"))
        elif name == "verb":
            self.composer.exact(node.nodeargd.verbatim_text)
        else:
            self.other(name, node, arguments)

    def sign(self, text: str) -> None:
        """Add what a command prints; an empty line, and that of a table, ends the paragraph."""
        if text == "\n\n" or (text == "\n" and self.tables):
            self.composer.end_paragraph()
        else:
            self.composer.exact(text)

    def replacement(self, name: str) -> None:
        """Add the words that a command of the file stands for."""
        self.replacing += 1
        words = self.preamble.words[name]
        self.replaced += len(words) + 1
        if self.replacing > MAX_REPLACED_DEPTH or self.replaced > MAX_REPLACED:
            raise FormatError(
                f"cannot read {self.name} as LaTeX: its command \\{name} stands for itself "
                "again and again."
            )
        self.source(words)
        self.replacing -= 1

    def heading(self, name: str, arguments: list[Any]) -> None:
        """Begin a paragraph; the words of a heading are one by themselves."""
        self.composer.end_paragraph()
        if name == "bibitem":
            return
        if name != "item":
            arguments = arguments[-1:]
        self.nodes(arguments)
        if name == "item":
            self.composer.words(" " if arguments else "")
        else:
            self.composer.end_paragraph()

    def quotation(self, name: str, arguments: list[Any]) -> None:
        """Add a quotation of csquotes with its marks, a block quotation as a paragraph."""
        words = arguments[-1:]
        if name in tables.BLOCK_QUOTES:
            self.composer.end_paragraph()
            self.nodes(words)
            self.composer.end_paragraph()
            return
        language = (self.preamble.language or "en")[:2]
        marks = tables.MARKS.get(language, tables.ENGLISH_MARKS)
        level = 2 * (self.quotes % 2)
        self.quotes += 1
        self.composer.exact(marks[level])
        self.nodes(words)
        self.composer.exact(marks[level + 1])
        self.quotes -= 1

    def note(self, kind: str, arguments: list[Any]) -> None:
        """Tie a note to its place, with the number LaTeX gives it."""
        if not arguments:
            return
        self.notes[kind] += 1
        label = arguments[0].latex_verbatim().strip("[]") if len(arguments) > 1 else ""
        own, self.composer = self.composer, Composer()
        self.nodes(arguments[-1:])
        text = self.composer.finished()[0].replace("\n\n", "\n")
        self.composer = own
        self.composer.note(kind, label=label or str(self.notes[kind]), text=text)

    def other(self, name: str, node: Any, arguments: list[Any]) -> None:
        """Add an accent, a symbol, or the words in the arguments; unknown commands are told."""
        printed = self.commands.printed(node)
        if printed is not None:
            self.composer.exact(printed)
            return
        if self.commands.is_known(name) and arguments:
            self.nodes(arguments[-1:])
        else:
            self.unknown[name] += 1
            self.nodes(arguments)

    def environment(self, node: Any) -> None:
        """Add an environment: its text is paragraphs of its own."""
        name = node.environmentname
        self.composer.end_paragraph()
        if name in tables.UNREAD_ENVIRONMENTS:
            self.unread[tables.UNREAD_ENVIRONMENTS[name]] += 1
        elif name in tables.FORMULAS:
            self.formula(node)
        elif name == "verbatim":
            self.composer.exact(node.nodeargd.verbatim_text.strip("\n"))
        else:
            if name not in tables.KNOWN_ENVIRONMENTS:
                self.unknown[f"begin{{{name}}}"] += 1
            self.tables += name in tables.TABLES
            self.nodes(node.nodelist)
            self.tables -= name in tables.TABLES
        self.composer.end_paragraph()

    def findings(self) -> tuple[Finding, ...]:
        """Say what was not read."""
        counts = {name: count for name, count in self.unread.items() if name}
        if not self.unknown:
            return unread(counts)
        names = [f"\\{name} ({count})" for name, count in self.unknown.most_common(20)]
        kinds = counted(len(self.unknown), "unknown command")
        said = f"{kinds}, read for the words in braces only: {', '.join(names)}."
        return (*unread(counts), found("IMP204", said))


def _arguments(node: Any) -> list[Any]:
    """The arguments of a command that are there, without a star."""
    given = node.nodeargd.argnlist if node.nodeargd and node.nodeargd.argnlist else ()
    return [one for one in given if one is not None and one.latex_verbatim() != "*"]


def _check_nesting(source: str, name: str) -> None:
    """Refuse what would overflow the parser."""
    depth = 0
    for match in NESTING.finditer(source):
        sign = match.group()
        depth += (sign in ("{", "\\begin")) - (sign in ("}", "\\end"))
        if depth > MAX_DEPTH:
            raise FormatError(
                f"cannot read {name} as LaTeX: it is nested deeper than {MAX_DEPTH} levels."
            )
