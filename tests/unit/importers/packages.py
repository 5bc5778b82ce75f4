"""Small files of the formats that importers read, built from the words that matter."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEI = "http://www.tei-c.org/ns/1.0"
FRUS = "http://history.state.gov/frus/ns/1.0"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts by their path; the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def word_part(name: str, inner: str) -> str:
    """A part of a Word package with its root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{W}">{inner}</w:{name}>'


def docx(body: str, **parts: str) -> bytes:
    """A Word document from the mark-up of its body; `footnotes=` and the like add parts."""
    packed = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": word_part("document", f"<w:body>{body}</w:body>"),
    }
    packed |= {f"word/{name}.xml": word_part(name, inner) for name, inner in parts.items()}
    return zipped(packed)


def w_paragraph(text: str) -> str:
    """A paragraph of Word with one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def tei(body: str, header: str = "") -> bytes:
    """A TEI document from the mark-up of its body and its header."""
    return (
        f'<TEI xmlns="{TEI}"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'
    ).encode()


def frus(*documents: str) -> bytes:
    """A volume of the FRUS shape from its documents."""
    title = "Foreign Relations of the United States, 1950, Volume XCIX, Nowhere"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="{TEI}" xmlns:frus="{FRUS}" '
        'xml:id="frus1950v99"><teiHeader><fileDesc><titleStmt>'
        f'<title type="complete">{title}</title><title type="volume">Nowhere</title>'
        '<editor role="primary">Ann Editor</editor></titleStmt></fileDesc></teiHeader>'
        f'<text><body><div type="compilation">{"".join(documents)}</div></body></text></TEI>'
    ).encode()


TELEGRAM = """
<div type="document" xml:id="d1" n="1" frus:doc-dateTime-min="1950-03-04T00:00:00-05:00">
 <head>1. Telegram From the Legation in <placeName>Nowhere</placeName> to the
   <gloss type="to">Department</gloss><note n="1" type="source">Source: National Archives, RG 59,
   Central Files, 691.93/3-450. <hi rend="italic">Secret</hi>.</note></head>
 <dateline><placeName>Nowhere</placeName>, <date when="1950-03-04">March 4, 1950</date>,
   3 p.m.</dateline>
 <p>12. The Minister said<note n="2">See <ref target="#d2">Document 2</ref>.</note> that nothing
   had changed.</p>
 <pb n="12"/>
 <closer><signed><persName>Smith</persName></signed></closer>
</div>"""
SECOND = '<div type="document" xml:id="d2" n="2"><head>2. Letter</head><p>No.</p></div>'

PAGE = """Skip to content

November 14, 1961

Note of Envoy Ravel on a Talk with Minister Okoro

The Minister asked for tea and for time.

He was given both.

Document Information

Source

State Archive of Ostravia, f. 4, op. 12, d. 301, l. 77. Obtained by Irena Voss.

Rights

All rights reserved.

