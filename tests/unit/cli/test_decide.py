"""provtrack decide and undecide at the keyboard."""

import csv
import io
import json

import pytest

PAIR = ("oder-1962:E1", "oder-1962:E2")


@pytest.fixture
def pair(run, project):
    """Add a second translation that differs in two places, and give the ids of the changes."""
    (project / "e2.txt").write_text("The envoy did sign.\n\nHe left on 3 May.\n", "utf-8")
    run("record", "e2.txt", "--document", "oder-1962", "--siglum", "E2", "--kind", "translation",
        "--language", "en")  # fmt: skip
    rows = csv.DictReader(io.StringIO(run("compare", *PAIR, "--format", "csv").out))
    return [row["id"] for row in rows]


def test_decide_records_an_act_and_the_data_show_it(run, pair):
    assert run("decide", *PAIR, "--change", pair[0], "--note", "read together").code == 0
    assert "read together" in run("log", "oder-1962").out
    beads = json.loads(run("compare", *PAIR, "--format", "json").out)["witnesses"][0]["beads"]
    decision = beads[0]["changes"][0]["decision"]
    assert (decision["by"], decision["status"], decision["note"]) == (
        "Anna Petrova", "settled", "read together",
    )  # fmt: skip


def test_decide_without_a_change_lists_what_is_decided(run, pair):
    run("decide", *PAIR, "--change", pair[0], "--nature", "wording", "--by", "O. Brand")
    listed = run("decide", *PAIR).out
    assert pair[0] in listed
    assert "Settled as wording, substantive, by O. Brand" in listed


def test_nothing_decided_is_said(run, pair):
    assert run("decide", *PAIR).out == "nothing is decided\n"


def test_an_opinion_on_no_change_is_wrong_use(run, pair):
    ran = run("decide", *PAIR, "--nature", "wording")
    assert (ran.code, "--change ID" in ran.err) == (2, True)


def test_the_report_shows_the_id_of_a_change_and_the_decision_on_it(run, project, pair):
    run("decide", *PAIR, "--change", pair[0], "--status", "query", "--note", "Which?")
    ran = run("compare", *PAIR, "--output", "report.html")
    page = (project / "report.html").read_text("utf-8")
    assert f'<a class="id" id="{pair[0]}" href="#{pair[0]}">{pair[0]}</a>' in page
    assert "Queried by Anna Petrova" in page
    assert "Anna Petrova asks at" in ran.err


def test_undecide_takes_a_decision_back(run, pair):
    run("decide", *PAIR, "--change", pair[0])
    assert run("undecide", *PAIR, "--change", pair[0].upper(), "--reason", "misread").code == 0
    assert run("decide", *PAIR).out == "nothing is decided\n"


def test_undecide_of_nothing_named_is_wrong_use(run, pair):
    assert run("undecide", *PAIR, "--reason", "x").code == 2


def test_correct_reports_a_decision_whose_words_are_gone(run, project, pair):
    run("decide", *PAIR, "--change", pair[0])
    (project / "e1b.txt").write_text("The envoy did sign.\n\nHe left on 2 May.\n", "utf-8")
    assert "REV101" in run("correct", "oder-1962:E1", "e1b.txt", "--reason", "misread").err
    assert "orphan" in run("decide", *PAIR).out
    assert "is on a change not found here" in run("compare", *PAIR).err
