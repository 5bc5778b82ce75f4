"""What is odd in the name of a repository, whatever the grammar. Entry point: `lint_repository`."""

from collections.abc import Iterator

from provtrack.model.finding import Finding
from provtrack.references.grammar import FoundRepository, note


def lint_repository(
    text: str, repository: FoundRepository | None, *, is_continued: bool = False
) -> Iterator[Finding]:
    """Say that a repository is absent, ambiguous, misprinted or named as it was once."""
    if repository is None:
        if not is_continued:
            yield note("REF001", "No repository is named.")
        return
    name = text[repository.start : repository.end]
    at = (repository.start, repository.end)
    if repository.now:
        message = f"“{name}” is no longer the name of this repository; it is now {repository.now}."
        yield note("REF151", message, at=at, suggestions=(repository.now,))
    if repository.others:
        places = ", ".join(repository.others)
        yield note("REF150", f"Several repositories are called “{name}”: {places}.", at=at)
    if repository.is_distant:
        message = f"“{name}” resembles the name of a known repository ({repository.code})."
        yield note("REF152", message, at=at)
