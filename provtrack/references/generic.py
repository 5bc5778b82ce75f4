"""References of no family of their own, by labels in English, French and German; and publications.

"Nehru Memorial Museum and Library, File No. JNSG, vol. 21-1": an institution first, labels after
it. What has an imprint and pages is a publication. Entry points: `read_generic`, `read_published`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import FoundRepository, Part, Reading, error, note
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import find_leaves, segments_of

FAMILY = "generic"
PUBLISHED = "published"
_NUMBER = r"(?:\s?(?:No|Nos|Nr|nr|no|№|n°)\b\.?)?[:\s]\s*"
_VALUE = (
    r"(?!(?:No|Nr|no|nr)\b)(?P<{name}>[\w’'/.()-]*?[\w)](?:[-/–]\w+)*)"
    r"(?=\s*(?:[,;:]|$|\.\s|\.$|\s))"
)
_WORDS = {
    "record_group": "RG|Record Group|RS",
    "fond": r"Fond|fond|Fonds|fonds|Fondi|F(?!\.? ?No\b)",
    "series": "Series|Série|series|Sous-série",
    "collection": "Collection|Coll",
    "box": "Box|box|Boîte|Carton|carton|Karton|Kutia|Kutija|kutija|Kut|kut|K|busta|b",
    "file": r"File|file|Files|Dossier|dossier|Dosja|D|Akte|F(?=\.? ?No\b)",
    "folder": "Folder|folder|Mappe|fasc|Fascicle|fascicola",
    "volume": "Vol|vol|Volume|volume|Bd|Band|tome",
    "reel": "Reel|reel|Microfilm|Roll|roll",
    "item": "Item|item|Doc|Document|doc",
    "part": "Part|part|PART|pt|Pt",
    "year": "Viti|V|[Yy]ear",
}
_LABELS = re.compile(
    "|".join(
        rf"(?<![\w.])(?:{words})\.?{_NUMBER}{_VALUE.format(name=name)}"
        for name, words in _WORDS.items()
    )
)
_INSTITUTION = re.compile(
    r"\b(?:Archiv\w*|Arhiv\w*|Arkiv\w*|Librar\w+|Museum|Institut\w*|Universit\w*|Biblioth\w+|"
    r"Bibliotek\w*|Levéltár\w*|Архив\w*|Архів\w*|Music|Collection|Foundation|Ministry)"
)
_PAPERS = re.compile(r"\b(?:Papers|Collection|Nachlass|Fonds|Records|Files)\b")
_OFFICE = re.compile(r"(?:Ministry|Department|Office|Ministère|Ministerium) ")
_ALONE = re.compile(
    r"(?<=[,;] )((?i:Box|Folder|File|Reel|Vol|Volume|Series|Item|Dossier|Carton))\b\.?"
    r"(?:\s?(?:No|Nr|nr|no)\b\.?)?\s*(?=[,;]|$)"
)
_NAMES = {
    word: name
    for name, words in _WORDS.items()
    for word in words.split("|")
    if word in ("Box", "Folder", "File", "Reel", "Vol", "Volume", "Series", "Item", "Dossier")
}
_NAMES["Carton"] = "box"
_NUMBERS = {"box", "folder", "reel", "volume"}
_NAME = re.compile(r"[^,;]+")
_IMPRINT = re.compile(r"\([^()]*:[^()]*(?:1[5-9]|20)\d\d\)|\((?:[^()]*, )?(?:1[5-9]|20)\d\d\)")
_PAGES = re.compile(r"(?:pp?\.\s*|[,:]\s*|[Сс]\.\s*)(\d+(?:\s?[-–]\s?\d+)?)\s*\.?\s*(?=$|[;(])")
_ODD = re.compile(r"[’'`]")
# "AJ, 507/IX, 119/I-57": after a known archive whose units have codes and no labels.
_BARE_CODE = re.compile(
    r"\s*[,:]\s*((?!.*\b[a-zà-ÿ]{3})(?=[^,]{0,12}\d)\S[^;\n]{1,50}?)\s*[,.]?\s*(?=$)"
)
_FIGURED = re.compile(r"\d")


def read_generic(head: str, named: FoundRepository | None) -> Reading | None:
    """Read labels after a known repository or the name of an institution."""
    repository = named or _institution(head)
    if repository is None:
        return None
    start, stop = _place(head, repository)
    found: dict[str, Part] = {}
    for match in _LABELS.finditer(head, start, stop):
        name = match.lastgroup or ""
        is_short = len(match[0].split(".")[0]) == 1
        if name not in found and (_FIGURED.search(match[name]) or not is_short):
            found[name] = Part(name, match[name], *match.span(name))
    lost = {_NAMES[one[1].capitalize()]: one for one in _ALONE.finditer(head, start, stop)}
    leaves, end = find_leaves(head[:stop], start)
    if not found and not lost:
        bare = _BARE_CODE.match(head, start, end) if named and named.family == FAMILY else None
        if bare is None:
            return None
        found["signature"] = Part("signature", bare[1].rstrip(" ,;"), *bare.span(1))
    for part in _unlabelled(head, (start, end), list(found.values())):
        found.setdefault(part.name, part)
    parts = tuple(sorted(found.values(), key=lambda part: part.start))
    findings = [*lint_repository(head, repository), *lint_ranges(leaves)]
    if not leaves:
        findings.append(note("REF110", "No leaves are given."))
    findings += lint_figures([part for part in parts if part.name in _NUMBERS])
    for alone in lost.values():
        findings.append(error("REF112", f"“{alone[1]}” stands without a value.", at=alone.span(1)))
    for part in parts:
        for mark in _ODD.finditer(part.value):
            place = part.start + mark.start()
            message = f"“{part.value}” has an unusual mark (“{mark[0]}”) in a code."
            findings.append(note("REF140", message, at=(place, place + 1)))
    return Reading(
        family=FAMILY,
        repository=repository,
        parts=parts,
        leaves=leaves,
        lost=tuple(name for name in lost if name not in found),
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )


def _place(head: str, repository: FoundRepository) -> tuple[int, int]:
    """Say where the labels stand: after the repository, or before one that stands last."""
    is_last = not head[repository.end :].strip(" .,;)")
    return (0, repository.start) if is_last else (repository.end, len(head))


def _unlabelled(head: str, place: tuple[int, int], labelled: Sequence[Part]) -> Iterator[Part]:
    """Name what stands without a label: somebody's papers, the office whose records."""
    for first, last in segments_of(head, *place):
        if any(part.start < last and first < part.end for part in labelled):
            continue
        words = head[first:last]
        if _OFFICE.match(words):
            yield Part("record_group", words, first, last)
        elif _PAPERS.search(words):
            yield Part("collection", words, first, last)


def _institution(head: str) -> FoundRepository | None:
    """Take the first words, up to a comma, for a repository if they name an institution."""
    first = _NAME.match(head)
    if first is None or len(first[0].split()) > 12 or not _INSTITUTION.search(first[0]):
        return None
    start = len(head) - len(head.lstrip())
    return FoundRepository(code=None, start=start, end=start + len(first[0].strip()))


def read_published(head: str) -> Reading | None:
    """Read a publication with imprint and pages; it is no archival reference, and this is said."""
    imprint = _IMPRINT.search(head)
    pages = _PAGES.search(head, imprint.end()) if imprint else None
    if pages is None:
        return None
    at = (len(head) - len(head.lstrip()), len(head.rstrip()))
    return Reading(
        family=PUBLISHED,
        parts=(Part("pages", pages[1], *pages.span(1)),),
        findings=(note("REF002", "This is a publication, not an archive.", at=at),),
    )
