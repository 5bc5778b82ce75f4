"""The lexicons of a store, one for each pair of languages: summed from its recorded alignments.

A lexicon is a function of the newest alignments and pins that the store holds, whatever the order
in which they were recorded. `Lexicons` gives it; ``.provtrack/lexicons/`` keeps what was summed, so
that a further document costs its own alignment only. All of it may be deleted, and comes back.
"""

from provtrack.lexicons.finding import lexicon_for, lexicons_around
from provtrack.lexicons.keeping import Lexicons

__all__ = ["Lexicons", "lexicon_for", "lexicons_around"]
