"""Align a recorded pair anew: with the pins, the lexicon and the program of today."""

from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.lexicons import Lexicons
from provtrack.model.history import Act
from provtrack.recording.acts import Recorded, checked_reason, record_on_newest
from provtrack.recording.pinned_pairs import open_pair
from provtrack.store import Holdings, Store, VersionName


def align_again(
    store: Store,
    pair: tuple[VersionName, VersionName],
    *,
    reason: str,
    by: str,
    when: str,
    lexicons: Lexicons | None = None,
) -> Recorded:
    """Align two versions anew, the whole of them, and record that in one event.

    Args:
        pair: Base and witness, versions of one document with a recorded alignment.
        lexicons: What is known of two languages helps to align; None: nothing is used.

    Raises:
        NotInStoreError: No such version.
        UsageError: No reason, or no alignment of the two is recorded.
        AlreadyHeldError: The alignment that is recorded would come out again.
    """
    reason = checked_reason(reason)

    def prepare(holdings: Holdings) -> Act:
        opened = open_pair(holdings, pair)
        if opened.former is None:
            raise UsageError(
                f"no alignment of {pair[0]} and {pair[1]} is recorded, so there is none to make "
                "anew; provtrack align makes one without recording it."
            )
        aligned = opened.aligned_whole(opened.pins, lexicons)
        if aligned.alignment == opened.former.alignment:
            raise AlreadyHeldError(
                "aligned anew they are as they are recorded; nothing was recorded."
            )
        return opened.act(aligned, by=by, when=when, reason=reason)

    return record_on_newest(store, pair[0].document, prepare, lexicons)
