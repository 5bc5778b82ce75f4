"""Propose sigla: the language of a version and the surname of who made it."""

import re

from anyascii import anyascii

MAX_NAME = 24  # letters of a name in a siglum; longer names are cut at a word
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "phd"])


def siglum_for(language: str | None, names: tuple[str, ...] = (), *, ending: str = "") -> str:
    """Join language, surnames and an ending: ``en-weathersby``, ``en-abstract``, ``ru``.

    Args:
        language: BCP 47; only its first part is used.
        names: Of persons, as printed; at most two surnames are taken.
    """
    parts = [(language or "und").partition("-")[0].casefold()]
    parts += [slug for name in names[:2] if (slug := surname_slug(name))]
    return "-".join([*parts, ending] if ending else parts)


def surname_slug(name: str) -> str:
    """The surname in ASCII letters; of an institution its words; empty if nothing is left."""
    words = [
        word
        for word in re.findall(r"[a-z0-9]+", anyascii(name).replace("'", "").lower())
        if word not in SUFFIXES
    ]
    if not words:
        return ""
    is_institution = len(words) > 4 or words[0] in ("the", "cwihp", "nkidp")
    slug = "-".join(words[:3]) if is_institution else words[-1]
    return slug[:MAX_NAME].strip("-")


def unique_siglum(siglum: str, taken: tuple[str, ...]) -> str:
    """Number a siglum that is taken already, also without case."""
    lowered = {one.lower() for one in taken}
    number, candidate = 2, siglum
    while candidate.lower() in lowered:
        candidate, number = f"{siglum}-{number}", number + 1
    return candidate
