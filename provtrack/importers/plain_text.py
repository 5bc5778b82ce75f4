"""Plain text: the recorded text is the decoded file with LF line ends, nothing else (DESIGN §2)."""

from provtrack.importers.charsets import decode
from provtrack.importers.content import Content
from provtrack.model.imported import Imported, ImportedVersion


def read(content: Content) -> Imported:
    """Take the decoded file as the text of one version."""
    decoded = decode(content)
    return Imported(
        importer="text",
        charset=decoded.charset,
        versions=(ImportedVersion(text=decoded.text),),
        findings=decoded.findings,
    )
