"""What the styles of an OpenDocument text say of a paragraph: heading or quotation.

A style inherits from its parent; the names of all its ancestors count, and the nearest margin that
is stated. Entry point: `OdtStyles`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provtrack.importers.odt import NAMESPACE, STYLE, hidden_styles
from provtrack.importers.publications.yielding import HEADING_STYLE, QUOTE_STYLE
from provtrack.importers.xml_reading import Element

FO = f"{{{NAMESPACE}xsl-fo-compatible:1.0}}"
LENGTH = re.compile(r"(-?\d{0,5}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)")
POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
SET_IN = 14.0  # points on the left; a step of Writer is 35, its indented text body 14
MAX_ANCESTORS = 20


@dataclass(frozen=True, slots=True)
class OdtStyle:
    """One style as it is written: its shown name, its parent, its left margin in points."""

    shown: str
    parent: str
    margin: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtStyles:
    """The paragraph styles by name, and the names of styles whose words are not shown."""

    by_name: Mapping[str, OdtStyle]
    hidden: frozenset[str]

    @classmethod
    def of(cls, parts: Sequence[Element]) -> "OdtStyles":
        """Collect the styles of all parts."""
        found = {}
        for part in parts:
            for style in part.iter(f"{STYLE}style"):
                name = style.get(f"{STYLE}name", "")
                shown = style.get(f"{STYLE}display-name") or name.replace("_20_", " ")
                parent = style.get(f"{STYLE}parent-style-name", "")
                found[name] = OdtStyle(shown, parent, _margin(style))
        return cls(by_name=found, hidden=hidden_styles(parts))

    def is_heading(self, name: str) -> bool:
        """Whether a paragraph style, or one it derives from, is that of headings or titles."""
        return any(HEADING_STYLE.match(one.shown) for one in self._line(name))

    def is_quotation(self, name: str, *, may_be_set_in: bool) -> bool:
        """Whether a paragraph style is that of quotations, by its name or by its margin.

        Args:
            may_be_set_in: Whether a margin means a quotation here: not in lists and notes.
        """
        line = self._line(name)
        if any(QUOTE_STYLE.search(one.shown) for one in line):
            return True
        margin = next((one.margin for one in line if one.margin is not None), 0.0)
        is_list = any("list" in one.shown.casefold() for one in line)
        return may_be_set_in and margin >= SET_IN and not is_list

    def _line(self, name: str) -> list[OdtStyle]:
        """A style and its ancestors, nearest first; a file may make them a circle.

        An ancestor that the file only names counts by this name.
        """
        line: list[OdtStyle] = []
        while name in self.by_name and len(line) < MAX_ANCESTORS:
            line.append(self.by_name[name])
            name = line[-1].parent
        if name not in self.by_name:
            line.append(OdtStyle(name.replace("_20_", " "), "", None))
        return line


def _margin(style: Element) -> float | None:
    """The left margin in points; None if nothing is said."""
    for properties in style.iterfind(f"{STYLE}paragraph-properties"):
        match = LENGTH.fullmatch(properties.get(f"{FO}margin-left") or "")
        if match and match[1] not in ("", "-"):
            return float(match[1]) * POINTS[match[2]]
    return None
