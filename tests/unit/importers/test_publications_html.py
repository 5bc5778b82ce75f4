"""HTML as a publication: what is said below a block of its source."""

import pytest

from provtrack.citing import cited_works
from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication
from provtrack.quotations import find


def read(body: str) -> Publication:
    """Read the body of a page."""
    return read_publication_content(f"<html><body>{body}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote>The road is shut.<footer>&mdash; <cite>Harrow, 4</cite></footer></blockquote>",
        "<blockquote><p>The road is shut.</p><footer>— Harrow, 4</footer></blockquote>",
        "<blockquote><p>The road is shut.</p><cite>Harrow, 4</cite></blockquote>",
        "<figure><blockquote><p>The road is shut.</p></blockquote>"
        "<figcaption>– Harrow, <cite>4</cite></figcaption></figure>",
    ],
)
def test_what_stands_below_a_block_is_its_source(block: str):
    file = read(f"<p>So:</p>{block}<p>“We wait for spring.”</p>")
    assert [(one.text, one.source) for one in find(file)] == [
        ("The road is shut.", "#1"),
        ("We wait for spring.", ""),
    ]
    assert [(one.note, one.text) for one in cited_works(file)] == [("source 1", "Harrow, 4")]


@pytest.mark.parametrize(
    "page",
    [
        "<blockquote><p>In <cite>Pravda</cite> it stood.</p></blockquote>",
        "<blockquote>It stood.</blockquote><footer>Harrow, 4</footer>",
        "<blockquote>It stood.</blockquote><figure><figcaption>Harrow, 4</figcaption></figure>",
    ],
)
def test_what_stands_elsewhere_is_no_source(page: str):
    assert cited_works(read(page)) == ()


def test_sources_are_read_in_the_order_of_the_text():
    block = "<blockquote>The road.<footer>Harrow, <cite>Diary</cite>, 4</footer></blockquote>"
    again = "<blockquote>The mill.<footer>Ibid., 5</footer></blockquote>"
    works = cited_works(read(f"{block}<p>A.<sup>1</sup></p>{again}<p>1. Lugin.</p>"))
    assert [one.note for one in works] == ["source 1", "1", "source 2"]
