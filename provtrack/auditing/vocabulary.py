"""Which letters are words: what the texts of an archive have, so that a misread word is told.

A sample of each language is read once, spread evenly over the archive, when the first doubtful word
is met; what several of its texts have is a word of it. The sample depends on what is held and not
on what is audited. Entry point: `Vocabulary`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from provtrack.auditing.quoted import comparable
from provtrack.auditing.sources import Sources
from provtrack.model.audit import AuditedSource
from provtrack.model.quotation import Passage
from provtrack.model.text import Span

SAMPLE = 160  # texts of a language that are read
LONGEST = 12_000  # code points of each
FEW = 4  # texts up to which a word of one of them is taken for a word
_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*")


@dataclass(slots=True)
class Vocabulary:
    """The words of an archive by language; read when the first word is asked for."""

    sources: Sources
    _words: Mapping[str, frozenset[str]] | None = field(init=False, default=None)

    def knows(self, word: str, language: str) -> bool:
        """Tell whether a casefolded word stands in several texts of a language in the archive."""
        if self._words is None:
            self._words = _words_of(self.sources)
        return word in self._words.get(language, frozenset())


def _words_of(sources: Sources) -> Mapping[str, frozenset[str]]:
    """List the words that several texts of a sample have, by the primary subtag."""
    listed = sorted(sources.listed, key=lambda one: (one.document, one.siglum, one.revision))
    by_language: dict[str, list[AuditedSource]] = defaultdict(list)
    for one in listed:
        by_language[one.language].append(one)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    texts = Counter[str]()
    for one in chain.from_iterable(map(_spread, by_language.values())):
        held = sources.text_of(_beginning(one))
        if held is not None and held.is_current:
            language = held.language.partition("-")[0]
            counts[language].update(set(_WORD.findall(held.text[:LONGEST].casefold())))
            texts[language] += 1
    return {
        language: frozenset(
            comparable(word)
            for word, count in words.items()
            if count >= (1 if texts[language] <= FEW else 2)
        )
        for language, words in counts.items()
    }


def _spread(listed: Sequence[AuditedSource]) -> Sequence[AuditedSource]:
    """Take at most `SAMPLE` of them, evenly spread."""
    return listed[:: max(1, -(-len(listed) // SAMPLE))]


def _beginning(one: AuditedSource) -> Passage:
    return Passage(
        document=one.document,
        siglum=one.siglum,
        revision=one.revision,
        file=one.file,
        span=Span(0, 0),
    )
