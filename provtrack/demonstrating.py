"""The demonstration: the invented specimen recorded, and its reports made.

In a checkout the specimen stands in ``versions/`` already, and the reports go to ``reports/``.
Elsewhere a new folder is made, and the specimen that ships with the program is recorded into it,
at a fixed time, so that everyone gets the same store.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from provtrack.checking import AuditRequest, audit_files
from provtrack.comparing import compare_versions, open_version
from provtrack.config import Project, find_project
from provtrack.errors import AlreadyHeldError, NotInStoreError, StoreError
from provtrack.importers.catalogue import read_catalogue
from provtrack.recording import create_project, open_store, record_rows
from provtrack.reporting import render_audit
from provtrack.reporting.files import write_page

DOCUMENT = "specimen-journal-1961"
FOLDER = "provtrack-demo"
BY = "The provtrack developers"
ARTICLE = "article.en.md"
AUDIT_REPORT = "specimen-article.audit.html"
AUDITED = "An article that quotes the journal, audited: what is faithful, what is not, and why."
WHEN = "2026-11-23T12:00:00Z"  # one time for everybody: the same store, the same heads

REPORTS = (
    (("E1", "E2"), "Two translations compared: what was changed, and what matters first."),
    (("R", "E1"), "The Russian text beside its translation: queries, no word-by-word changes."),
    (("E1", "X"), "The translation and an excerpt from it: what the excerpt leaves out."),
    (("E1", "A"), "The translation and its abstract: what the abstract rests on."),
    (("E1", "E2", "X"), "One base and two witnesses in one report."),
)


def demonstrate(folder: Path) -> Iterator[tuple[Path, str]]:
    """Make the specimen's reports; yield the path of each with what it shows.

    Args:
        folder: Where to look for a checkout, and else to make the folder of the demonstration.

    Raises:
        AlreadyHeldError: A folder of that name is there and is not a demonstration.
    """
    project = _checkout(folder) or _new_project(folder / FOLDER)
    for sigla, words in REPORTS:
        opened = [open_version(f"{DOCUMENT}:{siglum}", project.folder) for siglum in sigla]
        compared = compare_versions(opened[0], opened[1:])
        yield compared.write_report(project.folder, output=None), words
    yield _audit_article(project), AUDITED


def _audit_article(project: Project) -> Path:
    """Audit the invented article that quotes the specimen."""
    place = project.folder / "reports" / AUDIT_REPORT
    with as_file(files("provtrack") / "specimen" / ARTICLE) as article:
        request = AuditRequest(publications=[article], against=[DOCUMENT])
        report = audit_files(request, project.folder, tell=lambda _: None)
    told = tuple(replace(one, path="") for one in report.publications)
    page = render_audit(report.model_copy(update={"publications": told}))
    write_page(page, place, replace_report=True)
    return place


def _checkout(folder: Path) -> Project | None:
    """Find the project around a folder, if its store holds the specimen."""
    try:
        project = find_project(folder)
        return project if DOCUMENT in open_store(project) else None
    except (NotInStoreError, StoreError):
        return None


def _new_project(folder: Path) -> Project:
    """Make a project for the demonstration, or take the one made before."""
    if folder.exists():
        project = _checkout(folder)
        if project is None or project.folder != folder.absolute():
            raise AlreadyHeldError(
                f"{folder} is there and is no demonstration of provtrack: rename it, or run the "
                "demonstration in another folder."
            )
        return project
    project = create_project(folder, by=BY)
    record_specimen(project)
    return project


def record_specimen(project: Project) -> None:
    """Record the specimen that ships with the program into a store.

    Raises:
        StoreError: A version could not be recorded.
    """
    store = open_store(project)
    with as_file(files("provtrack") / "specimen") as specimen:
        rows = read_catalogue(specimen / "catalogue.toml")
        for outcome in record_rows(store, rows, folder=specimen, by=BY, when=WHEN):
            if outcome.fault:
                raise StoreError(f"the specimen cannot be recorded: {outcome.fault}")
