"""LaTeX as a publication: sources told to csquotes, citations by keys, commands of the file."""

from itertools import pairwise

import pytest

from provtrack.citing import cited_works
from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication, RegionKind
from provtrack.quotations import find

AVPRF = "AVPRF, f. 0191, op. 12, p. 33, d. 7, l. 42"


def read(body: str, before: str = "") -> Publication:
    """Read the body of a LaTeX file."""
    text = f"{before}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return read_publication_content(text.encode(), "a.tex")


def cited(body: str, before: str = "") -> list[tuple[str, str]]:
    """The works that notes cite, with the label of the note."""
    works = cited_works(read(body, before))
    return [(one.note, one.text.replace("\u00a0", " ")) for one in works]


def quoted(body: str, before: str = "") -> list[str]:
    """The quotations that lie in no other."""
    return [one.text for one in find(read(body, before)) if one.outer is None]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"\textelp{}", "[…]"),
        (r"\textelp{old}", "[…][old]"),
        (r"\textins{sic}", "[sic]"),
        (r"\textins*{O}ld", "[O]ld"),
        (r"\textdel{old}", "[…]"),
        (r"old\textins{}", "old"),
    ],
)
def test_what_csquotes_calls_an_edit_is_one(written: str, shown: str):
    assert quoted(rf"\enquote{{the {written} road}}") == [f"the {shown} road"]


def test_place_of_an_edit_is_its_command():
    file = read(r"\enquote{the \textelp{old} road}")
    (found,) = find(file)
    assert [file.text[one.span.start : one.span.end] for one in found.declared] == [
        r"\textelp",
        "{old}",
    ]


@pytest.mark.parametrize(
    "written",
    [
        r"\textquote[{AVPRF, f.~0191, op.~12, p.~33, d.~7, l.~42}]{the road}",
        r"\textquote[AVPRF, f.~0191, op.~12, p.~33, d.~7, l.~42][.]{the road}",
        r"\foreigntextquote{russian}[AVPRF, f.~0191, op.~12, p.~33, d.~7, l.~42]{the road}",
        r"\blockquote[\emph{AVPRF}, f.~0191, op.~12, p.~33, d.~7, l.~42]{the road}",
        "\\begin{displayquote}[AVPRF, f.~0191, op.~12, p.~33, d.~7, l.~42]\nthe road\n"
        "\\end{displayquote}",
    ],
)
def test_source_told_to_csquotes_reads_like_a_note(written: str):
    assert cited(written) == [("source 1", AVPRF)]
    (found,) = find(read(written))
    assert (found.text, found.source) == ("the road", "#1")


def test_place_of_a_source_is_exact():
    file = read(r"\textquote[{Harrow, \emph{Diary}, 4}]{the road}")
    (note,) = [one.span for one in file.regions if one.kind is RegionKind.NOTE]
    assert file.text[note.start : note.end] == r"{Harrow, \emph{Diary}, 4}"


def test_sources_are_read_in_the_order_of_the_text():
    body = r"\textquote[Harrow, \emph{Diary}, 4]{A.} B\footnote{Ibid., 5.} \textquote[Ibid., 6]{C.}"
    assert [note for note, _ in cited(body)] == ["source 1", "1", "source 2"]


def test_source_of_one_quotation_is_that_of_no_other():
    body = r"He wrote \enquote{the road is shut} and \textquote[Harrow, 4]{we wait for spring}."
    assert [(one.source, one.notes) for one in find(read(body))] == [("", ()), ("#1", ())]


@pytest.mark.parametrize("ibid", [r"\textit{Ibid.}", r"{\em Ibid.}", r"\emph{Ibid}.", r"\ib"])
def test_command_at_the_start_of_a_note_is_no_word_of_it(ibid: str):
    assert cited(rf"A.\footnote{{{ibid}}}", r"\newcommand{\ib}{\emph{Ibid.}}") == [("1", "Ibid.")]


