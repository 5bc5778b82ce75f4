"""An archive as the engine of the audit asks for it: texts are read when a passage is looked at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from provtrack.auditing.sources import Original, SourceText
from provtrack.checking.archive import Archive, ArchivedText
from provtrack.model.alignment import Alignment, StoredAlignment
from provtrack.model.audit import AuditedSource
from provtrack.model.citation import CataloguedDocument
from provtrack.model.names import VersionKind
from provtrack.model.quotation import Passage
from provtrack.model.text import Paragraph, Span
from provtrack.search import IndexedText, PassageIndex, View
from provtrack.text.languages import detect_language
from provtrack.text.paragraphs import paragraphs_of

Key = tuple[str, str, int, str]


@dataclass(slots=True)
class OpenedSources:
    """Sources of an audit: an archive, its texts found by name.

    Attributes:
        index: The newest revisions of the versions that stand.
        earlier: The other revisions, and versions that were retracted; None if there are none.
        catalogue: What documents may be cited by, by id.
        listed: Every version that is searched.
    """

    archive: Archive
    index: PassageIndex = field(init=False)
    earlier: PassageIndex | None = field(init=False, default=None)
    catalogue: Mapping[str, CataloguedDocument] = field(init=False)
    listed: Sequence[AuditedSource] = field(init=False)
    _texts: dict[Key, ArchivedText] = field(init=False)
    _versions: dict[str, list[ArchivedText]] = field(init=False)
    _places: dict[Key, tuple[int, int]] = field(init=False)
    _languages: dict[Key, str] = field(init=False, default_factory=dict)
    _alignments: dict[str, Sequence[StoredAlignment]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.catalogue = {one.id: one for one in self.archive.catalogue}
        self.listed = tuple(one.source for one in self.archive.texts)
        self._texts = {one.key: one for one in self.archive.texts}
        self._versions = defaultdict(list)
        for one in self.archive.texts:
            self._versions[one.source.document].append(one)
        self._places = {
            _key(text): (number, place)
            for number, part in enumerate(self.archive.index.parts)
            for place, text in enumerate(part.texts)
            if place not in part.removed
        }
        self.index = self.archive.index
        if not all(one.is_current for one in self.archive.texts):
            self.index = View([self.archive.index], self._if_current)
            self.earlier = View([self.archive.index], self._if_earlier)

    def _if_current(self, text: IndexedText) -> IndexedText | None:
        return text if self._texts[_key(text)].is_current else None

    def _if_earlier(self, text: IndexedText) -> IndexedText | None:
        return None if self._texts[_key(text)].is_current else text

    def text_of(self, passage: Passage) -> SourceText | None:
        """Give the text a passage stands in; its language is detected where none is known."""
        key = _key(passage)
        held = self._texts.get(key)
        text = self.archive.index.text(*self._places[key]) if held else None
        if held is None or text is None:
            return None
        if key not in self._languages:
            known = held.source.language
            self._languages[key] = known if known != "und" else detect_language(text)
        return SourceText(
            text,
            self._languages[key],
            newer=held.newer,
            is_retracted=held.is_retracted,
            kind=held.kind,
        )

    def original_of(self, passage: Passage) -> Original | None:
        """Lead a passage back to the paragraphs of a transcription that answer it."""
        held = self._texts.get(_key(passage))
        if held is None or held.kind in (None, VersionKind.TRANSCRIPTION):
            return None
        transcribed = [
            one
            for one in self._versions[passage.document]
            if one.kind is VersionKind.TRANSCRIPTION and one.newer is None
        ]
        sigla = tuple(one.source.siglum for one in transcribed)
        if held.newer is not None:
            return Original(sigla)  # what is aligned are the newest revisions
        for stored in self._aligned(passage.document):
            if stored.witness.partition("@")[0] != passage.siglum:
                continue
            for one in transcribed:
                if one.source.siglum == stored.base.partition("@")[0]:
                    answering = self._answering(passage, one.source, stored.alignment)
                    return Original(sigla, answering)
        return Original(sigla)

    def _aligned(self, document: str) -> Sequence[StoredAlignment]:
        """Give the alignments of a document, which are read once."""
        if document not in self._alignments:
            self._alignments[document] = self.archive.alignments(document)
        return self._alignments[document]

    def _answering(
        self, passage: Passage, base: AuditedSource, alignment: Alignment
    ) -> Passage | None:
        """Find the paragraphs of the base that answer those of a passage."""
        answering = Passage(
            document=base.document,
            siglum=base.siglum,
            revision=base.revision,
            file=base.file,
            span=Span(0, 0),
        )
        held, original = self.text_of(passage), self.text_of(answering)
        if held is None or original is None:
            return None
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
        return replace(answering, span=Span(first.span.start, last.span.end))


def _overlap(paragraph: Paragraph, span: Span) -> bool:
    return paragraph.span.start < span.end and span.start < paragraph.span.end


def _key(named: Passage | IndexedText) -> Key:
    return named.document, named.siglum, named.revision, named.file
