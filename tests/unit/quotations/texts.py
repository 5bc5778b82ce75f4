"""Publications out of a line of text."""

import hashlib
import re

from provtrack.model.publication import NoteMark, Publication, Region, RegionKind
from provtrack.model.text import Span

SIGNS = re.compile(r"(?P<note>\[\^(?P<label>\w+)\])|(?P<star>(?<!\w)\*|\*(?!\w))|`[^`'\n]+`(?!`)")


def publication(text: str) -> Publication:
    """A text with calls of notes, stars and code as a reader of Markdown would give it."""
    found = list(SIGNS.finditer(text))
    return Publication(
        name="passage.md",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        skipped=tuple(Span(*one.span()) for one in found if one["note"] or one["star"]),
        note_marks=tuple(
            NoteMark(position=one.start(), label=one["label"]) for one in found if one["note"]
        ),
        regions=tuple(
            Region(kind=RegionKind.CODE, span=Span(*one.span()))
            for one in found
            if not (one["note"] or one["star"])
        ),
    )
