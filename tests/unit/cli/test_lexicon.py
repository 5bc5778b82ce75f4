"""The lexicon on the command line: listed, used, left out, and named in the report."""

import json

import pytest

from provtrack.store import Store
from tests.two_languages import aligned_act, paragraphs, translated

SHORT = paragraphs(5, seed=9)


@pytest.fixture
def taught(run, tmp_path):
    """Make a project that has something to teach, and two plain files."""
    run("init", ".", "--by", "A. Editor")
    store = Store.open(tmp_path / "versions")
    store.record("older", aligned_act("older", paragraphs(20, seed=1)))
    (tmp_path / "r.txt").write_text("\n\n".join(SHORT), "utf-8")
    (tmp_path / "e.txt").write_text("\n\n".join(translated(SHORT)), "utf-8")
    return tmp_path


TAGS = ("--base-language", "ru", "--witness-language", "en")


def test_lexicon_lists_the_surest_correspondences_first(run, taught):
    found = json.loads(run("lexicon", "en", "ru", "--format", "json").out)
    counts = [row["count"] for row in found["correspondences"]]
    assert (found["languages"], counts) == (["en", "ru"], sorted(counts, reverse=True))
    assert ("river", "река") in {(row["base"], row["witness"]) for row in found["correspondences"]}


def test_lexicon_is_printed_for_people(run, taught):
    ran = run("lexicon", "ru", "en", "--most", "3")
    assert len(ran.out.splitlines()) == 4
    assert "sha256" in ran.err


def test_lexicon_of_languages_without_alignments_says_so(run, taught):
    assert "No recorded alignment" in run("lexicon", "de", "en").err


def test_lexicon_needs_two_languages(run, taught):
    assert run("lexicon", "en", "en-GB").code == 2


def test_plain_files_in_a_project_are_aligned_with_its_lexicon(run, taught):
    known = run("align", "r.txt", "e.txt", *TAGS).out
    assert run("align", "r.txt", "e.txt", *TAGS, "--no-lexicon").out != known


def test_comparison_names_the_lexicon(run, taught):
    digest = json.loads(run("lexicon", "ru", "en", "--format", "json").out)["sha256"]
    found = json.loads(run("compare", "r.txt", "e.txt", *TAGS, "--format", "json").out)
    assert ["lexicon of e.txt", digest] in found["settings"]


def record(run, siglum, file, *more):
    common = ("--document", "letter", "--siglum", siglum)
    assert run("record", file, *common, *more).code == 0


def record_both(run):
    """Record both files, so that no alignment of them is stored."""
    record(run, "R", "r.txt", "--kind", "transcription", "--language", "ru")
    record(run, "E", "e.txt", "--kind", "translation", "--language", "en")


def test_report_made_with_a_lexicon_is_verified(run, taught):
    record_both(run)
    run("compare", "letter:R", "letter:E")
    report = "reports/letter.R--E.html"
    assert "lexicon of E = " in (taught / report).read_text("utf-8")
    assert "nothing wrong" in run("verify", "--against", report).err


def test_report_made_without_the_lexicon_is_verified(run, taught):
    record_both(run)
    run("compare", "letter:R", "letter:E", "--no-lexicon")
    assert "nothing wrong" in run("verify", "--against", "reports/letter.R--E.html").err


def test_verify_says_that_the_lexicon_has_changed(run, taught):
    record_both(run)
    run("compare", "letter:R", "letter:E")
    Store.open(taught / "versions").record("new", aligned_act("new", paragraphs(20, seed=2)))
    ran = run("verify", "--against", "reports/letter.R--E.html")
    assert (ran.code, "STO102" in ran.out + ran.err) == (0, True)


@pytest.mark.parametrize("command", ["align", "compare"])
def test_that_no_lexicon_changes_nothing_recorded_is_said(run, project, command):
    ran = run(command, "oder-1962:R", "oder-1962:E1", "--no-lexicon")
    assert "--no-lexicon has no effect: what is recorded is kept" in ran.err


def test_report_names_no_lexicon_only_where_it_had_an_effect(run, taught):
    record_both(run)
    run("compare", "letter:R", "letter:E", "--no-lexicon")
    assert "letter:E --no-lexicon" in (taught / "reports/letter.R--E.html").read_text("utf-8")


def test_report_of_a_recorded_pair_names_no_option_without_effect(run, project):
    run("compare", "oder-1962:R", "oder-1962:E1", "--no-lexicon")
    report = project / "reports/oder-1962.R--E1.html"
    assert "--no-lexicon" not in report.read_text("utf-8")
    assert "nothing wrong" in run("verify", "--against", report).err
