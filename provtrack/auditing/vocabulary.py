"""Which letters are words: what the texts of an archive have, so that a misread word is told.

A sample of the archive is read once, spread evenly over it; what several of its texts have is a
word. The sample depends on what is held and not on what is audited. Entry point: `Vocabulary`.
"""

from collections import Counter
from dataclasses import dataclass, field

from provtrack.auditing.quoted import words_of
from provtrack.auditing.sources import Sources
from provtrack.model.audit import AuditedSource
from provtrack.model.quotation import Passage
from provtrack.model.text import Span
from provtrack.text.language_rules import NO_RULES

SAMPLE = 200  # texts that are read
LONGEST = 20_000  # code points of each
FEW = 4  # texts up to which a word of one of them is taken for a word


@dataclass(slots=True)
class Vocabulary:
    """The words of an archive; read when the first word is asked for."""

    sources: Sources
    _words: frozenset[str] | None = field(init=False, default=None)

    def knows(self, word: str) -> bool:
        """Tell whether a casefolded word stands in several texts of the archive."""
        if self._words is None:
            self._words = _words_of(self.sources)
        return word in self._words


def _words_of(sources: Sources) -> frozenset[str]:
    """List the words that several texts of a sample have."""
    listed = sorted(sources.listed, key=lambda one: (one.document, one.siglum, one.revision))
    step = max(1, -(-len(listed) // SAMPLE))
    counts: Counter[str] = Counter()
    for one in listed[::step]:
        held = sources.text_of(_beginning(one))
        if held is not None and held.is_current:
            counts.update({word.key for word in words_of(held.text[:LONGEST], NO_RULES)})
    least = 1 if len(listed) <= FEW else 2
    return frozenset(word for word, count in counts.items() if count >= least)


def _beginning(one: AuditedSource) -> Passage:
    return Passage(
        document=one.document,
        siglum=one.siglum,
        revision=one.revision,
        file=one.file,
        span=Span(0, 0),
    )
