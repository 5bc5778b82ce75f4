"""Word correspondences between two languages, as counts that can be added up.

Counts are whole thousandths of an agreed meeting: sums of them do not depend on the order in which
documents are added, and what one document gave can be taken off again to the last figure.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from provtrack.model.stored import StoredModel

UNIT = 1000  # counts to one agreed meeting

Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """How often terms of a base language and of a witness language have answered each other.

    Attributes:
        base_language, witness_language: As `text.languages.written_language` names them.
        counts: By base term and witness term, in thousandths of a meeting, all above 0. Terms are
            stems of words, figures, or characters, folded as the aligner reads them.
    """

    base_language: str
    witness_language: str
    counts: Counts = field(default_factory=dict)

    def __post_init__(self) -> None:
        if any(count <= 0 for count in self.counts.values()):
            raise ValueError("the counts of a lexicon are above 0")

    def __bool__(self) -> bool:
        return bool(self.counts)

    @property
    def languages(self) -> tuple[str, str]:
        """Of base and witness."""
        return self.base_language, self.witness_language

    @property
    def sha256(self) -> str:
        """Digest in hexadecimal, the same for both directions: of JSON without spaces.

        An array of the two languages in alphabetical order, then an array [term, term, count] for
        each pair, sorted.
        """
        one = self if self.base_language <= self.witness_language else self.mirrored()
        rows = [[*pair, count] for pair, count in sorted(one.counts.items())]
        written = json.dumps([*one.languages, *rows], ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()

    def mirrored(self) -> "Lexicon":
        """The same lexicon with base and witness exchanged."""
        return Lexicon(
            base_language=self.witness_language,
            witness_language=self.base_language,
            counts={(theirs, ours): count for (ours, theirs), count in self.counts.items()},
        )

    def most_certain(self) -> tuple[tuple[tuple[str, str], int], ...]:
        """List the pairs with their counts, highest first; equal ones in alphabetical order."""
        return tuple(sorted(self.counts.items(), key=lambda item: (-item[1], item[0])))

    def read_as(self, base_language: str, witness_language: str) -> "Lexicon | None":
        """Turn the lexicon so that it reads from a language to another; None if it is of others."""
        wanted = base_language, witness_language
        if wanted == self.languages:
            return self
        return self.mirrored() if wanted == self.languages[::-1] else None


def add_counts(summed: dict[tuple[str, str], int], counts: Counts, *, sign: int = 1) -> None:
    """Add counts to a sum, or with ``sign=-1`` take them off again; what comes to 0 is gone."""
    for pair, count in counts.items():
        found = summed.get(pair, 0) + sign * count
        if found:
            summed[pair] = found
        else:
            summed.pop(pair, None)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TaughtAlignment:
    """A recorded alignment between two languages, as a lexicon knows it.

    Attributes:
        document: Its document.
        base, witness: ``SIGLUM@REVISION``.
        languages: Of both texts, in alphabetical order.
        sha256: Digest of its file and the languages of its texts, in hexadecimal.
    """

    document: str
    base: str
    witness: str
    languages: tuple[str, str]
    sha256: str


class StoredLexicon(StoredModel):
    """``.provtrack/lexicons/<a>-<b>.json``: a lexicon, and the alignments that are summed in it.

    Attributes:
        program: That counted; another program counts anew.
        languages: In alphabetical order.
        lexicon_sha256: Digest of the lexicon.
        alignments: In order of document, base and witness.
        counts: For each term of the first language, its terms of the second with their counts.
    """

    program: str
    languages: tuple[str, str]
    lexicon_sha256: str
    alignments: tuple[TaughtAlignment, ...]
    counts: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """What a document has to teach.

    Attributes:
        inventory: Digest of its newest inventory: as long as it is the same, so is the rest.
        alignments: Those between two languages.
    """

    inventory: str
    alignments: tuple[TaughtAlignment, ...] = ()


class AlignmentList(StoredModel):
    """``.provtrack/lexicons/documents.json``: which alignments a store holds.

    Attributes:
        documents: By id.
    """

    documents: dict[str, ListedDocument]