@pytest.mark.parametrize(
    ("definition", "written"),
    [
        (r"\newcommand{\frus}{FRUS, 1961--1963, VI}", r"\frus, Document~56"),
        (r"\def\frus{FRUS, 1961--1963, VI}", r"\frus{}, Document 56"),
        (r"\newcommand*\frus[1]{FRUS, 1961--1963, VI, Document~#1}", r"\frus{56}"),
        (r"\newcommand{\a}{FRUS}\newcommand{\b}{\a, 1961--1963, VI}", r"\b, Document 56"),
        (r"\newcommand{\a}{\a FRUS}", r"\a, 1961--1963, VI, Document 56"),
    ],
)
def test_command_of_the_file_is_read_as_its_words(definition: str, written: str):
    expected = ("1", "FRUS, 1961–1963, VI, Document 56")
    assert cited(rf"A.\footnote{{{written}}}", definition) == [expected]


def test_command_of_the_file_that_quotes_is_a_quotation():
    assert quoted(r"He wrote \q{the road is shut}.", r"\newcommand{\q}[1]{\enquote{#1}}") == [
        "the road is shut"
    ]


def test_command_of_the_file_that_only_wraps_words_keeps_their_places():
    file = read(r"\enquote{the \hl{old} road}", r"\newcommand{\hl}[1]{\textsc{#1}}")
    assert [one.text for one in find(file)] == ["the old road"]
    assert file.replaced == ()


def test_commands_that_double_each_other_stay_short():
    names = "abcdefghijklmnopqrstuvwxyz"
    before = "".join(rf"\def\x{a}{{\x{b}\x{b}}}" for a, b in pairwise(names))
    file = read(r"A.\footnote{\xa}" * 1000, rf"{before}\def\xz{{lol}}")
    assert sum(len(one.text) for one in file.replaced) < 2_000_000


@pytest.mark.parametrize(
    ("written", "note", "shown"),
    [
        (r"A\autocite[56]{frus6}.", "source 1", "frus6, 56"),
        (r"\textcite[12]{smith1999} argues.", "source 1", "smith1999, 12"),
        (r"A\parencite[see][12]{smith1999}.", "source 1", "see smith1999, 12"),
        (r"A\footcite[12]{smith1999}.", "1", "smith1999, 12"),
        (r"A\footnote{\cite[12]{smith1999}.}", "1", "smith1999, 12."),
        (r"A\footcites[12]{smith}[3]{frus6}.", "1", "smith, 12; "),
    ],
)
def test_citation_by_a_key_is_listed(written: str, note: str, shown: str):
    assert cited(written)[0] == (note, shown)


def test_key_of_the_bibliography_is_read_as_its_entry():
    entry = r"\bibitem[FR]{frus6} \emph{FRUS}, 1961--1963, vol.~VI."
    body = (
        rf"A\footcite[56]{{frus6}}. \begin{{thebibliography}}{{9}} {entry} \end{{thebibliography}}"
    )
    assert cited(body) == [("1", "FRUS, 1961–1963, vol. VI, 56")]


def test_citations_that_the_file_sets_as_footnotes_are_counted_with_them():
    before = r"\usepackage[style=verbose-ibid,backend=biber]{biblatex}"
    body = r"A.\footnote{May.} B\autocite[4]{smith}. C.\footnote{June.}"
    assert [mark.label for mark in read(body, before).note_marks] == ["1", "2", "3"]


def test_call_of_a_citation_belongs_to_the_quotation_before_it():
    (found,) = find(read(r"He wrote \enquote{the road is shut}\autocite[56]{frus6}."))
    assert found.notes == ("source 1",)


def test_keyed_quotation_is_taken_from_its_key():
    file = read(r"\textcquote[see][56]{frus6}[.]{the road is shut}")
    assert [(one.text, one.source) for one in find(file)] == [("the road is shut", "#1")]
    assert [work.text for work in cited_works(file)] == ["see frus6, 56"]
