"""The words by which a page of the Wilson Center Digital Archive tells what stands below them."""

import re

from provtrack.text.language_names import LANGUAGE_NAMES

SECTION = "document information"
SUMMARY = "summary"
BODY = "text"

# Words as printed, in lower case, without colon, number sign and plural in brackets.
KEYS = {
    "document information": SECTION,
    "document summary": SUMMARY,
    "summary": SUMMARY,
    "abstract": SUMMARY,
    "document text": BODY,
    "full text": BODY,
    "transcript": BODY,
    "translation": BODY,
    "english translation": BODY,
    "source": "source",
    "sources": "source",
    "original archive": "archive",
    "archive": "archive",
    "repository": "archive",
    "rights": "rights",
    "copyright": "rights",
    "original uploaded date": "uploaded",
    "original upload date": "uploaded",
    "uploaded date": "uploaded",
    "upload date": "uploaded",
    "document type": "type",
    "record type": "type",
    "type": "type",
    "language": "language",
    "languages": "language",
    "original language": "language",
    "record id": "record",
    "record": "record",
    "original classification": "classification",
    "classification": "classification",
    "donor": "donors",
    "donors": "donors",
    "author": "authors",
    "authors": "authors",
    "creator": "authors",
    "creators": "authors",
    "contributor": "contributors",
    "contributors": "contributors",
    "document contributor": "contributors",
    "document contributors": "contributors",
    "credits": "credits",
    "associated place": "places",
    "associated places": "places",
    "subject discussed": "subjects",
    "subjects discussed": "subjects",
    "subjects": "subjects",
    "keywords": "subjects",
    "associated people and organizations": "people",
    "associated people": "people",
    "people and organizations": "people",
    "related documents": "related",
    "from the collection": "collections",
    "from the collections": "collections",
    "collection": "collections",
    "collections": "collections",
    "publication": "publication",
    "original publication": "publication",
    "published in": "publication",
    "citation": "citation",
    "permalink": "permalink",
}

# These end the text of the document even before "Document Information".
PILLS = frozenset(["authors", "places", "subjects", "people", "contributors", "collections"])
CERTAIN = frozenset(
    ["source", "archive", "rights", "uploaded", "record", "classification", "donors", "language"]
)

CHROME = frozenset(
    """
    skip to content|skip to main content|skip to main navigation|main navigation|menu|search|home
    documents|print|share|share this|download|download pdf|view pdf|pdf|email|facebook|twitter|x
    linkedin|cite|copy link|back to top|breadcrumb|digital archive|wilson center|close|show more
    wilson center digital archive|international history declassified|view document|read more
    add to my archive|toggle navigation|browse|collections|topics|places|timelines|about|donate
    english html|english pdf|original pdf|scan|download document|view original|show less
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
)

LANGUAGES = {name.casefold(): tag for tag, name in LANGUAGE_NAMES.items() if tag != "und"}
LANGUAGES |= {"farsi": "fa", "dari": "prs", "mandarin": "cmn", "serbo-croatian": "sh"}
LANGUAGES |= {"slovene": "sl", "uighur": "ug", "flemish": "nl", "myanmar": "my"}


def key_of(line: str) -> str | None:
    """Say which heading a line is; None if it is none."""
    words = re.sub(r"\(s\)|[:#*]", "", line).replace("&", "and")
    return KEYS.get(" ".join(words.split()).casefold())


def is_chrome(line: str) -> bool:
    """Whether a line belongs to the page, not to the document."""
    words = " ".join(line.split()).casefold().strip(" :|›»-")
    tab = re.fullmatch(r"(\w+)( html| pdf| transcript| text| scan)?", words)
    return words in CHROME or bool(tab and tab.group(1) in LANGUAGES)


def language_of(words: str) -> str | None:
    """BCP 47 tag of a language named in English; None if it is not on the list."""
    return LANGUAGES.get(words.strip().casefold())
