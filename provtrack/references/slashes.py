"""References whose levels are told by their order only: "RGASPI, 17/162/18/9-12".

Read only after a known repository, since figures between slashes are much else besides.
Entry point: `find_slashed_labels`.
"""

import regex  # type: ignore[import-untyped]

from provtrack.references.labels import Label, LeafRange
from provtrack.references.repositories import FoundRepository

_LEVEL = r"[\p{L}]{0,2}-?\d+\p{L}?"
_SLASHED = regex.compile(
    rf"(?V1)[\s,.:]*(?P<fond>{_LEVEL})/(?P<opis>\d+\p{{L}}?)/(?P<delo>\d+\p{{L}}?)"
    rf"(?:/(?P<first>\d+)(?:[-–](?P<last>\d+))?)?(?![\p{{L}}\p{{N}}/])"
)


def find_slashed_labels(text: str, named: FoundRepository | None) -> tuple[Label, ...]:
    """Find fond/opis/delo/leaves directly after a repository; labels without words."""
    found = _SLASHED.match(text, named.end) if named else None
    if found is None:
        return ()
    labels = [
        Label(
            kind=kind,
            words="",
            start=found.start(kind),
            end=found.end(kind),
            value=found[kind],
            value_start=found.start(kind),
        )
        for kind in ("fond", "opis", "delo")
    ]
    if found["first"]:
        start, end = found.start("first"), found.end("last" if found["last"] else "first")
        leaf = LeafRange(first=found["first"], last=found["last"], start=start, end=end)
        labels.append(
            Label(
                kind="leaves",
                words="",
                start=start,
                end=end,
                value=text[start:end],
                value_start=start,
                leaves=(leaf,),
            )
        )
    return tuple(labels)
