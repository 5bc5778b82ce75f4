"""Footnotes of an HTML page: links in the text that lead to a note, and the notes themselves.

A link is a reference to a note if the page says so (WAI-ARIA ``doc-noteref``, EPUB ``noteref``, the
usual classes), or if its words are a mark such as ``1``, ``[a]`` or ``*`` and it stands raised or
leads to a place named as notes are. Links back from a note are no part of its words.
Entry point: `notes_of`; composing the words is left to `html`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provtrack.importers.findings import found
from provtrack.importers.xml_reading import Element, plain_text
from provtrack.model.finding import Finding
from provtrack.text.plurals import counted

NOTE_PLACE = re.compile(r"#_?(?:fn|ftn|edn|en|footnote|endnote|note|cite_note)(?:[-_:.]|\d)", re.I)
END_PLACE = re.compile(r"#_?(?:edn|en|endnote)(?:[-_:.]|\d)", re.I)
MARK = re.compile(r"[\[(]?(?:\d{1,4}|[^\W\d_]|[ivxlc]{1,6}|[*†‡§¶#]{1,4})[\])]?\.?", re.I)
SAYS_REFERENCE = frozenset(["doc-noteref", "noteref", "footnote-ref", "footnote-reference"])
SAYS_BACK = frozenset(
    ["doc-backlink", "backlink", "footnote-back", "footnote-backref", "reversefootnote"]
)
BACK_SIGNS = frozenset("↩↑^⏎⤴↵\ufe0e\ufe0f ")
RAISED = frozenset(["sup"])
HOLDERS = frozenset(["p", "li", "div", "dd", "dt", "aside", "td", "tr", "section", "blockquote"])


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A reference to a note; ``body`` is empty where the page has no such note."""

    label: str
    kind: str
    body: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNotes:
    """The references of a page by their link, and what is no running text.

    Attributes:
        bodies: Elements that are notes.
        backs: Links inside notes that lead back to the text.
    """

    links: dict[Element, NoteLink]
    bodies: frozenset[Element]
    backs: frozenset[Element]

    def only_marks(self, element: Element) -> tuple[Element, ...]:
        """The references an element is made of, if it is of nothing else but signs."""
        if element.tag not in RAISED and element not in self.links:
            return ()
        inside = tuple(one for one in element.iter("a") if one in self.links)
        rest = plain_text(element)
        for one in inside:
            rest = rest.replace(plain_text(one), "", 1)
        return () if any(sign.isalnum() for sign in rest) else inside

    def length_of_rest(self, element: Element) -> int:
        """How many characters an element holds that are of no note."""
        inside = [one for one in element.iter() if one in self.bodies]
        return max(0, len(plain_text(element)) - sum(len(plain_text(one)) for one in inside))

    def findings(self) -> tuple[Finding, ...]:
        """Say how many notes were read, and which are not there."""
        findings = []
        if read := sum(bool(link.body) for link in self.links.values()):
            said = f"{counted(read, 'link')} to footnotes or endnotes: read as"
            what = "notes" if read > 1 else "a note"
            findings.append(found("IMP208", f"{said} {what}, not as words of the text."))
        if absent := [link.label for link in self.links.values() if not link.body]:
            findings.append(
                found("IMP205", f"Not to be found on the page: note {', '.join(absent[:20])}.")
            )
        return tuple(findings)


NO_NOTES = PageNotes(links={}, bodies=frozenset(), backs=frozenset())


def notes_of(root: Element, main: Element) -> PageNotes:
    """Find the notes that the main part of a page refers to, wherever on the page they stand."""
    places = _places(root)
    links: dict[Element, NoteLink] = {}
    bodies: set[Element] = set()
    for link in main.iter("a"):
        if not is_reference(link) or any(up in bodies for up in link.iterancestors()):
            continue
        target = places.get((link.get("href") or "")[1:])
        body = () if target is None else _body(target, link)
        if target is not None and not body:
            continue
        kind = "endnote" if END_PLACE.match(link.get("href") or "") else "footnote"
        label = plain_text(link).strip("[]().") or plain_text(link)
        links[link] = NoteLink(label=label, kind=kind, body=body)
        bodies.update(body)
    backs = frozenset(_backs(bodies, links, places))
    return PageNotes(links=links, bodies=frozenset(bodies), backs=backs)


def _places(root: Element) -> dict[str, Element]:
    """Elements by the name that a link can lead to; the first of a name."""
    places: dict[str, Element] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name and isinstance(element.tag, str):
                places.setdefault(name, element)
    return places


def is_reference(link: Element) -> bool:
    """Whether a link refers to a note of its page."""
    address = link.get("href") or ""
    if len(address) < 2 or not address.startswith("#") or _says(link, SAYS_BACK):
        return False
    if _says(link, SAYS_REFERENCE):
        return bool(plain_text(link))
    raised = any(up.tag in RAISED for up in link.iterancestors()) or any(
        down.tag in RAISED for down in link
    )
    is_mark = MARK.fullmatch(plain_text(link)) is not None
    return is_mark and (raised or NOTE_PLACE.match(address) is not None)


def _says(element: Element, words: frozenset[str]) -> bool:
    """Whether the role, EPUB type or class of an element is one of these words."""
    stated = [element.get(name) or "" for name in ("role", "epub:type", "class", "rev")]
    return not words.isdisjoint(" ".join(stated).lower().split())


def _body(target: Element, link: Element) -> tuple[Element, ...]:
    """The elements that hold a note; none if the place is part of the running text."""
    holder = _holder(target)
    if holder is None or any(one is holder for one in link.iterancestors()):
        return ()
    own = _holder(link)
    if own is not None and _begins_with(own, link):
        turned = [one for one in holder.iter("a") if is_reference(one)]
        if turned and not _begins_with(holder, turned[0]):
            return ()  # the notes stand before the text: this link is one that leads back
    after = holder.getnext()
    if holder.tag == "dt" and after is not None and after.tag == "dd":
        return (holder, after)
    return (holder,)


def _holder(element: Element) -> Element | None:
    """The block that holds an element: itself, or the nearest around it."""
    for one in (element, *element.iterancestors()):
        if one.tag in HOLDERS:
            above = one.getparent()
            return above if one.tag == "td" and above is not None else one
    return None


def _begins_with(block: Element, link: Element) -> bool:
    """Whether nothing but signs stands before the link in its block."""
    before = plain_text(block).partition(plain_text(link))[0]
    return not any(sign.isalnum() for sign in before)


def _backs(
    bodies: set[Element], links: dict[Element, NoteLink], places: dict[str, Element]
) -> Iterator[Element]:
    """Links of notes that lead back to where the note is referred to."""
    referring = {
        up for link in links for up in (link, *link.iterancestors(*RAISED), _holder(link)) if up
        is not None
    }  # fmt: skip
    for body in bodies:
        for link in body.iter("a", "span"):
            words = plain_text(link)
            target = places.get((link.get("href") or "#")[1:])
            leads_back = target is not None and (
                target in referring or _holder(target) in referring
            )
            is_short = MARK.fullmatch(words) is not None or BACK_SIGNS.issuperset(words)
            if _is_backlink_class(link) or (leads_back and is_short):
                yield link


def _is_backlink_class(element: Element) -> bool:
    return _says(element, SAYS_BACK) or "cite-backlink" in (element.get("class") or "")


def without_label(text: str, label: str) -> str:
    """The words of a note without its own mark before them."""
    own = re.match(rf"[\[(]?{re.escape(label)}(?:[\]).:]+|(?=\s))\s*", text)
    return text[own.end() :] if own else text
