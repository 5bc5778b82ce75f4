"""provtrack record: metadata of a reference manager, folders of pages."""

import json


def test_record_takes_metadata_of_a_reference_manager(run, project):
    item = {"type": "manuscript", "title": "Tea talk", "language": "en", "translator": []}
    (project / "items.json").write_text(json.dumps([item]), "utf-8")
    words = ("--document", "tea-1961", "--siglum", "E1", "--kind", "translation")
    assert run("record", "e1.txt", *words, "--metadata", "items.json").code == 0
    assert "Tea talk" in run("show", "tea-1961").out


def test_metadata_of_one_version_does_not_go_with_a_catalogue(run, project):
    ran = run("record", "--catalogue", "a.csv", "--metadata", "items.json")
    assert ran.code == 2
    assert "leave out --metadata" in ran.err


def test_record_takes_a_folder_of_pages(run, project):
    (project / "pages").mkdir()
    page = (
        "<PcGts><Page imageFilename='1.jpg'><TextRegion><TextLine><TextEquiv><Unicode>Tea."
        "</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"
    )
    (project / "pages" / "1.xml").write_text(page, "utf-8")
    words = ("--document", "tea-1961", "--siglum", "R", "--language", "en")
    assert run("record", "pages", *words).code == 0
    assert run("show", "tea-1961:R", "--text").out == "Tea."
    assert run("verify").code == 0
