"""provtrack.cli: what a person at the keyboard meets."""

import json

import pytest


def test_list_shows_each_version(run, project):
    ran = run("list")
    assert [line.split()[:3] for line in ran.out.splitlines()[1:]] == [
        ["oder-1962", "E1", "translation"],
        ["oder-1962", "R", "transcription"],
    ]


def test_list_as_json_names_documents_and_sigla(run, project):
    fields = json.loads(run("list", "--format", "json").out)
    assert [v["siglum"] for v in fields["documents"][0]["versions"]] == ["E1", "R"]


def test_show_says_that_the_source_is_recorded(run, project):
    assert "translated by Ivo Kern" in run("show", "oder-1962").out


def test_show_text_prints_the_recorded_text_exactly(run, project):
    assert run("show", "oder-1962:R", "--text").out == "Посол не подписал.\n\nОн уехал 2 мая.\n"


def test_show_of_a_version_as_json_has_its_digest(run, project):
    assert len(json.loads(run("show", "oder-1962:E1", "--format", "json").out)["text_sha256"]) == 64


def test_log_has_one_line_per_act(run, project):
    assert len(run("log", "oder-1962").out.splitlines()) == 3


def test_describe_amends_the_title_and_says_so(run, project):
    ran = run("describe", "oder-1962", "--title", "A letter", "--reason", "read on the cover")
    assert ran.code == 0
    assert "A letter" in run("show", "oder-1962").out


def test_correct_makes_a_second_revision_and_keeps_the_first(run, project):
    (project / "e1b.txt").write_text("The envoy refused to sign.\n", "utf-8")
    assert run("correct", "oder-1962:E1", "e1b.txt", "--reason", "misread").code == 0
    assert run("show", "oder-1962:E1@1", "--text").out.startswith("The envoy did not sign.")
    assert run("show", "oder-1962:E1", "--text").out == "The envoy refused to sign.\n"


def test_align_of_plain_files_prints_tab_separated_beads(run, project):
    lines = run("align", "r.txt", "e1.txt").out.splitlines()
    assert all(len(line.split("\t")) == 3 for line in lines)


@pytest.mark.parametrize("command", ["align", "compare"])
def test_texts_that_have_nothing_in_common_are_said_to(run, tmp_path, command):
    (tmp_path / "one.txt").write_text("The harbour froze over before Christmas.\n" * 3, "utf-8")
    (tmp_path / "two.txt").write_text("Copper prices doubled within eighteen weeks.\n", "utf-8")
    ran = run(command, "one.txt", "two.txt", "--paragraphs", "line")
    assert ran.code == 0
    assert "No paragraph of two.txt answers one of one.txt" in ran.err
    assert "record both and pin a few paragraphs" in ran.err


SHARED = "The envoy reached Ladakh on the second day of May and met nobody.\n"
ONE = (
    SHARED
    + """The harbour froze over before Christmas.
Copper prices doubled within eighteen weeks.
My grandmother kept bees behind the old mill.
Nobody remembers who painted that ceiling.
Seven students failed their examination twice.
"""
)
OTHER = (
    SHARED
    + """We danced until the orchestra fell asleep, and walked home along the canal.
Tickets cost thirty roubles everywhere else, which the consul thought excessive.
Eleven wolves howled outside the monastery while the abbot finished his soup.
His violin had been repaired badly abroad and never sounded right thereafter.
Rain delayed the harvest; peasants sold their horses to pay the tax collector.
"""
)


@pytest.mark.parametrize("command", ["align", "compare"])
def test_that_only_few_paragraphs_answer_each_other_is_said(run, tmp_path, command):
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(OTHER, "utf-8")
    ran = run(command, "one.txt", "two.txt", "--paragraphs", "line")
    assert "Few paragraphs of one.txt and two.txt answer each other" in ran.err


def test_report_says_in_its_findings_that_few_paragraphs_answer_each_other(run, tmp_path):
    (tmp_path / "one.txt").write_text(ONE, "utf-8")
    (tmp_path / "two.txt").write_text(OTHER, "utf-8")
    run("compare", "one.txt", "two.txt", "--paragraphs", "line")
    assert "the two may have little to do with" in (tmp_path / "one--two.html").read_text("utf-8")


def test_align_at_sentence_level_prints_paragraph_and_sentence(run, project):
    lines = run("align", "r.txt", "e1.txt", "--level", "sentence").out.splitlines()
    assert lines[0].split("\t")[:2] == ["0.0", "0.0"]


def test_align_at_sentence_level_writes_every_format(run, project):
    for name, told in (("tmx", 'segtype="sentence"'), ("json", '"sentences"')):
        assert told in run("align", "r.txt", "e1.txt", "--level=sentence", "--format", name).out


