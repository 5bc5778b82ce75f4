"""Generic HTML: blocks are paragraphs; what belongs to the page is left out and counted."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content


def read_body(body: str, head: str = ""):
    """Read a page from the mark-up of its body."""
    page = f'<!DOCTYPE html><html lang="de"><head>{head}</head><body>{body}</body></html>'
    return read_content(page.encode(), "a.html")


def text_of(body: str) -> str:
    """The recorded text of a page."""
    return read_body(body).versions[0].text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one\n  two</p>", "one two"),
        ("<p>a <b>bold</b><i>word</i></p>", "a boldword"),
        ("<h1>Head</h1><p>one<p>two", "Head\n\none\n\ntwo"),
        ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
        ("<blockquote>said</blockquote>", "said"),
        ("<table><tr><td>a<td>b</table>", "a\n\nb"),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<p>one<br>&nbsp;<br>two</p>", "one\n\ntwo"),
        ("<pre>a  b\n\tc\n\nd</pre>", "a  b\n\tc\n\nd"),
        ("<p>one</p><p>&nbsp;</p><p>two</p>", "one\n\ntwo"),
        ("<p>no&nbsp;break</p>", "no\xa0break"),
        ("<p>see<sup><a href='#n1'>1</a></sup></p>", "see"),
        ("<p>see <a href='#part'>the part</a></p>", "see the part"),
        ("<p>4 km<sup>2</sup></p>", "4 km2"),
        ("<div>loose<p>one</p>end</div>", "loose\n\none\n\nend"),
        ("<p>one</p><script>x()</script><style>p{}</style>", "one"),
        ("<p>one<!-- not this --> two</p>", "one two"),
    ],
)
def test_blocks_are_paragraphs(body, text):
    assert text_of(body) == text


def test_navigation_is_left_out_and_counted():
    imported = read_body("<nav>Home News</nav><p>one</p><footer>Imprint</footer>")
    assert imported.versions[0].text == "one"
    assert imported.findings[-1].message == (
        "Parts of the page were left out: footer (7 characters), nav (9 characters)."
    )


def test_main_is_read_and_the_rest_counted():
    imported = read_body("<div>Advert</div><main><p>one</p></main>")
    assert imported.versions[0].text == "one"
    assert "outside main (8 characters)" in imported.findings[-1].message


def test_header_inside_an_article_belongs_to_the_text():
    assert text_of("<article><header><h1>Head</h1></header><p>one</p></article>") == "Head\n\none"


def test_two_articles_are_both_read():
    assert text_of("<article>one</article><article>two</article>") == "one\n\ntwo"


def test_form_around_a_page_hides_nothing():
    assert text_of("<form><p>one</p></form>") == "one"


def test_hidden_parts_are_left_out_and_counted():
    imported = read_body('<p>one</p><p style="display: none">secret</p>')
    assert imported.versions[0].text == "one"
    assert "hidden parts (6 characters)" in imported.findings[-1].message


def test_metadata_of_the_head_is_read():
    head = (
        '<title>A letter</title><meta name="DC.creator" content="Ann Lee">'
        '<meta name="dcterms.date" content="2 November 1962">'
        '<meta name="citation_translator" content="Bo Ray">'
        '<link rel="canonical" href="https://a.example/letter">'
        '<meta name="dc.rights" content="Free to use">'
    )
    imported = read_body("<p>one</p>", head)
    assert imported.titles[0].text == "A letter"
    assert imported.date.edtf == "1962-11-02"
    assert [(one.name, one.role) for one in imported.people] == [("Ann Lee", "written")]
    assert [(a.name, a.role) for a in imported.versions[0].agents] == [("Bo Ray", "translated")]
    assert imported.versions[0].origin == "https://a.example/letter"
    assert imported.versions[0].language == "de"
    assert imported.rights[0].text == "Free to use"


def test_too_deep_a_page_is_refused_and_not_cut_short():
    with pytest.raises(FormatError, match=r"depth|deeper"):
        text_of("<div>" * 400 + "one" + "</div>" * 400)


def test_page_without_text_is_refused():
    with pytest.raises(FormatError, match="it holds no text"):
        text_of("<script>x()</script>")
