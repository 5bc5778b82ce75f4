"""Find documents by what names them in the running words of a citation: id, siglum, title.

A title counts where it stands whole among the words: "I. S. Turgenev, *Fathers and Sons* (1862),
trans. Constance Garnett". What is dated to the day is another document on another day; a book is
not, in another year. Entry points: `by_id`, `by_title_inside`, `named_sigla`.
"""

import re
from collections.abc import Mapping, Sequence

from provtrack.model.citation import CataloguedDocument, CitedWork

LEAST_WORDS = 2  # of a title within a citation, besides figures and single letters
MOST_SHARING = 200  # documents that share a word; a word that more share tells nothing
_ID = re.compile(r"(?<![\w-])([a-z0-9]+(?:-[a-z0-9]+)+)(?::([A-Z][A-Z0-9]{0,7}))?(?![\w-])")
_SIGLUM = re.compile(r"(?<![\w.-])[A-Z]+\d+(?![\w-])")
_YEAR = re.compile(r"\b1[0-9]\d\d|20\d\d\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def by_id(work: CitedWork, known: Mapping[str, CataloguedDocument]) -> list[str]:
    """Documents that a citation names by their id: "orlev-journal:E1"."""
    return [found[1] for found in _ID.finditer(work.text) if found[1] in known]


def named_sigla(work: CitedWork, document: CataloguedDocument) -> set[str]:
    """Sigla of a document's versions that a citation names: "orlev-journal:A", "..., E2"."""
    written = {found[2] for found in _ID.finditer(work.text) if found[1] == document.id}
    written |= set(_SIGLUM.findall(work.text))
    return written & set(document.sigla)


def by_title_inside(
    work: CitedWork,
    known: Mapping[str, CataloguedDocument],
    by_word: Mapping[str, Sequence[str]],
) -> list[str]:
    """Documents whose title stands whole in a citation; of several those with the longest.

    Args:
        known: Documents by id.
        by_word: Ids of the documents with a word in their titles, folded.
    """
    words = words_of(work.text)
    near = {
        one
        for word in set(words)
        if len(by_word.get(word, ())) <= MOST_SHARING
        for one in by_word.get(word, ())
    }
    running = f" {' '.join(words)} "
    lengths = {one: _longest_inside(running, known[one]) for one in sorted(near)}
    longest = max(lengths.values(), default=0)
    if not longest:
        return []
    return [
        one
        for one, length in lengths.items()
        if length == longest and not _is_of_another_day(work, known[one])
    ]


def _longest_inside(running: str, document: CataloguedDocument) -> int:
    """Length in signs of the longest title of a document that stands in the words; 0 if none."""
    titles = [words_of(one.text) for one in document.titles]
    return max(
        (
            len(joined)
            for words in titles
            if sum(len(word) > 1 and not word.isdecimal() for word in words) >= LEAST_WORDS
            and f" {(joined := ' '.join(words))} " in running
        ),
        default=0,
    )


def _is_of_another_day(work: CitedWork, document: CataloguedDocument) -> bool:
    """Whether the citation names another day, or another year than that of a dated day."""
    days = [one for one in document.dates if _DAY.match(one)]
    if not days:
        return False
    if work.date and _DAY.match(work.date):
        return work.date[:10] not in {one[:10] for one in days}
    years = set(_YEAR.findall(work.text))
    return bool(years) and not years & {one[:4] for one in days}


def words_of(title: str) -> list[str]:
    """Words of a title, folded; a number that counts the documents of a volume is none."""
    return re.findall(r"\w+", re.sub(r"^\s*\d+[a-z]?\.\s+", "", title).casefold())
