"""Verify a store: every digest, inventory, sidecar, event and path, and that nothing else is there.

Stricter than OCFL asks: the chain of events must be unbroken, and what an inventory says of an
earlier recording may never change. Writes nothing and holds no lock. Reads every file once; the
checks of the documents are in `verifying_files` and `verifying_history`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from provtrack.model.finding import Finding
from provtrack.store.files import EntryKind, Files
from provtrack.store.layout import DECLARATION_CONTENT, README, ROOT_DECLARATION, readme_text
from provtrack.store.probe import Probe
from provtrack.store.verifying_files import check_files
from provtrack.store.verifying_history import check_history

MANY_RECORDINGS = 200  # inventories grow with the square: at 200 they have some megabytes


def verify_root(files: Files, folder: Path, documents: Iterable[str]) -> list[Finding]:
    """Check what stands beside the documents of a store."""
    probe = Probe(files, folder)
    names = set(probe.names(""))
    if probe.read(ROOT_DECLARATION) not in (None, DECLARATION_CONTENT[ROOT_DECLARATION]):
        probe.find("STO001", ROOT_DECLARATION, "is damaged: it should say “ocfl_1.1”.")
    if README not in names:
        probe.find("STO012", README, "is missing; it explains the store to a later reader.")
    elif probe.read(README) not in (None, readme_text()):
        probe.find("STO012", README, "is not the text this program writes.")
    for name in sorted(names - {ROOT_DECLARATION, README}):
        if name not in documents:
            probe.find("STO003", name, "does not belong in a store.")
        elif probe.kind(name) is not EntryKind.FOLDER:
            probe.find("STO013", name, "is no folder.")
    return probe.findings


def verify_documents(files: Files, folder: Path, documents: Iterable[str]) -> Iterator[Finding]:
    """Check documents of a store, one after the other."""
    for document in documents:
        if files.kind(folder / document) is EntryKind.FOLDER:
            yield from verify_document(files, folder / document)


def verify_document(files: Files, folder: Path) -> list[Finding]:
    """Check everything in a document's folder."""
    probe = Probe(files, folder, name=folder.name)
    found = check_files(probe)
    if found is None:
        return probe.findings
    if not found.inventory.id.endswith(folder.name):
        probe.find("STO011", "inventory.json", f"is of the document {found.inventory.id!r}.")
    check_history(probe, folder.name, found)
    if found.inventory.number > MANY_RECORDINGS:
        probe.find(
            "STO018",
            "",
            f"has {found.inventory.number} recordings, and each makes all its inventories longer. "
            "Record several versions or pins in one act.",
        )
    return probe.findings
