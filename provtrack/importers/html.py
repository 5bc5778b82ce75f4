"""Generic HTML: the text of `main` or `article`, else of `body`; blocks are paragraphs.

What belongs to the page and not to its text (navigation, header, footer, asides, scripts) is left
out and counted in a finding, so that nothing is shortened silently. Our own reader, because text
extractors drop inline clauses and lists without a word.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from provtrack.errors import FormatError
from provtrack.importers.charsets import Decoded, decode
from provtrack.importers.composing import Composer
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.html_metadata import metadata_of
from provtrack.importers.html_notes import NO_NOTES, NoteLink, PageNotes, notes_of, without_label
from provtrack.importers.xml_reading import Element, check_tree, plain_text, refuse_depth
from provtrack.model.document import Note
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.text.plurals import counted

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
    noscript ol optgroup option p plaintext pre search section summary table tbody td tfoot th
    thead title tr ul xmp
    """.split()  # noqa: SIM905
)
LEFT_OUT = frozenset(["nav", "header", "footer", "aside", "noscript", "dialog"])
STRUCK = frozenset(["del", "s", "strike"])  # what the page shows as no longer said
OF_A_TEXT = frozenset(["header", "footer"])  # inside these they hold headings and footnotes:
TEXTS = frozenset(["article", "main", "section", "blockquote"])
NO_TEXT = frozenset(
    """
    script style template head title audio video canvas iframe object embed svg select textarea
    button input datalist math
    """.split()  # noqa: SIM905
)
DECLARED = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.I)
XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
LOOKS_LIKE = re.compile(
    rb"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedPage:
    """The text of a page with its notes, and what was left out or decided."""

    text: str
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]


def recognises(content: Content) -> bool:
    """Whether the content begins as HTML does."""
    data = content.data[:4096].lstrip(b"\xef\xbb\xbf")
    return bool(LOOKS_LIKE.match(data.replace(b"\x00", b"")))


def read(content: Content) -> Imported:
    """Read a page into one version."""
    root, decoded = parse_html(content)
    composed = compose_page(root)
    about = metadata_of(root)
    return Imported(
        importer="html",
        charset=decoded.charset,
        versions=(
            ImportedVersion(
                text=composed.text,
                language=about.language,
                agents=about.makers,
                origin=about.origin,
                notes=composed.notes,
            ),
        ),
        titles=about.titles,
        date=about.date,
        people=about.people,
        references=about.references,
        rights=about.rights,
        printed_fields=about.printed_fields,
        findings=decoded.findings + about.findings + composed.findings,
    )


def compose_page(root: Element) -> ComposedPage:
    """Compose the text of a page from its main part."""
    main = main_part(root)
    walk = _Walk(notes=notes_of(root, main))
    walk.element(main)
    text, notes = walk.composer.finished()
    findings = walk.notes.findings() + walk.revisions() + _left_out(walk, root, main)
    return ComposedPage(text=text, notes=notes, findings=findings)