Record ID
"""


ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{ODF}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "meta": "meta",
    }.items()
)


def odt_part(inner: str, root: str = "document-content") -> str:
    """A part of an OpenDocument package with its root element."""
    names = f'{ODT_NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {names}>{inner}</office:{root}>'


def odt_body(body: str) -> str:
    """The body element of an OpenDocument text."""
    return f"<office:body><office:text>{body}</office:text></office:body>"


def odt(body: str, *, styles: str = "", meta: str = "", **parts: str) -> bytes:
    """An OpenDocument text from the mark-up of its body, its styles and its properties."""
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    packed = {"content.xml": odt_part(automatic + odt_body(body))}
    if meta:
        packed["meta.xml"] = odt_part(f"<office:meta>{meta}</office:meta>", "document-meta")
    packed |= {f"{name}.xml": content for name, content in parts.items()}
    return with_mimetype("application/vnd.oasis.opendocument.text", packed)


XHTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'


def epub(*chapters: str, metadata: str = "", **parts: str) -> bytes:
    """An electronic book from the mark-up of its chapters, c0.xhtml and so on, and its metadata."""
    items = "".join(
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    packed = {
        "META-INF/container.xml": (
            '<container><rootfiles><rootfile full-path="book/main.opf"/></rootfiles></container>'
        ),
        "book/main.opf": package,
    }
    packed |= {
        f"book/c{n}.xhtml": f"{XHTML}<head><title>T</title></head><body>{chapter}</body></html>"
        for n, chapter in enumerate(chapters)
    }
    return with_mimetype("application/epub+zip", packed | parts)


def page_region(text: str, id: str = "r", attributes: str = "") -> str:  # noqa: A002
    """A region of PAGE XML; each line of the text is one of the region."""
    lines = "".join(
        f"<TextLine><TextEquiv><Unicode>{escape(line)}</Unicode></TextEquiv></TextLine>"
        for line in text.split("\n")
    )
    return f'<TextRegion id="{id}" {attributes}>{lines}</TextRegion>'


def page_xml(regions: str, *, order: str = "", metadata: str = "", image: str = "p1.jpg") -> bytes:
    """A page of PAGE XML from its regions, its reading order and its metadata."""
    namespace = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
    stated = f"<ReadingOrder>{order}</ReadingOrder>" if order else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><PcGts xmlns="{namespace}">'
        f"<Metadata>{metadata}</Metadata>"
        f'<Page imageFilename="{image}">{stated}{regions}</Page></PcGts>'
    ).encode()


def alto_block(*lines: str, id: str = "b", attributes: str = "") -> str:  # noqa: A002
    """A block of ALTO; each line is its words, or mark-up that begins with a tag."""
    inner = "".join(f"<TextLine>{_alto_line(line)}</TextLine>" for line in lines)
    return f'<TextBlock ID="{id}" {attributes}>{inner}</TextBlock>'


def _alto_line(line: str) -> str:
    if line.startswith("<"):
        return line
    return "<SP/>".join(f'<String CONTENT="{escape(word)}"/>' for word in line.split())


def alto(space: str, *, description: str = "", before: str = "", margins: str = "") -> bytes:
    """A page of ALTO from its blocks, its description and what stands before the layout."""
    return (
        '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">'
        f"<Description>{description}</Description>{before}<Layout><Page>{margins}"
        f"<PrintSpace>{space}</PrintSpace></Page></Layout></alto>"
    ).encode()


def pdf(*pages: str, unicode: Mapping[str, str] | None = None, info: str = "") -> bytes:
    """A PDF from the content streams of its pages (`pdf_lines`).

    Args:
        unicode: What some letters stand for: the font's glyphs are told to be other characters.
    """
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
    font = "/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"
    objects.append(f"<<{font}/ToUnicode 4 0 R>>")
    table = "\n".join(
        f"<{ord(letter):02x}> <{sign.encode('utf-16-be').hex()}>"
        for letter, sign in (unicode or {}).items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(unicode or {})} beginbfchar\n{table}\nendbfchar endcmap end end"
    )
    objects.append(f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream")
    for number, page in enumerate(pages):
        resources = "/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 600 800]"
        objects.append(f"<</Type/Page/Parent 2 0 R{resources}/Contents {6 + 2 * number} 0 R>>")
        objects.append(f"<</Length {len(page)}>>stream\n{page}\nendstream")
    objects.append(f"<<{info}>>")
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R/Info {size - 1} 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def pdf_lines(*lines: str, left: int = 72, top: int = 700, leading: int = 14) -> str:
    """Lines of 12 points one under another; ">" at the beginning indents one, "" leaves a gap."""
    shown = []
    for number, line in enumerate(lines):
        words = line.lstrip(">")
        place = left + 20 * (len(line) - len(words))
        words = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        shown.append(f"BT /F 12 Tf {place} {top - leading * number} Td ({words}) Tj ET")
    return "\n".join(shown)


def with_mimetype(mimetype: str, parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts behind the unpacked member that says what the package is (ODT, EPUB)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype"), mimetype, zipfile.ZIP_STORED)
        for path, content in parts.items():
            package.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
