"""Find the lexicons of the project around a folder, and the one to align two versions with."""

from pathlib import Path

from provtrack.config import find_project
from provtrack.errors import ProvtrackError
from provtrack.lexicons.keeping import Lexicons
from provtrack.model.comparison import ComparedVersion
from provtrack.model.document import Version
from provtrack.model.lexicon import Lexicon
from provtrack.store import Store

AnyVersion = Version | ComparedVersion


def lexicons_around(folder: Path) -> Lexicons | None:
    """Give the lexicons of the store around a folder; None if there is no store that can be read.

    Plain files are compared anywhere: what is wrong with a store beside them is not their matter.
    """
    try:
        return Lexicons(Store.open(find_project(folder).versions))
    except ProvtrackError:
        return None


def lexicon_for(
    lexicons: Lexicons | None, document: str | None, pair: tuple[AnyVersion, AnyVersion]
) -> Lexicon | None:
    """Give what is known of the languages of two versions, but for what they taught themselves.

    Args:
        lexicons: None: nothing is to be used.
        document: That holds them; None for plain files.
    """
    if lexicons is None:
        return None
    base, witness = pair
    sigla = frozenset(one.siglum for one in pair if one.siglum)
    own = (document, sigla) if document else None
    return lexicons.between(base.language, witness.language, without=own)
