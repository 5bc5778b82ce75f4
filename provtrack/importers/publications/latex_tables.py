"""What the commands of LaTeX do with the words of a publication: tables, no code.

``csquotes``, ``biblatex`` and ``natbib`` are known beside the base commands.
"""

import re

OPTION = re.compile(r"[^\S\n]*\n?[^\S\n]*\[([^\[\]]{0,2000})\]")
GROUP = re.compile(r"[^\S\n]*\n?[^\S\n]*\{([^{}]{0,4000})\}")
GERMAN = {'"`': "„", "\"'": "“", '"=': "-", '"~': "-", '"-': ""}
QUOTING = frozenset(
    """
    enquote textquote blockquote textcquote blockcquote foreignquote foreigntextquote
    foreignblockquote hyphenquote hyphentextquote hyphenblockquote hybridblockquote
    foreigntextcquote foreignblockcquote hyphentextcquote hyphenblockcquote hybridblockcquote
    """.split()  # noqa: SIM905
)
KEYED = re.compile(r"cquote$")
FOREIGN = re.compile(r"^(?:foreign|hyphen|hybrid)")
EDITING = frozenset(["textins", "textelp", "textdel"])
NOTES = frozenset(["footnote", "endnote", "footnotetext", "endnotetext", "thanks", "sidenote"])
NOTE_CITES = re.compile(r"^(?:foot|smart)(?:full)?cites?(?:text)?$", re.IGNORECASE)
CITES = re.compile(
    r"^(?:(?:foot|smart|auto|paren|text|super|full|footfull)?cites?|cite(?:p|t|al[pt])"
    r"|footcitetext)$",
    re.IGNORECASE,
)
HEADINGS = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph title caption".split()  # noqa: SIM905
)
UNREAD = re.compile(
    r"^(?:label|.*ref|.*cite[a-z]*|include.*|input|usepackage|documentclass|bibliography.*|bibitem"
    r"|[hv]space|setlength|addtolength|new.*|renew.*|def|let|pagestyle|thispagestyle"
    r"|selectlanguage|vskip|hskip|setcounter|addtocounter|url|footnotemark|index|nocite|hypersetup"
    r"|fontsize|color|textcolor|foreignlanguage|href|rule|pagenumbering)$"
)
LAST_GROUP_READ = frozenset(["textcolor", "foreignlanguage", "href"])
BLOCK_ENVIRONMENTS = frozenset(
    """
    quote quotation quoting displayquote displaycquote verse foreigndisplayquote extract blockquote
    hyphendisplayquote foreigndisplaycquote hyphendisplaycquote
    """.split()  # noqa: SIM905
)
WITH_SOURCE = re.compile(r"displayc?quote$")
CODE_ENVIRONMENTS = frozenset(
    """
    verbatim lstlisting minted equation align displaymath math gather eqnarray tikzpicture comment
    filecontents
    """.split()  # noqa: SIM905
)
PARTING = frozenset(
    ["par", "item", "bibitem", "newpage", "clearpage", "maketitle", "bigskip", "medskip"]
)