def test_align_of_recorded_versions_gives_the_recorded_alignment(run, project):
    path = project / "versions/oder-1962"
    stored = next(path.rglob("R--E1.json"))
    beads = json.loads(stored.read_bytes())["alignment"]["beads"]
    lines = run("align", "oder-1962:R", "oder-1962:E1").out.splitlines()
    assert len(lines) == len(beads)


def test_compare_writes_its_report_beside_the_store(run, project):
    ran = run("compare", "oder-1962:R", "oder-1962:E1")
    assert ran.out.strip() == str(project / "reports/oder-1962.R--E1.html")
    assert (
        (project / "reports/oder-1962.R--E1.html").read_text("utf-8").startswith("<!doctype html>")
    )


def test_compare_twice_gives_the_same_bytes(run, project):
    run("compare", "oder-1962:R", "oder-1962:E1")
    first = (project / "reports/oder-1962.R--E1.html").read_bytes()
    assert run("compare", "oder-1962:R", "oder-1962:E1").code == 0
    assert (project / "reports/oder-1962.R--E1.html").read_bytes() == first


@pytest.mark.parametrize("name", ["json", "csv", "md", "tei"])
def test_compare_prints_data_to_stdout(run, project, name):
    ran = run("compare", "oder-1962:R", "oder-1962:E1", "--format", name)
    assert ran.code == 0
    assert ran.out


def test_the_ending_of_the_output_tells_its_format(run, project):
    run("compare", "oder-1962:R", "oder-1962:E1", "--output", "out.json")
    assert json.loads((project / "out.json").read_text("utf-8"))["format"] == 1


def test_the_ending_of_the_output_tells_the_format_of_an_alignment(run, project):
    run("align", "oder-1962:R", "oder-1962:E1", "--output", "out.tmx")
    assert b"<tmx version=" in (project / "out.tmx").read_bytes()
    run("align", "oder-1962:R", "oder-1962:E1", "--output", "out.txt")
    assert (project / "out.txt").read_text("utf-8").startswith("0\t")


