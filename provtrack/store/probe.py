"""What `verify` finds, and how it reads: whatever is in a file, a finding comes back, no error.

Codes keep their meaning for ever:

    STO001 a file is damaged              STO010 an event does not tell what was recorded with it
    STO002 a file or folder is missing    STO011 a document's id is not that of its folder
    STO003 an unknown file or folder      STO012 README.txt is not as it was written
    STO004 an inventory is damaged        STO013 a link, or something that is no file
    STO005 an inventory cannot be read    STO014 a file is not what its place says
    STO006 a sidecar is damaged           STO015 the times of the events run backwards
    STO007 a recording was interrupted    STO016 written by a later version
    STO008 the history was rewritten      STO017 cannot be read from the disk
    STO009 the chain of events is broken  STO018 many recordings of one document

An interrupted recording (STO007) is complete; the next recording of its document mends the rest.
"""

from pathlib import Path

from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.store.files import EntryKind, Files

SEVERITIES = {
    "STO007": Severity.WARNING,
    "STO012": Severity.WARNING,
    "STO015": Severity.WARNING,
    "STO018": Severity.NOTE,
}


class Probe:
    """Reads below one folder and keeps what is wrong there.

    Attributes:
        findings: In the order found; places are paths as seen from ``versions/``.
    """

    def __init__(self, files: Files, folder: Path, *, name: str = "") -> None:
        self.findings: list[Finding] = []
        self._files = files
        self._folder = str(folder)
        self._name = name
        self._kinds: dict[str, EntryKind] = {}  # of what was listed

    def find(self, code: str, path: str, message: str) -> None:
        """Keep a finding on a path; the path is the subject of the message."""
        place = self.place(path)
        severity = SEVERITIES.get(code, Severity.ERROR)
        self.findings.append(
            Finding(code=code, severity=severity, message=f"{place} {message}", place=place)
        )

    def find_damaged(self, code: str, path: str, *, expected: str, found: str) -> None:
        """Keep that a file's digest is not the one recorded, with both."""
        self.find(code, path, f"is damaged: its sha512 should be {expected} and is {found}.")

    def place(self, path: str) -> str:
        """Name a path as seen from ``versions/``; bytes that are no text are shown escaped."""
        place = "/".join(part for part in (self._name, path) if part)
        return place.encode("utf-8", "backslashreplace").decode("utf-8")

    def kind(self, path: str) -> EntryKind | None:
        """Say what stands at a path; None, with a finding, if even that cannot be told."""
        if path in self._kinds:
            return self._kinds[path]
        try:
            return self._files.kind(Path(self._folder, path))
        except OSError as fault:
            self._find_unreadable(path, fault)
            return None

    def read(self, path: str) -> bytes | None:
        """Read a file; None, with a finding, where that cannot be done."""
        kind = self.kind(path)
        if kind is None:
            self.find("STO002", path, "is missing.")
        elif kind is not EntryKind.FILE:
            self.find("STO013", path, "is no file.")
        else:
            try:
                return self._files.read(f"{self._folder}/{path}")
            except OSError as fault:
                self._find_unreadable(path, fault)
        return None

    def names(self, path: str) -> list[str]:
        """List a folder; nothing, with a finding, where that cannot be done."""
        kind = self.kind(path)
        if kind is None:
            self.find("STO002", path, "is missing.")
        elif kind is not EntryKind.FOLDER:
            self.find("STO013", path, "is no folder.")
        else:
            try:
                entries = self._files.entries(f"{self._folder}/{path}")
            except OSError as fault:
                self._find_unreadable(path, fault)
            else:
                prefix = f"{path}/" if path else ""
                self._kinds |= {prefix + name: kind for name, kind in entries.items()}
                return sorted(entries)
        return []

    def _find_unreadable(self, path: str, fault: OSError) -> None:
        self.find("STO017", path, f"cannot be read: {fault.strerror or fault}.")
