"""What can be asked of two paragraphs in different languages without translating them."""

from provtrack.model.comparison import Query


def queries(
    base: str, witness: str, *, base_language: str, witness_language: str
) -> tuple[Query, ...]:
    """Ask where the two sides of a bead seem not to agree."""
    return ()
