"""Read where a document was printed outside of a series: "Northern Bulletin 4 (1999), 112–114".

A note means it where it names the same journal and volume, and a page among these. Entry points:
`printed_pages`, `on_pages`.
"""

import re

from provtrack.citing.leaves import page_numbers
from provtrack.citing.published_forms import published_forms
from provtrack.model.citation import PrintedPages

NEAR = 60  # characters behind the name of a journal in which volume and page stand
SHORTEST_NAME = 6  # letters
_PRINTED = re.compile(
    r"(?:in:?\s+)?(?P<name>[^\d()]*[^\W\d_])[\s,.:]*(?:(?:vol|no|Nr|Bd|№)\.?\s*)?(?P<volume>\d+)\b"
    r"(?P<between>.*?[\s,:.])(?P<first>\d+)(?:\s*[-–—]\s*(?P<last>\d+))?\W*",
    re.IGNORECASE | re.DOTALL,
)
_FIGURES = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?")


def printed_pages(place: str) -> PrintedPages | None:
    """Read journal, volume and pages; None for a series, and where one of them is missing."""
    found = _PRINTED.fullmatch(place)
    if found is None or any(published_forms(place)):
        return None
    name = " ".join(_words(found["name"]))
    pages = page_numbers(found["first"], found["last"])
    if len(name) < SHORTEST_NAME or not pages:
        return None
    return PrintedPages(name=name, volume=found["volume"], first=pages[0], last=pages[-1])


def on_pages(text: str, printed: PrintedPages) -> bool:
    """Tell whether a note names the journal, the volume, and one of the pages."""
    words = r"[\W_]+".join(map(re.escape, printed.name.split()))
    named = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)
    if named is None:
        return False
    volume, *others = _FIGURES.findall(text[named.end() : named.end() + NEAR]) or [("", "")]
    cited = (page for start, end in others for page in page_numbers(start, end or None))
    return volume[0] == printed.volume and any(
        printed.first <= page <= printed.last for page in cited
    )


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.casefold())
