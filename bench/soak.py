"""Kill writers of one store again and again, and see that nothing they acknowledged is lost.

    python bench/soak.py --kills 1000 --writers 4 --folder /tmp/soak

Writers record in a few documents at once and write down each head as soon as `record` returns.
They are killed (SIGKILL) at random moments and started again. At the end every head written down
must be in its document's chain, `verify` must find nothing worse than an interrupted recording,
and after one more recording of each document `verify` and ocfl-py must be silent.
"""

import argparse
import multiprocessing
import os
import random
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import ocfl

from provtrack.model.document import Document, Version
from provtrack.model.history import Act
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump
from provtrack.recording.versions import text_digest
from provtrack.store import Store, head_of
from provtrack.store.staging import staging_folder

WHEN = "2024-05-31T09:15:00Z"
DOCUMENTS = 6
LONGEST_LIFE_S = 0.25
RECORDINGS_OF_ONE = 60  # then the writer starts another document, as inventories grow


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the soak found."""

    kills: int
    acknowledged: int
    lost: int
    interrupted: int
    faults: tuple[str, ...]


def act_on(document: str, text: str) -> Act:
    """Make an act that holds for a document whether it is there or not."""
    version = Version(
        siglum="E1", kind=VersionKind.EDITION, language="en", text_sha256=text_digest(text)
    )
    files = {
        "document.json": dump(Document(id=document)),
        "texts/E1/text.txt": text.encode(),
        "texts/E1/version.json": dump(version),
    }
    return Act(kind=EventKind.RECORD, by="A. Writer", when=WHEN, files=files, versions=("E1@1",))


def write_on(folder: Path, acknowledged: Path, seed: int) -> None:
    """Record until killed; write each head down once it is acknowledged."""
    choice = random.Random(seed)
    store = Store.open(folder)
    generation = 0
    with acknowledged.open("ab", buffering=0) as stream:
        while True:
            document = f"document-{choice.randrange(DOCUMENTS)}-{generation}"
            event = store.record(document, act_on(document, f"Text {choice.random()}."))
            stream.write(f"{document} {event.number} {head_of(event)}\n".encode())
            generation += event.number >= RECORDINGS_OF_ONE


def soak(folder: Path, *, kills: int, writers: int, seed: int = 1) -> Outcome:
    """Run writers on a new store in a folder, kill them, and check what is left."""
    choice = random.Random(seed)
    store = Store.create(folder / "versions")
    start = multiprocessing.get_context("fork").Process
    running = []
    for number in range(kills + writers):
        logbook = folder / f"acknowledged-{number}.txt"
        process = start(target=write_on, args=(store.folder, logbook, seed * 100_000 + number))
        process.start()
        running.append(process)
        if len(running) == writers:
            time.sleep(choice.uniform(0.01, LONGEST_LIFE_S))
            victim = running.pop(choice.randrange(writers))
            os.kill(victim.pid or 0, signal.SIGKILL)
            victim.join()
    for process in running:
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
    return check(store, folder, kills + writers)


def check(store: Store, folder: Path, kills: int) -> Outcome:
    """Look at a store after its writers were killed."""
    lines = [
        line.split()
        for path in folder.glob("acknowledged-*.txt")
        for line in path.read_text().splitlines()
        if line.count(" ") == 2 and len(line.split()[2]) == 128
    ]
    chains = {document: store.history(document).heads for document in store.documents()}
    lost = sum(1 for document, _, head in lines if head not in chains.get(document, ()))
    before = store.verify()
    for document in store.documents():
        store.record(document, act_on(document, "The end."))
    store.record("the-end", act_on("the-end", "The end."))
    faults = [f.message for f in before if f.code != "STO007"]
    faults += [finding.message for finding in store.verify()]
    root = ocfl.StorageRoot(root=str(store.folder))
    if not root.validate(log_warnings=True) or root.good_objects != root.num_objects:
        faults.append("ocfl-py: not valid")
    faults += [message for _, message in root.errors]
    left = staging_folder(store.folder).iterdir()
    faults += [f"left in staging: {path.name}" for path in left]
    return Outcome(
        kills=kills,
        acknowledged=len(lines),
        lost=lost,
        interrupted=sum(f.code == "STO007" for f in before),
        faults=tuple(faults),
    )


def main() -> None:
    """Run the soak from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=None)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        outcome = soak(
            Path(folder), kills=arguments.kills, writers=arguments.writers, seed=arguments.seed
        )
    print(outcome)
    if outcome.lost or outcome.faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
