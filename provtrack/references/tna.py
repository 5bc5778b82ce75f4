"""The National Archives of the United Kingdom: department, series, piece, item.

"TNA, FO 371/164929, FC 1062/5": series FO 371, piece 164929, item FC 1062/5. Entry point:
`read_tna`.
"""

import re
from collections.abc import Iterator

from provtrack.model.finding import Finding
from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import FoundRepository, Part, Reading, error, note
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import find_leaves, segments_of

FAMILY = "tna"
# Departments whose records are cited most; others are read after the name of the archive only.
_DEPARTMENTS = (
    "ADM AIR AN AVIA BT CAB CAOG CO COAL CSC CUST DEFE DG DO ED FCO FCS FO FV GFM HO HS HW INF IR"
    " KV LAB LCO MAF MEPO MH MINT MT OD PIN POWE PREM PRO RG SP STAT SUPP T TS WO WORK"
)
_PIECE = r"[lIO]?\d[\dlIO]*[A-Z]?(?:/\d+)*(?:\s?[-–]\s?\d+)?"  # or several: 164880-164882
_SHAPE = rf"\s?(?P<tight>/)?\s?(?P<number>\d{{1,4}})(?:\s?/\s?(?P<piece>{_PIECE}))?"
_SHAPE += r"(?:/(?P<item>[A-Z]{1,4}\s?\d+(?:/\d+)*))?(?!\w|/\w)"
_KNOWN = re.compile(rf"(?<![\w/])(?P<department>{'|'.join(_DEPARTMENTS.split())}){_SHAPE}")
_ANY = re.compile(rf"(?<!\w)(?<!\d/)(?P<department>[A-Z]{{1,2}}0(?=\s\d)|[A-Z]{{1,4}}){_SHAPE}")
_ITEM = re.compile(r"[A-Z]{1,4}\s?\d+(?:/\d+[A-Z]?)*(?:/[A-Z]+)?|[A-Z]\s?\d+/\d+/\d+")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{1,2}}, \d{{4}}")
_FOLIO = re.compile(r"(?:fols?|ff?|pp?|folios?)\b")


def read_tna(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a British reference: after the archive, or of a known department at the beginning."""
    is_known = named is not None and named.family == FAMILY
    if is_known and named is not None:
        found = _ANY.search(head, named.end) or _KNOWN.search(head, 0, named.start)
    else:
        found = _KNOWN.match(head, len(head) - len(head.lstrip(" .,:")))
        if found and found["piece"] is None and head[found.end() :].strip(" ."):
            return None
    if found is None:
        return None
    repository = named if is_known else None
    leaves, end = find_leaves(head, found.end())
    if named is not None and found.end() <= named.start:
        end = min(end, named.start)
    series = f"{found['department']} {found['number']}"
    parts = [Part("series", series, found.start(), found.end("number"))]
    if found["piece"]:
        parts.append(Part("piece", found["piece"], *found.span("piece")))
    if found["item"]:
        parts.append(Part("item", found["item"], *found.span("item")))
    parts += _rest(head, found.end(), end)
    return Reading(
        family=FAMILY,
        repository=repository,
        parts=tuple(parts),
        leaves=leaves,
        lost=() if found["piece"] else ("piece",),
        findings=tuple(
            sorted(
                [*_lint(head, found), *lint_repository(head, repository), *lint_ranges(leaves)],
                key=lambda one: (one.start or 0, one.code),
            )
        ),
    )


def _rest(text: str, start: int, end: int) -> list[Part]:
    """Read the item, the document and its date after the piece."""
    parts: list[Part] = []
    for first, last in segments_of(text, start, end):
        words = text[first:last]
        names = {part.name for part in parts}
        if _FOLIO.match(words):
            continue
        if _DATE.fullmatch(words):
            parts.append(Part("date", words, first, last))
        elif _ITEM.fullmatch(words) and "item" not in names:
            parts.append(Part("item", words, first, last))
        elif "document" not in names and words[:1].isupper():
            parts.append(Part("document", words, first, last))
    return parts


def _lint(text: str, found: re.Match[str]) -> Iterator[Finding]:
    """A series without a piece, and unusual spacing."""
    at = (found.start(), found.end())
    printed = text[slice(*at)]
    usual = f"{found['department']} {found['number']}"
    if found["department"].endswith("0"):
        message = f"“{found['department']}” has a nought where a letter is expected."
        yield error("REF120", message, at=found.span("department"))
    if found["piece"] is None:
        yield error("REF112", f"“{printed}” is a whole series: no piece is given.", at=at)
    else:
        usual += f"/{found['piece']}" + (f"/{found['item']}" if found["item"] else "")
        yield from lint_figures([Part("piece", found["piece"], *found.span("piece"))])
    if found["piece"] and printed != usual:
        yield note(
            "REF141", f"“{printed}” is usually spaced “{usual}”.", at=at, suggestions=(usual,)
        )
