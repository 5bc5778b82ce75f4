"""What TMX 1.4b asks of the elements that provtrack writes, as a check of our own.

Written from the specification (LISA OSCAR, 26 April 2005); the DTD itself is not part of this
project. `tests/conformance/test_tmx_is_valid.py` checks against the DTD where it can be had.
"""

import re
from collections.abc import Iterator

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SEGMENT_TYPES = ("block", "paragraph", "sentence", "phrase")

# Children of each element, as a pattern over their names, each followed by a blank.
CHILDREN = {
    "tmx": "header body ",
    "header": "((note|prop|ude) )*",
    "body": "(tu )*",
    "tu": "((note|prop) )*(tuv )+",
    "tuv": "((note|prop) )*seg ",
    "seg": "((bpt|ept|ph|it|hi|ut) )*",
    "prop": "",
    "note": "",
}
HOLDS_TEXT = {"seg", "prop", "note"}

MAKING = {"creationdate", "creationid", "changedate", "changeid", "o-encoding"}
USE = {"creationtool", "creationtoolversion", "usagecount", "lastusagedate", "datatype", "o-tmf"}
REQUIRED = {
    "tmx": {"version"},
    "header": {
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
        "datatype",
    },
    "tuv": {XML_LANG},
    "prop": {"type"},
}  # fmt: skip
OPTIONAL = {
    "header": MAKING,
    "tu": MAKING | USE | {"tuid", "segtype", "srclang"},
    "tuv": MAKING | USE,
    "prop": {XML_LANG, "o-encoding"},
    "note": {XML_LANG, "o-encoding"},
}


def faults(root: etree._Element) -> list[str]:
    """List what is against the rules, in document order."""
    if root.tag != "tmx" or root.get("version") != "1.4":
        return ["not a TMX document of version 1.4"]
    return [fault for element in root.iter() for fault in _of(element)]


def _of(element: etree._Element) -> Iterator[str]:
    name = element.tag
    if name not in CHILDREN:
        yield f"{name}: no element of TMX that provtrack writes"
        return
    if not re.fullmatch(CHILDREN[name], "".join(f"{child.tag} " for child in element)):
        yield f"{name}: children {[child.tag for child in element]}"
    given = set(element.attrib)
    required = REQUIRED.get(name, set())
    for missing in sorted(required - given):
        yield f"{name}: no {missing}"
    for strange in sorted(given - required - OPTIONAL.get(name, set())):
        yield f"{name}: {strange} is not known"
    if element.get("segtype", "block") not in SEGMENT_TYPES:
        yield f"{name}: segtype {element.get('segtype')}"
    texts = [element.text, *(child.tail for child in element)]
    if name not in HOLDS_TEXT and any((text or "").strip() for text in texts):
        yield f"{name}: text where only elements may stand"
