"""Markdown: paragraphs as a reader sees them, without marks of emphasis; footnotes as notes.

Parsed by markdown-it-py (CommonMark with footnotes and front matter). Headings, list items and
quoted paragraphs are paragraphs; list numbers that are typed are kept, because they belong to the
text. The front matter gives metadata under the words of `provtrack record`.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from provtrack.errors import FormatError
from provtrack.importers.charsets import decode
from provtrack.importers.composing import Composer
from provtrack.importers.content import Content
from provtrack.importers.findings import found
from provtrack.importers.front_matter import front_matter_of
from provtrack.importers.html import compose_fragment
from provtrack.model.document import Note
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported

MAX_NESTING = 100  # of quotes and lists; deeper is no text that a person wrote


def recognises(content: Content) -> bool:
    """Markdown cannot be told from plain text by its content; its suffix tells it."""
    return False


def read(content: Content) -> Imported:
    """Read a Markdown file into one version.

    Raises:
        FormatError: Nested so deep that the parser would leave text out.
    """
    decoded = decode(content)
    tokens, environment = _parsed(decoded.text, content.name)
    matter = front_matter_of(tokens[0].content if _has_front_matter(tokens) else "")
    text, version_notes, findings = _composed(tokens)
    version = dataclasses.replace(matter.version, text=text, notes=version_notes)
    return dataclasses.replace(
        matter.imported,
        charset=decoded.charset,
        versions=(version,),
        findings=decoded.findings
        + matter.imported.findings
        + findings
        + _lost_footnotes(environment, decoded.text),
    )


def _parsed(text: str, name: str) -> tuple[list[Token], dict[str, Any]]:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    parser.use(footnote_plugin).use(front_matter_plugin)
    environment: dict[str, Any] = {}
    try:
        tokens = parser.parse(text, environment)
    except RecursionError as error:
        raise FormatError(
            f"cannot read {name} as Markdown: it is nested too deep. Try --format text."
        ) from error
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        raise FormatError(
            f"cannot read {name} as Markdown: quotes or lists are nested deeper than "
            f"{MAX_NESTING} levels. Try --format text."
        )
    return tokens, environment


def _has_front_matter(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "front_matter"


def _composed(
    tokens: Sequence[Token],
) -> tuple[str, tuple[Note, ...], tuple[Finding, ...]]:
    """Compose the text; footnotes come last in the tokens and are read first."""
    begin = next((n for n, one in enumerate(tokens) if one.type == "footnote_block_open"), None)
    main = tokens if begin is None else tokens[:begin]
    footnotes = {} if begin is None else dict(_footnotes(tokens[begin:]))
    walk = _Walk(footnotes=footnotes)
    walk.blocks(main)
    text, version_notes = walk.composer.finished()
    unread = f"{walk.images} images were not read."
    return text, version_notes, (found("IMP204", unread),) if walk.images else ()


def _footnotes(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of each footnote."""
    begin = 0
    for position, token in enumerate(tokens):
        if token.type == "footnote_open":
            begin = position
        elif token.type == "footnote_close":
            walk = _Walk(footnotes={})
            walk.blocks(tokens[begin + 1 : position])
            yield tokens[begin].meta["id"], walk.composer.finished()[0]


@dataclass(slots=True)
class _Walk:
    """Composes text from tokens."""

    footnotes: dict[int, str]
    composer: Composer = field(default_factory=Composer)
    number: str = ""  # of a list item whose first paragraph is still to come
    images: int = 0

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Add block tokens in order."""
        for token in tokens:
            if token.type == "list_item_open":
                self.number = f"{token.info}{token.markup} " if token.info else ""
            elif token.type == "inline":
                self.composer.words(self.number)
                self.number = ""
                self.inline(token.children or [])
                self.composer.end_paragraph()
            elif token.type in ("fence", "code_block"):
                self.composer.exact(token.content)
                self.composer.end_paragraph()
            elif token.type == "html_block":
                compose_fragment(token.content, self.composer)

    def inline(self, tokens: Sequence[Token]) -> None:
        """Add the tokens inside a paragraph."""
        for token in tokens:
            if token.type == "softbreak":
                self.composer.words("\n")
            elif token.type == "hardbreak":
                self.composer.line_break()
            elif token.type == "footnote_ref":
                number = token.meta["id"]
                self.composer.note(
                    "footnote",
                    label=str(token.meta.get("label") or number + 1),
                    text=self.footnotes.get(number, ""),
                )
            elif token.type == "image":
                self.images += 1
            elif token.type == "html_inline":
                if re.match(r"<br\b", token.content, re.IGNORECASE):
                    self.composer.line_break()
            elif token.content:
                self.composer.words(token.content)


def _lost_footnotes(environment: dict[str, Any], text: str) -> tuple[Finding, ...]:
    """Name footnotes without a place in the text: Markdown leaves them out."""
    references = environment.get("footnotes", {}).get("refs", {})
    lost = [label.removeprefix(":") for label, number in references.items() if number < 0]
    absent = [
        label
        for label in dict.fromkeys(re.findall(r"\[\^([^\]\s]+)\](?!:)", text))
        if f":{label}" not in references
    ]
    findings = []
    if lost:
        findings.append(
            found("IMP205", f"No place in the text refers to {_footnotes_named(lost)}.")
        )
    if absent:
        findings.append(
            found(
                "IMP205",
                f"The text refers to {_footnotes_named(absent)}; there is no such footnote.",
            )
        )
    return tuple(findings)


def _footnotes_named(labels: Sequence[str]) -> str:
    return f"the footnote{'s' if len(labels) > 1 else ''} {', '.join(labels)}"
