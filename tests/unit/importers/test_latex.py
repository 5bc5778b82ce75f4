"""LaTeX: what is set is the text, notes at their places, unknown commands told."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content
from provtrack.model.names import Role


def read_latex(body: str, preamble: str = ""):
    """Read a LaTeX document from its body and its preamble."""
    source = f"\\documentclass{{article}}\n{preamble}\\begin{{document}}\n{body}\n\\end{{document}}"
    return read_content(source.encode(), "a.tex")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("One\ntwo.\n\n  \nThree.", "One two.\n\nThree."),
        ("\\section*{Head} One\\par Two", "Head\n\nOne\n\nTwo"),
        ("\\section[short]{Long head}One", "Long head\n\nOne"),
        ("\\emph{a} \\textbf{b}{\\it c}", "a bc"),
        ("a --- b -- c-d", "a — b – c-d"),
        ("``Tea,'' he `said'. It's", "“Tea,” he ‘said’. It’s"),
        ("p.~12 a\\,b", "p.\u00a012 a\u2009b"),
        ("na\\\"{\\i}ve caf\\'e \\v{S}koda \\c{c} \\ss{} \\o", "naïve café Škoda ç ß ø"),
        ("5\\,\\% \\& \\$3 \\_ \\#1 \\{x\\}", "5\u2009% & $3 _ #1 {x}"),
        ("one\\\\[2pt] two\\newline three", "one\ntwo\nthree"),
        ("word% a comment\n  going on", "wordgoing on"),
        ("end.% a comment\n\nNew", "end.\n\nNew"),
        ("wait\\ldots more\\ldots{} now", "wait…more… now"),
        ("\\begin{quote}Said.\\end{quote}\nAfter", "Said.\n\nAfter"),
        ("\\begin{itemize}\\item A\n\\item[x] B\\end{itemize}", "A\n\nx B"),
        ("\\begin{tabular}{ll}a & b\\\\ c & d\\end{tabular}", "a\n\nb\n\nc\n\nd"),
        ("\\begin{verbatim}\na  b\n\\end{verbatim}", "a  b"),
        ("\\verb|a b| \\url{http://x.org/%20a_b~c}", "a b http://x.org/%20a_b~c"),
        ("\\href{http://x.org/%20}{the page}", "the page"),
        ("un\\-di\\-vided", "undivided"),
        ("\\label{a}\\index{tea}Tea\\vspace{2cm}", "Tea"),
        ("\\foreignlanguage{german}{Tee}", "Tee"),
        ("\\enquote{a \\enquote{b} c}", "“a ‘b’ c”"),
        ("\\textquote[Smith][.]{a}", "“a”"),
        ("A \\blockquote[Smith]{b} c", "A\n\nb\n\nc"),
        ("<<a>>", "<<a>>"),
    ],
)
def test_text_is_what_is_set(body, text):
    assert read_latex(body).versions[0].text == text


@pytest.mark.parametrize(
    ("preamble", "body", "text"),
    [
        ("\\usepackage[ngerman]{babel}", '"`Tee"\' \\enquote{x}', "„Tee“ „x“"),
        ("\\usepackage[ngerman]{babel}", 'f"ur Stra"se', "für Straße"),
        ("\\usepackage[english]{babel}", '5" tape', '5" tape'),
        ("\\usepackage[russian]{babel}", "\\enquote{а}", "«а»"),
        ("\\usepackage[T2A]{fontenc}", "<<а>> ,,b", "«а» „b"),
    ],
)
def test_signs_of_a_language_are_set(preamble, body, text):
    assert read_latex(body, preamble).versions[0].text == text


def test_footnotes_stand_at_their_places():
    version = read_latex(
        "Tea\\footnote{Green \\emph{tea}.} was\\footnote[7]{Own.} served.\\endnote{End.}"
    ).versions[0]
    assert version.text == "Tea was served."
    assert [(one.position, one.kind, one.label, one.text) for one in version.notes] == [
        (3, "footnote", "1", "Green tea."),
        (7, "footnote", "7", "Own."),
        (15, "endnote", "1", "End."),
    ]


def test_title_authors_date_and_language_are_taken():
    imported = read_latex(
        "A",
        "\\usepackage[russian,british]{babel}\\title{The \\emph{Tea} Talk\\thanks{For all.}}"
        "\\author{Ann Lee\\\\Ostravia \\and Bo Ray}\\date{4 March 1950}",
    )
    assert [(one.text, one.language) for one in imported.titles] == [("The Tea Talk", "en-GB")]
    assert [(one.name, one.role) for one in imported.people] == [
        ("Ann Lee", Role.WRITTEN),
        ("Bo Ray", Role.WRITTEN),
    ]
    assert imported.date.edtf == "1950-03-04"
    assert imported.versions[0].language == "en-GB"


def test_own_commands_are_replaced_by_their_words():
    preamble = "\\newcommand{\\ussr}{Soviet \\emph{Union}}\\def\\min{Minister}"
    assert read_latex("The \\ussr{} and \\min.", preamble).versions[0].text == (
        "The Soviet Union and Minister."
    )


def test_own_commands_with_arguments_keep_their_words_and_are_told():
    imported = read_latex("\\who{Ann}{Lee} \\strange{x}", "\\newcommand{\\who}[2]{#2, #1}")
    assert imported.versions[0].text == "AnnLee x"
    assert "\\who (1), \\strange (1)" in imported.findings[0].message


def test_citations_pictures_and_included_files_are_told():
    imported = read_latex("A \\cite[p.~3]{key}\\includegraphics{b}\\input{c} $x^2$")
    assert imported.versions[0].text == "A x^2"
    assert imported.findings[0].message == (
        "Not read but for their text: 1 citation, 1 file that is included, 1 formula, 1 picture."
    )


def test_a_piece_without_preamble_is_read_by_its_suffix():
    imported = read_content(b"Tea\\footnote{n}", "a.tex")
    assert (imported.importer, imported.versions[0].text) == ("latex", "Tea")


def test_the_character_set_that_the_file_states_is_used():
    source = "\\documentclass{a}\\usepackage[koi8-r]{inputenc}\\begin{document}Чай\\end{document}"
    imported = read_content(source.encode("koi8-r"), "a.tex")
    assert (imported.charset, imported.versions[0].text) == ("koi8-r", "Чай")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("a\n\n\\emph{b", r"was expecting '\}' \(line 7\)"),
        ("a}", r"mismatching closing brace: '\}' \(line 4\)"),
        ("\\begin{quote}a", r"was expecting .*quote"),
        ("{" * 100 + "}" * 100, "nested deeper than 60 levels"),
        ("\\a", r"its command \\a stands for itself"),
        ("$a", r"was expecting '\$'"),
    ],
)
def test_broken_files_are_refused_with_a_sentence(body, message):
    with pytest.raises(FormatError, match=message):
        read_latex(body, "\\newcommand{\\a}{\\a\\a}\n")


def test_a_long_text_is_read_in_pieces_with_the_lines_of_the_file():
    body = "\n\n".join(["Tea " * 500 + "\\footnote{n}"] * 20)
    version = read_latex(body).versions[0]
    assert version.text == "\n\n".join([("Tea " * 500).strip()] * 20)
    assert [one.label for one in version.notes] == [str(n) for n in range(1, 21)]
    with pytest.raises(FormatError, match="line 43"):
        read_latex(body + "\n\n}")


def test_a_text_with_too_many_commands_is_refused():
    with pytest.raises(FormatError, match="500,003 commands; the limits are"):
        read_latex("\\a" * 500_000)
