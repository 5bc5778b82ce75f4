"""Laws of importers: any bytes end well, nothing is lost, no half characters come out."""

import contextlib
import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.errors import ProvtrackError
from provtrack.importers import FORMATS, read_content, read_metadata
from provtrack.text.paragraphs import paragraphs_of
from tests.unit.importers.packages import (
    PAGE,
    SECOND,
    TELEGRAM,
    alto,
    alto_block,
    docx,
    epub,
    frus,
    odt,
    page_region,
    page_xml,
    pdf,
    pdf_lines,
    tei,
    w_paragraph,
)

LAW = settings(max_examples=50, deadline=None)
MARKDOWN = b"---\ntitle: A\n---\n# Head\n\n1. One[^a]\n\n> quoted\n\n[^a]: Note.\n"
LATEX = rb"\documentclass{a}\title{T}\begin{document}\def\x{y} A\footnote{b} \x{}\end{document}"
HTML = b"<!doctype html><html lang=de><body><main><p>Eins<br>zwei<ul><li>drei</main></body></html>"
SEEDS = {
    "text": "Тишина.\r\n\r\nЕщё тишина.".encode("koi8-r"),
    "markdown": MARKDOWN,
    "html": HTML,
    "docx": docx(w_paragraph("One") + w_paragraph("Two")),
    "odt": odt("<text:p>One<text:s text:c='3'/><text:tab/></text:p><text:h>Two</text:h>"),
    "epub": epub("<p>One<a href='c1.xhtml#n'><sup>1</sup></a></p>", "<p id='n'>1. Note</p>"),
    "page-xml": page_xml(page_region("One-\ntwo") + page_region("Three", "s")),
    "alto": alto(alto_block("One<", "two") + alto_block("Three", id="c")),
    "latex": LATEX,
    "pdf": pdf(pdf_lines("One-", "two", "1"), pdf_lines("Three", "2")),
    "tei": tei("<p>One <choice><sic>a</sic><corr>b</corr></choice></p><lg><l>Two</l></lg>"),
    "frus": frus(TELEGRAM, SECOND),
    "wilson-center": PAGE.encode(),
}
WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"]), min_size=1
)
MARKED_UP = ["markdown", "latex", "html", "docx", "odt", "epub", "page-xml", "alto", "tei", "frus"]
LETTERS = st.text(st.characters(categories=["Lu", "Ll", "Lo"]), min_size=1)
PARAGRAPHS = st.lists(st.lists(LETTERS, min_size=1, max_size=6).map(" ".join), min_size=1)


def end_well(content: bytes, format_name: str | None) -> None:
    """Read bytes; whatever comes out can be stored, whatever fails says so in our words."""
    with contextlib.suppress(ProvtrackError):
        imported = read_content(content, "file#d1", format=format_name)
        json.dumps(dataclasses.asdict(imported), ensure_ascii=False).encode("utf-8")
        for version in imported.versions:
            ends = [0, *(note.position for note in version.notes), len(version.text)]
            assert ends == sorted(ends)


@LAW
@given(content=st.binary(max_size=400), format_name=st.sampled_from([None, *FORMATS]))
def test_any_bytes_are_read_or_refused_with_a_sentence(content, format_name):
    end_well(content, format_name)


@pytest.mark.parametrize("format_name", FORMATS)
@LAW
@given(data=st.data())
def test_damaged_files_are_read_or_refused_with_a_sentence(format_name, data):
    seed = SEEDS[format_name]
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, min(len(seed), start + 40)))
    damage = data.draw(st.binary(max_size=20) | st.sampled_from([b"<", b"]]>", b"&", b"\n\n"]))
    end_well(seed[:start] + damage + seed[end:], format_name)


@LAW
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_plain_text_is_the_decoded_file_with_lf_line_ends(text):
    content = text.encode("utf-8")
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    with contextlib.suppress(ProvtrackError):
        imported = read_content(content, "a.txt", format="text", charset="utf-8")
        assert imported.versions[0].text == expected


@LAW
@given(text=WORDS, charset=st.sampled_from(["utf-16", "utf-8-sig", "utf-32"]))
def test_a_byte_order_mark_tells_the_character_set_and_is_no_text(text, charset):
    imported = read_content(text.encode(charset), "a.txt", format="text")
    assert imported.versions[0].text == text.removeprefix("\ufeff")


def written(format_name: str, paragraphs: list[str]) -> bytes:
    """Write paragraphs of letters and blanks in a format."""
    if format_name == "docx":
        return docx("".join(w_paragraph(one) for one in paragraphs))
    if format_name == "odt":
        return odt("\n".join(f"<text:p>{one}</text:p>" for one in paragraphs))
    if format_name == "epub":
        return epub(*(f"<p>{one}</p>" for one in paragraphs))
    if format_name == "page-xml":
        return page_xml("".join(page_region(one, str(n)) for n, one in enumerate(paragraphs)))
    if format_name == "alto":
        return alto("".join(alto_block(one, id=str(n)) for n, one in enumerate(paragraphs)))
    if format_name == "tei":
        return tei("\n  ".join(f"<p>{one}</p>" for one in paragraphs))
    if format_name == "frus":
        body = "".join(f"<p>{one}</p>" for one in paragraphs)
        return frus(f'<div type="document" xml:id="d1"><head>Head</head>{body}</div>')
    if format_name == "html":
        body = "".join(f"<p>{one}\n" for one in paragraphs)
        return f"<html><body><main>{body}</main></body></html>".encode()
    return "\n\n".join(paragraphs).encode()


@pytest.mark.parametrize(
    "format_name",
    ["text", *MARKED_UP],
)
@LAW
@given(paragraphs=PARAGRAPHS)
def test_no_paragraph_is_lost_or_made(format_name, paragraphs):
    imported = read_content(
        written(format_name, paragraphs), "a", format=format_name, charset="utf-8"
    )
    read = [one.text for one in paragraphs_of(imported.versions[0].text)]
    assert read == paragraphs


@pytest.mark.parametrize("format_name", MARKED_UP)
@LAW
@given(paragraphs=PARAGRAPHS)
def test_paragraphs_are_separated_by_one_empty_line(format_name, paragraphs):
    imported = read_content(
        written(format_name, paragraphs), "a", format=format_name, charset="utf-8"
    )
    assert imported.versions[0].text == "\n\n".join(paragraphs)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@value", "@id", "@type", "family", "literal", "date-parts", "title"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    ["type", "title", "author", "issued", "archive", "language", "rights", "@context", "@graph"]
)


@LAW
@given(
    value=VALUES
    | st.lists(st.dictionaries(FIELDS, VALUES), max_size=2)
    | st.dictionaries(FIELDS, VALUES)
)
def test_any_metadata_are_read_or_refused_with_a_sentence(value, tmp_path_factory):
    path = tmp_path_factory.mktemp("metadata") / "a.json"
    path.write_text(json.dumps(value), "utf-8")
    with contextlib.suppress(ProvtrackError):
        about = read_metadata(path)
        json.dumps(dataclasses.asdict(about), ensure_ascii=False).encode("utf-8")
