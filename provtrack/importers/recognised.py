"""A text recognised by a program as a version: a transcription, its agent the program."""

from collections.abc import Mapping, Sequence

from provtrack.importers.findings import found
from provtrack.importers.line_joining import JoinedPages
from provtrack.importers.xml_reading import Element
from provtrack.model.document import Agent, Derivation, Unheld
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import VersionKind
from provtrack.text.plurals import counted

ORDER_UNSTATED = "{} without a stated reading order: the regions were read as they stand."
NO_PROGRAM = "The file does not say which program recognised the text: name it with --agent."


def recognised_version(
    importer: str,
    joined: JoinedPages,
    *,
    charset: str | None,
    programs: tuple[Agent, ...],
    images: tuple[str, ...],
    language: str | None = None,
    findings: tuple[Finding, ...] = (),
) -> Imported:
    """Make the version of joined pages, derived from the images of the pages.

    Args:
        images: File names of the images, one a page; empty where the page names none.
    """
    if len(images) > 1:
        said = f"{len(images)} pages, in the order of their file names."
        findings = (*findings, found("IMP304", said))
    if not programs:
        findings = (*findings, found("IMP302", NO_PROGRAM))
    return Imported(
        importer=importer,
        charset=charset,
        versions=(
            ImportedVersion(
                text=joined.text,
                kind=VersionKind.TRANSCRIPTION,
                language=language,
                agents=programs,
                derived_from=(Derivation(unheld=Unheld(description=_images(images))),),
                notes=joined.notes,
            ),
        ),
        findings=findings + joined.findings,
    )


def in_reading_order(
    elements: Sequence[Element], order: Sequence[str], *, key: str
) -> tuple[list[Element], bool]:
    """Put elements into the stated order of their ids; those it does not name come last.

    What stands inside an element that is named, a cell of a table or a block of blocks, follows it.

    Args:
        key: The attribute that holds an element's id; ids may be missing or there twice.

    Returns:
        All the elements, and whether the order names any of them.
    """
    places = {name: place for place, name in enumerate(dict.fromkeys(order))}
    ranks = [_rank(one, places, key) for one in elements]
    ordered = [elements[n] for n in sorted(range(len(elements)), key=lambda n: ranks[n])]
    return ordered, any(rank < len(places) for rank in ranks)


def _rank(element: Element, places: Mapping[str, int], key: str) -> int:
    """Give the place of an element, or of the nearest element around it that has one."""
    around: Element | None = element
    while around is not None:
        name = around.get(key) or ""
        if name in places:
            return places[name]
        around = around.getparent()
    return len(places)


def _images(images: tuple[str, ...]) -> str:
    """Name the images a text was recognised from."""
    named = [name for name in images if name]
    count = counted(len(images), "page image")
    if not named:
        return count
    return f"{count}: {named[0]}" + (f" to {named[-1]}" if len(named) > 1 else "")
