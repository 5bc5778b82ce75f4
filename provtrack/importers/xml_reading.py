"""Parse XML from outside: no entities, no network, no external parts, bounded depth and size.

Billion laughs, external entities and undeclared entities end in one sentence each. The character
set is told by `charsets`, so that it can be named; lxml gets UTF-8.
"""

import re

from lxml import etree

from provtrack.errors import FormatError
from provtrack.importers.charsets import Decoded, decode
from provtrack.importers.content import Content

MAX_DEPTH = 200  # below libxml2's own 256, so that our sentence comes first
DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
ASIDE = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
ROOT = re.compile(r"<[^!?\s/]")

Element = etree._Element


def parse_xml(content: Content) -> tuple[Element, Decoded]:
    """Parse a whole file.

    Returns:
        The root element, and the decoded file with its character set and findings.

    Raises:
        FormatError: Not well formed, declares or uses entities, or is too deep.
    """
    match = DECLARED.match(content.data[:400])
    decoded = decode(content, declared=match.group(1).decode("ascii") if match else None)
    text = DECLARATION.sub("", decoded.text.lstrip("\ufeff \n\t"), count=1)
    return parse_xml_text(text, content.name), decoded


def parse_xml_text(text: str, name: str) -> Element:
    """Parse decoded XML; see `parse_xml`."""
    _refuse_entities(text, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as error:
        refuse_depth(str(error.msg), name)
        raise FormatError(f"cannot read {name}: not well-formed XML: {error.msg}.") from error
    except ValueError as error:
        raise FormatError(f"cannot read {name}: not XML: {error}.") from error
    if root is None:
        raise FormatError(f"cannot read {name}: there is no XML element in it.")
    check_tree(root, name)
    return root


def refuse_depth(message: str, name: str) -> None:
    """Refuse a file by our limit where libxml2's own, which is a little higher, stopped it first.

    Args:
        message: Of libxml2.

    Raises:
        FormatError: The message is about depth.
    """
    if "depth" in message.lower():
        raise FormatError(too_deep(name))


def too_deep(name: str) -> str:
    """Say that a file is nested deeper than it may be."""
    return f"cannot read {name}: its elements are nested deeper than {MAX_DEPTH} levels."


def _refuse_entities(text: str, name: str) -> None:
    """Refuse a document that declares entities before its root element."""
    if "<!ENTITY" not in text:
        return
    prologue = ASIDE.sub("", text)
    root = ROOT.search(prologue)
    if "<!ENTITY" in prologue[: root.start() if root else None]:
        raise FormatError(
            f"cannot read {name}: it declares XML entities, which are not expanded for safety. "
            "Save it with the entities replaced by their text."
        )


def check_tree(root: Element, name: str) -> None:
    """Refuse what would be lost silently or overflow: entity references and deep nesting.

    Raises:
        FormatError: With the name of the entity, or the depth.
    """
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise FormatError(too_deep(name))
        if event == "start" and any(child.tag is etree.Entity for child in element):
            entity = next(child for child in element if child.tag is etree.Entity)
            raise FormatError(
                f"cannot read {name}: the entity {entity.text} is not declared in it. "
                "Replace it by its character."
            )


def local_name(element: Element) -> str:
    """The tag without its namespace; empty for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def plain_text(element: Element) -> str:
    """All text of an element, white space collapsed."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
