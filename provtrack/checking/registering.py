"""What the documents of a store may be cited by, kept in ``.provtrack`` from audit to audit.

A document that has not changed since is not opened. The file is derived: one that is missing,
damaged or of another program is made again. Entry point: `registered`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from provtrack.errors import FormatError, StoreError
from provtrack.model.document import Version
from provtrack.model.names import Role
from provtrack.model.register import DocumentRegister, RegisteredDocument
from provtrack.model.stored import dump, load
from provtrack.output_files import write_in_one_step
from provtrack.store import Store, Summary, program_name, summary_of

FILE = "documents.json"


def registered(
    store: Store, documents: Sequence[str], kept: Path | None, *, tell: Callable[[str], None]
) -> dict[str, RegisteredDocument]:
    """Give what documents may be cited by, in the order of their ids.

    Args:
        kept: Folder in which it is kept, if all documents are asked for; None: it is not.
        tell: Takes a sentence for each document that cannot be read, which is left out.
    """
    known = _read(kept / FILE) if kept else {}
    found: dict[str, RegisteredDocument] = {}
    for document in documents:
        try:
            inventory = store.inventory_digest(document)
            before = known.get(document)
            if before is None or before.inventory != inventory:
                before = _registered(summary_of(store, document), inventory)
        except (StoreError, FormatError) as fault:
            tell(f"{document} was not searched: {fault}")
            continue
        found[document] = before
    if kept and found != known:
        with suppress(OSError, FormatError):
            kept.mkdir(parents=True, exist_ok=True)
            register = DocumentRegister(program=program_name(), documents=found)
            write_in_one_step(dump(register), kept / FILE)
    return found


def _read(path: Path) -> dict[str, RegisteredDocument]:
    """Read what was kept before; nothing if that is of no use."""
    try:
        register = load(DocumentRegister, path.read_bytes(), place=str(path))
    except (OSError, FormatError):
        return {}
    return register.documents if register.program == program_name() else {}


def _registered(summary: Summary, inventory: str) -> RegisteredDocument:
    """Say what a recorded document may be cited by."""
    document, versions = summary.metadata, summary.versions
    titles = [one.text for one in document.titles] if document else []
    titles += [one.title.text for one in versions if one.title]
    dated = [document.date if document else None, *(one.date for one in versions)]
    dates = [one.edtf for one in dated if one and one.edtf]
    return RegisteredDocument(
        inventory=inventory,
        head=summary.head,
        titles=tuple(dict.fromkeys(titles)),
        dates=tuple(dict.fromkeys(dates)),
        references=document.references if document else (),
        origins=tuple(one.origin for one in versions if one.origin),
        published=tuple((one.siglum, words) for one in versions for words in one.published_in),
        translators=tuple((one.siglum, name) for one in versions for name in _translators(one)),
        kinds={one.siglum: one.kind for one in versions},
    )


def _translators(version: Version) -> list[str]:
    return [agent.name for agent in version.agents if agent.role is Role.TRANSLATED]
