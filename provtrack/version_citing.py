"""The citation of a version, over a store: its holdings -> what is cited.

What the command ``cite`` calls; `provenance.citation_forms` and `provenance.gost` write it. Entry
point: `cite`.
"""

from provtrack.errors import NotInStoreError
from provtrack.provenance.citation_parts import CitedVersion
from provtrack.store import Store, holdings_of, parse_version_name
from provtrack.text.paragraphs import paragraphs_of


def cite(store: Store, name: str, *, paragraph_number: int | None = None) -> CitedVersion:
    """Collect what a citation of ``DOCUMENT:SIGLUM[@REVISION]`` says.

    Args:
        paragraph_number: From 1; None for the whole version.

    Raises:
        UsageError: `name` is not the name of a version.
        NotInStoreError: No such document, version or paragraph; says what there is.
    """
    parsed = parse_version_name(name)
    holdings = holdings_of(store, parsed.document)
    version = holdings.version(parsed.siglum, parsed.revision)
    count = len(paragraphs_of(holdings.text(version.siglum, version.revision)))
    if paragraph_number is not None and not 1 <= paragraph_number <= count:
        there = "one paragraph" if count == 1 else f"{count} paragraphs"
        raise NotInStoreError(f"{name} has {there}; there is no paragraph {paragraph_number}.")
    return CitedVersion(
        document=holdings.document,
        version=version,
        head=holdings.head,
        paragraph_number=paragraph_number,
    )
