"""A whole invented document for exporters: versions, notes, alignments, references, history."""

import hashlib

from provtrack.model.alignment import Alignment, Bead, StoredAlignment
from provtrack.model.document import (
    Agent,
    Derivation,
    Document,
    Note,
    Notes,
    PrintedDate,
    PrintedField,
    Rights,
    Title,
    Unheld,
)
from provtrack.model.names import AgentKind, EventKind, Role, VersionKind
from provtrack.model.package import WholeDocument
from provtrack.model.stored import dump
from provtrack.packing import whole_of
from tests.acts import act, store_with, version_files

REFERENCE = "Архив внешней политики (АВП РФ), ф. 90, оп. 24, п. 44, д. 5, лл. 120-12."
RUSSIAN = "Посол не подписал.\n\nОн уехал\n2 мая & <плакал>.\n\nТост."
ENGLISH = "The envoy did not sign.\n\nHe left on 2 May."
KERN = Agent(name="Ivo Kern", role=Role.TRANSLATED, kind=AgentKind.PERSON)
READER = Agent(
    name="Reader", role=Role.RECOGNISED, kind=AgentKind.PROGRAM, program_version="2 (fast)"
)
COPY = Unheld(
    description="copy",
    agents=(Agent(name="James", role=Role.OBTAINED),),
    derived_from=(Unheld(description="original"),),
)
DOCUMENT = Document(
    id="oder-1962",
    titles=(Title(text="Запись беседы", language="ru"), Title(text="A conversation")),
    date=PrintedDate(edtf="1962-05-02", verbatim="2 мая 1962 г."),
    people=(Agent(name="Ines Vahl", role=Role.WRITTEN),),
    references=(REFERENCE, "Copy: another archive, box 3"),
    type="Diary entry",
    printed_fields=(PrintedField(name="Record ID", value=None),),
    rights=(
        Rights(text="Free to use.", uri="https://rightsstatements.org/vocab/NKC/1.0/"),
        Rights(text="Ask the archive."),
    ),
    invented=True,
)
NOTES = Notes(
    notes=(
        Note(position=0, kind="leaf", label="л. 120"),
        Note(position=12, kind="footnote", label="1", text="So in the\noriginal."),
        Note(position=25, kind="page", label="2"),
        Note(position=40, kind="omission"),
        Note(position=len(RUSSIAN), kind="endnote", text="The end."),
    )
)


def digest(text: str) -> str:
    """Digest a recorded text as a version names it."""
    return hashlib.sha256(text.encode()).hexdigest()


def alignment_file(
    base: str = "R@1", witness: str = "1-en@1", base_text: str = RUSSIAN
) -> dict[str, bytes]:
    """Make the file of the alignment of the two versions."""
    beads = (
        Bead(base=(0,), witness=(0,), confidence=0.9),
        Bead(base=(1,), witness=(1,), confidence=0.8),
        Bead(base=(2,), witness=(), confidence=0.7),
    )
    stored = StoredAlignment(
        base=base,
        witness=witness,
        base_sha256=digest(base_text),
        witness_sha256=digest(ENGLISH),
        program="provtrack",
        alignment=Alignment(beads=beads, method="by hand"),
    )
    return {"alignments/R--1-en.json": dump(stored)}


def document_files() -> dict[str, bytes]:
    """Make the files of the document: a transcription and its translation."""
    return {
        "document.json": dump(DOCUMENT),
        **version_files(
            "R",
            RUSSIAN,
            kind=VersionKind.TRANSCRIPTION,
            language="ru",
            agents=(READER,),
            derived_from=(Derivation(unheld=COPY),),
        ),
        "texts/R/notes.json": dump(NOTES),
        "texts/R/source/л. 120 & 121.txt": RUSSIAN.encode(),
        **version_files(
            "1-en",
            ENGLISH,
            title=Title(text="A talk", language="en"),
            agents=(KERN,),
            derived_from=(Derivation(version="R@1"),),
            published_in=("Bulletin 3",),
            rights=(Rights(text="By permission."),),
        ),
        **alignment_file(),
    }


def whole_document(folder, *more: dict[str, bytes | None]) -> WholeDocument:
    """Record the document in a store, and perhaps more of it; give it whole."""
    first = act(document_files(), versions=("R@1", "1-en@1"), reason="Found <it>.")
    later = [act(files, kind=EventKind.CORRECT, reason="Misread.") for files in more]
    return whole_of(store_with(folder, first, *later).package("oder-1962"))