@pytest.mark.parametrize("command", ["align", "compare"])
def test_character_set_that_cannot_be_told_is_named_as_the_message_says(run, tmp_path, command):
    (tmp_path / "a.txt").write_bytes("Он уехал.".encode("cp866"))
    (tmp_path / "b.txt").write_text("Он не уехал.", "utf-8")
    refused = run(command, "a.txt", "b.txt")
    assert (refused.code, "--charset NAME" in refused.err) == (3, True)
    done = run(command, "a.txt", "b.txt", "--charset", "cp866", "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["base"]["paragraphs"] == ["Он уехал."]


def test_file_that_is_utf8_is_read_as_that_whatever_set_is_named(run, tmp_path):
    (tmp_path / "a.txt").write_text("Он не уехал.", "utf-8")
    (tmp_path / "b.txt").write_bytes("Он уехал.".encode("cp866"))
    found = json.loads(run("align", "a.txt", "b.txt", "--charset", "cp866", "--format", "json").out)
    assert found["base"]["paragraphs"] == ["Он не уехал."]


def test_unknown_character_set_is_refused_though_all_files_are_utf8(run, project):
    ran = run("align", "r.txt", "e1.txt", "--charset", "koi-99")
    assert "koi-99" in ran.err
    assert ran.code != 0


def test_report_names_the_options_by_which_plain_files_were_read(run, project):
    options = ("--paragraphs", "line", "--base-language", "ru", "--witness-language", "en")
    run("compare", "r.txt", "e1.txt", *options, "--output", "out.html")
    command = "provtrack compare r.txt e1.txt " + " ".join(options)
    assert command in (project / "out.html").read_text("utf-8")


def test_describe_without_anything_to_amend_says_what_can_be(run, project):
    ran = run("describe", "oder-1962", "--reason", "none")
    assert ran.code == 2
    assert "--title" in ran.err


def test_compare_of_plain_files_needs_no_store_and_writes_only_the_report(run, tmp_path):
    (tmp_path / "a.txt").write_text("The envoy did not sign the note.", "utf-8")
    (tmp_path / "b.txt").write_text("The envoy did sign the note.", "utf-8")
    run("compare", "a.txt", "b.txt", "--base-language", "en", "--witness-language", "en")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a--b.html", "a.txt", "b.txt"]


def test_a_foreign_file_is_not_replaced_without_force(run, project):
    (project / "out.html").write_text("my own page", "utf-8")
    ran = run("compare", "oder-1962:R", "oder-1962:E1", "--output", "out.html")
    assert ran.code == 2
    assert (project / "out.html").read_text("utf-8") == "my own page"


def test_verify_is_content_with_a_whole_store(run, project):
    assert run("verify").code == 0


def test_verify_knows_the_report_it_made(run, project):
    run("compare", "oder-1962:R", "oder-1962:E1")
    assert run("verify", "--against", "reports/oder-1962.R--E1.html").code == 0


def test_verify_tells_of_a_report_that_was_altered(run, project):
    run("compare", "oder-1962:R", "oder-1962:E1")
    report = project / "reports/oder-1962.R--E1.html"
    report.write_text(report.read_text("utf-8").replace("did not sign", "did sign"), "utf-8")
    ran = run("verify", "--against", report)
    assert ran.code == 1
    assert "STO101" in ran.out


def test_verify_says_that_the_page_of_an_earlier_state_was_not_checked(run, project):
    run("compare", "oder-1962:R", "oder-1962:E1")
    run("note", "oder-1962:R", "leaf 2 is torn")
    ran = run("verify", "--against", "reports/oder-1962.R--E1.html")
    assert ran.code == 0
    assert "STO102" in ran.out


def test_the_report_of_an_older_revision_does_not_replace_that_of_the_newest(run, project):
    (project / "e1b.txt").write_text("The envoy refused to sign.\n", "utf-8")
    run("correct", "oder-1962:E1", "e1b.txt", "--reason", "misread")
    assert run("compare", "oder-1962:R", "oder-1962:E1@1").out.strip().endswith("R--E1@1.html")
    assert run("compare", "oder-1962:E1@1", "oder-1962:E1").out.strip().endswith("E1@1--E1.html")


def test_show_says_that_a_text_is_damaged(run, project):
    next((project / "versions/oder-1962").rglob("E1/text.txt")).write_text("Other.", "utf-8")
    assert run("show", "oder-1962:E1").code == 3


def test_control_characters_of_a_title_are_shown_not_obeyed(run, project):
    (project / "page.html").write_text(
        "<html lang='en'><title>A &#27;[31mletter</title><p>The envoy came.</p></html>", "utf-8"
    )
    ran = run(
        "record", "page.html", "--document", "p", "--siglum", "E", "--kind", "edition", "--dry-run"
    )
    assert "\x1b" not in ran.out + ran.err


def test_a_misspelled_file_is_said_to_be_missing(run, project):
    ran = run("compare", "nowhere.txt", "e1.txt")
    assert ran.code == 2
    assert "there is no file nowhere.txt" in ran.err


def test_verify_tells_of_a_changed_text_with_exit_code_1(run, project):
    text = next((project / "versions/oder-1962").rglob("R/text.txt"))
    text.write_text("Посол подписал.\n", "utf-8")
    ran = run("verify")
    assert ran.code == 1
    assert "text.txt" in ran.out


def test_dry_run_shows_what_was_read_and_writes_nothing(run, project):
    (project / "e2.txt").write_text("The ambassador refused.\n", "utf-8")
    ran = run(
        "record", "e2.txt", "--document", "oder-1962", "--siglum", "E2", "--kind", "translation",
        "--language", "en", "--dry-run",
    )  # fmt: skip
    assert "E2@1" in ran.out
    assert "E2" not in run("list").out


def test_a_catalogue_records_its_rows_and_passes_over_them_the_second_time(run, project):
    rows = "file,document,siglum,kind,language\n" + "".join(
        f"e{n}.txt,letter-{n},E,translation,en\n" for n in range(3)
    )
    (project / "rows.csv").write_text(rows, "utf-8")
    for n in range(3):
        (project / f"e{n}.txt").write_text(f"Letter number {n} to the envoy.\n", "utf-8")
    assert run("record", "--catalogue", "rows.csv").out.startswith("3 recorded")
    assert run("record", "--catalogue", "rows.csv").out.startswith("0 recorded, 3 held already")


def test_who_acts_must_be_known(run, tmp_path):
    run("init", ".")
    (tmp_path / "r.txt").write_text("Посол не подписал.\n", "utf-8")
    ran = run(
        "record", "r.txt", "--document", "d", "--siglum", "R", "--kind", "transcription",
        "--language", "ru",
    )  # fmt: skip
    assert ran.code == 2
    assert "--by" in ran.err


def test_every_command_has_help_that_ends_with_an_example(run):
    from provtrack.cli.app import app

    for command in app.registered_commands:
        assert "Example:" in (command.callback.__doc__ or ""), command.name


def test_arguments_are_named_in_capitals_and_revisions_are_shown(run):
    from provtrack.cli.app import app

    for command in app.registered_commands:
        usage = run(str(command.name), "--help").out.partition("[OPTIONS]")[2].partition("\n")[0]
        assert usage.strip("[]{}. ") == usage.strip("[]{}. ").upper(), command.name
    assert run("align", "--help").out.count("DOCUMENT:SIGLUM[@REVISION]") == 2
