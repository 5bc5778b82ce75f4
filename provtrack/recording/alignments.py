"""The alignments that are recorded: made whole, or continued where a pin changed.

`stored_alignment` makes one from two texts, their pins and a lexicon. `continued_alignment` takes a
recorded one and makes anew only what a changed pin touches; its settings name the file it
continues by its digest, so that each step can be followed in the document's history. An abstract is
covered, not aligned (DESIGN §2), so none is stored for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from provtrack.aligner import LEXICON, align, realign
from provtrack.aligner.engine import METHOD
from provtrack.aligner.pinning import settled
from provtrack.model.alignment import Alignment, Pin, StoredAlignment
from provtrack.model.document import Version
from provtrack.model.lexicon import Lexicon
from provtrack.model.names import PinKind, VersionKind
from provtrack.store import program_name
from provtrack.text.languages import written_language
from provtrack.text.paragraphs import paragraphs_of

CONTINUED = "continued from"  # setting of an alignment: sha512 of the recorded one it continues


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedText:
    """A version with its text, as it enters an alignment.

    Attributes:
        paragraphs: Of the text, in reading order.
    """

    version: Version
    text: str
    paragraphs: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        paragraphs = tuple(paragraph.text for paragraph in paragraphs_of(self.text))
        object.__setattr__(self, "paragraphs", paragraphs)

    @property
    def name(self) -> str:
        """``SIGLUM@REVISION``."""
        return f"{self.version.siglum}@{self.version.revision}"


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
    texts = base.paragraphs, witness.paragraphs
    honoured, _ = settled(pins, *texts)
    alignment = align(
        *texts,
        base_language=base.version.language,
        witness_language=witness.version.language,
        pins=[one.pin for one in honoured],
        lexicon=lexicon,
    )
    return _stored(base, witness, alignment, pins)


def can_be_continued(
    former: StoredAlignment, base: AlignedText, witness: AlignedText, pins: Sequence[Pin]
) -> bool:
    """Tell whether a recorded alignment can be continued with other pins.

    It must be of the same texts and made by the method of today. A side that becomes locked, or is
    locked no more, touches every bead.
    """
    digests = base.version.text_sha256, witness.version.text_sha256
    changed = set(former.pins) ^ set(pins)
    return (
        (former.base_sha256, former.witness_sha256) == digests
        and former.alignment.method == METHOD
        and all(pin.kind is not PinKind.LOCKED for pin in changed)
    )


def continued_alignment(
    former: StoredAlignment,
    pair: tuple[AlignedText, AlignedText],
    pins: Sequence[Pin],
    *,
    digest: str,
    lexicon: Lexicon | None = None,
) -> StoredAlignment:
    """Make anew what changed pins touch; all other beads stay as they are recorded.

    Time grows with the number of pins that changed, hardly with the length of the texts.

    Args:
        former: As recorded; `can_be_continued` with these pins.
        pair: Base and witness.
        pins: All that are to be recorded.
        digest: sha512 of the file of `former`.
        lexicon: What is known of the languages; helps with what is made anew.
    """
    base, witness = pair
    texts = base.paragraphs, witness.paragraphs
    before = [one.pin for one in settled(former.pins, *texts)[0]]
    after = [one.pin for one in settled(pins, *texts)[0]]
    steps = [(pin, False) for pin in before if pin not in after]
    steps += [(pin, True) for pin in after if pin not in before]
    alignment, holding = former.alignment, before
    for changed, is_made in steps:
        holding = [*holding, changed] if is_made else [pin for pin in holding if pin != changed]
        alignment = realign(
            alignment,
            *texts,
            base_language=base.version.language,
            witness_language=witness.version.language,
            pins=holding,
            changed=changed,
            lexicon=lexicon,
        )
    settings = [(CONTINUED, digest)]
    if lexicon:
        tags = written_language(base.version.language), written_language(witness.version.language)
        known = lexicon.read_as(*tags)
        settings += [(LEXICON, known.sha256)] if known else []
    return _stored(base, witness, replace(alignment, settings=tuple(settings)), pins)


def _stored(
    base: AlignedText, witness: AlignedText, alignment: Alignment, pins: Sequence[Pin]
) -> StoredAlignment:
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
