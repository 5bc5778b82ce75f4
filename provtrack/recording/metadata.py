"""What a file of metadata says, put over what the file of the text says. Pure.

The recorder's options go before both (`describing`, `versions`).
"""

from dataclasses import replace

from provtrack.model.imported import Imported, ImportedVersion
from provtrack.recording.versions import main_text


def with_metadata(imported: Imported, about: Imported) -> Imported:
    """Give what was read of a text the metadata of its own file.

    Args:
        about: Metadata; its one version has no text. What it does not state stays as it was.
    """
    main = main_text(imported.versions)
    versions = tuple(
        _version(one, about.versions[0]) if one is main else one for one in imported.versions
    )
    return replace(
        imported,
        versions=versions,
        titles=about.titles or imported.titles,
        date=about.date or imported.date,
        people=about.people or imported.people,
        references=about.references or imported.references,
        type=about.type or imported.type,
        rights=about.rights or imported.rights,
        printed_fields=imported.printed_fields + about.printed_fields,
        findings=imported.findings + about.findings,
    )


def _version(version: ImportedVersion, about: ImportedVersion) -> ImportedVersion:
    return replace(
        version,
        siglum=version.siglum or about.siglum,
        kind=about.kind or version.kind,
        language=about.language or version.language,
        agents=about.agents or version.agents,
        published_in=about.published_in or version.published_in,
        origin=about.origin or version.origin,
    )
