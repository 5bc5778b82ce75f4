"""The versions of a collation as columns of a report: short name, language, direction, class."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from provtrack.model.comparison import Collation, ComparedVersion, Comparison
from provtrack.model.names import VersionKind
from provtrack.provenance.naming import kind_in_words
from provtrack.text.languages import direction_of, share_language

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One version as a column.

    Attributes:
        siglum: Short and unique on the page; a letter for a plain file.
        column: 0 for the base, then the witnesses in order.
        css: Classes of its column: its number, and "ca" for the base, "cw" for a witness, "cx"
            for one in another language, "cc" for an abstract.
        shares_language: With the base.
        is_abstract: Covered clause by clause, not aligned.
        is_compared: A witness that is read word by word against the base.
        attributes: Of every element with its words: " lang=... dir=...".
    """

    version: ComparedVersion
    siglum: str
    column: int
    css: str
    direction: str
    shares_language: bool
    is_abstract: bool
    is_compared: bool
    attributes: Markup

    @property
    def language(self) -> str:
        """BCP 47."""
        return self.version.language

    @property
    def is_excerpt(self) -> bool:
        """Tell whether it is meant to hold a part: what it leaves out is no difference."""
        return self.version.kind is VersionKind.EXCERPT

    @property
    def kind_name(self) -> str:
        """Kind and language in words: "English translation"; "English text" for a plain file."""
        return kind_in_words(self.version.kind, self.language)


def sides_of(collation: Collation) -> tuple[Side, ...]:
    """Name the base and each witness for the page, in this order."""
    versions = (collation.base, *collation.witnesses)
    sigla = tuple(_sigla(versions))
    return tuple(
        _side(version, siglum, column, collation.base.language)
        for column, (version, siglum) in enumerate(zip(versions, sigla, strict=True))
    )


def _side(version: ComparedVersion, siglum: str, column: int, base_language: str) -> Side:
    """Make a column."""
    shares_language = share_language(base_language, version.language)
    is_abstract = column > 0 and _is_covered(version)
    if column == 0:
        role = "ca"
    elif is_abstract:
        role = "cc"
    else:
        role = "cw" if shares_language else "cx"
    direction = direction_of(version.language)
    return Side(
        version=version,
        siglum=siglum,
        column=column,
        css=f"c{column} {role}",
        direction=direction,
        shares_language=shares_language,
        is_abstract=is_abstract,
        is_compared=role == "cw",
        attributes=Markup(' lang="{}" dir="{}"').format(version.language, direction),
    )


def css_string(words: str) -> Markup:
    """Write words as a string of CSS that can stand in a style element."""
    inner = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in words)
    return Markup(f'"{inner}"')  # noqa: S704 - letters, digits and escapes only


def _is_covered(version: ComparedVersion) -> bool:
    """Tell whether a witness is an abstract that was covered rather than aligned."""
    return (
        isinstance(version, Comparison)
        and not version.beads
        and (version.kind is VersionKind.ABSTRACT or bool(version.coverage))
    )


def _sigla(versions: tuple[ComparedVersion, ...]) -> Iterator[str]:
    """Give each version a short name: its siglum, with revision or document where two are alike.

    A plain file gets the next letter that no version has for its siglum.
    """
    taken = [version.siglum for version in versions if version.siglum]
    letters = iter([letter for letter in LETTERS if letter not in taken])
    for number, version in enumerate(versions, start=1):
        if version.siglum is None:
            yield next(letters, f"V{number}")
        elif taken.count(version.siglum) == 1:
            yield version.siglum
        elif len({v.document for v in versions if v.siglum == version.siglum}) > 1:
            yield f"{version.document}:{version.siglum}"
        else:
            yield f"{version.siglum}@{version.revision}"
