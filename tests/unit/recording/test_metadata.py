"""Metadata of their own file: over what the text's file says, under the recorder's options."""

import json

from provtrack.recording import plan_recording, read_options

ITEM = {
    "type": "manuscript",
    "title": "Note on a talk",
    "author": [{"literal": "Jan Ravel"}],
    "translator": [{"literal": "Eva Berg"}],
    "language": "en",
    "archive_location": "f. 4, op. 12",
}


def planned(store, tmp_path, **options: str):
    """Plan to record a page with a title of its own and an item of metadata."""
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=de><title>Page</title><meta name=author content=Web><body><p>Tea.", "utf-8"
    )
    metadata = tmp_path / "items.json"
    metadata.write_text(json.dumps([ITEM]), "utf-8")
    given = read_options({"document": "talk-1961", **options})
    return plan_recording(store, page, given, metadata=metadata)


def test_metadata_goes_before_what_the_file_says(store, tmp_path):
    plan = planned(store, tmp_path)
    version = plan.versions[0].version
    assert plan.document.title == "Note on a talk"
    assert [one.name for one in plan.document.people] == ["Jan Ravel"]
    assert plan.document.references == ("f. 4, op. 12",)
    assert (version.siglum, version.kind, version.language) == ("en-berg", "translation", "en")


def test_options_go_before_metadata(store, tmp_path):
    plan = planned(store, tmp_path, title="Tea", siglum="E1", language="en-GB")
    assert plan.document.title == "Tea"
    assert (plan.versions[0].siglum, plan.versions[0].version.language) == ("E1", "en-GB")
