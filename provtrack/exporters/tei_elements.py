"""Making elements of TEI, with what XML can hold of words and attributes."""

import re

from lxml import etree

from provtrack.exporters.xml_text import writable

TEI = "{http://www.tei-c.org/ns/1.0}"
W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")  # what @when takes of EDTF
POINTER = re.compile(r"[!-~]+")


def add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element of the TEI namespace."""
    child = etree.SubElement(parent, TEI + name, {k: writable(v) for k, v in attributes.items()})
    if text:
        child.text = writable(text)
    return child
