"""What is kept of a search index beside its parts: ``index.json``, derived and replaceable."""

from dataclasses import dataclass

from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPart:
    """One part of an index.

    Attributes:
        name: Of its file, beside ``index.json``.
        removed: Numbers of the texts in it that are no longer to be found, in order.
    """

    name: str
    removed: tuple[int, ...] = ()


class PartList(StoredModel):
    """``.provtrack/search/<name>/index.json``: which parts an index has.

    Attributes:
        parts: In any order; what is found does not depend on it.
    """

    parts: tuple[ListedPart, ...]