def compose_fragment(markup: str, composer: Composer) -> None:
    """Add the text of a piece of HTML, such as stands inside Markdown."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    root = etree.fromstring(f"<div>{markup}</div>".encode("utf-8", "surrogatepass"), parser)
    if root is not None:
        _Walk(composer=composer, keeps_struck=True).element(root)


def parse_html(content: Content) -> tuple[Element, Decoded]:
    """Parse a page as browsers do, refusing only what would be cut short.

    Raises:
        FormatError: Nested too deep, or nothing in it.
    """
    head = content.data[:4096]
    match = XML_DECLARED.match(head) or DECLARED.search(head)
    decoded = decode(content, declared=match.group(1).decode("ascii") if match else None)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", decoded.text.lstrip("\ufeff"))
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        refuse_depth(str(error), content.name)
        raise FormatError(f"cannot read {content.name} as HTML: {error}.") from error
    if root is None:
        raise FormatError(f"cannot read {content.name} as HTML: there is no element in it.")
    for fault in parser.error_log:
        if fault.level_name == "FATAL" and "RESOURCE_LIMIT" in fault.type_name:
            refuse_depth(fault.message, content.name)
            raise FormatError(f"cannot read {content.name} as HTML: {fault.message}.")
    check_tree(root, content.name)
    return root, decoded


def main_part(root: Element) -> Element:
    """The one `main` or `article` that holds the text, else `body`, else everything."""
    for tag in ("main", "article", "body"):
        parts = [one for one in root.iter(tag) if not _inside_left_out(one)]
        if len(parts) == 1 and "".join(map(str, parts[0].itertext())).strip():
            return parts[0]
    return root


def _inside_left_out(element: Element) -> bool:
    return any(above.tag in LEFT_OUT | NO_TEXT for above in element.iterancestors())


@dataclass(slots=True)
class _Walk:
    """Composes the text of an element and counts what it leaves out."""

    composer: Composer = field(default_factory=Composer)
    left_out: Counter[str] = field(default_factory=Counter)
    preformatted: int = 0
    notes: PageNotes = NO_NOTES
    keeps_struck: bool = False
    struck: list[str] = field(default_factory=list)

    def element(self, element: Element) -> None:
        """Add an element and all in it, but not its tail."""
        tag = element.tag
        if tag in NO_TEXT or element in self.notes.bodies or element in self.notes.backs:
            return
        if marks := self.notes.only_marks(element):
            for link in marks:
                self.note(self.notes.links[link])
            return
        if tag in STRUCK and not self.keeps_struck:
            self.struck.append(plain_text(element))
            return
        if is_hidden(element) or is_outside_text(element):
            name = "hidden parts" if is_hidden(element) else str(tag)
            self.left_out[name] += self.notes.length_of_rest(element)
            return
        if tag == "br":
            self.composer.line_break()
            return
        self.inside(element)

    def inside(self, element: Element) -> None:
        """Add what an element holds; blocks end the paragraph."""
        tag = element.tag
        if tag in BLOCKS:
            self.composer.end_paragraph()
        self.preformatted += tag in ("pre", "xmp", "plaintext")
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self._text(child.tail)
        self.preformatted -= tag in ("pre", "xmp", "plaintext")
        if tag in BLOCKS:
            self.composer.end_paragraph()

    def note(self, link: NoteLink) -> None:
        """Tie a note to its place."""
        walk = _Walk(notes=PageNotes(links={}, bodies=frozenset(), backs=self.notes.backs))
        for body in link.body:
            walk.inside(body)
        text = walk.composer.finished()[0].strip().replace("\n\n", "\n")
        self.struck += walk.struck
        self.composer.note(link.kind, label=link.label, text=without_label(text, link.label))

    def revisions(self) -> tuple[Finding, ...]:
        """Say what was left out because the page strikes it out."""
        struck = [words for words in self.struck if words]
        if not struck:
            return ()
        what = counted(len(struck), "struck-out passage")
        length = counted(sum(map(len, struck)), "character")
        verb = "was" if len(struck) == 1 else "were"
        said = f"{what} ({length}) {verb} left out; the earlier wording is in the file."
        return (found("IMP202", said),)

    def _text(self, text: str | None) -> None:
        if text and self.preformatted:
            self.composer.exact(text)
        elif text:
            self.composer.words(text)


def is_hidden(element: Element) -> bool:
    """Whether the page itself hides the element from its readers."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def is_outside_text(element: Element) -> bool:
    """Whether an element belongs to the page: headers and footers of a text belong to the text."""
    if element.tag not in LEFT_OUT:
        return False
    inside = element.tag in OF_A_TEXT and any(up.tag in TEXTS for up in element.iterancestors())
    return not inside


def _left_out(walk: _Walk, root: Element, main: Element) -> tuple[Finding, ...]:
    """Say how many characters were left out, and where."""
    counts = walk.left_out
    if main.tag != "body" and main is not root:
        outside = _Walk(notes=walk.notes)
        for body in root.iter("body"):
            outside.element(body)
        whole = len(outside.composer.finished()[0])
        counts["outside " + str(main.tag)] = max(0, whole - len(walk.composer.finished()[0]))
        counts.update(outside.left_out - counts)
    parts = [
        f"{tag} ({counted(count, 'character')})" for tag, count in sorted(counts.items()) if count
    ]
    if not parts:
        return ()
    return (found("IMP201", f"Parts of the page were left out: {', '.join(parts)}."),)
