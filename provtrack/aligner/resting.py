"""Let the collector of cycles rest while many values are made that have none.

Beads and changes hold no cycles; looking through the growing heap for them again and again takes
an eighth of the time of comparing a long text. Entry point: `collector_at_rest`.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for cycles; afterwards it looks again if it did before."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
