"""Metadata of reference managers: CSL-JSON and Tropy's JSON-LD, one item of several."""

import json

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_metadata
from provtrack.model.names import AgentKind, Role, VersionKind

LETTER = {
    "id": "ravel1961",
    "type": "manuscript",
    "title": "Note on a talk",
    "author": [{"family": "Ravel", "given": "Jan"}, {"literal": "Legation"}],
    "translator": [{"family": "Berg", "given": "Eva", "non-dropping-particle": "van den"}],
    "recipient": [{"family": "Okoro"}],
    "issued": {"date-parts": [[1961, 11, 4]]},
    "archive": "State Archive of Ostravia",
    "archive_location": "f. 4, op. 12, d. 301, l. 77",
    "language": "en",
    "rights": "https://example.org/by",
    "genre": "Note",
    "URL": "https://example.org/77",
    "abstract": "Tea was served.",
}


@pytest.fixture
def read_item(tmp_path):
    """Read metadata from a value that is written to a file first."""

    def read(value: object, fragment: str = ""):
        path = tmp_path / "items.json"
        path.write_text(json.dumps(value), "utf-8")
        return read_metadata(path.with_name(path.name + fragment))

    return read


def test_an_archival_item_is_mapped(read_item):
    about = read_item([LETTER])
    version = about.versions[0]
    assert about.titles[0].text == "Note on a talk"
    assert about.date.edtf == "1961-11-04"
    assert about.references == ("State Archive of Ostravia, f. 4, op. 12, d. 301, l. 77",)
    assert about.findings[0].message == (
        "The archival reference was put together from the fields archive, archive_location."
    )
    assert (about.type, about.rights[0].uri) == ("Note", "https://example.org/by")
    assert [(one.name, one.kind) for one in about.people] == [
        ("Jan Ravel", AgentKind.PERSON),
        ("Legation", AgentKind.UNKNOWN),
    ]
    assert [(one.name, one.role) for one in version.agents] == [
        ("Eva van den Berg", Role.TRANSLATED)
    ]
    assert (version.kind, version.language, version.siglum) == (
        VersionKind.TRANSLATION,
        "en",
        "en-berg",
    )
    assert (version.origin, version.published_in) == ("https://example.org/77", ())


def test_fields_without_a_place_are_kept_as_printed_fields(read_item):
    assert [(one.name, one.value) for one in read_item(LETTER).printed_fields] == [
        ("CSL: type", "manuscript"),
        ("CSL: recipient", "Okoro"),
        ("CSL: abstract", "Tea was served."),
    ]


@pytest.mark.parametrize(
    ("date", "edtf", "words"),
    [
        ({"date-parts": [[1961]]}, "1961", None),
        ({"date-parts": [["1961", "2"]]}, "1961-02", None),
        ({"date-parts": [[1961, 2], [1961, 3]]}, "1961-02/1961-03", None),
        ({"date-parts": [[1961]], "circa": True}, "1961~", None),
        ({"raw": "4 November 1961"}, "1961-11-04", "4 November 1961"),
        ({"literal": "soon after"}, None, "soon after"),
        ({"date-parts": [[1961, 13]]}, None, "1961-13"),
        ({"date-parts": [[[]]]}, None, None),
        ("1961-11", "1961-11", "1961-11"),
    ],
)
def test_dates_are_read(read_item, date, edtf, words):
    about = read_item({"type": "manuscript", "issued": date})
    if edtf is None and words is None:
        assert about.date is None
    else:
        assert (about.date.edtf, about.date.verbatim) == (edtf, words)


def test_of_a_published_item_the_date_is_that_of_the_publication(read_item):
    about = read_item(
        {
            "type": "article-journal",
            "title": "Talk",
            "container-title": "Tea Studies",
            "volume": 12,
            "page": "3-9",
            "issued": {"date-parts": [[1990]]},
            "original-date": {"date-parts": [[1961, 11, 4]]},
        }
    )
    assert about.date.edtf == "1961-11-04"
    assert about.versions[0].published_in == ("Tea Studies, 12, 1990, 3-9",)


TROPY = {
    "@context": {
        "@vocab": "https://tropy.org/v1/tropy#",
        "heading": {"@id": "http://purl.org/dc/elements/1.1/title"},
        "writer": {"@id": "http://purl.org/dc/elements/1.1/creator"},
        "when": {"@id": "http://purl.org/dc/elements/1.1/date"},
        "audience": {"@id": "http://purl.org/dc/terms/audience"},
    },
    "@graph": [
        {
            "@type": "Item",
            "template": "https://tropy.org/v1/templates/generic",
            "heading": "Note on a talk",
            "writer": ["Jan Ravel", "Lu Okoro"],
            "when": {"@type": "date", "@value": "1961-11-04"},
            "archive": "State Archive",
            "collection": "Fond 4",
            "box": "12",
            "rights": "All rights reserved.",
            "audience": "Minister",
            "photo": [{"@type": "Photo", "title": "p1"}],
        }
    ],
}


def test_an_item_of_tropy_is_mapped_by_its_context(read_item):
    about = read_item(TROPY)
    assert about.titles[0].text == "Note on a talk"
    assert [one.name for one in about.people] == ["Jan Ravel", "Lu Okoro"]
    assert about.date.edtf == "1961-11-04"
    assert about.references == ("State Archive, Fond 4, box 12",)
    assert about.rights[0].text == "All rights reserved."
    assert [(one.name, one.value) for one in about.printed_fields] == [
        ("Tropy: audience", "Minister")
    ]


def test_names_with_a_prefix_are_read_without_a_context(read_item):
    about = read_item({"@graph": [{"dcterms:title": "Talk", "dc:creator": "Ravel"}]})
    assert (about.titles[0].text, about.people[0].name) == ("Talk", "Ravel")


def test_of_several_items_one_must_be_named(read_item):
    items = [LETTER, {"id": "b", "type": "book", "title": "Tea"}]
    assert read_item(items, "#b").titles[0].text == "Tea"
    with pytest.raises(UsageError, match=r"2 items, say which: .*ravel1961 \(Note on a talk\); b"):
        read_item(items)
    with pytest.raises(UsageError, match="none of them named 'c'"):
        read_item(items, "#c")


def test_a_language_in_words_is_told(read_item):
    about = read_item({"type": "book", "language": "English"})
    assert (about.versions[0].language, about.findings[0].code) == (None, "IMP303")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "it is not JSON"),
        ("[]", "neither CSL-JSON nor JSON-LD"),
        ("3", "neither CSL-JSON nor JSON-LD"),
        ('[{"type": "book"}, 3]', "neither CSL-JSON nor JSON-LD"),
        ('{"@graph": []}', "there is no item"),
        ("[" * 100_000, "nested too deep"),
        ('{"type": "book", "title": "\\ud800"}', "lone surrogate"),
    ],
)
def test_broken_files_are_refused_with_a_sentence(tmp_path, text, message):
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(FormatError, match=message):
        read_metadata(path)


def test_values_of_other_types_are_left_out(read_item):
    about = read_item(
        {"type": "manuscript", "title": {"a": 1}, "author": "Ravel", "issued": 3, "URL": [None]}
    )
    assert (about.titles, about.people, about.versions[0].origin) == ((), (), None)
