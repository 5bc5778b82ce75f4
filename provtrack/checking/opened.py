"""An archive with its index, as the engine of the audit asks for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from provtrack.auditing.sources import Original, SourceText
from provtrack.checking.archive import Archive, ArchivedText
from provtrack.model.alignment import Alignment
from provtrack.model.audit import AuditedSource
from provtrack.model.citation import CataloguedDocument
from provtrack.model.names import VersionKind
from provtrack.model.quotation import Passage
from provtrack.model.text import Paragraph, Span
from provtrack.search import PassageIndex
from provtrack.text.languages import detect_language
from provtrack.text.paragraphs import paragraphs_of

Key = tuple[str, str, int, str]


@dataclass(slots=True)
class OpenedSources:
    """Sources of an audit: an archive and its index.

    Attributes:
        catalogue: What documents may be cited by, by id.
    """

    archive: Archive
    index: PassageIndex
    catalogue: Mapping[str, CataloguedDocument] = field(init=False)
    _texts: dict[Key, ArchivedText] = field(init=False)
    _kinds: dict[str, list[tuple[str, VersionKind | None]]] = field(init=False)
    _languages: dict[Key, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.catalogue = {one.id: one for one in self.archive.catalogue}
        self._texts = {one.key: one for one in self.archive.texts}
        self._kinds = {}
        for one in self.archive.texts:
            self._kinds.setdefault(one.source.document, []).append((one.source.siglum, one.kind))

    @property
    def listed(self) -> Sequence[AuditedSource]:
        """Every version that is searched."""
        return [one.source for one in self.archive.texts]

    def text_of(self, passage: Passage) -> SourceText | None:
        """Give the text a passage stands in; its language is detected where none is known."""
        key = _key(passage)
        held = self._texts.get(key)
        if held is None:
            return None
        if key not in self._languages:
            known = held.source.language
            self._languages[key] = known if known != "und" else detect_language(held.text)
        return SourceText(held.text, self._languages[key])

    def original_of(self, passage: Passage) -> Original | None:
        """Lead a passage back to the paragraphs of a transcription that answer it."""
        held = self._texts.get(_key(passage))
        if held is None or held.kind in (None, VersionKind.TRANSCRIPTION):
            return None
        kinds = self._kinds[passage.document]
        transcribed = [siglum for siglum, kind in kinds if kind is VersionKind.TRANSCRIPTION]
        for stored in self.archive.alignments.get(passage.document, ()):
            if stored.witness.partition("@")[0] != passage.siglum:
                continue
            base = stored.base.partition("@")[0]
            if base in transcribed:
                answering = self._answering(passage, base, stored.alignment)
                return Original(tuple(transcribed), answering)
        return Original(tuple(transcribed))

    def _answering(self, passage: Passage, base: str, alignment: Alignment) -> Passage | None:
        """Find the paragraphs of the base that answer those of a passage."""
        held = self._texts[_key(passage)]
        original = next(
            one
            for one in self.archive.texts
            if (one.source.document, one.source.siglum) == (passage.document, base)
        )
        here = {one.position for one in paragraphs_of(held.text) if _overlap(one, passage.span)}
        positions = sorted(
            position
            for bead in alignment.beads
            if here & set(bead.witness)
            for position in bead.base
        )
        if not positions:
            return None
        paragraphs = paragraphs_of(original.text)
        first, last = paragraphs[positions[0]], paragraphs[positions[-1]]
        return Passage(
            document=passage.document,
            siglum=base,
            revision=original.source.revision,
            file=original.source.file,
            span=Span(first.span.start, last.span.end),
        )


def _overlap(paragraph: Paragraph, span: Span) -> bool:
    return paragraph.span.start < span.end and span.start < paragraph.span.end


def _key(passage: Passage) -> Key:
    return passage.document, passage.siglum, passage.revision, passage.file
