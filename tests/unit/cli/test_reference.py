"""``provtrack reference``."""

import json

DESCENDING = "AVPRF, f. 90, op. 24, p. 44, d. 5, ll. 120-12"
SOUND = "RGANI, f. 5, op. 49, d. 131, l. 9"


def test_a_caret_stands_under_the_words_of_a_finding(run):
    lines = run("reference", DESCENDING).out.splitlines()
    shown = next(number for number, line in enumerate(lines) if line.strip().startswith("^"))
    place = lines[shown].index("^")
    assert lines[shown - 1][place : place + len("120-12")] == "120-12"


def test_json_has_one_object_for_each_line_in_order(run, tmp_path):
    (tmp_path / "lines.txt").write_bytes(f"{SOUND}\r\n\n{DESCENDING}\n".encode())
    ran = run("reference", "--file", "lines.txt", "--format", "json")
    assert [one["verbatim"] for one in json.loads(ran.out)] == [SOUND, "", DESCENDING]


def test_the_exit_code_tells_of_findings_as_grave_as_asked(run):
    assert run("reference", SOUND).code == 0
    assert run("reference", DESCENDING).code == 1
    assert run("reference", "f. 5, op. 49, d. 131, l. 9").code == 0
    assert run("reference", "f. 5, op. 49, d. 131, l. 9", "--fail-on", "note").code == 1


def test_a_file_that_is_not_utf8_is_refused_with_its_line(run, tmp_path):
    (tmp_path / "lines.txt").write_bytes(SOUND.encode() + "\nф. 1".encode("cp1251"))
    ran = run("reference", "--file", "lines.txt")
    assert (ran.code, "line 2" in ran.err, ran.out) == (2, True, "")


def test_nothing_to_read_is_wrong_use(run):
    assert run("reference").code == 2


def test_csl_has_an_item_for_each_line(run):
    items = json.loads(run("reference", SOUND, DESCENDING, "--format", "csl").out)
    assert [item["id"] for item in items] == ["reference-1", "reference-2"]
