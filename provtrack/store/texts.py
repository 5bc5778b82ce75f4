"""The recorded texts of a document, and the files they stand in: what an index is made from."""

from dataclasses import dataclass
from pathlib import Path

from provtrack.model.document import Version
from provtrack.model.stored import load
from provtrack.store.failures import in_words_on_reading
from provtrack.store.layout import VERSION, text_path
from provtrack.store.objects import open_object, read_content
from provtrack.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedText:
    """One revision of a version, and where its text stands.

    Attributes:
        version: Its metadata.
        place: Of the text, relative to the store's folder, with "/".
    """

    version: Version
    place: str


def recorded_texts(store: Store, document: str) -> list[RecordedText]:
    """List every revision of every version of a document, in the order they were recorded.

    Texts that were redacted are left out.

    Raises:
        StoreError: No such document, or it is damaged.
        FormatError: The metadata of a version are damaged.
    """
    folder = store.folder / document
    found: dict[tuple[str, int], RecordedText] = {}
    with in_words_on_reading(folder):
        inventory = open_object(store.files, folder).inventory
        seen: set[str] = set()
        for block in inventory.versions:
            for path, digest in sorted(block.state.items()):
                parts = path.split("/")
                if len(parts) != 3 or parts[0] != "texts" or parts[2] != VERSION or digest in seen:
                    continue
                seen.add(digest)
                content = read_content(store.files, folder, inventory.manifest[digest], digest)
                version = load(Version, content, place=f"{document}/{path}")
                text = inventory.manifest.get(block.state.get(text_path(parts[1]), ""))
                if text is not None:
                    place = f"{document}/{text}"
                    found[version.siglum, version.revision] = RecordedText(
                        version=version, place=place
                    )
    return list(found.values())


def read_place(store: Store, place: str) -> str:
    """Read a recorded text where `recorded_texts` says it stands.

    Raises:
        OSError: It is not there any more.
        UnicodeDecodeError: It is damaged.
    """
    return (store.folder / Path(place)).read_bytes().decode("utf-8")
