"""The running text of TEI elements, as the source shows it, with notes at their places.

Where an edition gives a choice, the reading of the source is taken: `sic`, `orig`, `abbr` (never
the correction); in `app` the lemma. Deletions are out, additions in. Every such decision is counted
for a finding. TEI P5 Guidelines, chapters 3, 11 and 12.
"""

from collections import Counter
from dataclasses import dataclass, field

from provtrack.importers.composing import Composer
from provtrack.importers.findings import found
from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.finding import Finding
from provtrack.text.plurals import counted

BLOCKS = frozenset(
    """
    ab address addrLine argument back bibl body byline cell closer dateline div div1 div2 div3 div4
    div5 div6 div7 docAuthor docDate docImprint docTitle epigraph figure floatingText front group
    head imprimatur item lg list listBibl opener p postscript row salute signed sp speaker stage
    table text titlePage titlePart trailer cit
    """.split()  # noqa: SIM905
)
INSIDE_A_BLOCK = frozenset(["bibl", "cit", "signed", "dateline", "salute", "stage", "address"])
RUNNING = frozenset(["p", "ab", "l", "item", "quote", "head", "hi", "cell", "signed", "seg"])
PREFERRED = ("sic", "orig", "abbr")
LEFT_OUT = {
    "del": "deletions",
    "surplus": "surplus passages",
    "rdg": "variant readings",
    "fw": "running heads and catchwords",
    "figDesc": "descriptions of figures",
}
UNREAD = {
    "graphic": "images",
    "formula": "formulas",
    "notatedMusic": "pieces of music",
    "binaryObject": "files",
}
ONE = {
    "deletions": "deletion",
    "surplus passages": "surplus passage",
    "variant readings": "variant reading",
    "running heads and catchwords": "running head or catchword",
    "descriptions of figures": "description of a figure",
    "images": "image",
    "formulas": "formula",
    "pieces of music": "piece of music",
    "files": "file",
}
BREAKS = {"pb": "page", "cb": "column", "gb": "gathering"}
JOINED = "divided at a line or page end joined without hyphens"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(slots=True)
class TeiText:
    """Composes the text of elements and counts what it decides.

    Attributes:
        sources: The words of notes that give the archival reference, as printed.
    """

    composer: Composer = field(default_factory=Composer)
    counts: Counter[str] = field(default_factory=Counter)
    sources: list[str] = field(default_factory=list)
    skipped: frozenset[Element] = frozenset()

    def element(self, element: Element) -> None:
        """Add an element and all in it, but not its tail."""
        name = local_name(element)
        if name in LEFT_OUT:
            if plain_text(element):
                self.counts[LEFT_OUT[name]] += 1
        elif name == "choice":
            self.choice(element)
        elif name == "note" and (element.get("type") == "source" or not is_inline_note(element)):
            self.note(element)
        elif name in BREAKS or name in ("lb", "gap", "space"):
            self.point(name, element)
        elif element not in self.skipped:
            self.inside(name, element)

    def inside(self, name: str, element: Element) -> None:
        """Add what an element holds; blocks end the paragraph, lines of verse the line."""
        runs_on = self.runs_on(name, element)
        is_block = name in BLOCKS and not (runs_on and name != "item")
        is_block = is_block or (name == "note" and not in_running_text(element))
        if runs_on and name == "item":
            self.composer.words(" ")
        elif is_block or is_label_of_list(name, element):
            self.composer.end_paragraph()
        elif name == "l":
            self.composer.new_line()
        self.counts[UNREAD.get(name, "")] += name in UNREAD
        if name in ("unclear", "damage", "supplied"):
            self.composer.note("omission", label=name, text=element.get("reason") or "")
        self.composer.words(element.text or "")
        for child in element:
            self.element(child)
            self.composer.words(child.tail or "")
        if is_block:
            self.composer.end_paragraph()

    def runs_on(self, name: str, element: Element) -> bool:
        """Whether a block stands inside running text and does not break it."""
        parent = element.getparent()
        if parent is None:
            return False
        if name == "item":
            before = element.getprevious()
            return before is not None and local_name(before) == "label"
        return name in INSIDE_A_BLOCK and in_running_text(element)

    def choice(self, element: Element) -> None:
        """Take the reading of the source."""
        readings = {local_name(child): child for child in reversed(element)}
        taken = next((readings[name] for name in PREFERRED if name in readings), None)
        if taken is None and len(element):
            taken = element[0]
        if taken is not None:
            self.counts[f"choices ({local_name(taken)} taken)"] += 1
            self.element(taken)

    def note(self, element: Element) -> None:
        """Tie a note to its place; a source note gives the archival reference instead."""
        text = note_text(element)
        if element.get("type") == "source":
            self.sources.append(text.replace("\n", " "))
            return
        kind = "endnote" if element.get("place") in ("end", "back") else "footnote"
        self.composer.note(kind, label=element.get("n") or "", text=text)

    def point(self, name: str, element: Element) -> None:
        """Add an empty element that stands for a place: a break or a gap."""
        if name == "gap":
            label = " ".join(
                value
                for key in ("reason", "extent", "quantity", "unit")
                if (value := element.get(key))
            )
            self.counts["gaps"] += 1
            self.composer.note("omission", label=label, text=plain_text(element))
            return
        if element.get("break") == "no":
            self.counts[JOINED] += self.composer.join()
        elif name in ("lb", "space"):
            self.composer.words(" ")
        if name in BREAKS:
            kind = "leaf" if (element.get("n") or "")[-1:] in ("r", "v") else BREAKS[name]
            self.composer.note(kind, label=element.get("n") or "")

    def findings(self) -> tuple[Finding, ...]:
        """Say what was decided and what was not read."""
        counts = {name: count for name, count in sorted(self.counts.items()) if name and count}
        choices = [
            counted(count, name.replace("choices", "choice"), name)
            for name, count in counts.items()
            if name.startswith("choices")
        ]
        out = [_told(name, count) for name, count in counts.items() if name in LEFT_OUT.values()]
        unread = [_told(name, count) for name, count in counts.items() if name in UNREAD.values()]
        findings = []
        if choices:
            findings.append(
                found("IMP203", f"The source's reading was taken: {', '.join(choices)}.")
            )
        if out:
            findings.append(found("IMP201", f"Left out of the text: {', '.join(out)}."))
        if joined := counts.get(JOINED):
            findings.append(found("IMP203", f"{counted(joined, 'word')} {JOINED}."))
        if unread:
            findings.append(found("IMP204", f"Not read: {', '.join(unread)}."))
        if gaps := counts.get("gaps"):
            findings.append(
                found("IMP207", f"The edition marks {counted(gaps, 'gap')} in the source.")
            )
        return tuple(findings)


def _told(name: str, count: int) -> str:
    return counted(count, ONE[name], name)


def in_running_text(element: Element) -> bool:
    """Whether an element stands among the words of a paragraph."""
    parent = element.getparent()
    return parent is not None and local_name(parent) in RUNNING


def is_label_of_list(name: str, element: Element) -> bool:
    """Whether an element is the number or word before a list item."""
    parent = element.getparent()
    return name == "label" and parent is not None and local_name(parent) == "list"


def is_inline_note(element: Element) -> bool:
    """Whether a note is printed in the running text."""
    return "inline" in (element.get("rend"), element.get("place"))


def note_text(element: Element) -> str:
    """The text of a note; its paragraphs on lines of their own."""
    inner = TeiText()
    inner.inside("", element)
    text, _ = inner.composer.finished()
    return text.replace("\n\n", "\n")
