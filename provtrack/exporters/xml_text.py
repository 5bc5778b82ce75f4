"""What every XML export needs: characters that XML 1.0 can hold, and bytes of a tree."""

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

# XML 1.0 has no way to write these, not even escaped (https://www.w3.org/TR/xml/#charsets).
CONTROLS = (*range(9), 11, 12, *range(14, 32))
UNPAIRED = range(0xD800, 0xE000)  # halves of surrogate pairs
UNWRITABLE = dict.fromkeys([*CONTROLS, *UNPAIRED, 0xFFFE, 0xFFFF], "\ufffd")


def writable(text: str) -> str:
    """Return the text with U+FFFD for each character that XML cannot hold."""
    return text.translate(UNWRITABLE)


def to_bytes(root: etree._Element, *, doctype: str = "") -> bytes:
    """Serialise a tree as UTF-8 with its declaration; white space stays as it is."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    return head.encode() + etree.tostring(root, encoding="unicode").encode()


def append_text(parent: etree._Element, text: str) -> None:
    """Add text after the last child of an element, or as its first words."""
    last = parent[-1] if len(parent) else None
    if last is None:
        parent.text = (parent.text or "") + writable(text)
    else:
        last.tail = (last.tail or "") + writable(text)
