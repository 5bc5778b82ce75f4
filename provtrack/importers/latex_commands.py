"""What the commands of LaTeX mean for a text: tables, and the parser that knows their arguments.

Base commands and accents are known to pylatexenc; what is added here are the packages that
historians use (csquotes, biblatex, babel, hyperref) and what a reader sees of a command.
"""

from collections.abc import Mapping
from typing import Any

from provtrack.errors import MissingExtraError

INSTALL = 'pip install "provtrack[latex]"'

HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph caption".split()  # noqa: SIM905
)
SILENT = frozenset(
    """
    label index noindent indent vspace hspace vfill hfill pagestyle thispagestyle
    newpage clearpage cleardoublepage pagebreak nopagebreak linebreak nolinebreak centering
    raggedright raggedleft bigskip medskip smallskip maketitle tableofcontents listoffigures
    listoftables appendix frontmatter mainmatter backmatter usepackage documentclass
    selectlanguage protect relax sloppy fussy hline toprule midrule bottomrule cline
    tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge bfseries itshape
    scshape slshape upshape mdseries rmfamily sffamily ttfamily normalfont em bf it sc rm tt sl
    setlength addtolength setcounter addtocounter setstretch phantomsection addcontentsline
    markboth markright newcommand renewcommand providecommand def let newenvironment
    renewenvironment DeclareMathOperator bibliographystyle printbibliography addbibresource
    title author date footnotemark - / @ ( ) [ ] displaystyle singlespacing onehalfspacing
    doublespacing nocite color hypersetup urlstyle allowbreak null strut
    """.split()  # noqa: SIM905
)
CITATIONS = frozenset(
    """
    cite citep citet citealt citealp citeauthor citeyear autocite textcite parencite footcite
    footfullcite fullcite smartcite supercite autocites cites parencites footcites citetitle
    Cite Textcite Parencite Autocite
    """.split()  # noqa: SIM905
)
REFERENCES = frozenset("ref pageref autoref nameref cref Cref eqref vref".split())  # noqa: SIM905
FILES = frozenset("input include subfile bibliography".split())  # noqa: SIM905
UNREAD = dict.fromkeys(CITATIONS, "citation") | dict.fromkeys(REFERENCES, "cross-reference")
UNREAD |= dict.fromkeys(FILES, "file that is included") | {"includegraphics": "picture"}
NOTES = {"footnote": "footnote", "footnotetext": "footnote", "thanks": "footnote"}
NOTES |= {"endnote": "endnote", "marginpar": "footnote", "sidenote": "footnote"}
ADDRESSES = frozenset(["url", "path", "nolinkurl"])
QUOTES = {"enquote": 1, "textquote": 2, "textcquote": 4, "foreignquote": 1, "hyphenquote": 1}
"""Commands of csquotes that put quotation marks, with the place of the words among arguments."""
QUOTES |= {"foreigntextquote": 3, "hyphentextquote": 3}
BLOCK_QUOTES = {"blockquote": 2, "blockcquote": 4, "foreignblockquote": 3, "hyphenblockquote": 3}
MARKS = {
    "de": ("„", "“", "‚", "‘"),
    "ru": ("«", "»", "„", "“"),
    "uk": ("«", "»", "„", "“"),
    "fr": ("«\u00a0", "\u00a0»", "“", "”"),
    "pl": ("„", "”", "‚", "’"),
    "cs": ("„", "“", "‚", "‘"),
    "hu": ("„", "”", "»", "«"),
}
ENGLISH_MARKS = ("“", "”", "‘", "’")

SIGNS = {
    "%": "%",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "degree": "°",
    "ddag": "‡",
    "pounds": "£",
    "slash": "/",
    "\\": "\n",
    "newline": "\n",
    "tabularnewline": "\n",
    "par": "\n\n",
    ",": "\u2009",
    "thinspace": "\u2009",
    " ": " ",
    "\n": " ",
    "quad": " ",
    "qquad": " ",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
}
SPECIALS = {"~": "\u00a0", "---": "—", "--": "–", "``": "“", "''": "”", "!`": "¡", "?`": "¿"}
SHORTHANDS = {'"`': "„", "\"'": "“", '"<': "«", '">': "»", '"=': "-", '"~': "\u2011"}
SHORTHANDS |= {'"-': "", '"|': "", '""': "", '"a': "ä", '"o': "ö", '"u': "ü", '"s': "ß"}
SHORTHANDS |= {'"A': "Ä", '"O': "Ö", '"U': "Ü"}
"""babel's shorthands of German, which Russian and Ukrainian share but for the letters."""
LIGATURES = {"<<": "«", ">>": "»", ",,": "„"}  # of the fonts that T1 and T2A encode

