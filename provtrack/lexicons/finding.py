"""Find the lexicons of the project around a folder, where there is one."""

from pathlib import Path

from provtrack.config import find_project
from provtrack.errors import ProvtrackError
from provtrack.lexicons.keeping import Lexicons
from provtrack.store import Store


def lexicons_around(folder: Path) -> Lexicons | None:
    """Give the lexicons of the store around a folder; None if there is no store that can be read.

    Plain files are compared anywhere: what is wrong with a store beside them is not their matter.
    """
    try:
        return Lexicons(Store.open(find_project(folder).versions))
    except ProvtrackError:
        return None
