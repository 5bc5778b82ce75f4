"""provtrack pin and unpin at the keyboard."""

PAIR = ("oder-1962:R", "oder-1962:E1")


def test_pin_records_an_act_and_align_shows_it(run, project):
    assert run("pin", *PAIR, "--link", "1:2", "--reason", "read together").code == 0
    assert "0\t1\t1.0000" in run("align", *PAIR).out.splitlines()
    assert "read together" in run("log", "oder-1962").out


def test_pin_without_options_lists_what_is_pinned(run, project):
    run("pin", *PAIR, "--link", "1:2", "--lock", "base", "--reason", "read together")
    listed = run("pin", *PAIR).out
    assert "must-link 1:2" in listed
    assert "locked base" in listed
    assert "The envoy" in listed or "He left on 2 May." in listed


def test_nothing_pinned_is_said(run, project):
    assert run("pin", *PAIR).out == "nothing is pinned\n"


def test_forbidden_paragraphs_are_parted(run, project):
    run("pin", *PAIR, "--forbid", "1:1", "--reason", "another envoy")
    lines = run("align", *PAIR).out.splitlines()
    assert not any(line.startswith("0\t0") for line in lines)


def test_pin_without_reason_is_wrong_use(run, project):
    ran = run("pin", *PAIR, "--link", "1:2")
    assert ran.code == 2
    assert "--reason" in ran.err


def test_contradiction_is_one_sentence_naming_both(run, project):
    ran = run("pin", *PAIR, "--link", "1:2", "--forbid", "1:2", "--reason", "x")
    assert ran.code == 2
    assert "must-link 1:2" in ran.err
    assert "cannot-link 1:2" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_unpin_all_takes_everything_back(run, project):
    run("pin", *PAIR, "--link", "1:2", "--reason", "read together")
    assert run("unpin", *PAIR, "--all", "--reason", "misread").code == 0
    assert run("pin", *PAIR).out == "nothing is pinned\n"


def test_unpin_of_nothing_named_is_wrong_use(run, project):
    assert run("unpin", *PAIR, "--reason", "x").code == 2


def test_correct_reports_a_pin_whose_paragraph_is_gone(run, project):
    run("pin", *PAIR, "--link", "1:1", "--reason", "read together")
    (project / "e1b.txt").write_text("Altogether different words stand here.\n", "utf-8")
    ran = run("correct", "oder-1962:E1", "e1b.txt", "--reason", "new text")
    assert "PIN101" in ran.err
    assert "orphan" in run("pin", *PAIR).out


def test_report_says_who_pinned_a_bead(run, project):
    run("pin", *PAIR, "--link", "1:1", "--reason", "read together")
    run("compare", *PAIR)
    (report,) = (project / "reports").glob("*.html")
    assert "pinned by Anna Petrova" in report.read_text("utf-8")


def test_store_with_pins_is_whole(run, project):
    run("pin", *PAIR, "--link", "1:1", "--reason", "read together")
    assert run("verify").code == 0


def test_realign_is_an_act_that_keeps_the_pins(run, project):
    run("pin", *PAIR, "--link", "1:2", "--reason", "read together")
    ran = run("realign", *PAIR, "--reason", "more is known")
    assert ran.out.startswith("oder-1962: align (R@1, E1@1), event 4")
    assert "more is known" in run("log", "oder-1962").out
    assert "must-link 1:2" in run("pin", *PAIR).out
