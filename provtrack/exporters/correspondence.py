"""Which paragraphs of a document's versions answer each other, by the alignments recorded.

What every export of texts needs: an alignment counts only if it is of the two texts that are
written, by their digests.
"""

from collections.abc import Iterator, Mapping

from provtrack.model.alignment import StoredAlignment
from provtrack.model.package import WholeDocument

Place = tuple[str, int]  # siglum, position of a paragraph from 0


def current_alignments(whole: WholeDocument) -> Iterator[tuple[str, str, StoredAlignment]]:
    """Yield each alignment of the newest revisions, with the sigla of base and witness."""
    digests = {version.siglum: version.text_sha256 for version in whole.versions}
    for stored in whole.alignments:
        base, witness = (name.partition("@")[0] for name in (stored.base, stored.witness))
        held = (digests.get(base), digests.get(witness))
        if held == (stored.base_sha256, stored.witness_sha256):
            yield base, witness, stored


def answers_of(whole: WholeDocument) -> Mapping[Place, tuple[Place, ...]]:
    """Give for each paragraph those of other versions that answer it, in order of the alignments;
    paragraphs that nothing answers are left out."""
    found: dict[Place, list[Place]] = {}
    for base, witness, stored in current_alignments(whole):
        for bead in stored.alignment.beads:
            ours = [(base, position) for position in bead.base]
            theirs = [(witness, position) for position in bead.witness]
            for place in ours if theirs else ():
                found.setdefault(place, []).extend(theirs)
            for place in theirs if ours else ():
                found.setdefault(place, []).extend(ours)
    return {place: tuple(dict.fromkeys(places)) for place, places in found.items()}
