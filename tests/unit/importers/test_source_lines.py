"""A line under a block quotation that begins with a dash names the source of the block."""

import pytest

from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication, RegionKind
from provtrack.quotations import find

WORDS = "The ferry is old and will not be bought by the town."
LINE = "Minutes of the Council, 3 May 1911"


def read(text: str, name: str = "a.md") -> Publication:
    return read_publication_content(text.encode(), name)


def sources_of(publication: Publication) -> list[tuple[str, str]]:
    """Give the label and the words of each note."""
    notes = [one for one in publication.regions if one.kind is RegionKind.NOTE]
    return [(one.label, publication.text[one.span.start : one.span.end]) for one in notes]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"He wrote:\n\n> {WORDS}\n>\n> — {LINE}\n"),
        ("a.md", f"He wrote:\n\n> {WORDS}\n> -- {LINE}\n\nSo it was."),
        ("a.md", f"He wrote:\n\n> {WORDS}\n> *— {LINE}*\n"),
        ("a.md", f"He wrote:\n\n> {WORDS}\n\n— {LINE}\n\nSo it was."),
        ("a.html", f"<blockquote><p>{WORDS}</p></blockquote>\n<p>— {LINE}</p>\n<p>So it was."),
        ("a.md", f"He wrote:\n\n> {WORDS}\n\n  — {LINE}\n"),
        ("a.txt", f"He wrote:\n\n    {WORDS}\n\n— {LINE}\n\nSo it was."),
        ("a.html", f"<p>He wrote:</p><blockquote><p>{WORDS}</p>\n<p>— {LINE}</p>"),
        ("a.tex", f"He wrote:\n\\begin{{quote}}{WORDS}\\\\\n\\hfill--- {LINE}\n\\end{{quote}}"),
        ("a.tex", f"He wrote:\n\\begin{{quote}}{WORDS}\n\n--- {LINE}\n\\end{{quote}}"),
    ],
)
def test_the_line_is_a_note_of_its_block_and_no_word_of_it(name, text):
    publication = read(text, name)
    assert sources_of(publication) == [("source 1", LINE)]
    (found,) = [one for one in find(publication) if not one.ignored]
    assert (found.text, found.source) == (WORDS, "#1")


@pytest.mark.parametrize(
    "text",
    [
        "> The ferry is old.\n> — And then she sank beneath them.",
        "> — Is she old?\n> — She is.",
        "> — Is she 20 or older?\n> — She was built, so he says, in 1911",
        "> Half a league, half a league\n> — Into the valley of Death",
        "> The ferry is old and small.\n>\n> — John Holm",
        "> It is old.\n\n— In 1911 the author lived in Tarn, and he said that the ferry is old.",
        "> It is old.\n>\n> — Сколько же стоит паром, 300 рублей, — спросил Орлев в 1911.",
        "> It is old.\n\n– First of all, the 3\n\n– Second of all, the 4",
        "> It is old.\n\n— She has 30 years",
        f"> The ferry is old.[^1]\n> — {LINE}\n\n[^1]: Tarn, 4.",
        f"The ferry is old.\n\n— {LINE}\n",
        f"> The ferry is old.\n\n— {LINE}\nand more of it.",
    ],
)
def test_speech_and_what_has_a_note_of_its_own_are_no_sources(text):
    assert all(not label.startswith("source") for label, _ in sources_of(read(text)))


def test_each_block_has_a_source_of_its_own():
    publication = read(f"> One.\n> — {LINE}\n\nAnd:\n\n> Two.\n\n— Tarn Mercury, 4 May 1911\n")
    labels = [label for label, _ in sources_of(publication)]
    assert labels == ["source 1", "source 2"]
    assert [one.source for one in find(publication)] == ["#1", "#2"]


@pytest.mark.parametrize(
    "line",
    ["“Minutes of the Council”, 3 May 1911", "[Minutes](m.html), 3 May 1911", "Lugin (1911)"],
)
def test_the_line_may_begin_with_a_title_or_a_link(line):
    publication = read(f"> {WORDS}\n> — {line}\n")
    assert [label for label, _ in sources_of(publication)] == ["source 1"]
