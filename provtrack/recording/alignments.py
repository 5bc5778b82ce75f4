"""The alignment of a version to the one it derives from, computed when it is recorded.

An abstract is covered, not aligned (DESIGN §2), so none is stored for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provtrack.aligner import LEXICON, align
from provtrack.aligner.pinning import settled
from provtrack.lexicons import Lexicons
from provtrack.model.alignment import Pin, StoredAlignment
from provtrack.model.document import Version
from provtrack.model.lexicon import Lexicon
from provtrack.model.names import VersionKind
from provtrack.store import program_name
from provtrack.text.paragraphs import paragraphs_of


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedText:
    """A version with its text, as it enters an alignment."""

    version: Version
    text: str

    @property
    def name(self) -> str:
        """``SIGLUM@REVISION``."""
        return f"{self.version.siglum}@{self.version.revision}"

    @property
    def paragraphs(self) -> Sequence[str]:
        """Its paragraphs in reading order."""
        return [paragraph.text for paragraph in paragraphs_of(self.text)]


def derived_pairs(witness: Version, versions: Mapping[str, Version]) -> tuple[tuple[str, str], ...]:
    """List the pairs (base, witness) of sigla to align for a version.

    Args:
        versions: All versions of the document, by siglum.
    """
    sources = [one.version.partition("@")[0] for one in witness.derived_from if one.version]
    return tuple(
        (siglum, witness.siglum)
        for siglum in dict.fromkeys(sources)
        if siglum in versions and VersionKind.ABSTRACT not in (witness.kind, versions[siglum].kind)
    )


def lexicon_for(
    lexicons: Lexicons | None, document: str, pair: tuple[Version, Version]
) -> Lexicon | None:
    """Give what is known of the languages of two versions, but for what they taught themselves."""
    if lexicons is None:
        return None
    base, witness = pair
    own = document, frozenset((base.siglum, witness.siglum))
    return lexicons.between(base.language, witness.language, without=own)


def stored_alignment(
    base: AlignedText,
    witness: AlignedText,
    pins: Sequence[Pin] = (),
    *,
    lexicon: Lexicon | None = None,
) -> StoredAlignment:
    """Align two versions of a document. Time grows with the product of their paragraphs.

    Args:
        pins: All that are recorded of the pair; orphans among them are kept and have no effect.
        lexicon: What is known of their languages.
    """
    honoured, _ = settled(pins, base.paragraphs, witness.paragraphs)
    alignment = align(
        base.paragraphs,
        witness.paragraphs,
        base_language=base.version.language,
        witness_language=witness.version.language,
        pins=[one.pin for one in honoured],
        lexicon=lexicon,
    )
    return StoredAlignment(
        base=base.name,
        witness=witness.name,
        base_sha256=base.version.text_sha256,
        witness_sha256=witness.version.text_sha256,
        program=program_name(),
        alignment=alignment,
        lexicon_sha256=dict(alignment.settings).get(LEXICON),
        pins=tuple(pins),
    )
