r"""What a LaTeX file says in one place and means in another: its own commands, its bibliography.

Of ``\newcommand`` only what stands for words is taken, and what is another name of a known
command; entries are those of ``thebibliography``. Entry points: `file_says`, `option_at`.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from provtrack.importers.latex_preamble import COMMENT, DEFINITION, MAX_DEFINITIONS, braced
from provtrack.importers.publications.latex_tables import GROUP
from provtrack.model.text import Span

MAX_OPTION = 4_000  # signs of what stands in brackets
MAX_ARGUMENT = 200  # signs; longer ones are text, whose places in the file are kept
WRAPPER = re.compile(r"\s*\\([A-Za-z]+)\*?\s*\{\s*#1\s*\}\s*")  # \newcommand{\q}[1]{\enquote{#1}}
BIBITEM = re.compile(r"\\bibitem\s*(?:\[[^\[\]]{0,400}\])?\s*\{([^{}]{1,200})\}")
ENTRY_ENDS = re.compile(r"\\bibitem|\\end\s*\{thebibliography\}|\n[^\S\n]*\n")
IN_NOTES = re.compile(
    r"\\(?:usepackage|ExecuteBibliographyOptions)\s*\[?[^\[\]{}]*(?:autocite\s*=\s*(?:foot|super)"
    r"|(?<!bib)style\s*=\s*(?:verbose|footnote|[\w-]*notes?\b))"
    r"|\\mkc?citation\}?\s*(?:\[1\])?\s*\{[^{}]*\\(?:foot|end)note"
    r"|\\SetCiteCommand\s*\{\s*\\(?:foot|smart)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class FileSays:
    """What a file defines.

    Attributes:
        words: Commands that stand for words: how many arguments, and the body as written.
        aliases: Commands that are another name of a command with one argument.
        entries: Of the bibliography by key, as written.
        cites_in_notes: Whether citations and the sources of quotations are set as footnotes.
        printed: What bodies and entries print, as far as it is known; None for more than words.
    """

    words: dict[str, tuple[int, str]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    cites_in_notes: bool = False
    printed: dict[str, str | None] = field(default_factory=dict)


def file_says(text: str) -> FileSays:
    """Read the definitions and the bibliography of a file."""
    plain = COMMENT.sub(lambda match: match.group(1) or "", text)
    says = FileSays(cites_in_notes=IN_NOTES.search(plain) is not None)
    for match in islice(DEFINITION.finditer(plain), MAX_DEFINITIONS):
        name = next(one for one in match.group(1, 2, 5) if one)
        body, count = braced(plain, match.end()), int(match.group(3) or 0)
        wrapper = WRAPPER.fullmatch(body)
        if count == 1 and wrapper:
            says.aliases[name] = wrapper[1]
        elif not match.group(4) and "\\begin" not in body:
            says.words[name] = count, body
    for item in islice(BIBITEM.finditer(plain), MAX_DEFINITIONS):
        end = ENTRY_ENDS.search(plain, item.end(), item.end() + MAX_OPTION)
        if end is not None:
            says.entries[item[1].strip()] = plain[item.end() : end.start()].strip()
    return says


def with_arguments(text: str, position: int, count: int, body: str) -> tuple[str, int] | None:
    """Put the arguments behind a command into its body.

    Returns:
        The body and where the arguments end; None if one is missing, or is more than a few words.
    """
    arguments = []
    for _ in range(count):
        group = GROUP.match(text, position)
        if group is None or len(group[1]) > MAX_ARGUMENT:
            return None
        arguments.append(group[1])
        position = group.end()
    filled = re.sub(
        r"#([1-9])", lambda one: arguments[int(one[1]) - 1] if int(one[1]) <= count else "", body
    )
    return filled, position


def option_at(text: str, position: int) -> Span | None:
    """Find what stands in brackets behind a place; brackets in braces end nothing.

    Returns:
        Without the brackets; None if there are none, or no end of them.
    """
    opening = re.compile(r"[^\S\n]*\n?[^\S\n]*\[").match(text, position)
    if opening is None:
        return None
    depth, start = 0, opening.end()
    for sign in re.compile(r"\\.|[{}\]]", re.DOTALL).finditer(text, start, start + MAX_OPTION):
        depth += (sign[0] == "{") - (sign[0] == "}")
        if depth < 0:
            return None
        if sign[0] == "]" and not depth:
            return Span(start, sign.start())
    return None


def cited_at(text: str, position: int, *, most: int = 1) -> tuple[list[tuple[list[str], str]], int]:
    """Read the options and keys behind a command that cites: ``[pre][post]{key}``.

    Args:
        most: Pairs of braces that may follow each other.

    Returns:
        For each pair of braces the options and the keys as written, and where they end.
    """
    cited: list[tuple[list[str], str]] = []
    while len(cited) < most:
        options: list[str] = []
        place = position
        while len(options) < 2 and (span := option_at(text, place)) is not None:
            options.append(text[span.start : span.end])
            place = span.end + 1
        keys = GROUP.match(text, place)
        if keys is None:
            return cited, position
        cited.append((options, keys[1]))
        position = keys.end()
    return cited, position