BREAKS = frozenset("linebreak nolinebreak pagebreak nopagebreak".split())  # noqa: SIM905
ONE_ARGUMENT = frozenset(
    """
    bibliographystyle cline index nocite pagestyle thispagestyle urlstyle nameref pageref vref
    subfile thanks
    """.split()  # noqa: SIM905
)
ARGUMENTS = {
    "enquote": "*{",
    "textquote": "[[{",
    "textcquote": "[[{[{",
    "blockquote": "[[{",
    "blockcquote": "[[{[{",
    "foreignquote": "{{",
    "hyphenquote": "{{",
    "foreigntextquote": "{[[{",
    "hyphentextquote": "{[[{",
    "foreignblockquote": "{[[{",
    "hyphenblockquote": "{[[{",
    "endnote": "[{",
    "footnotetext": "[{",
    "marginpar": "[{",
    "sidenote": "[{",
    "foreignlanguage": "{{",
    "selectlanguage": "{",
    "textcolor": "[{{",
    "href": "{{",
    "url": "{",
    "path": "{",
    "nolinkurl": "{",
    "newcommand": "*{[[{",
    "renewcommand": "*{[[{",
    "providecommand": "*{[[{",
    "hypersetup": "{",
    "addbibresource": "[{",
    "printbibliography": "[",
    "setstretch": "{",
    "addcontentsline": "{{{",
    "markboth": "{{",
    "markright": "{",
    "caption": "[{",
    "part": "*[{",
    "paragraph": "*[{",
    "subparagraph": "*[{",
    "addtocounter": "{{",
    "addtolength": "{{",
    "footnotemark": "[",
} | dict.fromkeys(CITATIONS, "*[[{")
ARGUMENTS |= dict.fromkeys(ONE_ARGUMENT, "{") | dict.fromkeys(BREAKS, "[")
ENVIRONMENTS = {"CJK": "{{", "CJK*": "{{", "multicols": "{", "minipage": "[{", "otherlanguage": "{"}
ENVIRONMENTS |= {"displayquote": "[[", "foreigndisplayquote": "{", "thebibliography": "{"}
ENVIRONMENTS |= {"longtable": "[{", "letter": "{"}
TABLES = frozenset("tabular tabular* tabularx array longtable".split())  # noqa: SIM905
UNREAD_ENVIRONMENTS = {"tikzpicture": "drawing", "picture": "drawing", "comment": ""}
FORMULAS = frozenset(
    "equation equation* align align* gather gather* multline multline* eqnarray displaymath".split()  # noqa: SIM905
)
KNOWN_ENVIRONMENTS = frozenset(
    """
    document quote quotation verse itemize enumerate description center flushleft flushright
    abstract figure figure* table table* tabular tabular* tabularx array titlepage displayquote
    CJK CJK* multicols minipage otherlanguage thebibliography letter longtable foreigndisplayquote
    """.split()  # noqa: SIM905
)


ACCENTS = frozenset("`'^\"~=.uvHtcdbkr")


class Commands:
    """The parser of a file, with what its commands print."""

    def __init__(self, own: Mapping[str, int]) -> None:
        """Load the tables of pylatexenc.

        Args:
            own: Commands that the file defines, with their number of arguments.

        Raises:
            MissingExtraError: pylatexenc is not installed.
        """
        try:
            from pylatexenc import latex2text, latexwalker
            from pylatexenc.macrospec import EnvironmentSpec, MacroSpec
        except ImportError as fault:
            raise MissingExtraError(
                f"LaTeX files need the extra latex. Install it with: {INSTALL}"
            ) from fault
        self._printed: Any = latex2text.get_default_latex_context_db()
        self._to_text: Any = latex2text.LatexNodes2Text(latex_context=self._printed)
        self._context: Any = latexwalker.get_default_latex_context_db()
        arguments = ARGUMENTS | {name: "{" * count for name, count in own.items()}
        self._context.add_context_category(
            "provtrack",
            macros=[MacroSpec(name, spec) for name, spec in arguments.items()],
            environments=[EnvironmentSpec(name, spec) for name, spec in ENVIRONMENTS.items()],
            prepend=True,
        )
        self._walker: Any = latexwalker.LatexWalker
        self._own = own

    def nodes(self, source: str) -> list[Any]:
        """Parse a piece of LaTeX; what is not closed raises pylatexenc's LatexWalkerParseError."""
        walker = self._walker(source, latex_context=self._context, tolerant_parsing=False)
        return list(walker.get_latex_nodes()[0])

    def is_known(self, name: str) -> bool:
        """Whether the arguments of a command are known, and it is none of the file's own."""
        return self._context.get_macro_spec(name) is not None and name not in self._own

    def printed(self, node: Any) -> str | None:
        """The characters that an accent or a symbol prints; None for other commands."""
        spec = self._printed.get_macro_spec(node.macroname)
        if node.macroname in ACCENTS:
            return str(self._to_text.nodelist_to_text([node])).strip("\n")
        printed = None if spec is None else spec.simplify_repl
        is_symbol = isinstance(printed, str) and "%s" not in printed and "%(" not in printed
        return printed if is_symbol else None
