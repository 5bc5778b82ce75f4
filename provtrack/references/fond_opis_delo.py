"""Fond, opis, papka, delo, leaves: the archives of Russia and its neighbours, and of Bulgaria.

Labels in Latin and Cyrillic, abbreviated or in full (GOST R 7.0.5, the notes of the Cold War
International History Project), or the levels by their order between slashes. Entry point:
`read_fond_opis_delo`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from provtrack.references.fond_lint import lint_labels
from provtrack.references.grammar import FoundRepository, LeafRange, Part, Reading
from provtrack.references.labels import Label, find_extent, find_labels, find_years, further_leaves
from provtrack.references.leaf_words import with_leaves_behind_dela
from provtrack.references.repositories import find_repository

FAMILY = "fond-opis-delo"
BULGARIAN = "bulgarian"
_LEVELS = {"fond", "opis", "papka", "delo", "archival_unit"}
_PARTS_OF_DELO = {"volume", "part"}
_MOST_WORDS = 12  # a longer run before the fond is prose, not the name of a repository
_MOST_BETWEEN = 60  # characters between two labels of one reference, "f. 102, DPOO, 1898 g., op."
_BETWEEN_PARTS = " \t\n.,;:—–-(["
_IBID = re.compile(r"(?:ibid(?:em)?|id\.|там же|там само|ebd|ebenda)\b", re.IGNORECASE)
_ONLY_JOINS = re.compile(
    r"[^\w]*(?:\((?:1[6-9]|20)\d\d[^)]{0,12}\))?[^\w]*(?:(?:и|and|also|та)\b)?\W*"
)
_LEVEL = r"[^\W\d_]{0,2}-?\d+(?:-?[^\W\d_]{1,2})?"
_SLASHED_FROM = r"[\s,.:;]{0,8}(?:(?:ф\.|f\.|фонд|fond)\s{0,4})?"
_LEAF = r"\d+(?:об|ob|[^\W\d_])?"
_SLASHED = re.compile(
    rf"{_SLASHED_FROM}(?P<fond>{_LEVEL})(?:\s?/\s?|(?P<dash>-)(?=\d+-\d+(?:$|[,:]\s)))"
    r"(?P<opis>\d+[^\W\d_]?)(?(dash)-|\s?/\s?)(?P<delo>\d+[^\W\d_]?)"
    rf"(?:(?:\s?/\s?|\s?[,:]\s?(?=\d))(?P<first>{_LEAF})(?:\s?[-–]\s?(?P<last>{_LEAF}))?)?(?!\s?[-–/]\s?[\w|])(?![\w|])"
)
# The same with damage: a level that is lost between its slashes, letters for figures.
_SLASHED_NAMES = ("fond", "opis", "delo", "first")
_MOST_OF_THEM = 2
_ODD = r"[\w|]{0,6}"
_SLASHED_ODDLY = re.compile(
    rf"{_SLASHED_FROM}(?P<fond>(?:[^\W\d_]{{1,2}}-)?{_ODD})/(?P<opis>{_ODD})/(?P<delo>{_ODD})"
    rf"(?:/(?P<first>{_ODD})(?:\s?[-–]\s?(?P<last>[\w|]{{1,6}}))?)?(?![^\W_/])"
)
_UNKNOWN_ACRONYM = re.compile(
    r"\s*(?=[^,;/\d]{0,24}[^\W\d_a-zа-я]{2})[^\W\d_][^,;/\d]{1,24}?(?=[\s,:.]+\S+/)"
)


def read_fond_opis_delo(head: str, named: FoundRepository | None) -> Reading | None:
    """Read the references of a line; None where it has none of this family."""
    extent = find_extent(head)
    is_baltic = named is not None and (named.code or "").startswith(("LT-", "EE-"))
    found = find_labels(head, extent, is_baltic=is_baltic)
    labels = _in_order(with_leaves_behind_dela(head, found, is_baltic=is_baltic))
    if not labels or not _is_of_this_family(labels, head, named):
        return _read_slashed(head, named)
    fond = next((one for one in labels if one.kind == "fond"), None)
    if fond is not None and fond.value.count("/") >= 2 and "opis" not in {x.kind for x in labels}:
        return _read_slashed(
            head[: fond.start] + " " * (fond.value_start - fond.start) + head[fond.value_start :],
            named,
            after=fond.value_start,
        )
    groups = _references(labels, head)
    until = groups[1][0].start if len(groups) > 1 else None
    first = _reading(head, groups[0], named, extent=extent, until=until)
    others = [_further_reading(head, group, named) for group in groups[1:]]
    return replace(first, others=tuple(others)) if others else first


def _in_order(labels: Sequence[Label]) -> list[Label]:
    """Drop what precedes the first level, parts of no delo, and pages after the leaves."""
    start = next((i for i, one in enumerate(labels) if one.kind == "fond"), None)
    if start is None:
        start = next((i for i, one in enumerate(labels) if one.kind in _LEVELS), 0)
    kept: list[Label] = []
    seen: set[str] = set()
    for label in labels[start:]:
        if label.kind == "fond":
            seen = set()
        if label.kind in _PARTS_OF_DELO and not seen & {"delo", "fond"}:
            continue
        if label.kind == "papka" and "leaves" in seen:
            continue
        seen.add(label.kind)
        kept.append(label)
    return kept


def _is_of_this_family(labels: list[Label], head: str, named: FoundRepository | None) -> bool:
    """A fond and a level below it; fewer do where a known repository or "ibid." precedes."""
    valued = {one.kind for one in labels if one.value}
    kinds = {one.kind for one in labels if one.kind in _LEVELS}
    if _IBID.match(head.lstrip(" (")):
        return bool(valued)
    is_known = named is not None and named.family in (FAMILY, BULGARIAN)
    if is_known and named is not None and named.end <= labels[0].start + 1:
        return "fond" in kinds or len(kinds) > 1
    if not valued & _LEVELS:
        return False
    if named is not None and named.family not in (FAMILY, BULGARIAN, "generic"):
        return {"fond", "opis"} <= kinds and bool(kinds & {"delo", "archival_unit"})
    if "fond" in kinds:
        if kinds & {"opis", "archival_unit"}:
            return True
        # "Fond 7, File 19, pp. 4-6" of an institution elsewhere has no opis to miss.
        is_english = any(one.words.casefold() == "file" for one in labels)
        return len(kinds) > 1 and "leaves" in valued and not is_english
    is_first = not head[: labels[0].start].strip(' .,([«"')
    return len(kinds) > 1 and is_first


def _references(labels: list[Label], head: str) -> list[list[Label]]:
    """Part the labels into references: a level named a second time begins another.

    A label printed twice ("op. op. 30") does not: its first is a label without value.
    """
    groups: list[list[Label]] = []
    seen: set[str] = set()
    for label in labels:
        end = groups[-1][-1].end if groups else label.start
        between = head[end : label.start]
        is_again = label.kind in seen and label.kind in _LEVELS
        before = groups[-1][-1] if groups else label
        is_doubled = before is not label and before.kind == label.kind and not before.value
        if groups and label.kind != "fond" and not is_doubled:
            if is_again and not _ONLY_JOINS.fullmatch(between):
                break
            if len(between) > _MOST_BETWEEN and label.kind in _LEVELS:
                break
        if not groups or ((label.kind == "fond" or is_again) and not is_doubled):
            groups.append([])
            seen = set()
        seen.add(label.kind)
        groups[-1].append(label)
    return [one for one in groups if any(label.value for label in one)] or groups[:1]


def _further_reading(head: str, labels: list[Label], named: FoundRepository | None) -> Reading:
    """Make a reading of a further reference of the line, with a repository of its own or none."""
    repository = _repository_between(head, labels[0].start)
    return _made(head, labels, repository, family=_family(labels, named), is_continued=True)


def _reading(
    head: str,
    labels: list[Label],
    named: FoundRepository | None,
    *,
    extent: tuple[int, int] | None,
    until: int | None,
) -> Reading:
    """Make a reading of the first reference of the line."""
    repository = repository_before(head, labels[0].start, named)
    if repository is None and named is not None and named.start >= labels[-1].end:
        is_next = not head[labels[-1].end : named.start].strip(_BETWEEN_PARTS)
        repository = named if is_next else None
    is_ibid = repository is None and bool(_IBID.match(head.lstrip(" (")))
    family = _family(labels, named)
    return _made(
        head,
        labels,
        repository,
        family=family,
        is_continued=is_ibid,
        extent=extent,
        until=until,
    )


def _made(
    head: str,
    labels: list[Label],
    repository: FoundRepository | None,
    *,
    family: str,
    is_continued: bool,
    extent: tuple[int, int] | None = None,
    until: int | None = None,
) -> Reading:
    """Make a reading of labels: its parts in order, its leaves, what is lost and what is odd.

    Args:
        until: Where the next reference of the line begins.
    """
    parts = [
        Part(x.kind, x.value, x.value_start, x.end)
        for x in labels
        if x.value and x.kind != "leaves"
    ]
    if extent:
        figures = re.match(r"\d+", head[extent[0] :])
        assert figures is not None  # an extent begins with figures  # noqa: S101
        parts.append(Part("extent_leaves", figures[0], extent[0], extent[0] + figures.end()))
    years = [one for one in find_years(head, labels) if until is None or one[1] <= until]
    for start, end in years[:1]:
        if not head[:start].rstrip().endswith("("):  # not "д. 2049 (1854)"
            parts.append(Part("year", head[start:end], start, end))
    parts.sort(key=lambda part: part.start)
    leaves = tuple(leaf for x in labels for leaf in x.leaves)
    valued = {x.kind for x in labels if x.value}
    lost = [x.kind for x in labels if x.kind not in valued]
    findings = lint_labels(
        head, labels, repository=repository, is_continued=is_continued, extent=extent, years=years
    )
    return Reading(
        family=family,
        repository=repository,
        parts=tuple(parts),
        leaves=leaves,
        lost=tuple(dict.fromkeys(lost)),
        findings=findings,
    )


def _family(labels: list[Label], named: FoundRepository | None) -> str:
    if named is not None and named.family == BULGARIAN:
        return BULGARIAN
    return BULGARIAN if any(one.kind == "archival_unit" for one in labels) else FAMILY


def _repository_between(head: str, end: int) -> FoundRepository | None:
    """Name the repository of a further reference, if one stands just before it."""
    start = max(head.rfind(";", 0, end), head.rfind("(", 0, end)) + 1
    if not start or not head[start:end].strip():
        return None
    found = find_repository(head[start:end])
    if found is None:
        return None
    return FoundRepository(
        code=found.code,
        start=start + found.start,
        end=start + found.end,
        family=found.family,
        now=found.now,
        others=found.others,
    )


def repository_before(head: str, end: int, named: FoundRepository | None) -> FoundRepository | None:
    """Name the repository as printed: the known name, else the words before the reference."""
    if named and named.start < end:
        return named
    before = head[:end]
    start = before.rfind(";") + 1
    words = before[start:].removeprefix("Source:")
    start += len(before[start:]) - len(words)
    stripped = words.strip(' \n\t.,:—–-([«"')
    start += words.find(stripped) if stripped else 0
    is_name = stripped and stripped[0].isupper() and len(stripped.split()) <= _MOST_WORDS
    if not is_name or _IBID.match(stripped):
        return None
    return FoundRepository(code=None, start=start, end=start + len(stripped))


def _read_slashed(
    head: str, named: FoundRepository | None, *, after: int | None = None
) -> Reading | None:
    """Read "RGASPI, 17/162/18/9-12": the order alone tells the levels."""
    if after is not None:
        found = _SLASHED.match(head, after)
    elif named is not None:
        if named.family not in (FAMILY, BULGARIAN):
            return None
        found = _SLASHED.match(head, named.end) or _oddly(head, named.end)
    else:
        found = None
    if found is None and after is None and (acronym := _UNKNOWN_ACRONYM.match(head)):
        found = _SLASHED.match(head, acronym.end())
    if found is None:
        return None
    start = found.start("fond")
    names = ("fond", "opis", "delo")
    labels = [
        Label(kind, "", found.start(kind), found.end(kind), found[kind], found.start(kind))
        for kind in names
    ]
    if found["first"]:
        place, end = found.start("first"), found.end("last" if found["last"] else "first")
        leaf = LeafRange(found["first"], found["last"], place, end)
        leaves = (leaf, *further_leaves(head, end))
        end = leaves[-1].end
        labels.append(Label("leaves", "", place, end, head[place:end], place, leaves))
    else:
        labels += [
            _moved(one, found.end())
            for one in find_labels(head[found.end() :])
            if one.kind == "leaves" and one.value
        ]
        labels = with_leaves_behind_dela(head, labels)
    repository = repository_before(head, start, named)
    return Reading(
        family=_family(labels, named),
        repository=repository,
        parts=tuple(Part(x.kind, x.value, x.start, x.end) for x in labels[:3] if x.value),
        lost=tuple(name for name in names if not found[name]),
        leaves=tuple(leaf for x in labels for leaf in x.leaves),
        findings=lint_labels(
            head, labels, repository=repository, is_continued=False, extent=None, years=[]
        ),
    )


def _oddly(head: str, start: int) -> re.Match[str] | None:
    """Match levels between slashes of which one is damaged; most must hold figures."""
    found = _SLASHED_ODDLY.match(head, start)
    if found is None:
        return None
    with_figures = [
        any(letter.isdigit() for letter in found[name] or "") for name in _SLASHED_NAMES
    ]
    return found if sum(with_figures) >= _MOST_OF_THEM else None


def _moved(label: Label, by: int) -> Label:
    """Shift a label that was found in the rest of a line."""
    leaves = tuple(
        LeafRange(one.first, one.last, one.start + by, one.end + by) for one in label.leaves
    )
    return Label(
        label.kind,
        label.words,
        label.start + by,
        label.end + by,
        label.value,
        label.value_start + by,
        leaves,
        label.is_tight,
    )
