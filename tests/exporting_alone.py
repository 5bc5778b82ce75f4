"""Name the bytes of every export of a document: ``python tests/exporting_alone.py VERSIONS``.

A process of its own, so that a test can run it with one hash seed and another.
"""

import hashlib
import sys
from pathlib import Path

from provtrack.exchanging import FORMATS, export_document
from provtrack.exporters.writing import zipped
from provtrack.store import Store


def main(versions: str) -> None:
    """Print a digest for each format."""
    store = Store.open(Path(versions))
    (document,) = store.documents()
    for kind in FORMATS:
        content = export_document(store, document, kind)
        written = content if isinstance(content, bytes) else zipped(content, top="")
        print(kind, hashlib.sha256(written).hexdigest())


if __name__ == "__main__":
    main(*sys.argv[1:])
