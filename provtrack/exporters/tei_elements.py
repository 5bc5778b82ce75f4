"""Making elements of TEI, with what XML can hold of words and attributes."""

import re

from lxml import etree

from provtrack.exporters.xml_text import writable

TEI = "{http://www.tei-c.org/ns/1.0}"
# What @when takes of EDTF: no seasons, nothing uncertain.
W3C_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
POINTER = re.compile(r"[!-~]+")


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of the TEI namespace."""
    child = etree.SubElement(parent, TEI + name, {k: writable(v) for k, v in attributes.items()})
    if text:
        child.text = writable(text)
    return child
